using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>
/// What is seen of the words of a sentence by which it is told which of them are cue, source and content of one attribution: where they stand in the
/// dependency tree as seen from the cue, and what the rules say of them.
/// </summary>
/// <remarks>
/// Features are spoken of by hash. One object is kept by its reader and filled anew for every attribution. Words are features by what they are in
/// grammar; by their lemma only cues, prepositions and the like, and what governs an argument.
/// </remarks>
internal sealed class SpanFeatures
{
    // How far a path in the tree is told; beyond it paths are alike.
    private const int LongestPath = 3;

    private static readonly string[] NamesOfRelations = [.. Enum.GetValues<DependencyRelation>().Select(relation => relation.ToConllu())], NamesOfTags = [.. Enum.GetValues<Xpos>().Select(tag => tag.ToConllu())],
        NamesOfSigns = [.. Enumerable.Range(0, 128).Select(c => c is ' ' ? "" : ((char)c).ToString())], NamesOfDistances = ["-x", "-9", "-5", "-3", "-2", "-1", "0", "+1", "+2", "+3", "+5", "+9", "+x"],
        Others = ["", "q", "self", "above", "…", "report", "finite"];

    private static readonly string[] NamesOfWords =
    [
        "rules3", "rules-word", "rules-argument", "rules-distance", "rules-cue", "argument", "argument-path", "argument-marker", "argument-cue", "argument-marker-cue", "argument-frame", "argument-tag",
        "distance-word", "distance-cue", "words", "noun", "always", "shape-argument", "shape-path", "apart", "apart-rules", "apart-argument", "report", "above-rules", "above", "shape-apart", "side",
    ];

    private static readonly string[] NamesOfBorders =
    [
        "|always", "|rules", "|begins", "|ends", "|begins-ends", "|words", "|begins-at", "|word", "|last", "|begins-with", "|side-rules", "|next", "|marks", "|shape", "|apart", "|under-rules", "|under",
        "|ends-rules", "|since", "|cue", "|cue-begins-at", "|rules-begins", "|rules-begins-with",
    ];

    private static readonly Trait[] Relations = Traits(NamesOfRelations), Tags = Traits(NamesOfTags), Signs = Traits(NamesOfSigns), Distances = Traits(NamesOfDistances), OfWord = Traits(NamesOfWords), OfBorder = Traits(NamesOfBorders);

    private static readonly Trait Empty = Trait.Of(Others[0]), Quotation = Trait.Of(Others[1]), Self = Trait.Of(Others[2]), Over = Trait.Of(Others[3]), More = Trait.Of(Others[4]), Report = Trait.Of(Others[5]),
        Finite = Trait.Of(Others[6]), First = Signs['<'], Last = Signs['>'];

    private readonly AnnotatedText _text;
    private readonly bool[] _quoted;
    private readonly Dictionary<ulong, string>? _known;
    private readonly ulong[] _ofWord = new ulong[NamesOfWords.Length], _ofBorder = new ulong[NamesOfBorders.Length];

    // Of the words of the sentence: the word itself where it belongs to grammar, else its tag; its lemma; the preposition or conjunction below it; what governs it.
    private Trait[] _plain = [], _lemma = [], _tag = [], _relation = [], _universal = [], _marker = [];
    private int[] _above = [];
    private bool[] _isBorder = [];

    // Of the words of the sentence, for the attribution at hand: the label that the rules give, and how many steps it stands over the cue; -1 where it does not.
    private char[] _rules = [];
    private int[] _rank = [];
    private readonly Trait[] _up = new Trait[LongestPath + 2];
    private int _cachedAt = -1, _count, _head, _finiteAt;
    private Attribution _seen;
    private SentenceSyntax _sentence;

    /// <summary>Sees the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quoted">For every token whether it stands between quotation marks.</param>
    /// <param name="known">Receives the written forms of the features seen, by hash; null where nobody asks for them.</param>
    public SpanFeatures(AnnotatedText text, bool[] quoted, Dictionary<ulong, string>? known = null)
    {
        (_text, _quoted, _known) = (text, quoted, known);
        if (known is null) return;
        foreach (string name in (string[])[.. NamesOfRelations, .. NamesOfTags, .. NamesOfSigns, .. NamesOfDistances, .. NamesOfWords, .. NamesOfBorders, .. Others]) known.TryAdd(Trait.Of(name).Hash, name);
    }

    /// <summary>The features of a word of the sentence that was read; they are gone when another word is asked for.</summary>
    /// <param name="index">Counted from the first word of the sentence.</param>
    public ReadOnlySpan<ulong> Word(int index)
    {
        ReadWord(_cachedAt + index, in _seen);
        return _ofWord;
    }

