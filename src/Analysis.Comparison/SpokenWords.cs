using System.Buffers;
using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Words as they are spoken, however they are written: "don't" and "do not", "Dr." and "Doctor", "labour" and "labor" are the same.</summary>
internal static class SpokenWords
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Forms = Lexicon.Lines("spoken-forms", typeof(SpokenWords).Assembly)
        .Select(line => line.Split(", ")).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spellings = Lexicon.Lines("spellings", typeof(SpokenWords).Assembly)
        .Select(line => line.Split(", ")).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // What a word must hold for its ending to be spelled in two ways.
    private static readonly SearchValues<string> TwoWays = SearchValues.Create(["our", "tre", "bre", "tring", "bring", "enc", "ogu", "ys", "is"], StringComparison.Ordinal);

    /// <summary>Longest word, in characters, that is read as it is spoken; a longer one stays as it is.</summary>
    public const int LongestWord = 64;

    /// <summary>Reads the word at a token.</summary>
    /// <param name="text">The words of the article.</param>
    /// <param name="token">The token it starts at.</param>
    /// <param name="end">Just past the last token it may have.</param>
    /// <param name="buffer">Room of <see cref="LongestWord"/> characters that the word may be written into.</param>
    /// <param name="next">The token behind it: numbers and words with a letter in brackets have several.</param>
    /// <returns>The word; several with a space between where one form stands for them, as <em>$5</em> for <em>5 dollar</em>.</returns>
    public static ReadOnlySpan<char> Read(AnnotatedText text, int token, int end, Span<char> buffer, out int next)
    {
        if (SpokenNumbers.Read(text, token, end, out next) is { } number) return number;
        next = token + 1;
        var form = text.Form(token);
        // "[W]e": an editor's capital.
        if (form is "[" && token + 3 < end && text.Form(token + 1).Length == 1 && text.Form(token + 2) is "]" && IsBeside(text, token, token + 3))
        {
            next = token + 4;
            return Typography.Fold(string.Concat(text.Form(token + 1), text.Form(token + 3)));
        }
        if (form.Length > LongestWord) return form;
        // "US" is no "us" in capitals.
        if (form.Length is >= 2 and <= 6 && CountryOf(form) is { } country && (form is not "US" || !IsAmongCapitals(text, token))) return country;
        var folded = Typography.Fold(form, buffer);
        if (folded is "per" && IsBefore(text, token, end, "cent"))
        {
            next++;
            return "percent";
        }
        // "5–10", "5 to 10".
        if (folded is "-" && token > 0 && token + 1 < end && text.Tree.Tokens[token - 1].Kind is SyntaxKind.Number && text.Tree.Tokens[token + 1].Kind is SyntaxKind.Number && IsBeside(text, token - 1, token + 1)) return "to";
        if (folded is "#" or "no." && token + 1 < end && text.Tree.Tokens[token + 1].Kind is SyntaxKind.Number) return "number";
        // "Main St.", "St. Ann".
        if (folded is "st." && (token + 1 == end || text.Words[token + 1].Upos is not Upos.PROPN)) return "street";
        if (Forms.TryGetValue(folded, out string? spoken)) return spoken;
        // "Tell 'em": the apostrophe may be a token of its own.
        if (token > 0 && text.Form(token - 1) is "'" or "’" or "‘" && IsBeside(text, token - 1, token) && Forms.TryGetValue("'" + folded.ToString(), out spoken)) return spoken;
        return folded switch
        {
            "ca" when IsBefore(text, token, end, "n't") => "can",
            "wo" when IsBefore(text, token, end, "n't") => "will",
            "sha" when IsBefore(text, token, end, "n't") => "shall",
            "gon" when IsBefore(text, token, end, "na") => "going",
            "wan" when IsBefore(text, token, end, "na") => "want",
            "na" when IsBehind(text, token, "gon") || IsBehind(text, token, "wan") => "to",
            "ta" when IsBehind(text, token, "got") => "to",
            "ta" when IsBehind(text, token, "out") => "of",
            // "James'", "James's".
            "'" when text.Words[token].Upos is Upos.PART => "'s",
            "'s" when text.Words[token].Upos is Upos.AUX or Upos.VERB => text.Words[token].Lemma is "have" ? "has" : "is",
            "'d" when text.Words[token].Lemma is "would" => "would",
            "'d" when text.Words[token].Lemma is "have" => "had",
            // "Goin'".
            [.., 'i', 'n'] when folded.Length > 3 && token + 1 < end && text.Form(token + 1) is "'" or "’" && IsBeside(text, token, token + 1) => string.Concat(folded, "g"),
            // "The '60s", "the 60's".
            ['\'', >= '0' and <= '9', ..] => folded[1..],
            [>= '0' and <= '9', .., '\'', 's'] => string.Concat(folded[..^2], "s"),
            _ => Spelled(folded),
        };
    }

    private static string? CountryOf(ReadOnlySpan<char> form) => form switch
    {
        "US" or "U.S." => "united states",
        "U.S.A." or "USA" => "united states of america",
        "U.K." or "UK" => "united kingdom",
        "U.N." or "UN" => "united nations",
        "E.U." or "EU" => "european union",
        _ => null,
    };

    /// <summary>One spelling for all of a word: the American one, or what its rules make of a word that they do not know.</summary>
    private static ReadOnlySpan<char> Spelled(ReadOnlySpan<char> folded)
    {
        if (Spellings.TryGetValue(folded, out string? other)) return other;
        if (folded.Length < 5 || !folded.ContainsAny(TwoWays)) return folded;
        foreach (var (ending, american) in Endings)
            if (Ending(folded, ending, american) is { } respelled) return respelled;
        return folded;
    }

    /// <summary>A word with another ending in front of what inflects it; null where it has no such ending.</summary>
    private static string? Ending(ReadOnlySpan<char> word, string ending, string other)
    {
        foreach (string inflection in Inflections)
        {
            if (!word.EndsWith(inflection)) continue;
            var stem = word[..^inflection.Length];
            if (stem.EndsWith(ending)) return string.Concat(stem[..^ending.Length], other, inflection);
            // "Realising" has lost the e of "realise".
            if (ending[^1] == 'e' && inflection is "ing" or "er" or "ers" or "able" && stem.EndsWith(ending.AsSpan(..^1))) return string.Concat(stem[..^(ending.Length - 1)], other.AsSpan(..^1), inflection);
        }
        return null;
    }

    private static readonly (string Ending, string American)[] Endings =
        [("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ence", "ense"), ("ogue", "og"), ("yse", "yze"), ("ise", "ize"), ("isation", "ization")];

    private static readonly string[] Inflections = ["", "s", "d", "ed", "ing", "er", "ers", "able", "ful", "less", "hood", "hoods", "ly", "ite", "ites"];

    /// <summary>Whether a word beside a token is written in capitals, as where all is.</summary>
    private static bool IsAmongCapitals(AnnotatedText text, int token)
    {
        for (int i = Math.Max(0, token - 1); i <= Math.Min(token + 1, text.Words.Length - 1); i++)
            if (i != token && text.Form(i) is { Length: > 1 } beside && !beside.ContainsAnyExceptInRange('A', 'Z')) return true;
        return false;
    }

    private static bool IsBefore(AnnotatedText text, int token, int end, string form) => token + 1 < end && Typography.Fold(text.Form(token + 1)) == form;

    private static bool IsBehind(AnnotatedText text, int token, string form) => token > 0 && Typography.Fold(text.Form(token - 1)) == form;

    /// <summary>Whether tokens follow each other without space.</summary>
    private static bool IsBeside(AnnotatedText text, int first, int last)
    {
        for (int i = first; i < last; i++)
            if (text.Tree.Tokens[i].Span.End != text.Tree.Tokens[i + 1].Span.Start) return false;
        return true;
    }
}
