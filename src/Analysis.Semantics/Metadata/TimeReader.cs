using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Semantics.Dates;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Metadata;

/// <summary>Chooses when an article was published and when it was last changed.</summary>
internal static class TimeReader
{
    private static readonly string[] ChangeWords = ["updated", "modified", "last edited", "revised"], PublishWords = ["published", "posted", "original", "first published", "created"];

    /// <summary>Most times that are compared with each other; the surest places come first.</summary>
    private const int MostCandidates = 100;

    /// <summary>What a <c>time</c> element loses that does not stand by the title.</summary>
    private const int FarFromTitle = 180;

    /// <summary>Words in small letters that stand beside the date in a line that states it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LineWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "by", "on", "at", "in", "and", "for", "of", "the", "published", "posted", "updated", "modified", "edited", "revised", "created", "first", "last", "original", "originally", "date", "am", "pm", "a", "p",
        "m", "min", "mins", "minute", "minutes", "read", "ago", "hour", "hours", "comment", "comments", "st", "nd", "rd", "th", "written", "from", "to", "with", "und", "uhr").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A time that may be the right one.</summary>
    private readonly record struct Candidate(StatedTime Time, string Value, TextSpan? Span, FoundIn FoundIn, int Thousandths)
    {
        /// <summary>Whether the day is that of the place where it happened, as far as can be told, and not that of UTC.</summary>
        public bool IsLocal => Time.Zone != Offset.Zero;

        public MetadataValue ToValue() => new(Value, Span, FoundIn, new Confidence(Thousandths));
    }

    /// <summary>The publication date, and the day that relative dates resolve on.</summary>
    public static (MetadataValue? Value, ArticleDate? Date) ReadPublished(SyntaxTree tree, ArticleContext context, ImmutableArray<DocumentProperty> properties, MetadataValue? address, TextSpan? title)
    {
        var candidates = Published(tree, context, properties, address, title).Take(MostCandidates).ToList();
        if (Choose(candidates) is not { } chosen) return default;
        // The day of UTC is the next one already when it is evening in the west: where another place writes the same time as it is there, its day counts.
        var best = chosen.Agreeing[0];
        var day = best.FoundIn is FoundIn.Request || best.IsLocal || best.Time.Time is null ? best.Time.Day
            : chosen.Agreeing.Where(other => other.IsLocal).Select(other => (LocalDate?)other.Time.Day).FirstOrDefault() ?? best.Time.Day;
        return (chosen.Value, new ArticleDate(day, best.FoundIn is not FoundIn.Caption));
    }

    /// <summary>When it was last changed; null where nothing says so.</summary>
    public static MetadataValue? ReadModified(SyntaxTree tree, ImmutableArray<DocumentProperty> properties, TextSpan? title)
    {
        var candidates = Stated(properties, DocumentPropertyKind.Modified, title).ToList();
        foreach (var line in LinesByTitle(tree, title))
            if (Line(tree.Text.Text, line).Modified is { IsEmpty: false } part && WrittenDate.Find(tree.Text.Text, part) is { } day) candidates.Add(Written(day, FoundIn.PublicationLine, 850));
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
            if (block.Kind is SyntaxKind.PublicationLine && Line(tree.Text.Text, block.Span).Modified is { IsEmpty: false } part && WrittenDate.Find(tree.Text.Text, part) is { } day)
                candidates.Add(Written(day, FoundIn.PublicationLine, 930));
        return Choose([.. candidates.Take(MostCandidates)])?.Value;
    }

    /// <summary>Chooses the best supported time: those that agree count as one.</summary>
    private static (MetadataValue Value, ImmutableArray<Candidate> Agreeing)? Choose(List<Candidate> candidates)
    {
        var groups = new List<List<Candidate>>();
        foreach (var candidate in candidates)
        {
            if (groups.Find(group => group[0].Time.Agrees(candidate.Time)) is { } group) group.Add(candidate);
            else groups.Add([candidate]);
        }
        var ranked = groups.Select(group => (Values: group, Confidence: Support(group))).OrderByDescending(group => group.Confidence).ToImmutableArray();
        if (ranked.IsEmpty) return null;
        // What the sender said stands as it is; else the most precise way of writing the same time.
        var agreeing = ranked[0].Values
            .OrderByDescending(value => value.FoundIn is FoundIn.Request).ThenByDescending(value => value.Time.Time is not null).ThenByDescending(value => value.Time.Zone is not null)
            .ThenByDescending(value => value.IsLocal).ThenByDescending(value => value.Thousandths).ToImmutableArray();
        var value = agreeing[0].ToValue() with
        {
            Confidence = new Confidence(ranked[0].Confidence),
            Alternatives = [.. ranked.Skip(1).Select(group => group.Values.MaxBy(other => other.Thousandths).ToValue())],
        };
        return (value, agreeing);
    }

    private static int Support(List<Candidate> values) => StatedValue.Support([.. values.Select(value => new StatedValue(value.Value, "", value.Span, value.FoundIn, value.Thousandths))]);

    /// <summary>Every time that may be the article's own, the surest place first.</summary>
    private static IEnumerable<Candidate> Published(SyntaxTree tree, ArticleContext context, ImmutableArray<DocumentProperty> properties, MetadataValue? address, TextSpan? title)
    {
        string text = tree.Text.Text;
        bool plain = tree.Format is DocumentFormat.PlainText;
        // What the sender says is no placeholder of a program: any day of the calendar is one.
        if (context.Published is { Length: >= 10 } stated && (StatedTime.Read(stated) ?? StatedTime.OfDay(stated[..10])) is { } requested)
            yield return new Candidate(requested, stated, null, FoundIn.Request, Confidence.Full.Thousandths);
        foreach (var candidate in Stated(properties, DocumentPropertyKind.Published, title)) yield return candidate;
        foreach (var block in Blocks(tree, SyntaxKind.PublicationLine))
        {
            var (published, modified) = Line(text, block.Span);
            if (!published.IsEmpty && WrittenDate.Find(text, published) is { } day) yield return Written(day, FoundIn.PublicationLine, plain ? 970 : 900);
            // The day of the last change is better than none.
            else if (!modified.IsEmpty && WrittenDate.Find(text, modified) is { } changed) yield return Written(changed, FoundIn.PublicationLine, 700);
        }
        foreach (var line in LinesByTitle(tree, title))
        {
            var (published, modified) = Line(text, line);
            if (!published.IsEmpty && WrittenDate.Find(text, published) is { } day) yield return Written(day, FoundIn.PublicationLine, 870);
            else if (!modified.IsEmpty && WrittenDate.Find(text, modified) is { } changed) yield return Written(changed, FoundIn.PublicationLine, 700);
        }
        foreach (var block in Blocks(tree, SyntaxKind.Dateline))
            if (WrittenDate.Find(text, block.Span) is { } dateline) yield return Written(dateline, FoundIn.Dateline, plain ? 950 : 880);
        if (address is not null && AddressDay(address.Value) is { } path)
            yield return new Candidate(new StatedTime(path, null, null, default), NodaTime.Text.LocalDatePattern.Iso.Format(path), address.Span, FoundIn.Address, 900);
        AnnualDay? annual = DatelineDay(tree);
        foreach (var block in Blocks(tree, SyntaxKind.Caption))
        {
            if (WrittenDate.Find(text, block.Span) is not { } caption) continue;
            // A dateline without a year takes the year of the caption when both speak of nearly the same day.
            if (annual is { } day && day.Date.InYear(caption.Date.Year) is var completed && Math.Abs(Period.DaysBetween(completed, caption.Date)) <= 31)
                yield return Written((completed, day.Span), FoundIn.Dateline, 850);
            yield return Written(caption, FoundIn.Caption, 600);
        }
    }

    private static IEnumerable<Candidate> Stated(ImmutableArray<DocumentProperty> properties, DocumentPropertyKind kind, TextSpan? title)
    {
        bool timeSeen = false;
        foreach (var property in properties)
        {
            if (property.Kind != kind || StatedTime.Read(property.Value) is not { } time) continue;
            int thousandths = Thousandths(property.Origin);
            if (property.Origin is DocumentPropertyOrigin.TimeElement)
            {
                // Of several elements the first is the article's own; later ones belong to what the page has below it.
                if (timeSeen) continue;
                timeSeen = true;
                if (!IsNear(property.Text, title)) thousandths -= FarFromTitle;
            }
            yield return new Candidate(time, time.Iso, property.Text, property.Origin.ToFoundIn(), thousandths);
        }
    }

    /// <summary>Whether a time stands where readers look for that of the article: a little above its title, or below it before the text is long.</summary>
    private static bool IsNear(TextSpan? time, TextSpan? title)
    {
        const int Above = 300, Below = 1000;
        return time is { } shown && title is { } headline && shown.End >= headline.Start - Above && shown.Start <= headline.End + Below;
    }

    private static int Thousandths(DocumentPropertyOrigin origin) => origin switch
    {
        DocumentPropertyOrigin.JsonLd or DocumentPropertyOrigin.Feed or DocumentPropertyOrigin.FrontMatter => 960,
        DocumentPropertyOrigin.OpenGraph => 950,
        DocumentPropertyOrigin.Microdata => 940,
        DocumentPropertyOrigin.Meta => 930,
        _ => 880,
    };

    private static Candidate Written((LocalDate Date, TextSpan Span) found, FoundIn where, int thousandths)
    {
        var time = new StatedTime(found.Date, null, null, found.Span);
        return new Candidate(time, time.Iso, found.Span, where, thousandths);
    }

    /// <summary>Short lines of a page around its title, up to the first paragraph of the body: one of them often has the date beside the author or a section.</summary>
    private static ImmutableArray<TextSpan> LinesByTitle(SyntaxTree tree, TextSpan? title)
    {
        const int MostBefore = 4, MostBehind = 14, Longest = 160, ShortestProse = 40, LongestStandfirst = 300;
        if (tree.Format is not DocumentFormat.Html || title is not { } span) return [];
        int at = 0;
        bool standfirstSeen = false;
        while (at < tree.Blocks.Length && !tree.Blocks[at].Span.Contains(span)) at++;
        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = Math.Max(0, at - MostBefore); i < tree.Blocks.Length && i <= at + MostBehind; i++)
        {
            var block = tree.Blocks[i];
            if (i == at || block.Kind is SyntaxKind.PublicationLine) continue;
            bool prose = block.Span.Length > Longest || block.Span.Length > ShortestProse && tree.Text.Text[block.Span.End - 1] is '.' or '!' or '?' or '”' or '"';
            // One paragraph may be the standfirst.
            if (i > at && prose && (block.Span.Length > LongestStandfirst || standfirstSeen)) break;
            standfirstSeen |= i > at && prose;
            if (!prose && block.Kind is not (SyntaxKind.Caption or SyntaxKind.Credit) && StatesDate(tree.Text.Text, block.Span)) lines.Add(block.Span);
        }
        return lines.ToImmutable();
    }

    /// <summary>Whether a line tells of the article and not a story of its own: it says so, or but for names it holds no words other than those beside dates.</summary>
    private static bool StatesDate(string text, TextSpan line)
    {
        if (First(text, line, PublishWords) >= 0 || First(text, line, ChangeWords) >= 0) return true;
        for (int at = line.Start; at < line.End;)
        {
            int end = at;
            while (end < line.End && char.IsLetter(text[end])) end++;
            // What a stop is glued to is a part of a host name.
            if (end > at && char.IsLower(text[at]) && !LineWords.Contains(text.AsSpan(at, end - at)) && !(at > line.Start && text[at - 1] == '.')) return false;
            at = Math.Max(end, at + 1);
        }
        return true;
    }

    /// <summary>The parts of a line that say when it was published and when it was changed; both may be empty.</summary>
    private static (TextSpan Published, TextSpan Modified) Line(string text, TextSpan line)
    {
        int changed = First(text, line, ChangeWords);
        if (changed < 0) return (line, default);
        int again = First(text, new TextSpan(changed, line.End), PublishWords);
        var modified = new TextSpan(changed, again < 0 ? line.End : again);
        return (changed > line.Start ? new TextSpan(line.Start, changed) : again < 0 ? default : new TextSpan(again, line.End), modified);
    }

    private static int First(string text, TextSpan within, string[] words)
    {
        int first = -1;
        foreach (string word in words)
            if (text.AsSpan(within.Start, within.Length).IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && (first < 0 || within.Start + at < first)) first = within.Start + at;
        return first;
    }

    private readonly record struct AnnualDay(AnnualDate Date, TextSpan Span);

    private static AnnualDay? DatelineDay(SyntaxTree tree)
    {
        foreach (var block in Blocks(tree, SyntaxKind.Dateline))
            return WrittenDate.FindWithoutYear(tree.Text.Text, block.Span) is { } found ? new AnnualDay(found.Date, found.Span) : null;
        return null;
    }

    /// <summary>A day in the path of an address: <c>/2023/08/14/</c>, <c>/2023/aug/14/</c> or <c>/20230814-</c>.</summary>
    private static LocalDate? AddressDay(string address)
    {
        int host = address.IndexOf("//", StringComparison.Ordinal) + 2;
        int path = address.IndexOf('/', Math.Min(host, address.Length));
        if (path < 0) return null;
        return WrittenDate.FindInPath(address.AsSpan(path)) ?? WrittenDate.Find(address, new TextSpan(path, address.Length))?.Date;
    }

    private static IEnumerable<BlockSyntax> Blocks(SyntaxTree tree, SyntaxKind kind) => tree.Blocks.TakeWhile(block => block.Section == 0).Where(block => block.Kind == kind);
}
