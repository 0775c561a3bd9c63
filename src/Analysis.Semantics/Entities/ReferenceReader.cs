using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Semantics.Entities;

/// <summary>Goes through a text and finds what its pronouns and definite descriptions stand for.</summary>
/// <remarks>
/// Every name and every noun phrase becomes an entity or joins one as it is passed; a pronoun then has the entities mentioned last as candidates,
/// less those that number, gender or the structure of its clause rule out, and a <see cref="IReferenceChooser"/> chooses by what speaks for each.
/// The window is bounded, so the time is linear in the text.
/// </remarks>
internal sealed class ReferenceReader
{
    /// <summary>Entities that are weighed for one pronoun.</summary>
    public const int MostCandidates = 12;

    /// <summary>Sentences back that are searched; persons are looked for farther back, and who speaks farther still.</summary>
    private const int Reach = 5, PersonReach = 15, VoiceReach = 60;

    /// <summary>Mentions that are looked at for one pronoun.</summary>
    private const int MostMentions = 300;

    private static readonly FrozenSet<string> Leaders = FrozenSet.Create(
        StringComparer.Ordinal, "president", "premier", "prime", "chancellor", "king", "queen", "emperor", "chairman", "leader", "pope");

    private static readonly FrozenSet<string> Titles = Lexicon.Words("person-titles");

    private readonly AnnotatedText _text;
    private readonly bool[] _quoted;
    private readonly IReferenceChooser _chooser;
    private readonly ReferenceFeatures _features;
    private readonly List<EntityChain> _named;
    private readonly List<EntityChain> _unnamed = [];

    // Mentions passed, latest last, with the token that heads each.
    private readonly List<(EntityChain Chain, Mention Mention, int Head)> _passed = [];
    private readonly List<(EntityChain Chain, Mention Mention, int Head)> _candidates = [];
    private readonly Mention[] _antecedents = new Mention[MostCandidates + 1];

    // Names by the token that heads them, and for every token whether it is part of a name.
    private readonly Dictionary<int, (EntityChain Chain, Mention Mention)> _nameAt = [];
    private readonly bool[] _inName;
    private readonly Dictionary<string, EntityChain> _byNoun = new(StringComparer.Ordinal);
    private List<EntityChain> _persons = [];
    private int _search;

    public ReferenceReader(AnnotatedText text, bool[] quoted, List<EntityChain> named, IReferenceChooser chooser, ReferenceFeatures features)
    {
        (_text, _quoted, _named, _chooser, _features) = (text, quoted, named, chooser, features);
        _inName = new bool[text.Words.Length];
        foreach (var chain in named)
            foreach (var mention in chain.Mentions)
            {
                _nameAt[HeadOf(mention)] = (chain, mention);
                for (int i = mention.FirstToken; i < mention.EndToken; i++) _inName[i] = true;
            }
    }

