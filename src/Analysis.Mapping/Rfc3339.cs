using System.Globalization;

namespace Analysis.Mapping;

/// <summary>Reads dates and times as callers may write them.</summary>
internal static class Rfc3339
{
    /// <summary>Reads an ISO 8601 date, <c>2016-11-07</c>, or an RFC 3339 time, <c>2016-11-07T08:15:00.5+01:00</c>.</summary>
    /// <param name="text">The text; no white space around it.</param>
    /// <param name="canonical">The same with <c>T</c> and <c>Z</c> as capitals; empty when it cannot be read.</param>
    /// <returns>Whether it can be read and exists, in the years 0001 to 9999. A leap second is not read.</returns>
    public static bool TryRead(string text, out string canonical)
    {
        canonical = "";
        if (!IsDate(text.AsSpan(0, Math.Min(10, text.Length)))) return false;
        if (text.Length > 10 && !IsTime(text.AsSpan(10))) return false;
        canonical = text.ToUpperInvariant();
        return true;
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // T hh:mm:ss, an optional fraction, then Z or an offset.
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text is not ['T' or 't', _, _, ':', _, _, ':', _, _, .. var rest]) return false;
        if (!IsNumber(text[1..3], 23) || !IsNumber(text[4..6], 59) || !IsNumber(text[7..9], 59)) return false;
        if (rest is ['.', ..])
        {
            int digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0) return false;
            rest = rest[(1 + digits)..];
        }
        return rest is ['Z' or 'z']
            || (rest is ['+' or '-', _, _, ':', _, _] && IsNumber(rest[1..3], 23) && IsNumber(rest[4..6], 59));
    }

    private static bool IsNumber(ReadOnlySpan<char> twoDigits, int max) =>
        int.TryParse(twoDigits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= max;
}
