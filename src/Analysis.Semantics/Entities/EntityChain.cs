namespace Analysis.Semantics.Entities;

/// <summary>Mentions that denote one entity, being collected.</summary>
internal sealed class EntityChain
{
    private const int MostRoles = 32;

    // Most of what is spoken of has neither.
    private List<string>? _roles, _aliases;

    /// <summary>The fullest name, empty for what has none.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the name; empty for what has none.</summary>
    public required string Key { get; init; }

    public EntityType Type { get; set; } = EntityType.Other;

    public List<Mention> Mentions { get; } = [];

    /// <summary>Titles, roles and nouns said of it, in lower case; few.</summary>
    public IReadOnlyList<string> Roles => _roles ?? [];

    /// <summary>Keys of everything it is called, each once.</summary>
    public IReadOnlyList<string> Aliases => _aliases ?? [];

    /// <summary>Adds a role unless it is known, or so many are that it would say nothing.</summary>
    public void AddRole(string role)
    {
        _roles ??= [];
        if (_roles.Count < MostRoles && !_roles.Contains(role)) _roles.Add(role);
    }

    /// <summary>Adds a key unless it is known.</summary>
    public void AddAlias(string key)
    {
        _aliases ??= [];
        if (!_aliases.Contains(key)) _aliases.Add(key);
    }

    public bool IsNamed => Key.Length > 0;

    /// <summary>Whether it is several.</summary>
    public bool IsPlural { get; set; }

    public Gender Gender { get; set; }

    /// <summary>What the noun of an entity without a name stands for; of one with a name what follows from its type.</summary>
    public NounKind Kind { get; set; }

    /// <summary>Lemma of the noun of an entity without a name; empty for a pronoun.</summary>
    public string Noun { get; init; } = "";

    /// <summary>Which pronoun the mentions are that are nothing else; <see cref="PronounKind.None"/> once there is another one.</summary>
    public PronounKind OnlyPronoun { get; set; }

    /// <summary>Mentions read so far: those with a name are known beforehand, but not all of them stand before a pronoun.</summary>
    public int Seen { get; set; }

    /// <summary>Number of the search that last came upon it.</summary>
    public int Stamp { get; set; }
}
