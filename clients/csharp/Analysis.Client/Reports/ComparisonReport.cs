using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>A comparison as a report for people: first whether the articles are about the same event, then where they differ.</summary>
/// <remarks>
/// Says what differs, never what is true. The same comparison gives the same characters on every machine: no clock, no culture.
/// The report of the Python client is the same, character for character.
/// </remarks>
public sealed class ComparisonReport
{
    private const int Indent = 3;

    private readonly ComparedArticles _compared;
    private readonly Comparison _comparison;
    private readonly ReportPage _page;

    // Pairs of passages that the reader has seen already.
    private readonly HashSet<(Passage, Passage)> _shown = [];

    // What the last line counts, as the lists above it hold it.
    private readonly List<string> _counts = [];

    private ComparisonReport(ComparedArticles compared, ReportPage page)
    {
        _compared = compared;
        _comparison = compared.Comparison;
        _page = page;
    }

    /// <summary>Writes the report.</summary>
    /// <param name="writer">Where to; lines end with a line feed.</param>
    /// <param name="compared">What to report.</param>
    /// <param name="options">How it looks; null for the default.</param>
    public static void Write(TextWriter writer, ComparedArticles compared, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(compared);
        options ??= new ReportOptions();
        new ComparisonReport(compared, new ReportPage(writer, options.Width, options.Color)).Write();
    }

    private bool IsPair => _compared.Articles.Length == 2;

    private void Write()
    {
        if (IsPair)
            WritePair();
        else
            WriteStory();

        WriteNotices();
        if (HasMoreToTell())
        {
            WriteConflicts();
            WriteUpdates();
            WriteQuotations();
            if (IsPair)
                WriteShared();
            else
            {
                WriteClusters();
                WriteOmissions();
            }

            WriteRelated();
            WriteOnlyIn();
            WriteTelling();
        }

        WriteClosing();
    }

    // Of the same text twice, and of two that have nothing in common, lists would only repeat the articles.
    private bool HasMoreToTell() => !IsPair || _comparison.Relatedness.All(pair => pair.Verdict switch
    {
        Verdict.Identical => false,
        Verdict.Unrelated => _comparison.Alignments.Count + _comparison.Quotes.Count > 0,
        _ => true,
    });

    private void WritePair()
    {
        var pair = _comparison.Relatedness.FirstOrDefault() ?? new Relatedness { Right = 1 };
        _page.Heading($"THE ARTICLES {Wording.Clause(pair.Verdict).ToUpperInvariant()} (confidence {Wording.Percent(pair.Confidence)})");
        WriteArticles();
        WriteEvidence(pair);
    }

    private void WriteStory()
    {
        int copies = _comparison.Origins.Sum(origin => origin.Articles.Count - 1);
        string independent = copies > 0 ? $", {Wording.Count(_compared.Articles.Length - copies, "independent report")}" : "";
        _page.Heading((Wording.Count(_compared.Articles.Length, "article") + independent).ToUpperInvariant());
        WriteArticles();
        _page.Heading("HOW THEY RELATE");
        foreach (var pair in _comparison.Relatedness)
        {
            Write(Indent, $"{Letter(pair.Left)} and {Letter(pair.Right)} {Wording.Clause(pair.Verdict)} (confidence {Wording.Percent(pair.Confidence)}).");
            if (IsOfDifferentEditions(pair))
                Write(Indent + 3, Editions(pair));
        }

        _page.Gap();
        foreach (var origin in _comparison.Origins)
        {
            string articles = Wording.List([.. origin.Articles.Select(Letter)]);
            string agency = origin.Agency.Length > 0 ? $" ({origin.Agency})" : "";
            Write(Indent, $"{articles} go back to one origin{agency} and count as one report (confidence {Wording.Percent(origin.Confidence)}).");
        }
    }

    private void WriteArticles()
    {
        for (int i = 0; i < _compared.Articles.Length; i++)
        {
            var article = _comparison.Articles[i];
            bool inferred = _comparison.Notices.Any(notice => notice.Article == i && notice.Kind == NoticeKind.PublicationDateInferred);
            string publisher = _compared.Articles[i].Analysis.Metadata?.Publisher?.Value ?? "";
            string date = article.Published.Length == 0
                ? "no date found, so that words like “yesterday” stay unresolved"
                : Wording.Date(article.Published) + Wording.DateNote(article.PublishedFoundIn, inferred);
            string label = Letter((uint)i).PadRight(3);

            _page.Labelled(Indent, label, new StyledText(article.Title.Length > 0 ? article.Title : "(no headline)", TextStyle.Heading));
            _page.Text(Indent + label.Length, new StyledText(string.Join(", ", new[] { article.Id, publisher, date }.Where(part => part.Length > 0))));
        }

        _page.Gap();
    }

