using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Dates and times on the cases of a recogniser for assistants: exact span and value of every expression, and what is found where nothing
/// is. Cases that its own .NET version does not support are left out. The aim is that of the issue.
/// </summary>
/// <remarks>
/// The cases list a past and a future reading where the words leave it open; either counts, since an article's tense decides. Three of their
/// conventions are mapped: a stretch ends before its last part there and with it here, a part of a day is compared by name since its hours
/// are nowhere agreed, and seasons, fiscal years and sets have only a TIMEX value. What a reader of news leaves out, and why, is counted as missed
/// in every figure but one. Every date found is judged too, by the confidence that it states; two kinds of guess are judged on news as well.
/// </remarks>
internal sealed class DatesSuite() : AccuracySuite("dates", "recognizers-specs/DateTimeModel.json", "polnear/metadata.tsv")
{
    private static readonly string[] Types = ["date", "daterange", "time", "timerange", "datetime", "datetimerange", "duration", "set"];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var cases = Read(Path.Combine(dataFolder, "recognizers-specs", "DateTimeModel.json"));
        var all = new Tally();
        var byType = Types.ToDictionary(type => type, _ => new Tally());
        var outside = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var within = new Tally();
        var (reliability, news) = (new ReliabilityTable("stated"), new ReliabilityTable("stated of news"));
        int right = 0, empty = 0, alarmed = 0, extra = 0;
        foreach (var dateCase in cases)
        {
            // Cases are passages: as articles the shortest would be headlines and date lines.
            var tree = SyntaxTree.ParsePassage(SourceText.From(dateCase.Input));
            var found = DateExtractor.Extract(
                AnnotatedText.Annotate(tree, TrainedParser.Default), new ArticleDate(dateCase.Reference.Date, Stated: true) { Time = dateCase.Reference.TimeOfDay }, default);
            bool complete = found.Length == dateCase.Expected.Length;
            foreach (var expected in dateCase.Expected)
            {
                var mention = found.FirstOrDefault(mention => IsSpan(tree, mention, expected));
                bool hit = mention is not null && expected.Values.Any(value => Agrees(expected.Type, value, mention));
                complete &= hit;
                all.Count(hit, mention is not null);
                byType[expected.Type].Count(hit, mention is not null);
                if (OutOfScope(expected) is { } reason) outside[reason] = outside.GetValueOrDefault(reason) + 1;
                else within.Count(hit, mention is not null);
                if (!hit) output.WriteLine($"{dateCase.Number} miss {Show(expected)} in \"{dateCase.Input}\"{(OutOfScope(expected) is { } why ? $" ({why})" : "")}");
            }

            foreach (var mention in found)
                reliability.Count(mention.Confidence, dateCase.Expected.Any(expected => IsSpan(tree, mention, expected) && expected.Values.Any(value => Agrees(expected.Type, value, mention))));
            var others = found.Where(mention => !dateCase.Expected.Any(expected => IsSpan(tree, mention, expected))).ToList();
            extra += others.Count;
            foreach (var mention in found.Where(mention => !complete))
                output.WriteLine($"{dateCase.Number}      found \"{tree.Text[mention.Span]}\" {mention.Kind} {mention.Timex} [{mention.Start}..{mention.End})");
            if (complete) right++;
            if (!dateCase.Expected.IsEmpty) continue;
            empty++;
            if (!found.IsEmpty) alarmed++;
        }

