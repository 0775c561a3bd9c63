namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// The metrics of the CoNLL 2018 shared task on parsing from raw text, by their published definition: words are aligned by the characters
/// they cover, within tokens of several words by the longest common subsequence of forms, and each metric is the F1 over what is aligned
/// and agrees.
/// </summary>
internal sealed class ConlluEvaluation
{
    private readonly ConlluDocument _gold, _found;

    // By index of the word; -1 where it has no partner.
    private readonly int[] _partnerOfFound;
    private readonly List<(ConlluWord Gold, ConlluWord Found)> _aligned = [];

    /// <summary>Aligns the words of two documents.</summary>
    /// <exception cref="InvalidDataException">They are not of the same characters.</exception>
    public ConlluEvaluation(ConlluDocument gold, ConlluDocument found)
    {
        (_gold, _found) = (gold, found);
        string expected = gold.Characters, characters = found.Characters;
        if (expected != characters)
        {
            int at = expected.AsSpan().CommonPrefixLength(characters);
            throw new InvalidDataException($"The texts differ behind \"{expected[Math.Max(0, at - 40)..at]}\".");
        }
        _partnerOfFound = new int[found.Words.Count];
        Array.Fill(_partnerOfFound, -1);
        Align();
    }

    /// <summary>The metrics in their usual order, in percent.</summary>
    public IEnumerable<(string Name, double F1)> Metrics()
    {
        yield return ("Tokens", F1(_gold.Tokens, _found.Tokens));
        yield return ("Sentences", Sentences);
        yield return ("Words", Score((_, _) => true));
        yield return ("UPOS", Score((gold, found) => gold.Upos == found.Upos));
        yield return ("XPOS", Score((gold, found) => gold.Xpos == found.Xpos));
        yield return ("UFeats", Score((gold, found) => gold.Features == found.Features));
        yield return ("AllTags", Score((gold, found) => gold.Upos == found.Upos && gold.Xpos == found.Xpos && gold.Features == found.Features));
        yield return ("Lemmas", Score(HaveSameLemma));
        yield return ("UAS", Score(HaveSameHead));
        yield return ("LAS", Score((gold, found) => HaveSameHead(gold, found) && gold.Relation == found.Relation));
        yield return ("CLAS", Score((gold, found) => HaveSameHead(gold, found) && gold.Relation == found.Relation, word => word.IsContent));
        yield return ("MLAS", Score(HaveSameMorphology, word => word.IsContent));
        yield return ("BLEX", Score((gold, found) => HaveSameHead(gold, found) && gold.Relation == found.Relation && HaveSameLemma(gold, found), word => word.IsContent));
    }

    /// <summary>F1 of sentences of which both borders fit.</summary>
    public double Sentences => F1(_gold.Sentences, _found.Sentences);

    /// <summary>F1 of ranges of which both borders fit, in percent.</summary>
    public static double F1(IReadOnlyCollection<CharacterRange> gold, IReadOnlyCollection<CharacterRange> found) =>
        F1(gold.Intersect(found).Count(), gold.Count, found.Count);

    public static double F1(int correct, int gold, int found) => gold + found == 0 ? 0 : 200.0 * correct / (gold + found);

    private double Score(Func<ConlluWord, ConlluWord, bool> agree, Func<ConlluWord, bool>? counts = null)
    {
        counts ??= _ => true;
        int correct = _aligned.Count(pair => counts(pair.Gold) && agree(pair.Gold, pair.Found));
        return F1(correct, _gold.Words.Count(counts), _found.Words.Count(counts));
    }

    private bool HaveSameHead(ConlluWord gold, ConlluWord found) => gold.IsRoot || found.IsRoot ? gold.IsRoot && found.IsRoot : _partnerOfFound[found.Head] == gold.Head;

    private static bool HaveSameLemma(ConlluWord gold, ConlluWord found) => gold.Lemma == "_" || gold.Lemma == found.Lemma;

    private bool HaveSameMorphology(ConlluWord gold, ConlluWord found)
    {
        if (!HaveSameHead(gold, found) || gold.Relation != found.Relation || gold.Upos != found.Upos || gold.Features != found.Features) return false;
        return gold.Functional.Count == found.Functional.Count && gold.Functional.Zip(found.Functional).All(pair =>
            _partnerOfFound[pair.Second.Index] == pair.First.Index && pair.First.Relation == pair.Second.Relation
            && pair.First.Upos == pair.Second.Upos && pair.First.Features == pair.Second.Features);
    }

    private void Align()
    {
        int gold = 0, found = 0;
        while (gold < _gold.Words.Count && found < _found.Words.Count)
        {
            ConlluWord left = _gold.Words[gold], right = _found.Words[found];
            if (left.IsInToken || right.IsInToken)
            {
                AlignTokens(ref gold, ref found);
            }
            else if (left.Range == right.Range)
            {
                Add(left, right);
                gold++;
                found++;
            }
            else if (left.Range.Start <= right.Range.Start)
            {
                gold++;
            }
            else
            {
                found++;
            }
        }
    }

    /// <summary>Aligns the words of a token of several words with all that the other side has over the same characters.</summary>
    private void AlignTokens(ref int gold, ref int found)
    {
        ConlluWord left = _gold.Words[gold], right = _found.Words[found];
        int end = left.IsInToken ? left.Range.End : right.Range.End;
        // What begins before the token cannot be within it.
        if (left.IsInToken && !right.IsInToken && right.Range.Start < left.Range.Start) found++;
        else if (!left.IsInToken && left.Range.Start < right.Range.Start) gold++;

        int firstGold = gold, firstFound = found;
        while (!IsBeyond(_gold.Words, gold, end) || !IsBeyond(_found.Words, found, end))
        {
            bool takesGold = gold < _gold.Words.Count && (found >= _found.Words.Count || _gold.Words[gold].Range.Start <= _found.Words[found].Range.Start);
            var word = takesGold ? _gold.Words[gold++] : _found.Words[found++];
            if (word.IsInToken) end = Math.Max(end, word.Range.End);
        }
        AddCommonForms([.. _gold.Words.Skip(firstGold).Take(gold - firstGold)], [.. _found.Words.Skip(firstFound).Take(found - firstFound)]);
    }

    private static bool IsBeyond(IReadOnlyList<ConlluWord> words, int index, int end) =>
        index >= words.Count || (words[index].IsInToken ? words[index].Range.Start >= end : words[index].Range.End > end);

    private void AddCommonForms(ConlluWord[] gold, ConlluWord[] found)
    {
        // Length of the longest common subsequence of what is left from each pair of places on.
        var longest = new int[gold.Length + 1, found.Length + 1];
        for (int g = gold.Length - 1; g >= 0; g--)
            for (int f = found.Length - 1; f >= 0; f--)
                longest[g, f] = Math.Max(AreSame(gold[g], found[f]) ? longest[g + 1, f + 1] + 1 : 0, Math.Max(longest[g + 1, f], longest[g, f + 1]));
        for (int g = 0, f = 0; g < gold.Length && f < found.Length;)
        {
            if (AreSame(gold[g], found[f])) Add(gold[g++], found[f++]);
            else if (longest[g, f] == longest[g + 1, f]) g++;
            else f++;
        }

        static bool AreSame(ConlluWord gold, ConlluWord found) => string.Equals(gold.Form, found.Form, StringComparison.OrdinalIgnoreCase);
    }

    private void Add(ConlluWord gold, ConlluWord found)
    {
        _aligned.Add((gold, found));
        _partnerOfFound[found.Index] = gold.Index;
    }
}
