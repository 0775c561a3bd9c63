using Analysis.Language;

namespace Analysis.Training;

/// <summary>
/// Trains the parser with a dynamic oracle (Goldberg and Nivre 2013): at every configuration, even after mistakes, the good actions are
/// those that lose no more arcs of the treebank's tree than need be.
/// </summary>
internal sealed class ParserTrainer(ParserActions actions, int bits)
{
    private const int Margin = 30;
    private const int Epochs = 8;

    // Share of decisions, in percent, after which the parser goes where it wants to rather than where it ought to.
    private const int Exploration = 90;

    // Actions seen less often are not learned.
    private const int MinActionCount = 10;

    /// <summary>One sentence as the parser sees it. Places 1 to n are words; the root is n + 1.</summary>
    private sealed record Example(ParserWord[] Words, int[] Heads, DependencyRelation[] Relations);

    /// <summary>The actions that occur often enough.</summary>
    public static ParserActions Actions(IEnumerable<TreebankSentence> sentences)
    {
        var left = new int[256];
        var right = new int[256];
        foreach (var sentence in sentences)
        {
            var heads = Projective(sentence);
            for (var index = 0; index < heads.Length; index++)
            {
                var counts = heads[index] > index ? left : right;
                if (heads[index] >= 0)
                    counts[(int)sentence.Words[index].Relation]++;
            }
        }

        left[(int)DependencyRelation.Root] = MinActionCount;
        return new ParserActions(Frequent(left), Frequent(right));
    }

    /// <summary>Trains one model a seed and averages them.</summary>
    /// <param name="sentences">The trees.</param>
    /// <param name="tagged">Words of the sentences with the tags to train on.</param>
    /// <param name="seeds">Seeds of the order of sentences.</param>
    public LinearModel Train(IReadOnlyList<TreebankSentence> sentences, WordFeatures[][] tagged, params ReadOnlySpan<ulong> seeds)
    {
        var examples = sentences.Zip(tagged, Prepare).Where(example => example.Heads.Length <= TrainedParser.MaxPiece).ToArray();
        var sum = new double[(1 << bits) + LinearModel.RowWidth];
        foreach (var seed in seeds)
            Train(examples, seed).AddAverage(sum);
        return AveragedPerceptron.Quantise(bits, sum);
    }

    private static DependencyRelation[] Frequent(int[] counts) =>
        [.. Enumerable.Range(0, counts.Length).Where(relation => counts[relation] >= MinActionCount).Select(relation => (DependencyRelation)relation)];

    private static Example Prepare(TreebankSentence sentence, WordFeatures[] features)
    {
        var words = new ParserWord[features.Length + 2];
        ParserWord.Fill(features, words);
        var root = features.Length + 1;
        int[] heads = [0, .. Projective(sentence).Select(head => head < 0 ? root : head + 1)];
        return new Example(words, heads, [DependencyRelation.Root, .. sentence.Words.Select(word => word.Relation)]);
    }

    // Crossing arcs are lifted to their head's head, the shortest first, until none cross (Nivre and Nilsson 2005).
    private static int[] Projective(TreebankSentence sentence)
    {
        var heads = Array.ConvertAll(sentence.Words, word => word.Head);
        while (true)
        {
            var shortest = -1;
            for (var index = 0; index < heads.Length; index++)
            {
                if (!IsProjective(heads, index) && (shortest < 0 || Length(heads, index) < Length(heads, shortest)))
                    shortest = index;
            }

            if (shortest < 0)
                return heads;
            heads[shortest] = heads[heads[shortest]];
        }
    }

    private static int Length(int[] heads, int index) => Math.Abs(heads[index] - index);

    // Whether everything between a word and its head descends from the head.
    private static bool IsProjective(int[] heads, int index)
    {
        var head = heads[index];
        if (head < 0)
            return true;
        for (var between = Math.Min(head, index) + 1; between < Math.Max(head, index); between++)
        {
            var ancestor = between;
            while (ancestor >= 0 && ancestor != head)
                ancestor = heads[ancestor];
            if (ancestor < 0)
                return false;
        }

        return true;
    }

