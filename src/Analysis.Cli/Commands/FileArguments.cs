using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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
        if (jsonl is not null && result.GetValue(jsonl))
        {
            if (given.Length > 0) result.AddError($"--jsonl reads standard input. Leave {given[0]} out.");
            foreach (var option in ofOneFile.Concat(notOfRecords ?? []).Where(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"{option.Name} means nothing with --jsonl: records say it themselves. Leave it out.");
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

    /// <summary>Works on each file; one that is refused is told on standard error, and the others go on.</summary>
    /// <param name="files">In order.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="work">Works on one file and says how it ended.</param>
    /// <returns>The gravest of the exit codes.</returns>
    public static async Task<int> ForEachAsync(IEnumerable<string> files, Terminal terminal, Func<string, TextWriter, Task<int>> work)
    {
        int code = ExitCode.Done;
        using var output = terminal.OpenWriter();
        foreach (var (i, file) in files.Index())
        {
            try
            {
                code = Math.Max(code, await work(file, output));
            }
            catch (CallException refusal) when (ExitCode.Of(refusal.Reason) is ExitCode.Refused)
            {
                output.Flush();
                code = Math.Max(code, ExitCode.Refused);
                terminal.Errors.WriteLine($"analysis: {file}: {FieldWords.Rewrite(refusal.Message, refusal.Field).ReplaceLineEndings(" ")} ({refusal.Reason.ToWord()})");
            }
            output.Flush();
        }
        return code;
    }
}
