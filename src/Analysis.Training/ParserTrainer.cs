using Analysis.Language;

namespace Analysis.Training;

/// <summary>
/// Trains the parser on whole sentences: where the beam's best sequence outscores the treebank's most, the one is weakened and the other
/// strengthened (max-violation perceptron; Huang, Fayong, Guo 2012).
/// </summary>
internal sealed class ParserTrainer(ParserActions actions, int bits)
{
    // 8 epochs score 0.06 LAS less than 12, 14 the same.
    private const int Epochs = 10;

    private readonly ArcHybridState _gold = new(TrainedParser.MaxPiece);

    /// <summary>One sentence as the parser sees it. Places 1 to n are words; the root is n + 1.</summary>
    private sealed record Example(ParserWord[] Words, int[] Actions);

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

        // As many as the faster table holds; what newspapers do not need goes first. The rest left out occurs once in 5,000 words.
        foreach (var informal in (ReadOnlySpan<DependencyRelation>)
            [DependencyRelation.Vocative, DependencyRelation.Goeswith, DependencyRelation.Orphan])
            (left[(int)informal], right[(int)informal]) = (0, 0);
        var rarest = left.Concat(right).OrderDescending().ElementAt(LinearModel.FewClasses - 1);
        return new ParserActions(Above(left, rarest), Above(right, rarest));
    }

    /// <summary>Trains one model a seed and averages them.</summary>
    /// <param name="sentences">The trees.</param>
    /// <param name="tagged">Words of the sentences with the tags to train on.</param>
    /// <param name="seeds">Seeds of the order of sentences.</param>
    public LinearModel Train(IReadOnlyList<TreebankSentence> sentences, WordFeatures[][] tagged, ReadOnlySpan<ulong> seeds)
    {
        var examples = sentences.Zip(tagged, Prepare).OfType<Example>().ToArray();
        var sum = new double[(1 << bits) + LinearModel.MaxClasses];
        foreach (var trained in ModelTrainer.EachSeed(seeds, seed => new ParserTrainer(actions, bits).Train(examples, seed)))
            trained.AddAverage(sum);
        return AveragedPerceptron.Quantise(bits, actions.Count, sum);
    }

    private static DependencyRelation[] Above(int[] counts, int limit) =>
        [.. Enumerable.Range(0, counts.Length).Where(relation => counts[relation] > limit).Select(relation => (DependencyRelation)relation)];

    private Example? Prepare(TreebankSentence sentence, WordFeatures[] features)
    {
        if (features.Length > TrainedParser.MaxPiece)
            return null;
        var words = new ParserWord[features.Length + 2];
        ParserWord.Fill(features, words);
        var root = features.Length + 1;
        int[] heads = [0, .. Projective(sentence).Select(head => head < 0 ? root : head + 1)];
        return new Example(words, Oracle(heads, [DependencyRelation.Root, .. sentence.Words.Select(word => word.Relation)]));
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
        var search = new BeamSearch(TransitionParser.Width, TrainedParser.MaxPiece);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            prng.Shuffle(order.AsSpan());
            foreach (var example in order)
            {
                Learn(perceptron, examples[example], search);
                perceptron.Step();
            }
        }

        return perceptron;
    }

    private void Learn(AveragedPerceptron perceptron, Example example, BeamSearch search)
    {
        Span<int> buffer = stackalloc int[LinearModel.MaxFeatures];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        var steps = example.Actions.Length;
        var items = new BeamSearch.Candidate[steps][];
        search.Start(example.Words.Length - 2);
        _gold.Start(example.Words.Length - 2);
        var (goldItem, goldScore, worst, worstStep) = (0, 0, 0, -1);
        for (var step = 0; step < steps; step++)
        {
            perceptron.Score(ParserTemplates.Extract(_gold, example.Words, buffer, bits), scores);
            goldScore += scores[example.Actions[step]];
            actions.Apply(_gold, example.Actions[step]);
            search.Advance(example.Words, perceptron, actions);
            items[step] = search.Items.ToArray();
            var (parent, action) = (goldItem, example.Actions[step]);
            goldItem = Array.FindIndex(items[step], item => item.Parent == parent && item.Action == action);

            // The best sequence so far outscores the right one most: there the update says most.
            var violation = search.Items[0].Score - goldScore;
            if (violation >= worst && goldItem != 0)
                (worst, worstStep) = (violation, step);
        }

        if (worstStep < 0)
            return;
        Update(perceptron, example, example.Actions.AsSpan(0, worstStep + 1), Path(items, worstStep));
    }

    private static int[] Path(BeamSearch.Candidate[][] items, int step)
    {
        var path = new int[step + 1];
        for (var item = 0; step >= 0; step--)
            (path[step], item) = (items[step][item].Action, items[step][item].Parent);
        return path;
    }

    private void Update(AveragedPerceptron perceptron, Example example, ReadOnlySpan<int> good, ReadOnlySpan<int> bad)
    {
        var same = good.CommonPrefixLength(bad);
        Update(perceptron, example, good, same, 1);
        Update(perceptron, example, bad, same, -1);
    }

    private void Update(AveragedPerceptron perceptron, Example example, ReadOnlySpan<int> path, int from, int amount)
    {
        Span<int> buffer = stackalloc int[LinearModel.MaxFeatures];
        _gold.Start(example.Words.Length - 2);
        for (var step = 0; step < path.Length; step++)
        {
            if (step >= from)
                perceptron.Add(ParserTemplates.Extract(_gold, example.Words, buffer, bits), path[step], amount);
            actions.Apply(_gold, path[step]);
        }
    }

    // The actions that build a tree, attaching as early as they can.
    private int[] Oracle(int[] heads, DependencyRelation[] relations)
    {
        var count = heads.Length - 1;
        var pending = new int[count + 2];
        for (var word = 1; word <= count; word++)
            pending[heads[word]]++;

        var path = new int[(2 * count) - 1];
        _gold.Start(count);
        for (var step = 0; step < path.Length; step++)
        {
            var top = _gold.Stack(0);
            if (_gold.CanLeft && heads[top] == _gold.Next)
                path[step] = Find(actions.LeftRelations, ParserActions.FirstLeft, relations[top]);
            else if (_gold.CanRight && heads[top] == _gold.Stack(1) && pending[top] == 0)
                path[step] = Find(actions.RightRelations, actions.FirstRight, relations[top]);
            else
                path[step] = ParserActions.Shift;
            if (path[step] != ParserActions.Shift)
                pending[heads[top]]--;
            actions.Apply(_gold, path[step]);
        }

        return path;
    }

    private static int Find(ReadOnlySpan<DependencyRelation> relations, int first, DependencyRelation relation)
    {
        // What is rare on its side is taught as its nearest kin; no sentence is lost.
        foreach (var taught in (ReadOnlySpan<DependencyRelation>)
            [relation, relation.Universal(), DependencyRelation.Dep, DependencyRelation.Discourse])
        {
            var index = relations.IndexOf(taught);
            if (index >= 0)
                return first + index;
        }

        throw new InvalidDataException($"No action teaches {relation.ToConllu()}.");
    }
}
