using Analysis.V1;
using Google.Protobuf.Collections;

namespace Analysis.Client.Reports;

/// <summary>A comparison as a report for people: first whether the articles are about the same event, then where they differ.</summary>
/// <remarks>
/// Says what differs, never what is true. The same comparison gives the same characters on every machine: no clock, no culture.
/// The report of the Python client is the same, character for character.
/// </remarks>
public sealed class ComparisonReport
{
    private const int Indent = 3, MostRows = 20, MostMarks = 3;

    // The rules whose numbers begin so are about how a story is told; what the others find stands above.
    private const string Telling = "CMP5", Voice = "CMP5004";

    private readonly ComparedArticles _compared;
    private readonly Comparison _comparison;
    private readonly ReportContents _contents;
    private readonly ReportPage _page;

    private ComparisonReport(ComparedArticles compared, ReportPage page)
    {
        _compared = compared;
        _comparison = compared.Comparison;
        _contents = new ReportContents(compared);
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
                WriteRows();
                WriteOmissions();
            }

            WriteRelated();
            WriteOnlyIn();
            WriteTelling();
        }

        _page.Gap();
        _page.Text(0, new StyledText($"Analysis {_comparison.Engine?.Version}. It shows where articles differ, not which of them is right.", TextStyle.Aside));
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
        WriteSummary();
        foreach (var origin in _comparison.Origins)
            Write(0, $"Both go back to one origin{Counted(origin)}.");
        WriteEvidence(pair);
    }

    private void WriteStory()
    {
        int copies = _comparison.Origins.Sum(origin => origin.Articles.Count - 1);
        string independent = copies > 0 ? $", {Wording.Count(_compared.Articles.Length - copies, "independent report")}" : "";
        _page.Heading((Wording.Count(_compared.Articles.Length, "article") + independent).ToUpperInvariant());
        WriteArticles();
        WriteSummary();
        _page.Heading("HOW THEY RELATE");
        foreach (var pair in _comparison.Relatedness)
        {
            Write(Indent, $"{Letter(pair.Left)} and {Letter(pair.Right)} {Wording.Clause(pair.Verdict)} (confidence {Wording.Percent(pair.Confidence)}).");
            if (IsOfDifferentEditions(pair))
                Write(Indent + 3, Editions(pair));
        }

        _page.Gap();
        foreach (var origin in _comparison.Origins)
            Write(Indent, $"{Wording.List([.. origin.Articles.Select(Letter)])} go back to one origin{Counted(origin)}.");
    }

    private static string Counted(Origin origin) =>
        $"{(origin.Agency.Length > 0 ? $" ({origin.Agency})" : "")} and count as one report (confidence {Wording.Percent(origin.Confidence)})";

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

    // What a reader wants to know first: how many there are of what matters.
    private void WriteSummary()
    {
        if (!HasMoreToTell())
            return;
        List<string> counts = [Wording.Count(_contents.Conflicts.Length, "conflict")];
        if (_contents.Updates.Length > 0)
            counts.Add(Wording.Count(_contents.Updates.Length, "later state"));
        counts.Add(Wording.Count(_contents.Altered.Length, "altered quotation"));
        if (_contents.Longer.Length > 0)
            counts.Add($"{Wording.Count(_contents.Longer.Length, "quotation")} at greater length");
        counts.Add(IsPair
            ? $"{Wording.Count(_contents.Shared, "statement")} in both"
            : $"{Wording.Count(_contents.Rows.Length, "statement")} in two articles or more");
        string sum = Wording.List(counts);
        Write(0, $"{char.ToUpperInvariant(sum[0])}{sum[1..]}.");
        string[] alone = [.. _contents.Only.Select(only => $"{Wording.Count(only.Number)} in {Letter(only.Article)}")];
        Write(0, $"Statements found in one article only: {Wording.List(alone)}.");
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
        foreach (var (i, conflict) in _contents.Conflicts.Index())
        {
            var differences = conflict.Differences.Where(difference => difference.Incompatible).ToList();
            string title = string.Join(". ", differences.Select(difference => Wording.Conflict(difference.Kind)).Distinct());
            WriteNumbered(i + 1, title.Length > 0 ? title : Wording.Conflict(DifferenceKind.Unspecified), conflict.Confidence);
            WriteSides(conflict, differences);
            WriteAside(conflict.Explanation.Length > 0 ? conflict.Explanation : string.Join(' ', differences.Select(difference => difference.Explanation)));
            if (conflict.Reason == RelationReason.OrderUnknown)
                WriteAside("Which of the two is the later state cannot be told.");
            _page.Gap();
        }

        if (_contents.Conflicts.Length == 0)
            Write(Indent, "None found.");
    }

    private void WriteUpdates()
    {
        foreach (var (i, update) in _contents.Updates.Index())
        {
            if (i == 0)
                _page.Heading("LATER STATE");
            uint later = update.Relation == Relation.Updates ? update.Left.Article : update.Right.Article;
            WriteNumbered(i + 1, $"{Letter(later)} gives the later state", update.Confidence);
            WriteSides(update, update.Differences);
            WriteAside(update.Explanation);
            _page.Gap();
        }
    }

    private void WriteQuotations()
    {
        if (_comparison.Quotes.Count == 0)
            return;

        _page.Heading("QUOTATIONS");
        int number = 0;
        foreach (var quote in _contents.Altered)
        {
            WriteAltered(++number, quote);
            foreach (var words in new[] { quote.Left, quote.Right })
            {
                WriteSide(Letter(words.Article), Quotation(words, Changes(quote, words)));
                WriteAside(SaidAt(words));
            }

            _page.Gap();
        }

        foreach (var quote in _contents.Longer)
        {
            WriteAltered(++number, quote);
            var words = quote.Alteration == Alteration.Extended ? quote.Right : quote.Left;
            WriteSide(Letter(words.Article), Quotation(words, Changes(quote, words)));
            WriteAside(string.Join("; ", new[] { quote.Left, quote.Right }.Select(side => $"{Letter(side.Article)}: {SaidAt(side)}")));
            _page.Gap();
        }

        WriteSame("The same to the letter:", _contents.Same);
        WriteSame("The same but for typography:", _contents.Typography);
    }

    private void WriteAltered(int number, QuoteAlignment quote)
    {
        WriteNumbered(number, Wording.Altered(quote.Alteration, Side(quote.Left), Side(quote.Right)), quote.Confidence);

        Side Side(Location words) => new(Letter(words.Article), string.Join(' ', Changes(quote, words).Select(_compared.Articles[(int)words.Article].Slice)));
    }

    // Each quotation once, whichever articles have it.
    private void WriteSame(string title, IReadOnlyCollection<QuoteAlignment> quotes)
    {
        var same = quotes.GroupBy(quote => _compared.Slice(quote.Left), StringComparer.Ordinal)
            .Select(group => group.SelectMany(quote => new[] { quote.Left, quote.Right }).ToList()).ToList();
        if (same.Count > 0)
            Write(Indent, title);
        foreach (var places in same.Take(ReportContents.MostListed))
        {
            string speaker = _compared.Articles[(int)places[0].Article].Speaker(places[0].Spans);
            WriteSide(
                Letters(places.Select(words => words.Article).Distinct().Order()),
                [.. Quotation(places[0], []), new StyledText(speaker.Length > 0 ? $" ({speaker})" : "", TextStyle.Aside)]);
        }

        WriteMore(same.Count - ReportContents.MostListed);
        _page.Gap();
    }

    private static IEnumerable<Span> Changes(QuoteAlignment quote, Location side) =>
        quote.Changes.SelectMany(change => side == quote.Left ? change.Left : change.Right);

    private IEnumerable<StyledText> Quotation(Location words, IEnumerable<Span> changed) =>
        [new StyledText("“"), .. new Passage(words.Article, words.Spans).Styled(_compared.Articles[(int)words.Article].Text, changed), new StyledText("”")];

    // Where the words of a quotation stand, and who says them.
    private string SaidAt(Location words)
    {
        var article = _compared.Articles[(int)words.Article];
        return string.Join(", ", new[] { Wording.Place(article, words.Spans), article.Speaker(words.Spans) }.Where(part => part.Length > 0));
    }

    private void WriteShared()
    {
        if (_contents.Shared == 0)
        {
            _page.Heading("BOTH SAY");
            Write(Indent, _comparison.Quotes.Count == 0 ? "Nothing found." : "Nothing found besides quotations.");
        }

        WriteEntries("BOTH SAY", _contents.Equivalent);
        WriteEntries("BOTH SAY, A IN MORE DETAIL", _contents.LeftSaysMore);
        WriteEntries("BOTH SAY, B IN MORE DETAIL", _contents.RightSaysMore);
    }

    private void WriteRelated()
    {
        WriteEntries("OF DIFFERENT EDITIONS, SO NOT A CONFLICT", _contents.OtherEdition);
        // Of a story the table tells more.
        if (IsPair)
            WriteEntries("RELATED, BUT NOT THE SAME", _contents.Related);
    }

    private void WriteEntries(string heading, IReadOnlyList<Entry> entries)
    {
        int same = 0;
        foreach (var (i, entry) in entries.Index())
        {
            if (i == 0)
                _page.Heading(heading);

            string words = WordsOf(entry.Left);
            if (words == WordsOf(entry.Right))
            {
                if (++same > ReportContents.MostListed)
                    continue;
                WriteSide(Letters([entry.Left.Article, entry.Right.Article]), [new StyledText(words)]);
            }
            else
            {
                var marked = entry.Alignments.SelectMany(alignment => alignment.Differences.Where(difference => IsMarked(alignment, difference))).ToList();
                WriteSide(entry.Left, Marks(marked, difference => difference.Left));
                WriteSide(entry.Right, Marks(marked, difference => difference.Right));
            }

            foreach (string note in entry.Alignments.SelectMany(Notes).Distinct())
                WriteAside(note);
            _page.Gap();
        }

        WriteMore(same - ReportContents.MostListed, " in the same words");
    }

    // Marks on most words tell nothing; of sentences that say the same, or are only related, other verbs alone do.
    private bool IsMarked(Alignment alignment, Difference difference)
    {
        if (difference.Kind == DifferenceKind.Attribution)
            return false; // The line below tells it.
        if (difference.Kind == DifferenceKind.Negation)
            return alignment.Relation == Relation.Related; // Otherwise they say the same all the same.
        if (difference.Kind != DifferenceKind.Wording)
            return true;
        if (alignment.Relation is Relation.Refines or Relation.Generalizes)
            return Spans(difference.Left).Count + Spans(difference.Right).Count <= MostMarks;
        return AreVerbs(alignment.Left, difference.Left) && AreVerbs(alignment.Right, difference.Right);

        bool AreVerbs(AlignmentSide side, Location? words) => Spans(words).All(span =>
            _compared.Claims(side.Article, side.Claims).Any(claim => claim.Predicate?.Span is { } verb && verb.Start < span.End && span.Start < verb.End));
    }

    private IEnumerable<string> Notes(Alignment alignment) => alignment.Differences.Select(difference => Wording.Note(
        difference,
        alignment.Relation,
        new Side(Letter(alignment.Left.Article), WordsOf(difference.Left, difference.LeftValue)),
        new Side(Letter(alignment.Right.Article), WordsOf(difference.Right, difference.RightValue))));

    private string WordsOf(Location? location, string value) => location is { Spans.Count: > 0 } ? _compared.Slice(location) : value;

    private string WordsOf(Passage passage) => passage.Words(_compared.Articles[(int)passage.Article].Text);

    private void WriteRows()
    {
        if (_contents.Rows.Length == 0)
            return;

        _page.Heading("WHO SAYS WHAT");
        Write(Indent, "+ says so, ≠ says otherwise, · is silent");
        _page.Gap();
        Write(Indent, string.Join(' ', Enumerable.Range(0, _compared.Articles.Length).Select(i => Letter((uint)i))));
        foreach (var row in _contents.Rows.Take(MostRows))
        {
            string cells = string.Join(' ', row.Stances.Select(said => Sign(said.Stance).PadRight(Letter(said.Article).Length)));
            bool disputed = row.Others.Any();
            foreach (var (i, article) in row.Sayers.Take(1).Concat(row.Others).Index())
            {
                string label = (i == 0 ? cells : new string(' ', cells.Length)) + (disputed ? $"  {Letter(article)}: " : "  ");
                _page.Labelled(Indent, label, Said(article, row));
            }
        }

        WriteMore(_contents.Rows.Length - MostRows);

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
            var rows = _contents.Omitted(omission);
            if (rows.Length > 0)
                _page.Heading($"{Letter(omission.Article)} DOES NOT SAY");
            foreach (var row in rows.Take(ReportContents.MostListed))
                _page.Labelled(Indent, "- ", Said(row.Sayers.First(), row, Wording.List([.. row.Sayers.Select(Letter)])));
            WriteMore(rows.Length - ReportContents.MostListed);
        }
    }

    // What an article says, with who says it in the article where the words do not tell.
    private IEnumerable<StyledText> Said(uint article, Row row, string note = "")
    {
        var passage = _contents.PassageOf(article, row);
        if (passage.Spans.Count == 0)
            return [new StyledText("(not in the answer)")];
        string speaker = _contents.Unnamed(article, row) is { } claim ? Wording.SaidBy(_compared.Articles[(int)article], claim) : "";
        string aside = string.Join(", ", new[] { note, speaker }.Where(part => part.Length > 0));
        return [new StyledText(WordsOf(passage)), new StyledText(aside.Length > 0 ? $" ({aside})" : "", TextStyle.Aside)];
    }

    private void WriteOnlyIn()
    {
        foreach (var only in _contents.Only)
        {
            _page.Heading($"IN {Letter(only.Article)}, NOT FOUND IN {(IsPair ? Letter(1 - only.Article) : "ANOTHER ARTICLE")}");
            foreach (var passage in only.Passages)
                _page.Labelled(Indent, "- ", new StyledText(WordsOf(passage)));
            if (only.Passages.Length == 0)
                Write(Indent, "Nothing.");
            WriteMore(only.Number - only.Passages.Length);
        }
    }

    private void WriteTelling()
    {
        foreach (var (i, finding) in _comparison.Diagnostics.Where(finding => finding.Rule.StartsWith(Telling, StringComparison.Ordinal)).Index())
        {
            if (i == 0)
                _page.Heading("HOW EACH TELLS IT");
            if (finding.Rule == Voice)
            {
                string place = Wording.Place(_compared.Articles[(int)finding.Location.Article], finding.Location.Spans);
                WriteSide(
                    Letter(finding.Location.Article),
                    [new StyledText(finding.Message), new StyledText(place.Length > 0 ? $" ({place})" : "", TextStyle.Aside)]);
                continue;
            }

            _page.Gap();
            foreach (var location in finding.Related.Select(related => related.Location).Prepend(finding.Location))
                WriteTelling(location, finding);
            WriteAside(finding.Message);
            _page.Gap();
        }
    }

    // The sentence of some words; they are marked where the finding is about the words themselves.
    private void WriteTelling(Location location, Diagnostic finding)
    {
        var article = _compared.Articles[(int)location.Article];
        bool told = finding.Message.Contains(_compared.Slice(location), StringComparison.Ordinal);
        WriteSide(new Passage(location.Article, [article.SentenceAt(location.Spans[0])]), told ? location.Spans : []);
        WriteAside(Wording.Place(article, location.Spans));
    }

    private void WriteNumbered(int number, string title, double confidence) =>
        _page.Text(0, new StyledText($"{number}. {title}", TextStyle.Heading), new StyledText($" (confidence {Wording.Percent(confidence)})", TextStyle.Aside));

    private void WriteSides(Alignment alignment, IReadOnlyCollection<Difference> differences)
    {
        Passage left = Passage.Of(_compared, alignment.Left), right = Passage.Of(_compared, alignment.Right);
        WriteSide(left, Marks(differences, difference => difference.Left));
        WriteOrigin(left, alignment.Left);
        WriteSide(right, Marks(differences, difference => difference.Right));
        WriteOrigin(right, alignment.Right);
    }

    private void WriteSide(Passage passage, IEnumerable<Span> marks) =>
        WriteSide(Letter(passage.Article), passage.Styled(_compared.Articles[(int)passage.Article].Text, marks));

    private void WriteSide(string articles, IEnumerable<StyledText> text) =>
        _page.Labelled(Indent, articles.Length < 3 ? articles.PadRight(3) : articles + "  ", text);

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

    private void WriteMore(int number, string how = "")
    {
        if (number > 0)
            Write(Indent, $"… and {number} more{how}");
    }

    private void Write(int indent, string text) => _page.Text(indent, new StyledText(text));

    private static IEnumerable<Span> Marks(IEnumerable<Difference> differences, Func<Difference, Location?> side) =>
        differences.SelectMany(difference => Spans(side(difference)));

    private static RepeatedField<Span> Spans(Location? words) => words?.Spans ?? [];

    private static string Letters(IEnumerable<uint> articles) => string.Join(", ", articles.Select(Letter));

    // A to Z, then AA, AB, …
    private static string Letter(uint article) =>
        article < 26 ? ((char)('A' + article)).ToString() : Letter((article / 26) - 1) + Letter(article % 26);
}
