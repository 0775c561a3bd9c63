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

    private static string VoiceOf(ClaimProfile claim, Attribution attribution) =>
        attribution.Source is { } source ? claim.Model.Tree.Text.ToString(source).ToLowerInvariant() : "";
}
