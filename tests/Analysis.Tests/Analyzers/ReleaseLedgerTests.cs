using System.Collections.Immutable;
using Analysis.Analyzers;

namespace Analysis.Tests.Analyzers;

/// <summary>The ledger of releases says of every rule when it came, changed and went; played from the start it gives the rules of today.</summary>
/// <remarks>The form is that of Roslyn's release tracking.</remarks>
public class ReleaseLedgerTests
{
    /// <summary>What the ledger knows of a rule.</summary>
    private readonly record struct Entry(RuleCategory Category, DiagnosticSeverity? Severity);

    private const string Head = "Rule ID | Category | Severity | Notes\n--------|----------|----------|-------\n";

    [Fact]
    public void Ledger_GivesTheRulesOfToday()
    {
        var state = Play(Play(ImmutableSortedDictionary<string, Entry>.Empty.WithComparers(StringComparer.Ordinal), Read("Shipped")), Read("Unshipped"));
        var today = RuleCatalog.Descriptors.Select(descriptor =>
            KeyValuePair.Create(descriptor.Id, new Entry(descriptor.Category, descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : null)));
        Assert.Equal(today.Select(Show), state.Select(Show));
    }

    [Fact]
    public void Ledger_IsPlayed()
    {
        string text = $"## Release 0.1.0\n\n### New Rules\n\n{Head}ART6001 | Structure | Info | a\nART6002 | Structure | Disabled | b\n\n"
            + "## Release 0.2.0\n\n### Removed Rules\n\n" + $"{Head}ART6001 | Structure | Info | a\n\n### Changed Rules\n\n"
            + "Rule ID | New Category | New Severity | Old Category | Old Severity | Notes\n--------|--------------|--------------|--------------|--------------|-------\n"
            + "ART6002 | Structure | Warning | Structure | Disabled | b\n";
        Assert.Equal(["ART6002 Structure Warning"], Play(ImmutableSortedDictionary<string, Entry>.Empty, text).Select(Show));
    }

    [Theory]
    [InlineData("### New Rules\n\nART6001 | Structure | Info | a\nART6001 | Structure | Info | again\n")]
    [InlineData("### Removed Rules\n\nART6001 | Structure | Info | never there\n")]
    [InlineData("### Changed Rules\n\nART6001 | Structure | Warning | Structure | Info | never there\n")]
    [InlineData("### Lost Rules\n\nART6001 | Structure | Info | a\n")]
    [InlineData("ART6001 | Structure | Info | under no heading\n")]
    public void BrokenLedger_IsRefused(string text) => Assert.ThrowsAny<Exception>(() => Play(ImmutableSortedDictionary<string, Entry>.Empty, text));

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, "src", "Analysis.Analyzers", $"AnalyzerReleases.{name}.md"));

    private static string Show(KeyValuePair<string, Entry> entry) => $"{entry.Key} {entry.Value.Category} {entry.Value.Severity?.ToString() ?? "Disabled"}";

    private static ImmutableSortedDictionary<string, Entry> Play(ImmutableSortedDictionary<string, Entry> state, string text)
    {
        string heading = "";
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) heading = line[4..];
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
            if (cells.Length < 4 || cells[0] is "Rule ID" || cells[0].StartsWith('-')) continue;
            var entry = new Entry(Enum.Parse<RuleCategory>(cells[1]), cells[2] is "Disabled" ? null : Enum.Parse<DiagnosticSeverity>(cells[2]));
            bool known = state.ContainsKey(cells[0]);
            state = heading switch
            {
                "New Rules" => state.Add(cells[0], !known ? entry : throw new FormatException($"{cells[0]} is new twice.")),
                "Removed Rules" => known ? state.Remove(cells[0]) : throw new FormatException($"{cells[0]} was never there."),
                "Changed Rules" => known ? state.SetItem(cells[0], entry) : throw new FormatException($"{cells[0]} was never there."),
                _ => throw new FormatException($"\"{line}\" stands under no known heading."),
            };
        }
        return state;
    }
}
