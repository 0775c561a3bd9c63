using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// CoNLL-U as the metrics of the CoNLL 2018 shared task see it: characters without white space, and ranges of them that are sentences,
/// tokens and words.
/// </summary>
internal sealed class ConlluDocument
{
    // Other features and the subtypes of relations are not compared.
    private static readonly ImmutableHashSet<string> UniversalFeatures =
    [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree", "VerbForm",
        "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ];

    private readonly StringBuilder _characters = new();
    private readonly List<CharacterRange> _sentences = [], _tokens = [];
    private readonly List<ConlluWord> _words = [];

    public string Characters => _characters.ToString();

    public IReadOnlyList<CharacterRange> Sentences => _sentences;

    public IReadOnlyList<CharacterRange> Tokens => _tokens;

    public IReadOnlyList<ConlluWord> Words => _words;

    /// <summary>Adds the sentences of a file to those before.</summary>
    public void Add(IEnumerable<string> lines)
    {
        var sentence = new List<string[]>();
        foreach (string line in lines.Append(""))
        {
            if (line.StartsWith('#')) continue;
            if (line.Length > 0)
            {
                sentence.Add(line.Split('\t'));
                continue;
            }
            if (sentence.Count > 0) Add(sentence);
            sentence.Clear();
        }
    }

    private void Add(List<string[]> sentence)
    {
        int start = _characters.Length, first = _words.Count, rangeEnd = 0;
        var range = default(CharacterRange);
        foreach (string[] columns in sentence)
        {
            if (columns[0].Contains('.', StringComparison.Ordinal)) continue;
            if (columns[0].Split('-') is [_, var last])
            {
                range = Append(columns[1]);
                _tokens.Add(range);
                rangeEnd = int.Parse(last, CultureInfo.InvariantCulture);
                continue;
            }
            bool inRange = int.Parse(columns[0], CultureInfo.InvariantCulture) <= rangeEnd;
            var span = inRange ? range : Append(columns[1]);
            if (!inRange) _tokens.Add(span);
            int head = int.Parse(columns[6], CultureInfo.InvariantCulture);
            _words.Add(new ConlluWord(_words.Count, span, inRange, columns[1], columns[2], columns[3], columns[4], Features(columns[5]), first + head - 1, head == 0, columns[7].Split(':')[0]));
        }
        foreach (var word in _words.Skip(first).Where(word => word is { IsRoot: false, IsFunctional: true })) _words[word.Head].Functional.Add(word);
        _sentences.Add(new CharacterRange(start, _characters.Length));
    }

    private CharacterRange Append(string form)
    {
        int start = _characters.Length;
        foreach (char c in form)
            if (!char.IsWhiteSpace(c)) _characters.Append(c);
        return new CharacterRange(start, _characters.Length);
    }

    private static string Features(string column) =>
        string.Join('|', column.Split('|').Where(feature => UniversalFeatures.Contains(feature.Split('=')[0])).Order(StringComparer.Ordinal));
}

/// <summary>A half-open range of the characters of a document.</summary>
internal readonly record struct CharacterRange(int Start, int End);

/// <summary>A word of a document, with what the metrics compare.</summary>
internal sealed record ConlluWord(
    int Index, CharacterRange Range, bool IsInToken, string Form, string Lemma, string Upos, string Xpos, string Features, int Head, bool IsRoot, string Relation)
{
    private static readonly ImmutableHashSet<string> ContentRelations =
    [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse", "nmod",
        "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
    ];

    private static readonly ImmutableHashSet<string> FunctionalRelations = ["aux", "cop", "mark", "det", "clf", "case", "cc"];

    /// <summary>Whether it is one of several words that are written as one.</summary>
    public bool IsInToken { get; } = IsInToken;

    public bool IsContent => ContentRelations.Contains(Relation);

    public bool IsFunctional => FunctionalRelations.Contains(Relation);

    /// <summary>The function words that it governs.</summary>
    public List<ConlluWord> Functional { get; } = [];
}
