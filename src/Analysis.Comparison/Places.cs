using System.Collections.Frozen;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>Which places lie in which. What is said to be in the one may then be said to be in the other too.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string[]> Containing = Lexicon.Lines("places-within", typeof(Places).Assembly)
        .Select(line => line.Split(": ", 2)).ToFrozenDictionary(line => line[0], line => line[1].Split(", "), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Wide = Containing.Values.SelectMany(places => places).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of two places may lie in the other: it is known to, or one is known and nothing is known of the other, which may be a quarter of it or the town that holds it.</summary>
    public static bool MayContain(string one, string other) => IsKnown(one) != IsKnown(other) || IsWithin(one, other) || IsWithin(other, one);

    /// <summary>Whether two places are known, and known to lie apart: nothing is known of a place that is not listed.</summary>
    public static bool AreApart(string one, string other) => IsKnown(one) && IsKnown(other) && !MayContain(one, other) && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(string place) => Containing.ContainsKey(place) || Wide.Contains(place);

    private static bool IsWithin(string place, string wide)
    {
        const int Deepest = 5;
        string[] around = [place];
        for (int depth = 0; depth < Deepest && around.Length > 0; depth++)
        {
            around = [.. around.SelectMany(name => Containing.GetValueOrDefault(name, []))];
            if (around.Contains(wide, StringComparer.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
