using System.Diagnostics;
using System.Text;
using Analysis.Cli;

namespace Analysis.Server.Tests.Cli;

/// <summary>What a run of the command line printed, and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static string Samples { get; } = Path.Combine(Repository.Root, "clients", "samples");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command in this process, with an input that is no terminal.</summary>
    public static Task<CommandRun> Of(params string[] arguments) => WithInput("", arguments);

    /// <inheritdoc cref="Of"/>
    public static Task<CommandRun> WithInput(string input, params string[] arguments) => WithInput(Encoding.UTF8.GetBytes(input), arguments);

    /// <inheritdoc cref="Of"/>
    public static Task<CommandRun> WithInput(byte[] input, params string[] arguments) => On(new MemoryStream(input), terminal => terminal, arguments);

    /// <summary>Runs a command in this process on a terminal of the test's making.</summary>
    public static async Task<CommandRun> On(Stream input, Func<Terminal, Terminal> make, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter { NewLine = "\n" };
        int code = await new CommandLine(make(new Terminal(input, output, errors))).RunAsync(arguments, CancellationToken.None);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    /// <summary>Runs a command as a process to its end, with nothing on its input.</summary>
    public static async Task<CommandRun> OfProcess(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CommandRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command as a process; the caller ends and disposes of it.</summary>
    public static Process Start(params string[] arguments) => Start(heapBytes: null, arguments);

    /// <summary>Starts a command as a process that ends itself when its live objects need more than the heap has.</summary>
    public static Process Start(long? heapBytes, params string[] arguments)
    {
        var start = Describe(arguments);
        if (heapBytes is { } limit) start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>How a command is started as a process.</summary>
    public static ProcessStartInfo Describe(params string[] arguments) =>
        new(Requires.Tool("dotnet"), [Path.Combine(AppContext.BaseDirectory, "analysis.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };

    /// <summary>The path of a sample article, as <c>ferry/left</c>.</summary>
    public static string Sample(string name) => Path.Combine(Samples, name + ".txt");
}
