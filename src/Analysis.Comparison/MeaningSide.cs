using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Language.Words;

namespace Analysis.Comparison;

/// <summary>One passage seen from the other: what of it the other says too.</summary>
/// <param name="match">Which units stand for each other.</param>
/// <param name="ofLeft">Whether the left passage is looked at; else the right one.</param>
internal sealed class MeaningSide(MeaningMatch match, bool ofLeft)
{
    /// <summary>In a longer passage it is not looked for what stands in the place of a unit: time would grow with the square of its length.</summary>
    private const int MaxPlaces = 256;

    private readonly HashSet<int> _otherTerms = [.. (ofLeft ? match.Right : match.Left).Units.Select(unit => unit.Term).Where(term => term >= 0)];

    private readonly HashSet<uint> _otherValues = [.. (ofLeft ? match.Right : match.Left).Units.Where(unit => unit.Class is UnitClass.Value).Select(unit => unit.Key)];

    /// <summary>The passage that is looked at.</summary>
    public MeaningUnits Text => ofLeft ? match.Left : match.Right;

    /// <summary>The passage that it is looked at from.</summary>
    public MeaningUnits Other => ofLeft ? match.Right : match.Left;

    /// <summary>The unit of the other passage that a unit stands for; -1 for none.</summary>
    public int Counterpart(int unit) => ofLeft ? match.ToRight[unit] : match.ToLeft[unit];

    /// <summary>How the word of a unit's counterpart stands to its own.</summary>
    public WordRelationKind RelationTo(int unit) => Counterpart(unit) switch
    {
        < 0 => WordRelationKind.None,
        _ when ofLeft => match.Relations[unit].Mirror(),
        var counterpart => match.Relations[counterpart],
    };

    /// <summary>Whether the other passage says a unit too; an opposite does not.</summary>
    public bool IsSaid(int unit) => Counterpart(unit) >= 0
        ? RelationTo(unit) is not (WordRelationKind.Opposite or WordRelationKind.Exclusive or WordRelationKind.Converse)
        : (ofLeft ? match.LeftCovered : match.RightCovered)[unit]
            || (Text.Units[unit].Class is UnitClass.Value ? _otherValues.Contains(Text.Units[unit].Key) : Text.Units[unit].Term is var term and >= 0 && _otherTerms.Contains(term));

    /// <summary>Weight of a unit. Who said it is little of what is said, and the first name of somebody known adds little.</summary>
    public int WeightOf(int unit)
    {
        const int Slight = 4;
        int weight = Text.Units[unit].Weight;
        return Text.IsAttribution[unit] || !IsSaid(unit) && IsOfKnownName(unit) ? weight / Slight : weight;
    }

    /// <summary>What of this passage the other says, and all of it, in weights.</summary>
    public (int Said, int All) Weigh()
    {
        int said = 0, all = 0;
        for (int i = 0; i < Text.Units.Length; i++)
        {
            int weight = WeightOf(i);
            all += weight;
            if (IsSaid(i)) said += weight;
        }
        return (said, all);
    }

    /// <summary>What of this passage the other says, the small words counted too, in thousandths.</summary>
    public int ShareOfWords()
    {
        // A word that only ties others together is worth half of the least of them.
        const int SmallWeight = 4;
        var (said, all) = Weigh();
        said += SmallWeight * TermLists.CommonOf(Text.SmallWords.AsSpan(), Other.SmallWords.AsSpan());
        all += SmallWeight * Text.SmallWords.Length;
        return all == 0 ? 0 : (int)(1000L * said / all);
    }

    /// <summary>How many of the words of both passages, the small ones too, are in both, in thousandths; the same seen from either.</summary>
    public int LikenessOfWords()
    {
        ImmutableArray<uint> words = Text.Words.Sort(), others = Other.Words.Sort();
        return words.Length + others.Length == 0 ? 0 : 2000 * TermLists.CommonOf(words.AsSpan(), others.AsSpan()) / (words.Length + others.Length);
    }

