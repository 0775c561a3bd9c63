using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>What a word does to the claim it stands in.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>It denies: <em>not</em>, <em>without</em>.</summary>
    Denies = 1,

    /// <summary>It stands in the reach of a negation, or in a question: <em>ever</em>, <em>any</em>.</summary>
    Negated = 2,

    /// <summary>It says how far, how surely or the how-manieth time something holds: <em>almost</em>, <em>allegedly</em>, <em>again</em>.</summary>
    Qualifies = 4,

    /// <summary>It makes its clause a condition or a question: <em>if</em>, <em>whether</em>.</summary>
    Condition = 8,

    /// <summary>It is one of two ends: <em>up</em>, <em>down</em>; see <see cref="OppositeWords.PolesOf"/>.</summary>
    Pole = 16,
}

/// <summary>The words of an article as a comparison needs them, each read once however many claims it stands in.</summary>
internal sealed class ArticleWords
{
    private static readonly FrozenDictionary<string, WordTraits> TraitsOfLemma = Read();

    private readonly WordTraits[] _traits;
    private readonly uint[] _hashes;

    /// <summary>Reads the words of an article.</summary>
    /// <param name="model">The article.</param>
    /// <param name="termAt">The term of each token; -1 where it has none.</param>
    public ArticleWords(SemanticModel model, int[] termAt)
    {
        (Model, TermAt) = (model, termAt);
        _traits = new WordTraits[termAt.Length];
        _hashes = new uint[termAt.Length];
        for (int i = 0; i < termAt.Length; i++)
        {
            var form = model.Text.Form(i);
            _hashes[i] = Typography.Hash(form);
            if (model.Text.Words[i].Upos is Upos.PUNCT) continue;
            _traits[i] = TraitsOf(model.Text.Words[i], form) | (OppositeWords.PolesOf(form) == default ? WordTraits.None : WordTraits.Pole);
        }
    }

    public SemanticModel Model { get; }

    /// <summary>The term of each token; -1 where it has none.</summary>
    public int[] TermAt { get; }

    /// <summary>What a token does to the claim it stands in.</summary>
    public WordTraits TraitsAt(int token) => _traits[token];

    /// <summary>A hash of a token in its plain form: equal for words that are the same but for case and typography.</summary>
    public uint HashAt(int token) => _hashes[token];

    private static WordTraits TraitsOf(WordAnnotation word, ReadOnlySpan<char> form)
    {
        var traits = TraitsOfLemma.GetValueOrDefault(word.Lemma);
        // "Voters backed the tax": what is done qualifies nothing.
        return word.Upos is Upos.VERB || word.Lemma is "back" && form is not "back" ? traits & ~WordTraits.Qualifies : traits;
    }

    private static FrozenDictionary<string, WordTraits> Read()
    {
        (WordTraits Traits, string[] Words)[] kinds =
        [
            (WordTraits.Denies, ["not", "never", "n't", "no", "nobody", "none", "nothing", "neither", "nor", "without"]),
            (WordTraits.Negated, ["ever", "any", "anybody", "anyone", "anything", "anywhere", "yet", "either"]),
            (WordTraits.Condition, ["if", "unless", "whether"]),
            (
                WordTraits.Qualifies,
                [
                    "almost", "nearly", "hardly", "barely", "rarely", "seldom", "scarcely", "partly", "partially", "slightly", "supposedly", "allegedly", "reportedly", "falsely", "purportedly", "ostensibly", "nominally",
                    "virtually", "practically", "once", "twice", "again", "back", "then", "earlier", "later", "previously", "formerly", "temporarily", "briefly", "initially", "originally", "eventually", "now", "finally", "ultimately", "subsequently", "already", "still", "anymore", "jointly", "together", "alone", "personally", "early", "formally", "internally",
                ]
            ),
        ];
        return kinds.SelectMany(kind => kind.Words, (kind, word) => (kind.Traits, word)).ToFrozenDictionary(w => w.word, w => w.Traits, StringComparer.Ordinal);
    }
}
