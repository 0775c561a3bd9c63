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
    private static readonly (PronounKind Kind, string Forms)[] Forms =
    [
        (PronounKind.He, "he him his himself"),
        (PronounKind.She, "she her hers herself"),
        (PronounKind.It, "it its itself"),
        (PronounKind.They, "they them their theirs themselves themself 'em em"),
        (PronounKind.I, "I me my mine myself"),
        (PronounKind.We, "we us our ours ourselves"),
        (PronounKind.You, "you your yours yourself yourselves"),
    ];

    private static readonly FrozenDictionary<string, PronounKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Forms
        .SelectMany(pronoun => pronoun.Forms.Split(' '), (pronoun, form) => (form, pronoun.Kind))
        .ToFrozenDictionary(pair => pair.form, pair => pair.Kind, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a pronoun in whatever case; <see cref="PronounKind.None"/> for any other word, "US" and "IT" in capitals among them.</summary>
    public static PronounKind Of(ReadOnlySpan<char> form) =>
        form is "US" or "IT" || !Kinds.TryGetValue(form, out var kind) ? PronounKind.None : kind;

    /// <summary>Whether the form refers to the subject of its own clause.</summary>
    public static bool IsReflexive(ReadOnlySpan<char> form) => form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the form stands for a speaker, a hearer or a number of them.</summary>
    public static bool IsOfDialogue(this PronounKind kind) => kind is PronounKind.I or PronounKind.We or PronounKind.You;
}
