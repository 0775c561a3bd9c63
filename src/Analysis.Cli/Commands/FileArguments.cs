using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analysis.Cli.Output;
using Analysis.Mapping;

namespace Analysis.Cli.Commands;

/// <summary>What the commands that take files share: which arguments go together, and how a run over several files goes on.</summary>
internal static class FileArguments
{
    /// <summary>Checks that there are files or records, and nothing that belongs to the other.</summary>
    /// <param name="result">The command as parsed.</param>
    /// <param name="files">Its files.</param>
    /// <param name="least">How many it needs.</param>
    /// <param name="ofOneFile">Options that are said of a single file.</param>
    /// <param name="jsonl">Its option for records; null where it has none.</param>
    /// <param name="notOfRecords">Options that mean nothing for records.</param>
    public static void Check(CommandResult result, Argument<string[]> files, int least, Option[] ofOneFile, Option<bool>? jsonl = null, Option[]? notOfRecords = null)
    {
        string[] given = result.GetValue(files) ?? [];
        if (given.Contains("")) result.AddError($"A {files.Name} is empty. Name a path, or - for standard input.");
        if (jsonl is not null && result.GetValue(jsonl))
        {
            if (given.Length > 0) result.AddError($"--jsonl reads standard input. Leave {given[0]} out.");
            CheckWithRecords(result, [.. ofOneFile, .. notOfRecords ?? []]);
            return;
        }
        if (given.Length < least)
        {
            string needed = least == 1 ? "a FILE" : $"{least.ToString(CultureInfo.InvariantCulture)} FILEs or more";
            result.AddError($"Name {needed}{(jsonl is null ? "" : ", or give --jsonl")}.");
        }
        if (given.Count(file => file is ArticleFiles.StandardInput) > 1) result.AddError("Standard input, -, is one article: name it once.");
        if (given.Length > 1 && ofOneFile.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } single)
            result.AddError($"{single.Name} is said of a single file.");
    }

    /// <summary>Refuses the options that mean nothing for records.</summary>
    public static void CheckWithRecords(CommandResult result, Option[] notOfRecords)
    {
        foreach (var option in notOfRecords.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError(option is Option<OutputFormat>
                ? $"--jsonl always writes JSON. Leave {option.Name} out."
                : $"{option.Name} means nothing with --jsonl: records say it themselves. Leave it out.");
        }
    }

    /// <summary>Works on each file; one that cannot be read or is refused is told on standard error, and the others go on.</summary>
    /// <param name="files">In order.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="work">Works on one file and says how it ended.</param>
    /// <returns>The gravest of the exit codes.</returns>
    public static async Task<int> ForEachAsync(IReadOnlyList<string> files, Terminal terminal, Func<string, TextWriter, Task<int>> work)
    {
        int code = ExitCode.Done;
        using var output = terminal.OpenWriter();
        await RunProgress.ShowAsync(terminal, "files", files.Count, async advance =>
        {
            foreach (string file in files)
            {
                try
                {
                    code = ExitCode.Graver(code, await work(file, output));
                }
                catch (FileException failure)
                {
                    Tell(ExitCode.Surroundings, failure.Message);
                }
                catch (CallException refusal) when (ExitCode.Of(refusal.Reason) is ExitCode.Refused)
                {
                    Tell(ExitCode.Refused, $"{ArticleFiles.Explain(file, refusal)} ({refusal.Reason.ToWord()})");
                }
                output.Flush();
                advance();
            }
        });
        return code;

        void Tell(int itsCode, string message)
        {
            output.Flush();
            code = ExitCode.Graver(code, itsCode);
            terminal.Errors.WriteLine($"analysis: {message.ReplaceLineEndings(" ")}");
        }
    }
}
