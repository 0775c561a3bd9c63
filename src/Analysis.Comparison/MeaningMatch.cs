using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>Which units of two passages stand for each other: each unit for at most one.</summary>
internal sealed class MeaningMatch
{
    /// <summary>Of a word that is repeated only occurrences of about the same ordinal are tried with each other, so that time is linear.</summary>
    private const int OrdinalDistance = 4;

    /// <summary>With more units in common their order is not looked at: time would grow with the square of their number.</summary>
    private const int MaxOrdered = 128;

    /// <summary>Most units a side that have no counterpart by their own word and are asked for a related one.</summary>
    private const int MaxRelated = 24;

    private MeaningMatch(MeaningUnits left, MeaningUnits right)
    {
        (Left, Right) = (left, right);
        ToRight = new int[left.Units.Length];
        ToLeft = new int[right.Units.Length];
        Relations = new WordRelationKind[left.Units.Length];
        Array.Fill(ToRight, -1);
        Array.Fill(ToLeft, -1);
        (LeftCovered, RightCovered) = (new bool[left.Units.Length], new bool[right.Units.Length]);
    }

    public MeaningUnits Left { get; }

    public MeaningUnits Right { get; }

    /// <summary>For every unit of the left its counterpart on the right; -1 for none.</summary>
    public int[] ToRight { get; }

    /// <summary>For every unit of the right its counterpart on the left; -1 for none.</summary>
    public int[] ToLeft { get; }

    /// <summary>For every unit of the left how its word stands to that of its counterpart.</summary>
    public WordRelationKind[] Relations { get; }

    /// <summary>For every unit of the left whether it is part of what a unit of the right stands for, beside the one that it is the counterpart of.</summary>
    public bool[] LeftCovered { get; }

    /// <summary>The same of the right.</summary>
    public bool[] RightCovered { get; }

    /// <summary>Units that stand for each other, in order of the left passage; none when they are too many for their order to be looked at.</summary>
    public List<(int Left, int Right)> Pairs()
    {
        var pairs = new List<(int, int)>(ToRight.Length);
        for (int i = 0; i < ToRight.Length; i++)
            if (ToRight[i] >= 0) pairs.Add((i, ToRight[i]));
        return pairs.Count <= MaxOrdered ? pairs : [];
    }

    /// <summary>Class of a unit on the left and its counterpart; of two the first in the order of the classes.</summary>
    public UnitClass ClassOf(int left) => (UnitClass)Math.Min((byte)Left.Units[left].Class, (byte)Right.Units[ToRight[left]].Class);

    /// <summary>Whether a unit of the left and one of the right stand before or behind the same word.</summary>
    public bool StandInOnePlace(int left, int right) => HaveBeside(left, right, behind: false) || HaveBeside(left, right, behind: true);

    private bool HaveBeside(int left, int right, bool behind) =>
        Left.WordBeside(left, behind) is { IsEmpty: false } word && word.Equals(Right.WordBeside(right, behind), StringComparison.OrdinalIgnoreCase);

    public static MeaningMatch Find(MeaningUnits left, MeaningUnits right)
    {
        var match = new MeaningMatch(left, right);
        match.Pair(unit => unit.Key);
        match.Pair(unit => unit.Term < 0 ? 0 : (uint)unit.Term + 1);
        match.PairValues();
        match.PairWritten();
        match.PairRelated();
        match.CoverOnes(ofLeft: true);
        match.CoverOnes(ofLeft: false);
        return match;
    }

    /// <summary>Pairs units that are still free and have the same key; 0 is none.</summary>
    private void Pair(Func<MeaningUnit, uint> keyOf)
    {
        var pairs = new List<(int Score, int Left, int Right, WordRelationKind Kind)>();
        var (l, r) = (Keys(Left, ToRight, keyOf), Keys(Right, ToLeft, keyOf));
        for (int i = 0, j = 0; i < l.Count && j < r.Count;)
        {
            if (l[i].Key != r[j].Key)
            {
                if (l[i].Key < r[j].Key) i++;
                else j++;
                continue;
            }
            int iEnd = EndOf(l, i), jEnd = EndOf(r, j);
            for (int a = i; a < iEnd; a++)
                for (int b = Math.Max(j, j + a - i - OrdinalDistance); b < Math.Min(jEnd, j + a - i + OrdinalDistance + 1); b++)
                    pairs.Add((iEnd - i == 1 && jEnd - j == 1 ? 0 : Likeness(l[a].Unit, r[b].Unit), l[a].Unit, r[b].Unit, WordRelationKind.Same));
            (i, j) = (iEnd, jEnd);
        }
        Take(pairs);
    }