    private void WriteEvidence(Relatedness pair)
    {
        if (IsOfDifferentEditions(pair))
            Write(0, Editions(pair));
        foreach (var kind in pair.Evidence.GroupBy(evidence => evidence.Kind))
        {
            string[] values = [.. kind.Select(evidence => evidence.Value).Where(value => value.Length > 0).Distinct()];
            string list = Wording.List(values, most: 6);
            string sentence = kind.Key switch
            {
                EvidenceKind.SharedEntity => $"Both name {list}.",
                EvidenceKind.SharedQuantity => $"Both give the figures {list}.",
                EvidenceKind.SharedQuote => $"They have {Wording.Count(kind.Count(), "quotation")} in common.",
                EvidenceKind.SharedWords => $"Passages of the same words make up {list}.",
                _ => "",
            };
            if (sentence.Length > 0)
                Write(0, sentence);
        }

        var left = Wording.Day(_comparison.Articles[(int)pair.Left].Published);
        var right = Wording.Day(_comparison.Articles[(int)pair.Right].Published);
        if (left is { } a && right is { } b)
        {
            Write(0, a == b
                ? "Both were published on the same day."
                : $"{Letter(a < b ? pair.Left : pair.Right)} was published {Wording.Earlier(a < b ? a : b, a < b ? b : a)}.");
        }
    }

    private static bool IsOfDifferentEditions(Relatedness pair) => pair.Evidence.Any(evidence => evidence.Kind == EvidenceKind.DifferentEdition);

    private static string Editions(Relatedness pair)
    {
        string[] values = [.. pair.Evidence.Where(evidence => evidence.Kind == EvidenceKind.DifferentEdition).Select(evidence => evidence.Value)];
        return $"They report different editions of one event ({Wording.List(values)}): figures that differ belong to different editions and do not conflict.";
    }

    // Dates are told beside the articles.
    private void WriteNotices()
    {
        _page.Gap();
        foreach (var notice in _comparison.Notices)
        {
            if (notice.Kind is not (NoticeKind.PublicationDateInferred or NoticeKind.PublicationDateMissing))
                Write(0, $"Note on {Letter(notice.Article)}: {notice.Message}");
        }
    }

    private void WriteConflicts()
    {
        _page.Heading("CONFLICTS");
        int number = 0;
        foreach (var conflict in _comparison.Alignments.Where(alignment => alignment.Relation == Relation.Conflicts))
        {
            var differences = conflict.Differences.Where(difference => difference.Incompatible).ToList();
            string title = string.Join(". ", differences.Select(difference => Wording.Conflict(difference.Kind)).Distinct());
            WriteNumbered(++number, title.Length > 0 ? title : Wording.Conflict(DifferenceKind.Unspecified), conflict.Confidence);
            WriteSides(conflict, differences);
            WriteAside(conflict.Explanation.Length > 0 ? conflict.Explanation : string.Join(' ', differences.Select(difference => difference.Explanation)));
            if (conflict.Reason == RelationReason.OrderUnknown)
                WriteAside("Which of the two is the later state cannot be told.");
            _page.Gap();
        }

        if (number == 0)
            Write(Indent, "None found.");
        _counts.Add(Wording.Count(number, "conflict"));
    }

    private void WriteUpdates()
    {
        var updates = _comparison.Alignments.Where(alignment => alignment.Relation is Relation.Updates or Relation.UpdatedBy).ToList();
        if (updates.Count == 0)
            return;

        _page.Heading("LATER FIGURES");
        for (int i = 0; i < updates.Count; i++)
        {
            uint later = updates[i].Relation == Relation.Updates ? updates[i].Left.Article : updates[i].Right.Article;
            WriteNumbered(i + 1, $"{Letter(later)} gives the later state", updates[i].Confidence);
            WriteSides(updates[i], updates[i].Differences);
            WriteAside(updates[i].Explanation);
            _page.Gap();
        }
    }

