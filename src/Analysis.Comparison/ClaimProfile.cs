using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Comparison;

/// <summary>A claim in the form in which it is compared.</summary>
internal sealed class ClaimProfile
{
    /// <summary>Reads a claim of a model.</summary>
    public ClaimProfile(ArticleWords words, int index, Terms terms)
        : this(words, words.Model.Claims[index], index, terms)
    {
    }

    /// <summary>Reads a claim that need not be one of the model's own.</summary>
    public ClaimProfile(ArticleWords words, Claim claim, int index, Terms terms)
    {
        var (model, termAt) = (words.Model, words.TermAt);
        _words = words;
        Index = index;
        Claim = claim;
        PredicateLemma = Verdict() ?? Claim.Predicate.Lemma;
        // The particle makes another verb, "break out", and the noun "killing" is the verb "kill".
        bool another = PredicateLemma != Claim.Predicate.Lemma || PredicateLemma.Contains(' ') || IsNominal;
        PredicateTerm = another || termAt[Claim.Predicate.Head] < 0 ? terms.OfLemma(PredicateLemma) : termAt[Claim.Predicate.Head];
        (ContentTerms, FirstTokens) = Content(termAt);
        WordsHash = HashOf(Claim.Tokens);
        Quantities = Claim.Quantities.IsEmpty ? [] : [.. Claim.Quantities.Select(q => model.Quantities[q]).Where(q => q.Kind is not QuantityKind.Duration || q.Counted is not null || IsExtent(q))];
        Dates = Claim.Dates.IsEmpty ? [] : [.. Claim.Dates.Where(d => !IsOfStart(d)).Select(d => model.Dates[d]).Where(d => d.Kind is not DateKind.Duration and not DateKind.Set)];
        Time = Narrowest();
        Subject = Phrase(Role.Agent, termAt) ?? [];
        Object = Phrase(Role.Theme, termAt) ?? [];
        (SubjectHeads, ObjectHeads) = (Heads(Role.Agent, termAt), Heads(Role.Theme, termAt));
        SubjectWord = FirstHead(Role.Agent) ?? FirstHead(Role.Theme) ?? "";
        IsOpen = LeadsOut();
        foreach (int token in Claim.Tokens)
        {
            var traits = words.TraitsAt(token);
            if (traits is WordTraits.None) continue;
            HoldsNegator |= traits.HasFlag(WordTraits.Denies);
            HoldsNegated |= traits.HasFlag(WordTraits.Negated);
            IsCondition |= traits.HasFlag(WordTraits.Condition) && model.Text.Words[token].Relation.Universal() is DependencyRelation.Mark
                && (model.Text.Head(token) == Claim.Predicate.Head || Claim.Tokens[0] == token);
            if (traits.HasFlag(WordTraits.Pole)) _poles |= OppositeWords.PolesOf(model.Text.Form(token));
            if (traits.HasFlag(WordTraits.Qualifies) && !Quantities.Any(q => q.FirstToken <= token && token < q.EndToken)) (_qualifiers ??= []).Add(model.Text.Words[token].Lemma);
        }
    }

