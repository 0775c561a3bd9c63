using System.Collections.Immutable;
using Analysis.Language.Words;

namespace Analysis.Comparison;

/// <summary>What speaks for and against a judgement of meaning, as named numbers: thousandths of a share, or a thousand for each time.</summary>
/// <remarks>
/// Each is read off the two passages, so that a judgement can be explained. Their weights are learned; see <see cref="MeaningWeights"/>. A
/// name may occur twice; its values are added.
/// </remarks>
internal sealed class MeaningFeatures
{
    private static readonly ImmutableArray<UnitClass> Classes = [.. Enum.GetValues<UnitClass>()];

    private static readonly ImmutableArray<string> MovedOf = [.. Classes.Select(of => $"moved.{of}")];

    // By how many of the two that changed places hang from something else now.
    private static readonly ImmutableArray<string> OneInPlace = ["exchange.one.0", "exchange.one.1", "exchange.one.2"];
    private static readonly ImmutableArray<string> BothInPlace = ["exchange.both.0", "exchange.both.1", "exchange.both.2"];

    /// <summary>More units than so many beyond those of the other passage say nothing more.</summary>
    private const int MaxExcess = 20;

    private readonly List<(string Name, int Value)> _all = [];

    private MeaningFeatures()
    {
    }

    /// <summary>The numbers that are not 0.</summary>
    public IReadOnlyList<(string Name, int Value)> All => _all;

    /// <summary>Whether a passage follows from the other.</summary>
    /// <param name="side">The passage that may follow, seen from the other.</param>
    /// <param name="rule">Whether every claim of it is said by a claim of the other.</param>
    public static MeaningFeatures OfEntailment(MeaningSide side, bool rule)
    {
        var features = new MeaningFeatures();
        features.Count("rule", rule);
        features.Add("order", side.ShareInOrder());
        features.AddMissing(side);
        features.Add("missing.claim", side.MissingOfClaim());
        var (rarity, rarest) = side.MissingByRarity();
        features.Add("missing.rarity", rarity);
        features.Add("missing.rarest", 100 * rarest);
        features.AddValues(side);
        var (text, other) = (side.Text, side.Other);
        // In a passage that says much more, words are found that mean something else there.
        features.Add("excess", 100 * Math.Clamp(other.Units.Length - text.Units.Length, 0, MaxExcess));
        features.Count("softer", text.IsOpen && !other.IsOpen);
        var (linked, _, part) = TiesOf(side);
        if (linked > 0) features.Add("links.part", 1000 * part / linked);
        return features;
    }

    /// <summary>Whether units that two passages have in common are put together in the same way: "from Marlow to Ostvale", "from Ostvale to Marlow".</summary>
    /// <param name="match">Which units stand for each other.</param>
    /// <param name="left">The left passage, seen from the right.</param>
    /// <param name="right">The right passage, seen from the left.</param>
    public static MeaningFeatures OfArrangement(MeaningMatch match, MeaningSide left, MeaningSide right)
    {
        var features = new MeaningFeatures();
        foreach (var side in (MeaningSide[])[left, right])
        {
            features.AddTies(side);
            features.AddMoved(side);
        }
        features.AddExchanges(match, left);
        return features;
    }

    private void Add(string name, int value)
    {
        if (value != 0) _all.Add((name, value));
    }

    private void Count(string name, int times, int most) => Add(name, 1000 * Math.Min(times, most));

    private void Count(string name, bool once) => Count(name, once ? 1 : 0, 1);

    private void AddMissing(MeaningSide side)
    {
        var units = side.Text.Units;
        int attribution = 0, opposite = 0;
        for (int i = 0; i < units.Length; i++)
        {
            if (side.IsSaid(i)) continue;
            if (side.RelationTo(i) is not WordRelationKind.None) opposite++;
            if (side.Text.IsAttribution[i]) attribution++;
        }
        var (said, all) = side.Weigh();
        Add("missing.share", all == 0 ? 0 : 1000 * (all - said) / all);
        Count("missing.attribution", attribution, 2);
        Count("opposite", opposite, 2);
    }