    private static List<(uint Key, int Unit)> Keys(MeaningUnits units, int[] taken, Func<MeaningUnit, uint> keyOf)
    {
        var keys = new List<(uint Key, int Unit)>(units.Units.Length);
        for (int i = 0; i < taken.Length; i++)
            if (taken[i] < 0 && keyOf(units.Units[i]) is var key and not 0) keys.Add((key, i));
        keys.Sort();
        return keys;
    }

    private static int EndOf(List<(uint Key, int Unit)> keys, int start)
    {
        int end = start + 1;
        while (end < keys.Count && keys[end].Key == keys[start].Key) end++;
        return end;
    }

    private void Take(List<(int Score, int Left, int Right, WordRelationKind Kind)> pairs)
    {
        pairs.Sort((a, b) => PairOrder.Compare(a.Score, a.Left, a.Right, b.Score, b.Left, b.Right));
        foreach (var (_, l, r, kind) in pairs)
        {
            if (ToRight[l] >= 0 || ToLeft[r] >= 0) continue;
            (ToRight[l], ToLeft[r], Relations[l]) = (r, l, kind);
        }
    }

    /// <summary>How alike the surroundings of two units are, so that of repeated words those are paired that mean the same.</summary>
    private int Likeness(int l, int r)
    {
        var (a, b) = (Left.Units, Right.Units);
        int score = 0;
        if (a[l].Class == b[r].Class) score += 2;
        if (a[l].Term == b[r].Term) score += 2;
        // A word that narrows the unit down tells more than one that only stands beside it.
        if (l > 0 && r > 0 && a[l - 1].Key == b[r - 1].Key) score += Left.Governors[l - 1] == l && Right.Governors[r - 1] == r ? 5 : 3;
        if (l + 1 < a.Length && r + 1 < b.Length && a[l + 1].Key == b[r + 1].Key) score += 3;
        if (Left.Governors[l] is var lg && Right.Governors[r] is var rg && (lg < 0 ? rg < 0 : rg >= 0 && a[lg].Key == b[rg].Key)) score += 3;
        return score;
    }

    /// <summary>Pairs values that are written in other ways.</summary>
    private void PairValues()
    {
        var pairs = new List<(int Score, int Left, int Right, WordRelationKind Kind)>();
        var r = Free(Right, ToLeft, values: true);
        foreach (int a in Free(Left, ToRight, values: true))
            foreach (int b in r)
                if (MeaningValues.Likeness(Left, a, Right, b) is var likeness and > 0) pairs.Add((likeness * 20 + Likeness(a, b), a, b, MeaningValues.Relation(Left, a, Right, b)));
        Take(pairs);
    }

    /// <summary>Pairs words of one passage with the two words or more of the other that they are written for.</summary>
    private void PairWritten()
    {
        // Both ways are looked for before anything is paired, so that it is the same seen from either passage.
        var found = FindWritten(ofLeft: true).Concat(FindWritten(ofLeft: false)).ToList();
        Take([.. found.Select(pair => (pair.End - pair.First, pair.Left, pair.Right, WordRelationKind.Same))]);
        foreach (var (l, r, first, end, ofLeft) in found)
        {
            if (ToRight[l] != r) continue;
            var (other, from, covered) = ofLeft ? (Right, ToLeft, RightCovered) : (Left, ToRight, LeftCovered);
            for (int token = first; token < end; token++)
                if (other.UnitAt(token) is var part and >= 0 && from[part] < 0) covered[part] = true;
        }
    }

