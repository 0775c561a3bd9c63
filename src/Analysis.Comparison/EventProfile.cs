using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using NodaTime;

namespace Analysis.Comparison;

/// <summary>An article whose mentions of events are read.</summary>
/// <param name="Model">The article.</param>
/// <param name="Terms">What gave the terms.</param>
/// <param name="TermAt">The term of each token; -1 for those without.</param>
internal sealed record EventArticle(SemanticModel Model, Terms Terms, int[] TermAt)
{
    /// <summary>For each token whether it stands for a person.</summary>
    public bool[] IsPerson { get; } = PersonsOf(Model);

    /// <summary>Tokens whose claim is denied.</summary>
    public FrozenSet<int> Denied { get; } = Model.Claims.Where(claim => claim.Predicate.Polarity is Polarity.Negative).Select(claim => claim.Predicate.Head).ToFrozenSet();

    /// <summary>Days that are said, by the token that they hang on.</summary>
    public ILookup<int, LocalDate> Days { get; } = Model.Dates
        .Where(date => date is { Granularity: Granularity.Day, Start: not null, Kind: DateKind.Date or DateKind.DateTime })
        .ToLookup(date => GovernorOf(Model.Text, date), date => date.Start!.Value.Date);

    private static bool[] PersonsOf(SemanticModel model)
    {
        var persons = new bool[model.Tree.Tokens.Length];
        foreach (var entity in model.Entities)
            if (entity.Type is EntityType.Person)
                foreach (var mention in entity.Mentions) Array.Fill(persons, true, mention.FirstToken, mention.EndToken - mention.FirstToken);
        return persons;
    }

    private static int GovernorOf(AnnotatedText text, DateMention date)
    {
        int token = date.FirstToken;
        while (token >= date.FirstToken && token < date.EndToken) token = text.Head(token);
        return token;
    }
}

/// <summary>What is known of a mention of an event.</summary>
internal sealed class EventProfile
{
    /// <summary>How many clauses up a participant is looked for that the mention's own does not name.</summary>
    private const int MaxClauses = 4;

    private static readonly FrozenSet<DependencyRelation> OfAName = [DependencyRelation.Flat, DependencyRelation.Appos, DependencyRelation.Compound, DependencyRelation.Conj];

    private readonly EventArticle _article;
    private readonly AnnotatedText _text;

    public EventProfile(EventArticle article, int token)
    {
        _article = article;
        _text = article.Model.Text;
        Upos = _text.Words[token].Upos;
        Lemma = Verb = _text.Words[token].Lemma.ToLowerInvariant();
        foreach (int dependent in _text.Dependents(token))
            if (_text.Words[dependent].Relation is DependencyRelation.CompoundPrt) Lemma += " " + _text.Words[dependent].Lemma;
        // A name that is a plural keeps that in its lemma: "the Oscars".
        if (Upos is Upos.PROPN && Lemma.Length > 4 && Lemma[^1] == 's' && Lemma[^2] != 's') Verb = Lemma = Lemma[..^1];
        // "Opened fire", "took into custody" name an event together.
        Kinds = Upos is Upos.VERB && ComplementOf(token) is { } complement ? EventKinds.Of($"{Verb} {complement}") : [];
        IsLight = Kinds.IsEmpty && EventKinds.IsLight(Lemma);
        if (Kinds.IsEmpty) Kinds = EventKinds.Of(Lemma);
        if (Kinds.IsEmpty) Kinds = EventKinds.Of(Verb);
        IsDenied = article.Denied.Contains(token);
        Days = [.. article.Days[token]];
        var sentence = _text.SentenceOf(token);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (article.TermAt[i] >= 0 && i != token) Sentence.Add(article.TermAt[i]);
        ReadParticipants(token);
    }

    /// <summary>The lemma with its particle.</summary>
    public string Lemma { get; }

    /// <summary>The lemma without.</summary>
    public string Verb { get; }

    public Upos Upos { get; }

    /// <summary>Numbers of the kinds of events that the word is used of, ascending.</summary>
    public ImmutableArray<int> Kinds { get; }

    /// <summary>Whether the word alone says next to nothing.</summary>
    public bool IsLight { get; }

    /// <summary>Whether it is said not to have happened.</summary>
    public bool IsDenied { get; }

    /// <summary>When it was, where that is said to the day and the day is known.</summary>
    public HashSet<LocalDate> Days { get; }

    /// <summary>Words of the names of persons who do it.</summary>
    public HashSet<string> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of the names of persons to whom it is done or happens.</summary>
    public HashSet<string> Themes { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms of all who and that take part.</summary>
    public HashSet<int> Parties { get; } = [];

    /// <summary>Terms of the sentence but for the mention's own.</summary>
    public HashSet<int> Sentence { get; } = [];

    /// <summary>The lemma of the object, or of the first word behind the verb that goes with it; null where there is none.</summary>
    private string? ComplementOf(int token)
    {
        int first = -1;
        foreach (int dependent in _text.Dependents(token))
        {
            var relation = _text.Words[dependent].Relation.Universal();
            if (relation is DependencyRelation.Obj) return _text.Words[dependent].Lemma.ToLowerInvariant();
            if (first < 0 && dependent > token && relation is DependencyRelation.Obl or DependencyRelation.Xcomp or DependencyRelation.Advmod) first = dependent;
        }
        return first < 0 ? null : _text.Words[first].Lemma.ToLowerInvariant();
    }

    private void ReadParticipants(int token)
    {
        var (agent, theme) = CoreOf(token, 0);
        if (theme < 0) (agent, theme) = (-1, agent);
        if (agent >= 0) AddParticipant(agent, Agents);
        if (theme >= 0) AddParticipant(theme, Themes);
        foreach (int dependent in _text.Dependents(token))
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Iobj or DependencyRelation.Nmod or DependencyRelation.Compound) AddParties(dependent);
    }

