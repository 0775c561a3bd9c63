using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Semantics.Claims;

/// <summary>Reads clauses as claims: predicate, participants, numbers, times, and who stands behind them.</summary>
/// <remarks>
/// Every clause with a finite predicate and a subject, its own or one that it shares, makes a claim; a reporting clause makes the
/// attribution of the claims in what it reports, unless it only names what it speaks of: <em>accused the board of neglect</em>. Clauses without either are left out, as are headlines and captions. What an apposition says
/// of a name is a claim too, and an event that a noun names.
/// </remarks>
internal sealed partial class ClaimExtractor
{
    /// <summary>Verbs in front of an infinitive that say how firmly it holds, with what they make of it.</summary>
    private static readonly FrozenDictionary<string, Modality> Planning = new Dictionary<string, Modality>(StringComparer.Ordinal)
    {
        ["plan"] = Modality.Planned,
        ["intend"] = Modality.Planned,
        ["vow"] = Modality.Planned,
        ["pledge"] = Modality.Planned,
        ["promise"] = Modality.Planned,
        ["expect"] = Modality.Planned,
        ["schedule"] = Modality.Planned,
        ["set"] = Modality.Planned,
        ["due"] = Modality.Planned,
        ["go"] = Modality.Planned,
        ["aim"] = Modality.Planned,
        ["agree"] = Modality.Planned,
        ["hope"] = Modality.Planned,
        ["decide"] = Modality.Planned,
        ["prepare"] = Modality.Planned,
        ["want"] = Modality.Planned,
        ["try"] = Modality.Planned,
        ["seek"] = Modality.Planned,
        ["likely"] = Modality.Possible,
        ["unlikely"] = Modality.Possible,
        ["appear"] = Modality.Possible,
        ["seem"] = Modality.Possible,
        ["begin"] = Modality.Asserted,
        ["start"] = Modality.Asserted,
        ["continue"] = Modality.Asserted,
        ["manage"] = Modality.Asserted,
        ["fail"] = Modality.Asserted,
        ["have"] = Modality.Asserted,
        ["order"] = Modality.Planned,
        ["ask"] = Modality.Planned,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Verbs, nouns and adjectives in front of a clause that leave open whether it holds: <em>thought that</em>, <em>the claim that</em>.</summary>
    private static readonly FrozenSet<string> Doubting = FrozenSet.Create(
        StringComparer.Ordinal,
        "think", "believe", "assume", "presume", "suppose", "guess", "suspect", "fear", "worry", "imagine", "hope", "wish", "wonder", "doubt", "dream", "pretend", "speculate", "theorize", "hypothesize",
        "ask", "question", "allege", "claim", "suggest", "argue", "contend", "dispute", "propose", "demand", "insist", "require", "request", "recommend", "urge", "bet", "expect", "predict",
        "belief", "assumption", "suspicion", "concern", "possibility", "chance", "risk", "likelihood", "prospect", "idea", "theory", "notion", "allegation", "accusation", "suggestion", "speculation", "rumor", "rumour",
        "prediction", "proposal", "condition", "expectation", "threat", "possible", "likely", "unlikely", "probable", "conceivable", "afraid", "hopeful", "unclear", "doubtful", "uncertain", "unsure");

    /// <summary>What leads into a clause that may never come true: <em>until the talks end</em>. In the past it did.</summary>
    private static readonly FrozenSet<string> Awaiting = FrozenSet.Create(StringComparer.Ordinal, "until", "till", "before", "once", "unless", "lest");

    private static readonly FrozenSet<string> Negators = FrozenSet.Create(StringComparer.Ordinal, "not", "never", "n't", "neither", "nor");

    private static readonly FrozenSet<string> NegativeWords = FrozenSet.Create(StringComparer.Ordinal, "no", "nobody", "nothing", "none", "neither");

    private readonly AnnotatedText _text;
    private readonly ImmutableArray<Quantity> _quantities;
    private readonly ImmutableArray<DateMention> _dates;
    private readonly ImmutableArray<Entity> _entities;
    private readonly int[] _entityAt;
    private readonly HashSet<int> _cues = [];

    // For every token the quotes whose content it stands in, and the date it is part of.
    private readonly List<Quote>?[] _quotesAt;
    private readonly bool[] _dated;

    // For every token whether it names the source of a quote: "according to the council".
    private readonly bool[] _source;

    // Every word that somebody speaks, wants or thinks by, also where its clause is a claim.
    private readonly HashSet<int> _speech = [];
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();

    private ClaimExtractor(
        AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt, ImmutableArray<Quantity> quantities, ImmutableArray<DateMention> dates,
        ImmutableArray<Quote> quotes)
    {
        (_text, _entities, _entityAt, _quantities, _dates) = (text, entities, entityAt, quantities, dates);
        _quotesAt = new List<Quote>?[text.Tree.Tokens.Length];
        _dated = new bool[text.Tree.Tokens.Length];
        _source = new bool[text.Tree.Tokens.Length];
        foreach (var date in dates) Array.Fill(_dated, true, date.FirstToken, date.EndToken - date.FirstToken);
        foreach (var quote in quotes)
        {
            if (quote.Cue is { } words)
                for (int i = text.TokenAt(words.Start); i < _dated.Length && text.Tree.Tokens[i].Span.Start < words.End; i++) _speech.Add(i);
            // What somebody wants or supports is claimed by the article.
            if (!quote.IsReport) continue;
            bool named = NamesItsContent(quote);
            if (quote.Cue is { } cue && !named)
                for (int i = text.TokenAt(cue.Start); i < _dated.Length && text.Tree.Tokens[i].Span.Start < cue.End; i++) _cues.Add(i);
            if (quote is { Cue: not null, Source: { } source } && !named)
                for (int i = text.TokenAt(source.Start); i < _dated.Length && text.Tree.Tokens[i].Span.Start < source.End; i++) _source[i] = true;
            foreach (var content in quote.Content)
                for (int i = text.TokenAt(content.Start); i < _dated.Length && text.Tree.Tokens[i].Span.Start < content.End; i++)
                    (_quotesAt[i] ??= []).Add(quote);
        }
    }

    /// <summary>Reads the claims of a text, in order.</summary>
    public static ImmutableArray<Claim> Extract(
        AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt, ImmutableArray<Quantity> quantities, ImmutableArray<DateMention> dates,
        ImmutableArray<Quote> quotes, CancellationToken cancellation)
    {
        var extractor = new ClaimExtractor(text, entities, entityAt, quantities, dates, quotes);
        for (int s = 0; s < text.Tree.Sentences.Length; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!text.Tree.Blocks[text.Tree.Sentences[s].Block].Kind.IsBody()) continue;
            foreach (var stretch in text.Tree.Sentences[s].Stretches()) extractor.ReadSentence(s, stretch);
        }
        return extractor._claims.ToImmutable();
    }

