using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>What two articles say of one thing, each in a part of its sentences.</summary>
internal sealed record Entry(Passage Left, Passage Right, ImmutableArray<Alignment> Alignments);

/// <summary>What one article alone says.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Passages">The most important, in order of the text.</param>
/// <param name="Number">How many there are in all.</param>
internal sealed record OnlyPassages(uint Article, ImmutableArray<Passage> Passages, int Number);

/// <summary>What some articles of a story say in one sentence of the first of them.</summary>
internal sealed record Row(ImmutableArray<Cluster> Clusters)
{
    public IReadOnlyList<ArticleStance> Stances => Clusters[0].Stances;

    public IEnumerable<uint> Sayers => Of(Stance.Says);

    public IEnumerable<uint> Others => Of(Stance.SaysOtherwise);

    /// <summary>How many independent reports say so.</summary>
    public uint Reports => Clusters.Max(cluster => cluster.Reports) is > 0 and var reports ? reports : (uint)Sayers.Count();

    private IEnumerable<uint> Of(Stance stance) => Stances.Where(said => said.Stance == stance).Select(said => said.Article);
}

/// <summary>What a report shows of a comparison: each thing once, and of a sentence only the part that it is about.</summary>
internal sealed partial class ReportContents
{
    /// <summary>Lines of a list; the rest is counted.</summary>
    public const int MostListed = 10;

    // Below it, sentences that are called related without a typed difference seldom have more than a topic in common.
    private const double LeastRelated = 0.65;

    // A claim of fewer words says nothing without its sentence.
    private const int FewestOfAClaim = 3;

    private const int FirstParagraphs = 3, MostJoined = 3;

    // The value of a difference of modality where one side reports a denial.
    private const string Denied = "ReportedDenied";

    private readonly ComparedArticles _compared;
    private readonly Comparison _comparison;
    private readonly ILookup<(uint Article, Span Sentence), Claim> _sentences;

    public ReportContents(ComparedArticles compared)
    {
        _compared = compared;
        _comparison = compared.Comparison;
        _sentences = _comparison.Claims.ToLookup(claim => (claim.Article, compared.Articles[(int)claim.Article].Sentence(claim)));

        var quotes = _comparison.Quotes.ToLookup(quote => quote.Alteration switch
        {
            Alteration.Identical => nameof(Same),
            Alteration.Typography or Alteration.CaseOrSpace => nameof(Typography),
            Alteration.Truncated or Alteration.Extended => nameof(Longer),
            _ => nameof(Altered),
        });
        Altered = [.. quotes[nameof(Altered)]];
        Longer = [.. quotes[nameof(Longer)]];
        Same = [.. quotes[nameof(Same)]];
        Typography = [.. quotes[nameof(Typography)]];

        Conflicts = [.. Alignments(Relation.Conflicts)];
        Updates = [.. Alignments(Relation.Updates, Relation.UpdatedBy)];
        var told = Conflicts.Concat(Updates).Select(Pair).ToHashSet();
        var shared = Entries(Alignments(Relation.Equivalent, Relation.Refines, Relation.Generalizes).Where(alignment => !told.Contains(Pair(alignment))))
            .Where(BothSayEnough)
            .ToLookup(entry => entry.Alignments.Any(alignment => alignment.Relation == Relation.Refines) ? Relation.Refines
                : entry.Alignments.Any(alignment => alignment.Relation == Relation.Generalizes) ? Relation.Generalizes
                : Relation.Equivalent);
        Equivalent = [.. shared[Relation.Equivalent]];
        LeftSaysMore = [.. shared[Relation.Refines]];
        RightSaysMore = [.. shared[Relation.Generalizes]];

        // An agreement of two sentences must not hide a difference of theirs.
        told.UnionWith(shared.SelectMany(entries => entries).Select(entry => Pair(entry.Alignments[0])));
        var related = Alignments(Relation.Related).ToLookup(alignment => alignment.Reason == RelationReason.DifferentEdition);
        OtherEdition = [.. Entries(related[true])];
        var likely = related[false].Where(alignment => Differs(alignment) || (alignment.Confidence >= LeastRelated && !told.Contains(Pair(alignment))));
        Related = [.. Entries(likely).Where(entry => entry.Alignments.Any(Differs) || BothSayEnough(entry))];
        Rows = RowsOf(_comparison.Clusters);
        Only = [.. _comparison.OnlyIn.Select(OnlyOf)];
    }

