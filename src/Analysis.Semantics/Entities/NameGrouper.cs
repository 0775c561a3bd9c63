using System.Text;
using Analysis.Language;

namespace Analysis.Semantics.Entities;

/// <summary>Groups the names of an article by what they denote.</summary>
/// <remarks>
/// Equal names are one. A last name is the person who alone bears it, a given name the person who alone is called so; persons with one last
/// name are one only where their given names agree. An organisation is also its acronym and its name without the legal form. Where two fit, the
/// name stays by itself: joining two persons is the worst fault.
/// </remarks>
internal sealed class NameGrouper
{
    // What a link of each kind is worth: the part of such links that is right on the training part of GUM. Equal names are often parts of longer ones there, which is a fault of the span.
    private static readonly Confidence Same = new(880), LastName = new(920), GivenName = new(880), FullerName = new(860), Acronym = new(920), Other = new(880);

    private readonly AnnotatedText _text;
    private readonly List<EntityChain> _chains = [];
    private readonly Dictionary<string, EntityChain> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Confidence> _linked = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NameCandidate> _byEnd = [];

    // Persons by the last name that all transliterations share, and by given name; organisations by name without legal form and by initials.
    private readonly Dictionary<string, List<EntityChain>> _byLastName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityChain>> _byGivenName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityChain>> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityChain>> _byShortName = new(StringComparer.Ordinal);

    private NameGrouper(AnnotatedText text) => _text = text;

    /// <summary>Groups names; their order does not have to be that of the text.</summary>
    public static List<EntityChain> Group(AnnotatedText text, List<NameCandidate> candidates)
    {
        var grouper = new NameGrouper(text);
        foreach (var candidate in candidates) grouper._byEnd[candidate.End] = candidate;
        // Longer names first make the groups that shorter ones join; the order of the text is restored at the end.
        foreach (var candidate in candidates)
            if (candidate.Key.Contains(' ')) grouper.Add(candidate);
        foreach (var candidate in candidates)
            if (!candidate.Key.Contains(' ')) grouper.Add(candidate);
        foreach (var chain in grouper._chains)
        {
            chain.Mentions.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
            chain.Mentions[0] = chain.Mentions[0] with { Confidence = Confidence.Full };
            grouper.Describe(chain);
        }
        return grouper._chains;
    }

    private void Add(NameCandidate candidate)
    {
        var confidence = Same;
        if (!_byKey.TryGetValue(candidate.Key, out var chain))
        {
            (chain, confidence) = Find(candidate);
            if (chain is null)
            {
                confidence = LastName;
                chain = new EntityChain { Name = Name(candidate), Key = candidate.Key, Type = candidate.Type };
                _chains.Add(chain);
            }
            else _linked[candidate.Key] = confidence;
            _byKey[candidate.Key] = chain;
            _byKey.TryAdd(NameKeys.Canonical(candidate.Key), chain);
        }
        else if (_linked.TryGetValue(candidate.Key, out var linked)) confidence = linked;
        if (chain.Type is EntityType.Other || chain.Type is EntityType.Location && candidate.Type is EntityType.Person)
            // "in Tern" may be a guess at a place; what the full name is must come from a better sign.
            chain.Type = candidate.Key == chain.Key || candidate.Type is EntityType.Person ? candidate.Type : chain.Type;
        Register(chain);
        chain.AddAlias(candidate.Key);
        foreach (string role in candidate.Roles) chain.AddRole(role);
        chain.Mentions.Add(new Mention(_text.SpanOf(candidate.First, candidate.End), candidate.First, candidate.End, MentionKind.Name, confidence));
    }

    private (EntityChain? Chain, Confidence Confidence) Find(NameCandidate candidate)
    {
        string canonical = NameKeys.Canonical(candidate.Key);
        if (canonical != candidate.Key && _byKey.TryGetValue(canonical, out var alias) && alias.Type is not EntityType.Person) return (alias, Other);
        if (candidate.Key.Contains(' '))
        {
            if (candidate.Type is EntityType.Person) return (FindFullName(candidate), FullerName);
            return candidate.Type is EntityType.Organization ? (FindShortName(candidate), Other) : (null, default);
        }
        if (FindPerson(candidate) is { Chain: not null } person) return person;
        if (FindInBrackets(candidate) is { } spelt) return (spelt, Acronym);
        return FindAcronym(candidate) is { } initials ? (initials, Other) : (FindShortName(candidate), Other);
    }

