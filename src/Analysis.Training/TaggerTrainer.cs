using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains the passes of the tagger, each on its own decisions.</summary>
internal sealed class TaggerTrainer(TagSet tags, WordReader reader, int bits)
{
    // A decision won by less is still learned from.
    private const int Margin = 50;
    private const int Epochs = 8;

    // Share of a decision's features, in percent, that chance hides in training, so that none is relied on alone: for headlines
    // worth 0.25 UPOS, elsewhere nothing.
    private const int Hidden = 20;

    /// <summary>A sentence with its border, its right tags, and the tags that the first pass gave it where this trains the second.</summary>
    private sealed record Example(WordFeatures[] Padded, int[] Gold, byte[]? First);

    /// <summary>Trains one model a seed and averages them.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="seeds">Seeds of the order of sentences.</param>
    /// <param name="first">For the second pass, what <see cref="Jackknife"/> returned for the first.</param>
    public LinearModel Train(IReadOnlyList<TreebankSentence> sentences, ReadOnlySpan<ulong> seeds, WordFeatures[][]? first = null)
    {
        var examples = sentences.Select((sentence, index) => Prepare(sentence, first?[index])).ToArray();
        var sum = new double[(1 << bits) + LinearModel.MaxClasses];
        foreach (var trained in ModelTrainer.EachSeed(seeds, seed => Train(examples, seed)))
            trained.AddAverage(sum);
        return AveragedPerceptron.Quantise(bits, tags.Count, sum);
    }

    /// <summary>Tags every sentence by models that were trained without it.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="folds">Number of parts, of which each is tagged after training on the others.</param>
    /// <param name="seed">Seed of the order of sentences.</param>
    /// <param name="first">What this returned before, for the second pass; none for the first pass.</param>
    /// <returns>Features with tags, in the order of the sentences.</returns>
    public WordFeatures[][] Jackknife(IReadOnlyList<TreebankSentence> sentences, int folds, ulong seed, WordFeatures[][]? first = null)
    {
        const int Block = 24;
        var tagged = new WordFeatures[sentences.Count][];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = ModelTrainer.Threads }, fold =>
        {
            // By blocks, so that a sentence and its copies mostly share a fold.
            int[] others = [.. Enumerable.Range(0, sentences.Count).Where(index => index / Block % folds != fold)];
            var model = Train([.. others.Select(index => sentences[index])], [seed], first is null ? null : Array.ConvertAll(others, index => first[index]));
            var tagger = new Tagger(tags, model);
            for (var index = 0; index < sentences.Count; index++)
            {
                if (index / Block % folds != fold)
                    continue;
                var padded = Prepare(sentences[index], null).Padded;
                if (first is not null)
                    first[index].CopyTo(padded.AsSpan(Tagger.Border));
                tagger.Tag(padded, model, again: first is not null);
                tagged[index] = padded[Tagger.Border..^Tagger.Border];
            }
        });

        return tagged;
    }

    private Example Prepare(TreebankSentence sentence, WordFeatures[]? first)
    {
        var padded = new WordFeatures[sentence.Words.Length + (2 * Tagger.Border)];
        padded.AsSpan().Fill(WordReader.Outside);
        reader.Read(sentence.Text, sentence.Spans, padded.AsSpan()[Tagger.Border..^Tagger.Border]);
        var gold = Array.ConvertAll(sentence.Words, word => tags.IndexOf(word.Upos, word.Xpos));
        return new Example(padded, gold, first is null ? null : Array.ConvertAll(first, word => word.Tag));
    }

    private AveragedPerceptron Train(Example[] examples, ulong seed)
    {
        var perceptron = new AveragedPerceptron(bits);
        var prng = new Prng(seed);
        var order = Enumerable.Range(0, examples.Length).ToArray();

        // Tags are written while a sentence is read, and other seeds read the same examples at the same time.
        var own = new WordFeatures[examples.Max(example => example.Padded.Length)];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            prng.Shuffle(order.AsSpan());
            foreach (var index in order)
            {
                var padded = own.AsSpan(0, examples[index].Padded.Length);
                examples[index].Padded.CopyTo(padded);
                Learn(perceptron, padded, examples[index], prng);
            }
        }

        return perceptron;
    }

    private void Learn(AveragedPerceptron perceptron, Span<WordFeatures> padded, Example example, Prng prng)
    {
        Span<int> buffer = stackalloc int[LinearModel.MaxFeatures];
        Span<int> kept = stackalloc int[LinearModel.MaxFeatures];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        var (_, gold, first) = example;
        for (var index = 0; first is not null && index < first.Length; index++)
            padded[index + Tagger.Border].Tag = first[index];
        for (var index = 0; index < gold.Length; index++)
        {
            ref var word = ref padded[index + Tagger.Border];
            if (word.FixedTag != TagSet.None)
            {
                word.Tag = word.FixedTag;
                continue;
            }

            var rows = prng.Thin(Tagger.Extract(padded, index + Tagger.Border, buffer, bits, first is not null), Hidden, kept);
            perceptron.Score(rows, scores);
            var best = Best(scores[..tags.Count], -1);
            word.Tag = (byte)best;
            if (gold[index] < 0)
                continue;
            perceptron.Step();
            var rival = best == gold[index] ? Best(scores[..tags.Count], best) : best;
            if (scores[gold[index]] - scores[rival] < Margin)
                perceptron.Update(rows, gold[index], rival);
        }
    }

    private static int Best(ReadOnlySpan<int> scores, int except)
    {
        var best = -1;
        for (var index = 0; index < scores.Length; index++)
        {
            if (index != except && (best < 0 || scores[index] > scores[best]))
                best = index;
        }

        return best;
    }
}