    public ImmutableArray<Alignment> Conflicts { get; }

    public ImmutableArray<Alignment> Updates { get; }

    /// <summary>Quotations of which one article has other words.</summary>
    public ImmutableArray<QuoteAlignment> Altered { get; }

    /// <summary>Quotations of which one article has more.</summary>
    public ImmutableArray<QuoteAlignment> Longer { get; }

    public ImmutableArray<QuoteAlignment> Same { get; }

    /// <summary>Quotations that are the same but for typography.</summary>
    public ImmutableArray<QuoteAlignment> Typography { get; }

    public ImmutableArray<Entry> Equivalent { get; }

    public ImmutableArray<Entry> LeftSaysMore { get; }

    public ImmutableArray<Entry> RightSaysMore { get; }

    public ImmutableArray<Entry> OtherEdition { get; }

    public ImmutableArray<Entry> Related { get; }

    /// <summary>What the articles of a story say, most widely reported first.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>One an article, in order.</summary>
    public ImmutableArray<OnlyPassages> Only { get; }

    /// <summary>How many statements stand in both articles of a pair, quotations aside.</summary>
    public int Shared => Equivalent.Length + LeftSaysMore.Length + RightSaysMore.Length;

    /// <summary>What an article of a story leaves out, most widely reported first.</summary>
    public ImmutableArray<Row> Omitted(Omission omission) => RowsOf(omission.Clusters.Select(cluster => _comparison.Clusters[(int)cluster]));

    /// <summary>What an article says in a row; without spans where the answer lacks its claims.</summary>
    public Passage PassageOf(uint article, Row row)
    {
        var claims = ClaimsOf(article, row);
        return claims.Count > 0 ? Part(new Passage(article, [_compared.Articles[(int)article].Sentence(claims[0])]), claims) : new Passage(article, []);
    }

    /// <summary>A claim of a row whose speaker stands outside the words that are shown; null where there is none.</summary>
    public Claim? Unnamed(uint article, Row row)
    {
        var shown = PassageOf(article, row).Spans;
        return ClaimsOf(article, row).FirstOrDefault(
            claim => claim.Attribution.Count > 0 && !claim.Attribution.Any(link => link.Source is { } source && IsWithin(source, shown)));
    }

    // The claims of a row that stand in the sentence of the first.
    private List<Claim> ClaimsOf(uint article, Row row)
    {
        var text = _compared.Articles[(int)article];
        var claims = row.Clusters.SelectMany(cluster => ClaimsOf(article, cluster)).ToList();
        return [.. claims.Where(claim => text.Sentence(claim).Equals(text.Sentence(claims[0])))];
    }

    private IEnumerable<Claim> ClaimsOf(uint article, Cluster cluster)
    {
        string[] named = [.. cluster.Members.Where(member => member.Article == article).Select(member => member.Claim)];
        return _compared.Claims(article, named.Length > 0 ? named : cluster.Claims);
    }

    private List<Claim> ClaimsOf(IEnumerable<Alignment> alignments, Func<Alignment, AlignmentSide> side) =>
        [.. alignments.Select(side).SelectMany(words => _compared.Claims(words.Article, words.Claims))];

    private IEnumerable<Alignment> Alignments(params IEnumerable<Relation> relations) =>
        _comparison.Alignments.Where(alignment => relations.Contains(alignment.Relation));

    private (Passage Left, Passage Right) Pair(Alignment alignment) => (Passage.Of(_compared, alignment.Left), Passage.Of(_compared, alignment.Right));

    // One a pair of sentences; what lies in a quotation stands among the quotations.
    private IEnumerable<Entry> Entries(IEnumerable<Alignment> alignments) => alignments
        .Where(alignment => Differs(alignment) || !IsQuoted(alignment))
        .GroupBy(Pair)
        .Select(pair => new Entry(
            Part(pair.Key.Left, ClaimsOf(pair, alignment => alignment.Left)),
            Part(pair.Key.Right, ClaimsOf(pair, alignment => alignment.Right)),
            [.. pair]));

