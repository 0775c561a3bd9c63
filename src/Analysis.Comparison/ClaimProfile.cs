using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
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
    public ClaimProfile(SemanticModel model, int index, Terms terms, int[] termAt)
        : this(model, model.Claims[index], index, terms, termAt)
    {
    }

    /// <summary>Reads a claim that need not be one of the model's own.</summary>
    public ClaimProfile(SemanticModel model, Claim claim, int index, Terms terms, int[] termAt)
    {
        Model = model;
        Index = index;
        Claim = claim;
        PredicateTerm = termAt[Claim.Predicate.Head] >= 0 ? termAt[Claim.Predicate.Head] : terms.OfLemma(Claim.Predicate.Lemma);
        // The particle makes another verb, "break out", and the noun "killing" is the verb "kill".
        if (Claim.Predicate.Lemma.Contains(' ') || IsNominal) PredicateTerm = terms.OfLemma(Claim.Predicate.Lemma);
        (ContentTerms, FirstTokens) = Content(termAt);
        WordsHash = HashOf(Claim.Tokens);
        Quantities = [.. Claim.Quantities.Select(q => model.Quantities[q]).Where(q => q.Kind is not QuantityKind.Duration || q.Counted is not null)];
        Dates = [.. Claim.Dates.Select(d => model.Dates[d]).Where(d => d.Kind is not DateKind.Duration and not DateKind.Set)];
        Subject = Phrase(Role.Agent, termAt) ?? [];
        Object = Phrase(Role.Theme, termAt) ?? [];
        (SubjectHeads, ObjectHeads) = (Heads(Role.Agent, termAt), Heads(Role.Theme, termAt));
        SubjectWord = FirstHead(Role.Agent) ?? FirstHead(Role.Theme) ?? "";
        IsOpen = LeadsOut();
        _termAt = termAt;
        foreach (int token in Claim.Tokens)
        {
            HoldsNegator |= DenyingWords.Contains(Model.Text.Words[token].Lemma);
            HoldsNegated |= NegatedWords.Contains(Model.Text.Words[token].Lemma);
            _poles |= OppositeWords.PolesOf(Model.Text.Form(token));
        }
    }

    private static readonly FrozenSet<string> DenyingWords = FrozenSet.Create(
        StringComparer.Ordinal, "not", "never", "n't", "no", "nobody", "none", "nothing", "neither", "nor", "without");

    private static readonly FrozenSet<string> NegatedWords = FrozenSet.Create(StringComparer.Ordinal, "ever", "any", "anybody", "anyone", "anything", "anywhere", "yet", "either");

    private readonly int[] _termAt;

    private readonly Poles _poles;

    public SemanticModel Model { get; }

    /// <summary>Whether a noun says what happens: "the killing of two men".</summary>
    public bool IsNominal => Claim.Predicate.Tense is Tense.None && Model.Text.Words[Claim.Predicate.Head].Lemma != Claim.Predicate.Lemma;

    /// <summary>Whether what the predicate speaks of stands outside the claim: "he knows [who did it]", "[the money] that he wants".</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it only says under what condition its sentence holds, or what is asked there: "if the charges are true", "whether he left".</summary>
    public bool IsCondition => Claim.Tokens.Any(token =>
        Model.Text.Words[token] is { Lemma: "if" or "unless" or "whether" } word && word.Relation.Universal() is DependencyRelation.Mark
        && Model.Text.Head(token) is var clause && (clause == Claim.Predicate.Head || clause >= 0 && Claim.Tokens[0] == token));

    /// <summary>Whether a clause of its own narrows down what the claim is about: "they used money [that was not theirs]".</summary>
    public bool IsRestricted => Claim.Tokens.Any(token => Model.Text.Dependent(token, DependencyRelation.Acl) is var clause and >= 0 && Claim.Tokens.BinarySearch(clause) < 0);

    /// <summary>How much the claim says: its terms, numbers and times.</summary>
    public int Facts => ContentTerms.Length + Quantities.Length + (Dates.IsEmpty ? 0 : 1);

    /// <summary>Index in the model's claims; of a passage in the list that is compared.</summary>
    public int Index { get; }

    public Claim Claim { get; }

    /// <summary>What the predicate says, synonyms folded.</summary>
    public int PredicateTerm { get; }

    /// <summary>Terms of the claim, ascending, each once, the predicate's among them.</summary>
    public ImmutableArray<int> ContentTerms { get; }

    /// <summary>For every term the first token that has it.</summary>
    public ImmutableArray<int> FirstTokens { get; }

    /// <summary>The words that a term of the claim has in it; of an entity that only a pronoun stands for, its name.</summary>
    public string WordsOf(int term)
    {
        var tokens = Model.Tree.Tokens;
        int first = FirstTokens[ContentTerms.BinarySearch(term)], last = first;
        var span = tokens[first].Span;
        if (Model.Text.Words[first].Upos is Upos.PRON)
            foreach (var argument in Claim.Arguments)
                if (argument.Entity >= 0 && argument.Head == first) return Model.Entities[argument.Entity].Name;
        while (last + 1 < tokens.Length && _termAt[last + 1] == term && tokens[last + 1].Sentence == tokens[first].Sentence) last++;
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
    public (LocalDateTime Start, LocalDateTime End)? Time
    {
        get
        {
            (LocalDateTime Start, LocalDateTime End)? narrowest = null;
            foreach (var date in Dates)
                if (date is { Start: { } start, End: { } end } && (narrowest is not { } known || Period.Between(start, end, PeriodUnits.Hours).Hours < Period.Between(known.Start, known.End, PeriodUnits.Hours).Hours))
                    narrowest = (start, end);
            return narrowest;
        }
    }

    /// <summary>Whether the claim names a time that could not be resolved: it may be any.</summary>
    public bool HasUnresolvedTime => Dates.Any(d => d.Start is null && d.Kind is not DateKind.Time);

    /// <summary>Whether the sentences around two claims are about the same: a claim of one word says little without its sentence.</summary>
    public bool SharesSentence(ClaimProfile other)
    {
        var (mine, others) = (SentenceTerms(), other.SentenceTerms());
        int smaller = Math.Min(mine.Count, others.Count);
        mine.IntersectWith(others);
        return mine.Count * 2 >= smaller && (mine.Count > 1 || SentenceLength == other.SentenceLength);
    }

    /// <summary>Whether the sentences around two claims hold the same terms, so that what one leads on to the other leads on to as well.</summary>
    public bool HasSameSentence(ClaimProfile other) => SentenceTerms().SetEquals(other.SentenceTerms()) || IsInSameWords(other);

    // What a pronoun stands for may depend on the sentences before; the words do not.
    private bool IsInSameWords(ClaimProfile other)
    {
        var (one, two) = (Model.Tree.Sentences[Claim.Sentence], other.Model.Tree.Sentences[other.Claim.Sentence]);
        if (one.TokenCount != two.TokenCount) return false;
        for (int i = 0; i < one.TokenCount; i++)
            if (!PairJudge.SameForm(Model.Text.Form(one.FirstToken + i), other.Model.Text.Form(two.FirstToken + i))) return false;
        return true;
    }

    private int SentenceLength => Model.Tree.Sentences[Claim.Sentence].TokenCount;

    private HashSet<int> SentenceTerms()
    {
        var sentence = Model.Tree.Sentences[Claim.Sentence];
        var found = new HashSet<int>();
        int first = Math.Max(sentence.FirstToken, Claim.Predicate.Head - SentenceSyntax.MaxStretch), end = Math.Min(sentence.EndToken, Claim.Predicate.Head + SentenceSyntax.MaxStretch);
        for (int i = first; i < end; i++)
            if (_termAt[i] >= 0) found.Add(_termAt[i]);
        return found;
    }

    private bool LeadsOut()
    {
        var text = Model.Text;
        foreach (int token in Claim.Tokens)
            foreach (int dependent in text.Dependents(token))
                if (Claim.Tokens.BinarySearch(dependent) < 0
                    && (text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Xcomp
                        || text.Words[dependent].Relation is DependencyRelation.AclRelcl && text.Words[token].Upos is Upos.PRON)) return true;
        // "that he wants": the noun that the relative clause is about is no part of it unless it is its subject.
        foreach (int token in Claim.Tokens)
            if (text.Words[token].Relation is DependencyRelation.AclRelcl && text.Head(token) is var noun and >= 0 && Claim.Tokens.BinarySearch(noun) < 0)
                return !Claim.Arguments.Any(a => a.Head == noun);
        return false;
    }

    private (ImmutableArray<int> Terms, ImmutableArray<int> FirstTokens) Content(int[] termAt)
    {
        // In the order in which they are read: of a term that is read twice the first token stays.
        var read = new List<(int Term, int Order, int Token)>(Claim.Tokens.Length);
        foreach (int token in Claim.Tokens)
            if (termAt[token] is var term and >= 0 && !IsNegation(token)) read.Add((token == Claim.Predicate.Head ? PredicateTerm : term, read.Count, token));
        // "The dam, which was completed in 1961": the noun that a relative clause is about stands outside it.
        foreach (var argument in Claim.Arguments)
            if (Claim.Tokens.BinarySearch(argument.Head) < 0)
                for (int i = argument.FirstToken; i < argument.EndToken; i++)
                    if (termAt[i] is var term and >= 0) read.Add((term, read.Count, i));
        read.Sort();
        var terms = ImmutableArray.CreateBuilder<int>(read.Count);
        var tokens = ImmutableArray.CreateBuilder<int>(read.Count);
        foreach (var (term, _, token) in read)
        {
            if (terms.Count > 0 && terms[^1] == term) continue;
            terms.Add(term);
            tokens.Add(token);
        }
        return (terms.DrainToImmutable(), tokens.DrainToImmutable());
    }

    /// <summary>FNV-1a over the plain forms.</summary>
    private ulong HashOf(ImmutableArray<int> tokens)
    {
        ulong hash = 14695981039346656037;
        foreach (int token in tokens)
            hash = (hash ^ Typography.Hash(Model.Text.Form(token))) * 1099511628211;
        return hash;
    }

    /// <summary>Whether one claim has a word of place or direction and the other its opposite, so that they may say opposite things whatever else they share.</summary>
    public bool HasOppositeOf(ClaimProfile other) => _poles.AreOppositeTo(other._poles);

    /// <summary>Whether who does it in one claim is whom it is done to in the other: "the dog bit the man", "the man bit the dog".</summary>
    public bool IsReverseOf(ClaimProfile other) =>
        !Subject.IsEmpty && !other.Subject.IsEmpty && PairJudge.Intersect(Subject, other.Subject).Count == 0
        && (PairJudge.Intersect(Subject, other.Object).Count > 0 || PairJudge.Intersect(Object, other.Subject).Count > 0);

    /// <summary>Whether a word that denies stands in the claim, be it read as its predicate's or not.</summary>
    public bool HoldsNegator { get; }

    /// <summary>Whether it holds a word that stands in the reach of a negation, or in a question: <em>ever</em>, <em>any</em>.</summary>
    public bool HoldsNegated { get; }

    /// <summary>Whether two claims hold digits that are not the same, be they read as figures or not: <em>in 2:11:53</em>.</summary>
    public bool HasOtherFigures(ClaimProfile other) => !Digits().SetEquals(other.Digits());

    private HashSet<string> Digits() =>
        [.. Claim.Tokens.Where(token => Model.Tree.Tokens[token].Kind is not SyntaxKind.Word && Model.Text.Form(token).ContainsAnyInRange('0', '9')).Select(token => Model.Text.Form(token).ToString())];

    /// <summary>Whether the claim says that there is no such thing.</summary>
    public bool DeniesExistence => Claim.Predicate is { Polarity: Polarity.Negative, Lemma: "be" } && Claim.Tokens.Any(token => Model.Text.Words[token].Relation is DependencyRelation.Expl);

    private bool IsNegation(int token) => Claim.Predicate.Negation is { } negation && negation.Contains(Model.Text.Tree.Tokens[token].Span);

    private string? FirstHead(Role role)
    {
        foreach (var argument in Claim.Arguments)
            if (argument.Role == role) return Model.Text.Words[argument.Head].Lemma.ToLowerInvariant();
        return null;
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
