using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>How words that differ as they are read can still be the same words spoken.</summary>
internal enum Likeness : byte
{
    /// <summary>They are other words.</summary>
    Other,

    /// <summary>The same letters with other spaces between: <em>flag pole</em>.</summary>
    Spacing,

    /// <summary>The same words written otherwise.</summary>
    Spoken,
}

/// <summary>
/// Tells whether two stretches that differ may be the same words spoken, where that takes both of them to see: <em>he's</em> may be
/// <em>he is</em> or <em>he has</em>, <em>f***ing</em> is whatever the other article spells out.
/// </summary>
internal static class SpokenAlike
{
    /// <summary>Compares what stands in a gap between common words.</summary>
    public static Likeness Compare(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r, Gap gap)
    {
        var a = l.Words.AsSpan()[gap.LeftStart..gap.LeftEnd];
        var b = r.Words.AsSpan()[gap.RightStart..gap.RightEnd];
        if (a.IsEmpty) return IsRepeated(right, r, gap.RightStart, gap.RightEnd) || IsSilentPossessive(left, l, gap.LeftStart, b) ? Likeness.Spoken : Likeness.Other;
        if (b.IsEmpty) return IsRepeated(left, l, gap.LeftStart, gap.LeftEnd) || IsSilentPossessive(right, r, gap.RightStart, a) ? Likeness.Spoken : Likeness.Other;
        // "[Old] wall": what one article has from the speaker is put in brackets by the other.
        if (l.Ids.AsSpan()[gap.LeftStart..gap.LeftEnd].SequenceEqual(r.Ids.AsSpan()[gap.RightStart..gap.RightEnd])) return Likeness.Spoken;
        string writtenLeft = Written(left, a), writtenRight = Written(right, b);
        // Figures that stand beside each other make no greater one: "one, two" is not 12.
        if (!writtenLeft.Any(char.IsAsciiDigit) && !writtenRight.Any(char.IsAsciiDigit))
        {
            // "US" is no "us": one word against one keeps its case.
            if (Letters(writtenLeft) == Letters(writtenRight) && (writtenLeft.Length != writtenRight.Length || IsWrittenAlike(writtenLeft, writtenRight))) return writtenLeft.Count(char.IsWhiteSpace) == writtenRight.Count(char.IsWhiteSpace) || IsClipped(a) || IsClipped(b) ? Likeness.Spoken : Likeness.Spacing;
            if (Joined(a) == Joined(b) && !HasFigures(a) && !HasFigures(b)) return Likeness.Spoken;
        }
        if (IsYear(left, a, b) || IsYear(right, b, a) || IsMasked(writtenLeft, writtenRight) || IsMasked(writtenRight, writtenLeft)) return Likeness.Spoken;
        // What both editors put in brackets is neither's to be held against the other.
        var (spoken, others) = (SpeakersOwn(left, a), SpeakersOwn(right, b));
        if (spoken.Count != others.Count || spoken.Count == 0) return Likeness.Other;
        for (int i = 0; i < spoken.Count; i++)
            if (spoken[i].Id != others[i].Id && !IsAlike(left, spoken[i], right, others[i])) return Likeness.Other;
        return Likeness.Spoken;
    }

    /// <summary>The speaker's words without the Arabic article of a name, which comes and goes.</summary>
    private static List<QuotedWord> SpeakersOwn(SemanticModel model, ReadOnlySpan<QuotedWord> words)
    {
        var own = new List<QuotedWord>();
        foreach (var word in words)
            if (word.Origin is WordOrigin.Spoken && !(word.Form is "al" or "el" && IsName(model, word))) own.Add(word);
        return own;
    }

    private static bool IsAlike(SemanticModel left, QuotedWord l, SemanticModel right, QuotedWord r)
    {
        var a = left.Tree.Text[l.Span];
        var b = right.Tree.Text[r.Span];
        return MayStandFor(a, r.Form) || MayStandFor(b, l.Form)
            || IsWrittenAlike(a, b)
            || l.Form is "a" or "an" && r.Form is "a" or "an"
            || IsMasked(a, b) || IsMasked(b, a)
            || IsName(left, l) && IsName(right, r) && NameKeys.Canonical(l.Form) is var name && NameKeys.Canonical(r.Form) is var other
                && (name == other || NameKeys.Transliterated(name) == NameKeys.Transliterated(other));
    }