    private void Register(EntityChain chain)
    {
        if (chain.Type is EntityType.Person or EntityType.Other && chain.Key.Contains(' '))
        {
            var name = PersonName.Of(chain.Key);
            Put(_byLastName, NameKeys.Transliterated(name.Last), chain);
            if (chain.Type is EntityType.Person) Put(_byGivenName, name.Given, chain);
        }
        if (chain.Mentions.Count > 0) return;
        if (chain.Type is EntityType.Organization)
            foreach (string shorter in ShorterNames(chain.Key)) Put(_byShortName, shorter, chain);
        if (chain.Type is not EntityType.Person && chain.Key.Contains(' ') && Initials(chain.Name) is { Length: > 2 } initials)
            Put(_byInitials, initials, chain);
    }

    private static void Put(Dictionary<string, List<EntityChain>> index, string key, EntityChain chain)
    {
        if (!index.TryGetValue(key, out var chains)) index[key] = chains = [];
        // Namesakes beyond a few cannot be told apart anyway.
        if (chains.Count < 8 && !chains.Contains(chain)) chains.Add(chain);
    }

    private static EntityChain? Only(Dictionary<string, List<EntityChain>> index, string key) =>
        index.TryGetValue(key, out var chains) && chains.Count == 1 ? chains[0] : null;

    // ---- persons ----

    /// <summary>The person whose name differs only in a middle name, an initial, a title or its transliteration; null where two may be meant.</summary>
    private EntityChain? FindFullName(NameCandidate candidate)
    {
        var name = PersonName.Of(candidate.Key);
        if (!_byLastName.TryGetValue(NameKeys.Transliterated(name.Last), out var persons)) return null;
        EntityChain? found = null;
        foreach (var person in persons)
        {
            // A word in front that is no known title may stand on one of them: "Goalkeeper Ann Lee".
            bool within = person.Key.EndsWith(" " + candidate.Key, StringComparison.Ordinal) || candidate.Key.EndsWith(" " + person.Key, StringComparison.Ordinal) && person.Key.Contains(' ');
            if (person.Type is not EntityType.Person || !within && !PersonName.Of(person.Key).IsCompatibleWith(name)) continue;
            if (found is not null) return null;
            found = person;
        }
        return found;
    }

    /// <summary>
    /// The person whose last name the candidate is, or, where it is no last name, whose given name; null when there is none or more than one.
    /// A name of several words that nothing told for a person's is one when its last word stands alone elsewhere, all the more with a title.
    /// </summary>
    private (EntityChain? Chain, Confidence Confidence) FindPerson(NameCandidate candidate)
    {
        if (candidate.Type is EntityType.Norp or EntityType.Organization || candidate.Type is EntityType.Location && candidate.IsSure) return default;
        if (_byLastName.TryGetValue(NameKeys.Transliterated(candidate.Key), out var persons)) return (Fitting(persons, candidate), LastName);
        return candidate.Type is EntityType.Person or EntityType.Other && PersonName.IsGiven(candidate.Key) ? (Only(_byGivenName, candidate.Key), GivenName) : default;
    }

    /// <summary>The only one of some namesakes whom the title in front does not rule out.</summary>
    private static EntityChain? Fitting(List<EntityChain> persons, NameCandidate candidate)
    {
        var gender = Gender.Unknown;
        foreach (string role in candidate.Roles)
            if (PersonName.GenderOfRole(role) is var said and not Gender.Unknown) gender = said;
        EntityChain? found = null;
        foreach (var person in persons)
        {
            if (gender is not Gender.Unknown && GenderOf(person) is var known and not Gender.Unknown && known != gender) continue;
            if (found is not null) return null;
            found = person;
        }
        return found;
    }

