using System.Buffers;
using System.Text;
using Analysis.Cli.Output;
using Analysis.Mapping;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Cli.Batch;

/// <summary>Answers records of standard input, one a line, by lines of standard output in the same order.</summary>
/// <param name="terminal">Where they come from and go to.</param>
/// <param name="threads">How many are worked on at a time.</param>
/// <param name="waitingBytes">Bytes of input and of answers that may wait for their turn.</param>
internal sealed class BatchRun(Terminal terminal, int threads, long waitingBytes = BatchRun.UsualWaitingBytes)
{
    /// <summary>How many records a thread may be ahead of the slowest: a record is rarely sixteen times as long as its neighbours.</summary>
    private const int Ahead = 16;

    /// <summary>Holds the two longest lines.</summary>
    private const long UsualWaitingBytes = 128 * 1024 * 1024;

    private const int WriteBytes = 64 * 1024;

    /// <summary>Runs to the end of the input.</summary>
    /// <param name="answer">Answers a record; what it throws of <see cref="CallException"/> becomes an error record.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(Func<JsonFields, CancellationToken, Task<IMessage>> answer, CancellationToken cancellation)
    {
        var output = new OutputStream(terminal.Output);
        var waiting = new ArrayBufferWriter<byte>(WriteBytes);
        using var budget = new MemoryBudget(waitingBytes);
        bool refused = false;
        try
        {
            await RunProgress.ShowAsync(terminal, "records", total: null, advance => OrderedPipeline.RunAsync(
                Lines(budget, cancellation), AnswerAsync, (result, more) => Deliver(result, more, advance), threads, threads * Ahead, cancellation, budget.RoomAsync));
        }
        finally
        {
            // However the run ends, what was answered is written.
            Write();
        }
        return refused ? ExitCode.BadRecords : ExitCode.Done;

        async Task<(byte[] Line, bool Refused)> AnswerAsync(Line line, CancellationToken end)
        {
            using (line)
            {
                var (message, isError) = await AnswerOneAsync(line, answer, end);
                byte[] bytes = Encoding.UTF8.GetBytes(CanonicalJson.ToLine(message));
                budget.Exchange(line.Bytes.Length, bytes.Length);
                return (bytes, isError);
            }
        }

        void Deliver((byte[] Line, bool Refused) result, bool more, Action advance)
        {
            refused |= result.Refused;
            if (waiting.WrittenCount + result.Line.Length > WriteBytes) Write();
            // A long one is not copied.
            if (result.Line.Length > WriteBytes) output.Write(result.Line);
            else waiting.Write(result.Line);
            budget.Give(result.Line.Length);
            if (!more) Write();
            advance();
        }

        void Write()
        {
            try
            {
                if (waiting.WrittenCount > 0) output.Write(waiting.WrittenSpan);
                output.Flush();
            }
            finally
            {
                // What could not be written is not to be written in part again.
                waiting.ResetWrittenCount();
            }
        }
    }

    private IEnumerable<Line> Lines(MemoryBudget budget, CancellationToken cancellation)
    {
        foreach (var line in new LineReader(terminal.Input).Read())
        {
            budget.Take(line.Bytes.Length, cancellation);
            yield return line;
        }
    }

    private static async Task<(IMessage Message, bool IsError)> AnswerOneAsync(Line line, Func<JsonFields, CancellationToken, Task<IMessage>> answer, CancellationToken end)
    {
        string id = "";
        try
        {
            using var record = Record.Read(line);
            id = RecordRequests.Id(record.Fields);
            return (await answer(record.Fields, end), false);
        }
        catch (CallException refusal) when (ExitCode.Of(refusal.Reason) is ExitCode.Refused || refusal.Reason is ErrorReason.InternalFault)
        {
            string message = FormattableString.Invariant($"Line {line.Number}: {RecordPath.Rewrite(refusal.Message, refusal.Field)}");
            return (new ErrorRecord { Id = id, Error = new RecordError { Reason = refusal.Reason, Message = message } }, true);
        }
    }
}