    private void ReadSentence(int index, SentenceSyntax sentence)
    {
        var heads = new List<(int Head, int Subject)>();
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (!_cues.Contains(i) && !ReportsOnly(i) && IsClause(i) && SubjectOf(i) is var subject and >= 0) heads.Add((i, subject));
        var claimHeads = heads.Select(h => h.Head).ToHashSet();
        int ordinal = 0;
        // What an apposition says is a claim of its own; an event that a noun names stays a part of the clause that speaks of it.
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (_text.Words[i].Upos is Upos.NOUN && IsApposition(i)) claimHeads.Add(i);
        var read = heads.Select(h => (h.Head, h.Subject, Tokens: TokensOf(sentence, h.Head, claimHeads))).ToList();
        read.AddRange(PhraseHeads(sentence, claimHeads).Select(head => (head, NoSubject, TokensOf(sentence, head, claimHeads))));
        foreach (var (head, subject, tokens) in read.OrderBy(h => h.Tokens[0]).ThenBy(h => h.Tokens[^1]))
        {
            if (subject == NoSubject) _claims.Add(ReadPhrase(index, sentence, head, tokens, ordinal++));
            else if (tokens.Count >= 2) _claims.Add(Read(index, sentence, head, subject, tokens, ordinal++));
        }
        if (read.TrueForAll(h => h.Subject == NoSubject)) ReadWhole(index, sentence, ordinal);
    }

