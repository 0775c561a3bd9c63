using System.Buffers;
using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Tells numbers that name something from numbers that count or measure: <em>Boeing 737</em>, <em>Highway 61</em>, <em>No. 5</em>.</summary>
internal static class NumberLabels
{
    private static readonly SearchValues<char> TelephoneSigns = SearchValues.Create("0123456789-");

    /// <summary>Nouns in front of a number that label it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labelled = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "no.", "nos.", "number", "numbers", "page", "pages", "p.", "pp.", "line", "section", "sections", "chapter", "chapters",
        "article", "articles", "paragraph", "room", "gate", "platform", "flight", "route", "level", "phase", "stage", "grade", "type",
        "category", "week", "day", "act", "scene", "volume", "vol.", "issue", "episode", "season", "round", "step", "unit", "building",
        "apartment", "apt", "suite", "box", "figure", "fig.", "table", "row", "seat", "lot", "version", "model", "tier", "zone",
        "district", "ward", "block", "exit", "track", "channel", "verse", "item", "highway", "interstate", "building", "formula",
        "resolution", "amendment", "title", "part", "parts", "appendix", "schedule", "clause", "art.", "sec.", "class", "reactor",
        "lane", "terminal", "hangar", "ranked", "seeded", "war", "case", "exhibit", "division", "league", "group", "step", "rule",
        "protocol", "proposition", "bill", "convention", "area", "studio", "radio", "bbc", "core", "mark", "mk", "game")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Last words of street names.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Streets = FrozenSet.Create(
        StringComparer.Ordinal,
        "Street", "St.", "St", "Avenue", "Ave.", "Ave", "Road", "Rd.", "Rd", "Lane", "Drive", "Boulevard", "Blvd.", "Blvd", "Square",
        "Way", "Court", "Terrace", "Crescent", "Highway", "Parkway", "Quay").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the number names something.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="number">The number.</param>
    /// <param name="isDate">Whether a token belongs to a date.</param>
    public static bool IsLabel(TokenWindow window, ParsedNumber number, Func<int, bool> isDate)
    {
        int first = number.First;
        int before = first - 1;
        int next = number.End;
        // "COVID-19", "Army-2023", "F-16", "4x4"; and "5-a-side" behind.
        if (window.IsJoint(before) && window.Kind(before - 1) is SyntaxKind.Word) return true;
        if (window.IsGlued(first) && window.Kind(before) is SyntaxKind.Word && window.Form(before)[0] is not ('\'' or '’')) return true;
        // ".25ml" is cut behind its point.
        if (window.Is(before, ".") && window.IsGlued(first) && !window.IsGlued(before)) return true;
        if (window.Is(before, "[") && window.Is(next, "]")) return true;
        bool named = window.IsCapitalized(before);
        // "a ratio of 3:1", "John 3:16"
        if (IsColon(next) && window.Kind(next + 1) is SyntaxKind.Number || IsColon(before) && window.Kind(before - 1) is SyntaxKind.Number) return true;
        if (window.IsIn(before, Labelled) && !IsMeasured(window, next) && (named || !CountsPlural(window, number))) return true;
        // "1. Open the box", "2) Close it"
        if (first == window.First && number.InDigits && next == first + 1 && window.Form(first).Length <= 3 && (window.Is(next, ".") || window.Is(next, ")"))) return true;
        if (IsAddress(window, number) || IsTelephone(window, number, isDate)) return true;
        if (IsPartOfName(window, number)) return true;
        // ’16: a year without its century.
        if (window.IsGlued(first) && window.Form(before) is "'" or "‘" or "’") return true;
        // Longer than any count is written without separators: an identifier.
        if (number.InDigits && number.Scale == 1m && window.Form(first) is { Length: >= 10 } digits
            && !digits.ContainsAnyExceptInRange('0', '9')) return true;
        // A date in digits run together, as 20160512.
        return number.InDigits && number.Scale == 1m && window.Form(first) is { Length: 8 } form && !form.ContainsAnyExceptInRange('0', '9')
            && form[..2] is "19" or "20" && !CountsPlural(window, number);

        bool IsColon(int token) => window.Is(token, ":") && window.IsGlued(token) && window.IsGlued(token + 1);
    }

    private static bool IsAddress(TokenWindow window, ParsedNumber number)
    {
        if (!number.InDigits || number.Scale > 1m) return false;
        for (int i = number.End; i < number.End + 4 && window.IsCapitalized(i); i++)
            if (i > number.End && window.IsIn(i, Streets)) return true;
        return false;
    }

    /// <summary>Groups of digits side by side, or digits behind a plus sign.</summary>
    private static bool IsTelephone(TokenWindow window, ParsedNumber number, Func<int, bool> isDate)
    {
        if (!number.InDigits || number.End != number.First + 1) return false;
        // "a lead of +12 points" has none.
        if (window.Is(number.First - 1, "+") && window.IsGlued(number.First)) return !window.IsNoun(number.End);
        // "50 50 dollar bills"
        if (UnitLexicon.TryReadCurrency(window, number.End, out _)) return false;
        bool group = IsPlainGroup(window, number.First);
        return group && (Joins(number.First - 1) || Joins(number.End) && !IsScaled(window, number.End))
            || window.Is(number.First - 1, ")") && IsPlainGroup(window, number.First - 2);

        bool Joins(int token) => IsPlainGroup(window, token) && !isDate(token);
    }

    /// <summary>Whether a scale stands behind the number at a token: <em>4000 3 hundred</em> are two numbers of which one has words.</summary>
    public static bool IsScaled(TokenWindow window, int token) => window.Is(token + 1, "hundred") || NumberWords.Scales.ContainsKey(window.Form(token + 1));

    private static bool IsPlainGroup(TokenWindow window, int token) =>
        window.Form(token) is { Length: >= 2 } form && !form.ContainsAnyExcept(TelephoneSigns) && form[0] != '-';

    /// <summary><em>Boeing 737</em>, <em>Apollo 13</em>, <em>World War Two</em>, <em>Group of Seven</em>.</summary>
    private static bool IsPartOfName(TokenWindow window, ParsedNumber number)
    {
        int before = number.First - 1;
        bool isMeasured = IsMeasured(window, number.End);
        if (window.IsCapitalized(number.End) && Dates.DateWords.Months.ContainsKey(window.Form(number.End))
            && Dates.CalendarReader.TryReadDay(window, number.First, out _)
            && !window.IsNoun(number.End + 1)) return true;
        if (!number.InDigits && window.IsCapitalized(number.First) && number.First > window.First)
        {
            bool opens = window.Is(before, "“", "\"") || window.Is(before, ":") || window.Is(before, "‘", "'");
            bool capitalBefore = window.IsCapitalized(before) || window.Is(before, "of") && window.IsCapitalized(before - 1);
            if (!opens && (capitalBefore || !window.IsNoun(number.End) || window.IsCapitalized(number.End))) return true;
        }
        // A headline may write every word with a capital; elsewhere a capital inside the sentence is a name's.
        bool headline = window.Text.Tree.Blocks[window.Text.SentenceOf(number.First).Block].Kind is SyntaxKind.Headline;
        bool name = window.Upos(before) is Upos.PROPN || !headline && before > window.First && window.Upos(before) is Upos.NOUN or Upos.ADJ or Upos.X;
        // "iPhone 15"
        if (window.Form(before) is [_, >= 'A' and <= 'Z', ..] && !window.IsCapitalized(before) && number.InDigits) return true;
        if (!window.IsCapitalized(before) || !name) return false;
        // "31 February", "February 31": the dates have left it out.
        if (DateWord(window, before)) return Dates.CalendarReader.TryReadDay(window, number.First, out _)
            && Dates.DateWords.Months.ContainsKey(window.Form(before)) && !isMeasured;
        // "beat Hestmark 3-1"
        if (window.IsDash(number.End) && window.Kind(number.End + 1) is SyntaxKind.Number
            && (window.IsJoint(number.End) || window.IsCapitalized(number.End + 2))) return false;
        if (number.Scale > 1m || isMeasured) return false;
        // "In Gaza 12 people died": the noun behind owns the number.
        return !CountsPlural(window, number);
    }

    private static bool DateWord(TokenWindow window, int token) =>
        Dates.DateWords.Weekdays.ContainsKey(window.Form(token)) || Dates.DateWords.Months.ContainsKey(window.Form(token));

    private static bool IsMeasured(TokenWindow window, int token) =>
        UnitLexicon.TryReadUnit(window, token, out _) || UnitLexicon.TryReadCurrency(window, token, out _)
        || Dates.DateWords.Units.ContainsKey(window.Form(token));

    private static bool CountsPlural(TokenWindow window, ParsedNumber number)
    {
        int head = window.Text.Head(number.End - 1);
        if (window.Relation(number.End - 1) is DependencyRelation.Nummod && head >= number.End && window.Has(head)
            && window.Xpos(head) is Xpos.NNS && !window.IsCapitalized(head)) return true;
        return window.Xpos(number.End) is Xpos.NNS && !window.IsCapitalized(number.End);
    }
}
