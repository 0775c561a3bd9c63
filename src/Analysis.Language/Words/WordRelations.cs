using System.Collections.Immutable;

namespace Analysis.Language.Words;

/// <summary>A word that stands in a relation to another.</summary>
/// <param name="Lemma">The word.</param>
/// <param name="Upos">Its part of speech.</param>
/// <param name="Strength">As in <see cref="WordRelation.Strength"/>.</param>
public readonly record struct RelatedWord(string Lemma, Upos Upos, byte Strength);

/// <summary>
/// What English words have to do with each other: synonyms, opposites, kinds, derived forms, what implies what. From WordNet 3.0 and from
/// lists of what news says; Models/ORIGIN.md says how they were chosen.
/// </summary>
/// <remarks>
/// Immutable and shared by all threads. Words are lemmas, in lower case but for names. Precision goes before recall: two words are the same
/// only by senses that both are often used in. No call allocates before <see cref="WordRelation.Path"/> is read or a set is asked for, and
/// the work of a call is bounded by the few frequent senses of its words, not by the size of the graph.
/// </remarks>
public sealed class WordRelations
{
    // Raised when a change of code changes answers while the section stays the same.
    private const byte CodeVersion = 1;

    // "Car" is a kind of "vehicle" in four steps; beyond five all nouns meet in things nobody writes about.
    private const int MaxNounKinds = 5, MaxVerbKinds = 2;

    private static readonly Lazy<WordRelations> Loaded = new(() => Load(LanguageResource.Embedded));

    private readonly WordGraph _graph;

    internal WordRelations(WordGraph graph, string hash) => (_graph, Hash) = (graph, hash);

    /// <summary>The relations of the embedded resource, loaded at first use.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or damaged.</exception>
    public static WordRelations Default => Loaded.Value;

    /// <summary>SHA-256 of the section and the version of the code, in hexadecimal: equal where answers are.</summary>
    public string Hash { get; }

    internal WordGraph Graph => _graph;

    /// <summary>How the left word stands to the right one.</summary>
    /// <param name="left">A lemma; two words with a space between them for a verb with its particle.</param>
    /// <param name="leftUpos">Its part of speech; those without words of meaning are related to nothing.</param>
    /// <param name="right">The other lemma.</param>
    /// <param name="rightUpos">Its part of speech.</param>
    /// <returns>The relation, <see cref="WordRelationKind.None"/> for unknown words. Asked the other way round it is the mirror.</returns>
    public WordRelation Relate(ReadOnlySpan<char> left, Upos leftUpos, ReadOnlySpan<char> right, Upos rightUpos)
    {
        var (leftClass, rightClass) = (WordClasses.Of(leftUpos), WordClasses.Of(rightUpos));
        if (leftClass is WordClass.None || rightClass is WordClass.None || left.IsEmpty) return default;
        if (leftClass == rightClass && left.SequenceEqual(right)) return new WordRelation(WordRelationKind.Same, WordRelation.MaxStrength, RoleMapping.Kept, null, default);
        int leftEntry = _graph.Find(left, leftClass);
        if (leftEntry < 0) return default;
        int rightEntry = _graph.Find(right, rightClass);
        return rightEntry < 0 ? default : Relate(leftEntry, rightEntry);
    }

    /// <summary>Words that are the same as a word, the strongest first, then in ordinal order.</summary>
    public ImmutableArray<RelatedWord> Synonyms(ReadOnlySpan<char> lemma, Upos upos) => Related(lemma, upos, WordRelationKind.Same);

    /// <summary>Words of the same part of speech that are the opposite of a word, in the same order.</summary>
    public ImmutableArray<RelatedWord> Opposites(ReadOnlySpan<char> lemma, Upos upos) => Related(lemma, upos, WordRelationKind.Opposite);

    /// <summary>Words that are broader than a word, in the same order.</summary>
    public ImmutableArray<RelatedWord> Broader(ReadOnlySpan<char> lemma, Upos upos) => Related(lemma, upos, WordRelationKind.Narrower);

    /// <summary>Words that a word implies, in the same order.</summary>
    public ImmutableArray<RelatedWord> Implied(ReadOnlySpan<char> lemma, Upos upos) => Related(lemma, upos, WordRelationKind.Implies);

    /// <summary>Words that are formed from a word or that it is formed from, of any part of speech, in the same order.</summary>
    public ImmutableArray<RelatedWord> Derived(ReadOnlySpan<char> lemma, Upos upos) => Related(lemma, upos, WordRelationKind.Derived);