    /// <summary>Words of one passage with the last free word of those of the other that they are written for, and where those are.</summary>
    private List<(int Left, int Right, int First, int End, bool OfLeft)> FindWritten(bool ofLeft)
    {
        var (text, other) = ofLeft ? (Left, Right) : (Right, Left);
        var (to, from) = ofLeft ? (ToRight, ToLeft) : (ToLeft, ToRight);
        var found = new List<(int Left, int Right, int First, int End, bool OfLeft)>();
        foreach (int unit in Free(text, to, values: false))
        {
            var form = text.Model.Text.Form(text.Units[unit].Token);
            var (first, end) = WrittenForms.AreInitials(form) ? WrittenForms.FindSpelledOut(other, form) : WrittenForms.FindInTwo(other, form);
            for (int token = end - 1; token >= first; token--)
            {
                if (other.UnitAt(token) is not (var part and >= 0) || from[part] >= 0) continue;
                found.Add(ofLeft ? (unit, part, first, end, true) : (part, unit, first, end, false));
                break;
            }
        }
        return found;
    }

    /// <summary>"One sailor" is said by "a sailor", "the sailor".</summary>
    private void CoverOnes(bool ofLeft)
    {
        var (text, other) = ofLeft ? (Left, Right) : (Right, Left);
        var (to, covered) = ofLeft ? (ToRight, LeftCovered) : (ToLeft, RightCovered);
        for (int unit = 0; unit < to.Length; unit++)
        {
            if (to[unit] >= 0 || text.Units[unit].Quantity is not (var quantity and >= 0) || text.Governors[unit] is not (var noun and >= 0)) continue;
            if (text.Model.Quantities[quantity] is not { Kind: QuantityKind.Cardinal, Precision: Precision.Exact, Value: 1 }) continue;
            covered[unit] = to[noun] is var counterpart and >= 0 && IsSingular(other, counterpart) && !IsCounted(other, counterpart);
        }

        static bool IsSingular(MeaningUnits text, int noun) => text.Model.Text.Words[text.Units[noun].Token].Xpos is Xpos.NN or Xpos.NNP;

        static bool IsCounted(MeaningUnits text, int noun)
        {
            // A number stands in front of its noun, with an adjective or two between them.
            const int Reach = 4;
            for (int i = Math.Max(0, noun - Reach); i < noun; i++)
                if (text.Governors[i] == noun && text.Units[i].Class is UnitClass.Value) return true;
            return false;
        }
    }

    private void PairRelated()
    {
        var (l, r) = (Free(Left, ToRight, values: false), Free(Right, ToLeft, values: false));
        var pairs = new List<(int Score, int Left, int Right, WordRelationKind Kind)>();
        foreach (int a in l)
            foreach (int b in r)
            {
                var (x, y) = (Left.Model.Text.Words[Left.Units[a].Token], Right.Model.Text.Words[Right.Units[b].Token]);
                var relation = WordRelations.Default.Relate(x.Lemma, x.Upos, y.Lemma, y.Upos);
                if (Worth(relation.Kind) is var worth and > 0) pairs.Add((worth * 10 + relation.Strength + Likeness(a, b), a, b, relation.Kind));
                else if (WrittenForms.HaveOneStem(x.Lemma, y.Lemma)) pairs.Add((10 + Likeness(a, b), a, b, WordRelationKind.Derived));
                else if (x.Upos is Upos.PROPN && y.Upos is Upos.PROPN && WrittenForms.AreOneName(x.Lemma, y.Lemma)) pairs.Add((10 + Likeness(a, b), a, b, WordRelationKind.Same));
            }
        Take(pairs);

        static int Worth(WordRelationKind kind) => kind switch
        {
            WordRelationKind.Same => 4,
            WordRelationKind.Derived or WordRelationKind.DemonymOf or WordRelationKind.HasDemonym => 3,
            WordRelationKind.Narrower or WordRelationKind.Broader or WordRelationKind.Implies or WordRelationKind.ImpliedBy => 2,
            WordRelationKind.Opposite or WordRelationKind.Converse or WordRelationKind.Exclusive => 1,
            _ => 0,
        };
    }

    /// <summary>The first units of a passage that have no counterpart: values or others.</summary>
    private static List<int> Free(MeaningUnits units, int[] taken, bool values)
    {
        var free = new List<int>();
        for (int i = 0; i < taken.Length && free.Count < MaxRelated; i++)
            if (taken[i] < 0 && units.Units[i].Class is UnitClass.Value == values) free.Add(i);
        return free;
    }
}
