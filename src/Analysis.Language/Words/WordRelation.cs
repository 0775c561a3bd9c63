using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Analysis.Language.Words;

/// <summary>How two words stand to each other, with the way from the one to the other as evidence.</summary>
/// <remarks>A value without references of its own making: asking for it allocates nothing, reading <see cref="Path"/> does.</remarks>
public readonly struct WordRelation
{
    /// <summary>Greatest <see cref="Strength"/>.</summary>
    public const int MaxStrength = 3;

    private readonly WordGraph? _graph;
    private readonly Trail _trail;

    internal WordRelation(WordRelationKind kind, int strength, RoleMapping roles, WordGraph? graph, in Trail trail)
    {
        (Kind, Strength, Roles) = (kind, (byte)strength, roles);
        _graph = graph;
        _trail = trail;
    }

    /// <summary>The relation of left towards right.</summary>
    public WordRelationKind Kind { get; }

    /// <summary>
    /// 0 for <see cref="WordRelationKind.None"/>, else 1 to <see cref="MaxStrength"/>: 3 by what both words mean first of all, in one step
    /// or from a list; 2 where one of the words has other frequent senses or where the way is longer; 1 where both holds.
    /// </summary>
    public byte Strength { get; }

    /// <summary>How the parties of the left word are found at the right one; for nouns that name no event it says nothing.</summary>
    public RoleMapping Roles { get; }

    /// <summary>
    /// The steps from left to right: the first starts at the left word, each next one where the one before ended, the last ends at the
    /// right word. Empty for <see cref="WordRelationKind.None"/> and for a word and itself.
    /// </summary>
    public ImmutableArray<WordStep> Path => _graph is null ? [] : _trail.Steps(_graph);

    /// <summary>The kind and the path, for people: <c>Implies: kill → die (who is killed dies)</c>.</summary>
    public override string ToString()
    {
        var path = Path;
        return path.IsEmpty ? Kind.ToString() : $"{Kind}: {string.Join("; ", path)}";
    }

    /// <summary>The same way, begun one step earlier, and what it says then.</summary>
    internal WordRelation After(int start, WordLink link, WordRelationKind kind, int strength)
    {
        var trail = new Trail(start);
        trail.Add(link, _trail.First);
        trail.AddAll(_trail);
        return new WordRelation(kind, strength, Roles, _graph, trail);
    }

    internal WordRelation Mirror()
    {
        var trail = _trail;
        trail.Reverse();
        return new WordRelation(Kind.Mirror(), Strength, Roles.Mirror(), _graph, trail);
    }
}

/// <summary>One step of the way from a word to another.</summary>
/// <param name="From">The word it starts at; in the middle of a way it may stand for a set of synonyms.</param>
/// <param name="Link">What the first is to the second.</param>
/// <param name="To">The word it leads to.</param>
/// <param name="Remark">What a list says of it, a clause; null when it says nothing.</param>
public readonly record struct WordStep(string From, WordLink Link, string To, string? Remark)
{
    /// <summary>The step for people.</summary>
    public override string ToString()
    {
        string said = Link switch
        {
            WordLink.SynonymOf => $"{From} = {To}",
            WordLink.AntonymOf => $"{From} ↔ {To}",
            WordLink.KindOf => $"{From} is a kind of {To}",
            WordLink.HasKind => $"{From} has the kind {To}",
            WordLink.PartOf => $"{From} is part of {To}",
            WordLink.HasPart => $"{From} has the part {To}",
            WordLink.Implies or WordLink.Causes => $"{From} → {To}",
            WordLink.ImpliedBy or WordLink.CausedBy => $"{From} ← {To}",
            WordLink.EventOf => $"{From} is the noun of {To}",
            WordLink.HasEvent => $"{From} has the noun {To}",
            WordLink.PersonOf => $"{From} is a party of {To}",
            WordLink.HasPerson => $"{From} has the party {To}",
            WordLink.FormedWith => $"{From} ~ {To}",
            WordLink.ConverseOf => $"{From} ⇄ {To}",
            WordLink.Excludes => $"{From} | {To}",
            WordLink.DemonymOf => $"{From} belongs to {To}",
            WordLink.HasDemonym => $"{From} has {To}",
            _ => $"{From} - {To}",
        };
        return Remark is null ? said : $"{said} ({Remark})";
    }
}

/// <summary>A way through the graph, small enough to be copied.</summary>
internal struct Trail
{
    /// <summary>Longest way: a noun to its verb, that to its kind, an implication, and back to a noun.</summary>
    public const int MaxSteps = 7;

    // Entries as they are, synsets as their complement.
    private Nodes _nodes;
    private Links _links;
    private Nodes _notes;

    /// <summary>A way that has not left yet.</summary>
    public Trail(int start) => _nodes[0] = start;

    public int Length { get; private set; }

    public readonly int First => _nodes[0];

    /// <summary>Goes on to an entry, or to a synset given as its complement.</summary>
    public void Add(WordLink link, int node, int note = 0)
    {
        // A step from a word to itself is none.
        if (_nodes[Length] == node) return;
        _links[Length] = link;
        _notes[Length] = note;
        _nodes[++Length] = node;
    }

    /// <summary>Goes on along another way, which starts where this one has come to.</summary>
    public void AddAll(in Trail other)
    {
        for (int i = 0; i < other.Length; i++) Add(other._links[i], other._nodes[i + 1], other._notes[i]);
    }

    /// <summary>Ends at an entry of the synset that the way has come to; a way of no steps gets one.</summary>
    public void Retarget(WordLink link, int entry)
    {
        if (Length == 0) Add(link, entry);
        else _nodes[Length] = entry;
    }

    public void Reverse()
    {
        var from = this;
        for (int i = 0; i <= Length; i++) _nodes[i] = from._nodes[Length - i];
        for (int i = 0; i < Length; i++)
        {
            _links[i] = from._links[Length - 1 - i].Mirror();
            _notes[i] = from._notes[Length - 1 - i];
        }
    }

    public readonly ImmutableArray<WordStep> Steps(WordGraph graph)
    {
        var steps = ImmutableArray.CreateBuilder<WordStep>(Length);
        for (int i = 0; i < Length; i++)
            steps.Add(new WordStep(Name(graph, _nodes[i]), _links[i], Name(graph, _nodes[i + 1]), _notes[i] == 0 ? null : graph.Note(_notes[i])));
        return steps.DrainToImmutable();
    }

    private static string Name(WordGraph graph, int node) => node >= 0 ? graph.WordOf(node) : graph.NameOf(~node);

    [InlineArray(MaxSteps + 1)]
    private struct Nodes
    {
        private int _first;
    }

    [InlineArray(MaxSteps)]
    private struct Links
    {
        private WordLink _first;
    }
}