    // Whether related claims have a difference that says by itself in what they differ.
    private static bool Differs(Alignment alignment) => alignment.Relation == Relation.Related && alignment.Differences.Any(difference => difference.Kind
        is DifferenceKind.Quantity or DifferenceKind.Negation or DifferenceKind.Antonym or DifferenceKind.Entity or DifferenceKind.Date or DifferenceKind.Place
        || difference.LeftValue == Denied || difference.RightValue == Denied);

    private bool IsQuoted(Alignment alignment) => _comparison.Quotes.Any(quote => LiesIn(alignment.Left, quote.Left) && LiesIn(alignment.Right, quote.Right));

    private static bool LiesIn(AlignmentSide side, Location words) => side.Article == words.Article && side.Spans.All(span => IsWithin(span, words.Spans));

    private static bool IsWithin(Span span, IEnumerable<Span> others) => others.Any(other => other.Start <= span.Start && span.End <= other.End);

    private bool BothSayEnough(Entry entry) =>
        SaysEnough(entry.Left.Article, ClaimsOf(entry.Alignments, alignment => alignment.Left))
        && SaysEnough(entry.Right.Article, ClaimsOf(entry.Alignments, alignment => alignment.Right));

    // Whether claims are all of their sentences, or at least one by itself says something there.
    // A phrase, a condition, and one half of "nobody believes that it rained" do not.
    private bool SaysEnough(uint article, List<Claim> claims)
    {
        string text = _compared.Articles[(int)article].Text;
        var others = OthersOf(article, claims);
        return others.Count == 0 || claims.Any(claim =>
            !IsPhrase(claim)
            && claim.Predicate?.Modality != Modality.Conditional
            && Passage.WordsIn(text.Slice(claim.Span)) >= FewestOfAClaim
            && !others.Any(other => Passage.Governs(text, other, claim.Span) || Passage.LeadsTo(text, claim.Span, other)));
    }

    // The sentences without their other claims.
    private Passage Part(Passage sentences, List<Claim> claims) =>
        sentences.Part(_compared.Articles[(int)sentences.Article].Text, claims.Select(claim => claim.Span), OthersOf(sentences.Article, claims));

    // Whether a claim is no clause: what is said beside a name, or an event that a noun names.
    private static bool IsPhrase(Claim claim) => claim.Predicate?.Tense == Tense.None;

    // The words of the other claims of the sentences that claims stand in; a phrase belongs to the clause around it.
    private List<Span> OthersOf(uint article, List<Claim> claims)
    {
        var ids = claims.Select(claim => claim.Id).ToHashSet();
        var sentences = claims.Select(_compared.Articles[(int)article].Sentence).Distinct();
        return [.. sentences.SelectMany(sentence => _sentences[(article, sentence)]).Where(claim => !ids.Contains(claim.Id) && !IsPhrase(claim)).Select(claim => claim.Span)];
    }

    // One row for what the same articles say in one sentence.
    private ImmutableArray<Row> RowsOf(IEnumerable<Cluster> clusters)
    {
        var rows = clusters.GroupBy(KeyOf).Select(group => new Row([.. group]));
        return [.. rows.Where(SaysEnough).OrderByDescending(row => row.Reports)];

        bool SaysEnough(Row row) => !row.Sayers.Any() || this.SaysEnough(row.Sayers.First(), ClaimsOf(row.Sayers.First(), row));
    }

    private string KeyOf(Cluster cluster)
    {
        var row = new Row([cluster]);
        var sentences = row.Sayers.Take(1).Concat(row.Others)
            .SelectMany(article => ClaimsOf(article, cluster).Take(1).Select(claim => _compared.Articles[(int)article].Sentence(claim)));
        return string.Join(' ', sentences.Select(sentence => $"{sentence.Start}-{sentence.End}").Concat(cluster.Stances.Select(said => $"{(int)said.Stance}")));
    }

