namespace Analysis.Comparison;

/// <summary>What a comparison takes for granted about the situations that two articles speak of.</summary>
/// <param name="SameSituation">Whether both report one event. Without it nothing is incompatible.</param>
/// <param name="DifferentEdition">Whether they report different editions of a recurring event.</param>
/// <param name="Given">Whether the caller says that the situation is one, down to who does what and when, so that less has to be shown.</param>
internal readonly record struct Situation(bool SameSituation, bool DifferentEdition, bool Given = false)
{
    /// <summary>What follows from how two articles stand to each other.</summary>
    public static Situation Of(Relatedness related)
    {
        // A text that is used again for the next edition is a near duplicate and still reports another event; a later state of one article does not.
        bool apart = related.Verdict is not Verdict.Revision && related.Evidence.Any(e => e.Kind is EvidenceKind.DifferentEdition or EvidenceKind.DatesApart);
        return new Situation(related.Verdict is not (Verdict.SameTopic or Verdict.Unrelated) && !apart, apart);
    }
}
