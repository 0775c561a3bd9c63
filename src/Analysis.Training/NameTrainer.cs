using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains the name tagger. The same documents give the same bytes.</summary>
/// <remarks>
/// Names are marked in GUM alone. What is learned from it marks the training part of EWT, whose proper nouns are known by hand, so that only
/// where names end and what they are is guessed; then all is learned anew from both, twice, since the second guess is a better one.
/// </remarks>
internal sealed class NameTrainer(NameLists lists, WordReader dictionary)
{
    private const int Bits = 20;
    private const int Epochs = 10;
    private const int Folds = 5;

    // What a wrong class must lose by, for every word.
    private const int Margin = 60;

    // Share of a word's features, in percent, that chance hides in training, so that none, word or list, is relied on alone.
    private const int Hidden = 40;

    // What contradicting a treebank's proper nouns costs a guess.
    private const int NounBias = 60;

    // What contradicting the lists of names costs one.
    private const int TypeBias = 200;
    private static readonly ImmutableArray<ulong> Seeds = [1, 2, 3, 4, 5, 6, 7, 8];

    private readonly Gazetteer _gazetteer = lists.ToGazetteer();
    private readonly NameWordReader _reader = new(lists.ToGazetteer(), dictionary);

    /// <summary>A sentence to learn from. Copies lean on their document's memory but do not add to it.</summary>
    private sealed record Example(NameWord[] Padded, byte[] Labels, int Document, bool IsCopy);

    /// <summary>Trains on marked documents, then on these and on others that it marks itself.</summary>
    /// <param name="marked">Documents with names.</param>
    /// <param name="unmarked">Documents to mark.</param>
    /// <param name="written">Sentences written for it, learned from in the last training alone: they are unlike the unmarked ones.</param>
    /// <param name="tagger">Tags the copies of sentences.</param>
    /// <param name="rounds">How often the unmarked documents are marked, at least once.</param>
    public NameModel Train(
        IReadOnlyList<NameDocument> marked, IReadOnlyList<NameDocument> unmarked, IReadOnlyList<NameDocument> written, SentenceTagger tagger, int rounds = 2)
    {
        var gold = Examples(marked, [.. marked.Select(Labels)], tagger);
        var added = Examples(written, [.. written.Select(Labels)], tagger, marked.Count + unmarked.Count);
        var model = TrainBoth(gold);
        for (var round = 1; round <= rounds; round++)
        {
            var guessed = unmarked.Select(document => Guess(document, model)).ToArray();
            model = TrainBoth([.. gold, .. Examples(unmarked, guessed, tagger, marked.Count), .. round == rounds ? added : []]);
        }

        return model;
    }

    private NameModel TrainBoth(List<Example> examples)
    {
        // The second pass must learn from a first pass as uncertain as it will be on new text.
        var memories = new Dictionary<int, NameMemory>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Train([.. examples.Where(example => example.Document % Folds != fold)], [Seeds[0]]);
            Remember(examples.Where(example => example.Document % Folds == fold), weights, memories);
        }

        var first = Train(examples, Seeds.AsSpan());
        foreach (var example in examples)
            memories[example.Document].Recall(example.Padded);
        var second = Train(examples, Seeds.AsSpan());
        foreach (var example in examples)
        {
            foreach (ref var word in example.Padded.AsSpan())
                word.Memory = 0;
        }

