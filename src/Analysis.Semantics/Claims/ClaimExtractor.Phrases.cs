using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Semantics.Claims;

/// <content>Claims without a clause: events that a noun names, and what an apposition says of a name.</content>
internal sealed partial class ClaimExtractor
{
    private static readonly Confidence NominalConfidence = new(650), AppositionConfidence = new(750);

    /// <summary>Words around the name of an event that leave open whether it happens: <em>called for the release of</em>, <em>a plan for the closure of</em>.</summary>
    private static readonly FrozenSet<string> Unreal = FrozenSet.Create(
        StringComparer.Ordinal,
        "call", "demand", "seek", "want", "plan", "threaten", "threat", "fear", "prevent", "avoid", "avert", "deny", "denial", "consider", "urge", "request", "ask", "propose", "proposal", "oppose", "opposition", "discuss", "debate",
        "warn", "warning", "risk", "possibility", "chance", "bid", "attempt", "effort", "allegation", "allege", "accuse", "accusation", "suspect", "suspicion", "charge", "hope", "wish", "need", "require", "requirement",
        "prepare", "preparation", "await", "wait", "expect", "expectation", "predict", "prediction", "promise", "pledge", "vow", "offer", "order", "push", "campaign", "petition", "vote", "negotiate", "negotiation", "talk", "delay",
        "postpone", "block", "stop", "halt", "face", "support", "recommend", "recommendation", "allow", "conspire", "conspiracy", "plot", "intend", "intention", "aim", "favor", "favour", "rule", "question", "doubt", "speculation", "rumor", "rumour",
        "date", "deadline", "potential", "possible", "planned", "proposed", "alleged", "attempted", "imminent", "impending", "future", "upcoming", "next", "likely", "supposed", "suspected", "threatened", "feared", "would-be", "no", "any", "without", "if", "unless", "until", "before", "against", "pending");

    /// <summary>In place of the subject of a clause, where there is no clause.</summary>
    private const int NoSubject = -1;

