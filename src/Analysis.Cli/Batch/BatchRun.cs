using System.Buffers;
using System.Text;
using Analysis.Mapping;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Cli.Batch;

/// <summary>Answers records of standard input, one a line, by lines of standard output in the same order.</summary>
/// <param name="terminal">Where they come from and go to.</param>
/// <param name="threads">How many are worked on at a time.</param>
internal sealed class BatchRun(Terminal terminal, int threads)
{
    /// <summary>How many records a thread may be ahead of the slowest: a record is rarely sixteen times as long as its neighbours.</summary>
    private const int Ahead = 16;

    /// <summary>Bytes of input that may wait for their turn.</summary>
    private const long WaitingBytes = 128 * 1024 * 1024;

    private const int WriteBytes = 64 * 1024;

    /// <summary>Runs to the end of the input.</summary>
    /// <param name="answer">Answers a record; what it throws of <see cref="CallException"/> becomes an error record.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(Func<JsonFields, CancellationToken, Task<IMessage>> answer, CancellationToken cancellation)
    {
        var output = new OutputStream(terminal.Output);
        var waiting = new ArrayBufferWriter<byte>(WriteBytes);
        using var budget = new MemoryBudget(WaitingBytes);
        bool refused = false;
        await OrderedPipeline.RunAsync(Lines(budget, cancellation), AnswerAsync, Write, threads, threads * Ahead, cancellation);
        return refused ? ExitCode.Refused : ExitCode.Done;

        async Task<(string Line, int Size, bool Refused)> AnswerAsync(Line line, CancellationToken end)
        {
            using (line)
            {
                var (message, isError) = await AnswerOneAsync(line, answer, end);
                return (CanonicalJson.ToLine(message), line.Bytes.Length, isError);
            }
        }

        void Write((string Line, int Size, bool Refused) result, bool more)
        {
            budget.Give(result.Size);
            refused |= result.Refused;
            Encoding.UTF8.GetBytes(result.Line, waiting);
            if (more && waiting.WrittenCount < WriteBytes) return;
            output.Write(waiting.WrittenSpan);
            output.Flush();
            waiting.ResetWrittenCount();
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
            string message = RecordPath.Rewrite(refusal.Message, refusal.Field);
            return (new ErrorRecord { Id = id, Error = new RecordError { Reason = refusal.Reason, Message = message } }, true);
        }
    }
}