    private AveragedPerceptron Train(Example[] examples, ulong seed)
    {
        var perceptron = new AveragedPerceptron(bits);
        var prng = new Prng(seed);
        var state = new ArcHybridState(TrainedParser.MaxPiece);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            prng.Shuffle(order.AsSpan());
            foreach (var example in order)
                Learn(perceptron, examples[example], state, prng);
        }

        return perceptron;
    }

    private void Learn(AveragedPerceptron perceptron, Example example, ArcHybridState state, Prng prng)
    {
        Span<int> buffer = stackalloc int[LinearModel.MaxFeatures];
        Span<int> scores = stackalloc int[LinearModel.RowWidth];
        state.Start(example.Words.Length - 2);
        while (state.Next != state.Root || state.Depth != 1)
        {
            var rows = ParserTemplates.Extract(state, example.Words, buffer, bits);
            perceptron.Score(rows, scores);
            perceptron.Step();
            var (good, bad) = Rivals(state, example, scores);
            if (bad >= 0 && scores[good] - scores[bad] < Margin)
                perceptron.Update(rows, good, bad);
            var wanted = bad >= 0 && (scores[bad] > scores[good] || (scores[bad] == scores[good] && bad < good)) ? bad : good;
            actions.Apply(state, prng.Below(100) < Exploration ? wanted : good);
        }
    }

    // The best of the actions that cost least, and the best of the others; -1 when all are good.
    private (int Good, int Bad) Rivals(ArcHybridState state, Example example, ReadOnlySpan<int> scores)
    {
        var shift = state.CanShift ? ShiftCost(state, example.Heads) : int.MaxValue;
        var left = state.CanLeft ? LeftCost(state, example.Heads) : int.MaxValue;
        var right = state.CanRight ? RightCost(state, example.Heads) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(left, right));
        int good = -1, bad = -1;
        if (state.CanShift)
            Keep(ParserActions.Shift, shift == least, scores, ref good, ref bad);

        var child = state.Stack(0);
        var relation = Known(example.Relations[child], state, example.Heads[child]);
        for (var action = ParserActions.FirstLeft; state.CanLeft && action < actions.FirstRight; action++)
        {
            var fits = example.Heads[child] != state.Next || relation is null || actions.Relation(action) == relation;
            Keep(action, left == least && fits, scores, ref good, ref bad);
        }

        for (var action = actions.FirstRight; state.CanRight && action < actions.Count; action++)
        {
            var fits = example.Heads[child] != state.Stack(1) || relation is null || actions.Relation(action) == relation;
            Keep(action, right == least && fits, scores, ref good, ref bad);
        }

        return (good, bad);
    }

    // The relation, its universal form where it is too rare on this side, or null where that is rare, too.
    private DependencyRelation? Known(DependencyRelation relation, ArcHybridState state, int head)
    {
        var known = head >= state.Next ? actions.LeftRelations : actions.RightRelations;
        if (known.Contains(relation))
            return relation;
        return known.Contains(relation.Universal()) ? relation.Universal() : null;
    }

    private static void Keep(int action, bool isGood, ReadOnlySpan<int> scores, ref int good, ref int bad)
    {
        ref var best = ref good;
        if (!isGood)
            best = ref bad;
        if (best < 0 || scores[action] > scores[best])
            best = action;
    }

    // What shifting the next word loses: its head further down the stack, and its dependents on the stack.
    private static int ShiftCost(ArcHybridState state, int[] heads)
    {
        var cost = 0;
        for (var below = 0; below < state.Depth; below++)
        {
            if (heads[state.Stack(below)] == state.Next || (below > 0 && state.Stack(below) == heads[state.Next]))
                cost++;
        }

        return cost;
    }

    // What popping the top loses: another head, and its dependents among the words to come.
    private static int LeftCost(ArcHybridState state, int[] heads)
    {
        var head = heads[state.Stack(0)];
        return (head > state.Next || (state.Depth > 1 && head == state.Stack(1)) ? 1 : 0) + DependentsToCome(state, heads);
    }

    private static int RightCost(ArcHybridState state, int[] heads) =>
        (heads[state.Stack(0)] >= state.Next ? 1 : 0) + DependentsToCome(state, heads);

    private static int DependentsToCome(ArcHybridState state, int[] heads)
    {
        var count = 0;
        for (var word = state.Next; word < state.Root; word++)
        {
            if (heads[word] == state.Stack(0))
                count++;
        }

        return count;
    }
}
