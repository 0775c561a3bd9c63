using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>A word that may be a cue and what stands around it in its clause: the key under which <see cref="CueLexicon"/> knows how reliable it is.</summary>
/// <remarks>
/// An entry of the lexicon is a lemma, a word class and a trait of the frame (<c>say V that</c>, <c>make V object=claim</c>), with <c>*</c> for any
/// lemma. Entries are spoken of by the hash of these three. One frame is kept by its reader and filled anew for every word.
/// </remarks>
internal sealed class CueFrame(AnnotatedText text, bool[] quoted)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private static readonly string[] BlockNames = Enum.GetNames<SyntaxKind>();

    private readonly List<ulong> _entries = [];
    private SentenceSyntax _sentence;
    private ulong _own, _any;

    /// <summary>The word, a token of the text.</summary>
    public int Head { get; private set; }

    /// <summary>Its dictionary form.</summary>
    public string Lemma { get; private set; } = "";

    /// <summary>Its class: V verb, N noun, A adjective, P preposition, R adverb, S sign.</summary>
    public char Class { get; private set; }

    /// <summary>Entries that fit the word, by hash; the first is the word itself in any frame.</summary>
    public IReadOnlyList<ulong> Entries => _entries;

    /// <summary>Written forms of the entries seen, by hash; null where nobody asks for them.</summary>
    public Dictionary<ulong, string>? Names { get; init; }

    /// <summary>The hash of an entry.</summary>
    public static ulong Key(ReadOnlySpan<char> lemma, ReadOnlySpan<char> wordClass, ReadOnlySpan<char> trait) =>
        Mix(Mix(Mix(Mix(Mix(Basis, lemma), "\t"), wordClass), "\t"), trait);

    /// <summary>Reads the frame of a token where it is of a class that can attribute.</summary>
    /// <param name="sentence">The sentence of the token.</param>
    /// <param name="head">The token.</param>
    /// <param name="isCueWord">Says by the hash of a word without traits whether it can be a cue; null where any can.</param>
    public bool TryRead(SentenceSyntax sentence, int head, Predicate<ulong>? isCueWord = null)
    {
        var word = text.Words[head];
        char wordClass = word.Upos switch
        {
            Upos.VERB or Upos.AUX => 'V',
            Upos.NOUN or Upos.PROPN => 'N',
            Upos.ADJ => 'A',
            Upos.ADP or Upos.SCONJ => 'P',
            Upos.ADV => 'R',
            Upos.PUNCT => 'S',
            _ => ' ',
        };
        if (wordClass is ' ') return false;
        _entries.Clear();
        (_sentence, Head, Lemma, Class) = (sentence, head, word.Lemma, wordClass);
        var name = new ReadOnlySpan<char>(in wordClass);
        _own = Mix(Mix(Mix(Mix(Basis, Lemma), "\t"), name), "\t");
        _any = Mix(Mix(Mix(Mix(Basis, "*"), "\t"), name), "\t");
        if (isCueWord is not null && !isCueWord(_own)) return false;
        Add("");
        ReadPlace(word);
        ReadDependents();
        return true;
    }

    private void ReadPlace(WordAnnotation word)
    {
        Add("form=", word.Xpos.ToConllu());
        Add("as=", word.Relation.ToConllu());
        int governor = text.Head(Head);
        AddOwn("under=", governor < 0 ? "-" : text.Words[governor].Lemma);
        if (governor >= 0) AddAny("under=", text.Words[governor].Lemma);
        Add("next=", WordAt(Head + 1));
        Add("last=", WordAt(Head - 1));
        AddAny("beside=", WordAt(Head - 1), WordAt(Head + 1));
        AddAny("behind=", WordAt(Head + 1), WordAt(Head + 2));
        if (quoted[Head]) Add("quoted");
        bool behind = IsMarkNear(1), front = IsMarkNear(-1);
        if (behind) Add("quotation-behind");
        if (front) Add("quotation-in-front");
        if (Head == _sentence.FirstToken) Add("first");
        for (int step = 2; step <= 3; step++)
        {
            AddAny(step is 2 ? "next2=" : "next3=", WordAt(Head + step));
            AddAny(step is 2 ? "last2=" : "last3=", WordAt(Head - step));
        }
        AddAny("next-lemma=", LemmaAt(Head + 1));
        AddAny("last-lemma=", LemmaAt(Head - 1));
        Add(_own, Lemma, "behind=", WordAt(Head + 1), WordAt(Head + 2));
        Add(_own, Lemma, "in-front=", WordAt(Head - 2), WordAt(Head - 1));
        AddAny("block=", BlockNames[(int)text.Tree.Blocks[_sentence.Block].Kind]);
        if (governor >= 0) ReadGovernor(word, governor);
    }

    /// <summary>What stands above the word, and who acts there.</summary>
    private void ReadGovernor(WordAnnotation word, int governor)
    {
        var above = text.Words[governor];
        Add("above=", above.Xpos.ToConllu(), word.Relation.ToConllu());
        int top = text.Head(governor);
        AddAny("top=", top < 0 ? "-" : text.Words[top].Lemma);
        if (text.Dependent(Head, DependencyRelation.Nsubj) >= 0 || text.Dependent(governor, DependencyRelation.Nsubj) is not (>= 0 and var subject)) return;
        AddAny("actor=", text.Words[subject].Xpos.ToConllu());
        if (text.Words[subject].Upos is not Upos.PROPN) AddAny("actor=", text.Words[subject].Lemma);
    }

    private void ReadDependents()
    {
        bool subject = false;
        Span<char> frame = stackalloc char[8];
        frame.Fill('-');
        foreach (int dependent in text.Dependents(Head))
        {
            var word = text.Words[dependent];
            bool behind = dependent > Head;
            switch (word.Relation.Universal())
            {
                case DependencyRelation.Ccomp:
                    bool that = text.Dependent(dependent, DependencyRelation.Mark) is >= 0 and var mark && text.Words[mark].Lemma is "that";
                    frame[behind ? 0 : 1] = that ? 't' : 'c';
                    Add(!behind ? "clause-in-front" : that ? "that" : "clause");
                    Add("clause=", word.Xpos.ToConllu());
                    break;
                case DependencyRelation.Xcomp:
                    frame[2] = 'x';
                    Add("open=", word.Xpos.ToConllu());
                    AddOwn("open=", word.Lemma);
                    break;
                case DependencyRelation.Obj or DependencyRelation.Iobj:
                    frame[3] = 'o';
                    Add("object=", word.Xpos.ToConllu());
                    if (word.Upos is not Upos.PROPN)
                    {
                        AddOwn("object=", word.Lemma);
                        AddAny("object=", word.Lemma);
                    }
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod:
                    if (word.Relation is DependencyRelation.NmodPoss) Add("possessor");
                    if (behind) frame[4] = 'p';
                    if (text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker && behind && word.Relation is not DependencyRelation.NmodPoss) Add("with=", text.Words[marker].Lemma);
                    break;
                case DependencyRelation.Advcl or DependencyRelation.Acl:
                    if (behind) frame[5] = 'a';
                    if (behind) Add("clause=", text.Dependent(dependent, DependencyRelation.Mark) is >= 0 and var opener ? text.Words[opener].Lemma : word.Xpos.ToConllu());
                    break;
                case DependencyRelation.Nsubj:
                    subject = true;
                    frame[6] = word.Relation is DependencyRelation.NsubjPass ? 'v' : word.Upos switch { Upos.PROPN => 'N', Upos.PRON => 'P', _ => 's' };
                    if (word.Relation is DependencyRelation.NsubjPass) Add("passive");
                    Add("subject=", word.Xpos.ToConllu());
                    if (word.Upos is Upos.PRON) AddOwn("subject=", word.Lemma);
                    if (word.Upos is not Upos.PROPN) AddAny("subject=", word.Lemma);
                    break;
                case DependencyRelation.Aux or DependencyRelation.Advmod or DependencyRelation.Cop or DependencyRelation.Mark or DependencyRelation.Compound or DependencyRelation.Fixed:
                    Add("by=", word.Upos is Upos.PROPN ? "PROPN" : word.Lemma);
                    break;
                case DependencyRelation.Parataxis:
                    Add(behind ? "loose-behind" : "loose-in-front");
                    break;
            }
        }
        if (!subject) Add("no-subject");
        if (quoted[Head] || IsMarkNear(1) || IsMarkNear(-1)) frame[7] = quoted[Head] ? 'i' : 'q';
        AddFrame(frame);
    }

    /// <summary>The frame as a whole, one letter a part: clause behind, in front, open clause, object, oblique, adverbial clause, subject, quotation.</summary>
    private void AddFrame(ReadOnlySpan<char> frame)
    {
        Add(_own, Lemma, "frame=", frame);
        Add(_any, "*", "frame=", frame);
        Add(_any, "*", "frame=", frame, text.Words[Head].Xpos.ToConllu());
    }

    private bool IsMarkNear(int step)
    {
        const int Reach = 8;
        for (int i = Head + step, left = Reach; i >= _sentence.FirstToken && i < _sentence.EndToken && left > 0; i += step, left--)
            if (QuotationMark.Is(text, i)) return true;
        return false;
    }

    /// <summary>The word itself where it belongs to grammar, else its part of speech.</summary>
    private string WordAt(int token)
    {
        if (token < _sentence.FirstToken || token >= _sentence.EndToken) return "-";
        if (QuotationMark.Is(text, token)) return "quotation";
        var word = text.Words[token];
        return word.Upos is Upos.ADP or Upos.AUX or Upos.CCONJ or Upos.DET or Upos.PART or Upos.PRON or Upos.SCONJ or Upos.PUNCT ? word.Lemma : word.Xpos.ToConllu();
    }

    private string LemmaAt(int token) => token < _sentence.FirstToken || token >= _sentence.EndToken ? "-" : text.Words[token].Lemma;

    private void Add(string trait, string value = "", string more = "")
    {
        Add(_own, Lemma, trait, value, more);
        AddAny(trait, value, more);
    }

    private void AddOwn(string trait, string value) => Add(_own, Lemma, trait, value);

    private void AddAny(string trait, string value, string more = "") => Add(_any, "*", trait, value, more);

    private void Add(ulong basis, string lemma, string trait, ReadOnlySpan<char> value, string more = "")
    {
        ulong key = Mix(Mix(basis, trait), value);
        if (more.Length > 0) key = Mix(Mix(key, ","), more);
        _entries.Add(key);
        if (Names is not null && !Names.ContainsKey(key)) Names[key] = $"{lemma}\t{Class}\t{trait}{value}{(more.Length > 0 ? "," : "")}{more}";
    }

    private static ulong Mix(ulong key, ReadOnlySpan<char> words)
    {
        foreach (char c in words) key = (key ^ (c is >= 'A' and <= 'Z' ? (char)(c | 32) : c < 128 ? c : char.ToLowerInvariant(c))) * Prime;
        return key;
    }
}
