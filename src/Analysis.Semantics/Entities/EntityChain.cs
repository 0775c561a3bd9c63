namespace Analysis.Semantics.Entities;

/// <summary>Mentions that denote one entity, being collected.</summary>
internal sealed class EntityChain
{
    /// <summary>The fullest name, or the words of the first mention that is no pronoun.</summary>
    public required string Name { get; set; }

    /// <summary>Key of the name; empty for what has none.</summary>
    public required string Key { get; init; }

    public EntityType Type { get; set; } = EntityType.Other;

    public List<Mention> Mentions { get; } = [];

    /// <summary>Titles, roles and nouns said of it, in lower case.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of everything it is called.</summary>
    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);

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