    /// <summary>The lemma of an irregular form: <em>children</em>, <em>sold</em>, <em>worse</em>.</summary>
    /// <param name="form">The form, lower case.</param>
    /// <param name="upos">Its part of speech.</param>
    /// <returns>The lemma, which lives as long as this object; empty where the form is not known to be irregular.</returns>
    public ReadOnlySpan<char> IrregularLemma(ReadOnlySpan<char> form, Upos upos) => _graph.LemmaOf(form, WordClasses.Of(upos));

    /// <summary>Reads the section of a resource.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    internal static WordRelations Load(LanguageResource resource) =>
        resource.Load(LanguageResource.Words, (section, content) => new WordRelations(WordGraph.Read(content), section.HashWith(CodeVersion)));

    /// <summary>The relation of two entries.</summary>
    // The lower entry is always asked about the higher one, so that the mirror holds by construction.
    internal WordRelation Relate(int left, int right) => left <= right ? Find(left, right) : Find(right, left).Mirror();

    private WordRelation Find(int left, int right)
    {
        if (Listed(left, right) is { } listed) return listed;
        var (leftClass, rightClass) = (_graph.ClassOf(left), _graph.ClassOf(right));
        var found = leftClass == rightClass ? FindInClass(left, right, leftClass)
            : leftClass is WordClass.Noun && rightClass is WordClass.Verb ? ThroughEvent(left, right)
            : leftClass is WordClass.Verb && rightClass is WordClass.Noun ? ThroughEvent(right, left).Mirror()
            : default;
        return found.Kind is WordRelationKind.None ? Exclusive(left, right) : found;
    }

    /// <summary>What an edge says; null where there is none.</summary>
    private WordRelation? Listed(int left, int right)
    {
        WordGraph.Edge? best = null;
        foreach (var edge in _graph.EntryEdges(left))
        {
            if (edge.To != right) continue;
            if (edge.Link is WordLink.Unrelated) return default(WordRelation);
            if (best is not { } known || edge.Strength > known.Strength || edge.Strength == known.Strength && edge.Link < known.Link) best = edge;
        }
        if (best is not { } chosen) return null;
        var trail = new Trail(left);
        trail.Add(chosen.Link, right, chosen.Note);
        return new WordRelation(KindOf(chosen.Link), chosen.Strength, chosen.Roles, _graph, trail);
    }

    private static WordRelationKind KindOf(WordLink link) => link switch
    {
        WordLink.SynonymOf => WordRelationKind.Same,
        WordLink.AntonymOf => WordRelationKind.Opposite,
        WordLink.ConverseOf => WordRelationKind.Converse,
        WordLink.Excludes => WordRelationKind.Exclusive,
        WordLink.KindOf or WordLink.PartOf => WordRelationKind.Narrower,
        WordLink.HasKind or WordLink.HasPart => WordRelationKind.Broader,
        WordLink.Implies or WordLink.Causes => WordRelationKind.Implies,
        WordLink.ImpliedBy or WordLink.CausedBy => WordRelationKind.ImpliedBy,
        WordLink.DemonymOf => WordRelationKind.DemonymOf,
        WordLink.HasDemonym => WordRelationKind.HasDemonym,
        _ => WordRelationKind.Derived,
    };

    private WordRelation FindInClass(int left, int right, WordClass of)
    {
        var same = Same(left, right);
        var opposite = Opposite(left, right);
        // Words that are the same in one sense and opposites in another say nothing without their sentence.
        if (same.Strength != 0 && same.Strength == opposite.Strength) return default;
        if (same.Strength != 0 || opposite.Strength != 0) return same.Strength > opposite.Strength ? same : opposite;

        var implied = of is WordClass.Verb ? Implied(left, right) : default;
        if (implied.Kind is WordRelationKind.None && of is WordClass.Verb) implied = Implied(right, left).Mirror();
        if (implied.Kind is not WordRelationKind.None || of is not (WordClass.Noun or WordClass.Verb)) return implied;

        int steps = of is WordClass.Noun ? MaxNounKinds : MaxVerbKinds;
        var narrower = Narrower(left, right, steps);
        var broader = Narrower(right, left, steps);
        // Both at once, in different senses, say nothing.
        if (narrower.Strength == broader.Strength) return default;
        return narrower.Strength > broader.Strength ? narrower : broader.Mirror();
    }

    /// <summary>How well two senses of two words speak for what the words mean; 0 where they do not.</summary>
    private static int Agreement(byte left, byte right) => (left, right) switch
    {
        (WordGraph.Main, WordGraph.Main) => 3,
        (WordGraph.Main, WordGraph.Common) or (WordGraph.Common, WordGraph.Main) => 2,
        _ => 0,
    };