    /// <summary>
    /// A sentence with a verb of which no clause could be read is one claim as a whole, without participants: it can still be found again,
    /// or missed, in another article.
    /// </summary>
    private void ReadWhole(int index, SentenceSyntax sentence, int ordinal)
    {
        const int FewestWords = 4;
        int root = -1, verb = -1, words = 0;
        var tokens = new List<int>(sentence.TokenCount);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = _text.Words[i];
            if (word.Upos is not Upos.PUNCT) words++;
            if (word.Head < 0) root = i;
            if (verb < 0 && word.Upos is Upos.VERB or Upos.AUX && !ReportsOnly(i)) verb = i;
            if (word.Upos is not Upos.PUNCT && !_cues.Contains(i) && !_source[i]) tokens.Add(i);
        }
        if (verb < 0 || root < 0 || words < FewestWords || tokens.Count < FewestWords) return;
        int head = _text.Words[root].Upos is Upos.VERB or Upos.AUX && !_cues.Contains(root) ? root : verb;
        var attribution = AttributionOf(head, out bool denied);
        var negation = NegationOf(head, head, tokens, out bool negative);
        var predicate = new Predicate(
            _text.Tree.Tokens[head].Span, head, LemmaOf(head), negative ? Polarity.Negative : Polarity.Positive,
            ModalityOf(sentence, head, Modality.Asserted, denied, attribution.Length > 0), TenseOf(head), negation);
        var set = tokens.ToHashSet();
        _claims.Add(new Claim(
            IdOf(sentence, ordinal), _text.SpanOf(tokens[0], tokens[^1] + 1), index, new Confidence(300), predicate, [],
            Within(_quantities, q => q.FirstToken, set), Within(_dates, d => d.FirstToken, set), attribution)
        { Tokens = [.. tokens] });
    }

    // ---- which words head a claim ----

    /// <summary>A verb that does nothing but report: its clause is an attribution even where the words said were not found.</summary>
    private bool ReportsOnly(int token) => _text.Words[token].Lemma is "say" && _text.Words[token].Upos is Upos.VERB;

    /// <summary>Whether a cue speaks of something instead of saying it: <em>accused the harbour board of neglect</em>, <em>called the plan a mistake</em>. Its clause is a claim.</summary>
    private bool NamesItsContent(Quote quote)
    {
        if (quote.Cue is not { } cue || quote.Content is not [var content]) return false;
        int first = _text.TokenAt(content.Start), verb = -1;
        if (first == _text.Words.Length) return false;
        // What opens with a mark of quotation is said in these words, unless the words are but a part of what is named: "denounced the lack of “any plan”".
        bool quoted = IsQuotationMark(first) || first > 0 && IsQuotationMark(first - 1);
        // "Believes, for example, that the bridge will hold": a clause is what is said.
        for (int i = Math.Max(first - 1, 0); i < _text.Words.Length && _text.Tree.Tokens[i].Span.Start < content.End; i++)
            if (_text.Words[i].Lemma is "that" && _text.Words[i].Xpos is Xpos.IN && (i <= first || _text.Form(i - 1) is ",")) return false;
        for (int i = _text.TokenAt(cue.Start); i < _text.Words.Length && _text.Tree.Tokens[i].Span.Start < cue.End; i++)
            if (_text.Words[i].Upos is Upos.VERB && (verb < 0 || _text.IsBelow(verb, i))) verb = i;
        if (verb < 0 || ReportsOnly(verb) || Copula(verb) >= 0 || _text.Dependent(verb, DependencyRelation.Ccomp, DependencyRelation.Parataxis) >= 0) return false;
        bool passive = IsPassive(verb), subject = false, named = false;
        foreach (int dependent in _text.Dependents(verb))
        {
            var relation = _text.Words[dependent].Relation.Universal();
            bool inside = quoted
                ? dependent < first && _text.IsBelow(IsQuotationMark(first) ? Math.Min(first + 1, _text.Words.Length - 1) : first, dependent)
                : _text.Tree.Tokens[dependent].Span.Start >= content.Start && _text.Tree.Tokens[dependent].Span.End <= content.End;
            subject |= relation is DependencyRelation.Nsubj && !IsLedByCase(dependent);
            named |= inside && IsPlainNominal(dependent) && (relation is DependencyRelation.Obj || relation is DependencyRelation.Obl && dependent > verb && !quoted || relation is DependencyRelation.Nsubj && passive);
        }
        return subject && named;
    }

    /// <summary>Whether a noun or pronoun is itself what a verb is about, and not what is left of a clause: "thinks it will", "announced we would".</summary>
    private bool IsPlainNominal(int token)
    {
        if (_text.Words[token].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || _text.Words[token].Xpos is Xpos.WP or Xpos.WDT) return false;
        if (_text.Form(token) is "I" or "we" or "he" or "she" or "they") return false;
        foreach (int dependent in _text.Dependents(token))
        {
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Aux or DependencyRelation.Cop or DependencyRelation.Nsubj) return false;
            // "Praised the mayor’s “strong hand”": the noun of the possessor went astray.
            if (_text.Words[dependent].Upos is Upos.PART && _text.Words[dependent].Relation.Universal() is DependencyRelation.Case) return false;
        }
        return true;
    }

    private bool IsQuotationMark(int token) => _text.Form(token) is ['"' or '“' or '”' or '‘' or '’' or '\''] or "''" or "``";

    /// <summary>"In March, the director was dismissed": what begins with a word of case was taken into the subject.</summary>
    private bool IsLedByCase(int subject) => _text.Words[_text.Subtree(subject).First].Relation.Universal() is DependencyRelation.Case || _text.Dependent(subject, DependencyRelation.Case) is var marker && marker >= 0 && marker < subject && _text.Words[marker].Upos is Upos.ADP;

    private bool IsClause(int token)
    {
        var word = _text.Words[token];
        bool copular = Copula(token) >= 0;
        // "did not open": what has an auxiliary is a verb even where the tagger sees an adjective.
        if (!copular && word.Upos is not (Upos.VERB or Upos.AUX) && _text.Dependent(token, DependencyRelation.Aux) < 0) return false;
        if (!copular && word.Upos is Upos.AUX && word.Relation.Universal() is DependencyRelation.Aux or DependencyRelation.Cop) return false;
        switch (word.Relation.Universal())
        {
            case DependencyRelation.Root or DependencyRelation.Ccomp or DependencyRelation.Parataxis or DependencyRelation.Conj:
                return copular || IsFinite(token) || word.Relation.Universal() is DependencyRelation.Conj && word.Xpos is Xpos.VBN or Xpos.VBD && IsFiniteChain(token);
            case DependencyRelation.Advcl:
                return (copular || IsFinite(token)) && _text.Dependent(token, DependencyRelation.Nsubj) >= 0;
            case DependencyRelation.Acl:
                return IsRelative(token) && (copular || IsFinite(token)) || SubjectAbove(token) >= 0;
            // "He is no reformer, as his rival is": only what is no subject by its own words was taken for one.
            case DependencyRelation.Csubj:
                return (copular || IsFinite(token)) && _text.Dependent(token, DependencyRelation.Nsubj) is >= 0 and var subject && subject < token && !IsLedByCase(subject) && StandsAlone(token);
            default:
                return false;
        }
    }

    /// <summary>Whether a clause describes a noun by a relative pronoun, as its label or its subject says: "which was built in 1961".</summary>
    private bool IsRelative(int clause) => _text.Words[clause].Relation is DependencyRelation.AclRelcl
        || _text.Words[clause].Relation.Universal() is DependencyRelation.Acl && _text.Dependent(clause, DependencyRelation.Nsubj) is var subject and >= 0
            && _text.Words[subject].Xpos is Xpos.WP or Xpos.WDT;

    private bool IsFinite(int token)
    {
        if (_text.Words[token].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD) return true;
        if (IsPastByItsSubject(token) || IsPresentByItsSubject(token) || IsHeadlinePassive(token)) return true;
        foreach (int dependent in _text.Dependents(token))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Aux
                && (_text.Words[dependent].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD || _text.Words[dependent].Lemma is "do")) return true;
        return false;
    }

    /// <summary>
    /// "The agency approved the drug", "many people agreed": a participle with a subject of its own, and no passive one, is the past tense that
    /// it looks like.
    /// </summary>
    private bool IsPastByItsSubject(int token)
    {
        if (_text.Words[token].Xpos is not Xpos.VBN || PlainSubject(token) is var subject && (subject < 0 || subject > token)) return false;
        if (_text.Dependent(token, DependencyRelation.Aux, DependencyRelation.Cop) >= 0) return false;
        if (_text.Dependent(token, DependencyRelation.Obj) > token) return true;
        // Without an object it may be a passive that lacks its verb, as headlines write it: "Two men held after raid". Where articles are written, or of a
        // verb that has no passive, it is none.
        if (!HasNoPassive.Contains(_text.Words[token].Lemma) && !IsWrittenOut(subject)) return false;
        for (int i = subject + 1; i < token; i++)
            if (_text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP && _text.Head(i) != token && _text.Words[i].Relation.Universal() is not DependencyRelation.Acl) return false;
        if (!IsMainPosition(token) || !char.IsLower(_text.Form(token)[0]) || !BeginsAfter(subject, token) || HasBareVerb(token)) return false;
        foreach (int dependent in _text.Dependents(token))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Obl && MarkerOf(dependent) is "by") return false;
        return true;
    }

    /// <summary>Verbs whose participle describes nobody whom something was done to.</summary>
    private static readonly FrozenSet<string> HasNoPassive = FrozenSet.Create(
        StringComparer.Ordinal,
        "agree", "appear", "arrive", "belong", "campaign", "collaborate", "collapse", "combine", "compete", "consist", "cooperate", "decline", "depend", "die", "disagree", "disappear", "emerge", "erupt", "escape", "exist", "explode", "fail",
        "flee", "fluctuate", "graduate", "happen", "hesitate", "insist", "last", "laugh", "listen", "look", "march", "migrate", "occur", "participate", "pile", "plunge", "protest", "react", "remain", "reply", "resign", "respond", "retire",
        "stall", "struggle", "succeed", "surge", "surrender", "survive", "testify", "travel", "vanish", "vote", "vow", "wait", "work");

    /// <summary>Whether a subject has the article or possessor that a headline would leave out, or is a pronoun.</summary>
    private bool IsWrittenOut(int subject)
    {
        if (_text.Words[subject].Upos is Upos.PRON) return true;
        foreach (int dependent in _text.Dependents(subject))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Det || _text.Words[dependent].Relation is DependencyRelation.NmodPoss && _text.Words[dependent].Upos is Upos.PRON) return true;
        return false;
    }

    /// <summary>"Both bands announce a concert": the bare form behind a subject that is many is the present tense. A single one would be called on to do it.</summary>
    private bool IsPresentByItsSubject(int token)
    {
        if (_text.Words[token].Xpos is not Xpos.VB || !IsMainPosition(token) || !char.IsLower(_text.Form(token)[0]) || _text.Dependent(token, DependencyRelation.Mark) >= 0) return false;
        if (PlainSubject(token) is var subject && (subject < 0 || subject > token) || _text.Dependent(token, DependencyRelation.Aux) >= 0) return false;
        // "Gentlemen, start the engines": who is called upon is set off.
        for (int i = subject + 1; i < token; i++)
            if (_text.Words[i].Upos is Upos.PUNCT) return false;
        if (IsLedByCase(subject) || HasBareVerb(token)) return false;
        return _text.Words[subject].Xpos is Xpos.NNS or Xpos.NNPS || _text.Form(subject) is "I" or "we" or "We" or "they" or "They";
    }

    /// <summary>Whether a verb stands where a sentence, or what is reported, has its finite verb.</summary>
    private bool IsMainPosition(int token) => _text.Words[token].Relation.Universal() switch
    {
        DependencyRelation.Root => true,
        // "Saw people run", "let them go": only what is reported is a clause of its own.
        DependencyRelation.Ccomp => _text.Head(token) is var head and >= 0 && (_cues.Contains(head) || ReportsOnly(head)),
        _ => false,
    };

    /// <summary>Whether a subject stands in front of its verb with no dash between: "three of four – 72 percent – voted" has its subject elsewhere, and "Marlow – The council voted" another one.</summary>
    private bool BeginsAfter(int subject, int verb)
    {
        for (int i = subject + 1; i < verb; i++)
            if (_text.Form(i) is "—" or "–" or "―" or "--" || _text.Form(i) is "-" && _text.Words[i].Xpos is not Xpos.HYPH) return false;
        return !IsLedByCase(subject);
    }

    /// <summary>Whether a past tense without a subject of its own follows: "a package found in the yard contained a bomb" is said of the package, which was found.</summary>
    private bool HasBareVerb(int token)
    {
        int end = _text.Subtree(token).End;
        for (int i = token + 1; i < end; i++)
        {
            if (_text.Words[i].Xpos is not (Xpos.VBD or Xpos.VBZ) && (_text.Words[i].Upos is not Upos.VERB || _text.Dependent(i, DependencyRelation.Aux) is var aux && (aux < 0 || _text.Words[aux].Xpos is Xpos.VB or Xpos.VBG or Xpos.VBN))) continue;
            if (_text.Words[i].Relation.Universal() is DependencyRelation.Aux or DependencyRelation.Cop or DependencyRelation.Conj) continue;
            int subject = _text.Dependent(i, DependencyRelation.Nsubj, DependencyRelation.Expl);
            if (subject < 0 || EntityExtractor.IsCalendarWord(_text.Form(subject))) return true;
        }
        return false;
    }

    /// <summary>Whether no word leads a clause into another one.</summary>
    private bool StandsAlone(int clause)
    {
        if (_text.Dependent(clause, DependencyRelation.Mark) >= 0) return false;
        var (first, end) = _text.Subtree(clause);
        for (int i = first; i < end; i++)
            if (_text.Words[i].Xpos is Xpos.WP or Xpos.WDT or Xpos.WPS or Xpos.WRB && i < clause) return false;
        return true;
    }

    /// <summary>Past tenses that are no participles.</summary>
    private static readonly FrozenSet<string> OnlyPast = FrozenSet.Create(
        StringComparer.Ordinal,
        "went", "gave", "took", "came", "became", "fell", "rose", "began", "grew", "knew", "saw", "wrote", "spoke", "broke", "chose", "drove", "ate", "flew", "froze", "hid", "rode", "shook", "wore", "swore", "threw", "woke",
        "ran", "sang", "sank", "sprang", "drank", "swam", "drew", "blew", "did", "forgave", "overcame", "overtook", "undertook", "withdrew", "stole", "tore", "showed", "arose", "forbade", "outgrew", "foresaw", "oversaw");

    /// <summary>Verbs that keep an object as a passive: "a man given a prize", "a league named the Pilots".</summary>
    private static readonly FrozenSet<string> KeepsObject = FrozenSet.Create(
        StringComparer.Ordinal,
        "give", "award", "offer", "pay", "send", "name", "call", "show", "tell", "teach", "grant", "hand", "charge", "fine", "ask", "deny", "title", "entitle", "dub", "date", "elect", "appoint", "allow", "assign", "cost", "owe", "lend", "serve",
        "guarantee", "promise", "refuse", "allot", "feed", "issue", "label", "nickname", "consider", "deem", "make");

    /// <summary>
    /// The noun that a sentence hangs on, as the subject of a verb that the parser took for a description of its last noun: "one of the towns
    /// raised its dikes"; -1 when the verb may be such a description.
    /// </summary>
    private int SubjectAbove(int token)
    {
        var word = _text.Words[token];
        if (word.Xpos is not (Xpos.VBD or Xpos.VBN) || !char.IsLower(_text.Form(token)[0])) return -1;
        bool active = OnlyPast.Contains(_text.Form(token).ToString());
        foreach (int dependent in _text.Dependents(token))
        {
            // "The bridge they built" has a subject of its own, "the bridge which" a word that stands for its noun.
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Nsubj or DependencyRelation.Csubj or DependencyRelation.Mark or DependencyRelation.Aux or DependencyRelation.Cop) return -1;
            if (_text.Words[dependent].Xpos is Xpos.WP or Xpos.WDT or Xpos.WPS or Xpos.WRB) return -1;
            active |= dependent > token && _text.Words[dependent].Relation.Universal() is DependencyRelation.Obj && !_dated[dependent] && !KeepsObject.Contains(word.Lemma);
        }
        if (!active) return -1;
        int root = _text.Head(token);
        for (; root >= 0; root = _text.Head(root))
        {
            if (_text.Words[root].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ) || _text.Words[root].Upos is Upos.ADJ && _text.Head(root) >= 0) return -1;
            if (Copula(root) >= 0 || _text.Dependent(root, DependencyRelation.Nsubj, DependencyRelation.Aux) >= 0) return -1;
            if (_text.Head(root) < 0) break;
        }
        if (root < 0 || root > token || _text.Dependent(root, DependencyRelation.Case, DependencyRelation.Mark) >= 0) return -1;
        var sentence = _text.SentenceOf(token);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i == token) continue;
            // The first of two such verbs describes, or nobody can tell; and a sentence that has a finite verb needs no other.
            if (_text.Words[i].Relation.Universal() is DependencyRelation.Parataxis or DependencyRelation.Conj && _text.Head(i) == root && (Copula(i) >= 0 || _text.Words[i].Upos is Upos.VERB or Upos.AUX)) return -1;
        }
        return root;
    }

    /// <summary>"Two dockers killed in collapse": a headline leaves out the verb that a passive needs.</summary>
    private bool IsHeadlinePassive(int token) =>
        _text.Words[token].Xpos is Xpos.VBN && _text.Tree.Blocks[_text.Tree.Sentences[_text.Tree.Tokens[token].Sentence].Block].Kind is SyntaxKind.Headline
        && _text.Dependent(token, DependencyRelation.NsubjPass) is >= 0 and var subject && subject < token && _text.Dependent(token, DependencyRelation.Aux, DependencyRelation.AuxPass) < 0;

    private int PlainSubject(int verb)
    {
        foreach (int dependent in _text.Dependents(verb))
            if (_text.Words[dependent].Relation is DependencyRelation.Nsubj) return dependent;
        return -1;
    }

    /// <summary>"was pulled off and brought in": the second participle shares the auxiliary of the first.</summary>
    private bool IsFiniteChain(int token)
    {
        while (_text.Words[token].Relation.Universal() is DependencyRelation.Conj && _text.Head(token) is var head and >= 0)
        {
            if (_text.Words[head].Xpos == _text.Words[token].Xpos && IsFinite(head)) return true;
            token = head;
        }
        return false;
    }

    private int Copula(int token) => _text.Dependent(token, DependencyRelation.Cop);

    /// <summary>The subject of a clause, its own or the one it shares with the clause it is joined to; -1 when there is none.</summary>
    private int SubjectOf(int token)
    {
        for (int clause = token; ;)
        {
            int best = -1;
            foreach (int dependent in _text.Dependents(clause))
                if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Nsubj && !EntityExtractor.IsCalendarWord(_text.Form(dependent))
                    && (best < 0 || Math.Abs(dependent - clause) < Math.Abs(best - clause))) best = dependent;
            if (best >= 0 && _text.Words[best].Xpos is Xpos.WP or Xpos.WDT or Xpos.WPS)
                return IsRelative(clause) ? _text.Head(clause) : -1;
            if (best >= 0 && _text.Words[best].Relation is not DependencyRelation.NsubjOuter) return _text.Words[best].Xpos is Xpos.EX ? -1 : best;
            if (_text.Words[clause].Relation.Universal() is DependencyRelation.Acl) return best < 0 ? SubjectAbove(clause) : -1;
            if (_text.Words[clause].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Root) return best < 0 ? SubjectBeforeCue(clause) : -1;
            if (_text.Words[clause].Relation.Universal() is not DependencyRelation.Conj) return -1;
            int head = _text.Head(clause);
            // Only a clause joined to a clause shares a subject. What is joined to a reporting verb may belong to what it reports, unless it speaks too.
            if (head < 0 || _cues.Contains(head) && (_quotesAt[token] is not null || !_speech.Contains(token) || _text.Dependent(token, DependencyRelation.Cc) < 0) || _text.Words[head].Upos is not (Upos.VERB or Upos.AUX) && Copula(head) < 0) return -1;
            clause = head;
        }
    }

    /// <summary>
    /// "The repairs, the council said, will last a year": what stands in front of a reporting clause that is put in between is the subject of the
    /// verb behind it, whatever the parser hung it on; -1 when there is none.
    /// </summary>
    private int SubjectBeforeCue(int clause)
    {
        if (_quotesAt[clause] is null) return -1;
        int cue = _text.Words[clause].Relation.Universal() is DependencyRelation.Ccomp ? _text.Head(clause) : _text.Dependent(clause, DependencyRelation.Parataxis);
        if (cue < 0 || cue > clause || !_cues.Contains(cue)) return -1;
        int speaker = -1;
        foreach (int dependent in _text.Dependents(cue))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Nsubj && _source[dependent]) speaker = dependent;
        if (speaker < 0 || speaker > clause) return -1;
        int begin = Math.Min(cue, _text.Subtree(speaker).First);
        if (begin == 0 || _text.Form(begin - 1) is not ",") return -1;
        bool closed = false;
        for (int i = Math.Max(cue, speaker) + 1; i < clause && !closed; i++) closed = _text.Form(i) is ",";
        if (!closed) return -1;
        return Before(cue) is var first and >= 0 ? first : Before(clause);

        int Before(int head)
        {
            foreach (int dependent in _text.Dependents(head))
                if (dependent < begin && _text.Words[dependent].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !_source[dependent] && !_dated[dependent] && Copula(dependent) < 0 && !IsLedByCase(dependent)
                    && _text.Words[dependent].Relation.Universal() is DependencyRelation.Nsubj or DependencyRelation.Discourse or DependencyRelation.Ccomp or DependencyRelation.Dislocated or DependencyRelation.Parataxis
                    && _text.Dependent(dependent, DependencyRelation.Nsubj) < 0) return dependent;
            return -1;
        }
    }

    /// <summary>The words of a clause without those of inner claims, of cues and of what joins it to others.</summary>
    private List<int> TokensOf(SentenceSyntax sentence, int head, HashSet<int> claimHeads)
    {
        var tokens = new List<int>();
        var stack = new Stack<int>();
        stack.Push(head);
        if (_text.Words[head].Relation.Universal() is DependencyRelation.Acl && SubjectAbove(head) is var above and >= 0) stack.Push(above);
        while (stack.TryPop(out int token))
        {
            tokens.Add(token);
            foreach (int dependent in _text.Dependents(token))
            {
                if (claimHeads.Contains(dependent) || _cues.Contains(dependent) || dependent < sentence.FirstToken || dependent >= sentence.EndToken) continue;
                var relation = _text.Words[dependent].Relation.Universal();
                if (relation is DependencyRelation.Punct && _text.Form(dependent) is not "-") continue;
                // "If the charges are true" without its "if" would say that they are.
                if (token == head && relation is DependencyRelation.Cc or DependencyRelation.Mark or DependencyRelation.Discourse or DependencyRelation.Vocative && !IsCondition(dependent)) continue;
                stack.Push(dependent);
            }
        }
        tokens.Sort();
        // The source of a claim is no part of it, nor is a word at its end that would lead on to something else.
        if (!_source[head]) tokens.RemoveAll(token => _source[token]);
        while (tokens.Count > 1 && tokens[^1] != head && _text.Words[tokens[^1]].Upos is Upos.CCONJ or Upos.SCONJ or Upos.PUNCT) tokens.RemoveAt(tokens.Count - 1);
        while (tokens.Count > 1 && tokens[0] != head && _text.Words[tokens[0]].Upos is Upos.CCONJ or Upos.PUNCT) tokens.RemoveAt(0);
        return tokens;
    }

    // ---- what the claim says ----

    private Claim Read(int index, SentenceSyntax sentence, int clause, int subject, List<int> tokens, int ordinal)
    {
        var set = tokens.ToHashSet();
        // "is expected to stop": the infinitive is what is claimed, the verb in front of it says how firmly.
        int head = clause;
        var modality = Modality.Asserted;
        bool failed = false;
        while (_text.Dependent(head, DependencyRelation.Xcomp) is var inner and >= 0 && _text.Words[inner].Xpos is Xpos.VB && set.Contains(inner)
            && Planning.TryGetValue(_text.Words[head].Lemma, out var planned))
        {
            // "ordered residents to leave" and "wants him to testify" say who is to do it; only without an object does the verb pass its subject on.
            if ((_text.Words[head].Lemma is "order" or "ask" or "expect" || _text.Dependent(head, DependencyRelation.Obj) is var other && other > head && other < inner && !_dated[other]) && !IsPassive(head)) break;
            failed |= _text.Words[head].Lemma is "fail" or "unlikely";
            if (planned is not Modality.Asserted) modality = planned;
            head = inner;
        }
        // "There were 12 people waiting" says of the people that they waited.
        if (head == clause && Happening(clause, subject, set) is var happening and >= 0) head = happening;
        var attribution = AttributionOf(clause, out bool denied);
        modality = ModalityOf(sentence, clause, modality, denied, attribution.Length > 0);
        var negation = NegationOf(clause, head, tokens, out bool negative);
        var predicate = new Predicate(
            PredicateSpan(clause, head, tokens, negation), head, LemmaOf(head), negative ^ failed ? Polarity.Negative : Polarity.Positive,
            modality, TenseOf(clause), negation);
        var arguments = ArgumentsOf(clause, head, subject, set);
        int doubt = sentence.TokenCount > 45 ? 150 : sentence.TokenCount > 30 ? 70 : 0;
        if (_text.Head(subject) != clause && _text.Words[clause].Relation.Universal() is DependencyRelation.Conj) doubt += 50;
        return new Claim(
            IdOf(sentence, ordinal), _text.SpanOf(tokens[0], tokens[^1] + 1), index, new Confidence(900 - doubt), predicate, arguments,
            Within(_quantities, q => q.FirstToken, set), Within(_dates, d => d.FirstToken, set), attribution)
        { Tokens = [.. tokens] };
    }

    /// <summary>What those are doing who <em>there</em> are: the participle of "there is a crowd waiting"; -1 when there is none.</summary>
    private int Happening(int clause, int subject, HashSet<int> tokens)
    {
        if (_text.Words[clause].Lemma is not "be" || _text.Dependent(clause, DependencyRelation.Expl) < 0) return -1;
        foreach (int dependent in _text.Dependents(subject))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Acl && dependent > subject && tokens.Contains(dependent)
                && (_text.Words[dependent].Xpos is Xpos.VBG || _text.Words[dependent].Xpos is Xpos.VBN && _text.Dependent(dependent, DependencyRelation.Aux) >= 0)) return dependent;
        return -1;
    }

    private static ImmutableArray<int> Within<T>(ImmutableArray<T> items, Func<T, int> firstToken, HashSet<int> tokens)
    {
        // Items are in order of the text: those of the clause lie between its first and last token.
        int first = tokens.Min(), last = tokens.Max();
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (firstToken(items[middle]) < first) low = middle + 1;
            else high = middle;
        }
        var found = ImmutableArray.CreateBuilder<int>();
        for (int i = low; i < items.Length && firstToken(items[i]) <= last; i++)
            if (tokens.Contains(firstToken(items[i]))) found.Add(i);
        return found.ToImmutable();
    }

    private string LemmaOf(int head)
    {
        foreach (int dependent in _text.Dependents(head))
            if (_text.Words[dependent].Relation is DependencyRelation.CompoundPrt) return _text.Words[head].Lemma + " " + _text.Words[dependent].Lemma;
        return _text.Words[head].Lemma;
    }

    private bool IsPassive(int verb)
    {
        foreach (int dependent in _text.Dependents(verb))
            if (_text.Words[dependent].Relation is DependencyRelation.AuxPass or DependencyRelation.NsubjPass) return true;
        // The tagger may take "injured" in "were injured" for an adjective; for who did what it is a passive all the same.
        return _text.Words[verb].Xpos is Xpos.VBN && Copula(verb) >= 0;
    }

    /// <summary>Whether the clause is passive, or a participle taken for an adjective: "three people were injured".</summary>
    private bool IsPassiveLike(int head) => IsPassive(head)
        || Copula(head) >= 0 && _text.Words[head].Upos is Upos.ADJ && _text.Form(head).EndsWith("ed", StringComparison.Ordinal);

    private ImmutableArray<Argument> ArgumentsOf(int clause, int head, int subject, HashSet<int> tokens)
    {
        var arguments = new List<Argument>();
        bool there = head != clause && _text.Words[head].Relation.Universal() is DependencyRelation.Acl;
        bool passive = IsPassiveLike(there ? head : clause);
        bool copular = Copula(clause) >= 0 && !passive;
        // "was expected to stop" leaves the subject of the infinitive an agent.
        bool raised = head != clause && !there;
        Add((passive || copular) && !raised ? Role.Theme : Role.Agent, "", subject);
        if (copular && !raised) Add(Role.Attribute, "", clause);
        foreach (int verb in head == clause ? [clause] : new[] { clause, head })
            foreach (int dependent in _text.Dependents(verb))
            {
                if (!tokens.Contains(dependent) || dependent == subject || dependent == head) continue;
                string marker = MarkerOf(dependent);
                switch (_text.Words[dependent].Relation.Universal())
                {
                    // "responded late Friday": a day of the week is when, not what, but for those who spend it.
                    case DependencyRelation.Obj when IsTime(dependent) && _text.Form(dependent).EndsWith("day", StringComparison.Ordinal) && _text.Words[dependent].Upos is Upos.PROPN
                        && _text.Words[verb].Lemma is not ("spend" or "celebrate" or "mark" or "observe"):
                        Add(Role.Time, marker, dependent);
                        break;
                    case DependencyRelation.Obj:
                        Add(Role.Theme, "", dependent);
                        break;
                    case DependencyRelation.Iobj:
                        Add(Role.Recipient, "", dependent);
                        break;
                    case DependencyRelation.Xcomp when _text.Words[dependent].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN:
                        Add(Role.Attribute, "", dependent);
                        break;
                    case DependencyRelation.Obl or DependencyRelation.Nmod or DependencyRelation.Advmod when IsTime(dependent):
                        Add(Role.Time, marker, dependent);
                        break;
                    case DependencyRelation.Obl or DependencyRelation.Nmod:
                        Add(RoleOf(marker, dependent, passive), marker, dependent);
                        break;
                }
            }
        arguments.Sort((a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : a.Role.CompareTo(b.Role));
        return [.. arguments];

        void Add(Role role, string marker, int token)
        {
            var (first, end) = PhraseOf(token, tokens, clause);
            // "There is a crowd waiting": what the crowd does is no part of who it is.
            if (token == subject && head > token && head < end) end = head;
            if (token == subject && _text.Words[clause].Relation.Universal() is DependencyRelation.Acl && token == SubjectAbove(clause))
            {
                // The verbs that share the subject stand behind it.
                for (int verb = token + 1; verb <= clause; verb++)
                    if (verb == clause || SubjectAbove(verb) == token)
                    {
                        end = _text.Subtree(verb).First is var begin && begin > token ? begin : verb;
                        break;
                    }
                while (end > token + 1 && _text.Words[end - 1].Upos is Upos.PUNCT or Upos.ADV) end--;
            }
            arguments.Add(new Argument(role, marker, _text.SpanOf(first, end), first, end, token, EntityAt(token)));
        }
    }

    private Role RoleOf(string marker, int token, bool passive) => marker switch
    {
        "by" when passive => Role.Agent,
        "to" when _text.Head(token) is var head and >= 0 && _text.Words[head].Lemma is "give" or "send" or "sell" or "offer" or "hand" or "pay" or "grant" => Role.Recipient,
        "in" or "at" or "near" or "outside" or "off" or "inside" or "across" or "from" or "into" or "on" or "over" or "through" or "onto"
            when EntityAt(token) is var entity and >= 0 && _entities[entity].Type is EntityType.Location => Role.Place,
        _ => Role.Other,
    };

    private string MarkerOf(int token)
    {
        int marker = _text.Dependent(token, DependencyRelation.Case);
        return marker >= 0 && _text.Words[marker].Upos is Upos.ADP or Upos.SCONJ or Upos.ADV or Upos.VERB ? _text.Form(marker).ToString().ToLowerInvariant() : "";
    }

    private bool IsTime(int token) => _dated[token];

    /// <summary>The contiguous words of a noun phrase around its head, without its preposition and what stands in other clauses.</summary>
    private (int First, int End) PhraseOf(int head, HashSet<int> tokens, int clause)
    {
        // The predicate itself, and a noun that the clause only modifies or shares, are taken without what hangs on them.
        bool bare = head == clause || !tokens.Contains(head);
        var (first, end) = bare ? (head, head + 1) : _text.Subtree(head);
        if (bare)
            foreach (int dependent in _text.Dependents(head))
                if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Det or DependencyRelation.Amod or DependencyRelation.Nummod or DependencyRelation.Compound)
                    first = Math.Min(first, dependent);
                else if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Flat)
                    end = Math.Max(end, dependent + 1);
        if (bare) return (first, end);
        while (first < head && (_text.Words[first].Relation.Universal() is DependencyRelation.Case or DependencyRelation.Punct or DependencyRelation.Cc or DependencyRelation.Mark)) first++;
        int stop = head + 1;
        while (stop < end && (tokens.Contains(stop) || _text.Form(stop) is "-" or ",")) stop++;
        while (stop > head + 1 && _text.Words[stop - 1].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP) stop--;
        int start = head;
        while (start > first && (tokens.Contains(start - 1) || _text.Form(start - 1) is "-" or ",")) start--;
        return (start, stop);
    }

    private int EntityAt(int token)
    {
        if (_entityAt[token] >= 0) return _entityAt[token];
        foreach (int dependent in _text.Dependents(token))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Flat or DependencyRelation.Appos && _entityAt[dependent] is var entity and >= 0) return entity;
        return -1;
    }

    // ---- how it is said ----

    private TextSpan? NegationOf(int clause, int head, List<int> tokens, out bool negative)
    {
        negative = false;
        TextSpan? first = null;
        foreach (int token in tokens)
        {
            var word = _text.Words[token];
            bool denies = Negators.Contains(word.Lemma) && _text.Head(token) is var governor and >= 0 && (governor == clause || governor == head || _text.Words[governor].Upos is Upos.AUX && _text.IsBelow(governor, clause));
            denies |= NegativeWords.Contains(word.Lemma) && DeniesClause(token, clause, head);
            denies |= word.Lemma is "not" && token + 1 < _text.Words.Length && _text.Form(token + 1) is "a" or "one" && DeniesClause(NounOf(token), clause, head);
            denies |= word.Lemma is "long" && token > 0 && _text.Form(token - 1) is "no" or "No" && _text.Head(token) is var longer && (longer == clause || longer == head);
            if (!denies) continue;
            negative = !negative;
            first ??= _text.Tree.Tokens[token].Span;
        }
        return negative ? first : null;
    }

    /// <summary>The noun that a word stands in front of, over "one" and the like: "not one ship".</summary>
    private int NounOf(int token)
    {
        int noun = _text.Head(token);
        while (noun >= 0 && _text.Words[noun].Relation.Universal() is DependencyRelation.Nummod or DependencyRelation.Det or DependencyRelation.Advmod) noun = _text.Head(noun);
        return noun;
    }

    /// <summary>"No ship sailed", "nobody sailed", "had no airfield": the word stands in a subject or object of the clause itself.</summary>
    private bool DeniesClause(int token, int clause, int head)
    {
        // "Neither by the one nor by the other": it stands in front of what it joins.
        bool joins = _text.Words[token].Lemma is "neither" && _text.Words[token].Relation.Universal() is DependencyRelation.Cc or DependencyRelation.Advmod;
        int noun = joins || _text.Words[token].Relation.Universal() is DependencyRelation.Det ? _text.Head(token) : token;
        if (noun < 0 || noun == token && _text.Words[token].Lemma is "no") return false;
        return (_text.Words[noun].Relation.Universal() is DependencyRelation.Nsubj or DependencyRelation.Obj || joins && _text.Words[noun].Relation.Universal() is DependencyRelation.Obl or DependencyRelation.Conj)
            && _text.Head(noun) is var governor && (governor == clause || governor == head);
    }

    private Modality ModalityOf(SentenceSyntax sentence, int clause, Modality planned, bool denied, bool attributed)
    {
        if (denied) return Modality.ReportedDenied;
        if (_text.Form(sentence.EndToken - 1) is "?" || _text.Form(sentence.EndToken - 1)[0] is '”' or '"' && sentence.TokenCount > 1 && _text.Form(sentence.EndToken - 2) is "?") return Modality.Question;
        foreach (int dependent in _text.Dependents(clause))
        {
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Aux)
                switch (_text.Form(dependent))
                {
                    case "may" or "might" or "could" or "can" or "May" or "Could":
                        return Modality.Possible;
                    // What ought to be is not said to be.
                    case "should" or "must" or "ought" or "Should" or "Must":
                        return Modality.Possible;
                    // "said the line would refund" is the future seen from the past; without a speaker it is a condition.
                    case "would" or "’d" or "'d" when !attributed:
                        return Modality.Conditional;
                }
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Advmod && _text.Words[dependent].Lemma is "reportedly" or "allegedly" or "possibly" or "perhaps" or "probably" or "maybe" or "apparently")
                return Modality.Possible;
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Advcl && _text.Dependent(dependent, DependencyRelation.Mark) is var mark and >= 0 && _text.Words[mark].Lemma is "if" or "unless")
                return Modality.Conditional;
            if (IsCondition(dependent)) return Modality.Conditional;
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Mark && Awaiting.Contains(_text.Words[dependent].Lemma) && TenseOf(clause) is Tense.Present)
                return Modality.Conditional;
        }
        // What is reported holds for whom it is said by; "she thought he had left" says nobody that he had.
        return !attributed && planned is Modality.Asserted && IsDoubted(clause) ? Modality.Possible : planned;
    }

    /// <summary>"If", "whether" and the like in front of a clause.</summary>
    private bool IsCondition(int token) => _text.Words[token].Relation.Universal() is DependencyRelation.Mark && _text.Words[token].Lemma is "if" or "unless" or "whether";

    /// <summary>Whether a clause only fills in what somebody thinks, hopes or asks.</summary>
    private bool IsDoubted(int clause)
    {
        while (_text.Words[clause].Relation.Universal() is DependencyRelation.Conj && _text.Head(clause) is var first and >= 0) clause = first;
        bool filled = _text.Words[clause].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Csubj
            || _text.Words[clause].Relation is DependencyRelation.Acl && _text.Dependent(clause, DependencyRelation.Mark) >= 0;
        return filled && _text.Head(clause) is var head and >= 0 && Doubting.Contains(_text.Words[head].Lemma);
    }

    /// <summary>Verbs whose past tense is their bare form.</summary>
    private static readonly FrozenSet<string> Unchanging = FrozenSet.Create(
        StringComparer.Ordinal, "put", "cut", "hit", "set", "shut", "let", "hurt", "quit", "split", "spread", "cast", "burst", "shed", "thrust");

    private Tense TenseOf(int clause)
    {
        // "Both camps put out a statement": of a verb that keeps its form the past is meant, as in all that is told.
        var tense = _text.Words[clause].Xpos is Xpos.VBD or Xpos.VBN || Unchanging.Contains(_text.Words[clause].Lemma) && IsPresentByItsSubject(clause) ? Tense.Past : Tense.Present;
        foreach (int dependent in _text.Dependents(clause))
        {
            if (_text.Words[dependent].Relation.Universal() is not (DependencyRelation.Aux or DependencyRelation.Cop)) continue;
            switch (_text.Words[dependent].Xpos)
            {
                case Xpos.MD:
                    return _text.Words[dependent].Lemma is "will" or "shall" or "would" ? Tense.Future : Tense.Present;
                case Xpos.VBD:
                    return Tense.Past;
                case Xpos.VBZ or Xpos.VBP:
                    tense = _text.Words[dependent].Lemma is "have" ? Tense.Past : Tense.Present;
                    break;
            }
        }
        return tense;
    }

    private TextSpan PredicateSpan(int clause, int head, List<int> tokens, TextSpan? negation)
    {
        int first = Math.Min(clause, head), last = Math.Max(clause, head);
        foreach (int dependent in _text.Dependents(clause))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Aux or DependencyRelation.Cop && tokens.Contains(dependent)) first = Math.Min(first, dependent);
        foreach (int dependent in _text.Dependents(head))
            if (_text.Words[dependent].Relation is DependencyRelation.CompoundPrt) last = Math.Max(last, dependent);
        // A question puts the subject between auxiliary and verb: then the verb alone is the predicate.
        const int Longest = 8;
        if (last - first > Longest) first = last = head;
        var span = _text.SpanOf(first, last + 1);
        return negation is { } word && word.Start >= span.Start - 12 && word.End <= span.End ? span.Union(word) : span;
    }

    // ---- who says it ----

    private ImmutableArray<Attribution> AttributionOf(int head, out bool denied)
    {
        denied = false;
        var around = _quotesAt[head];
        if (around is null) return [];
        // The widest content is said by the outermost source.
        var chain = around.OrderByDescending(q => q.Content.Sum(c => c.Length)).ThenBy(q => q.Content[0].Start);
        var links = ImmutableArray.CreateBuilder<Attribution>(around.Count);
        foreach (var quote in chain)
        {
            links.Add(new Attribution(KindOf(quote), quote.Speaker, quote.Source, quote.Cue));
            denied |= quote.Cue is { } cue && IsDenial(cue);
        }
        return links.ToImmutable();
    }

    /// <summary>"denied", "has denied".</summary>
    private bool IsDenial(TextSpan cue)
    {
        for (int i = _text.TokenAt(cue.Start); i < _text.Words.Length && _text.Tree.Tokens[i].Span.Start < cue.End; i++)
            if (_text.Words[i].Lemma is "deny") return true;
        return false;
    }

    private AttributionKind KindOf(Quote quote)
    {
        if (quote.Speaker >= 0) return AttributionKind.Named;
        if (quote.Source is not { } source) return AttributionKind.Unresolved;
        var words = _text.Tree.Text[source];
        return words is "he" or "He" or "she" or "She" or "they" or "They" or "it" or "It" or "who" ? AttributionKind.Unresolved : AttributionKind.Anonymous;
    }

    // ---- identity ----

    private string IdOf(SentenceSyntax sentence, int ordinal)
    {
        // FNV-1a over the words: white space at line ends does not change what a sentence says.
        ulong hash = 14695981039346656037;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            foreach (char c in _text.Form(i)) hash = (hash ^ c) * 1099511628211;
            hash = (hash ^ ' ') * 1099511628211;
        }
        hash = (hash ^ (uint)ordinal) * 1099511628211;
        string id = hash.ToString("x16", CultureInfo.InvariantCulture);
        int repeat = _repeats[id] = _repeats.GetValueOrDefault(id) + 1;
        return repeat == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{repeat}");
    }
}
