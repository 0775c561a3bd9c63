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
    private readonly Candidate[] _candidates;
    private readonly int[] _totals;
    private ArcHybridState[] _states;
    private ArcHybridState[] _spare;

    /// <param name="width">Most items.</param>
    /// <param name="maxWords">Length of the longest sentence.</param>
    public BeamSearch(int width, int maxWords)
    {
        _candidates = new Candidate[width];
        _totals = new int[width];
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
        Span<int> rows = stackalloc int[LinearModel.MaxFeatures];
        // Room for a whole vector after the last class.
        Span<int> scores = stackalloc int[LinearModel.MaxClasses + Vector256<int>.Count];
        var found = 0;
        for (var item = 0; item < Count; item++)
        {
            var state = _states[item];
            scorer.Score(ParserTemplates.Extract(state, words, rows, scorer.Bits), scores);
            if (state.CanShift)
                Offer(item, ParserActions.Shift, ParserActions.FirstLeft, scores, ref found);
            if (state.CanLeft)
                Offer(item, ParserActions.FirstLeft, actions.FirstRight, scores, ref found);
            if (state.CanRight)
                Offer(item, actions.FirstRight, actions.Count, scores, ref found);
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
            _spare[item].CopyFrom(_states[_candidates[item].Parent]);
            actions.Apply(_spare[item], _candidates[item].Action);
            _totals[item] = _candidates[item].Score;
        }

        Count = found;
        (_states, _spare) = (_spare, _states);
    }

    private static ArcHybridState[] NewStates(int width, int maxWords)
    {
        var states = new ArcHybridState[width];
        for (var index = 0; index < width; index++)
            states[index] = new ArcHybridState(maxWords);
        return states;
    }

    private void Offer(int item, int start, int end, ReadOnlySpan<int> scores, ref int found)
    {
        // Once the beam is full few actions enter it: eight at a time are compared with its last.
        for (; start < end; start += Vector256<int>.Count)
        {
            var least = found < _candidates.Length ? int.MinValue : _candidates[^1].Score - _totals[item];
            var better = Vector256.GreaterThan(Vector256.Create(scores[start..]), Vector256.Create(least)).ExtractMostSignificantBits();
            for (; better != 0; better &= better - 1)
            {
                var action = start + BitOperations.TrailingZeroCount(better);
                if (action < end)
                    OfferOne(new Candidate(_totals[item] + scores[action], item, action), ref found);
            }
        }
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
