using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Benchmarks;

/// <summary>The steps from a text to words with grammar and names, each to be run and measured alone.</summary>
internal sealed class LanguageStages
{
    private readonly WordReader _reader;
    private readonly Tagger _tagger;
    private readonly TransitionParser _parser;

    // Room for the longest sentence that the splitter lets stand.
    private readonly WordFeatures[] _features = new WordFeatures[SentenceSyntax.MaxStretch + (2 * Tagger.Border)];
    private readonly ParserWord[] _words = new ParserWord[SentenceSyntax.MaxStretch + 2];
    private readonly BeamSearch _search = new(TransitionParser.Width, SentenceSyntax.MaxStretch);

    public LanguageStages()
    {
        var model = LanguageResource.Embedded.Load(LanguageResource.Parser, (_, content) => LanguageModel.Read(content));
        _reader = new WordReader(model.Lexicon);
        _tagger = new Tagger(model.Tags, model.Tagger, model.SecondTagger);
        _parser = new TransitionParser(model.Actions, model.Parser);
    }

    /// <summary>Everything.</summary>
    public static (AnnotatedText Text, ImmutableArray<NameSpan> Names) Read(string text)
    {
        var annotated = AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default);
        return (annotated, NameTagger.Default.Tag(annotated));
    }

    /// <summary>What the tagger sees of the words of a tree, and with <paramref name="tag"/> and <paramref name="parse"/> what comes of it.</summary>
    public void Annotate(SyntaxTree tree, bool tag, bool parse)
    {
        Span<TextSpan> spans = stackalloc TextSpan[SentenceSyntax.MaxStretch];
        _features.AsSpan(0, Tagger.Border).Fill(WordReader.Outside);
        foreach (var sentence in tree.Sentences)
        {
            int count = sentence.TokenCount;
            for (int i = 0; i < count; i++) spans[i] = tree.Tokens[sentence.FirstToken + i].Span;
            var padded = _features.AsSpan(0, count + (2 * Tagger.Border));
            padded[^Tagger.Border..].Fill(WordReader.Outside);
            _reader.Read(tree.Text.Text, spans[..count], padded[Tagger.Border..^Tagger.Border]);
            if (tag) _tagger.Tag(padded);
            if (!parse) continue;
            var words = _words.AsSpan(0, count + 2);
            ParserWord.Fill(padded[Tagger.Border..^Tagger.Border], words);
            _parser.Parse(words, _search);
        }
    }
}
