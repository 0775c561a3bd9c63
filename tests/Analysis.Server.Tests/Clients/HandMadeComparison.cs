using System.Text.RegularExpressions;
using Analysis.Client;
using Analysis.V1;

namespace Analysis.Server.Tests.Clients;

/// <summary>A comparison made by hand: words instead of offsets, for tests of what becomes of an answer.</summary>
/// <remarks>
/// The texts are of the Basic Multilingual Plane alone, so that the offsets hold in UTF-16 and in UTF-32.
/// The first line of a text is its headline, each further one a paragraph.
/// </remarks>
internal sealed partial class HandMadeComparison
{
    private readonly V1.Comparison _comparison = new()
    {
        PositionEncoding = PositionEncoding.Utf16,
        Engine = new Engine { Version = "1.2.3", Ruleset = "r", Model = "m", Configuration = "c" },
    };

    private readonly List<ArticleAnalysis> _analyses = [];

    public CompareArticlesResponse Response => new() { Comparison = _comparison };

    public IReadOnlyList<ArticleAnalysis> Analyses => _analyses;

    public ComparedArticles Compared => new(_comparison, _analyses);

    public HandMadeComparison Article(string id, string published, string text, FoundIn dateFoundIn = FoundIn.Request, string publisher = "")
    {
        string sha256 = $"sha-{_analyses.Count}";
        string[] lines = text.Split('\n');
        var analysis = new ArticleAnalysis
        {
            Id = id,
            Text = text,
            Sha256 = sha256,
            PositionEncoding = PositionEncoding.Utf16,
            Metadata = new Metadata { Publisher = publisher.Length > 0 ? new MetadataValue { Value = publisher } : null },
        };
        int at = 0;
        foreach (string line in lines)
        {
            analysis.Blocks.Add(new Block { Kind = at == 0 ? BlockKind.Headline : BlockKind.Paragraph, Span = At(at, line.Length) });
            foreach (Match sentence in SentencePattern().Matches(line))
                analysis.Sentences.Add(new Sentence { Span = At(at + sentence.Index, sentence.Length) });
            at += line.Length + 1;
        }

        _analyses.Add(analysis);
        _comparison.Articles.Add(new ComparedArticle
        {
            Id = id,
            Title = lines[0],
            Published = published,
            PublishedFoundIn = dateFoundIn,
            Language = "en",
            Sha256 = sha256,
        });
        _comparison.OnlyIn.Add(new OnlyIn { Article = (uint)_analyses.Count - 1 });
        return this;
    }

    public HandMadeComparison Relates(Verdict verdict, double confidence, params IEnumerable<(EvidenceKind Kind, string Value)> evidence) =>
        Relates(0, 1, verdict, confidence, evidence);

    public HandMadeComparison Relates(
        uint left, uint right, Verdict verdict, double confidence, params IEnumerable<(EvidenceKind Kind, string Value)> evidence)
    {
        var pair = new Relatedness { Left = left, Right = right, Verdict = verdict, Confidence = confidence };
        pair.Evidence.Add(evidence.Select(item => new Evidence { Kind = item.Kind, Value = item.Value }));
        _comparison.Relatedness.Add(pair);
        return this;
    }

    public HandMadeComparison Notice(uint article, NoticeKind kind, string message)
    {
        _comparison.Notices.Add(new Notice { Article = article, Kind = kind, Message = message });
        return this;
    }

    /// <summary>Aligns two claims; words between bars, as "carried |214| passengers", are those that differ.</summary>
    public HandMadeComparison Aligns(
        Relation relation, string left, string right, DifferenceKind kind = DifferenceKind.Unspecified, string explanation = "",
        RelationReason reason = RelationReason.Unspecified, string? rightSource = null, uint leftArticle = 0, uint rightArticle = 1,
        string leftValue = "", string rightValue = "", double confidence = 0.9)
    {
        var alignment = new Alignment
        {
            Left = Side(leftArticle, left, source: null),
            Right = Side(rightArticle, right, rightSource),
            Relation = relation,
            Reason = reason,
            Confidence = confidence,
        };
        if (kind != DifferenceKind.Unspecified)
        {
            alignment.Differences.Add(new Difference
            {
                Kind = kind,
                Incompatible = relation == Relation.Conflicts,
                Left = Marked(leftArticle, left),
                Right = Marked(rightArticle, right),
                Confidence = 0.9,
                LeftValue = leftValue,
                RightValue = rightValue,
                Explanation = explanation,
            });
        }

        _comparison.Alignments.Add(alignment);
        return this;
    }

    public HandMadeComparison Quotes(Alteration alteration, string left, string right, string speaker = "")
    {
        var quote = new QuoteAlignment { Left = Words(0, left), Right = Words(1, right), Alteration = alteration, Confidence = 0.95 };
        if (left.Contains('|') || right.Contains('|'))
            quote.Changes.Add(new WordChange { Left = { Marked(0, left)?.Spans ?? [] }, Right = { Marked(1, right)?.Spans ?? [] } });
        _comparison.Quotes.Add(quote);
        foreach (var words in new[] { quote.Left, quote.Right })
            _analyses[(int)words.Article].Quotes.Add(new Quote { Content = { words.Spans }, Source = FindOrNull(words.Article, speaker) });
        return this;
    }