    /// <summary>How many words of this passage the other has in the same order, in thousandths.</summary>
    public int ShareInOrder()
    {
        // Time grows with the product of the lengths.
        const int MaxWords = 256;
        var text = Text.Words.AsSpan()[..Math.Min(MaxWords, Text.Words.Length)];
        var other = Other.Words.AsSpan()[..Math.Min(MaxWords, Other.Words.Length)];
        if (text.IsEmpty) return 0;
        // The longest common subsequence, a row at a time.
        int[] row = new int[other.Length + 1];
        foreach (uint word in text)
        {
            int diagonal = 0;
            for (int i = 0; i < other.Length; i++)
            {
                int above = row[i + 1];
                row[i + 1] = word == other[i] ? diagonal + 1 : Math.Max(above, row[i]);
                diagonal = above;
            }
        }
        return 1000 * row[other.Length] / text.Length;
    }

    /// <summary>How rare the units are that are missing: all of them together in thousandths of all units, and the rarest in steps of <see cref="WordRarity"/>.</summary>
    public (int Share, int Rarest) MissingByRarity()
    {
        int missing = 0, all = 0, rarest = 0;
        for (int i = 0; i < Text.Units.Length; i++)
        {
            int rarity = WordRarity.Of(Text.Model.Text.Words[Text.Units[i].Token].Lemma);
            all += rarity;
            if (!IsMissing(i)) continue;
            missing += rarity;
            rarest = Math.Max(rarest, rarity);
        }
        return (all == 0 ? 0 : 1000 * missing / all, rarest);
    }

    /// <summary>The claim of which the greatest part is missing: that part, in thousandths. A claim of a single word may be meant by another word.</summary>
    public int MissingOfClaim()
    {
        int greatest = 0;
        foreach (var claim in Text.Model.Claims)
        {
            int missing = 0, all = 0, last = -1;
            foreach (int token in claim.Tokens)
            {
                int unit = Text.UnitAt(token);
                if (unit < 0 || unit == last) continue;
                if (IsMissing(unit)) missing++;
                all++;
                last = unit;
            }
            if (all > 1) greatest = Math.Max(greatest, 1000 * missing / all);
        }
        return greatest;
    }

    /// <summary>Whether the other passage lacks a unit that counts.</summary>
    public bool IsMissing(int unit) => !IsSaid(unit) && !Text.IsAttribution[unit] && !IsOfKnownName(unit);

    /// <summary>Whether a unit is a word of a name of which another word is said: the first name, a title.</summary>
    private bool IsOfKnownName(int unit)
    {
        var units = Text.Units;
        if (units[unit].Class is not UnitClass.Name) return false;
        for (int i = unit - 1; i >= 0 && units[i].Class is UnitClass.Name && units[i].End == units[i + 1].First; i--)
            if (IsSaid(i)) return true;
        for (int i = unit + 1; i < units.Length && units[i].Class is UnitClass.Name && units[i].First == units[i - 1].End; i++)
            if (IsSaid(i)) return true;
        return false;
    }

    /// <summary>Whether the other passage has something else of the same class in the place of a unit: with the same governor, or between the same units.</summary>
    public bool IsReplaced(int unit)
    {
        if (!IsMissing(unit) || Other.Units.Length > MaxPlaces) return false;
        var (units, others) = (Text.Units, Other.Units);
        int governor = Text.Governors[unit], above = governor >= 0 ? Counterpart(governor) : -1;
        int before = unit > 0 ? Counterpart(unit - 1) : -1, behind = unit + 1 < units.Length ? Counterpart(unit + 1) : -1;
        for (int other = 0; other < others.Length; other++)
        {
            int counterpart = ofLeft ? match.ToLeft[other] : match.ToRight[other];
            if (counterpart >= 0 && counterpart != unit || others[other].Class != units[unit].Class) continue;
            if (governor < 0 ? Other.Governors[other] < 0 : above >= 0 && Other.Governors[other] == above && PlaysSamePart(unit, other)) return true;
            if (before >= 0 && before == other - 1 && behind == other + 1) return true;
        }
        return false;
    }

    /// <summary>Whether this passage says all that the other says, and something beside; one word may be meant by another, and a verb by many.</summary>
    public bool SaysMore()
    {
        var other = new MeaningSide(match, !ofLeft);
        return Enumerable.Range(0, Text.Units.Length).Count(unit => Text.Units[unit].Class is not UnitClass.Verb && IsMissing(unit)) > 1 && !Enumerable.Range(0, Other.Units.Length).Any(other.IsMissing);
    }

