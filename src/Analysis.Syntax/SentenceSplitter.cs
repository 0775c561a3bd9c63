using System.Collections.Frozen;

namespace Analysis.Syntax;

/// <summary>Decides after which tokens of a block a sentence ends.</summary>
internal static class SentenceSplitter
{
    /// <summary>Abbreviations that often stand at the end of a sentence as well: they end one before a word that commonly starts one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = FrozenSet.Create(
        StringComparer.Ordinal,
        "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "His", "Her", "Its", "Their", "But",
        "And", "In", "On", "At", "For", "After", "Before", "When", "While", "If", "As", "There", "However", "Last", "Some", "Many", "No",
        "Earlier", "Since", "Under", "With", "By", "According", "Both", "One", "Two", "Also", "Meanwhile", "Police", "Officials")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "shouted", "cried", "replied", "declared", "exclaimed",
        "wondered", "continued", "joked", "recalled", "insisted", "warned", "tweeted", "posted").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one that commonly starts a sentence and is no name: The, It, However.</summary>
    public static bool CommonlyStarts(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>Whether a sentence ends after token <paramref name="index"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the block, white space left out.</param>
    /// <param name="index">A token that is not the last of the block.</param>
    public static bool EndsAfter(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index)
    {
        // The terminator may be followed by closing marks; the border is after the last of them. The bound keeps a text full of marks linear.
        const int MaxClosing = 8;
        int terminator = index;
        while (terminator > 0 && terminator > index - MaxClosing && IsClosing(text, tokens, terminator)) terminator--;
        var end = text[tokens[terminator].Span.Start..tokens[terminator].Span.End];
        var next = tokens[index + 1];
        if (IsClosing(text, tokens, index + 1)) return false;
        bool glued = next.Span.Start == tokens[index].Span.End;

        char last = end[^1];
        bool abbreviation = last == '.' && tokens[terminator].Kind is SyntaxKind.Word;
        if (!(last is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।') || end.Length == 1 && last == '.' && terminator == 0) return false;
        if (!abbreviation && tokens[terminator].Kind is SyntaxKind.Word) return false;
        if (last is '。' or '！' or '？' or '।') return true;

        int first = index + 1;
        while (first < tokens.Length - 1 && IsOpening(text, tokens, first)) first++;
        char start = text[tokens[first].Span.Start];
        bool starts = char.IsUpper(start) || char.IsAsciiDigit(start) || tokens[first].Kind is SyntaxKind.Symbol
            || char.IsSurrogate(start) || char.IsLetter(start) && !char.IsLower(start);
        if (!starts) return false;

        // "forum.Russian": a missing space is a border only between a word of some length and a capitalised word.
        if (glued && !(terminator == index && terminator > 0 && tokens[terminator - 1].Span is { Length: > 1 } before && IsWordOrYear(text, before)
            && next.Span.Length > 1 && char.IsUpper(start) && char.IsLower(text[next.Span.Start + 1]) || terminator < index)) return false;

        var word = text[tokens[first].Span.Start..tokens[first].Span.End];
        if (abbreviation) return Starters.Contains(word) && end.Length > 2;
        // "Stop!" Harlan said. – the attribution belongs to the sentence it closes.
        if (terminator < index && last is '!' or '?' && FollowedBySpeech(text, tokens, first)) return false;
        if (end.Length > 1 && last == '.') return char.IsUpper(start);
        return true;
    }

    private static bool FollowedBySpeech(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int first)
    {
        // A name of up to four words in front of the verb.
        for (int i = first; i < tokens.Length && i < first + 5; i++)
        {
            var word = text[tokens[i].Span.Start..tokens[i].Span.End];
            if (SpeechVerbs.Contains(word)) return i > first;
            if (tokens[i].Kind is not SyntaxKind.Word) return false;
        }
        return false;
    }

    private static bool IsWordOrYear(ReadOnlySpan<char> text, TextSpan span)
    {
        foreach (char c in text[span.Start..span.End])
            if (!char.IsLower(c) && !char.IsAsciiDigit(c) && c is not (')' or '%')) return char.IsUpper(text[span.Start]) && span.Length > 2;
        return true;
    }

    /// <summary>Whether the token closes what stands before it: a bracket or quotation mark with no space in front.</summary>
    private static bool IsClosing(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index)
    {
        char c = text[tokens[index].Span.Start];
        if (c is ')' or ']' or '”' or '’' or '»' && tokens[index].Span.Length == 1) return true;
        if (c is not ('"' or '\'')) return false;
        return index > 0 && tokens[index - 1].Span.End == tokens[index].Span.Start
            && (index + 1 == tokens.Length || tokens[index + 1].Span.Start > tokens[index].Span.End || !char.IsLetterOrDigit(text[tokens[index + 1].Span.Start]));
    }

    private static bool IsOpening(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index)
    {
        char c = text[tokens[index].Span.Start];
        return c is '(' or '[' or '“' or '‘' or '«' or '"' or '\'' && tokens[index].Span.Length == 1;
    }
}