    /// <summary>A quotation of one article alone.</summary>
    public HandMadeComparison Says(uint article, string words, string speaker)
    {
        _analyses[(int)article].Quotes.Add(new Quote { Content = { Find(article, words) }, Source = Find(article, speaker) });
        return this;
    }

    public HandMadeComparison Only(uint article, params IEnumerable<string> claims)
    {
        _comparison.OnlyIn[(int)article].Claims.Add(claims.Select(words => Claim(article, words).Id));
        return this;
    }

    public HandMadeComparison Origin(string agency, params IEnumerable<uint> articles)
    {
        _comparison.Origins.Add(new Origin { Articles = { articles }, Agency = agency, Kind = OriginKind.WireCopy, Confidence = 0.8 });
        return this;
    }

    /// <summary>A finding of a rule on how articles tell a story, about the first words of each article in turn.</summary>
    public HandMadeComparison Tells(string rule, string message, params IEnumerable<(uint Article, string Words)> places)
    {
        var locations = places.Select(place => Words(place.Article, place.Words)).ToList();
        var finding = new Diagnostic { Rule = rule, Message = message, Location = locations[0] };
        finding.Related.Add(locations.Skip(1).Select(location => new RelatedLocation { Location = location }));
        _comparison.Diagnostics.Add(finding);
        return this;
    }

    public HandMadeComparison Omits(uint article, params IEnumerable<uint> clusters)
    {
        _comparison.Omissions.Add(new Omission { Article = article, Clusters = { clusters } });
        return this;
    }

    /// <summary>A claim that nothing else names, as one beside another in its sentence.</summary>
    public HandMadeComparison Claims(uint article, params IEnumerable<string> claims)
    {
        foreach (string words in claims)
            Claim(article, words);
        return this;
    }

    /// <summary>Claims that are no clauses, as what is said beside a name.</summary>
    public HandMadeComparison Phrases(uint article, params IEnumerable<string> claims)
    {
        foreach (string words in claims)
            Claim(article, words).Predicate = new Predicate { Tense = Tense.None };
        return this;
    }

    public HandMadeComparison Cluster(params IEnumerable<(Stance Stance, string Claim)> stances)
    {
        var cluster = new Cluster();
        foreach (var (i, (stance, words)) in stances.Index())
        {
            cluster.Stances.Add(new ArticleStance { Article = (uint)i, Stance = stance });
            if (words.Length > 0)
                cluster.Claims.Add(Claim((uint)i, words).Id);
        }

        _comparison.Clusters.Add(cluster);
        return this;
    }

    private AlignmentSide Side(uint article, string marked, string? source)
    {
        var claim = Claim(article, marked.Replace("|", "", StringComparison.Ordinal));
        if (source is not null)
        {
            claim.Attribution.Add(new Attribution
            {
                Kind = source.Contains(' ') ? AttributionKind.Named : AttributionKind.Anonymous,
                Source = Find(article, source),
            });
        }

        return new AlignmentSide { Article = article, Claims = { claim.Id }, Spans = { claim.Span } };
    }

    private Claim Claim(uint article, string words)
    {
        var span = Find(article, words);
        string id = $"{article}-{span.Start}-{span.End}";
        if (_comparison.Claims.FirstOrDefault(claim => claim.Id == id) is { } known)
            return known;
        int sentence = _analyses[(int)article].Sentences.Index().Last(item => item.Item.Span.Start <= span.Start).Index;
        var claim = new Claim { Article = article, Id = id, Span = span, Sentence = (uint)sentence, Confidence = 0.9 };
        _comparison.Claims.Add(claim);
        return claim;
    }

    private Location Words(uint article, string marked) =>
        new() { Article = article, Spans = { Find(article, marked.Replace("|", "", StringComparison.Ordinal)) } };

    private Location? Marked(uint article, string marked)
    {
        if (!marked.Contains('|'))
            return null;
        string[] parts = marked.Split('|');
        var whole = Find(article, string.Concat(parts));
        return new Location { Article = article, Spans = { At((int)whole.Start + parts[0].Length, parts[1].Length) } };
    }

    private Span? FindOrNull(uint article, string words) => words.Length > 0 ? Find(article, words) : null;

    private Span Find(uint article, string words)
    {
        int at = _analyses[(int)article].Text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 ? At(at, words.Length) : throw new ArgumentException($"Article {article} does not hold \"{words}\".", nameof(words));
    }

    private static Span At(int start, int length) => new() { Start = (uint)start, End = (uint)(start + length) };

    [GeneratedRegex(@"\S.*?([.?!][”""]?(?= |$)|$)")]
    private static partial Regex SentencePattern();
}
