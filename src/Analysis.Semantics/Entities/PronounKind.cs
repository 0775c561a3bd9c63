using System.Collections.Frozen;

namespace Analysis.Semantics.Entities;

/// <summary>Pronouns by what may be their antecedent.</summary>
internal enum PronounKind : byte
{
    None,
    He,
    She,
    It,
    They,
    I,
    We,
    You,
}

/// <summary>The personal, possessive and reflexive pronouns.</summary>
internal static class Pronouns
{
    private static readonly FrozenDictionary<string, PronounKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, PronounKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["he"] = PronounKind.He, ["him"] = PronounKind.He, ["his"] = PronounKind.He, ["himself"] = PronounKind.He,
        ["she"] = PronounKind.She, ["her"] = PronounKind.She, ["hers"] = PronounKind.She, ["herself"] = PronounKind.She,
        ["it"] = PronounKind.It, ["its"] = PronounKind.It, ["itself"] = PronounKind.It,
        ["they"] = PronounKind.They, ["them"] = PronounKind.They, ["their"] = PronounKind.They, ["theirs"] = PronounKind.They,
        ["themselves"] = PronounKind.They, ["themself"] = PronounKind.They, ["'em"] = PronounKind.They, ["em"] = PronounKind.They,
        ["I"] = PronounKind.I, ["me"] = PronounKind.I, ["my"] = PronounKind.I, ["mine"] = PronounKind.I, ["myself"] = PronounKind.I,
        ["we"] = PronounKind.We, ["us"] = PronounKind.We, ["our"] = PronounKind.We, ["ours"] = PronounKind.We, ["ourselves"] = PronounKind.We,
        ["you"] = PronounKind.You, ["your"] = PronounKind.You, ["yours"] = PronounKind.You, ["yourself"] = PronounKind.You, ["yourselves"] = PronounKind.You,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a pronoun in whatever case; <see cref="PronounKind.None"/> for any other word, "US" and "IT" in capitals among them.</summary>
    public static PronounKind Of(ReadOnlySpan<char> form) =>
        form is "US" or "IT" || !Kinds.TryGetValue(form, out var kind) ? PronounKind.None : kind;

    /// <summary>Whether the form refers to the subject of its own clause.</summary>
    public static bool IsReflexive(ReadOnlySpan<char> form) => form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the form stands for a speaker, a hearer or a number of them.</summary>
    public static bool IsOfDialogue(this PronounKind kind) => kind is PronounKind.I or PronounKind.We or PronounKind.You;
}
