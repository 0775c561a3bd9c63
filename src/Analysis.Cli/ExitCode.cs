using Analysis.V1;

namespace Analysis.Cli;

/// <summary>How the program ends; the one place that decides it.</summary>
internal static class ExitCode
{
    public const int Done = 0, Refused = 1, WrongCommandLine = 2, Surroundings = 3, Interrupted = 130;

    /// <summary>The same for people, as help shows it.</summary>
    public const string Help =
        """
        Exit codes:
          0    Done; also when whoever reads the output has seen enough and closes it.
          1    An article, a record or a name was refused, or check found a warning or an error.
          2    The command line is wrong.
          3    The surroundings fail: a file cannot be read, the server cannot be reached, the data folder
               is in use, damaged or full.
          130  Interrupted by Ctrl+C.
        """;

    /// <summary>The exit code of a refusal or failure: whether the input is to blame, or the surroundings.</summary>
    public static int Of(ErrorReason reason) => reason switch
    {
        ErrorReason.StorageDisabled or ErrorReason.StorageFull or ErrorReason.StorageDamaged or ErrorReason.StorageUnavailable
            or ErrorReason.InternalFault or ErrorReason.CallEnded => Surroundings,
        _ => Refused,
    };
}