    /// <summary>Adds what pronouns and descriptions stand for to the named entities, and gives back those without a name that are mentioned twice or more.</summary>
    public List<EntityChain> Read(CancellationToken cancellation)
    {
        // So many persons that a title does not single one out are not searched.
        const int FewPersons = 50;
        _persons = [.. _named.Where(chain => chain.Type is EntityType.Person).Take(FewPersons + 1)];
        if (_persons.Count > FewPersons) _persons = [];
        for (int i = 0; i < _text.Words.Length; i++)
        {
            if ((i & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            if (_nameAt.TryGetValue(i, out var name)) Pass(name.Chain, name.Mention, i);
            else if (_inName[i]) continue;
            else if (_text.Words[i].Upos is Upos.PRON or Upos.DET or Upos.PROPN && Pronouns.Of(_text.Form(i)) is var kind and not PronounKind.None) ReadPronoun(i, kind);
            else if (_text.Words[i].Upos is Upos.NOUN or Upos.PROPN) ReadNoun(i);
            else if (_text.Words[i].Upos is Upos.PRON) ReadOtherPronoun(i);
            if (_text.Words[i].Relation is DependencyRelation.Conj && _text.Words[i].Upos is Upos.NOUN or Upos.PROPN) ReadCoordination(i);
        }
        return [.. _unnamed.Where(chain => chain.Mentions.Count > 1)];
    }

    private int HeadOf(Mention mention)
    {
        for (int i = mention.FirstToken; i < mention.EndToken; i++)
            if (_text.Head(i) is var head && (head < mention.FirstToken || head >= mention.EndToken)) return i;
        return mention.FirstToken;
    }

    private void Pass(EntityChain chain, Mention mention, int head)
    {
        chain.Seen++;
        _passed.Add((chain, mention, head));
    }

    // ---- noun phrases ----

    private void ReadNoun(int noun)
    {
        var word = _text.Words[noun];
        if (word.Upos is Upos.PROPN && NameReader.IsCalendarWord(_text.Form(noun))) return;
        var relation = word.Relation.Universal();
        if (relation is DependencyRelation.Compound or DependencyRelation.Fixed or DependencyRelation.Flat or DependencyRelation.Goeswith or DependencyRelation.Det) return;
        if (NominalAt(noun) is { } title && Bearer(title.Title, title.Nationality) is { } bearer)
        {
            var mention = new Mention(_text.SpanOf(title.First, noun + 1), title.First, noun + 1, MentionKind.Nominal, Described);
            bearer.Mentions.Add(mention);
            Pass(bearer, mention, noun);
            return;
        }
        // "Ann Lee, the mayor", "the mayor, Ann Lee", "Ann Lee is the mayor": said of the name, no entity of its own.
        if (relation is DependencyRelation.Appos && _text.Head(noun) is >= 0 and var named && EntityAt(named) is { } apposed)
        {
            AddRole(apposed, word.Lemma);
            return;
        }
        foreach (int dependent in _text.Dependents(noun))
        {
            var its = _text.Words[dependent].Relation;
            if ((its.Universal() is DependencyRelation.Appos or DependencyRelation.Flat || its is DependencyRelation.NmodDesc) && _nameAt.TryGetValue(dependent, out var inside) && inside.Chain.Type is not EntityType.Norp)
            {
                AddRole(inside.Chain, word.Lemma);
                return;
            }
            if (its.Universal() is DependencyRelation.Cop)
            {
                if (_text.Dependent(noun, DependencyRelation.Nsubj) is >= 0 and var subject && EntityAt(subject) is { IsNamed: true } said && word.Xpos is Xpos.NN) AddRole(said, word.Lemma);
                return;
            }
        }
        // "president Ann Lee" where the noun hangs on the name.
        if (word.Relation is DependencyRelation.NmodDesc) return;
        // Headlines drop the words that tell phrases apart: "fog free ship in the afternoon" would be one.
        if (_text.Tree.Blocks[_text.Tree.Sentences[_text.Tree.Tokens[noun].Sentence].Block].Kind is SyntaxKind.Headline) return;
        var kind = NounKinds.Of(word.Lemma);
        if (kind is NounKind.Time || relation is DependencyRelation.Obl && word.Relation is DependencyRelation.OblUnmarked or DependencyRelation.OblTmod) return;
        var (first, end) = PhraseOf(noun);
        bool plural = word.Xpos is Xpos.NNS;
        bool definite = first < noun && IsDefinite(first);
        var phrase = new Mention(_text.SpanOf(first, end), first, end, MentionKind.Nominal);
        // "a company … the company": the same noun again with nothing but the article in front.
        string same = (plural ? "+" : "") + word.Lemma;
        bool bare = noun - first == 1 && end == noun + 1 && _text.Dependent(noun, DependencyRelation.Acl) < 0;
        if (definite && bare && kind is not NounKind.Abstract && _byNoun.TryGetValue(same, out var before) && before.Mentions[0] is var told && (plural || told.EndToken - told.FirstToken > 1) && Sentence(before.Mentions[^1].FirstToken) >= Sentence(noun) - Reach && IsSameSection(before.Mentions[^1].FirstToken, noun))
        {
            phrase = phrase with { Confidence = SameNoun };
            before.Mentions.Add(phrase);
            Pass(before, phrase, noun);
            return;
        }
        var chain = new EntityChain
        {
            Name = "",
            Key = "",
            Noun = word.Lemma,
            Kind = kind,
            IsPlural = plural,
            Gender = PersonName.GenderOfRole(word.Lemma),
            Type = TypeOf(kind),
        };
        chain.Mentions.Add(phrase);
        _unnamed.Add(chain);
        _byNoun[same] = chain;
        Pass(chain, phrase, noun);
    }

    /// <summary>"That", "somebody": pronouns that others may take up, but that are not looked up themselves.</summary>
    private void ReadOtherPronoun(int token)
    {
        string lemma = _text.Words[token].Lemma;
        var kind = lemma switch
        {
            "somebody" or "someone" or "anybody" or "anyone" or "everybody" or "everyone" or "nobody" => NounKind.Person,
            "this" or "that" or "something" or "anything" or "everything" or "one" => NounKind.Unknown,
            _ => NounKind.Time,
        };
        if (kind is NounKind.Time || _text.Words[token].Relation.Universal() is DependencyRelation.Det or DependencyRelation.Mark || _text.Words[token].Xpos is Xpos.WDT) return;
        var mention = new Mention(_text.SpanOf(token, token + 1), token, token + 1, MentionKind.Nominal);
        var chain = new EntityChain { Name = "", Key = "", Noun = lemma, Kind = kind, Type = kind is NounKind.Person ? EntityType.Person : EntityType.Other };
        chain.Mentions.Add(mention);
        _unnamed.Add(chain);
        Pass(chain, mention, token);
    }

    /// <summary>"Lee and Dahl", "the captain and his crew": once the last of them is passed, all of them are several.</summary>
    private void ReadCoordination(int last)
    {
        int first = _text.Head(last);
        if (first < 0 || _text.Words[first].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || _text.Words[first].Relation.Universal() is DependencyRelation.Compound or DependencyRelation.Flat) return;
        bool joined = false;
        foreach (int dependent in _text.Dependents(first))
        {
            if (_text.Words[dependent].Relation is not DependencyRelation.Conj) continue;
            if (dependent > last) return;
            foreach (int inner in _text.Dependents(dependent)) joined |= _text.Words[inner].Lemma is "and" or "&";
        }
        if (!joined) return;
        var kind = KindAt(first);
        if (kind is NounKind.Time || kind != KindAt(last) && kind is not (NounKind.Person or NounKind.Group)) return;
        var (start, _) = PhraseOf(first);
        var (_, end) = PhraseOf(last);
        if (end <= start) return;
        var mention = new Mention(_text.SpanOf(start, end), start, end, MentionKind.Nominal);
        var chain = new EntityChain { Name = "", Key = "", Noun = "and", Kind = kind, IsPlural = true, Type = TypeOf(kind) };
        chain.Mentions.Add(mention);
        _unnamed.Add(chain);
        Pass(chain, mention, first);
    }

    private NounKind KindAt(int token) => _nameAt.TryGetValue(token, out var name) ? name.Chain.Kind : NounKinds.Of(_text.Words[token].Lemma);

    private EntityChain? EntityAt(int token)
    {
        if (_nameAt.TryGetValue(token, out var name)) return name.Chain;
        for (int p = _passed.Count - 1; p >= 0 && p >= _passed.Count - 8; p--)
            if (_passed[p].Head == token) return _passed[p].Chain;
        return null;
    }

    private static void AddRole(EntityChain chain, string noun)
    {
        chain.AddRole(noun);
        if (chain.Type is EntityType.Person && chain.Gender is Gender.Unknown) chain.Gender = PersonName.GenderOfRole(noun);
    }

    /// <summary>The noun with what stands in front of it and the prepositional phrases behind; clauses are left out.</summary>
    private (int First, int End) PhraseOf(int noun)
    {
        int first = noun, end = noun + 1;
        foreach (int dependent in _text.Dependents(noun))
        {
            var relation = _text.Words[dependent].Relation.Universal();
            if (dependent < noun)
            {
                if (relation is DependencyRelation.Case or DependencyRelation.Cc or DependencyRelation.Punct or DependencyRelation.Mark or DependencyRelation.Advmod or DependencyRelation.Nsubj or DependencyRelation.Cop or DependencyRelation.Aux or DependencyRelation.Conj or DependencyRelation.Parataxis or DependencyRelation.Discourse) continue;
                first = Math.Min(first, _text.Subtree(dependent).First);
            }
            else if (relation is DependencyRelation.Nmod or DependencyRelation.Flat or DependencyRelation.Compound or DependencyRelation.Nummod && _text.Subtree(dependent).First >= noun)
            {
                end = Math.Max(end, _text.Subtree(dependent).End);
            }
        }
        return (first, end);
    }

    private bool IsDefinite(int token) => _text.Form(token) is "the" or "The" or "this" or "This" or "that" or "That" or "these" or "These" or "those" or "Those";

    private static EntityType TypeOf(NounKind kind) => kind switch
    {
        NounKind.Person => EntityType.Person,
        NounKind.Group => EntityType.Organization,
        NounKind.Place => EntityType.Location,
        NounKind.Event => EntityType.Event,
        _ => EntityType.Other,
    };

    // ---- descriptions of the named ----

    // Parts that are right on the training part of GUM, rounded down.
    private static readonly Confidence Described = new(850), SameNoun = new(830), OwnSubject = new(920);

    /// <summary>"the Russian leader", "the minister": a definite noun phrase whose head is a title.</summary>
    private (int First, string Title, string Nationality)? NominalAt(int head)
    {
        var word = _text.Words[head];
        if (_quoted[head] || word.Xpos is not Xpos.NN || !IsLower(head) || !Titles.Contains(word.Lemma)) return null;
        var sentence = _text.SentenceOf(head);
        if (head + 1 < sentence.EndToken && (_text.Words[head + 1].Upos is Upos.PROPN || _text.Form(head + 1) is "," or "of" or "-")) return null;
        string nationality = "";
        for (int i = head - 1; i >= sentence.FirstToken && i >= head - 4; i--)
        {
            if (_text.Form(i) is "the" or "The") return (i, word.Lemma, nationality);
            string lower = _text.Form(i).ToString().ToLowerInvariant();
            if (Nationality.Is(lower)) nationality = lower;
            else if (_text.Words[i].Upos is not (Upos.ADJ or Upos.NOUN or Upos.PROPN)) return null;
        }
        return null;
    }

    /// <summary>The one person who bears the title among those named so far, else in the whole text; null when several do.</summary>
    private EntityChain? Bearer(string title, string nationality)
    {
        EntityChain? found = null;
        int searched = 0;
        for (int p = _passed.Count - 1; p >= 0 && searched < MostMentions; p--, searched++)
        {
            var chain = _passed[p].Chain;
            if (chain.Type is not EntityType.Person || !Bears(chain, title, nationality)) continue;
            // "a minister" without a name came between.
            if (!chain.IsNamed) return null;
            if (found is not null && found != chain) return null;
            found = chain;
        }
        if (found is not null || searched == MostMentions) return found;
        // Newspapers name a person after the title as well as before: "the Russian leader said. … President Putin".
        foreach (var chain in _persons)
        {
            if (!Bears(chain, title, nationality)) continue;
            if (found is not null) return null;
            found = chain;
        }
        return found;
    }

    private static bool Bears(EntityChain chain, string title, string nationality) =>
        (chain.Roles.Contains(title) || title == chain.Noun || title is "leader" && chain.Roles.Any(Leaders.Contains))
        && (nationality.Length == 0 || chain.Roles.Contains(nationality) || !chain.Roles.Any(Nationality.Is));

    // ---- pronouns ----

    private void ReadPronoun(int token, PronounKind kind)
    {
        var mention = new Mention(_text.SpanOf(token, token + 1), token, token + 1, MentionKind.Pronoun);
        Collect(token, kind);
        if (!kind.IsOfDialogue() && Reflexive(token) is > 0 and var own)
        {
            // It says nothing about who is spoken of next, so that the subject stays the last mention.
            _candidates[own - 1].Chain.Mentions.Add(mention with { Confidence = OwnSubject });
            return;
        }
        WriteFeatures(token, kind);
        var (index, confidence) = _chooser.Choose(mention, _antecedents.AsSpan(0, _candidates.Count + 1), _features);
        EntityChain chain;
        if (index == 0)
        {
            chain = new EntityChain
            {
                Name = "",
                Key = "",
                OnlyPronoun = kind,
                Kind = kind is PronounKind.It ? NounKind.Unknown : kind is PronounKind.They ? NounKind.Unknown : NounKind.Person,
                IsPlural = kind is PronounKind.They or PronounKind.We,
                Gender = kind is PronounKind.He ? Gender.Male : kind is PronounKind.She ? Gender.Female : Gender.Unknown,
                Type = kind is PronounKind.It or PronounKind.They ? EntityType.Other : EntityType.Person,
            };
            _unnamed.Add(chain);
        }
        else
        {
            chain = _candidates[index - 1].Chain;
            mention = mention with { Confidence = confidence };
            // What was called "he" is a man from here on.
            if (chain.Gender is Gender.Unknown && confidence.Thousandths > 500) chain.Gender = kind is PronounKind.He ? Gender.Male : kind is PronounKind.She ? Gender.Female : Gender.Unknown;
        }
        chain.Mentions.Add(mention);
        Pass(chain, mention, token);
    }

    /// <summary>"Ann Lee hurt herself": the number of the candidate that is the subject of the same verb; 0 for none and for other pronouns.</summary>
    private int Reflexive(int token)
    {
        if (!Pronouns.IsReflexive(_text.Form(token)) || !IsArgument(token)) return 0;
        int subject = SubjectOf(Governor(token));
        return subject < 0 ? 0 : _candidates.FindIndex(candidate => candidate.Head == subject) + 1;
    }

    private void Collect(int token, PronounKind kind)
    {
        _candidates.Clear();
        _search++;
        int sentence = Sentence(token);
        int reach = kind.IsOfDialogue() ? VoiceReach : kind is PronounKind.It or PronounKind.They ? Reach : PersonReach;
        for (int p = _passed.Count - 1, looked = 0; p >= 0 && looked < MostMentions && _candidates.Count < MostCandidates; p--, looked++)
        {
            var (chain, mention, head) = _passed[p];
            int distance = sentence - Sentence(head);
            if (distance > reach || !IsSameSection(head, token)) break;
            if (kind.IsOfDialogue() ? IsKnownVoice(p) : chain.Stamp == _search) continue;
            if (distance > Reach && chain.Type is not EntityType.Person) continue;
            chain.Stamp = _search;
            if (CanBe(chain, kind) && !IsRuledOut(token, mention, head)) _candidates.Add(_passed[p]);
        }
        if (kind is PronounKind.He or PronounKind.She) RemoveRivals();
    }

    /// <summary>"Ann Lee and Jane Dahl … she": where both fit, nothing tells which of the two is meant.</summary>
    private void RemoveRivals()
    {
        for (int c = _candidates.Count - 1; c > 0; c--)
        {
            var (chain, _, head) = _candidates[c];
            int rival = chain.IsNamed
                ? _candidates.FindIndex(0, c, other => other.Chain.IsNamed && other.Chain.Gender == chain.Gender && FirstConjunct(other.Head) == FirstConjunct(head))
                : -1;
            if (rival < 0) continue;
            _candidates.RemoveAt(c);
            _candidates.RemoveAt(rival);
            c = Math.Min(c, _candidates.Count);
        }
    }

    private int FirstConjunct(int token)
    {
        while (_text.Words[token].Relation is DependencyRelation.Conj && _text.Head(token) is >= 0 and var first) token = first;
        return token;
    }

    /// <summary>Whether the same pronoun of the same paragraph is a candidate: speakers take turns, so that each turn may be another's.</summary>
    private bool IsKnownVoice(int passed)
    {
        var (chain, mention, head) = _passed[passed];
        if (chain.OnlyPronoun is PronounKind.None) return true;
        var kind = Pronouns.Of(_text.Form(mention.FirstToken));
        foreach (var (_, known, other) in _candidates)
            if (IsSameBlock(head, other) && _quoted[head] == _quoted[other] && Pronouns.Of(_text.Form(known.FirstToken)) == kind) return true;
        return false;
    }

    /// <summary>Whether number, gender and kind leave the entity as a candidate.</summary>
    private static bool CanBe(EntityChain chain, PronounKind kind)
    {
        // Who is "I" to the one is "you" to the other.
        if (kind is PronounKind.I or PronounKind.You) return chain.OnlyPronoun is PronounKind.I or PronounKind.You;
        if (kind is PronounKind.We) return chain.OnlyPronoun is PronounKind.We;
        if (chain.OnlyPronoun is not PronounKind.None) return chain.OnlyPronoun == kind;
        return kind switch
        {
            PronounKind.He or PronounKind.She => !chain.IsPlural
                && chain.Gender != (kind is PronounKind.He ? Gender.Female : Gender.Male)
                && (chain.IsNamed ? chain.Type is EntityType.Person or EntityType.Other : chain.Kind is NounKind.Person or NounKind.Animal or NounKind.Unknown),
            PronounKind.It => !chain.IsPlural && chain.Kind is not NounKind.Person,
            _ => chain.IsPlural || chain.Kind is NounKind.Group or NounKind.Unknown or NounKind.Place || chain.Kind is NounKind.Person && !chain.IsNamed || chain.IsNamed && chain.Type is EntityType.Norp,
        };
    }

    /// <summary>Whether the structure of the clause keeps the two apart: "Ann saw her", "the mayor of his town".</summary>
    private bool IsRuledOut(int token, Mention mention, int head)
    {
        if (Sentence(head) != Sentence(token)) return false;
        bool reflexive = Pronouns.IsReflexive(_text.Form(token));
        // Inside of the phrase itself, unless in a clause of it.
        if (mention.FirstToken <= token && token < mention.EndToken) return true;
        // "Lee said: “He …”": who speaks says "I".
        if (_quoted[token] && !_quoted[head] && SaysAt(head)) return true;
        if (reflexive || IsPossessive(token)) return false;
        int governor = Governor(token), other = Governor(head);
        return governor >= 0 && governor == other && IsArgument(token) && IsArgument(head);
    }

    /// <summary>The verb or noun that the token is an argument of, over the first of several joined ones.</summary>
    private int Governor(int token) => _text.Head(FirstConjunct(token));

    private bool IsArgument(int token) =>
        _text.Words[FirstConjunct(token)].Relation.Universal() is DependencyRelation.Nsubj or DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl;

    private bool IsPossessive(int token) => _text.Words[token].Relation is DependencyRelation.NmodPoss;

    // ---- what speaks for a candidate ----

    private void WriteFeatures(int token, PronounKind kind)
    {
        string pronoun = kind.ToString();
        string role = RoleOf(token);
        string form = Pronouns.IsReflexive(_text.Form(token)) ? "self" : IsPossessive(token) ? "poss" : role;
        bool dialogue = kind.IsOfDialogue();
        _features.Clear(pronoun);
        _features.Begin();
        WriteNone(token, kind, role, form);
        int subject = SubjectOf(ClauseOf(token));
        int matrix = MatrixSubject(token);
        int related = RelatedBy(ClauseOf(token));
        string verb = VerbOf(token), says = SaysAt(token) ? "says" : "";
        int governor = Governor(token), subjects = 0;
        for (int c = 0; c < _candidates.Count; c++)
        {
            var (chain, mention, head) = _candidates[c];
            _antecedents[c + 1] = mention;
            _features.Begin();
            int distance = Math.Min(Sentence(token) - Sentence(head), PersonReach);
            string near = distance switch { 0 => "0", 1 => "1", 2 => "2", 3 or 4 => "3", _ => "5" };
            string its = RoleOf(head);
            string place = IsSameBlock(token, head) ? "in" : "out";
            string kinds = chain.OnlyPronoun is not PronounKind.None ? "pronoun" : chain.IsNamed ? chain.Type.ToString() : chain.Kind.ToString();
            string shape = ShapeOf(chain, mention);
            string quotes = _quoted[token] == _quoted[head] ? "same" : _quoted[token] ? "into" : "outof";
            _features.Add("any");
            _features.Add("form", form);
            _features.Add("near", near);
            _features.Add("nearform", near, form);
            _features.Add("place", place, near);
            _features.Add("rank", Small(c, 5));
            _features.Add("ranknear", Small(c, 3), near);
            _features.Add("quotes", quotes, near);
            _features.Add("shape", shape);
            _features.Add("shapenear", shape, near);
            _features.Add("seen", Small(Math.Max(1, chain.Seen), 6));
            if (dialogue)
            {
                string last = Pronouns.Of(_text.Form(mention.FirstToken)).ToString(), blocks = Small(Block(token) - Block(head), 4);
                _features.Add("last", last, Small(c, 2));
                _features.Add("blocks", blocks, quotes, last);
                _features.Add("blocksrank", blocks, Small(c, 2), last);
                _features.Add("lastnear", last, near, place);
                _features.Add("tokens", Size(token - head), last);
                if (distance > 0) _features.Add("asked", _text.Form(_text.SentenceOf(head).EndToken - 1) is "?" ? "y" : "n", blocks, last);
                continue;
            }
            _features.Add("role", its, near);
            _features.Add("roles", role, its, distance == 0 ? "0" : "1");
            _features.Add("rolesform", form, its, distance == 0 ? "0" : "1");
            _features.Add("tokens", Size(token - head), distance == 0 ? "0" : "1");
            _features.Add("kind", kinds, chain.IsPlural ? "s" : "");
            _features.Add("kindform", kinds, form);
            _features.Add("kindnear", kinds, near);
            _features.Add("seennear", Small(Math.Max(1, chain.Seen), 3), near);
            if (chain.Type is EntityType.Person && kind is PronounKind.He or PronounKind.She) _features.Add("gender", chain.Gender is Gender.Unknown ? "?" : "known", chain.IsNamed ? "named" : "", shape);
            if (chain.Noun is "and") _features.Add("joined", near);
            if (!chain.IsNamed && chain.OnlyPronoun is PronounKind.None)
            {
                _features.Add("article", ArticleOf(mention), near);
                _features.Add("noun", chain.Noun);
            }
            if (its is "nsubj")
            {
                subjects++;
                _features.Add("subjectrank", Small(subjects, 3), distance == 0 ? "0" : "1");
            }
            if (distance > 0 && IsFirstIn(head)) _features.Add("opens", near, role);
            if (distance == 0)
            {
                if (head == subject) _features.Add("own", form);
                if (head == matrix) _features.Add("matrix", form);
                if (_text.IsBelow(token, head)) _features.Add("above", form, its);
                if (related == head) _features.Add("relative", form);
                if (governor == Governor(head)) _features.Add("sister", form, its);
                if (_text.Head(head) == _text.Head(token)) _features.Add("sameverb", form, its);
            }
            else if (verb.Length > 0 && verb == VerbOf(head))
            {
                _features.Add("parallel", role, its);
            }
            _features.Add("verbkind", says, kinds);
            if (role is "nsubj" && verb.Length > 0) _features.Add("does", verb, chain.IsPlural ? "" : kinds);
            if (Headline(head)) _features.Add("headline", near);
        }
    }

    /// <summary>What speaks for the pronoun standing for nothing that was mentioned: above all for an empty <em>it</em>.</summary>
    private void WriteNone(int token, PronounKind kind, string role, string form)
    {
        _antecedents[0] = default;
        _features.Add("none");
        _features.Add("noneform", form);
        _features.Add("nonequoted", _quoted[token] ? "y" : "n");
        if (_candidates.Count > 0)
        {
            var (chain, mention, first) = _candidates[0];
            string near = Small(Sentence(token) - Sentence(first), 3);
            _features.Add("nonenear", near);
            _features.Add("noneshape", near, ShapeOf(chain, mention), kind.IsOfDialogue() ? Pronouns.Of(_text.Form(mention.FirstToken)).ToString() : RoleOf(first));
        }
        if (kind.IsOfDialogue() || kind is PronounKind.He or PronounKind.She) return;
        int head = _text.Head(token);
        if (head < 0) return;
        var word = _text.Words[head];
        _features.Add("noneverb", role, word.Lemma);
        _features.Add("nonetag", role, word.Upos.ToString());
        if (_text.Words[token].Relation is DependencyRelation.Expl) _features.Add("expl");
        bool copula = _text.Dependent(head, DependencyRelation.Cop) >= 0;
        if (copula) _features.Add("nonecopula", word.Upos.ToString());
        bool clause = false;
        foreach (int dependent in _text.Dependents(head))
        {
            var relation = _text.Words[dependent].Relation;
            if (dependent > token && relation.Universal() is DependencyRelation.Csubj or DependencyRelation.Ccomp or DependencyRelation.Advcl or DependencyRelation.Acl or DependencyRelation.Xcomp)
            {
                clause = true;
                _features.Add("noneclause", relation.ToConllu(), copula ? word.Upos.ToString() : "", kind is PronounKind.It ? role : "");
            }
        }
        _features.Add("nonehasclause", clause ? "y" : "n", copula ? "cop" : "", role);
        var sentence = _text.SentenceOf(token);
        if (token > sentence.FirstToken) _features.Add("nonebefore", _text.Words[token - 1].Lemma);
        else _features.Add("nonefirst");
        if (token + 1 < sentence.EndToken) _features.Add("noneafter", _text.Words[token + 1].Lemma);
        if (token + 2 < sentence.EndToken) _features.Add("noneafter2", _text.Words[token + 1].Lemma, _text.Words[token + 2].Lemma);
        _features.Add("nonekind", NounKinds.Of(word.Lemma).ToString(), role);
    }

    private static string ShapeOf(EntityChain chain, Mention mention) => mention.Kind switch
    {
        MentionKind.Pronoun => chain.OnlyPronoun is PronounKind.None ? "pronoun" : "only",
        MentionKind.Name => mention.EndToken - mention.FirstToken > 1 ? "fullname" : "name",
        _ => chain.IsNamed ? "described" : "noun",
    };

    private string ArticleOf(Mention mention) => _text.Form(mention.FirstToken) switch
    {
        "the" or "The" => "the",
        "a" or "A" or "an" or "An" => "a",
        "this" or "This" or "these" or "These" or "that" or "those" => "this",
        _ => _text.Words[mention.FirstToken].Upos is Upos.PRON ? "poss" : _text.Words[mention.FirstToken].Upos is Upos.NUM ? "num" : "",
    };

    private string RoleOf(int token)
    {
        return _text.Words[FirstConjunct(token)].Relation switch
        {
            DependencyRelation.NmodPoss => "poss",
            DependencyRelation.NsubjPass => "nsubjpass",
            DependencyRelation.OblAgent => "agent",
            var relation => relation.Universal() switch
            {
                DependencyRelation.Nsubj => "nsubj",
                DependencyRelation.Obj or DependencyRelation.Iobj => "obj",
                DependencyRelation.Obl => "obl",
                DependencyRelation.Nmod => "nmod",
                DependencyRelation.Appos => "appos",
                DependencyRelation.Root => "root",
                DependencyRelation.Expl => "nsubj",
                _ => "other",
            },
        };
    }

    /// <summary>The head of the clause that the token stands in.</summary>
    private int ClauseOf(int token)
    {
        for (int head = _text.Head(token); head >= 0; head = _text.Head(head))
            if (_text.Words[head].Upos is Upos.VERB or Upos.AUX || _text.Dependent(head, DependencyRelation.Nsubj) >= 0) return head;
        return -1;
    }

    private int SubjectOf(int clause) => clause < 0 ? -1 : _text.Dependent(clause, DependencyRelation.Nsubj);

    /// <summary>The subject of the clause around the token's clause.</summary>
    private int MatrixSubject(int token)
    {
        int clause = ClauseOf(token);
        return clause < 0 ? -1 : SubjectOf(ClauseOf(clause));
    }

    /// <summary>"The workers, who repaired their boat": the noun that a relative clause with a pronoun for its subject belongs to; -1 for any other clause.</summary>
    private int RelatedBy(int clause) =>
        clause >= 0 && _text.Words[clause].Relation is DependencyRelation.AclRelcl && SubjectOf(clause) is >= 0 and var subject && _text.Words[subject].Xpos is Xpos.WP or Xpos.WDT ? _text.Head(clause) : -1;

    private string VerbOf(int token) => _text.Head(token) is >= 0 and var head && _text.Words[head].Upos is Upos.VERB ? _text.Words[head].Lemma : "";

    private bool SaysAt(int token) => _text.Words[token].Relation is DependencyRelation.Nsubj && ReportVerbs.Has(VerbOf(token));

    private bool IsFirstIn(int head)
    {
        var sentence = _text.SentenceOf(head);
        for (int i = head - 1; i >= sentence.FirstToken && i >= head - 6; i--)
            if (_text.Words[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.VERB && !_text.IsBelow(i, head)) return false;
        return head - sentence.FirstToken <= 6;
    }

    private bool Headline(int token) => _text.Tree.Blocks[Block(token)].Kind is SyntaxKind.Headline;

    private int Sentence(int token) => _text.Tree.Tokens[token].Sentence;

    private int Block(int token) => _text.SentenceOf(token).Block;

    private bool IsSameBlock(int one, int other) => Block(one) == Block(other);

    private bool IsSameSection(int one, int other) => _text.Tree.Blocks[Block(one)].Section == _text.Tree.Blocks[Block(other)].Section;

    private bool IsLower(int token) => char.IsLower(_text.Form(token)[0]);

    private static string Small(int number, int most) => Math.Clamp(number, 0, most) switch { 0 => "0", 1 => "1", 2 => "2", 3 => "3", 4 => "4", 5 => "5", _ => "6" };

    private static string Size(int tokens) => tokens switch { <= 2 => "2", <= 4 => "4", <= 7 => "7", <= 12 => "12", <= 20 => "20", <= 40 => "40", _ => "more" };
}
