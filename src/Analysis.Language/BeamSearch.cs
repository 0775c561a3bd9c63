using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Analysis.Language;

/// <summary>
/// Follows the best few action sequences of a sentence side by side. All have the same length, so their scores compare. The parser and its
/// training share it.
/// </summary>
internal sealed class BeamSearch
{
    // Of every item; whole vectors.
    private const int ScoresLength = LinearModel.MaxClasses;

    // No action scores so little.
    private const int Hopeless = int.MinValue / 2;

    private readonly Candidate[] _candidates;
    private readonly int[] _totals;
    private readonly int[] _rows = new int[LinearModel.MaxFeatures];
    private readonly int[] _scores;
    private ArcHybridState[] _states;
    private ArcHybridState[] _spare;

    /// <param name="width">Most items.</param>
    /// <param name="maxWords">Length of the longest sentence.</param>
    public BeamSearch(int width, int maxWords)
    {
        _candidates = new Candidate[width];
        _totals = new int[width];
        _scores = new int[width * ScoresLength];
        _states = NewStates(width, maxWords);
        _spare = NewStates(width, maxWords);
    }

    /// <summary>Where an item of the beam came from: the item before, and its action.</summary>
    public readonly record struct Candidate(int Score, int Parent, int Action);

    /// <summary>How many items there are; fewer than the width at the start.</summary>
    public int Count { get; private set; }

    /// <summary>The best configuration.</summary>
    public ArcHybridState Best => _states[0];

    /// <summary>The items of the last step, best first.</summary>
    public ReadOnlySpan<Candidate> Items => _candidates.AsSpan(0, Count);

    public void Start(int wordCount)
    {
        foreach (var state in _states)
            state.Start(wordCount);
        foreach (var state in _spare)
            state.Start(wordCount);
        Count = 1;
        _totals[0] = 0;
    }

    /// <summary>Takes one action in every item; of all continuations the best remain, the earlier item and lower action of equals.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="scorer">The model.</param>
    /// <param name="actions">Its classes.</param>
    /// <param name="cutoff">What falls short of the best by more is given up at once.</param>
    public void Advance(ReadOnlySpan<ParserWord> words, ILinearScorer scorer, ParserActions actions, int cutoff = int.MaxValue)
    {
        var found = 0;
        for (var item = 0; item < Count; item++)
        {
            var scores = _scores.AsSpan(item * ScoresLength, ScoresLength);
            if (Alike(item) is var alike and >= 0)
                _scores.AsSpan(alike * ScoresLength, ScoresLength).CopyTo(scores);
            else
                Score(_states[item], words, scorer, actions, scores);
            Offer(item, scores[..WholeVectors(actions.Count)], cutoff, ref found);
        }

        Debug.Assert(found > 0);
        while ((long)_candidates[0].Score - _candidates[found - 1].Score > cutoff)
            found--;
        if (found == 1)
        {
            // Most decisions are clear: then nothing is copied.
            var parent = _candidates[0].Parent;
            (_states[0], _states[parent]) = (_states[parent], _states[0]);
            actions.Apply(_states[0], _candidates[0].Action);
            _totals[0] = _candidates[0].Score;
            Count = 1;
            return;
        }

        for (var item = 0; item < found; item++)
        {
            // Whoever is last to come from a parent takes it over; the others take copies.
            var parent = _candidates[item].Parent;
            if (ComesAgain(parent, item + 1, found))
                _spare[item].CopyFrom(_states[parent]);
            else
                (_spare[item], _states[parent]) = (_states[parent], _spare[item]);
            actions.Apply(_spare[item], _candidates[item].Action);
            _totals[item] = _candidates[item].Score;
        }

        Count = found;
        (_states, _spare) = (_spare, _states);
    }

    private bool ComesAgain(int parent, int from, int found)
    {
        for (; from < found; from++)
        {
            if (_candidates[from].Parent == parent)
                return true;
        }

        return false;
    }

    private static ArcHybridState[] NewStates(int width, int maxWords)
    {
        var states = new ArcHybridState[width];
        for (var index = 0; index < width; index++)
            states[index] = new ArcHybridState(maxWords);
        return states;
    }

    // Items often differ only in what is out of sight already: then the model need not be asked twice.
    private int Alike(int item)
    {
        for (var other = 0; other < item; other++)
        {
            if (ParserTemplates.AreAlike(_states[other], _states[item]))
                return other;
        }

        return -1;
    }

    // Actions that cannot be taken, and what stands behind the last, are made hopeless.
    private void Score(ArcHybridState state, ReadOnlySpan<ParserWord> words, ILinearScorer scorer, ParserActions actions, Span<int> scores)
    {
        scorer.Score(ParserTemplates.Extract(state, words, _rows, scorer.Bits), scores);
        scores[actions.Count..WholeVectors(actions.Count)].Fill(Hopeless);
        if (!state.CanShift)
            scores[ParserActions.Shift] = Hopeless;
        if (!state.CanLeft)
            scores[ParserActions.FirstLeft..actions.FirstRight].Fill(Hopeless);
        if (!state.CanRight)
            scores[actions.FirstRight..actions.Count].Fill(Hopeless);
    }

    // Most actions are far behind the item's best: what will be given up in the end is not even looked at.
    private void Offer(int item, ReadOnlySpan<int> scores, int cutoff, ref int found)
    {
        var highest = Vector512.Create(Hopeless);
        for (var start = 0; start < scores.Length; start += Vector512<int>.Count)
            highest = Vector512.Max(highest, Vector512.Create(scores.Slice(start, Vector512<int>.Count)));
        var best = Max(highest);
        var total = _totals[item];
        var leader = found > 0 ? Math.Max((long)_candidates[0].Score - total, best) : best;
        var least = (int)Math.Max(leader - cutoff, Hopeless + 1);
        for (var start = 0; start < scores.Length; start += Vector512<int>.Count)
        {
            if (found == _candidates.Length)
                least = Math.Max(least, _candidates[^1].Score - total + 1);
            var good = Vector512.GreaterThanOrEqual(Vector512.Create(scores.Slice(start, Vector512<int>.Count)), Vector512.Create(least)).ExtractMostSignificantBits();
            for (; good != 0; good &= good - 1)
            {
                var action = start + BitOperations.TrailingZeroCount(good);
                OfferOne(new Candidate(total + scores[action], item, action), ref found);
            }
        }
    }

    private static int WholeVectors(int count) => (count + Vector512<int>.Count - 1) & -Vector512<int>.Count;

    private static int Max(Vector512<int> values)
    {
        var half = Vector256.Max(values.GetLower(), values.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        quarter = Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(quarter[0], quarter[1]);
    }

    private void OfferOne(Candidate candidate, ref int found)
    {
        if (found == _candidates.Length && candidate.Score <= _candidates[^1].Score)
            return;
        var place = found < _candidates.Length ? found++ : found - 1;
        for (; place > 0 && _candidates[place - 1].Score < candidate.Score; place--)
            _candidates[place] = _candidates[place - 1];
        _candidates[place] = candidate;
    }
}
