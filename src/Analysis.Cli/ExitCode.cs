using Analysis.V1;

namespace Analysis.Cli;

/// <summary>How the program ends; the one place that decides it.</summary>
internal static class ExitCode
{
    public const int Done = 0, WrongCommandLine = 2, Surroundings = 3, Refused = 4, Interrupted = 130;

    /// <summary>check found a warning or an error.</summary>
    public const int Found = 1;

    /// <summary>
    /// A batch of records had bad ones: the published form of records says so, and each has its answer, while <see cref="Refused"/> is told on
    /// standard error.
    /// </summary>
    public const int BadRecords = 1;

    /// <summary>The same for people, as help shows it.</summary>
    public const string Help =
        """
        Exit codes:
          0    Done; also when whoever reads the output has seen enough and closes it.
          1    check found a warning or an error; or there were bad records in what analyze, compare or
               passages read with --jsonl, each of which has a line with its error.
          2    The command line is wrong.
          3    The surroundings fail: a file cannot be read, the server cannot be reached, the data folder
               is in use, damaged or full. Of several files, the others were done.
          4    An article or a name was refused; of several articles, the others were done.
          130  Interrupted by Ctrl+C.
        """;

    /// <summary>The exit code of a refusal or failure: whether the input is to blame, or the surroundings.</summary>
    public static int Of(ErrorReason reason) => reason switch
    {
        ErrorReason.StorageDisabled or ErrorReason.StorageFull or ErrorReason.StorageDamaged or ErrorReason.StorageUnavailable
            or ErrorReason.InternalFault or ErrorReason.CallEnded => Surroundings,
        _ => Refused,
    };

    /// <summary>The graver of two codes of a run that goes on: that something failed, then that it was refused, then that it was found.</summary>
    public static int Graver(int code, int other) => Gravity(code) >= Gravity(other) ? code : other;

    private static int Gravity(int code) => code switch { Done => 0, Found => 1, Refused => 2, _ => 3 };
}