    private static readonly FrozenSet<string> PartialWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "only", "just", "merely", "simply", "solely", "yet", "necessarily", "always", "entirely", "completely", "fully", "exactly", "all", "every", "everyone", "immediately",
        "herself", "himself", "themselves", "itself", "personally", "alone", "both", "together", "jointly", "anymore", "longer");

    private static readonly FrozenSet<string> SomeWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "some", "other", "others", "another", "several", "few", "many", "most", "more", "certain", "half", "part", "percent", "third", "quarter", "majority", "minority", "one", "such", "any");

    private readonly ArticleWords _words;

    private readonly Poles _poles;

    // Null for the most, which hold none.
    private readonly HashSet<string>? _qualifiers;

    private int[]? _sentenceTerms;

    public SemanticModel Model => _words.Model;

    /// <summary>The words of its article.</summary>
    public ArticleWords Words => _words;

    /// <summary>Whether a noun says what happens: "the killing of two men".</summary>
    public bool IsNominal => Claim.Predicate.Tense is Tense.None && Model.Text.Words[Claim.Predicate.Head].Relation.Universal() is not DependencyRelation.Appos;

    /// <summary>Whether what the predicate speaks of stands outside the claim: "he knows [who did it]", "[the money] that he wants".</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it only says under what condition its sentence holds, or what is asked there: "if the charges are true", "whether he left".</summary>
    public bool IsCondition { get; }

    /// <summary>Whether a clause of its own narrows down what the claim is about: "they used money [that was not theirs]".</summary>
    public bool IsRestricted => Claim.Tokens.Any(token => Model.Text.Dependent(token, DependencyRelation.Acl) is var clause and >= 0 && Claim.Tokens.BinarySearch(clause) < 0);

    /// <summary>How much the claim says: its terms, numbers and times.</summary>
    public int Facts => ContentTerms.Length + Quantities.Length + (Dates.IsEmpty ? 0 : 1);

    /// <summary>Index in the model's claims; of a passage in the list that is compared.</summary>
    public int Index { get; }

    public Claim Claim { get; }

    /// <summary>The predicate's lemma; of "found him guilty" that of the verb it stands for.</summary>
    public string PredicateLemma { get; }

    /// <summary>What the predicate says, synonyms folded.</summary>
    public int PredicateTerm { get; }

    /// <summary>Whether two predicates say the same: one verb, or two of which the language resource knows that one stands for the other.</summary>
    public bool HasPredicateOf(ClaimProfile other) => PredicateTerm == other.PredicateTerm
        || !IsNominal && !other.IsNominal && WordRelations.Default.Relate(PredicateLemma, Upos.VERB, other.PredicateLemma, Upos.VERB).Kind is WordRelationKind.Same;

    /// <summary>Terms of the claim, ascending, each once, the predicate's among them.</summary>
    public ImmutableArray<int> ContentTerms { get; }

    /// <summary>For every term the first token that has it.</summary>
    public ImmutableArray<int> FirstTokens { get; }

    /// <summary>The term of a token of the article; -1 where it has none.</summary>
    public int TermAt(int token) => _words.TermAt[token];

    /// <summary>The words that a term of the claim has in it; of an entity that only a pronoun stands for, its name.</summary>
    public string WordsOf(int term)
    {
        var tokens = Model.Tree.Tokens;
        int first = FirstTokens[ContentTerms.BinarySearch(term)], last = first;
        var span = tokens[first].Span;
        if (Model.Text.Words[first].Upos is Upos.PRON)
            foreach (var argument in Claim.Arguments)
                if (argument.Entity >= 0 && argument.Head == first) return Model.Entities[argument.Entity].Name;
        while (last + 1 < tokens.Length && _words.TermAt[last + 1] == term && tokens[last + 1].Sentence == tokens[first].Sentence) last++;
        return Model.Tree.Text.ToString(new TextSpan(span.Start, tokens[last].Span.End));
    }

    /// <summary>Equal for claims of the same words but for typography.</summary>
    public ulong WordsHash { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    public ImmutableArray<DateMention> Dates { get; }

    /// <summary>Terms of who does it.</summary>
    public ImmutableArray<int> Subject { get; }

    /// <summary>Terms of who does it, without whose and of what: of "Lee's brother" the brother. Empty where that is no term.</summary>
    public ImmutableArray<int> SubjectHeads { get; }

    /// <summary>The same of what it is done to.</summary>
    public ImmutableArray<int> ObjectHeads { get; }

    /// <summary>Terms of what it is done to.</summary>
    public ImmutableArray<int> Object { get; }

    /// <summary>Lemma of who or what the claim is about, a pronoun included; empty when it is about nobody.</summary>
    public string SubjectWord { get; }

    /// <summary>The characters of the claim.</summary>
    public TextSpan Span => Claim.Span;

    /// <summary>The resolved time of the claim; null when it names none or none that could be resolved.</summary>
    public (LocalDateTime Start, LocalDateTime End)? Time { get; }

    /// <summary>Whether the claim names a time that could not be resolved: it may be any.</summary>
    public bool HasUnresolvedTime => Dates.Any(d => d.Start is null && d.Kind is not DateKind.Time);

    /// <summary>Whether the sentences around two claims are about the same: a claim of one word says little without its sentence.</summary>
    public bool SharesSentence(ClaimProfile other)
    {
        var (mine, others) = (SentenceTerms, other.SentenceTerms);
        int common = TermLists.CommonOf<int>(mine, others);
        return common * 2 >= Math.Min(mine.Length, others.Length) && (common > 1 || SentenceLength == other.SentenceLength);
    }

    /// <summary>Whether the sentences around two claims hold the same terms, so that what one leads on to the other leads on to as well.</summary>
    public bool HasSameSentence(ClaimProfile other) => SentenceTerms.AsSpan().SequenceEqual(other.SentenceTerms);

    // Room for so many terms is taken on the stack: half a kilobyte of numbers.
    private const int MaxOnStack = 64;

    private int SentenceLength => Model.Tree.Sentences[Claim.Sentence].TokenCount;

    /// <summary>Terms of the sentence around the claim, ascending, each once. Few claims are ever asked for them.</summary>
    public int[] SentenceTerms => _sentenceTerms ??= ReadSentence();

    private int[] ReadSentence()
    {
        var sentence = Model.Tree.Sentences[Claim.Sentence];
        var found = new SortedSet<int>();
        int first = Math.Max(sentence.FirstToken, Claim.Predicate.Head - SentenceSyntax.MaxStretch), end = Math.Min(sentence.EndToken, Claim.Predicate.Head + SentenceSyntax.MaxStretch);
        for (int i = first; i < end; i++)
            if (_words.TermAt[i] >= 0) found.Add(_words.TermAt[i]);
        return [.. found];
    }

    /// <summary>"Found guilty", "found not guilty": convicted, acquitted.</summary>
    private string? Verdict()
    {
        if (Claim.Predicate.Lemma is not "find") return null;
        var sentence = Model.Tree.Sentences[Claim.Sentence];
        for (int i = Claim.Predicate.Head + 1; i < sentence.EndToken && i <= Claim.Predicate.Head + SentenceSyntax.MaxStretch; i++)
            if (Model.Text.Words[i].Lemma is "guilty" && Model.Text.Head(i) is var head && (head == Claim.Predicate.Head || head >= 0 && Model.Text.Head(head) == Claim.Predicate.Head))
                return Model.Text.Words[i - 1].Lemma is "not" ? "acquit" : "convict";
        return null;
    }

    private bool LeadsOut()
    {
        var text = Model.Text;
        foreach (int token in Claim.Tokens)
            foreach (int dependent in text.Dependents(token))
                if ((text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Xcomp
                        || text.Words[dependent].Relation is DependencyRelation.AclRelcl && text.Words[token].Upos is Upos.PRON)
                    && Claim.Tokens.BinarySearch(dependent) < 0) return true;
        // "that he wants": the noun that the relative clause is about is no part of it unless it is its subject.
        foreach (int token in Claim.Tokens)
            if (text.Words[token].Relation is DependencyRelation.AclRelcl && text.Head(token) is var noun and >= 0 && Claim.Tokens.BinarySearch(noun) < 0)
                return !Claim.Arguments.Any(a => a.Head == noun);
        return false;
    }

    private (ImmutableArray<int> Terms, ImmutableArray<int> FirstTokens) Content(int[] termAt)
    {
        int most = Claim.Tokens.Length;
        foreach (var argument in Claim.Arguments)
            if (Claim.Tokens.BinarySearch(argument.Head) < 0) most += argument.EndToken - argument.FirstToken;
        // Term above, order in which it is read below: of a term that is read twice the first token stays.
        Span<long> read = most <= MaxOnStack ? stackalloc long[most] : new long[most];
        Span<int> tokenAt = most <= MaxOnStack ? stackalloc int[most] : new int[most];
        int count = 0;
        foreach (int token in Claim.Tokens)
            if (termAt[token] is var term and >= 0 && !IsNegation(token)) Add(read, tokenAt, token == Claim.Predicate.Head ? PredicateTerm : term, token);
        // "The dam, which was completed in 1961": the noun that a relative clause is about stands outside it.
        foreach (var argument in Claim.Arguments)
            if (Claim.Tokens.BinarySearch(argument.Head) < 0)
                for (int i = argument.FirstToken; i < argument.EndToken; i++)
                    if (termAt[i] is var term and >= 0) Add(read, tokenAt, term, i);
        read = read[..count];
        read.Sort();
        int distinct = 0;
        for (int i = 0; i < count; i++)
            if (i == 0 || read[i] >> 32 != read[i - 1] >> 32) distinct++;
        var (terms, tokens) = (new int[distinct], new int[distinct]);
        for (int i = 0, at = 0; i < count; i++)
            if (i == 0 || read[i] >> 32 != read[i - 1] >> 32) (terms[at], tokens[at++]) = ((int)(read[i] >> 32), tokenAt[(int)read[i]]);
        return (ImmutableCollectionsMarshal.AsImmutableArray(terms), ImmutableCollectionsMarshal.AsImmutableArray(tokens));

        void Add(Span<long> read, Span<int> tokenAt, int term, int token)
        {
            read[count] = (long)term << 32 | (uint)count;
            tokenAt[count++] = token;
        }
    }

    /// <summary>FNV-1a over the plain forms.</summary>
    private ulong HashOf(ImmutableArray<int> tokens)
    {
        ulong hash = 14695981039346656037;
        foreach (int token in tokens)
            hash = (hash ^ _words.HashAt(token)) * 1099511628211;
        return hash;
    }

    /// <summary>Whether one claim has a word of place or direction and the other its opposite, so that they may say opposite things whatever else they share.</summary>
    public bool HasOppositeOf(ClaimProfile other) => _poles.AreOppositeTo(other._poles);

    /// <summary>Times of the day that the claim names.</summary>
    public DayParts DayParts
    {
        get
        {
            var parts = DayParts.None;
            foreach (int token in Claim.Tokens) parts |= DayPartWords.PartOf(Model.Text.Words[token]);
            return parts;
        }
    }

    /// <summary>Whether the claim limits what a figure counts to a length of time that is not the figure itself, or its sentence does with "within days".</summary>
    public bool HasSpan(Quantity figure)
    {
        foreach (int date in Claim.Dates)
            if (Model.Dates[date] is { Kind: DateKind.Duration } length && !length.Span.OverlapsWith(figure.Span) && !IsModifier(length)) return true;
        var sentence = Model.Tree.Sentences[Claim.Sentence];
        for (int i = sentence.FirstToken; i < Math.Min(sentence.EndToken, sentence.FirstToken + SentenceSyntax.MaxStretch); i++)
            if (Model.Text.Words[i].Lemma is "within") return true;
        return false;
    }

    /// <summary>"A 50-year low": a length that belongs to a noun limits nothing.</summary>
    private bool IsModifier(DateMention length) => Model.Text.Words[length.EndToken - 1].Relation.Universal() is DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Nummod;

    /// <summary>Whether the sentence gives what a poll or a study found, of which there are many.</summary>
    public bool SpeaksOfPoll
    {
        get
        {
            var sentence = Model.Tree.Sentences[Claim.Sentence];
            for (int i = sentence.FirstToken; i < Math.Min(sentence.EndToken, sentence.FirstToken + SentenceSyntax.MaxStretch); i++)
                if (Model.Text.Words[i] is { Upos: Upos.NOUN or Upos.PROPN, Lemma: "poll" or "survey" or "study" or "estimate" or "forecast" }) return true;
            return false;
        }
    }

    /// <summary>Whether the claim stands in a headline, whose present tells of what is past.</summary>
    public bool IsHeadline => Model.Tree.Blocks[Model.Tree.Sentences[Claim.Sentence].Block].Kind is SyntaxKind.Headline;

    /// <summary>Whether the claim denies: by its predicate, or by what is said to be, "pleaded not guilty", but not by both.</summary>
    public bool Denies => Claim.Predicate.Polarity is Polarity.Negative != NegatorOfAttribute() >= 0;

    /// <summary>The words that deny; null where the claim affirms.</summary>
    public TextSpan? Negation => Claim.Predicate.Negation ?? (NegatorOfAttribute() is var token and >= 0 ? Model.Tree.Tokens[token].Span : null);

    /// <summary>Whether what is denied is not that it was done, but that nothing else was, that it is over, that it was so of all: "not only", "not yet", "not all".</summary>
    public bool DeniesInPart
    {
        get
        {
            foreach (int token in Claim.Tokens)
            {
                if (PartialWords.Contains(Model.Text.Words[token].Lemma)) return true;
                // "Did not close the pier because of the storm" may have closed it.
                if (Model.Text.Words[token].Lemma is "because" or "until" or "unless" or "before") return true;
            }
            return Model.Text.Dependent(Claim.Predicate.Head, DependencyRelation.Advcl) is var clause and >= 0
                && Model.Text.Dependent(clause, DependencyRelation.Mark) is var mark and >= 0 && Model.Text.Words[mark].Lemma is "because" or "until" or "unless" or "before";
        }
    }

    /// <summary>The role of "nobody", "no one" and "none of the passengers", of which the claim denies what it says; null where it is about somebody.</summary>
    public Role? NobodyRole
    {
        get
        {
            if (Claim.Predicate.Polarity is not Polarity.Negative) return null;
            foreach (var argument in Claim.Arguments)
            {
                if (argument.Role is not (Role.Agent or Role.Theme)) continue;
                bool nobody = Model.Text.Words[argument.Head].Lemma.ToLowerInvariant() switch
                {
                    "nobody" or "none" => true,
                    "one" or "people" or "person" => HoldsNo(argument),
                    _ => false,
                };
                if (!nobody) continue;
                for (int i = argument.FirstToken; i < argument.EndToken; i++)
                    if (Model.Text.Words[i].Lemma is "else" or "other" or "but" or "except" or "besides") return null;
                return argument.Role;
            }
            return null;

            bool HoldsNo(Argument argument)
            {
                for (int i = argument.FirstToken; i < argument.Head; i++)
                    if (Model.Text.Form(i) is "no" or "No") return true;
                return false;
            }
        }
    }

    /// <summary>Whether a participant is only some of a kind, beside whom others may have done otherwise: "some voters", "other voters".</summary>
    public bool IsOfSome
    {
        get
        {
            foreach (var argument in Claim.Arguments)
            {
                if (argument.Role is not (Role.Agent or Role.Theme)) continue;
                if (IsSome(Model.Text, argument.Head)) return true;
            }
            return false;
        }
    }

    /// <summary>Whether a noun is only some of a kind: "some voters", "half of the voters".</summary>
    internal static bool IsSome(AnnotatedText text, int noun)
    {
        if (SomeWords.Contains(text.Words[noun].Lemma)) return true;
        foreach (int dependent in text.Dependents(noun))
            if (SomeWords.Contains(text.Words[dependent].Lemma)) return true;
        return false;
    }

    /// <summary>The participant in a role; null where there is none.</summary>
    public Argument? ArgumentOf(Role role)
    {
        foreach (var argument in Claim.Arguments)
            if (argument.Role == role) return argument;
        return null;
    }

    /// <summary>Whether who does it in one claim is whom it is done to in the other: "the dog bit the man", "the man bit the dog".</summary>
    public bool IsReverseOf(ClaimProfile other) =>
        !Subject.IsEmpty && !other.Subject.IsEmpty && !TermLists.Meet(Subject, other.Subject)
        && (TermLists.Meet(Subject, other.Object) || TermLists.Meet(Object, other.Subject));

    /// <summary>Whether a word that denies stands in the claim, be it read as its predicate's or not.</summary>
    public bool HoldsNegator { get; }

    /// <summary>Whether it holds a word that stands in the reach of a negation, or in a question: <em>ever</em>, <em>any</em>.</summary>
    public bool HoldsNegated { get; }

    /// <summary>
    /// Whether both are true as far as each other: "almost signed" is not signed, and who once employed so many may employ fewer now. Words
    /// that belong to a figure are compared with it.
    /// </summary>
    public bool IsQualifiedAs(ClaimProfile other) => _qualifiers is null || other._qualifiers is null ? _qualifiers == other._qualifiers : _qualifiers.SetEquals(other._qualifiers);

    /// <summary>Whether both are put as firmly: what may be, what is asked and what is denied is not what is. A plan is a future.</summary>
    public bool IsAsFirmAs(ClaimProfile other) => Claim.Predicate.Modality == other.Claim.Predicate.Modality || IsToCome && other.IsToCome;

    /// <summary>Whether it was so before something else was: "had approved".</summary>
    public bool IsPluperfect => HasPerfect(Xpos.VBD);

    /// <summary>Whether it has been so up to now: "has killed".</summary>
    public bool IsPerfect => HasPerfect(Xpos.VBZ) || HasPerfect(Xpos.VBP);

    private bool HasPerfect(Xpos tense)
    {
        foreach (int dependent in Model.Text.Dependents(Claim.Predicate.Head))
            if (Model.Text.Words[dependent] is { Lemma: "have", Upos: Upos.AUX } word && word.Xpos == tense) return true;
        return false;
    }

    /// <summary>Whether the claim is of what is to come: "will cut", "plans to cut".</summary>
    public bool IsToCome => Claim.Predicate is { Modality: Modality.Planned, Tense: not Tense.Past } or { Modality: Modality.Asserted, Tense: Tense.Future };

    /// <summary>Whether the claim tells how things stood at a time, and not what happened then: "by Monday night", "until May", "since the war".</summary>
    public bool RunsUpToATime
    {
        get
        {
            foreach (int date in Claim.Dates)
                if (Model.Dates[date].FirstToken is > 0 and var first && Model.Text.Words[first - 1].Lemma is "by" or "until" or "till" or "through" or "since") return true;
            return false;
        }
    }

    /// <summary>Whether the predicate shares what it is said of with a verb beside it: "destroyed or damaged 90 homes".</summary>
    public bool IsOneOfJoinedVerbs
    {
        get
        {
            const int Beside = 3;
            var text = Model.Text;
            int verb = Claim.Predicate.Head;
            if (text.Words[verb].Relation.Universal() is DependencyRelation.Conj && verb - text.Head(verb) is > 0 and < Beside) return true;
            foreach (int dependent in text.Dependents(verb))
                if (text.Words[dependent].Relation.Universal() is DependencyRelation.Conj && dependent - verb is > 0 and < Beside) return true;
            return false;
        }
    }

    /// <summary>Whether a token is part of a time that the claim names.</summary>
    public bool IsDated(int token) => Claim.Dates.Any(date => Model.Dates[date].FirstToken <= token && token < Model.Dates[date].EndToken);

    /// <summary>Whether the claim says how long it took or lasted: "reached the roof after an hour".</summary>
    public bool LastsAWhile => Claim.Dates.Any(date => Model.Dates[date].Kind is DateKind.Duration);

    /// <summary>Whether the claim is limited to what is so at certain times: "on Sundays", "every winter".</summary>
    public bool IsHabit => Claim.Dates.Any(date => Model.Dates[date].Kind is DateKind.Set);

    /// <summary>Whether a time says when the predicate happens: "died on Monday", not "died of wounds from Sunday".</summary>
    public bool IsOfPredicate(DateMention date) => Claim.Arguments.Any(argument => argument.Role is Role.Time && argument.FirstToken <= date.FirstToken && date.EndToken <= argument.EndToken);

    /// <summary>Whether two claims hold digits that are not the same, be they read as figures or not: <em>in 2:11:53</em>.</summary>
    public bool HasOtherFigures(ClaimProfile other) => !Digits().SetEquals(other.Digits());

    private HashSet<string> Digits() =>
        [.. Claim.Tokens.Where(token => Model.Tree.Tokens[token].Kind is not SyntaxKind.Word && Model.Text.Form(token).ContainsAnyInRange('0', '9')).Select(token => Model.Text.Form(token).ToString())];

    /// <summary>Whether the claim says that there is no such thing.</summary>
    public bool DeniesExistence => Claim.Predicate is { Polarity: Polarity.Negative, Lemma: "be" } && Claim.Tokens.Any(token => Model.Text.Words[token].Relation is DependencyRelation.Expl);

    /// <summary>Whether a word only denies: "not"; where no such word does, the verb of "failed to pay".</summary>
    private bool IsNegation(int token) => Claim.Predicate.Negation is { } negation
        ? negation.Contains(Model.Text.Tree.Tokens[token].Span)
        : Claim.Predicate.Polarity is Polarity.Negative && Model.Text.Words[token].Lemma is "fail" && token != Claim.Predicate.Head;

    /// <summary>The word that denies what somebody is said to be; -1 where none does.</summary>
    private int NegatorOfAttribute()
    {
        foreach (var argument in Claim.Arguments)
        {
            if (argument.Role is not Role.Attribute) continue;
            foreach (int dependent in Model.Text.Dependents(argument.Head))
                if (dependent >= argument.FirstToken && Model.Text.Words[dependent].Lemma is "not" or "never") return dependent;
        }
        return -1;
    }

    /// <summary>Whether a length of time is that of a penalty, the whole of it: "sentenced to five years", not "to five years on each count".</summary>
    private bool IsExtent(Quantity length)
    {
        if (length.Precision is not Precision.Exact || length.Value is null || Claim.Predicate.Lemma is not ("sentence" or "jail" or "imprison" or "ban" or "suspend")) return false;
        var sentence = Model.Tree.Sentences[Claim.Sentence];
        for (int i = sentence.FirstToken; i < Math.Min(sentence.EndToken, sentence.FirstToken + SentenceSyntax.MaxStretch); i++)
            if (Model.Text.Words[i].Lemma is "each" or "count" or "suspend" or "absentia" or "parole" or "least" or "concurrently" or "consecutive" or "minimum" or "maximum" && i != Claim.Predicate.Head) return false;
        foreach (var argument in Claim.Arguments)
            if (argument.FirstToken <= length.FirstToken && length.EndToken <= argument.EndToken && argument.Head >= length.FirstToken && argument.Head < length.EndToken) return argument.Marker is "" or "to" or "for";
        return false;
    }

    /// <summary>Whether a time is only that of a figure from which another came: "fell to 6 percent, from 8 percent in May".</summary>
    private bool IsOfStart(int date)
    {
        bool start = false;
        foreach (var quantity in Quantities)
        {
            if (quantity.AsOf != date) continue;
            if (FigureParts.PartOf(Model, quantity) is not FigurePart.Start) return false;
            start = true;
        }
        return start;
    }

    /// <summary>The narrowest of the times, in whole hours; of equal ones the first.</summary>
    private (LocalDateTime Start, LocalDateTime End)? Narrowest()
    {
        (LocalDateTime Start, LocalDateTime End)? narrowest = null;
        foreach (var date in Dates)
            if (date is { Start: { } start, End: { } end } && (narrowest is not { } known || Period.Between(start, end, PeriodUnits.Hours).Hours < Period.Between(known.Start, known.End, PeriodUnits.Hours).Hours))
                narrowest = (start, end);
        return narrowest;
    }

    private string? FirstHead(Role role)
    {
        foreach (var argument in Claim.Arguments)
            if (argument.Role == role) return CountedAt(argument.Head) ?? Model.Text.Words[argument.Head].Lemma.ToLowerInvariant();
        return null;

        // "A quarter of the fleet", "seven of the passengers": the fleet, the passengers.
        string? CountedAt(int head)
        {
            foreach (int quantity in Claim.Quantities)
                if (Model.Quantities[quantity] is { Counted: { } counted } found && found.FirstToken <= head && head < found.EndToken) return counted.Lemma;
            return null;
        }
    }

    private ImmutableArray<int> Heads(Role role, int[] termAt)
    {
        foreach (var argument in Claim.Arguments)
        {
            if (argument.Role != role) continue;
            var found = new List<int>();
            Add(argument.Head);
            // A name of several words hangs together by them, a title stands in front, an apposition behind.
            foreach (int dependent in Model.Text.Dependents(argument.Head))
                if (Model.Text.Words[dependent].Relation.Universal() is DependencyRelation.Flat or DependencyRelation.Appos
                    || Model.Text.Words[dependent] is { Upos: Upos.PROPN } word && word.Relation.Universal() is DependencyRelation.Compound) Add(dependent);
            found.Sort();
            return [.. found];

            void Add(int token)
            {
                if (termAt[token] is var term and >= 0 && !found.Contains(term)) found.Add(term);
            }
        }
        return [];
    }

    private ImmutableArray<int>? Phrase(Role role, int[] termAt)
    {
        foreach (var argument in Claim.Arguments)
        {
            if (argument.Role != role) continue;
            var found = new List<int>(argument.EndToken - argument.FirstToken);
            for (int i = argument.FirstToken; i < argument.EndToken; i++)
                if (termAt[i] >= 0 && !found.Contains(termAt[i])) found.Add(termAt[i]);
            found.Sort();
            return [.. found];
        }
        return null;
    }
}