    /// <summary>The same characters but for a first capital: words that were read otherwise for what stands around them.</summary>
    private static bool IsWrittenAlike(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length == right.Length && Typography.Fold(left[0]) == Typography.Fold(right[0]) && left[1..].SequenceEqual(right[1..]);

    /// <summary>Whether a clipped word may be short for another, whatever it was taken for.</summary>
    private static bool MayStandFor(ReadOnlySpan<char> written, string form) => written is ['\'' or '’', .. var letters] && letters switch
    {
        "s" => form is "is" or "has" or "us",
        "d" => form is "would" or "had",
        "ll" => form is "will" or "shall",
        _ => false,
    };

    private static bool IsName(SemanticModel model, QuotedWord word) => model.Text.Words[model.Text.TokenAt(word.Span.Start)].Upos is Upos.PROPN;

    /// <summary>"F***ing", "s--t": signs in the place of letters of the other word.</summary>
    private static bool IsMasked(ReadOnlySpan<char> masked, ReadOnlySpan<char> word)
    {
        const string Signs = "*-–—_";
        int first = masked.IndexOfAny(Signs), last = masked.LastIndexOfAny(Signs);
        // One hyphen joins words.
        if (first < 0 || first == last && masked[first] is '-' || masked[first..(last + 1)].ContainsAnyExcept(Signs) || word.ContainsAny(' ', '*')) return false;
        var start = masked[..first];
        var end = masked[(last + 1)..];
        return start.Length + end.Length is > 0 and var shown && shown < word.Length
            && word.StartsWith(start, StringComparison.OrdinalIgnoreCase) && word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"I — I think", "the, the bridge": a small word that the tongue repeats.</summary>
    private static bool IsRepeated(SemanticModel model, QuotePassage passage, int start, int end)
    {
        int length = end - start;
        if (length > 2) return false;
        for (int i = start; i < end; i++)
            if (model.Text.Words[model.Text.TokenAt(passage.Words[i].Span.Start)].Upos is not (Upos.PRON or Upos.DET or Upos.ADP or Upos.AUX or Upos.CCONJ or Upos.SCONJ or Upos.PART)) return false;
        var ids = passage.Ids.AsSpan();
        return start >= length && ids[start..end].SequenceEqual(ids[(start - length)..start]) || end + length <= ids.Length && ids[start..end].SequenceEqual(ids[end..(end + length)]);
    }

    /// <summary>"James' house", "James's house": whether only the letter behind the apostrophe is missing.</summary>
    private static bool IsSilentPossessive(SemanticModel model, QuotePassage passage, int behind, ReadOnlySpan<QuotedWord> other) =>
        other is [{ Form: "'s" }] && behind > 0 && passage.Words[behind - 1].Span.End is var end && end < model.Tree.Text.Length && model.Tree.Text.Text[end - 1] is 's' && model.Tree.Text.Text[end] is '\'' or '’';

    /// <summary>"Nineteen eighty-four": whether two numbers in words are the halves of a year.</summary>
    private static bool IsYear(SemanticModel model, ReadOnlySpan<QuotedWord> words, ReadOnlySpan<QuotedWord> year) =>
        words.Length == 2 && year.Length == 1 && year[0].Form.Length == 4 && words[0].Form + words[1].Form == year[0].Form && char.IsLetter(model.Tree.Text.Text[words[0].Span.Start])
        && words[0].Span.End < words[1].Span.Start && model.Tree.Text[new TextSpan(words[0].Span.End, words[1].Span.Start)].IsWhiteSpace();

    private static bool IsClipped(ReadOnlySpan<QuotedWord> words)
    {
        foreach (var word in words)
            if (word.Form is "'s" or "not" or "is" or "are" or "am" or "will" or "have" or "has" or "would" or "had") return true;
        return false;
    }

    private static bool HasFigures(ReadOnlySpan<QuotedWord> words)
    {
        foreach (var word in words)
            if (word.Form.Any(char.IsAsciiDigit)) return true;
        return false;
    }

    private static string Joined(ReadOnlySpan<QuotedWord> words)
    {
        string joined = "";
        foreach (var word in words) joined += word.Form;
        return joined;
    }

    /// <summary>The characters of the text from the first word to the last.</summary>
    private static string Written(SemanticModel model, ReadOnlySpan<QuotedWord> words) => words[0].Span.Start < words[^1].Span.End ? model.Tree.Text.ToString(new TextSpan(words[0].Span.Start, words[^1].Span.End)) : "";

    private static string Letters(string written) => string.Concat(written.Where(char.IsLetter)).ToLowerInvariant();
}
