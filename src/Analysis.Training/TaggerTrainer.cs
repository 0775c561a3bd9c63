using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains the tagger on its own decisions.</summary>
internal sealed class TaggerTrainer(TagSet tags, WordReader reader, int bits)
{
    // A decision won by less is still learned from.
    private const int Margin = 50;
    private const int Epochs = 8;

    // Share of a decision's features, in percent, that chance hides in training, so that none is relied on alone: for headlines
    // worth 0.25 UPOS, elsewhere nothing.
    private const int Hidden = 20;

    /// <summary>Trains one model a seed and averages them.</summary>
    public LinearModel Train(IReadOnlyList<TreebankSentence> sentences, ReadOnlySpan<ulong> seeds)
    {
        var examples = sentences.Select(Prepare).ToArray();
        var sum = new double[(1 << bits) + LinearModel.MaxClasses];
        foreach (var seed in seeds)
            Train(examples, seed).AddAverage(sum);
        return AveragedPerceptron.Quantise(bits, tags.Count, sum);
    }

    /// <summary>Tags every sentence by a model that was trained without it.</summary>
    /// <returns>Features with tags, in the order of the sentences.</returns>
    public WordFeatures[][] Jackknife(IReadOnlyList<TreebankSentence> sentences, int folds, ulong seed)
    {
        const int Block = 24;
        var tagged = new WordFeatures[sentences.Count][];
        for (var fold = 0; fold < folds; fold++)
        {
            // By blocks, so that a sentence and its copies mostly share a fold.
            var model = Train([.. sentences.Where((_, index) => index / Block % folds != fold)], [seed]);
            var tagger = new Tagger(tags, model);
            for (var index = 0; index < sentences.Count; index++)
            {
                if (index / Block % folds != fold)
                    continue;
                var padded = Prepare(sentences[index]).Features;
                tagger.Tag(padded);
                tagged[index] = padded[Tagger.Border..^Tagger.Border];
            }
        }

        return tagged;
    }

    private (WordFeatures[] Features, int[] Gold) Prepare(TreebankSentence sentence)
    {
        var padded = new WordFeatures[sentence.Words.Length + (2 * Tagger.Border)];
        padded.AsSpan().Fill(WordReader.Outside);
        reader.Read(sentence.Text, sentence.Spans, padded.AsSpan()[Tagger.Border..^Tagger.Border]);
        return (padded, Array.ConvertAll(sentence.Words, word => tags.IndexOf(word.Upos, word.Xpos)));
    }

    private AveragedPerceptron Train((WordFeatures[] Features, int[] Gold)[] examples, ulong seed)
    {
        var perceptron = new AveragedPerceptron(bits);
        var prng = new Prng(seed);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            prng.Shuffle(order.AsSpan());
            foreach (var example in order)
                Learn(perceptron, examples[example].Features, examples[example].Gold, prng);
        }

        return perceptron;
    }

    private void Learn(AveragedPerceptron perceptron, WordFeatures[] padded, int[] gold, Prng prng)
    {
        Span<int> buffer = stackalloc int[LinearModel.MaxFeatures];
        Span<int> kept = stackalloc int[LinearModel.MaxFeatures];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        for (var index = 0; index < gold.Length; index++)
        {
            ref var word = ref padded[index + Tagger.Border];
            if (word.FixedTag != TagSet.None)
            {
                word.Tag = word.FixedTag;
                continue;
            }

            var rows = prng.Thin(Tagger.Extract(padded, index + Tagger.Border, buffer, bits), Hidden, kept);
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