    private void WriteQuotations()
    {
        var quotes = _comparison.Quotes.ToLookup(quote => Kind(quote.Alteration));
        _counts.Add(Wording.Count(quotes[QuotationKind.Altered].Count(), "altered quotation"));
        if (_comparison.Quotes.Count == 0)
            return;

        _page.Heading("QUOTATIONS");
        int number = 0;
        foreach (var quote in quotes[QuotationKind.Altered])
        {
            WriteNumbered(++number, Wording.Altered(quote.Alteration, Letter(quote.Left.Article), Letter(quote.Right.Article)), quote.Confidence);
            WriteQuotation(quote.Left, quote.Changes.SelectMany(change => change.Left));
            WriteQuotation(quote.Right, quote.Changes.SelectMany(change => change.Right));
            _page.Gap();
        }

        WriteCount("The same to the letter", quotes[QuotationKind.Same].Count());
        WriteCount("The same but for typography", quotes[QuotationKind.Typography].Count());

        void WriteCount(string how, int count)
        {
            if (count > 0)
                Write(Indent, $"{how}: {Wording.Count(count, "quotation")}.");
        }
    }

    private void WriteQuotation(Location words, IEnumerable<Span> changed)
    {
        var article = _compared.Articles[(int)words.Article];
        string speaker = article.Speaker(words.Spans);
        WriteSide(words.Article, [new StyledText("“"), .. new Passage(words.Article, words.Spans).Styled(article.Text, changed), new StyledText("”")]);
        WriteAside(string.Join(", ", new[] { Wording.Place(article, words.Spans), speaker }.Where(part => part.Length > 0)));
    }

    private void WriteShared()
    {
        var pairs = Unseen(_comparison.Alignments.Where(IsShared))
            .ToLookup(pair => pair.Any(alignment => alignment.Relation == Relation.Refines) ? Relation.Refines
                : pair.Any(alignment => alignment.Relation == Relation.Generalizes) ? Relation.Generalizes
                : Relation.Equivalent);

        _counts.Add($"{Wording.Count(pairs.Sum(relation => relation.Count()), "statement")} in both");
        if (pairs.Count == 0)
        {
            _page.Heading("BOTH SAY");
            Write(Indent, "Nothing found.");
        }

        WriteShared("BOTH SAY", pairs[Relation.Equivalent]);
        WriteShared("BOTH SAY, A IN MORE DETAIL", pairs[Relation.Refines]);
        WriteShared("BOTH SAY, B IN MORE DETAIL", pairs[Relation.Generalizes]);
    }

    private void WriteShared(string heading, IEnumerable<IGrouping<(Passage Left, Passage Right), Alignment>> pairs)
    {
        foreach (var (i, pair) in pairs.Index())
        {
            if (i == 0)
                _page.Heading(heading);

            _shown.Add(pair.Key);
            var differences = pair.SelectMany(alignment => alignment.Differences).ToList();
            var (left, right) = pair.Key;
            string leftText = TextOf(left), rightText = TextOf(right);
            if (leftText == rightText)
            {
                _page.Labelled(Indent, $"{Letter(left.Article)}, {Letter(right.Article)}  ", new StyledText(leftText));
            }
            else
            {
                WriteSide(left, Marks(differences, difference => difference.Left));
                WriteSide(right, Marks(differences, difference => difference.Right));
            }

            foreach (string note in pair.SelectMany(Notes).Distinct())
                WriteAside(note);
            _page.Gap();
        }
    }

    private static IEnumerable<string> Notes(Alignment alignment) => alignment.Differences.Select(
        difference => Wording.Note(difference, alignment.Relation, Letter(alignment.Left.Article), Letter(alignment.Right.Article)));

    private void WriteRelated()
    {
        var related = _comparison.Alignments
            .Where(alignment => alignment.Relation == Relation.Related)
            .ToLookup(alignment => alignment.Reason == RelationReason.DifferentEdition);
        WriteShared("OF DIFFERENT EDITIONS, SO NOT A CONFLICT", Unseen(related[true]));
        // Of a story the table tells more.
        if (IsPair)
            WriteShared("RELATED, BUT NOT THE SAME", Unseen(related[false]));
    }

