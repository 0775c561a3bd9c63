using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>
/// The trained tagger of names: persons, organisations, places, peoples and parties, events, other names.
/// </summary>
/// <remarks>
/// Two passes over a text: the first judges every sentence by itself, the second again with what the first found for the same words
/// elsewhere. Names do not overlap; of nested names the outermost is found. Arithmetic is on integers and ties go to the lowest class,
/// so that answers are the same on every machine. Models/ORIGIN.md says what it was trained on and how well it does.
/// </remarks>
public sealed class NameTagger
{
    // Raised when a change of code changes answers while what was trained stays the same.
    private const byte CodeVersion = 2;

    // Words of a text up to which what was read of them is kept between the passes; beyond, it is read again. A text of a megabyte.
    private const int MostKept = 1 << 18;

    private static readonly Lazy<NameTagger> Loaded = new(() => Load(LanguageResource.Embedded));

    [ThreadStatic]
    private static NameBuffers? ThreadBuffers;

    private readonly NameModel _model;
    private readonly NameWordReader _reader;

    internal NameTagger(NameModel model, WordReader dictionary, string hash)
    {
        _model = model;
        _reader = new NameWordReader(model.Gazetteer, dictionary);
        Hash = hash;
    }

    /// <summary>The tagger of the embedded resource, loaded at first use.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or damaged.</exception>
    public static NameTagger Default => Loaded.Value;

    /// <summary>Lower-case hexadecimal hash of everything that can change an answer: weights, lists, code version.</summary>
    public string Hash { get; }

    /// <summary>Finds the names of a text. Linear in the number of tokens; never fails.</summary>
    /// <returns>The names in order; none overlaps another, and none crosses the border of a sentence.</returns>
    public ImmutableArray<NameSpan> Tag(AnnotatedText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tree = text.Tree;
        var spans = ArrayPool<TextSpan>.Shared.Rent(tree.Tokens.Length);
        var sentences = ArrayPool<(int First, int Count)>.Shared.Rent(tree.Sentences.Length);
        try
        {
            for (var index = 0; index < tree.Tokens.Length; index++)
                spans[index] = tree.Tokens[index].Span;
            for (var index = 0; index < tree.Sentences.Length; index++)
                sentences[index] = (tree.Sentences[index].FirstToken, tree.Sentences[index].TokenCount);
            return Tag(tree.Text.Text, spans.AsSpan(0, tree.Tokens.Length), sentences.AsSpan(0, tree.Sentences.Length), text.Words.AsSpan(), cancellation);
        }
        finally
        {
            ArrayPool<TextSpan>.Shared.Return(spans);
            ArrayPool<(int First, int Count)>.Shared.Return(sentences);
        }
    }

    /// <summary>The same for tokens given with their sentences, in order and without gaps.</summary>
    internal ImmutableArray<NameSpan> Tag(
        ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<(int First, int Count)> sentences, ReadOnlySpan<WordAnnotation> annotations, CancellationToken cancellation)
    {
        var buffers = ThreadBuffers ??= new NameBuffers();
        var size = spans.Length + (2 * NameWordReader.Border * sentences.Length);
        var keeps = size <= MostKept;
        var words = ArrayPool<NameWord>.Shared.Rent(keeps ? size : Longest(sentences) + (2 * NameWordReader.Border));
        var labels = ArrayPool<byte>.Shared.Rent(spans.Length);
        try
        {
            var memory = buffers.Memory();
            for (var sentence = 0; sentence < sentences.Length; sentence++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (first, count) = sentences[sentence];
                var padded = Padded(words, sentences[sentence], keeps ? sentence : -1);
                _reader.Read(text, spans.Slice(first, count), annotations.Slice(first, count), padded);
                var found = labels.AsSpan(first, count);
                memory.Learn(padded, _model.First, found, buffers);
            }

            var names = ImmutableArray.CreateBuilder<NameSpan>();
            for (var sentence = 0; sentence < sentences.Length; sentence++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (first, count) = sentences[sentence];
                var padded = Padded(words, sentences[sentence], keeps ? sentence : -1);
                if (!keeps)
                    _reader.Read(text, spans.Slice(first, count), annotations.Slice(first, count), padded);
                memory.Recall(padded);
                var found = labels.AsSpan(first, count);
                NameDecoder.Decode(padded, _model.Second, found, buffers);
                Collect(found, first, names);
            }

            return names.DrainToImmutable();
        }
        finally
        {
            ArrayPool<NameWord>.Shared.Return(words);
            ArrayPool<byte>.Shared.Return(labels);
        }
    }

    /// <summary>Reads the section of a resource, with the dictionary of its parser.</summary>
    /// <exception cref="InvalidDataException">Either is missing or damaged.</exception>
    internal static NameTagger Load(LanguageResource resource)
    {
        var (model, hash) = resource.Load(LanguageResource.Names, (section, content) => (NameModel.Read(content), section.HashWith(CodeVersion)));
        var parser = ReferenceEquals(resource, LanguageResource.Embedded) ? TrainedParser.Default : TrainedParser.Load(resource);
        return new NameTagger(model, parser.Words, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(hash + parser.Hash))));
    }

    /// <summary>Adds the names that classes spell out.</summary>
    internal static void Collect(ReadOnlySpan<byte> labels, int first, ImmutableArray<NameSpan>.Builder names)
    {
        var start = 0;
        for (var index = 0; index < labels.Length; index++)
        {
            int label = labels[index];
            if (label == NameLabels.Outside)
                continue;
            if (NameLabels.Place(label) is NameLabels.First or NameLabels.Only)
                start = index;
            if (NameLabels.IsEnd(label))
                names.Add(new NameSpan(first + start, first + index + 1, NameLabels.Type(label)));
        }
    }

    // The room of a sentence by its index; at the start where none is kept.
    private static Span<NameWord> Padded(NameWord[] words, (int First, int Count) sentence, int index) => words.AsSpan(
        index < 0 ? 0 : sentence.First + (2 * NameWordReader.Border * index), sentence.Count + (2 * NameWordReader.Border));

    private static int Longest(ReadOnlySpan<(int First, int Count)> sentences)
    {
        var longest = 0;
        foreach (var (_, count) in sentences)
            longest = Math.Max(longest, count);
        return longest;
    }
}
