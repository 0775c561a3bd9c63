using System.Collections.Frozen;
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
        return l.Entity >= 0 || r.Entity >= 0 || VoiceOf(left, l) is not { } voice || voice != VoiceOf(right, r);
    }

    /// <summary>Offices that speak with one voice, though their names are plural.</summary>
    private static readonly FrozenSet<string> Offices = FrozenSet.Create(StringComparer.Ordinal, "police", "official", "authority", "prosecutor", "firefighter", "rescuer", "investigator", "organiser", "organizer");

    /// <summary>The words of a source without those that only point: "the club" and "his club" are one club. "A witness" and "residents" may be others each time: null.</summary>
    private static string? VoiceOf(ClaimProfile claim, Attribution attribution)
    {
        if (attribution.Source is not { } source) return "";
        var text = claim.Model.Text;
        var words = new List<string>();
        bool pointed = false, plural = false;
        for (int i = text.TokenAt(source.Start); i < claim.Model.Tree.Tokens.Length && claim.Model.Tree.Tokens[i].Span.Start < source.End; i++)
        {
            var word = text.Words[i];
            if (word.Lemma.ToLowerInvariant() is "a" or "an" or "another" or "one" or "some" or "second" or "other" or "several" or "many") return null;
            if (word.Upos is Upos.DET || word is { Upos: Upos.PRON, Relation: DependencyRelation.NmodPoss })
            {
                pointed = true;
                continue;
            }
            if (word.Upos is Upos.PUNCT) continue;
            plural |= word.Xpos is Xpos.NNS && !Offices.Contains(word.Lemma.ToLowerInvariant());
            words.Add(word.Lemma.ToLowerInvariant());
        }
        return plural && !pointed ? null : string.Join(' ', words);
    }
}
