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
        "Earlier", "Since", "Under", "With", "By", "According", "Both", "One", "Two", "Also", "Meanwhile", "Police", "Officials", "How", "What",
        "Why", "Who", "Where", "Which", "Do", "Does", "Did", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "Can", "Could", "Would", "Should",
        "My", "Our", "Your", "Such", "Then", "Now", "Here", "So", "Or", "Not", "Nor", "From", "To", "Most", "Several", "Another", "Each", "Every",
        "Even", "During", "Although", "Though", "Because", "Among", "Despite", "Through", "Until", "Without", "Instead", "Still", "Yet", "More",
        "Other", "Others", "Nearly", "Only", "Once", "Nobody", "Everyone")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "shouted", "cried", "replied", "declared", "exclaimed",
        "wondered", "continued", "joked", "recalled", "insisted", "warned", "tweeted", "posted").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Closing marks, and notes, that are looked at behind a stop. The bound keeps a text full of marks linear.</summary>
    private const int MaxClosing = 8;

    /// <summary>Tokens between the first and the last of a note.</summary>
    private const int MaxNote = 4;

    /// <summary>Whether a word is one that commonly starts a sentence and is no name: The, It, However.</summary>
    public static bool CommonlyStarts(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>Whether a sentence ends after token <paramref name="index"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="tokens">The tokens of the block, white space left out.</param>
    /// <param name="opening">The token that the sentence opens with.</param>
    /// <param name="index">A token that is not the last of the block.</param>
    public static bool EndsAfter(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int opening, int index)
    {
        if (StartsNextItem(text, tokens, opening, index + 1)) return true;
        // Notes behind the stop are the sentence's own: "It fell. [2] Nobody was hurt."
        if (NoteAt(text, tokens, index + 1) > 0) return false;
        int terminator = index;
        for (int notes = 0; notes < MaxClosing && NoteBefore(text, tokens, terminator) is var note and > 0; notes++) terminator = note - 1;

        // The terminator may be followed by closing marks; the border is after the last of them.
        int behind = terminator;
        while (terminator > 0 && terminator > behind - MaxClosing && IsClosing(text, tokens, terminator)) terminator--;
        if (IsNumberOfItem(text, tokens, opening, terminator) || IsElision(text, tokens, terminator, index)) return false;
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
        var word = text[tokens[first].Span.Start..tokens[first].Span.End];
        bool starts = char.IsUpper(start) || char.IsAsciiDigit(start) || tokens[first].Kind is SyntaxKind.Symbol
            || char.IsSurrogate(start) || char.IsLetter(start) && !char.IsLower(start) || !glued && IsSmallName(word);
        // What a bracket with figures brings is said of the words before it: the film Stop! (1965).
        if (!starts || char.IsAsciiDigit(start) && text[next.Span.Start] == '(') return false;

        // "forum.Russian": a missing space is a border only between a word of some length and a capitalised word.
        if (glued && !(terminator == index && terminator > 0 && tokens[terminator - 1].Span is { Length: > 1 } before && IsWordOrYear(text, before)
            && next.Span.Length > 1 && char.IsUpper(start) && char.IsLower(text[next.Span.Start + 1]) || terminator < index)) return false;

        // The second comma of "in Dunmore, Fla., today" tells where the sentence goes on; so does the agency's bracket in a dateline.
        if (abbreviation) return (Starters.Contains(word) || index == terminator && text[next.Span.Start] != '(' && IsStateOfTown(text, tokens, terminator)) && end.Length > 2 && !Lexer.IsOpener(end);
        // "Stop!" Harlan said. – the attribution belongs to the sentence it closes.
        if (terminator < index && last is '!' or '?' && FollowedBySpeech(text, tokens, first)) return false;
        if (end.Length > 1 && last == '.') return char.IsUpper(start);
        return true;
    }

    /// <summary>Whether a token opens the next item of a list that runs on in the line: behind "1) Bread" stands "2) Milk".</summary>
    private static bool StartsNextItem(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int opening, int next)
    {
        if (IsBullet(text, tokens[opening])) return IsBullet(text, tokens[next]) && text[tokens[next].Span.Start] == text[tokens[opening].Span.Start];
        return ItemNumber(text, tokens, opening, out char mark) is var number and > 0
            && ItemNumber(text, tokens, next, out char nextMark) == number + 1 && nextMark == mark && OpensWithCapital(text, tokens, next + 2);
    }

    // The second of "1.)" is passed over.
    private static bool OpensWithCapital(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index)
    {
        if (index < tokens.Length && text[tokens[index].Span.Start] == ')') index++;
        return index < tokens.Length && char.IsUpper(text[tokens[index].Span.Start]);
    }

    /// <summary>Whether a full stop ends nothing but the number that a sentence opens with.</summary>
    private static bool IsNumberOfItem(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int opening, int terminator)
    {
        if (terminator - opening is 2 && IsBullet(text, tokens[opening])) opening++;
        return terminator - opening == 1 && ItemNumber(text, tokens, opening, out char mark) > 0 && mark == '.';
    }

    /// <summary>The number of an item, 1 to 99, or the place of its letter in the alphabet; 0 where none starts. Behind it stands the mark: a full stop or a bracket.</summary>
    private static int ItemNumber(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index, out char mark)
    {
        mark = '\0';
        if (index + 1 >= tokens.Length || tokens[index + 1].Span.Start != tokens[index].Span.End || tokens[index + 1].Span.Length > 1) return 0;
        mark = text[tokens[index + 1].Span.Start];
        if (mark is not ('.' or ')')) return 0;
        var form = text[tokens[index].Span.Start..tokens[index].Span.End];
        if (form is [>= 'a' and <= 'z' and var letter]) return letter - 'a' + 1;
        return form.Length <= 2 && !form.ContainsAnyExceptInRange('0', '9') ? int.Parse(form, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static bool IsBullet(ReadOnlySpan<char> text, (TextSpan Span, SyntaxKind Kind) token) => text[token.Span.Start] is '•' or '▪' or '●' or '◦' or '‣' or '⁃';

    /// <summary>
    /// Whether the dots at a token stand for words that were left out: with spaces between them, or in brackets, unless a sentence starts right
    /// behind those.
    /// </summary>
    private static bool IsElision(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int terminator, int index)
    {
        if (terminator == 0 || text[tokens[terminator].Span.Start] is not ('.' or '…')) return false;
        var (before, own) = (tokens[terminator - 1].Span, tokens[terminator].Span);
        if (before.End != own.Start) return own.Length == 1 && before.Length == 1 && text[before.Start] == '.';
        return text[before.Start] switch
        {
            '[' => index != terminator + 1 || !char.IsUpper(text[tokens[index + 1].Span.Start]),
            '°' => true,
            _ => false,
        };
    }

    /// <summary>Length in tokens of a note in brackets, as <c>[2]</c> or <c>[citation needed]</c>; 0 when there is none.</summary>
    private static int NoteAt(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int open)
    {
        if (open >= tokens.Length || text[tokens[open].Span.Start] != '[') return 0;
        for (int close = open + 2; close < tokens.Length && close <= open + MaxNote; close++)
        {
            if (text[tokens[close].Span.Start] != ']') continue;
            var last = tokens[close - 1];
            return last.Kind is SyntaxKind.Number || text[last.Span.Start..last.Span.End] is "needed" ? close - open + 1 : 0;
        }
        return 0;
    }

    /// <summary>Where the note opens that ends with a token; -1 when none does.</summary>
    private static int NoteBefore(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int close)
    {
        if (text[tokens[close].Span.Start] != ']') return -1;
        for (int open = close - 2; open >= 0 && open >= close - MaxNote; open--)
            if (NoteAt(text, tokens, open) == close - open + 1) return open;
        return -1;
    }

    /// <summary>Whether a word in small letters may open a sentence all the same: iPhone, an address.</summary>
    private static bool IsSmallName(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsLower(word[0]) && !word.ContainsAny(".-'’") && word[1..].ContainsAnyInRange('A', 'Z')
        || word.StartsWith("http", StringComparison.Ordinal) && word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal);

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
        if (c is ')' or ']' or '”' or '’' or '»' && tokens[index].Span.Length == 1 || IsFace(text, tokens[index])) return true;
        if (c is not ('"' or '\'')) return false;
        return index > 0 && tokens[index - 1].Span.End == tokens[index].Span.Start
            && (index + 1 == tokens.Length || tokens[index + 1].Span.Start > tokens[index].Span.End || !char.IsLetterOrDigit(text[tokens[index + 1].Span.Start]));
    }

    private static bool IsStateOfTown(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index) =>
        index > 1 && text[tokens[index - 1].Span.Start] == ',' && char.IsUpper(text[tokens[index - 2].Span.Start])
        && Lexer.IsState(text[tokens[index].Span.Start..tokens[index].Span.End]);

    private static bool IsFace(ReadOnlySpan<char> text, (TextSpan Span, SyntaxKind Kind) token) =>
        token.Kind is SyntaxKind.Symbol && token.Span.Length is 2 or 3 && (text[token.Span.Start] is ':' or ';' or '=');

    private static bool IsOpening(ReadOnlySpan<char> text, ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int index)
    {
        char c = text[tokens[index].Span.Start];
        return c is '(' or '[' or '“' or '‘' or '«' or '"' or '\'' && tokens[index].Span.Length == 1;
    }
}