        return new NameModel(_gazetteer, first, second);
    }

    private static void Remember(IEnumerable<Example> examples, NameWeights weights, Dictionary<int, NameMemory> memories)
    {
        var buffers = new NameBuffers();
        foreach (var example in examples)
        {
            if (!memories.TryGetValue(example.Document, out var memory))
                memories.Add(example.Document, memory = new NameMemory());
            if (example.IsCopy)
                continue;
            memory.Learn(example.Padded, weights, new byte[example.Labels.Length], buffers);
        }
    }

    private List<Example> Examples(IReadOnlyList<NameDocument> documents, byte[][] labels, SentenceTagger tagger, int firstDocument = 0)
    {
        var examples = new List<Example>();
        for (var document = 0; document < documents.Count; document++)
        {
            for (var index = 0; index < documents[document].Sentences.Length; index++)
            {
                var (first, count) = documents[document].Sentences[index];
                var sentence = documents[document].Sources[index].Words;
                var own = labels[document][first..(first + count)];
                Add(sentence, documents[document].Annotations.AsSpan(first, count), own, copy: false);
                foreach (var other in documents[document].Sources[index].Copies)
                    Add(other, tagger(other), own, copy: true);
            }

            void Add(TreebankSentence sentence, ReadOnlySpan<WordAnnotation> annotations, byte[] own, bool copy)
            {
                var padded = new NameWord[own.Length + (2 * NameWordReader.Border)];
                _reader.Read(sentence.Text, sentence.Spans, annotations, padded);
                examples.Add(new Example(padded, own, firstDocument + document, copy));
            }
        }

        return examples;
    }

    private static byte[] Labels(NameDocument document)
    {
        var labels = new byte[document.Spans.Length];
        foreach (var name in document.Names)
        {
            var length = name.EndToken - name.FirstToken;
            for (var index = 0; index < length; index++)
            {
                var place = length == 1 ? NameLabels.Only : index == 0 ? NameLabels.First : index == length - 1 ? NameLabels.Last : NameLabels.Inner;
                labels[name.FirstToken + index] = (byte)NameLabels.Of(name.Type, place);
            }
        }

        return labels;
    }

    // Proper nouns are names, other words are none, unless the model is very sure.
    private byte[] Guess(NameDocument document, NameModel model)
    {
        var labels = new byte[document.Spans.Length];
        var buffers = new NameBuffers();
        var memory = new NameMemory();
        foreach (var weights in new[] { model.First, model.Second })
        {
            for (var sentence = 0; sentence < document.Sentences.Length; sentence++)
            {
                var (first, count) = document.Sentences[sentence];
                var words = document.Sources[sentence].Words;
                var padded = new NameWord[count + (2 * NameWordReader.Border)];
                _reader.Read(words.Text, words.Spans, document.Annotations.AsSpan(first, count), padded);
                if (weights == model.Second)
                    memory.Recall(padded);
                var bias = new int[count * NameLabels.Count];
                for (var index = 0; index < count; index++)
                {
                    var hints = padded[index + NameWordReader.Border].Hints;
                    var span = bias.AsSpan(index * NameLabels.Count, NameLabels.Count);
                    Favour(padded[index + NameWordReader.Border], span);
                    if (words.Words[index].Upos == Upos.PROPN && (hints & (NameHints.Calendar | NameHints.Title)) == 0)
                        span[NameLabels.Outside] -= NounBias;
                    else if (words.Words[index].Upos is Upos.VERB or Upos.AUX or Upos.PRON or Upos.ADV or Upos.INTJ or Upos.NOUN)
                        span[NameLabels.Outside] += NounBias / 2;
                }

                var found = labels.AsSpan(first, count);
                if (weights == model.First)
                    memory.Learn(padded, weights, found, buffers, bias);
                else
                    NameDecoder.Decode(padded, weights, found, buffers, bias: bias);
                JoinSuffixes(padded, found);
                Correct(words.Words, found);
            }
        }

        return labels;
    }

    // Puts right what the list of marks knows, where no guessed name reaches beyond the words that it speaks of.
    private void Correct(TreebankWord[] words, Span<byte> labels)
    {
        for (var start = 0; start < words.Length; start++)
        {
            for (var end = Math.Min(words.Length, start + NameLists.MaxMarked); end > start; end--)
            {
                if ((start > 0 && NameLabels.IsOpen(labels[start - 1])) || NameLabels.IsOpen(labels[end - 1])
                    || !lists.TryGetMarks(string.Join(' ', words[start..end].Select(word => word.Form)), out var marks))
                {
                    continue;
                }

                marks.CopyTo(labels[start..]);
                start = end - 1;
                break;
            }
        }
    }

    // "Enron , Inc." is one name.
    private static void JoinSuffixes(ReadOnlySpan<NameWord> padded, Span<byte> labels)
    {
        var only = NameLabels.Of(NameType.Organization, NameLabels.Only);
        for (var index = 1; index + 1 < labels.Length; index++)
        {
            if (labels[index] != NameLabels.Outside || labels[index + 1] != only || !NameLabels.IsEnd(labels[index - 1]) || NameLabels.Type(labels[index - 1]) != NameType.Organization
                || !padded[index + NameWordReader.Border].IsCandidate || !NameWordReader.IsCompanySuffix(padded[index + 1 + NameWordReader.Border]))
            {
                continue;
            }

            labels[index - 1] = (byte)NameLabels.Of(NameType.Organization, labels[index - 1] == only ? NameLabels.First : NameLabels.Inner);
            labels[index] = (byte)NameLabels.Of(NameType.Organization, NameLabels.Inner);
            labels[index + 1] = (byte)NameLabels.Of(NameType.Organization, NameLabels.Last);
        }
    }

    // What the lists of whole names say of a phrase, where they say one thing.
    private static void Favour(in NameWord word, Span<int> bias)
    {
        var hints = word.Phrase != 0 ? word.Phrase : word.Hints & (NameHints.Names | NameHints.GivenName | NameHints.Surname);
        if ((hints & (NameHints.City | NameHints.Location)) != 0)
            hints = (hints & ~NameHints.City) | NameHints.Location;
        var type = hints switch
        {
            NameHints.Person or NameHints.GivenName or (NameHints.GivenName | NameHints.Person) => NameType.Person,
            NameHints.Location => NameType.Location,
            NameHints.Organization => NameType.Organization,
            NameHints.Norp => NameType.Norp,
            NameHints.Event => NameType.Event,
            NameHints.Other => NameType.Other,
            _ => (NameType?)null,
        };
        if (type is { } favoured)
        {
            for (var place = NameLabels.First; place <= NameLabels.Only; place++)
                bias[NameLabels.Of(favoured, place)] += TypeBias;
        }
    }

    // Trains one model a seed and averages them.
    private static NameWeights Train(IReadOnlyList<Example> examples, ReadOnlySpan<ulong> seeds)
    {
        var sum = new double[(1 << Bits) + LinearModel.MaxClasses];
        var stepSum = new double[NameLabels.Count * NameLabels.Count];
        foreach (var seed in seeds)
        {
            var learner = new Learner(seed);
            for (var epoch = 0; epoch < Epochs; epoch++)
                learner.Learn(examples);
            learner.AddAverage(sum, stepSum);
        }

        // The same scale for both.
        var largest = sum.Max(Math.Abs);
        var steps = Array.ConvertAll(stepSum, step => (short)Math.Round(step * sbyte.MaxValue / largest));
        return new NameWeights(AveragedPerceptron.Quantise(Bits, NameLabels.Count, sum), steps);
    }

    /// <summary>One model in training: a structured perceptron that must win by a margin.</summary>
    private sealed class Learner(ulong seed)
    {
        private readonly AveragedPerceptron _words = new(Bits);
        private readonly short[] _steps = new short[NameLabels.Count * NameLabels.Count];
        private readonly long[] _late = new long[NameLabels.Count * NameLabels.Count];
        private readonly Prng _prng = new(seed);
        private readonly NameBuffers _buffers = new();
        private int[] _kept = new int[64 * NameDecoder.MaxFeatures];
        private int[] _counts = new int[64];
        private int[] _bias = new int[64 * NameLabels.Count];
        private long _step = 1;

        public void Learn(IReadOnlyList<Example> examples)
        {
            var order = Enumerable.Range(0, examples.Count).ToArray();
            _prng.Shuffle(order.AsSpan());
            foreach (var index in order)
                Learn(examples[index]);
        }

        public void AddAverage(double[] sum, double[] steps)
        {
            _words.AddAverage(sum);
            for (var index = 0; index < steps.Length; index++)
                steps[index] += (((double)_steps[index] * _step) - _late[index]) / _step;
        }

        private void Learn(Example example)
        {
            var count = example.Labels.Length;
            if (_counts.Length < count)
            {
                _kept = new int[count * NameDecoder.MaxFeatures];
                _counts = new int[count];
                _bias = new int[count * NameLabels.Count];
            }

            for (var index = 0; index < count; index++)
            {
                var bias = _bias.AsSpan(index * NameLabels.Count, NameLabels.Count);
                bias.Fill(Margin);
                bias[example.Labels[index]] = 0;
            }

            Span<byte> found = stackalloc byte[count];
            NameDecoder.Decode(example.Padded, new NameWeights(_words, _steps), found, _buffers, default, _bias, Keep);
            _words.Step();
            _step++;
            var (goodBefore, badBefore) = (NameLabels.Outside, NameLabels.Outside);
            for (var index = 0; index < count; index++)
            {
                int good = example.Labels[index], bad = found[index];
                var seen = example.Padded[index + NameWordReader.Border].IsCandidate;
                if (good != bad && seen)
                    _words.Update(_kept.AsSpan(index * NameDecoder.MaxFeatures, _counts[index]), good, bad);
                if (seen && (good != bad || goodBefore != badBefore))
                {
                    Move((goodBefore * NameLabels.Count) + good, 1);
                    Move((badBefore * NameLabels.Count) + bad, -1);
                }

                (goodBefore, badBefore) = (good, bad);
            }
        }

        private ReadOnlySpan<int> Keep(int word, ReadOnlySpan<int> rows)
        {
            var kept = _prng.Thin(rows, Hidden, _kept.AsSpan(word * NameDecoder.MaxFeatures, NameDecoder.MaxFeatures));
            _counts[word] = kept.Length;
            return kept;
        }

        private void Move(int step, int amount)
        {
            _steps[step] += (short)amount;
            _late[step] += amount * _step;
        }
    }
}
