using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Analysis.Semantics.Quantities;

/// <summary>A unit that stands in the text.</summary>
/// <param name="Name">Name in the singular with a capital.</param>
/// <param name="Class">Class of units, as <c>length</c>, <c>percent</c>; <c>money</c> for currencies.</param>
/// <param name="End">Just past its last token.</param>
internal readonly record struct UnitMatch(string Name, string Class, int End);

/// <summary>Units of measure and currencies by their words and signs.</summary>
internal static class UnitLexicon
{
    /// <summary>Class of currencies.</summary>
    public const string Money = "money";

    /// <summary>Tokens of the longest entry: <c>per cent points</c>.</summary>
    private const int LongestEntry = 4;

    private static readonly Table Units = Table.Of(Lexicon.Rows("units").Select(line => (line[0], line[1], Field(line, 2), Field(line, 3))));

    private static readonly Table Currencies = Table.Of(Lexicon.Rows("currencies").Select(line => (line[0], Money, Field(line, 1), Field(line, 2))));

    /// <summary>Whether a unit of measure, of time or of money starts at the token.</summary>
    public static bool IsUnitAt(TokenWindow window, int token) =>
        TryReadUnit(window, token, out _) || TryReadCurrency(window, token, out _) || Dates.DateWords.Units.ContainsKey(window.Form(token));

    /// <summary>The longest unit of measure that starts at the token.</summary>
    public static bool TryReadUnit(TokenWindow window, int token, out UnitMatch match) => Units.TryRead(window, token, out match);

    /// <summary>The longest currency that starts at the token: word, code or sign.</summary>
    public static bool TryReadCurrency(TokenWindow window, int token, out UnitMatch match) => Currencies.TryRead(window, token, out match);

    /// <summary>The longest currency that ends just before the token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="end">Just past the currency.</param>
    /// <param name="start">Its first token.</param>
    /// <param name="match">The currency.</param>
    public static bool TryReadCurrencyBefore(TokenWindow window, int end, out int start, out UnitMatch match)
    {
        match = default;
        for (int length = LongestEntry; length > 0; length--)
        {
            start = end - length;
            if (window.Has(start) && Currencies.TryRead(window, start, length, out match)) return true;
        }
        start = end;
        return false;
    }

    /// <summary>A code with a scale in front of it, as <c>MEUR</c> for a million euros.</summary>
    public static bool TryReadScaledCode(TokenWindow window, int token, out UnitMatch match, out decimal scale)
    {
        match = default;
        scale = 1m;
        if (window.Form(token) is not ['M' or 'K' or 'k' or 'T', .. { Length: 3 } code] || code.ContainsAnyExceptInRange('A', 'Z')
            || !TryReadCode(code, out string? currency)) return false;
        scale = window.Form(token)[0] is 'M' ? 1_000_000m : 1_000m;
        match = new UnitMatch(currency, Money, token + 1);
        return true;
    }

    /// <summary>The currency of a code or sign of one token, in exactly its case.</summary>
    public static bool TryReadCode(ReadOnlySpan<char> code, [NotNullWhen(true)] out string? currency)
    {
        bool found = Currencies.TryReadSign(code, out var unit);
        currency = found ? unit.Name : null;
        return found;
    }

    /// <summary>The unit of measure of a sign of one token, in exactly its case.</summary>
    public static bool TryReadSign(ReadOnlySpan<char> sign, out UnitMatch match)
    {
        bool found = Units.TryReadSign(sign, out var unit);
        match = found ? new UnitMatch(unit.Name, unit.Class, 0) : default;
        return found;
    }

    private static string[] Field(string[] line, int index) =>
        index < line.Length ? line[index].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    private sealed class Table
    {
        private readonly FrozenDictionary<string, (string Name, string Class)>.AlternateLookup<ReadOnlySpan<char>> _words;
        private readonly FrozenDictionary<string, (string Name, string Class)>.AlternateLookup<ReadOnlySpan<char>> _signs;
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords;

        private Table(Dictionary<string, (string, string)> words, Dictionary<string, (string, string)> signs)
        {
            _firstWords = words.Keys.Concat(signs.Keys).Select(key => key.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
                .GetAlternateLookup<ReadOnlySpan<char>>();
            _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
            _signs = signs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public static Table Of(IEnumerable<(string Name, string Class, string[] Words, string[] Signs)> entries)
        {
            var words = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase);
            var signs = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
            foreach (var (name, unitClass, forms, marks) in entries)
            {
                foreach (string form in forms) words.Add(form, (name, unitClass));
                foreach (string mark in marks) signs.Add(mark, (name, unitClass));
            }
            return new Table(words, signs);
        }

        public bool TryReadSign(ReadOnlySpan<char> sign, out (string Name, string Class) unit) => _signs.TryGetValue(sign, out unit);

        public bool TryRead(TokenWindow window, int token, out UnitMatch match)
        {
            match = default;
            if (!window.Has(token) || !_firstWords.Contains(window.Form(token))) return false;
            for (int length = LongestEntry; length > 0; length--)
                if (TryRead(window, token, length, out match)) return true;
            return false;
        }

        public bool TryRead(TokenWindow window, int token, int length, out UnitMatch match)
        {
            match = default;
            Span<char> key = stackalloc char[48];
            int used = 0;
            for (int i = token; i < token + length; i++)
            {
                var form = window.Form(i);
                if (form.IsEmpty || used + form.Length + 1 > key.Length) return false;
                if (i > token) key[used++] = ' ';
                form.CopyTo(key[used..]);
                used += form.Length;
            }
            if (!_signs.TryGetValue(key[..used], out var unit) && !_words.TryGetValue(key[..used], out unit)) return false;
            match = new UnitMatch(unit.Name, unit.Class, token + length);
            return true;
        }
    }
}
