using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>The laws of <see cref="LawTests"/> over real articles.</summary>
/// <remarks>
/// The dear ones look at one case in so many, as they say; ANALYSIS_FULL_LAWS=1 looks at all. What breaks a law is counted: the figure in
/// the test is what is known to break it in a full run, and a sample may not break it more often.
/// </remarks>
public partial class BasilLawTests
{
    // A paragraph with one of these leans on what stands around it.
    private static readonly FrozenSet<string> Leaning = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that", "these", "those", "we", "us", "our", "i", "my", "you", "your", "there",
        "here", "then", "also", "but", "however", "former", "latter", "such", "both", "another", "other", "others", "same", "one", "ones", "who", "himself", "herself", "themselves");

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [FactRequires(Data = Basil.Data)]
    public void Article_WithItself_AgreesInEverything() => AssertKnown(
        Basil.Violations(Basil.Articles, article => Laws.Disagreement(Engine.Compare(article.Model, article.Model))), Basil.Articles.Length, 0);

    [FactRequires(Data = Basil.Data)]
    public void Article_ReadAgain_AgreesInEverything()
    {
        var articles = Basil.Sample(Basil.Articles, 5);
        AssertKnown(Basil.Violations(articles, article => Laws.Disagreement(Engine.Compare(article.Model, article.Read(article.Paragraphs)))), articles.Length, 0);
    }

    [FactRequires(Data = Basil.Data)]
    public void Comparison_IsMirrored()
    {
        AssertKnown(Basil.Violations(Basil.Pairs, pair => Laws.Asymmetry(pair.Left.Model, pair.Right.Model)), Basil.Pairs.Length, 0);
        // Of different events too, each with the next.
        var strangers = Basil.Events.Select((articles, i) => (Left: articles[0], Right: Basil.Events[(i + 1) % Basil.Events.Length][1])).ToImmutableArray();
        AssertKnown(Basil.Violations(strangers, pair => Laws.Asymmetry(pair.Left.Model, pair.Right.Model)), strangers.Length, 0);
    }

    [FactRequires(Data = Basil.Data)]
    public void Passages_AreMirrored()
    {
        var pairs = Basil.Sample(Basil.Pairs, 6);
        AssertKnown(Basil.Violations(pairs, pair => pair.Left.Paragraphs.Zip(pair.Right.Paragraphs, (left, right) => Passages.Asymmetry(string.Join(' ', left), string.Join(' ', right))).FirstOrDefault(violation => violation is not null)), pairs.Length, 0);
    }

    [FactRequires(Data = Basil.Data)]
    public void Story_DoesNotDependOnTheOrderOfItsArticles()
    {
        int[][] orders = [[2, 1, 0], [1, 2, 0], [0, 2, 1]];
        AssertKnown(Basil.Violations(Basil.Events, articles => Laws.OrderDependence([.. articles.Select(article => article.Model)], orders)), Basil.Events.Length, 0);
    }

    [FactRequires(Data = Basil.Data)]
    public void Copy_AddsNoOrigin() => AssertKnown(
        Basil.Violations(Basil.Events, articles =>
        {
            SemanticModel[] models = [.. articles.Select(article => article.Model)];
            var without = Engine.Compare(models).Origins;
            var with = Engine.Compare([.. models, models[0]]).Origins;
            var copied = with.FirstOrDefault(origin => origin.Articles.Contains(0));
            if (copied is null || !copied.Articles.Contains(models.Length)) return $"{articles[0]} and its copy have no origin in common.";
            int Count(ImmutableArray<Origin> origins, int all) => all - origins.Sum(origin => origin.Articles.Length - 1);
            return Count(without, models.Length) == Count(with, models.Length + 1) ? null : $"The copy of {articles[0]} changes the number of origins.";
        }),
        Basil.Events.Length, 0);

    [FactRequires(Data = Basil.Data)]
    public void OneNumberChanged_IsOneQuantity()
    {
        var all = PlantedEdits.Numbers(Basil.Articles);
        var edits = Basil.Sample(all, 2);
        // Known: the clause with the figure has no subject of its own, so that no claim holds it.
        AssertKnown(Basil.Violations(edits, edit => Violation(edit, DifferenceKind.Quantity)), edits.Length, 1);
    }

    [FactRequires(Data = Basil.Data)]
    public void NotInserted_IsOneNegation()
    {
        var all = PlantedEdits.Negations(Basil.Articles);
        var edits = Basil.Sample(all, 5);
        // Known: "have not" in front of a noun or an adverb, which English does not say ("had not legislation"), and one planted behind its verb.
        AssertKnown(Basil.Violations(edits, edit => Violation(edit, DifferenceKind.Negation)), edits.Length, 8);
    }

    [FactRequires(Data = Basil.Data)]
    public void ParagraphMoved_ChangesNothing()
    {
        var articles = Basil.Sample([.. Basil.Articles.SelectMany(article => SelfContained(article).Take(1).Select(p => (Article: article, Paragraph: p)))], 3);
        AssertKnown(Basil.Violations(articles, move => Laws.Disagreement(Engine.Compare(
            move.Article.Model, move.Article.Read(move.Article.Paragraphs.RemoveAt(move.Paragraph).Add(move.Article.Paragraphs[move.Paragraph])))) is { } violation ? $"{move.Article} {move.Paragraph}: {violation}" : null), articles.Length, 0);
    }

    [FactRequires(Data = Basil.Data)]
    public void Typography_ChangesNothingButQuotes()
    {
        var articles = Basil.Sample(Basil.Articles, 3);
        AssertKnown(Basil.Violations(articles, article =>
        {
            string text = article.Write(article.Paragraphs), plain = Laws.Plain(text);
            var model = article.ReadText(plain);
            return (Laws.MoreThanTypography(Engine.Compare(article.Model, model)) ?? Laws.MoreThanTypography(Engine.Compare(model, article.ReadText(Laws.Curly(plain))))) is { } violation ? $"{article}: {violation}" : null;
            // Known: a hyphen between spaces is no dash to the parser, which may then read other clauses; four stops may be read as three and one.
        }), articles.Length, 15);
    }

    // The outlets of these events do not contradict each other in what the engine can tell; what it finds here has to be looked at.
    [FactRequires(Data = Basil.Data)]
    public void SameEvent_HasNoConflict() => AssertKnown(
        Basil.Violations(Basil.Pairs, pair => Laws.Conflict(Engine.Compare(pair.Left.Model, pair.Right.Model)) is { } violation ? $"{pair.Left} {pair.Right}: {violation}" : null), Basil.Pairs.Length, 0);

    [FactRequires(Data = Basil.Data)]
    public void SameEvent_IsOneStory() => AssertKnown(
        Basil.Violations(Basil.Pairs, pair => Engine.Compare(pair.Left.Model, pair.Right.Model).Relatedness[0].Verdict is Verdict.Unrelated or Verdict.SameTopic ? $"{pair.Left} {pair.Right}" : null), Basil.Pairs.Length, 3);

    [FactRequires(Data = Basil.Data)]
    public void Answers_DependOnNeitherThreadNorCulture()
    {
        var pairs = Basil.Sample(Basil.Pairs, 12);
        string[] cultures = ["tr-TR", "de-DE", "ar-SA", ""];
        string[] expected = [.. pairs.Select(All)];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            CultureInfo.CurrentCulture = new CultureInfo(cultures[i % cultures.Length]);
            Assert.Equal(expected[i], All(pairs[i]));
        });

        static string All((BasilArticle Left, BasilArticle Right) pair)
        {
            var (left, right) = (pair.Left.Read(pair.Left.Paragraphs), pair.Right.Read(pair.Right.Paragraphs));
            return Render.Model(left) + Render.Model(right) + string.Join('\n', Findings.Of(Engine.Compare(left, right), 0, 1));
        }
    }

    private static string? Violation(PlantedEdit edit, DifferenceKind kind) =>
        Laws.OtherThanOne(Engine.Compare(edit.Article.Model, edit.Article.Read(edit.Edited)), kind, edit.Left, edit.Right) is { } violation ? $"{edit.Article}: {edit.Sentence}\n    {violation}" : null;

    /// <summary>Paragraphs in the middle of an article that lean on nothing around them, and on which the paragraph behind does not lean.</summary>
    private static IEnumerable<int> SelfContained(BasilArticle article)
    {
        for (int p = 1; p + 1 < article.Paragraphs.Length; p++)
            if (Stands(string.Join(' ', article.Paragraphs[p])) && Stands(article.Paragraphs[p + 1][0])) yield return p;

        static bool Stands(string text) => !text.AsSpan().ContainsAny('“', '”', '"') && text.EndsWith('.') && !Word().Matches(text).Any(word => Leaning.Contains(word.Value));
    }

    private static void AssertKnown(ImmutableArray<string> violations, int cases, int known)
    {
        Assert.True(cases > 0, "There are no cases.");
        Assert.True(violations.Length <= known, $"{violations.Length} of {cases} break the law, {known} are known to:\n{string.Join("\n", violations)}");
    }
}