        ReadNews(Path.Combine(dataFolder, "polnear"), news);
        reliability.Print(output);
        news.Print(output);
        return
        [
            new("cases", cases.Length),
            new("cases right in all they hold", 100.0 * right / cases.Length, Floor: 89, Anchor: 90),
            new("expressions", all.All),
            new("expressions, span and value", all.Right, Floor: 89, Anchor: 90),
            new("expressions, span alone", all.Found),
            new("expressions, span and value, of those that a reader of news reads", within.Right),
            .. byType.Select(type => new Figure($"{type.Key}, of {type.Value.All}", type.Value.Right)),
            new($"cases without an expression in which one is found, of {empty}", alarmed),
            new("found elsewhere than expected", extra),
            .. outside.Select(reason => new Figure($"not read: {reason.Key}", reason.Value)),
            .. reliability.Figures(),
            .. news.Figures(),
        ];
    }

    /// <summary>
    /// Checks two guesses on real news: the year of a day that says its year and lies so near that it need not have, and the half of the day of
    /// a time that says it.
    /// </summary>
    private static void ReadNews(string folder, ReliabilityTable table)
    {
        const int NearDays = 180;
        foreach (string line in File.ReadLines(Path.Combine(folder, "metadata.tsv")).Skip(1))
        {
            string[] fields = line.Split('\t');
            const int NameField = 1, DateField = 5;
            string path = Path.Combine(folder, "train", "text", fields[NameField] + ".txt");
            if (fields.Length <= DateField || !File.Exists(path) || LocalDatePattern.Iso.Parse(fields[DateField]) is not { Success: true } day) continue;
            var text = AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(File.ReadAllText(path))), TrainedParser.Default);
            foreach (var mention in DateExtractor.Extract(text, new ArticleDate(day.Value, Stated: true), default))
            {
                string words = text.Tree.Text[mention.Span].ToString();
                if (mention is { Kind: DateKind.Date, Start: { } start, Granularity: Granularity.Day } && words.Contains(start.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    && Math.Abs(Period.Between(day.Value, start.Date, PeriodUnits.Days).Days) <= NearDays)
                {
                    var guessed = new DateResolver(new ArticleDate(day.Value, Stated: true)).Place(new TimePoint { Month = start.Month, Day = start.Day }, Outlooks.Of(text, mention.FirstToken));
                    table.Count(DateConfidence.Nearest, guessed?.Start == start);
                }
                int half = words.IndexOf(" a.m.", StringComparison.Ordinal) is var morning and >= 0 ? morning : words.IndexOf(" p.m.", StringComparison.Ordinal);
                if (mention.Kind is DateKind.Time or DateKind.DateTime && half >= 0 && TimeOf(mention.Timex) is { } time)
                    table.Count(DateConfidence.HalfGuessed, ClockTime.Guess((time.Hour + 11) % 12 + 1, time.Minute, mention.Granularity).Time == time);
            }
        }
    }

    /// <summary>Why a reader of news leaves an expression out; null for those it reads.</summary>
    private static string? OutOfScope(Expected expected)
    {
        string text = expected.Text;
        if (text.Any(c => c is '=' or '>' or '<') || text.Contains("greater than", StringComparison.Ordinal)) return "conditions of a query";
        return text is "the day" or "the week" or "the month" or "the year" or "the hour" ? "the week, the month without a word that says which" : null;
    }

    /// <summary>The same span; behind a time of day a zone is a part of it here and none there, and before a length the hedge is none of it here.</summary>
    private static bool IsSpan(SyntaxTree tree, DateMention mention, Expected expected) =>
        mention.Span == expected.Span
        || expected.Type is "duration" && mention.Span.End == expected.Span.End && mention.Span.Start == expected.Span.Start + 10 && expected.Text.StartsWith("more than ", StringComparison.Ordinal)
        || mention.Span.Start == expected.Span.Start && mention.Span.End > expected.Span.End
            && tree.Text[new TextSpan(expected.Span.End, mention.Span.End)].ToString().Trim().ToUpperInvariant() is "ET" or "PT" or "PST" or "CST" or "GMT" or "CET" or "EST";

    private static bool Agrees(string type, Value value, DateMention mention)
    {
        string timex = value.Timex;
        switch (type)
        {
            case "set":
                return mention.Kind is DateKind.Set && Plain(mention.Timex) == Plain(timex);
            case "duration":
                return mention.Kind is DateKind.Duration && long.TryParse(value.Text, out long seconds) && Seconds(mention.Timex) == seconds;
            case "time":
                return mention.Kind is DateKind.Time && TimeOf(mention.Timex) is { } time && TimeOf("T" + value.Text) == time;
            case "timerange":
                if (mention.Kind is not (DateKind.Time or DateKind.Period)) return false;
                if (Daypart(timex) is { } part) return Daypart(mention.Timex) == part;
                var (from, to) = Divide(mention.Timex);
                return TimeOf(from) == TimeOf("T" + value.Start) && TimeOf(to) == TimeOf("T" + value.End);
            case "datetime":
                if (timex is "PRESENT_REF") return mention.Timex == timex;
                return mention.Kind is DateKind.DateTime && Parse(value.Text) is { } at
                    && (mention.Start == at || at.TimeOfDay == new LocalTime(23, 59, 59) && mention.End == at.PlusSeconds(1));
            case "datetimerange":
                if (mention.Kind is not (DateKind.DateTime or DateKind.Period)) return false;
                if (Daypart(timex) is { } daypart)
                    return Daypart(mention.Timex) == daypart && Parse(value.Start)?.Date == mention.Start?.Date;
                return Parse(value.Start) == mention.Start && Ends(value, mention);
            default:
                if (mention.Kind is not (DateKind.Date or DateKind.Period)) return false;
                // A season of no year has no place for one there.
                if (value.Text is "not resolved") return mention.Timex == timex || mention.Timex == "XXXX-" + timex
                    || mention is { Start: null, End: null } && timex.StartsWith($"({mention.Timex.Replace('/', ',')},", StringComparison.Ordinal);
                if (type == "date")
                {
                    if (Parse(value.Text) is not { } day) return false;
                    // Counted in weeks, months, years, a date is as fine as that here and a day there.
                    bool coarse = mention.Granularity is Granularity.Week or Granularity.Month or Granularity.Year && !timex.StartsWith("XXXX", StringComparison.Ordinal);
                    return mention.Start == day && mention.End == day.PlusDays(1) || coarse && mention.Start <= day && day < mention.End;
                }
                // "After" and "until" a day: the day itself is named there, here the first that is meant.
                if (value.Mod is "after" && mention.Timex.EndsWith("/..", StringComparison.Ordinal)) return Parse(value.Start) is { } after
                    && (mention.Start == after || mention.Granularity is Granularity.Day && mention.Start == after.PlusDays(1));
                if (value.Mod is "until" or "before" && mention.Timex.StartsWith("../", StringComparison.Ordinal)) return Parse(value.End) is { } until
                    && (mention.End == until || mention.Granularity is Granularity.Day && mention.End == until.PlusDays(1));
                return Parse(value.Start) == mention.Start && Ends(value, mention);
        }
    }

    /// <summary>Whether the ends agree: the same, or one part further where the words name the last part of a stretch.</summary>
    private static bool Ends(Value value, DateMention mention)
    {
        var (expected, end) = (Parse(value.End), mention.End);
        if (expected == end) return true;
        if (expected is not { } before || end is not { } after || !mention.Timex.Contains('/')) return false;
        return before.PlusDays(1) == after || before.PlusMonths(1) == after || before.PlusYears(1) == after || before.PlusHours(1) == after
            || before.PlusMinutes(1) == after || before.PlusMonths(3) == after;
    }

    private static (string From, string To) Divide(string timex)
    {
        int mark = timex.IndexOf('/');
        return mark < 0 ? (timex, "") : (timex[..mark], timex[(mark + 1)..]);
    }

    /// <summary>The time of day in TIMEX notation; null where there is none, or "..".</summary>
    private static LocalTime? TimeOf(string timex)
    {
        int mark = timex.IndexOf('T');
        if (mark < 0) return null;
        string[] parts = timex[(mark + 1)..].Split(':');
        if (!parts.All(part => part.Length == 2 && part.All(char.IsAsciiDigit))) return null;
        return new LocalTime(Digits(parts[0]) % 24, parts.Length > 1 ? Digits(parts[1]) : 0, parts.Length > 2 ? Digits(parts[2]) : 0);
    }

    private static int Digits(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? Daypart(string timex)
    {
        int mark = timex.IndexOf('T');
        string part = mark < 0 ? "" : timex[(mark + 1)..].Replace("/..", "", StringComparison.Ordinal);
        return part is "MO" or "AF" or "EV" or "NI" or "DT" or "NT" or "MEB" or "MEL" or "MED" ? part : null;
    }

    private static string Plain(string timex) => timex.Replace(":00", "", StringComparison.Ordinal);

    /// <summary>Seconds of a length in TIMEX notation; a month counts 30 days, a year 365, as in the cases.</summary>
    private static long? Seconds(string timex)
    {
        decimal sum = 0, number = 0, place = 0;
        bool time = false;
        for (int i = 1; i < timex.Length; i++)
        {
            char c = timex[i];
            if (char.IsAsciiDigit(c))
            {
                number = place == 0 ? number * 10 + (c - '0') : number + (c - '0') * place;
                if (place > 0) place /= 10;
                continue;
            }
            if (c == '.')
            {
                place = 0.1m;
                continue;
            }
            if (c == 'T')
            {
                time = true;
                continue;
            }
            bool weekend = c == 'W' && i + 1 < timex.Length && timex[i + 1] == 'E';
            sum += number * (c, time) switch
            {
                ('S', _) => 1,
                ('M', true) => 60,
                ('H', _) => 3600,
                ('D', _) => 86400,
                ('W', _) => weekend ? 2 * 86400 : 7 * 86400,
                ('M', false) => 30 * 86400,
                ('Y', _) => 365 * 86400,
                _ => 0,
            };
            if (weekend) i++;
            (number, place) = (0, 0);
        }
        return (long)sum;
    }

    private static LocalDateTime? Parse(string? value) => value switch
    {
        { Length: 10 } => LocalDatePattern.Iso.Parse(value) is { Success: true } date ? date.Value.AtMidnight() : null,
        { Length: 19 } => LocalDateTimePattern.GeneralIso.Parse(value.Replace(' ', 'T')) is { Success: true } time ? time.Value : null,
        _ => null,
    };

    private static string Show(Expected expected) =>
        $"{expected.Type} \"{expected.Text}\" {string.Join(" | ", expected.Values.Select(value => $"{value.Timex} {value.Text}[{value.Start}..{value.End})"))}";

    private static ImmutableArray<DateCase> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var cases = ImmutableArray.CreateBuilder<DateCase>();
        int number = -1;
        foreach (var item in document.RootElement.EnumerateArray())
        {
            number++;
            if (item.TryGetProperty("NotSupported", out var platforms) && platforms.GetString()!.Contains("dotnet")) continue;
            var reference = item.TryGetProperty("Context", out var context)
                ? LocalDateTimePattern.ExtendedIso.Parse(context.GetProperty("ReferenceDateTime").GetString()!.TrimEnd('Z')).Value
                : new LocalDateTime(2016, 11, 7, 0, 0);
            cases.Add(new DateCase(number, item.GetProperty("Input").GetString()!, reference, [.. item.GetProperty("Results").EnumerateArray().Select(ReadExpected)]));
        }
        return cases.DrainToImmutable();
    }

    private static Expected ReadExpected(JsonElement item)
    {
        string text = item.GetProperty("Text").GetString()!;
        int start = item.GetProperty("Start").GetInt32();
        var values = item.GetProperty("Resolution").GetProperty("values").EnumerateArray().Select(value => new Value(
            Of(value, "timex") ?? "", Of(value, "value"), Of(value, "start"), Of(value, "end"), Of(value, "Mod")));
        return new Expected(new TextSpan(start, start + text.Length), text, item.GetProperty("TypeName").GetString()!["datetimeV2.".Length..], [.. values]);

        static string? Of(JsonElement value, string name) => value.TryGetProperty(name, out var found) ? found.GetString() : null;
    }

    private sealed record DateCase(int Number, string Input, LocalDateTime Reference, ImmutableArray<Expected> Expected);

    private sealed record Expected(TextSpan Span, string Text, string Type, ImmutableArray<Value> Values);

    private sealed record Value(string Timex, string? Text, string? Start, string? End, string? Mod);

    /// <summary>Counts expressions.</summary>
    private sealed class Tally
    {
        private int _right, _found;

        public int All { get; private set; }

        public double Right => All == 0 ? 0 : 100.0 * _right / All;

        public double Found => All == 0 ? 0 : 100.0 * _found / All;

        public void Count(bool right, bool found)
        {
            All++;
            if (right) _right++;
            if (found) _found++;
        }
    }
}