    /// <summary>Whether nothing of a claim is said; a claim of a single word may be meant by another word.</summary>
    public bool HasUnsaidClaim()
    {
        foreach (var claim in Text.Model.Claims)
        {
            int missing = 0, others = 0, last = -1;
            foreach (int token in claim.Tokens)
            {
                int unit = Text.UnitAt(token);
                if (unit < 0 || unit == last) continue;
                if (IsMissing(unit)) missing++;
                else others++;
                last = unit;
            }
            if (missing > 1 && others == 0) return true;
        }
        return false;
    }

    /// <summary>Whether a clause beside the main one is missing: its verb, and all that the verb governs but its subject, which may be that of another.</summary>
    public bool HasUnsaidClause()
    {
        var units = Text.Units;
        var (missing, others) = (new int[units.Length], new int[units.Length]);
        for (int i = 0; i < units.Length; i++)
        {
            if (Text.Governors[i] is not (var governor and >= 0) || Text.Roles[i] is UnitRole.Subject) continue;
            (IsMissing(i) ? missing : others)[governor]++;
        }
        for (int verb = 0; verb < units.Length; verb++)
            if (units[verb].Class is UnitClass.Verb && missing[verb] > 0 && others[verb] == 0 && IsMissing(verb) && IsBesideMain(Text.Model.Text.Words[units[verb].Token].Relation)) return true;
        return false;

        static bool IsBesideMain(DependencyRelation relation) =>
            relation is DependencyRelation.AclRelcl || relation.Universal() is DependencyRelation.Conj or DependencyRelation.Advcl or DependencyRelation.Parataxis;
    }

    /// <summary>Whether a word, or the preposition in front of it, is the opposite of what the other passage has for it.</summary>
    public bool HasOpposite()
    {
        for (int i = 0; i < Text.Units.Length; i++)
        {
            if (Counterpart(i) is not (var counterpart and >= 0)) continue;
            if (!IsSaid(i)) return true;
            var (own, others) = (Text.MarkerOf(i), Other.MarkerOf(counterpart));
            if (own.Length > 0 && others.Length > 0 && WordRelations.Default.Relate(own, Upos.ADP, others, Upos.ADP).Kind is WordRelationKind.Opposite or WordRelationKind.Exclusive) return true;
        }
        return false;
    }

    /// <summary>Whether a unit is a value that the other passage puts less exactly.</summary>
    public bool IsNarrowerValue(int unit) => Text.Units[unit].Class is UnitClass.Value && RelationTo(unit) is WordRelationKind.Broader;

    /// <summary>Whether a unit is denied and its counterpart is not, or the other way round.</summary>
    public bool HasDenied()
    {
        for (int i = 0; i < Text.Units.Length; i++)
            if (Counterpart(i) is var counterpart and >= 0 && Text.IsDenied[i] != Other.IsDenied[counterpart]) return true;
        return false;
    }

    /// <summary>Where the unit that governs a unit is found in the other passage, seen from the unit's counterpart.</summary>
    public Tie TieOf(int unit)
    {
        int counterpart = Counterpart(unit), governor = Text.Governors[unit];
        if (counterpart < 0 || governor < 0 || Counterpart(governor) is not (var expected and >= 0)) return Tie.Unknown;
        int found = Other.Governors[counterpart], above = Other.Governors[expected];
        if (found == expected) return PlaysSamePart(unit, counterpart) ? Tie.Kept : Tie.OtherPart;
        if (above == counterpart || above >= 0 && above == found || found >= 0 && Other.Governors[found] == expected) return Tie.Near;
        return Tie.Moved;
    }

    /// <summary>Whether no unit hangs from something else or in another part than its counterpart, so that only the construction may differ.</summary>
    public bool HangsTogetherAlike()
    {
        for (int i = 0; i < Text.Units.Length; i++)
            if (TieOf(i) is Tie.Moved or Tie.OtherPart) return false;
        return true;
    }

    private bool PlaysSamePart(int unit, int other) => Text.Roles[unit] == Other.Roles[other] && Text.MarkerOf(unit) == Other.MarkerOf(other);
}

/// <summary>How a unit hangs from its governor, against how its counterpart hangs from the governor's counterpart.</summary>
internal enum Tie
{
    /// <summary>One of them has no governor or no counterpart.</summary>
    Unknown,

    /// <summary>In the same part.</summary>
    Kept,

    /// <summary>From the same, in another part.</summary>
    OtherPart,

    /// <summary>The other way round, side by side, or with a unit between them.</summary>
    Near,

    /// <summary>From something else.</summary>
    Moved,
}