    private WordRelation Same(int left, int right)
    {
        int strength = 0;
        var senses = _graph.SensesOf(left);
        var saliences = _graph.SaliencesOf(left);
        for (int i = 0; i < senses.Length; i++) strength = Math.Max(strength, Agreement(saliences[i], _graph.Salience(right, senses[i])));
        if (strength == 0) return default;
        var trail = new Trail(left);
        trail.Add(WordLink.SynonymOf, right);
        return new WordRelation(WordRelationKind.Same, strength, RoleMapping.Kept, _graph, trail);
    }

    /// <summary>Opposites by direct antonyms of frequent senses and by synonyms of these.</summary>
    private WordRelation Opposite(int left, int right)
    {
        int best = 0;
        var path = new Trail(left);
        var senses = _graph.SensesOf(left);
        var saliences = _graph.SaliencesOf(left);
        for (int i = 0; i < senses.Length; i++)
            foreach (var antonym in _graph.Antonyms(senses[i]))
            {
                byte rightSalience = _graph.Salience(right, antonym.ToSynset);
                // A pair named by WordNet is evidence that these senses are meant; what is only a synonym of it needs frequent senses.
                int strength = antonym.FromEntry == left && antonym.ToEntry == right
                    ? Math.Min(saliences[i], rightSalience)
                    : Math.Min(2, Agreement(saliences[i], rightSalience));
                if (strength <= best) continue;
                best = strength;
                path = new Trail(left);
                path.Add(WordLink.SynonymOf, antonym.FromEntry);
                path.Add(WordLink.AntonymOf, antonym.ToEntry);
                path.Add(WordLink.SynonymOf, right);
            }
        return best == 0 ? default : new WordRelation(WordRelationKind.Opposite, best, RoleMapping.Kept, _graph, path);
    }

    private WordRelation Implied(int left, int right)
    {
        WordRelation best = default;
        var senses = _graph.SensesOf(left);
        var saliences = _graph.SaliencesOf(left);
        for (int i = 0; i < senses.Length; i++)
            if (saliences[i] >= WordGraph.Common) ImpliedFrom(new Trail(left), senses[i], saliences[i], right, ref best);
        return best;
    }

    // What a verb is a kind of implies what it implies: who is murdered is killed, and dies.
    private void ImpliedFrom(Trail trail, int synset, byte salience, int right, ref WordRelation best)
    {
        int strength = trail.Length == 0 ? salience - 1 : 1;
        foreach (var edge in _graph.SynsetEdges(synset))
        {
            // Of kinds it would say little: most verbs are kinds of some change.
            if (edge.Link is not (WordLink.Implies or WordLink.Causes) || trail.Length > 0 || strength <= best.Strength
                || salience is not WordGraph.Main || _graph.Salience(right, edge.To) is not WordGraph.Main) continue;
            var path = trail;
            path.Add(edge.Link, right);
            best = new WordRelation(WordRelationKind.Implies, strength, edge.Link is WordLink.Causes ? RoleMapping.ObjectIsSubject : RoleMapping.Kept, _graph, path);
        }
        foreach (int member in _graph.MembersOf(synset))
        {
            if (_graph.Salience(member, synset) is not WordGraph.Main || strength <= best.Strength) continue;
            foreach (var edge in _graph.EntryEdges(member))
            {
                if (edge.To != right || edge.Link is not WordLink.Implies) continue;
                var path = trail;
                path.Retarget(WordLink.SynonymOf, member);
                path.Add(WordLink.Implies, right, edge.Note);
                best = new WordRelation(WordRelationKind.Implies, strength, edge.Roles, _graph, path);
            }
        }
        if (trail.Length == MaxVerbKinds) return;
        foreach (var edge in _graph.SynsetEdges(synset))
        {
            if (edge.Link is not WordLink.KindOf) continue;
            var path = trail;
            path.Add(WordLink.KindOf, ~edge.To);
            ImpliedFrom(path, edge.To, salience, right, ref best);
        }
    }

    private WordRelation Narrower(int left, int right, int steps)
    {
        WordRelation best = default;
        var senses = _graph.SensesOf(left);
        var saliences = _graph.SaliencesOf(left);
        for (int i = 0; i < senses.Length; i++)
            if (saliences[i] >= WordGraph.Common) NarrowerFrom(new Trail(left), senses[i], saliences[i], right, steps, ref best);
        return best;
    }

