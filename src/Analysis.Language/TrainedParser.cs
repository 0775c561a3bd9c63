using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>
/// The trained English tagger, lemmatizer and dependency parser. Models/ORIGIN.md says what it was trained on and how well it does.
/// </summary>
/// <remarks>
/// All arithmetic is on integers and ties go to the lowest class, so answers are the same on every machine. Working memory is one set of
/// buffers a thread; results are interned, and only lemmas of unknown words are new strings.
/// </remarks>
public sealed class TrainedParser : ISentenceParser
{
    // Parsed in one go; longer sentences are cut, so that buffers stay small. The longest in the treebanks has 160 words.
    internal const int MaxPiece = 400;

    // Raised when a change of code changes answers while what was trained stays the same.
    private const byte CodeVersion = 1;

    private static readonly Lazy<TrainedParser> Loaded = new(() => Load(LanguageResource.Embedded));

    [ThreadStatic]
    private static Buffers? ThreadBuffers;

    private readonly WordReader _reader;
    private readonly Tagger _tagger;
    private readonly TransitionParser _parser;
    private readonly Lemmatizer _lemmatizer;
    private readonly Morphology _morphology;
    private readonly TagSet _tags;

    internal TrainedParser(LanguageModel model, string hash)
    {
        Hash = hash;
        var strings = model.Lexicon.Strings;
        _tags = model.Tags;
        _reader = new WordReader(model.Lexicon);
        _tagger = new Tagger(model.Tags, model.Tagger, model.SecondTagger);
        _parser = new TransitionParser(model.Actions, model.Parser);
        _lemmatizer = new Lemmatizer(
            model.Lexicon,
            model.Tags,
            model.Lemmas.ToDictionary(fact => FeatureHash.Of(strings[fact.Form], fact.Tag), fact => fact.Value),
            model.Rules.ToDictionary(rule => FeatureHash.Of(strings[rule.Suffix], rule.Tag), rule => new LemmaRule(rule.Cut, rule.Ending)));
        _morphology = new Morphology(
            strings, model.Tags, model.Feats.ToDictionary(fact => FeatureHash.Of(strings[fact.Form], fact.Tag), fact => fact.Value));
    }

    /// <summary>The parser of the embedded resource, loaded at first use.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or damaged.</exception>
    public static TrainedParser Default => Loaded.Value;

    /// <inheritdoc/>
    public string Hash { get; }

    /// <summary>Reads words with what the model knows of them.</summary>
    internal WordReader Words => _reader;

    /// <inheritdoc/>
    public void Parse(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordAnnotation> annotations)
    {
        if (annotations.Length != words.Length)
        {
            throw new ArgumentException(
                $"There are {words.Length} words but room for {annotations.Length} annotations; pass one a word.", nameof(annotations));
        }

        var buffers = ThreadBuffers ??= new Buffers();
        var root = -1;
        for (var start = 0; start < words.Length;)
        {
            var length = PieceLength(text, words[start..]);
            var piece = annotations.Slice(start, length);
            ParsePiece(text, words.Slice(start, length), piece, start, buffers);
            root = Join(piece, start, root);
            start += length;
        }
    }

    /// <summary>Reads the section of a resource.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    internal static TrainedParser Load(LanguageResource resource) => resource.Load(
        LanguageResource.Parser, (section, content) => new TrainedParser(LanguageModel.Read(content), section.HashWith(CodeVersion)));

    // A piece ends after the last punctuation mark of its second half.
    private static int PieceLength(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        if (words.Length <= MaxPiece)
            return words.Length;
        for (var length = MaxPiece; length > MaxPiece / 2; length--)
        {
            var last = words[length - 1];
            if (last.Length == 1 && char.IsPunctuation(text[last.Start]))
                return length;
        }

        return MaxPiece;
    }

    // Later pieces hang on the root of the first.
    private static int Join(Span<WordAnnotation> piece, int start, int root)
    {
        for (var index = 0; index < piece.Length; index++)
        {
            if (piece[index].Head >= 0)
                continue;
            if (root < 0)
                return start + index;
            piece[index] = piece[index] with { Head = root, Relation = DependencyRelation.Parataxis };
        }

        return root;
    }

    private void ParsePiece(
        ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordAnnotation> annotations, int start, Buffers buffers)
    {
        var padded = buffers.Features.AsSpan(0, words.Length + (2 * Tagger.Border));
        var features = padded[Tagger.Border..^Tagger.Border];
        padded[^2..].Fill(WordReader.Outside);
        _reader.Read(text, words, features);
        _tagger.Tag(padded);

        var parserWords = buffers.ParserWords.AsSpan(0, words.Length + 2);
        ParserWord.Fill(features, parserWords);
        var state = _parser.Parse(parserWords, buffers.Search);

        Span<char> form = stackalloc char[WordReader.MaxWordLength];
        for (var index = 0; index < words.Length; index++)
        {
            var tag = features[index].Tag;
            var (upos, xpos) = _tags[tag];
            var word = text.Slice(words[index].Start, words[index].Length);

            // What was looked up in lower case may be a name after all.
            var wordCase = features[index].Case == WordCase.Lower && Lemmatizer.KeepsCase(xpos) ? WordCase.Title : features[index].Case;
            var length = WordReader.Restore(word, wordCase, form);
            ref readonly var node = ref state[index + 1];
            var lemma = Lemmatizer.IsOwnLemma(upos, xpos) ? _lemmatizer.OwnLemma(word) : _lemmatizer.Lemma(tag, form[..length]);
            foreach (ref var unit in form[..length])
                unit = char.ToLowerInvariant(unit);
            annotations[index] = new WordAnnotation(
                upos,
                xpos,
                lemma,
                _morphology.Of(tag, form[..length]),
                node.Head == state.Root ? -1 : start + node.Head - 1,
                (DependencyRelation)node.Relation);
        }

        Morphology.Refine(annotations, start, buffers.Subjects.AsSpan(0, words.Length), buffers.Around.AsSpan(0, words.Length));
    }

    private sealed class Buffers
    {
        public Buffers() => Features.AsSpan(0, Tagger.Border).Fill(WordReader.Outside);

        public WordFeatures[] Features { get; } = new WordFeatures[MaxPiece + (2 * Tagger.Border)];

        public ParserWord[] ParserWords { get; } = new ParserWord[MaxPiece + 2];

        public BeamSearch Search { get; } = new(TransitionParser.Width, MaxPiece);

        public int[] Subjects { get; } = new int[MaxPiece];

        public byte[] Around { get; } = new byte[MaxPiece];
    }
}
