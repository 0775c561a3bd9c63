using Analysis.Language;
using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>Whose word a claim is.</summary>
internal static class Voices
{
    /// <summary>What a source says and what the article itself says may differ.</summary>
    public static bool OneVoice(ClaimProfile left, ClaimProfile right) => left.Claim.Attribution.IsEmpty == right.Claim.Attribution.IsEmpty && !DifferentVoices(left, right);

    /// <summary>Two sources that contradict each other are both shown; the articles do not conflict.</summary>
    public static bool DifferentVoices(ClaimProfile left, ClaimProfile right)
    {
        if (left.Claim.Attribution.IsEmpty || right.Claim.Attribution.IsEmpty) return false;
        var (l, r) = (left.Claim.Attribution[^1], right.Claim.Attribution[^1]);
        if (l.Entity >= 0 && r.Entity >= 0) return !left.Model.Entities[l.Entity].Keys.Any(right.Model.Entities[r.Entity].Keys.Contains);
        return l.Entity >= 0 || r.Entity >= 0 || VoiceOf(left, l) != VoiceOf(right, r);
    }

    /// <summary>The noun that the source's words turn on: "the club" and "his club" are one club; "a witness" may be another each time, and is its own words.</summary>
    private static string VoiceOf(ClaimProfile claim, Attribution attribution)
    {
        if (attribution.Source is not { } source) return "";
        var text = claim.Model.Text;
        int first = text.TokenAt(source.Start), end = first;
        while (end < claim.Model.Tree.Tokens.Length && claim.Model.Tree.Tokens[end].Span.Start < source.End) end++;
        for (int i = first; i < end; i++)
            if (text.Words[i].Lemma is "a" or "an" or "another" or "one" or "some" or "second" or "other") return claim.Model.Tree.Text.ToString(source).ToLowerInvariant();
        for (int i = first; i < end; i++)
            if (text.Head(i) is var head && (head < first || head >= end) && text.Words[i].Upos is Upos.NOUN or Upos.PROPN) return text.Words[i].Lemma.ToLowerInvariant();
        return claim.Model.Tree.Text.ToString(source).ToLowerInvariant();
    }
}