    private List<IGrouping<(Passage Left, Passage Right), Alignment>> Unseen(IEnumerable<Alignment> alignments) =>
        [.. alignments.GroupBy(Passages).Where(pair => !_shown.Contains(pair.Key))];

    private void WriteClusters()
    {
        _counts.Add($"{Wording.Count(_comparison.Clusters.Count, "statement")} in two articles or more");
        if (_comparison.Clusters.Count == 0)
            return;

        _page.Heading("WHO SAYS WHAT");
        Write(Indent, "+ says so, ≠ says otherwise, · is silent");
        _page.Gap();
        string letters = string.Join(' ', Enumerable.Range(0, _compared.Articles.Length).Select(i => Letter((uint)i)));
        Write(Indent, letters);
        foreach (var cluster in _comparison.Clusters)
        {
            string cells = string.Join(' ', cluster.Stances.Select(stance => Sign(stance.Stance).PadRight(Letter(stance.Article).Length)));
            bool disputed = cluster.Stances.Any(stance => stance.Stance == Stance.SaysOtherwise);
            var shown = cluster.Stances.Where(stance => stance.Stance == Stance.Says).Take(1)
                .Concat(cluster.Stances.Where(stance => stance.Stance == Stance.SaysOtherwise));
            foreach (var (i, stance) in shown.Index())
            {
                string label = (i == 0 ? cells : new string(' ', cells.Length)) + (disputed ? $"  {Letter(stance.Article)}: " : "  ");
                _page.Labelled(Indent, label, new StyledText(ClaimOf(stance.Article, cluster)));
            }
        }

        static string Sign(Stance stance) => stance switch
        {
            Stance.Says => "+",
            Stance.SaysOtherwise => "≠",
            Stance.Silent => "·",
            _ => "?",
        };
    }

    private void WriteOmissions()
    {
        foreach (var omission in _comparison.Omissions)
        {
            _page.Heading($"{Letter(omission.Article)} DOES NOT SAY");
            foreach (var cluster in omission.Clusters.Select(cluster => _comparison.Clusters[(int)cluster]))
            {
                uint[] sayers = [.. cluster.Stances.Where(stance => stance.Stance == Stance.Says).Select(stance => stance.Article)];
                _page.Labelled(Indent, "- ", new StyledText(ClaimOf(sayers[0], cluster)), new StyledText($" ({Wording.List([.. sayers.Select(Letter)])})", TextStyle.Aside));
            }
        }
    }

    private string ClaimOf(uint article, Cluster cluster)
    {
        var text = _compared.Articles[(int)article];
        return _compared.Claims(article, cluster.Claims).FirstOrDefault() is { } claim
            ? Passage.Part(text.Text, text.Sentence(claim), [claim.Span])
            : "(not in the answer)";
    }

    private void WriteOnlyIn()
    {
        foreach (var only in _comparison.OnlyIn)
        {
            _page.Heading($"ONLY {Letter(only.Article)} SAYS");
            var passages = OnlyPassages(only);
            if (passages.Count == 0)
                Write(Indent, "Nothing found.");
            foreach (string passage in passages)
                _page.Labelled(Indent, "- ", new StyledText(passage));
            _counts.Add($"{Wording.Count(passages.Count)} only in {Letter(only.Article)}");
        }
    }

    // A sentence that only this article has stands as a whole; of one that is shared in part, only the rest stands here.
    private List<string> OnlyPassages(OnlyIn only)
    {
        var article = _compared.Articles[(int)only.Article];
        var ids = only.Claims.ToHashSet();
        var quoted = _comparison.Quotes.SelectMany(quote => new[] { quote.Left, quote.Right })
            .Where(words => words.Article == only.Article).SelectMany(words => words.Spans).ToList();
        // The words of a quotation that stands in another article too have been told, altered or not.
        bool IsAlone(Claim claim) => ids.Contains(claim.Id) && !quoted.Any(span => span.Start <= claim.Span.Start && claim.Span.End <= span.End);

        List<string> passages = [];
        foreach (var claims in _comparison.Claims.Where(claim => claim.Article == only.Article).GroupBy(article.Sentence).OrderBy(claims => claims.Key.Start))
        {
            var alone = claims.Where(IsAlone).Select(claim => claim.Span).ToList();
            if (alone.Count == claims.Count())
                passages.Add(article.Slice(claims.Key));
            else if (alone.Count > 0)
                passages.Add(Passage.Part(article.Text, claims.Key, alone));
        }

        return passages;
    }

