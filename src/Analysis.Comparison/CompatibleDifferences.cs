using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Differences that can both hold: how firmly, on whose word and in what words something is said.</summary>
internal static class CompatibleDifferences
{
    /// <summary>Adds that the two put it otherwise: as a fact, as planned, as possible.</summary>
    public static void AddModality(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (l.Modality == r.Modality) return;
        differences.Add(new Difference(
            DifferenceKind.Modality, false, [l.Span], [r.Span], l.Modality.ToString(), r.Modality.ToString(), new Confidence(700),
            $"The first puts it as {InWords(l.Modality)}, the second as {InWords(r.Modality)}."));

        static string InWords(Modality modality) => modality switch
        {
            Modality.Asserted => "a fact",
            Modality.Planned => "planned",
            Modality.Possible => "possible",
            Modality.Conditional => "conditional",
            Modality.ReportedDenied => "something denied",
            _ => "a question",
        };
    }

    /// <summary>Adds that the two have it from other sources.</summary>
    public static void AddAttribution(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Attribution, right.Claim.Attribution);
        if (l.IsEmpty && r.IsEmpty) return;
        if (!l.IsEmpty && !r.IsEmpty && !Voices.DifferentVoices(left, right)) return;
        // An unresolved pronoun may be the same person.
        if (!l.IsEmpty && !r.IsEmpty && (l[^1].Kind is AttributionKind.Unresolved || r[^1].Kind is AttributionKind.Unresolved)) return;
        string ln = Name(left, l), rn = Name(right, r);
        differences.Add(new Difference(
            DifferenceKind.Attribution, false, Source(l), Source(r), ln, rn, new Confidence(700),
            $"The first {From(ln)}, the second {From(rn)}."));

        static string From(string name) => name.Length > 0 ? "has it from " + name : "says so itself";

        static string Name(ClaimProfile claim, ImmutableArray<Attribution> chain) => chain.IsEmpty ? ""
            : chain[^1].Entity >= 0 ? claim.Model.Entities[chain[^1].Entity].Name
            : chain[^1].Source is { } source ? claim.Model.Tree.Text.ToString(source) : "";

        static ImmutableArray<TextSpan> Source(ImmutableArray<Attribution> chain) => !chain.IsEmpty && chain[^1].Source is { } source ? [source] : [];
    }

    /// <summary>Adds the words of each side that the other lacks.</summary>
    public static void AddWording(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, List<int> shared)
    {
        var common = shared.ToHashSet();
        var (l, r) = (Own(left), Own(right));
        if (l.IsEmpty || r.IsEmpty) return;
        differences.Add(new Difference(
            DifferenceKind.Wording, false, l, r, Join(left, l), Join(right, r), new Confidence(600), "The words differ."));

        ImmutableArray<TextSpan> Own(ClaimProfile claim) =>
            [.. claim.ContentTerms.Select((term, i) => (term, token: claim.FirstTokens[i])).Where(t => !common.Contains(t.term)).Select(t => claim.Model.Tree.Tokens[t.token].Span).Order()];

        static string Join(ClaimProfile claim, ImmutableArray<TextSpan> spans) => string.Join(' ', spans.Select(claim.Model.Tree.Text.ToString));
    }
}
