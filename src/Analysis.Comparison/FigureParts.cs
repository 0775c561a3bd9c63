using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>The part that a figure plays beside its verb.</summary>
internal enum FigurePart
{
    /// <summary>How much: "fell by 5", "fell 5", "sold 5".</summary>
    Amount,

    /// <summary>Where it ends or stands: "fell to 5", "stood above 5".</summary>
    Level,

    /// <summary>Where it started: "fell from 5".</summary>
    Start,
}

/// <summary>Tells what figures are figures of, where predicate and noun are the same and the figures still need not be.</summary>
internal static class FigureParts
{
    /// <summary>The part of a figure, by the word of case before it.</summary>
    public static FigurePart PartOf(SemanticModel model, Quantity quantity)
    {
        int head = quantity.Counted is { Elided: false } counted ? counted.Head : HeadOf(model, quantity.FirstToken, quantity.EndToken);
        foreach (int dependent in model.Text.Dependents(head))
        {
            if (model.Text.Words[dependent].Relation.Universal() is not DependencyRelation.Case || dependent >= quantity.FirstToken && dependent < quantity.EndToken) continue;
            switch (model.Text.Words[dependent].Lemma.ToLowerInvariant())
            {
                case "from": return FigurePart.Start;
                case "to" or "at" or "above" or "below" or "under" or "over" or "past" or "near" or "toward" or "towards": return FigurePart.Level;
            }
        }
        return FigurePart.Amount;
    }

    /// <summary>
    /// Whether a figure may be a part of another that its own sentence makes up: "two men and a woman" are three, "two in Marlow and one at the
    /// pier" are three.
    /// </summary>
    /// <param name="model">The article of the figure.</param>
    /// <param name="quantity">The figure.</param>
    /// <param name="whole">The other article's figure.</param>
    public static bool AddsUpTo(SemanticModel model, Quantity quantity, decimal whole)
    {
        if (quantity is not { Value: { } value, Kind: QuantityKind.Cardinal or QuantityKind.Money } || value >= whole) return false;
        var sentence = model.Text.SentenceOf(quantity.FirstToken);
        decimal sum = value, all = 0;
        foreach (var other in model.QuantitiesIn(sentence.FirstToken, sentence.EndToken))
        {
            if (other.Unit != quantity.Unit || other.Value is not { } part || other.Kind != quantity.Kind) continue;
            all += part;
            if (other.FirstToken == quantity.FirstToken) continue;
            // Of two figures side by side and of all.
            if (value + part == whole) return true;
            if (other.FirstToken > quantity.FirstToken) sum += part;
            if (sum == whole) return true;
        }
        if (all == whole) return true;
        // "A woman" or "one" beside them is one more.
        int single = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (model.Text.Words[i].Lemma is "a" or "an" or "one" or "another"
                && (IsJoined(i) || model.Text.Head(i) is var noun and >= 0 && IsJoined(noun) && model.Text.Words[i].Relation.Universal() is DependencyRelation.Det or DependencyRelation.Nummod)) single++;
        return value + single == whole && single > 0;

        bool IsJoined(int token) => model.Text.Words[token].Relation.Universal() is DependencyRelation.Conj;
    }

    /// <summary>The token of a stretch that hangs on one outside of it.</summary>
    private static int HeadOf(SemanticModel model, int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
            if (model.Text.Head(i) is var head && (head < first || head >= end)) return i;
        return end - 1;
    }
}