    // The rules whose numbers begin with 5 are about how a story is told; what the others find stands above.
    private void WriteTelling()
    {
        foreach (var (i, finding) in _comparison.Diagnostics.Where(finding => finding.Rule.StartsWith("CMP5", StringComparison.Ordinal)).Index())
        {
            if (i == 0)
                _page.Heading("HOW EACH TELLS IT");
            string words = _compared.Articles[(int)finding.Location.Article].Text.Slice(finding.Location.Spans);
            bool told = finding.Message.Contains(words, StringComparison.Ordinal);
            WriteSide(finding.Location.Article, [new StyledText(told ? finding.Message : words)]);
            if (!told)
                WriteAside(finding.Message);
            WriteAside(string.Join("; ", finding.Related.Select(related => related.Location).Prepend(finding.Location).Select(
                location => $"{Letter(location.Article)}: {Wording.Place(_compared.Articles[(int)location.Article], location.Spans)}")));
        }
    }

    private void WriteClosing()
    {
        _page.Gap();
        if (_counts.Count > 0)
        {
            string sum = Wording.List(_counts);
            Write(0, $"{char.ToUpperInvariant(sum[0])}{sum[1..]}.");
        }

        _page.Text(0, new StyledText($"Analysis {_comparison.Engine?.Version}. It shows where articles differ, not which of them is right.", TextStyle.Aside));
    }

    private static bool IsShared(Alignment alignment) => alignment.Relation is Relation.Equivalent or Relation.Refines or Relation.Generalizes;

    private enum QuotationKind
    {
        Altered,
        Typography,
        Same,
    }

    private static QuotationKind Kind(Alteration alteration) => alteration switch
    {
        Alteration.Identical => QuotationKind.Same,
        Alteration.Typography or Alteration.CaseOrSpace => QuotationKind.Typography,
        _ => QuotationKind.Altered,
    };

    private void WriteNumbered(int number, string title, double confidence) =>
        _page.Text(0, new StyledText($"{number}. {title}", TextStyle.Heading), new StyledText($" (confidence {Wording.Percent(confidence)})", TextStyle.Aside));

    private void WriteSides(Alignment alignment, IReadOnlyCollection<Difference> differences)
    {
        var (left, right) = Passages(alignment);
        _shown.Add((left, right));
        WriteSide(left, Marks(differences, difference => difference.Left));
        WriteOrigin(left, alignment.Left);
        WriteSide(right, Marks(differences, difference => difference.Right));
        WriteOrigin(right, alignment.Right);
    }

    private void WriteSide(Passage passage, IEnumerable<Span> marks) =>
        WriteSide(passage.Article, passage.Styled(_compared.Articles[(int)passage.Article].Text, marks));

    private void WriteSide(uint article, IEnumerable<StyledText> text) => _page.Labelled(Indent, Letter(article).PadRight(3), text);

    private string TextOf(Passage passage) => _compared.Articles[(int)passage.Article].Text.Slice(passage.Spans);

    // Where the words stand, and who says them where it is not the article.
    private void WriteOrigin(Passage passage, AlignmentSide side)
    {
        var article = _compared.Articles[(int)side.Article];
        var sources = _compared.Claims(side.Article, side.Claims).Select(claim => Wording.SaidBy(article, claim)).Distinct();
        WriteAside(string.Join(", ", sources.Prepend(Wording.Place(article, passage.Spans)).Where(part => part.Length > 0)));
    }

    private void WriteAside(string text)
    {
        if (text.Length > 0)
            _page.Text(Indent + 3, new StyledText(text, TextStyle.Aside));
    }

    private void Write(int indent, string text) => _page.Text(indent, new StyledText(text));

    private (Passage Left, Passage Right) Passages(Alignment alignment) =>
        (Passage.Of(_compared, alignment.Left), Passage.Of(_compared, alignment.Right));

    private static IEnumerable<Span> Marks(IEnumerable<Difference> differences, Func<Difference, Location?> side) =>
        differences.SelectMany(difference => side(difference)?.Spans ?? []);

    // A to Z, then AA, AB, …
    private static string Letter(uint article) =>
        article < 26 ? ((char)('A' + article)).ToString() : Letter((article / 26) - 1) + Letter(article % 26);
}