    /// <summary>The gender that titles and roles say, else the given name.</summary>
    private static Gender GenderOf(EntityChain person)
    {
        bool male = false, female = false;
        foreach (string role in person.Roles)
        {
            var said = PersonName.GenderOfRole(role);
            male |= said is Gender.Male;
            female |= said is Gender.Female;
        }
        if (male != female) return male ? Gender.Male : Gender.Female;
        var name = PersonName.Of(person.Key);
        return PersonName.GenderOf(name.Given.Length > 0 ? name.Given : name.Last);
    }

    // ---- organisations and places ----

    /// <summary>The name in front of "(EU)" whose initials the candidate is.</summary>
    private EntityChain? FindInBrackets(NameCandidate candidate)
    {
        if (candidate.First < 2 || candidate.End - candidate.First != 1 || _text.Form(candidate.First - 1) is not "(") return null;
        if (!_byEnd.TryGetValue(candidate.First - 1, out var other) || !_byKey.TryGetValue(other.Key, out var chain)) return null;
        string form = _text.Form(candidate.First).ToString();
        return Initials(Name(other)) == form ? chain : null;
    }

    /// <summary>The only name of several words with these initials.</summary>
    private EntityChain? FindAcronym(NameCandidate candidate)
    {
        if (candidate.End - candidate.First != 1) return null;
        string form = _text.Form(candidate.First).ToString().Replace(".", "", StringComparison.Ordinal);
        return form.Length >= 3 && form.All(char.IsUpper) ? Only(_byInitials, form) : null;
    }

    private EntityChain? FindShortName(NameCandidate candidate) =>
        candidate.Type is EntityType.Organization or EntityType.Other
            ? Only(_byShortName, candidate.Key) ?? Only(_byShortName, NameKeys.WithoutLegalForm(candidate.Key))
            : null;

    /// <summary>What an organisation is called for short: without its legal form, its country or what it is for, by the players of a team, by the name of a university.</summary>
    private static IEnumerable<string> ShorterNames(string key)
    {
        string bare = NameKeys.WithoutLegalForm(key);
        yield return bare;
        int first = bare.IndexOf(' ', StringComparison.Ordinal), last = bare.LastIndexOf(' ');
        if (first < 0) yield break;
        if (first != last && (Nationality.Is(bare[..first]) || NameKeys.Canonical(bare[..first]) != bare[..first])) yield return bare[(first + 1)..];
        foreach (string purpose in (string[])[" for ", " of "])
            if (bare.IndexOf(purpose, StringComparison.Ordinal) is var end and > 0 && bare.AsSpan(0, end).Contains(' ')) yield return bare[..end];
        if (bare[(last + 1)..] is "university" or "college") yield return bare[..last];
        if (bare.EndsWith('s') && !bare.EndsWith("ss", StringComparison.Ordinal) && bare.Length - last > 4) yield return bare[(last + 1)..];
    }

    private static string Initials(string name)
    {
        var initials = new StringBuilder();
        bool start = true;
        foreach (char c in name)
        {
            if (start && char.IsUpper(c)) initials.Append(c);
            start = c is ' ' or '-' or '\u2010' or '\u2011';
        }
        return initials.ToString();
    }

    // ---- what is known of it ----

    private void Describe(EntityChain chain)
    {
        chain.Kind = chain.Type switch
        {
            EntityType.Person => NounKind.Person,
            EntityType.Organization => NounKind.Group,
            EntityType.Location => NounKind.Place,
            EntityType.Event => NounKind.Event,
            _ => NounKind.Unknown,
        };
        if (chain.Type is EntityType.Person) chain.Gender = GenderOf(chain);
        var first = chain.Mentions[0];
        // "the Beatles", "Russians": several; a company whose name is a plural is one.
        chain.IsPlural = chain.Type is EntityType.Norp or EntityType.Other && _text.Words[first.EndToken - 1].Xpos is Xpos.NNPS or Xpos.NNS;
    }

    private string Name(NameCandidate candidate)
    {
        var name = new StringBuilder();
        for (int i = candidate.First; i < candidate.End; i++)
        {
            if (i > candidate.First && _text.Tree.Tokens[i - 1].Span.End < _text.Tree.Tokens[i].Span.Start) name.Append(' ');
            name.Append(_text.Form(i));
        }
        return name.ToString();
    }
}
