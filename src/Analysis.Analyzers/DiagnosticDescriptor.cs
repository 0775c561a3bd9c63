namespace Analysis.Analyzers;

/// <summary>What a rule is about; each category has a range of ids of its own.</summary>
public enum RuleCategory
{
    /// <summary>The driver itself: ART0.</summary>
    Driver,

    /// <summary>Who says what: ART1.</summary>
    Attribution,

    /// <summary>What the article rests on: ART2.</summary>
    Sourcing,

    /// <summary>Numbers: ART3.</summary>
    Numbers,

    /// <summary>Dates and times: ART4.</summary>
    Chronology,

    /// <summary>What the headline promises: ART5.</summary>
    Headline,

    /// <summary>The article as a document, and what is known of it: ART6.</summary>
    Structure,

    /// <summary>Two articles side by side: CMP.</summary>
    Comparison,
}

/// <summary>How much a finding matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not shown to people; for programs.</summary>
    Hidden,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A flaw that an editor would want to see.</summary>
    Warning,

    /// <summary>A flaw that makes the article unfit for use as it is.</summary>
    Error,
}

/// <summary>A rule as it is listed: what it finds and how it says so.</summary>
/// <param name="Id">Two or more capitals and four digits, in the range of the category; never reused for another meaning.</param>
/// <param name="Category">What it is about.</param>
/// <param name="DefaultSeverity">How much a finding matters where nothing else is configured.</param>
/// <param name="Title">The flaw in a few words, without a full stop.</param>
/// <param name="MessageFormat">What is said of one finding, a composite format for the arguments of the report; without a full stop.</param>
/// <param name="Description">Why it matters, in one sentence.</param>
/// <param name="IsEnabledByDefault">Whether it is looked for where nothing is configured.</param>
public sealed record DiagnosticDescriptor(
    string Id, RuleCategory Category, DiagnosticSeverity DefaultSeverity, string Title, string MessageFormat, string Description,
    bool IsEnabledByDefault = true);
