using System.Globalization;
using Analysis.V1;
using Humanizer;
using Humanizer.Configuration;

namespace Analysis.Client.Reports;

/// <summary>One side of a difference.</summary>
/// <param name="Name">What the report calls the article.</param>
/// <param name="Words">The words that differ; empty where there are none.</param>
internal readonly record struct Side(string Name, string Words);

/// <summary>The words of the report for the values of the contract. Values that a later service may send have words too.</summary>
internal static class Wording
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The verdict in a clause, said of the pair.</summary>
    public static string Clause(Verdict verdict) => verdict switch
    {
        Verdict.Identical => "have the same text",
        Verdict.NearDuplicate => "have the same text but for small edits",
        Verdict.Revision => "are two states of one article",
        Verdict.WireCopy => "print a report of the same agency",
        Verdict.SameStory => "report the same event",
        Verdict.SameTopic => "are about the same matter, but not the same event",
        Verdict.Unrelated => "are about different things",
        _ => "relate in a way that this program does not know",
    };

    /// <summary>The relation of two passages, A on the left and B on the right, in a sentence without its full stop.</summary>
    public static string Sentence(Relation relation) => relation switch
    {
        Relation.Equivalent => "The passages say the same",
        Relation.Refines => "A says all that B says, and more",
        Relation.Generalizes => "B says all that A says, and more",
        Relation.Updates => "A is the later state of what B says",
        Relation.UpdatedBy => "B is the later state of what A says",
        Relation.Conflicts => "The passages cannot both hold",
        Relation.Related => "The passages are about the same thing",
        Relation.Unrelated => "The passages are about different things",
        _ => "The passages relate in a way that this program does not know",
    };

    /// <summary>In what two passages differ.</summary>
    public static string Difference(DifferenceKind kind) => kind == DifferenceKind.Wording ? "The words differ" : Conflict(kind);

    /// <summary>What an entity is.</summary>
    public static string Type(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        EntityType.Location => "place",
        EntityType.Norp => "nationality or group",
        EntityType.Event => "event",
        _ => "other",
    };

    /// <summary>How a quotation is reported.</summary>
    public static string Kind(QuoteKind kind) => kind switch
    {
        QuoteKind.Direct => "word for word",
        QuoteKind.Indirect => "reported",
        QuoteKind.Mixed => "partly word for word",
        _ => "",
    };

    /// <summary>How much a finding matters, as compilers say it.</summary>
    public static string Severity(Severity severity) => severity switch
    {
        V1.Severity.Error => "error",
        V1.Severity.Warning => "warning",
        V1.Severity.Hidden => "hidden",
        _ => "info",
    };

    /// <summary>The meaning of a figure, as "about 75,000,000 Dollar" or "12 to 15".</summary>
    public static string Value(Quantity quantity)
    {
        string number = (quantity.Value, quantity.Low, quantity.High) switch
        {
            ({ Length: > 0 } value, _, _) => Grouped(value),
            (_, "", "") => "",
            (_, var low, "") => $"{Grouped(low)} or more",
            (_, "", var high) => $"up to {Grouped(high)}",
            (_, var low, var high) => $"{Grouped(low)} to {Grouped(high)}",
        };
        string precision = quantity.Precision switch
        {
            Precision.About => "about",
            Precision.AtLeast => "at least",
            Precision.AtMost => "at most",
            Precision.MoreThan => "more than",
            Precision.LessThan => "less than",
            Precision.Vague => "an unstated number",
            _ => "",
        };
        string unit = quantity.Kind == QuantityKind.Percent ? "%" : quantity.Unit;
        string rank = quantity.Kind == QuantityKind.Ordinal ? "number" : "";
        return string.Join(' ', new[] { precision, rank, number, unit }.Where(part => part.Length > 0));
    }

    private static string Grouped(string number) =>
        decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value.ToString("#,0.##########", CultureInfo.InvariantCulture)
            : number;

    /// <summary>The meaning of a date or time, as "12 March 2024" or "March 2024"; its TIMEX3 notation where it is no day, month or year.</summary>
    public static string Time(DateMention date)
    {
        string inferred = date.Anchor == Anchor.Inferred ? " (inferred)" : "";
        if (date.Anchor == Anchor.Missing || (date.StartDate.Length == 0 && date.Timex.Length == 0))
            return "not resolved";
        return (Day(date.StartDate), date.Granularity) switch
        {
            ({ } day, Granularity.Day) when IsNextDay(day, date.EndDate) => Date(date.StartDate) + inferred,
            ({ } day, Granularity.Month) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture) + inferred,
            ({ } day, Granularity.Year) => day.ToString("yyyy", CultureInfo.InvariantCulture) + inferred,
            ({ } day, Granularity.Daypart) when Clock(date.StartDate) is { Length: > 0 } from => $"{Date(date.StartDate)}, {from} to {Clock(date.EndDate)}{inferred}",
            ({ } day, _) when Clock(date.StartDate) is { Length: > 0 } clock => $"{Date(date.StartDate)}, {clock}{inferred}",
            ({ } day, _) when Day(date.EndDate) is { } end && end > day => $"{Date(date.StartDate)} to {Date(end.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}{inferred}",
            _ => date.Timex + inferred,
        };
    }

    // The time of day to the minute; empty for a day.
    private static string Clock(string time) => time is [_, _, _, _, '-', _, _, '-', _, _, 'T', .. { Length: >= 5 } clock] ? clock[..5] : "";

    private static bool IsNextDay(DateOnly day, string end) => Day(end) is { } next && next == day.AddDays(1);

    /// <summary>What the reader should know of how a claim is put, as "denied, as a plan"; empty for a plain statement.</summary>
    public static string Manner(Predicate? predicate)
    {
        if (predicate is null)
            return "";
        string polarity = predicate.Polarity == Polarity.Negative ? "negated" : "";
        string modality = predicate.Modality switch
        {
            Modality.Planned => "planned",
            Modality.Possible => "possible",
            Modality.Conditional => "under a condition",
            Modality.ReportedDenied => "denied by somebody",
            Modality.Question => "as a question",
            _ => "",
        };
        return string.Join(", ", new[] { polarity, modality }.Where(part => part.Length > 0));
    }

    /// <summary>What kind of conflict a difference makes.</summary>
    public static string Conflict(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Quantity => "The figures differ",
        DifferenceKind.Negation => "One affirms what the other denies",
        DifferenceKind.Antonym => "The words are opposites",
        DifferenceKind.Entity => "The names differ",
        DifferenceKind.Date => "The times differ",
        DifferenceKind.Place => "The places differ",
        DifferenceKind.Attribution => "The same words come from different people",
        DifferenceKind.Modality => "One puts it more firmly",
        _ => "They say otherwise",
    };

    /// <summary>What the reader should know of a difference that is no conflict; empty where the marked words say it all.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="relation">Of the alignment that it stands under.</param>
    /// <param name="left">How the report calls the left article, and its words.</param>
    /// <param name="right">How it calls the right one, and its words.</param>
    public static string Note(Difference difference, Relation relation, Side left, Side right) => difference.Kind switch
    {
        DifferenceKind.Quantity or DifferenceKind.Antonym or DifferenceKind.Entity or DifferenceKind.Date or DifferenceKind.Place =>
            left.Words.Length == 0 || right.Words.Length == 0 || left.Words.Equals(right.Words, StringComparison.OrdinalIgnoreCase) ? ""
            : $"{left.Name} has “{left.Words}”, {right.Name} “{right.Words}”."
                + (difference.Kind == DifferenceKind.Quantity && relation != Relation.Related ? " Both figures may hold." : ""),
        DifferenceKind.Negation when relation == Relation.Related => "One affirms what the other denies, without a conflict.",
        DifferenceKind.Attribution => (difference.LeftValue, difference.RightValue) switch
        {
            ("", "") => "",
            ("", var source) => $"{left.Name} states it itself, {right.Name} attributes it to {source}.",
            (var source, "") => $"{left.Name} attributes it to {source}, {right.Name} states it itself.",
            var (source, other) when IsPartOf(source, other) || IsPartOf(other, source) => "",
            var (source, other) => $"{left.Name} attributes it to {source}, {right.Name} to {other}.",
        },
        DifferenceKind.Modality => (Manner(difference.LeftValue), Manner(difference.RightValue)) switch
        {
            ({ } manner, { } other) => $"{left.Name} {manner}, {right.Name} {other}.",
            _ => "One puts it more firmly than the other.",
        },
        _ => "",
    };

    // The longer name of somebody is no other source.
    private static bool IsPartOf(string name, string longer) => $" {longer} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase);

    private static string? Manner(string modality) => modality switch
    {
        "Asserted" => "puts it as a fact",
        "Planned" => "puts it as planned",
        "Possible" => "puts it as possible",
        "Conditional" => "puts it under a condition",
        "ReportedDenied" => "reports that it is denied",
        "Question" => "puts it as a question",
        _ => null,
    };

    /// <summary>What became of the words of a quotation, right against left.</summary>
    /// <param name="alteration">What became of them.</param>
    /// <param name="left">How the report calls the left article, and the words that differ.</param>
    /// <param name="right">How it calls the right one, and the words that differ.</param>
    public static string Altered(Alteration alteration, Side left, Side right)
    {
        bool one = Math.Max(Passage.WordsIn(left.Words), Passage.WordsIn(right.Words)) <= 1;
        return alteration switch
        {
            _ when left.Words.Length > 0 && left.Words == right.Words => "The words stand in another order",
            Alteration.Insertion => $"{right.Name} has words of its own in brackets",
            Alteration.Ellipsis => $"{right.Name} leaves words out, and marks it",
            Alteration.NegationLost => $"A negation stands in {left.Name} only",
            Alteration.NegationAdded => $"A negation stands in {right.Name} only",
            Alteration.WordSubstituted => one ? "One word stands for another" : "Words stand for others",
            Alteration.WordDropped => one ? $"A word stands in {left.Name} only" : $"Words stand in {left.Name} only",
            Alteration.WordAdded => one ? $"A word stands in {right.Name} only" : $"Words stand in {right.Name} only",
            Alteration.Truncated => $"{left.Name} quotes more of it",
            Alteration.Extended => $"{right.Name} quotes more of it",
            Alteration.Merged => "Two quotations are one",
            Alteration.OtherSpeaker => "The same words come from different speakers",
            Alteration.Paraphrase => "The same in other words, between quotation marks",
            _ => "The words differ",
        };
    }

    /// <summary>How an article came by its date, where the reader should know.</summary>
    public static string DateNote(FoundIn foundIn, bool inferred)
    {
        string place = foundIn switch
        {
            FoundIn.Caption => "a photo caption",
            FoundIn.Address => "the path of its address",
            FoundIn.Dateline => "its dateline",
            FoundIn.Text => "its text",
            _ => "",
        };
        return (inferred, place) switch
        {
            (true, "") => " (inferred)",
            (true, _) => $" (inferred from {place})",
            _ => "",
        };
    }

    /// <summary>The place of some words in their article, as "2nd paragraph"; empty where it is not known.</summary>
    public static string Place(ArticleText article, IReadOnlyList<Span> words)
    {
        if (words.Count == 0 || article.BlockOf(words[0]) is not { } block)
            return "";

        string place = block.Kind switch
        {
            BlockKind.Headline => "headline",
            BlockKind.Standfirst => "standfirst",
            BlockKind.Byline => "byline",
            BlockKind.Dateline => "dateline",
            BlockKind.Paragraph => $"{article.ParagraphNumber(block).Ordinalize(English)} paragraph",
            BlockKind.Heading => "heading",
            BlockKind.ListItem => "list",
            BlockKind.BlockQuote => "block quotation",
            BlockKind.Table => "table",
            BlockKind.Caption => "photo caption",
            BlockKind.LiveEntry => block.Section > 0 ? "head" : "head of a live entry",
            BlockKind.Correction => "correction",
            _ => "",
        };
        if (block.Section == 0 || place.Length == 0) return place;
        bool live = article.Analysis.Blocks.Any(other => other.Section == block.Section && other.Kind is BlockKind.LiveEntry);
        return $"{place} of the {((int)block.Section).Ordinalize(English)} {(live ? "live entry" : "further article")}";
    }

    /// <summary>Who says a claim, where it is not the article itself; empty where it is.</summary>
    public static string SaidBy(ArticleText article, Claim claim) =>
        string.Join(", citing ", claim.Attribution.Select(link => Source(article, link)).Distinct()) is { Length: > 0 } sources ? $"according to {sources}" : "";

    private static string Source(ArticleText article, Attribution link) => (link.Kind, article.Name(link)) switch
    {
        (_, "") => "a source that is not named",
        (AttributionKind.Unresolved, var words) => $"a source called only “{words}”",
        (_, var name) => name,
    };

    /// <summary>A confidence in whole per cent; "100%" only for certainty.</summary>
    public static string Percent(double confidence) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Math.Round(confidence * 100), confidence < 1 ? 99 : 100):0}%");

    /// <summary>A number of things, as "2 conflicts" or "no conflicts".</summary>
    public static string Count(int number, string thing) =>
        number == 0 ? $"no {thing.Pluralize()}" : thing.ToQuantity(number, "0", CultureInfo.InvariantCulture);

    /// <summary>A number by itself, as "2" or "none".</summary>
    public static string Count(int number) => number == 0 ? "none" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"a, b, and c"; with more than <paramref name="most"/> the rest is counted.</summary>
    public static string List(IReadOnlyCollection<string> items, int most = int.MaxValue)
    {
        IEnumerable<string> shown = items.Count <= most ? items : [.. items.Take(most), $"{items.Count - most} more"];
        return Configurator.CollectionFormatters.ResolveForCulture(English).Humanize(shown);
    }

    /// <summary>How much earlier the one day is than the other, as "a year earlier" or "5 days earlier".</summary>
    public static string Earlier(DateOnly day, DateOnly later)
    {
        string ago = Midnight(day).Humanize(utcDate: true, dateToCompareAgainst: Midnight(later), culture: English);
        string time = ago == "yesterday" ? "one day" : ago[..^" ago".Length];
        return (time.StartsWith("one ", StringComparison.Ordinal) ? "a " + time["one ".Length..] : time) + " earlier";
    }

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The day of an ISO 8601 date or time; null for anything else.</summary>
    public static DateOnly? Day(string date) =>
        DateOnly.TryParseExact(date.AsSpan(0, Math.Min(date.Length, 10)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A date for people, as "12 March 2024"; as it stands where it is not a day.</summary>
    public static string Date(string date) => Day(date) is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : date;
}
