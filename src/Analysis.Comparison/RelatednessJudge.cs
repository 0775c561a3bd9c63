using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Analysis.Comparison;

/// <summary>An article as a bag of terms, and the marks by which a story is known.</summary>
internal sealed class ArticleProfile
{
    public ArticleProfile(ArticleWords article)
    {
        var (model, termAt) = (article.Model, article.TermAt);
        Model = model;
        int end = MainSection.EndOf(model.Tree);
        // By term.
        int[] counts = new int[termAt.Length == 0 ? 0 : termAt.Max() + 1], factors = new int[counts.Length];
        var words = new List<uint>(termAt.Length);
        foreach (var sentence in model.Tree.Sentences)
        {
            if (sentence.Span.Start >= end) break;
            if (model.Tree.Blocks[sentence.Block].Kind is SyntaxKind.Caption) continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (model.Tree.Tokens[i].Kind is SyntaxKind.Word or SyntaxKind.Number) words.Add(article.HashAt(i));
                // "Mr.", "Sen." tell what the outlet calls people, not what the story is.
                if (termAt[i] < 0 || model.Text.Words[i].Upos is Upos.PROPN && NameReader.IsTitle(model.Text.Words[i].Lemma)) continue;
                counts[termAt[i]]++;
                factors[termAt[i]] = Math.Max(factors[termAt[i]], FactorOf(model.Text.Words[i].Upos));
            }
        }
        var weights = ImmutableArray.CreateBuilder<(int, int)>();
        double squares = 0;
        for (int term = 0; term < counts.Length; term++)
        {
            if (counts[term] == 0) continue;
            // The square root keeps one word that is said often from outweighing the rest.
            int weight = (int)Math.Sqrt(counts[term] * 10000.0) * factors[term];
            weights.Add((term, weight));
            squares += (double)weight * weight;
        }
        Weights = weights.DrainToImmutable();
        Length = Math.Sqrt(squares);
        Shingles = ShinglesOf(words);
    }

    public SemanticModel Model { get; }

    /// <summary>The terms of the article, ascending, with their weights, which are positive.</summary>
    public ImmutableArray<(int Term, int Weight)> Weights { get; }

    /// <summary>Euclidean length of the weights.</summary>
    public double Length { get; }

    /// <summary>Hashes of every run of four words.</summary>
    public HashSet<uint> Shingles { get; }

    // Names tell stories apart best, verbs worst.
    private static int FactorOf(Upos upos) => upos switch { Upos.PROPN => 3, Upos.NOUN => 2, _ => 1 };

    private static HashSet<uint> ShinglesOf(List<uint> words)
    {
        const int Size = 4;
        var shingles = new HashSet<uint>(words.Count);
        for (int i = 0; i + Size <= words.Count; i++)
        {
            uint hash = 2166136261;
            for (int k = 0; k < Size; k++) hash = (hash ^ words[i + k]) * 16777619;
            shingles.Add(hash);
        }
        return shingles;
    }
}

/// <summary>Decides how two articles stand to each other, with the evidence for it.</summary>
internal static class RelatednessJudge
{
    // Similarities in thousandths, set on the samples of this project; a suite will fit them.
    private const int StorySimilarity = 300, StoryWithoutNames = 500, TopicSimilarity = 170;

    /// <summary>Days between two reports of one event: what is older is another event, or an old report.</summary>
    private const int StoryDays = 4;

    /// <summary>Most names that are given as evidence.</summary>
    private const int MaxNames = 8;

    public static Relatedness Judge(int leftIndex, ArticleProfile left, int rightIndex, ArticleProfile right, ImmutableArray<QuoteAlignment> quotes)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        if (left.Model.Tree.Text.Text == right.Model.Tree.Text.Text)
            return new Relatedness(leftIndex, rightIndex, Verdict.Identical, Confidence.Full, []);

        int common = left.Shingles.Count <= right.Shingles.Count ? left.Shingles.Count(right.Shingles.Contains) : right.Shingles.Count(left.Shingles.Contains);
        int fewer = Math.Min(left.Shingles.Count, right.Shingles.Count), all = left.Shingles.Count + right.Shingles.Count - common;
        int overlap = fewer == 0 ? 0 : 1000 * common / fewer, jaccard = all == 0 ? 0 : 1000 * common / all;
        if (overlap >= 250) evidence.Add(new Evidence(EvidenceKind.SharedWords, $"{overlap / 10} %", []));