    /// <summary>Who does it, and whom it is done to; -1 where it is not said. Of what only happens to somebody that is who does it.</summary>
    private (int Agent, int Theme) CoreOf(int token, int clauses) =>
        _text.Words[token].Upos is Upos.NOUN or Upos.PROPN && _text.Dependent(token, DependencyRelation.Cop) < 0 ? CoreOfNoun(token, clauses) : CoreOfClause(token, clauses);

    private (int Agent, int Theme) CoreOfNoun(int token, int clauses)
    {
        int of = -1, whose = -1, compound = -1;
        foreach (int dependent in _text.Dependents(token))
        {
            var relation = _text.Words[dependent].Relation;
            if (relation is DependencyRelation.NmodPoss) whose = dependent;
            else if (relation.Universal() is DependencyRelation.Nmod && _text.Dependent(dependent, DependencyRelation.Case) is var marker and >= 0 && _text.Form(marker) is "of") of = dependent;
            else if (relation.Universal() is DependencyRelation.Compound) compound = dependent;
        }
        if (of >= 0) return (whose, of);
        if (whose >= 0) return (-1, whose);
        int verb = _text.Head(token);
        if (clauses == MaxClauses || verb < 0 || _text.Words[verb].Upos is not Upos.VERB) return (-1, compound);
        // "Committed the murder", "died in a fall": who commits it does it, who dies falls.
        var (agent, theme) = CoreOf(verb, clauses + 1);
        return _text.Words[token].Relation.Universal() switch
        {
            DependencyRelation.Obj => (-1, agent),
            DependencyRelation.Obl => (-1, theme >= 0 ? theme : agent),
            _ => (-1, compound),
        };
    }

    private (int Agent, int Theme) CoreOfClause(int token, int clauses)
    {
        int subject = -1, theme = -1, by = -1;
        bool passive = false;
        foreach (int dependent in _text.Dependents(token))
        {
            var relation = _text.Words[dependent].Relation;
            if (relation is DependencyRelation.NsubjPass or DependencyRelation.AuxPass) passive = true;
            if (relation is DependencyRelation.OblAgent) by = dependent;
            else if (relation is DependencyRelation.NsubjPass || relation.Universal() is DependencyRelation.Obj) theme = dependent;
            else if (relation.Universal() is DependencyRelation.Nsubj) subject = dependent;
        }
        int head = _text.Head(token);
        var outer = _text.Words[token].Relation.Universal();
        if (outer is DependencyRelation.Acl && head >= 0)
        {
            // "Who", "which": the noun that the clause describes.
            if (IsRelative(subject)) subject = head;
            if (IsRelative(theme)) theme = head;
        }
        if (subject < 0 && !(passive && theme >= 0) && head >= 0 && clauses < MaxClauses)
        {
            if (outer is DependencyRelation.Acl or DependencyRelation.Amod)
            {
                if (passive || theme < 0 && _text.Words[token].Xpos is Xpos.VBN) theme = head;
                else subject = head;
            }
            else if (outer is DependencyRelation.Conj or DependencyRelation.Xcomp or DependencyRelation.Advcl && _text.Words[head].Upos is Upos.VERB or Upos.ADJ)
            {
                var (outerAgent, outerTheme) = CoreOf(head, clauses + 1);
                // "Told her to leave" says who leaves.
                int shared = outer is DependencyRelation.Xcomp && outerTheme >= 0 || outerAgent < 0 ? outerTheme : outerAgent;
                if (passive) theme = shared;
                else subject = shared;
            }
        }
        return (by >= 0 ? by : subject, theme);
    }

    private bool IsRelative(int token) => token >= 0 && _text.Words[token].Xpos is Xpos.WP or Xpos.WDT;

    private void AddParticipant(int head, HashSet<string> names)
    {
        AddName(head, names);
        foreach (int dependent in _text.Dependents(head))
            if (OfAName.Contains(_text.Words[dependent].Relation.Universal())) AddName(dependent, names);
        AddParties(head);
    }

    private void AddName(int token, HashSet<string> to)
    {
        const int ShortestWord = 3;
        if (_article.TermAt[token] is var term and >= 0 && _article.IsPerson[token] && _article.Terms.IsName(term))
            to.UnionWith(_article.Terms.NameOf(term)[1..].Split(' ').Where(word => word.Length >= ShortestWord));
    }

    private void AddParties(int head)
    {
        var (first, end) = _text.Subtree(head);
        for (int i = first; i < end; i++)
            if (_article.TermAt[i] >= 0 && _text.Words[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) Parties.Add(_article.TermAt[i]);
    }
}