    private void NarrowerFrom(Trail trail, int synset, byte salience, int right, int steps, ref WordRelation best)
    {
        if (trail.Length == steps) return;
        foreach (var edge in _graph.SynsetEdges(synset))
        {
            if (edge.Link is not WordLink.KindOf) continue;
            int agreement = Agreement(salience, _graph.Salience(right, edge.To));
            int strength = trail.Length switch { 0 => agreement, 1 => Math.Min(agreement, 2), _ => Math.Min(agreement, 1) };
            var path = trail;
            if (strength > best.Strength)
            {
                path.Add(WordLink.KindOf, right);
                best = new WordRelation(WordRelationKind.Narrower, strength, RoleMapping.Kept, _graph, path);
                path = trail;
            }
            path.Add(WordLink.KindOf, ~edge.To);
            NarrowerFrom(path, edge.To, salience, right, steps, ref best);
        }
    }

    /// <summary>A noun and a verb by the verb that the noun is the event of: <em>a purchase</em>, <em>to buy</em>.</summary>
    private WordRelation ThroughEvent(int noun, int verb)
    {
        WordRelation best = default;
        foreach (var edge in _graph.EntryEdges(noun))
        {
            if (edge.Link is not WordLink.EventOf) continue;
            var found = Relate(edge.To, verb);
            int strength = Math.Min(Math.Min((int)edge.Strength, found.Strength), 2);
            if (strength <= best.Strength || found.Kind is WordRelationKind.Broader or WordRelationKind.Narrower or WordRelationKind.Exclusive) continue;
            best = found.After(noun, WordLink.EventOf, found.Kind is WordRelationKind.Same ? WordRelationKind.Derived : found.Kind, strength);
        }
        return best;
    }

    private WordRelation Exclusive(int left, int right)
    {
        foreach (var one in _graph.Memberships(left))
            foreach (var other in _graph.Memberships(right))
            {
                if (one.Set != other.Set || one.Member == other.Member || AreOneMember(left, right, one.Set)) continue;
                var trail = new Trail(left);
                trail.Add(WordLink.Excludes, right, one.Set);
                return new WordRelation(WordRelationKind.Exclusive, WordRelation.MaxStrength, RoleMapping.Kept, _graph, trail);
            }
        return default;
    }

    // "Guinean" is said of more than one country.
    private bool AreOneMember(int left, int right, int set)
    {
        foreach (var one in _graph.Memberships(left))
            foreach (var other in _graph.Memberships(right))
                if (one.Set == set && one == other with { Entry = left }) return true;
        return false;
    }

    private ImmutableArray<RelatedWord> Related(ReadOnlySpan<char> lemma, Upos upos, WordRelationKind kind)
    {
        int entry = _graph.Find(lemma, WordClasses.Of(upos));
        if (entry < 0) return [];
        var related = ImmutableArray.CreateBuilder<RelatedWord>();
        foreach (int candidate in Around(entry))
            if (candidate != entry && Relate(entry, candidate) is var relation && relation.Kind == kind)
                related.Add(new RelatedWord(_graph.WordOf(candidate), _graph.ClassOf(candidate).Tag(), relation.Strength));
        related.Sort((one, other) => one.Strength != other.Strength ? other.Strength - one.Strength : string.CompareOrdinal(one.Lemma, other.Lemma));
        return related.DrainToImmutable();
    }

    /// <summary>Every entry that may be related to one, ascending.</summary>
    private SortedSet<int> Around(int entry)
    {
        var around = new SortedSet<int>();
        AddInClass(entry, around);
        // Nouns reach what is around their verbs; verbs are reached by the nouns of what is around them.
        foreach (int known in around.Append(entry).ToArray())
            foreach (var edge in _graph.EntryEdges(known))
            {
                if (edge.Link is WordLink.EventOf && known == entry) AddInClass(edge.To, around);
                if (edge.Link is WordLink.HasEvent) around.Add(edge.To);
            }
        return around;
    }

    private void AddInClass(int entry, SortedSet<int> around)
    {
        var synsets = new HashSet<int>();
        foreach (int synset in _graph.SensesOf(entry)) Widen(synset, MaxNounKinds, synsets);
        int[] members = [entry, .. synsets.SelectMany(synset => _graph.MembersOf(synset).ToArray())];
        foreach (int member in members)
        {
            around.Add(member);
            foreach (var edge in _graph.EntryEdges(member)) around.Add(edge.To);
        }
    }

    private void Widen(int synset, int kinds, HashSet<int> synsets)
    {
        synsets.Add(synset);
        foreach (var antonym in _graph.Antonyms(synset)) synsets.Add(antonym.ToSynset);
        foreach (var edge in _graph.SynsetEdges(synset))
        {
            if (edge.Link is not WordLink.KindOf) synsets.Add(edge.To);
            if (edge.Link is WordLink.KindOf && kinds > 0) Widen(edge.To, kinds - 1, synsets);
        }
    }
}