        foreach (var quote in quotes)
            if (quote.Alteration is not Alteration.Paraphrase)
                evidence.Add(new Evidence(
                    EvidenceKind.SharedQuote, left.Model.Tree.Text.ToString(quote.Left[0]),
                    [new ArticleSpans(leftIndex, quote.Left), new ArticleSpans(rightIndex, quote.Right)]));
        int sharedQuotes = evidence.Count(e => e.Kind is EvidenceKind.SharedQuote);

        var edition = DifferentEdition(leftIndex, left.Model, rightIndex, right.Model);
        if (edition is not null) evidence.Add(edition);
        int? days = DaysApart(left.Model, right.Model);
        if (days is { } apart)
            evidence.Add(new Evidence(
                apart <= StoryDays ? EvidenceKind.DatesAgree : EvidenceKind.DatesApart,
                $"{LocalDatePattern.Iso.Format(left.Model.Date!.Value.Date)}, {LocalDatePattern.Iso.Format(right.Model.Date!.Value.Date)}", DateLocations(leftIndex, left.Model, rightIndex, right.Model)));
        int names = AddSharedNames(evidence, leftIndex, left, rightIndex, right);

        int similarity = Similarity(left, right);
        bool sameDays = days is not > StoryDays;
        var verdict = jaccard >= 800 ? Verdict.NearDuplicate
            : overlap >= 600 && OneAgency(left.Model, right.Model) ? Verdict.WireCopy
            : overlap >= 600 && SameAddress(left.Model, right.Model) ? Verdict.Revision
            : edition is null && sameDays && (similarity >= StorySimilarity && names >= 1 || similarity >= StoryWithoutNames || sharedQuotes >= 1 && similarity >= TopicSimilarity) ? Verdict.SameStory
            : similarity >= TopicSimilarity && names >= 1 || similarity >= StorySimilarity || sharedQuotes >= 1 ? Verdict.SameTopic
            : Verdict.Unrelated;
        // Far from the border the verdict is sure, at the border it is even.
        int border = verdict is Verdict.SameStory ? similarity - StorySimilarity : verdict is Verdict.SameTopic ? similarity - TopicSimilarity : TopicSimilarity - similarity;
        int sure = verdict is Verdict.NearDuplicate or Verdict.WireCopy or Verdict.Revision ? 950
            : Math.Clamp(600 + Math.Max(0, border) + (sharedQuotes > 0 ? 150 : 0) + (edition is not null || days is not null ? 100 : 0), 500, 980);
        return new Relatedness(leftIndex, rightIndex, verdict, new Confidence(sure), evidence.ToImmutable());
    }

    private static int Similarity(ArticleProfile left, ArticleProfile right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        var (l, r) = (left.Weights, right.Weights);
        long dot = 0;
        for (int i = 0, j = 0; i < l.Length && j < r.Length;)
        {
            if (l[i].Term == r[j].Term) dot += (long)l[i++].Weight * r[j++].Weight;
            else if (l[i].Term < r[j].Term) i++;
            else j++;
        }
        return (int)(1000 * (dot / (left.Length * right.Length)));
    }

    private static int AddSharedNames(ImmutableArray<Evidence>.Builder evidence, int leftIndex, ArticleProfile left, int rightIndex, ArticleProfile right)
    {
        var (byLeft, byRight) = (EntitiesByKey(left.Model), EntitiesByKey(right.Model));
        // Every tie is broken by what is the same seen from either side.
        var pairs = byLeft.Where(l => byRight.ContainsKey(l.Key)).SelectMany(l => l.Value.SelectMany(_ => byRight[l.Key], (own, other) => (Left: own, Right: other, l.Key)))
            .OrderByDescending(p => Math.Min(p.Left.Mentions.Length, p.Right.Mentions.Length)).ThenBy(p => p.Key, StringComparer.Ordinal)
            .ThenBy(p => p.Left.Index + p.Right.Index).ThenBy(p => Math.Abs(p.Left.Index - p.Right.Index));
        var usedLeft = new HashSet<int>();
        var usedRight = new HashSet<int>();
        foreach (var (l, r, _) in pairs)
        {
            if (usedLeft.Contains(l.Index) || usedRight.Contains(r.Index)) continue;
            usedLeft.Add(l.Index);
            usedRight.Add(r.Index);
            if (usedLeft.Count <= MaxNames)
                evidence.Add(new Evidence(
                    EvidenceKind.SharedEntity, l.Name, [new ArticleSpans(leftIndex, [l.Mentions[0].Span]), new ArticleSpans(rightIndex, [r.Mentions[0].Span])]));
        }
        return usedLeft.Count;
    }

    /// <summary>The entities of the article itself by the forms in which another article may know them, a bounded number a form.</summary>
    private static Dictionary<string, List<Entity>> EntitiesByKey(SemanticModel model)
    {
        const int MostNamesakes = 4;
        int end = MainSection.EndOf(model.Tree);
        var byKey = new Dictionary<string, List<Entity>>(StringComparer.Ordinal);
        foreach (var entity in model.Entities)
        {
            if (entity.Mentions[0].Span.Start >= end) continue;
            foreach (string key in entity.Keys)
            {
                if (!byKey.TryGetValue(key, out var namesakes)) byKey[key] = namesakes = [];
                if (namesakes.Count < MostNamesakes) namesakes.Add(entity);
            }
        }
        return byKey;
    }

    /// <summary>The same event with another number: "Army-2023" and "Army-2022", "the 41st edition" and "the 42nd".</summary>
    private static Evidence? DifferentEdition(int leftIndex, SemanticModel left, int rightIndex, SemanticModel right)
    {
        var numbered = new Dictionary<string, (string Number, TextSpan Span)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, number, span) in Editions(right)) numbered.TryAdd(name, (number, span));
        foreach (var (name, number, span) in Editions(left))
            if (numbered.TryGetValue(name, out var other) && other.Number != number)
                return new Evidence(EvidenceKind.DifferentEdition, $"{name} {number}, {name} {other.Number}", [new ArticleSpans(leftIndex, [span]), new ArticleSpans(rightIndex, [other.Span])]);
        return null;
    }

    private static IEnumerable<(string Name, string Number, TextSpan Span)> Editions(SemanticModel model)
    {
        int end = MainSection.EndOf(model.Tree);
        foreach (var entity in model.Entities)
        {
            if (entity.Mentions[0].Span.Start >= end) continue;
            // "Army-2023", "Expo 2020"
            string name = entity.Name;
            int seam = name.LastIndexOfAny([' ', '-']);
            if (seam > 0 && name.Length - seam - 1 is 4 && name.AsSpan(seam + 1) is ['1' or '2', ..] && int.TryParse(name.AsSpan(seam + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return (name[..seam], name[(seam + 1)..], entity.Mentions[0].Span);
        }
        foreach (var quantity in model.Quantities)
            if (quantity is { Kind: QuantityKind.Ordinal, Value: { } value, Counted.Lemma: "edition" or "anniversary" or "annual" } && quantity.Span.Start < end)
                yield return (quantity.Counted.Value.Lemma, value.ToString("0", CultureInfo.InvariantCulture), quantity.Span);
    }

    private static int? DaysApart(SemanticModel left, SemanticModel right) =>
        left.Date is { } l && right.Date is { } r ? Math.Abs(Period.DaysBetween(l.Date, r.Date)) : null;

    private static ImmutableArray<ArticleSpans> DateLocations(int leftIndex, SemanticModel left, int rightIndex, SemanticModel right)
    {
        var locations = ImmutableArray.CreateBuilder<ArticleSpans>(2);
        if (left.Metadata.Published?.Span is { } l) locations.Add(new ArticleSpans(leftIndex, [l]));
        if (right.Metadata.Published?.Span is { } r) locations.Add(new ArticleSpans(rightIndex, [r]));
        return locations.ToImmutable();
    }

    /// <summary>Whether both credit one agency, or only one of them credits any: who prints its text may leave its name out.</summary>
    private static bool OneAgency(SemanticModel left, SemanticModel right) => (left.Metadata.Agency, right.Metadata.Agency) switch
    {
        ({ } l, { } r) => (AuthorNames.AgencyOf(l.Value) ?? l.Value.ToLowerInvariant()) == (AuthorNames.AgencyOf(r.Value) ?? r.Value.ToLowerInvariant()),
        (null, null) => false,
        _ => true,
    };

    private static bool SameAddress(SemanticModel left, SemanticModel right) =>
        left.Metadata.Address is { } l && right.Metadata.Address is { } r && l.Value == r.Value;
}
