using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Analysis.Analyzers;

namespace Analysis.Tests.Analyzers;

/// <summary>What holds for every rule, whoever wrote it.</summary>
public partial class RuleCatalogTests
{
    /// <summary>How the ids of a category begin.</summary>
    private static readonly ImmutableDictionary<RuleCategory, string> Ranges = ImmutableDictionary<RuleCategory, string>.Empty
        .Add(RuleCategory.Driver, "ART0").Add(RuleCategory.Attribution, "ART1").Add(RuleCategory.Sourcing, "ART2").Add(RuleCategory.Numbers, "ART3")
        .Add(RuleCategory.Chronology, "ART4").Add(RuleCategory.Headline, "ART5").Add(RuleCategory.Structure, "ART6").Add(RuleCategory.Comparison, "CMP");

    public static TheoryData<string> Ids() => [.. RuleCatalog.Descriptors.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> Rules() => [.. RuleCatalog.Analyzers.Select(analyzer => analyzer.GetType().Name)];

    [Fact]
    public Task Catalog_IsAsReviewed()
    {
        var text = new StringBuilder();
        foreach (var descriptor in RuleCatalog.Descriptors)
            text.Append(FormattableString.Invariant($"{descriptor.Id} {descriptor.Category} {descriptor.DefaultSeverity}{(descriptor.IsEnabledByDefault ? "" : " off")}\n"))
                .Append(FormattableString.Invariant($"  {descriptor.Title}\n  {descriptor.MessageFormat}\n  {descriptor.Description}\n"));
        return Verifier.Verify(text.ToString());
    }

    [Fact]
    public void EveryAnalyzer_IsInTheCatalog() => Assert.Equal(
        typeof(RuleCatalog).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ArticleAnalyzer)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        RuleCatalog.Analyzers.Select(analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_AreUniqueAndInOrder()
    {
        var ids = RuleCatalog.Descriptors.Select(descriptor => descriptor.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_LiesInTheRangeOfItsCategory(string id)
    {
        Assert.Matches(IdShape(), id);
        Assert.StartsWith(Ranges[RuleCatalog.Find(id)!.Category], id, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreWellFormed(string id)
    {
        var descriptor = RuleCatalog.Find(id)!;
        Assert.Matches(@"^\p{Lu}.*[^.!?:\s]$", descriptor.Title);
        Assert.InRange(descriptor.Title.Length, 8, 60);
        Assert.Matches(@"^[\p{Lu}{“].*[^.!?:\s]$", descriptor.MessageFormat.Replace("{0}", "X", StringComparison.Ordinal));
        // One sentence that starts with a capital and ends in a full stop.
        Assert.Matches(@"^\p{Lu}[^.!?]*\.$", descriptor.Description);
        Assert.NotEqual(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_HasAPage(string id) => Assert.StartsWith($"# {id}: {RuleCatalog.Find(id)!.Title}\n", RuleCatalog.Page(id), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("ART9999")]
    [InlineData("art6001")]
    public void UnknownId_HasNeitherDescriptorNorPage(string id)
    {
        Assert.Null(RuleCatalog.Find(id));
        Assert.Null(RuleCatalog.Page(id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_DeclaresRegionsAndConcurrency(string name)
    {
        var context = new AnalysisContext();
        Rule(name).Initialize(context);
        Assert.True(context.Regions is not null, $"{name} does not say which regions it sees: call ConfigureRegions.");
        Assert.True(context.IsConcurrent is not null, $"{name} does not say whether its actions may run at once: call EnableConcurrentExecution or DisableConcurrentExecution.");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HoldsNoState(string name) =>
        Assert.Empty(Rule(name).GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_ReportsOneIdUnderTheNameOfItsFile(string name)
    {
        var rule = Rule(name);
        var descriptor = Assert.Single(rule.SupportedDiagnostics);
        string folder = Path.Combine(Repository.Root, "src", "Analysis.Analyzers", "Rules", $"{descriptor.Category}");
        Assert.All(new[] { ".cs", ".md" }, ending => Assert.True(File.Exists(Path.Combine(folder, name + ending)), $"Rules/{descriptor.Category}/{name}{ending} is missing."));
    }

    private static ArticleAnalyzer Rule(string name) => RuleCatalog.Analyzers.Single(analyzer => analyzer.GetType().Name == name);

    [GeneratedRegex(@"^[A-Z]{2,}\d{4}$")]
    private static partial Regex IdShape();
}
