using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Server.Tests.Support;

/// <summary>A parser with a fault, whose message quotes the article.</summary>
internal sealed class FailingParser : ISentenceParser
{
    public string Hash => "failing";

    public void Parse(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordAnnotation> annotations) =>
        throw new InvalidDataException($"Cannot read {text}");
}

/// <summary>The product's parser behind a gate, so that a test knows when a call is under way and when it goes on.</summary>
internal sealed class GatedParser : ISentenceParser, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private int _sentences;

    public string Hash => TrainedParser.Default.Hash;

    /// <summary>Done as soon as a call has reached its first sentence.</summary>
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sentences that were begun.</summary>
    public int Sentences => _sentences;

    public void Open() => _gate.Set();

    public void Parse(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordAnnotation> annotations)
    {
        Interlocked.Increment(ref _sentences);
        Entered.TrySetResult();
        _gate.Wait(TimeSpan.FromSeconds(60));
        TrainedParser.Default.Parse(text, words, annotations);
    }

    public void Dispose() => _gate.Dispose();
}
