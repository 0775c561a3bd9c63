using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Finds dates and times and places them in the calendar.</summary>
/// <remarks>
/// Reads words only: no clock, no culture. Relative dates resolve on the date of the article; without one they stay unresolved. What could as
/// well be something else is left out. Linear in the number of tokens.
/// </remarks>
internal static class DateExtractor
{
    /// <summary>Words before <em>a week</em> that make it a length of time and not a part of <em>once a week</em>.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LengthContexts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "for", "within", "after", "over", "than", "nearly", "almost", "about", "around", "under", "least", "most", "took", "takes",
        "take", "lasted", "lasts", "lasting", "spent", "half").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds the dates of a text.</summary>
    /// <param name="text">The text with its grammar.</param>
    /// <param name="anchor">The date of the article; null when it has none.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The dates in order; they do not overlap.</returns>
    public static ImmutableArray<DateMention> Extract(AnnotatedText text, ArticleDate? anchor, CancellationToken cancellation)
    {
        var dates = ImmutableArray.CreateBuilder<DateMention>();
        var resolver = new DateResolver(anchor);
        foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches()))
        {
            cancellation.ThrowIfCancellationRequested();
            var window = new TokenWindow(text, sentence.FirstToken, sentence.EndToken);
            for (int token = sentence.FirstToken; token < sentence.EndToken;)
            {
                if (Read(window, token, resolver) is { } mention)
                {
                    dates.Add(mention);
                    token = mention.EndToken;
                }
                else token++;
            }
        }
        return dates.DrainToImmutable();
    }

    private static DateMention? Read(TokenWindow window, int token, DateResolver resolver)
    {
        if (!CanStart(window, token, out var lead)) return null;
        if (lead is Lead.Bounding) return ReadBounded(window, token, resolver);
        if (lead is Lead.Content && SetReader.Read(window, token, out int setEnd, out var granularity) is { } set)
            return new DateMention(window.Text.SpanOf(token, setEnd), token, setEnd, DateKind.Set, set, null, null, granularity, Anchor.Stated) { Confidence = DateConfidence.Said };
        // "Around 3 p.m."
        int start = (window.Is(token, "around", "about") || window.Is(token, "circa")) && !DateWords.Meals.ContainsKey(window.Form(token + 1)) ? token + 1 : token;
        var point = PointReader.Read(window, start, out int end);
        if (start > token && point is not { Clock: not null }) return null;
        if (PeriodReader.TryRead(window, token, point, end, out int periodEnd, out var first, out var last))
        {
            if (resolver.PlaceStretch(first, last, OutlookAt(window, token)) is { } placed)
                return Mention(window, token, periodEnd, DateKind.Period, placed, DateConfidence.Of(first, placed).And(DateConfidence.Of(last, placed)));
        }
        bool isLength = LengthReader.TryRead(window, token, out var length);
        if (isLength && ReadLengthFrom(window, token, length, resolver) is { } run) return run;
        if (point is not null) point = BoundReader.ReadOn(window, point, ref end);
        else point = BoundReader.ReadYear(window, token, out end) ?? BoundReader.Read(window, token, out end);
        if (point is not null)
        {
            var outlook = OutlookAt(window, start);
            if (!(point.AheadOnly && outlook is not Outlook.Future) && !(point.NotPast && outlook is Outlook.Past) && resolver.Place(point, outlook) is { } placed)
                return Mention(window, window.Is(token, "the") && IsNamedWithoutArticle(point) ? token + 1 : token, end, KindOf(point), placed, DateConfidence.Of(point, placed));
        }
        if (ReadAppointment(window, token) is { } appointment) return appointment;
        return ReadWhole(window, token) ?? (isLength ? ReadLength(window, token, length) : null);
    }

    /// <summary>Reads what starts with a word such as <em>from</em>, <em>before</em>, <em>for</em>: no point, but what one or two of them bound.</summary>
    private static DateMention? ReadBounded(TokenWindow window, int token, DateResolver resolver)
    {
        bool between = window.Is(token, "from", "between") || window.Is(token, "for");
        if (between && PeriodReader.TryRead(window, token, null, token, out int periodEnd, out var first, out var last)
            && resolver.PlaceStretch(first, last, OutlookAt(window, token)) is { } stretch)
            return Mention(window, token, periodEnd, DateKind.Period, stretch, DateConfidence.Of(first, stretch).And(DateConfidence.Of(last, stretch)));
        if (window.Is(token, "for"))
            return LengthReader.TryRead(window, token + 1, out var length) && window.Is(length.End, "from") ? ReadLengthFrom(window, token, length, resolver) : null;
        if (ReadWithin(window, token, out int withinEnd) is { } within)
            return OutlookAt(window, token) is Outlook.Future && resolver.Place(within, Outlook.Future) is { } ahead ? Mention(window, token, withinEnd, DateKind.Period, ahead, DateConfidence.Counted) : null;
        if (BoundReader.Read(window, token, out int end) is not { } point) return null;
        var outlook = OutlookAt(window, token);
        // "Had raised $5 by the end of May": what a count holds for, and no limit.
        if (outlook is Outlook.Past && window.Is(token, "by") || point.AheadOnly && outlook is not Outlook.Future || point.NotPast && outlook is Outlook.Past) return null;
        return resolver.Place(point, outlook) is { } placed ? Mention(window, token, end, KindOf(point), placed, DateConfidence.Of(point, placed)) : null;
    }

    /// <summary><em>Meet at 6</em>: behind a verb of coming together an hour alone is one.</summary>
    private static DateMention? ReadAppointment(TokenWindow window, int token)
    {
        if (!window.Is(token - 1, "at") || window.Kind(token + 1) is not (SyntaxKind.Punctuation or SyntaxKind.None) || window.IsJoint(token + 1)
            || !ClockReader.TryReadLoose(window, token, out int end, out var clock) || end != token + 1) return null;
        const int Reach = 8;
        for (int i = token - 2; i >= Math.Max(window.First, token - Reach); i--)
        {
            if (window.Upos(i) is not Upos.VERB) continue;
            return window.Lemma(i) is "meet" or "gather" or "convene" or "arrive" or "depart" or "leave" or "land" or "resume"
                ? new DateMention(window.Text.SpanOf(token, end), token, end, DateKind.Time, DateResolver.ClockTimex(clock), null, null, clock.Granularity, Anchor.Missing) { Confidence = DateConfidence.HalfGuessed }
                : null;
        }
        return null;
    }

    /// <summary><em>Three days starting on Monday, a week from 5 May on.</em></summary>
    private static DateMention? ReadLengthFrom(TokenWindow window, int token, Length length, DateResolver resolver)
    {
        bool lasting = window.Is(token, "for");
        if (length.Parts is not [{ Unit: >= TimeUnit.Hour and not (TimeUnit.Fortnight or TimeUnit.Weekend) and <= TimeUnit.Year, Amount: var amount and <= 1000m } part]
            || amount != decimal.Truncate(amount)) return null;
        // "For three days from Monday"; without "for" the length is one from now.
        if (!lasting && !window.Is(length.End, "starting", "beginning")) return null;
        int next = length.End + 1;
        if (window.Is(next, "on", "from")) next++;
        if (PointReader.Read(window, next, out int end) is not { OnOther: false, Stretch: false, Present: false } from || !from.HasDate || lasting && !from.IsOneDay) return null;
        var run = new TimePoint { From = from, Unit = part.Unit, Shift = (int)amount, Stretch = true };
        return resolver.Place(run, OutlookAt(window, token)) is { } placed ? Mention(window, token, end, DateKind.Period, placed, DateConfidence.Of(run, placed)) : null;
    }

    /// <summary><em>Within five minutes</em>, of what lies ahead: from the moment of writing on, where that is known.</summary>
    private static TimePoint? ReadWithin(TokenWindow window, int token, out int end)
    {
        end = token;
        if (!window.Is(token, "within") || !LengthReader.TryRead(window, token + 1, out var length) || window.Is(length.End, "of", "after")
            || length.Parts is not [{ Unit: TimeUnit.Hour or TimeUnit.Minute, Amount: var amount and <= 1000m } part] || amount != decimal.Truncate(amount)) return null;
        end = length.End;
        return new TimePoint { Unit = part.Unit, Shift = (int)amount, Stretch = true };
    }

    /// <summary>Whether an article in front is none of the name: <em>the [end of May], the [past three days], the [next Easter]</em>.</summary>
    private static bool IsNamedWithoutArticle(TimePoint point) =>
        point.Edge is not Edge.Whole || point.Holiday is not null || point.Stretch || point is { Nth: not null, Daypart: not null };

    private static DateKind KindOf(TimePoint point) => point switch
    {
        // "Before noon" of no day places nothing.
        { IsClockOnly: true } => DateKind.Time,
        { Stretch: true } or { Bound: not Bound.None } => DateKind.Period,
        { Clock: not null } or { Daypart: not null } or { Present: true } or { Unit: < TimeUnit.Day } => DateKind.DateTime,
        _ => DateKind.Date,
    };

    /// <summary><em>All week.</em></summary>
    private static DateMention? ReadWhole(TokenWindow window, int token)
    {
        if (window.Is(token, "all") && DateWords.Units.TryGetValue(window.Form(token + 1), out var whole) && whole is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
            && !window.Form(token + 1).EndsWith('s') && !window.IsNoun(token + 2) && !window.IsJoint(token + 2))
        {
            return new DateMention(
                window.Text.SpanOf(token, token + 2), token, token + 2, DateKind.Duration, new Length(token, token + 2, token + 1, [(1m, whole)], false).ToTimex(), null, null,
                DateResolver.GranularityOf(whole), Anchor.Stated)
            { Confidence = DateConfidence.Said };
        }
        return null;
    }

    /// <summary>A length of time that stands by itself.</summary>
    private static DateMention? ReadLength(TokenWindow window, int token, Length length)
    {
        // "24 hours a day", "aged three months"
        if (window.Is(length.End, "a", "per") && DateWords.Units.ContainsKey(window.Form(length.End + 1))) return null;
        if (window.Is(token - 1, "aged") || window.Is(token - 1, "of") && window.Is(token - 2, "age")) return null;
        // "one day" and "a year" are lengths only where a word before says so; "one-day" and "one year old" are plain.
        bool single = !length.Counted || window.Is(token, "one") && length.Parts is [(1m, _)] && !window.IsJoint(token + 1);
        // "A one second delay"
        bool modifies = length.Counted && window.Is(token - 1, "a", "the") && window.Upos(length.End) is Upos.NOUN;
        if (single && !modifies && !window.IsIn(token - 1, LengthContexts) && !window.Is(length.End, "apart", "long")) return null;
        var granularity = DateResolver.GranularityOf(length.Parts[^1].Unit);
        return new DateMention(
            window.Text.SpanOf(token, length.End), token, length.End, DateKind.Duration, length.ToTimex(), null, null, granularity, Anchor.Stated)
        { Confidence = DateConfidence.Said };
    }

    private static DateMention Mention(TokenWindow window, int first, int end, DateKind kind, PlacedDate placed, Confidence confidence) =>
        new(window.Text.SpanOf(first, end), first, end, kind, placed.Timex, placed.Start, placed.End, placed.Granularity, placed.Anchor) { Confidence = confidence };

    /// <summary>
    /// The outlook of the clause. News in the present tense speaks of a weekday to come, but for headlines and captions, whose present
    /// tense tells what has happened.
    /// </summary>
    private static Outlook OutlookAt(TokenWindow window, int token)
    {
        var outlook = Outlooks.Of(window.Text, token);
        if (outlook is Outlook.Past or Outlook.Future) return outlook;
        var block = window.Text.Tree.Blocks[window.Text.SentenceOf(token).Block].Kind;
        return block is SyntaxKind.Headline or SyntaxKind.Caption ? Outlook.Past : outlook;
    }

    /// <summary>
    /// Whether an expression may start at the token: at a word of the calendar or a number, or at <em>in the</em> and its kin in front of one.
    /// Nearly all tokens end here, which makes the reading of dates six times as fast.
    /// </summary>
    private static bool CanStart(TokenWindow window, int token, out Lead lead)
    {
        const int JoiningWords = 3;
        lead = DateWords.LeadAt(window, token);
        var next = lead;
        for (int i = 1; i <= JoiningWords && next is Lead.Joining or Lead.Bounding; i++) next = DateWords.LeadAt(window, token + i);
        return next is Lead.Content;
    }
}