    // A sentence that only this article has stands as a whole; of one that is shared in part, only the rest.
    private OnlyPassages OnlyOf(OnlyIn only)
    {
        var article = _compared.Articles[(int)only.Article];
        var ids = only.Claims.ToHashSet();
        // The words of a quotation that stands in another article too have been told, altered or not.
        var quoted = _comparison.Quotes.SelectMany(quote => new[] { quote.Left, quote.Right })
            .Where(words => words.Article == only.Article).SelectMany(words => words.Spans).ToList();

        List<(int Weight, Passage Passage)> found = [];
        foreach (var claims in _sentences.Where(claims => claims.Key.Article == only.Article).OrderBy(claims => claims.Key.Sentence.Start).ThenBy(claims => claims.Key.Sentence.End))
        {
            var sentence = claims.Key.Sentence;
            if (IsBeside(only.Article, sentence))
                continue;
            var clauses = claims.Where(claim => !IsPhrase(claim)).ToList();
            var alone = clauses.Where(claim => ids.Contains(claim.Id) && !IsWithin(claim.Span, quoted)).ToList();
            if (alone.Count < clauses.Count)
            {
                var others = OthersOf(only.Article, alone);
                alone.RemoveAll(claim => !StandsAlone(article, claim, others));
            }

            if (alone.Count == 0)
                continue;

            var passage = Part(new Passage(only.Article, [sentence]), alone);
            int weight = Weight(article, sentence, alone);
            if (found.Count > 0 && found[^1] is var before && before.Passage.Spans.Count < MostJoined && IsOneQuotation(article, before.Passage, passage))
            {
                weight = Math.Max(weight, before.Weight);
                passage = new Passage(only.Article, [.. before.Passage.Spans, .. passage.Spans], before.Passage.CutBefore, passage.CutAfter);
                found.RemoveAt(found.Count - 1);
            }

            found.Add((weight, passage));
        }

        var weightiest = found.Index().OrderByDescending(item => item.Item.Weight).Take(MostListed).OrderBy(item => item.Index);
        return new OnlyPassages(only.Article, [.. weightiest.Select(item => item.Item.Passage)], found.Count);
    }

    // Whether a sentence is no part of what the article tells: its headline, or a note on who worked on it.
    private bool IsBeside(uint article, Span sentence)
    {
        var text = _compared.Articles[(int)article];
        string words = text.Slice(sentence);
        return text.BlockOf(sentence) is { Kind: BlockKind.Headline } || words == _comparison.Articles[(int)article].Title || AgencyNote().IsMatch(words);
    }

    // Whether a claim says something without the other claims of its sentence.
    private static bool StandsAlone(ArticleText article, Claim claim, List<Span> others)
    {
        string words = article.Slice(claim.Span);
        return Passage.WordsIn(words) > FewestOfAClaim
            && (!Passage.IsRelative(words) || claim.Quantities.Count > 0)
            && !others.Any(other => Passage.Governs(article.Text, other, claim.Span));
    }

    // How much a passage matters: by its place, its figures, its names and the words quoted in it.
    private static int Weight(ArticleText article, Span sentence, List<Claim> claims)
    {
        bool early = article.BlockOf(sentence) is { } block && article.ParagraphNumber(block) <= FirstParagraphs;
        bool figures = claims.Any(claim => claim.Quantities.Count > 0);
        bool names = claims.Any(claim => claim.Arguments.Any(argument => argument.Entity.Length > 0));
        bool quoted = article.Analysis.Quotes.Any(quote => quote.Content.Any(span => span.Start < sentence.End && sentence.Start < span.End));
        return (early ? 3 : 0) + (figures ? 2 : 0) + (names ? 1 : 0) + (quoted ? 1 : 0);
    }

    private static bool IsOneQuotation(ArticleText article, Passage before, Passage after)
    {
        uint end = before.Spans[^1].End, start = after.Spans[0].Start;
        return article.Text.AsSpan((int)end..(int)start).IsWhiteSpace()
            && article.Analysis.Quotes.Any(quote => quote.Content.Any(span => span.Start < end && start < span.End));
    }

    [GeneratedRegex(
        @"contributed (?:to this (?:report|story|article)|reporting)|^\(?(?:Reporting|Writing|Editing) by ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgencyNote();
}
