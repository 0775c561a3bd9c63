using System.Collections.Frozen;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads what an amount is per: <em>per hour</em>, <em>a barrel</em>, <em>/kg</em>.</summary>
internal static class RateReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bases = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "person", "head", "capita", "share", "unit", "piece", "household", "child", "vote", "passenger", "ticket", "night", "pupil",
        "student", "bushel", "ounce")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the base of a rate.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">Just past the amount and its unit.</param>
    /// <param name="end">Just past the base.</param>
    /// <returns>The base in lower case, as <c>hour</c>; null when there is none.</returns>
    public static string? Read(TokenWindow window, int start, out int end)
    {
        // "a $5-an-hour wage"
        bool joined = window.IsJoint(start) && window.Is(start + 1, "a", "an") && window.IsJoint(start + 2);
        if (joined) start += 2;
        end = start + 2;
        bool slash = window.Is(start, "/");
        if (!slash && !joined && !window.Is(start, "per") && !window.Is(start, "a", "an") && !window.Is(start, "each", "every")) return null;
        int word = start + 1;
        if (slash && window.Is(word, "h", "hr")) return "hour";
        if (slash && window.Is(word, "s", "sec")) return "second";
        if (window.Is(word, "millisecond") || slash && window.Is(word, "ms")) return "millisecond";
        if (DateWords.Units.TryGetValue(window.Form(word), out var unit) && !window.Form(word).EndsWith('s')) return NameOf(unit);
        if (UnitLexicon.TryReadUnit(window, word, out var match) && match.Class is not "percent" && !window.Form(match.End - 1).EndsWith('s'))
        {
            end = match.End;
            return Lower(match.Name);
        }
        return window.IsIn(word, Bases) ? Lower(window.Form(word).ToString()) : null;
    }

    /// <summary>Reads how often: <em>a day</em>, <em>per year</em>; null when it is not said.</summary>
    public static string? ReadTime(TokenWindow window, int start) =>
        (window.Is(start, "per", "every") || window.Is(start, "a", "an") || window.Is(start, "each"))
            && DateWords.Units.TryGetValue(window.Form(start + 1), out var unit) && !window.Form(start + 1).EndsWith('s')
            && !window.Is(start + 2, "ago", "earlier") && !window.Is(start + 2, "later", "before") && !window.Is(start + 2, "after") && !window.IsJoint(start + 2)
            ? NameOf(unit)
            : null;

    private static string NameOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "second",
        TimeUnit.Minute => "minute",
        TimeUnit.Hour => "hour",
        TimeUnit.Day => "day",
        TimeUnit.Week => "week",
        TimeUnit.Fortnight => "fortnight",
        TimeUnit.Month => "month",
        TimeUnit.Decade => "decade",
        TimeUnit.Century => "century",
        _ => "year",
    };

    private static string Lower(string name) => string.Create(name.Length, name, static (target, source) =>
        source.AsSpan().ToLowerInvariant(target));
}