    /// <summary>Numbers that both have, and those for which the other only has a number of the same kind that cannot be the same.</summary>
    private void AddValues(MeaningSide side)
    {
        int kept = 0, clash = 0;
        for (int i = 0; i < side.Text.Units.Length; i++)
        {
            if (side.Text.Units[i].Class is not UnitClass.Value) continue;
            if (side.Counterpart(i) >= 0) kept++;
            else if (side.Text.Units[i].Quantity is var quantity and >= 0)
            {
                var own = side.Text.Model.Quantities[quantity];
                var others = side.Other.Model.Quantities.Where(other => other.Kind == own.Kind && other.Unit == own.Unit).Select(other => QuantityComparison.Compare(other, own));
                if (others.Any() && others.All(relation => relation is ValueRelation.Incompatible)) clash++;
            }
        }
        Count("value.kept", kept, 2);
        Count("value.clash", clash, 2);
    }

    private void AddTies(MeaningSide side)
    {
        var (linked, moved, part) = TiesOf(side);
        if (linked == 0) return;
        // Both sides are added up.
        Add("links.moved", 500 * moved / linked);
        Add("links.part", 500 * part / linked);
    }

    private static (int Linked, int Moved, int Part) TiesOf(MeaningSide side)
    {
        int linked = 0, moved = 0, part = 0;
        for (int i = 0; i < side.Text.Units.Length; i++)
        {
            var tie = side.TieOf(i);
            if (tie is not Tie.Unknown) linked++;
            if (tie is Tie.Moved) moved++;
            if (tie is Tie.OtherPart) part++;
        }
        return (linked, moved, part);
    }

    private void AddMoved(MeaningSide side)
    {
        var moved = new int[Classes.Length];
        int adjacent = 0, kept = 0, linked = 0, tied = 0;
        for (int i = 0; i < side.Text.Units.Length; i++)
        {
            int counterpart = side.Counterpart(i);
            if (i > 0 && counterpart >= 0 && side.Counterpart(i - 1) is var before and >= 0)
            {
                adjacent++;
                if (before == counterpart - 1) kept++;
            }
            var tie = side.TieOf(i);
            if (tie is not Tie.Unknown) linked++;
            if (tie is Tie.Kept) tied++;
            if (tie is Tie.Moved) moved[(int)side.Text.Units[i].Class]++;
        }
        foreach (var of in Classes) Add(MovedOf[(int)of], 500 * Math.Min(2, moved[(int)of]));
        if (adjacent > 0) Add("adjacent", 500 * kept / adjacent);
        if (linked > 1 && tied == linked) Add("links.all", 500);
    }

    /// <summary>Units in the other order, and among them those of which one stands where the other stood.</summary>
    private void AddExchanges(MeaningMatch match, MeaningSide left)
    {
        var pairs = match.Pairs();
        int values = 0, valuesCrossed = 0, listed = 0, unlike = 0;
        Span<int> one = stackalloc int[3], both = stackalloc int[3];
        for (int a = 0; a < pairs.Count; a++)
            for (int b = a + 1; b < pairs.Count; b++)
            {
                var (x, y) = (match.ClassOf(pairs[a].Left), match.ClassOf(pairs[b].Left));
                bool names = x is UnitClass.Name or UnitClass.Value && y is UnitClass.Name or UnitClass.Value;
                if (names) values++;
                if (pairs[a].Right < pairs[b].Right) continue;
                if (names) valuesCrossed++;
                bool forth = match.StandInOnePlace(pairs[a].Left, pairs[b].Right), back = match.StandInOnePlace(pairs[b].Left, pairs[a].Right);
                if (!forth && !back) continue;
                if (match.Left.AreListed(pairs[a].Left, pairs[b].Left) && match.Right.AreListed(pairs[a].Right, pairs[b].Right)) listed++;
                else if (x != y) unlike++;
                // How many of the two hang from something else now tells an exchange from another construction of the same.
                else (forth && back ? both : one)[(IsTied(pairs[a].Left) ? 0 : 1) + (IsTied(pairs[b].Left) ? 0 : 1)]++;
            }
        if (values > 0) Add("crossed.names", 1000 * valuesCrossed / values);
        Count("exchange.listed", listed, 2);
        Count("exchange.unlike", unlike, 2);
        for (int moved = 0; moved < 3; moved++)
        {
            Count(OneInPlace[moved], one[moved], 2);
            Count(BothInPlace[moved], both[moved], 2);
        }

        bool IsTied(int unit) => left.TieOf(unit) is Tie.Kept || match.Left.Governors[unit] < 0 && match.Right.Governors[match.ToRight[unit]] < 0;
    }
}
