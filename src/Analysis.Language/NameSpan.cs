namespace Analysis.Language;

/// <summary>What a name stands for.</summary>
public enum NameType : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, agency, ministry, team, party.</summary>
    Organization,

    /// <summary>A country, town, building or other place.</summary>
    Location,

    /// <summary>A nationality, religious or political group, as a noun or an adjective.</summary>
    Norp,

    /// <summary>A named event: a war, a summit, a storm, a match.</summary>
    Event,

    /// <summary>Any other name: a work, a product, a law, a language.</summary>
    Other,
}

/// <summary>A name in a text.</summary>
/// <param name="FirstToken">Index of its first token in <see cref="Syntax.SyntaxTree.Tokens"/>.</param>
/// <param name="EndToken">Just past its last token.</param>
/// <param name="Type">What it stands for.</param>
public readonly record struct NameSpan(int FirstToken, int EndToken, NameType Type);
