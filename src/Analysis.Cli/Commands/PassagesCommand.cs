using System.CommandLine;
using Analysis.Cli.Batch;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>passages</c>: how two passages relate.</summary>
internal static class PassagesCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> left = Passage("LEFT", "The one passage, as text."), right = Passage("RIGHT", "The other.");
        var situation = SharedOptions.Choice(
            "--situation", "SAME when both are known to speak of one situation; UNKNOWN when that has to be shown.",
            ("SAME", Situation.Same), ("UNKNOWN", Situation.Unknown));
        Option<string?> leftPublished = Published("left"), rightPublished = Published("right");
        var (format, offsets, jsonl, threads, server) =
            (SharedOptions.Format(), SharedOptions.Offsets(), SharedOptions.Jsonl(), SharedOptions.Threads(), SharedOptions.Server());
        var command = new Command("passages", "Say how two passages of a sentence or a few relate, and in what they differ.")
        {
            left, right, situation, leftPublished, rightPublished, format, offsets, jsonl, threads, server,
        };
        command.Validators.Add(result =>
        {
            bool batch = result.GetValue(jsonl);
            if (batch && result.GetValue(left) is not null) result.AddError("--jsonl reads standard input. Leave the passages out.");
            if (!batch && result.GetValue(right) is null) result.AddError("Give two passages, or --jsonl.");
            if (batch) FileArguments.CheckWithRecords(result, [situation, leftPublished, rightPublished, format]);
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), data: null, threads: 1);
            var unit = parsed.GetValue(offsets);
            if (parsed.GetValue(jsonl))
            {
                return await new BatchRun(terminal, parsed.GetValue(threads) ?? Environment.ProcessorCount).RunAsync(
                    async (record, end) => await backend.CompareAsync(RecordRequests.Passages(record, unit), end), cancellation);
            }

            bool json = parsed.GetValue(format) is OutputFormat.Json;
            var request = new ComparePassagesRequest
            {
                Left = parsed.GetValue(left),
                Right = parsed.GetValue(right),
                LeftPublished = parsed.GetValue(leftPublished) ?? "",
                RightPublished = parsed.GetValue(rightPublished) ?? "",
                Situation = parsed.GetValue(situation),
                PositionEncoding = json ? unit : PositionEncoding.Utf16,
            };
            var comparison = await backend.CompareAsync(request, cancellation);
            using var output = terminal.OpenWriter();
            if (json) output.Write(CanonicalJson.ToIndented(comparison));
            else PassageReport.Write(output, comparison, parsed.GetValue(left)!, parsed.GetValue(right)!, new ReportOptions(terminal.Width, terminal.Color));
            output.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string?> Passage(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    private static Option<string?> Published(string side) => new($"--{side}-published")
    {
        HelpName = "DATE",
        Description = $"When the {side} passage was published; words like yesterday are resolved on it.",
    };
}
