using System.Text;
using Analysis.Cli;
using Analysis.Cli.Batch;
using Analysis.V1;

namespace Analysis.Server.Tests.Cli;

/// <summary>The parts of a batch: lines and the order of results.</summary>
public class BatchTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\n", "1:a")]
    [InlineData("a\r\n\r\nb", "1:a\r 3:b")]
    [InlineData("\uFEFFa\n\uFEFFb", "1:a 2:\uFEFFb")]
    [InlineData(" \n\n é \n", "3: é ")]
    public void Lines_AreTheSameHoweverTheyArrive(string input, string expected)
    {
        foreach (int piece in new[] { 1, 2, 3, 1000 })
            Assert.Equal(expected, string.Join(' ', Lines(new PieceStream(Encoding.UTF8.GetBytes(input), piece))));
    }

    [Fact]
    public void Lines_LongerThanAnyBufferAreWhole()
    {
        string[] expected = [.. Enumerable.Range(0, 20).Select(i => $"{i + 1}:" + new string((char)('a' + i), 1 << i))];
        string input = string.Join('\n', expected.Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));

        Assert.Equal(expected, Lines(new PieceStream(Encoding.UTF8.GetBytes(input), 50_000)));
    }

    [Fact]
    public void Line_OverTheLimitIsReadPast()
    {
        using var input = new ChainStream(new MemoryStream("a\n"u8.ToArray()), new LongStream('x', LineReader.LongestLine + 1), new MemoryStream("\nb\n"u8.ToArray()));

        Assert.Equal(["1:a", "2:TOO LONG", "3:b"], Lines(input));
    }

    [Fact]
    public void Line_OfTheLimitIsWhole()
    {
        using var input = new ChainStream(new LongStream('x', LineReader.LongestLine), new MemoryStream("\nb"u8.ToArray()));
        var lengths = new List<int>();
        foreach (var line in new LineReader(input).Read())
            using (line) lengths.Add(line.Bytes.Length);

        Assert.Equal([LineReader.LongestLine, 1], lengths);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Results_ComeInOrder(int workers)
    {
        var results = new List<int>();
        await OrderedPipeline.RunAsync(
            Enumerable.Range(0, 200),
            async (item, end) =>
            {
                // Later items are done sooner.
                await Task.Delay((200 - item) % 5, end);
                return item;
            },
            (result, _) => results.Add(result), workers, ahead: 8, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Fact]
    public async Task Items_AreReadNoFurtherAheadThanAllowed()
    {
        int read = 0, delivered = 0, furthest = 0;
        await OrderedPipeline.RunAsync(
            Enumerable.Range(0, 500).Select(item => Interlocked.Increment(ref read)),
            (item, _) => Task.FromResult(item),
            (_, _) => furthest = Math.Max(furthest, Volatile.Read(ref read) - delivered++), workers: 2, ahead: 8, CancellationToken.None);

        // Those that wait, the one that is handed on, and the one in the hand of the reader.
        Assert.InRange(furthest, 1, 8 + 2);
    }

    [Fact]
    public async Task Failure_EndsTheRunAfterTheResultsBefore()
    {
        var results = new List<int>();
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => OrderedPipeline.RunAsync(
            Forever(), (item, _) => item == 5 ? throw new InvalidDataException("five") : Task.FromResult(item), (result, _) => results.Add(result), 3, 8, CancellationToken.None));

        Assert.Equal("five", failure.Message);
        Assert.Equal([0, 1, 2, 3, 4], results);
    }

    [Fact]
    public async Task Failure_OfTheInputEndsTheRunAfterTheResultsBefore()
    {
        var results = new List<int>();
        await Assert.ThrowsAsync<InvalidDataException>(() => OrderedPipeline.RunAsync(
            Forever().Select(item => item < 5 ? item : throw new InvalidDataException()), (item, _) => Task.FromResult(item), (result, _) => results.Add(result), 3, 8, CancellationToken.None));

        Assert.Equal([0, 1, 2, 3, 4], results);
    }

    [Fact]
    public async Task Interrupt_EndsARunWhoseInputNeverComes()
    {
        using var input = new SemaphoreSlim(0);
        using var interrupt = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OrderedPipeline.RunAsync(
            Waiting(), (item, _) => Task.FromResult(item), (_, _) => { }, 2, 8, interrupt.Token));
        input.Release();

        IEnumerable<int> Waiting()
        {
            input.Wait();
            yield break;
        }
    }

    [Fact]
    public async Task Answers_ThatWaitForASlowReaderAreBounded()
    {
        const int Records = 200, Bound = 1024 * 1024, AnswerBytes = 100_000, Threads = 4;
        using var output = new GatedStream();
        int made = 0;
        var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", Records)))), output, TextWriter.Null);

        var running = new BatchRun(terminal, Threads, Bound).RunAsync(
            async (_, _) =>
            {
                await Task.Yield();
                Interlocked.Increment(ref made);
                return new PassageComparison { Id = new string('x', AnswerBytes) };
            },
            CancellationToken.None);
        await output.Reached;
        int before;
        do
        {
            before = Volatile.Read(ref made);
            await Task.Delay(200);
        }
        while (Volatile.Read(ref made) != before);

        // One that is being written, those that fill the bound, and one more of each worker. Without the bound, the 64 that may be ahead.
        Assert.InRange(before, 1, 1 + Bound / AnswerBytes + 1 + Threads);
        output.Open();
        Assert.Equal(0, await running);
        Assert.Equal(Records, made);
        Assert.Equal(Records, output.Lines);
    }

    private static IEnumerable<int> Forever()
    {
        for (int i = 0; ; i++) yield return i;
    }

    private static List<string> Lines(Stream input)
    {
        var lines = new List<string>();
        foreach (var line in new LineReader(input).Read())
            using (line) lines.Add($"{line.Number}:{(line.TooLong ? "TOO LONG" : Encoding.UTF8.GetString(line.Bytes.Span))}");
        return lines;
    }

    /// <summary>An output that takes nothing before it is opened.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private readonly TaskCompletionSource _reached = new(), _open = new();

        public Task Reached => _reached.Task;

        public int Lines { get; private set; }

        public void Open() => _open.SetResult();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _reached.TrySetResult();
            _open.Task.Wait();
            Lines += buffer.Count((byte)'\n');
        }
    }

    /// <summary>Gives few bytes at a time.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }

    /// <summary>One letter so many times.</summary>
    private sealed class LongStream(char letter, long length) : MemoryStream
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, given).Fill((byte)letter);
            _left -= given;
            return given;
        }
    }

    /// <summary>One stream after the other.</summary>
    private sealed class ChainStream(params Stream[] streams) : MemoryStream
    {
        private int _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (; _at < streams.Length; _at++)
                if (streams[_at].Read(buffer, offset, count) is var read and > 0) return read;
            return 0;
        }
    }
}
