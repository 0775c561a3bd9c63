using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;
using BenchmarkDotNet.Attributes;

namespace Analysis.Benchmarks;

/// <summary>The steps from text to words with grammar and names, each for one article of 5 KB; <c>language</c> measures the same on real news.</summary>
/// <remarks>Words, tags and parse each include the steps before them in the sentence.</remarks>
public class LanguageBenchmarks
{
    private static readonly ImmutableArray<string> Articles = [.. Texts.Pairs.Select(pair => pair.Left)];
    private static readonly ImmutableArray<AnnotatedText> Annotated = [.. Texts.Models.Select(pair => pair.Left.Text)];

    private readonly LanguageStages _stages = new();
    private int _turn;

    [Benchmark(Description = "tree"), Articles(1)]
    public SyntaxTree Tree() => SyntaxTree.Parse(SourceText.From(Articles.Next(ref _turn)));

    [Benchmark(Description = "words"), Articles(1)]
    public void Words() => _stages.Annotate(Annotated.Next(ref _turn).Tree, tag: false, parse: false);

    [Benchmark(Description = "words, tags"), Articles(1)]
    public void Tags() => _stages.Annotate(Annotated.Next(ref _turn).Tree, tag: true, parse: false);

    [Benchmark(Description = "words, tags, parse"), Articles(1)]
    public void Parse() => _stages.Annotate(Annotated.Next(ref _turn).Tree, tag: true, parse: true);

    [Benchmark(Description = "words, tags, parse, lemmas, features"), Articles(1)]
    public AnnotatedText Annotate() => AnnotatedText.Annotate(Annotated.Next(ref _turn).Tree, TrainedParser.Default);

    [Benchmark(Description = "names"), Articles(1)]
    public ImmutableArray<NameSpan> Names() => NameTagger.Default.Tag(Annotated.Next(ref _turn));

    [Benchmark(Description = "all of language"), Articles(1)]
    public AnnotatedText All() => LanguageStages.Read(Articles.Next(ref _turn)).Text;
}
