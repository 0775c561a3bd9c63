using System.Collections.Frozen;

namespace Analysis.Semantics.Entities;

/// <summary>What a common noun stands for, coarsely: enough to tell which pronouns may take it up.</summary>
internal enum NounKind : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A number of persons that is one thing: <em>company</em>, <em>family</em>.</summary>
    Group,

    Animal,

    Place,

    /// <summary>What can be touched: tools, food, plants, parts of bodies, substances.</summary>
    Thing,

    /// <summary>What happens or is done.</summary>
    Event,

    /// <summary>Times and lengths of time.</summary>
    Time,

    /// <summary>Thoughts, qualities, states, amounts and whatever else cannot be touched.</summary>
    Abstract,
}

/// <summary>Common nouns with what they stand for in their most frequent sense.</summary>
internal static class NounKinds
{
    private static readonly FrozenDictionary<string, NounKind> Kinds = Lexicon.Pairs("noun-kinds").ToFrozenDictionary(pair => pair.Key, pair => OfLetter(pair.Value[0]), StringComparer.Ordinal);

    /// <summary>What a noun in lower case stands for.</summary>
    public static NounKind Of(string lemma)
    {
        if (Kinds.TryGetValue(lemma, out var kind)) return kind;
        // Compounds that lists lack: "policeman", "spokeswoman".
        if (lemma.EndsWith("man", StringComparison.Ordinal) || lemma.EndsWith("woman", StringComparison.Ordinal) || lemma.EndsWith("person", StringComparison.Ordinal)) return NounKind.Person;
        return NounKind.Unknown;
    }

    private static NounKind OfLetter(char letter) => letter switch
    {
        'p' => NounKind.Person,
        'g' => NounKind.Group,
        'a' => NounKind.Animal,
        'l' => NounKind.Place,
        't' => NounKind.Thing,
        'e' => NounKind.Event,
        'd' => NounKind.Time,
        'b' => NounKind.Abstract,
        _ => NounKind.Unknown,
    };
}