    /// <summary>The features of the border between a word of the sentence and the one before it; they are gone when another is asked for.</summary>
    /// <param name="index">Counted from the first word of the sentence; not 0.</param>
    public ReadOnlySpan<ulong> Border(int index)
    {
        ReadBorder(_cachedAt + index, in _seen);
        return _ofBorder;
    }

    /// <summary>Turns to a sentence and what the rules say of an attribution in it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="rules">What the rules say of an attribution in it.</param>
    public void Read(SentenceSyntax sentence, ReadAttribution rules)
    {
        _sentence = sentence;
        _head = rules.Head;
        CacheWords();
        Array.Fill(_rules, 'O', 0, sentence.TokenCount);
        Mark(rules.Before, 'B');
        Mark(rules.After, 'A');
        Mark(rules.Source, 'S');
        Mark(rules.Cue, 'C');
        Array.Fill(_rank, -1, 0, sentence.TokenCount);
        for (int i = _head, rank = 0; i >= 0; i = Above(i), rank++) _rank[i - _cachedAt] = rank;

        var up = Empty;
        for (int i = _head, steps = 0; steps <= LongestPath; steps++)
        {
            _up[steps] = up;
            if (i >= 0) (up, i) = (Join(up, Of(_universal, i)), Above(i));
        }
        _up[LongestPath + 1] = Join(_up[LongestPath], More);

        var group = rules.Source.First < 0 ? rules.Cue : (First: Math.Min(rules.Cue.First, rules.Source.First), End: Math.Max(rules.Cue.End, rules.Source.End));
        var head = _text.Words[_head];
        bool isReport = ReportVerbs.Has(head.Lemma);
        var apart = Join(Join(isReport ? Report : Of((int)head.Upos), Edge(group.First - 1, First)), Edge(group.End, Last));
        var shape = Of((rules.Before.First >= 0 ? 1 : 0) + (rules.Source.First < 0 ? 0 : rules.Source.First < _head ? 2 : 4) + (rules.After.First >= 0 ? 8 : 0));
        _seen = new Attribution(
            group, Of(_lemma, _head), Of((int)head.Upos), Join(Of(_tag, _head), _quoted[_head] ? Quotation : Empty), shape, apart, Join(shape, apart), isReport ? Report : Empty);
        _finiteAt = group.End;
        while (_finiteAt < sentence.EndToken && _text.Words[_finiteAt].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)) _finiteAt++;
    }

    /// <summary>What is the same for all words of an attribution.</summary>
    private readonly record struct Attribution((int First, int End) Group, Trait Lemma, Trait Class, Trait Frame, Trait Shape, Trait Apart, Trait ShapeApart, Trait IsReport);

    private void CacheWords()
    {
        if (_cachedAt == _sentence.FirstToken && _count == _sentence.TokenCount) return;
        (_cachedAt, _count) = (_sentence.FirstToken, _sentence.TokenCount);
        if (_plain.Length < _count)
        {
            int room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_count);
            (_plain, _lemma, _tag, _relation, _universal, _marker) = (new Trait[room], new Trait[room], new Trait[room], new Trait[room], new Trait[room], new Trait[room]);
            (_above, _isBorder, _rules, _rank) = (new int[room], new bool[room], new char[room], new int[room]);
        }
        for (int i = 0; i < _count; i++)
        {
            int token = _cachedAt + i;
            var word = _text.Words[token];
            _lemma[i] = Trait.Of(word.Lemma);
            _known?.TryAdd(_lemma[i].Hash, word.Lemma);
            _tag[i] = Tags[(int)word.Xpos];
            _isBorder[i] = ContentRules.IsBorder(_text, token);
            _relation[i] = Relations[(int)word.Relation];
            _universal[i] = Relations[(int)word.Relation.Universal()];
            _above[i] = _text.Head(token) is var above && above >= _cachedAt && above < _sentence.EndToken ? above : -1;
            _plain[i] = QuotationMark.Is(_text, token) ? Quotation
                : word.Upos is Upos.ADP or Upos.AUX or Upos.CCONJ or Upos.DET or Upos.PART or Upos.PRON or Upos.SCONJ or Upos.PUNCT ? _lemma[i] : _tag[i];
        }
        for (int i = 0; i < _count; i++)
        {
            int marker = _text.Dependent(_cachedAt + i, DependencyRelation.Case) is >= 0 and var preposition ? preposition : _text.Dependent(_cachedAt + i, DependencyRelation.Mark);
            _marker[i] = marker >= _cachedAt && marker < _sentence.EndToken ? Of(_lemma, marker) : Empty;
        }
    }

    private void Mark((int First, int End) range, char label)
    {
        if (range.First < 0) return;
        for (int i = Math.Max(range.First, _sentence.FirstToken); i < Math.Min(range.End, _sentence.EndToken); i++) _rules[i - _sentence.FirstToken] = label;
    }

    // ---- words ----

    private void ReadWord(int token, in Attribution seen)
    {
        int top = -1, joint = token;
        while (joint >= 0 && _rank[joint - _cachedAt] < 0) (top, joint) = (joint, Above(joint));
        // From the cue up to where the ways part, then down to the argument, then on to the word.
        var up = _up[joint < 0 ? LongestPath + 1 : Math.Min(_rank[joint - _cachedAt], LongestPath + 1)];
        var path = Empty;
        if (top >= 0)
        {
            int i = token;
            for (int left = LongestPath; i != top && left > 0; left--, i = Above(i)) path = Join(path, Of(_universal, i));
            if (i != top) path = Join(path, More);
        }
        var side = token < _head ? First : token > _head ? Last : Signs['='];
        var beside = Beside(token, seen.Group);
        var relation = top < 0 ? token == _head ? Self : Over : Of(_relation, top);
        var place = Join(relation, side);
        var argument = Join(up, place);
        var marker = top < 0 ? Empty : Of(_marker, top);
        var word = Plain(token);
        var distance = Distance(token - _head);
        var rule = Rule(token);
        var above = RuleAbove(Above(token));

        var keys = _ofWord;
        int n = 0;
        keys[n] = Key(OfWord[n++], Join(Join(Rule(token - 1), rule), Rule(token + 1)));
        keys[n] = Key(OfWord[n++], Join(rule, word));
        keys[n] = Key(OfWord[n++], Join(rule, argument));
        keys[n] = Key(OfWord[n++], Join(Join(rule, place), distance));
        keys[n] = Key(OfWord[n++], Join(Join(rule, seen.Lemma), seen.Class));
        keys[n] = Key(OfWord[n++], argument);
        keys[n] = Key(OfWord[n++], Join(argument, path));
        keys[n] = Key(OfWord[n++], Join(argument, marker));
        keys[n] = Key(OfWord[n++], Join(place, seen.Lemma));
        keys[n] = Key(OfWord[n++], Join(Join(place, marker), seen.Lemma));
        keys[n] = Key(OfWord[n++], Join(place, seen.Frame));
        keys[n] = Key(OfWord[n++], Join(place, top < 0 ? Empty : Of(_tag, top)));
        keys[n] = Key(OfWord[n++], Join(distance, word));
        keys[n] = Key(OfWord[n++], Join(distance, seen.Lemma));
        keys[n] = Key(OfWord[n++], Join(Plain(token - 1), word));
        keys[n] = Key(OfWord[n++], Join(place, top >= 0 && _text.Words[top].Upos is Upos.NOUN ? Of(_lemma, top) : Empty));
        keys[n] = Key(OfWord[n++], Empty);
        keys[n] = Key(OfWord[n++], Join(seen.Shape, place));
        keys[n] = Key(OfWord[n++], Join(Join(seen.Shape, up), side));
        keys[n] = Key(OfWord[n++], Join(seen.Apart, side));
        keys[n] = Key(OfWord[n++], Join(seen.Apart, rule));
        keys[n] = Key(OfWord[n++], Join(Join(seen.Apart, beside), relation));
        keys[n] = Key(OfWord[n++], Join(Join(seen.IsReport, rule), place));
        keys[n] = Key(OfWord[n++], Join(Join(above, rule), Of(_universal, token)));
        keys[n] = Key(OfWord[n++], Join(Join(above, Of(_tag, token)), side));
        keys[n] = Key(OfWord[n++], Join(seen.ShapeApart, place));
        keys[n] = Key(OfWord[n++], Join(seen.ShapeApart, beside));
    }

    // ---- borders ----

    private void ReadBorder(int token, in Attribution seen)
    {
        // The highest argument that begins here, and the highest that ends here.
        int begins = -1, ends = -1;
        for (int i = token; i >= 0 && _rank[i - _cachedAt] < 0 && _text.Subtree(i).First == token; i = Above(i)) begins = i;
        for (int i = token - 1; i >= 0 && _rank[i - _cachedAt] < 0 && _text.Subtree(i).End == token; i = Above(i)) ends = i;
        bool isBorder = _isBorder[token - 1 - _cachedAt];
        var border = isBorder ? Signs['|'] : Empty;
        var beginning = begins < 0 ? Empty : Of(_relation, begins);
        var ending = ends < 0 ? Empty : Of(_relation, ends);
        var opener = begins < 0 ? Empty : Of(_marker, begins) == Empty ? Of(_tag, begins) : Of(_marker, begins);
        var word = Plain(token);
        var last = Plain(token - 1);
        var rules = Join(Rule(token - 1), Rule(token));
        var side = token < _head ? First : token > _head ? Last : Signs['='];
        var under = begins < 0 ? Empty : RuleAbove(Above(begins));
        var since = token < seen.Group.End ? Empty : token > _finiteAt ? Finite : Signs['0'];
        var at = token == seen.Group.First ? Signs['['] : token == seen.Group.End ? Signs[']'] : Beside(token, seen.Group);
        var begun = Join(under, beginning);

        var keys = _ofBorder;
        int n = 0;
        keys[n] = Key(OfBorder[n++], Empty);
        keys[n] = Key(OfBorder[n++], rules);
        keys[n] = Key(OfBorder[n++], beginning);
        keys[n] = Key(OfBorder[n++], ending);
        keys[n] = Key(OfBorder[n++], Join(beginning, ending));
        keys[n] = Key(OfBorder[n++], Join(last, word));
        keys[n] = Key(OfBorder[n++], Join(Join(begun, side), border));
        keys[n] = Key(OfBorder[n++], word);
        keys[n] = Key(OfBorder[n++], last);
        keys[n] = Key(OfBorder[n++], Join(beginning, opener));
        keys[n] = Key(OfBorder[n++], Join(side, rules));
        keys[n] = Key(OfBorder[n++], Join(word, Plain(token + 1)));
        keys[n] = Key(OfBorder[n++], Of((_quoted[token - 1] ? 1 : 0) + (_quoted[token] ? 2 : 0)));
        keys[n] = Key(OfBorder[n++], Join(seen.Shape, rules));
        keys[n] = Key(OfBorder[n++], Join(seen.Apart, at));
        keys[n] = Key(OfBorder[n++], Join(Join(begun, border), rules));
        keys[n] = Key(OfBorder[n++], Join(Join(under, opener), isBorder ? last : Empty));
        keys[n] = Key(OfBorder[n++], Join(Join(ends < 0 ? Empty : RuleAbove(Above(ends)), ending), rules));
        keys[n] = Key(OfBorder[n++], Join(Join(since, beginning), word));
        keys[n] = Key(OfBorder[n++], Join(seen.Lemma, token == _head + 1 ? Signs['1'] : Empty));
        keys[n] = Key(OfBorder[n++], Join(Join(seen.Lemma, opener), under));
        keys[n] = Key(OfBorder[n++], Join(rules, beginning));
        keys[n] = Key(OfBorder[n++], Join(Join(rules, opener), border));
    }

    // ---- traits ----

    private static Trait[] Traits(string[] names) => Array.ConvertAll(names, name => Trait.Of(name));

    private Trait Join(Trait first, Trait second)
    {
        var both = first.Then(second);
        if (_known is not null && !_known.ContainsKey(both.Hash)) _known.Add(both.Hash, _known[first.Hash] + " " + _known[second.Hash]);
        return both;
    }

    private ulong Key(Trait name, Trait value) => Join(name, value).Hash;

    private static Trait Of(int number) => Signs['a' + number];

    private Trait Of(Trait[] traits, int token) => traits[token - _cachedAt];

    /// <summary>What governs a token; -1 where that is nothing or stands in another stretch of the sentence.</summary>
    private int Above(int token) => _above[token - _cachedAt];

    private Trait Plain(int token) => token < _cachedAt ? First : token >= _sentence.EndToken ? Last : _plain[token - _cachedAt];

    private Trait Rule(int token) => token < _cachedAt ? First : token >= _sentence.EndToken ? Last : Signs[_rules[token - _cachedAt]];

    private Trait RuleAbove(int token) => token < 0 ? Empty : token == _head ? Self : Rule(token);

    /// <summary>What stands at the edge of source and cue: a mark, a sign or a word.</summary>
    private Trait Edge(int token, Trait outside) => token < _cachedAt || token >= _sentence.EndToken ? outside
        : QuotationMark.Is(_text, token) ? Quotation : _isBorder[token - _cachedAt] ? Of(_lemma, token) : Signs['w'];

    private static Trait Beside(int token, (int First, int End) group) => token < group.First ? First : token >= group.End ? Last : Signs['='];

    private static Trait Distance(int steps)
    {
        int far = Math.Abs(steps) switch { <= 3 => Math.Abs(steps), <= 5 => 4, <= 9 => 5, _ => 6 };
        return Distances[6 + (steps < 0 ? -far : far)];
    }
}
