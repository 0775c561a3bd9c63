using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using BenchmarkDotNet.Attributes;

namespace Analysis.Benchmarks;

/// <summary>From text to model, for one article of 5 KB.</summary>
public class ArticleBenchmarks
{
    private int _turn;

    [Benchmark(Description = "parse 5 KB"), Articles(1)]
    public SyntaxTree Parse() => SyntaxTree.Parse(SourceText.From(Texts.Pairs.Next(ref _turn).Left));

    /// <summary>Grammar alone, on a tree that is there already.</summary>
    [Benchmark(Description = "tag and parse sentences, 5 KB"), Articles(1)]
    public AnnotatedText Annotate() => AnnotatedText.Annotate(Texts.Models.Next(ref _turn).Left.Tree, TrainedParser.Default);

    /// <summary>Everything: tree, grammar, meaning.</summary>
    [Benchmark(Description = "analyse 5 KB"), Articles(1)]
    public SemanticModel Analyse() => Texts.Read(Texts.Pairs.Next(ref _turn).Left);
}