    private IEnumerable<int> PhraseHeads(SentenceSyntax sentence, HashSet<int> clauses)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (_text.Words[i].Upos is Upos.NOUN && (clauses.Contains(i) ? IsApposition(i) : IsNamedEvent(i))) yield return i;
    }

    /// <summary>Whether a noun says behind a name what its bearer is: "Ann Lee, a nurse".</summary>
    private bool IsApposition(int token) =>
        _text.Words[token].Relation.Universal() is DependencyRelation.Appos && _text.Head(token) is var name and >= 0 && name < token
        && _text.Words[name].Upos is Upos.PROPN && _entityAt[name] >= 0 && _entities[_entityAt[name]].Type is EntityType.Person or EntityType.Organization
        && !_dated[token] && _text.Dependent(token, DependencyRelation.Nummod) < 0;

    /// <summary>Whether a noun names an event that took place, with somebody who took part in it.</summary>
    private bool IsNamedEvent(int token) =>
        EventNoun.Find(_text.Words[token].Lemma) is { } known && Participants(token, known.Kind).Any(p => p.Role is Role.Agent or Role.Theme && _text.Words[p.Token].Upos is not Upos.PRON) && IsReal(token);

    /// <summary>Whether the words around an event say that it happened: it is marked as known, or what it stands in is said as a fact of the past.</summary>
    private bool IsReal(int token)
    {
        bool known = false;
        foreach (int dependent in _text.Dependents(token))
        {
            var word = _text.Words[dependent];
            if (Unreal.Contains(word.Lemma)) return false;
            known |= word.Relation.Universal() is DependencyRelation.Det && _text.Form(dependent) is "the" or "The" or "this" or "This" || word.Relation is DependencyRelation.NmodPoss;
        }
        for (int above = _text.Head(token), steps = 0; above >= 0; above = _text.Head(above), steps++)
        {
            const int Far = 6;
            if (steps == Far || Unreal.Contains(_text.Words[above].Lemma)) return false;
            if (_text.Words[above].Upos is not (Upos.VERB or Upos.AUX) && Copula(above) < 0) continue;
            bool past = TenseOf(above) is Tense.Past;
            foreach (int dependent in _text.Dependents(above))
            {
                if (IsCondition(dependent) || Negators.Contains(_text.Words[dependent].Lemma)) return false;
                if (_text.Words[dependent].Xpos is Xpos.MD) return false;
            }
            if (!past && !known || _text.Words[above].Xpos is Xpos.VB) return false;
        }
        return true;
    }

    /// <summary>Who and what the words around the name of an event stand for.</summary>
    private List<(int Token, Role Role, string Marker)> Participants(int noun, EventNounKind kind)
    {
        var found = new List<(int Token, Role Role, string Marker)>();
        bool of = false;
        foreach (int dependent in _text.Dependents(noun))
            of |= _text.Words[dependent].Relation.Universal() is DependencyRelation.Nmod && MarkerOf(dependent) is "of";
        foreach (int dependent in _text.Dependents(noun))
        {
            var word = _text.Words[dependent];
            if (word.Relation is DependencyRelation.NmodPoss && IsTime(dependent)) found.Add((dependent, Role.Time, ""));
            else if (word.Relation is DependencyRelation.NmodPoss) found.Add((dependent, kind is EventNounKind.Theme && !of ? Role.Theme : Role.Agent, ""));
            else if (word.Relation.Universal() is DependencyRelation.Amod && _entityAt[dependent] is var people and >= 0 && _entities[people].Type is EntityType.Norp && kind is not EventNounKind.Theme)
                found.Add((dependent, Role.Agent, ""));
            else if (word.Relation.Universal() is DependencyRelation.Nmod or DependencyRelation.Obl)
                found.Add(MarkerOf(dependent) switch
                {
                    var marker when IsTime(dependent) => (dependent, Role.Time, marker),
                    "of" => (dependent, kind is EventNounKind.Agent ? Role.Agent : Role.Theme, ""),
                    "by" => (dependent, Role.Agent, ""),
                    "on" when kind is EventNounKind.Split && RoleOf("on", dependent, false) is not Role.Place => (dependent, Role.Theme, ""),
                    var marker => (dependent, RoleOf(marker, dependent, false), marker),
                });
        }
        return found;
    }

    private Claim ReadPhrase(int index, SentenceSyntax sentence, int head, List<int> tokens, int ordinal)
    {
        bool apposition = IsApposition(head);
        // What leads up to the noun belongs to the clause around it.
        if (!apposition) tokens.RemoveAll(token => _text.Head(token) == head && _text.Words[token].Relation.Universal() is DependencyRelation.Case or DependencyRelation.Cc);
        var set = tokens.ToHashSet();
        var arguments = new List<Argument>();
        if (apposition)
        {
            Add(Role.Theme, "", _text.Head(head));
            Add(Role.Attribute, "", head);
        }
        else
        {
            foreach (var (token, role, marker) in Participants(head, EventNoun.Find(_text.Words[head].Lemma)!.Value.Kind))
                if (set.Contains(token)) Add(role, marker, token);
        }
        arguments.Sort((a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : a.Role.CompareTo(b.Role));
        var attribution = AttributionOf(head, out bool denied);
        string lemma = apposition ? _text.Words[head].Lemma : EventNoun.Find(_text.Words[head].Lemma)!.Value.Verb;
        var predicate = new Predicate(_text.Tree.Tokens[head].Span, head, lemma, Polarity.Positive, denied ? Modality.ReportedDenied : Modality.Asserted, Tense.None, null);
        return new Claim(
            IdOf(sentence, ordinal), _text.SpanOf(tokens[0], tokens[^1] + 1), index, apposition ? AppositionConfidence : NominalConfidence, predicate, [.. arguments],
            Within(_quantities, q => q.FirstToken, set), Within(_dates, d => d.FirstToken, set), attribution)
        { Tokens = [.. tokens] };

        void Add(Role role, string marker, int token)
        {
            var (first, end) = PhraseOf(token, set, head);
            while (end > first + 1 && _text.Words[end - 1].Upos is Upos.PART) end--;
            arguments.Add(new Argument(role, marker, _text.SpanOf(first, end), first, end, token, EntityAt(token)));
        }
    }
}
