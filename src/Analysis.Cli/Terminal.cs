using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Analysis.Cli;

/// <summary>What a run has around it: its streams, whether people look at them, and its environment.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, as bytes.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Errors)
{
    /// <summary>Columns of a report that goes to no terminal.</summary>
    public const int PlainWidth = 80;

    /// <summary>Below this a terminal is taken for one of <see cref="PlainWidth"/>: it does not say its width.</summary>
    private const int NarrowestWidth = 40;

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorsIsTerminal { get; init; }

    /// <summary>Columns to write in.</summary>
    public int Width { get; init; } = PlainWidth;

    /// <summary>Whether the user wants no colours: https://no-color.org.</summary>
    public bool NoColor { get; init; }

    /// <summary>Whether to write terminal colours to the output.</summary>
    public bool Color => OutputIsTerminal && !NoColor;

    /// <summary>A writer of text on the output: UTF-8 without a mark, line feeds.</summary>
    public StreamWriter OpenWriter() => new(new OutputStream(Output), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool input = Inherited.Has(Inherited.Input), output = Inherited.Has(Inherited.Output), errors = Inherited.Has(Inherited.Errors);
        return new Terminal(
            input ? Console.OpenStandardInput() : new ClosedStream("The input cannot be read: it is closed. Direct a file or a pipe to it."),
            output ? StandardOutput() : new ClosedStream("The output cannot be written: it is closed. Direct it to a file or a pipe."),
            // Where nobody listens, the exit code tells.
            errors ? Console.Error : TextWriter.Null)
        {
            InputIsTerminal = input && !Console.IsInputRedirected,
            OutputIsTerminal = output && !Console.IsOutputRedirected,
            ErrorsIsTerminal = errors && !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth < NarrowestWidth ? PlainWidth : Console.WindowWidth,
            NoColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb",
        };
    }

    // The console's own stream swallows the news that a pipe is closed, and a long run would go on for nobody. A file has no such news, and
    // must be written where the file stands, which only the console's stream does.
    private static Stream StandardOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(Inherited.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek) return pipe;
        }
        return Console.OpenStandardOutput();
    }
}
