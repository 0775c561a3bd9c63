using Analysis.Mapping;

namespace Analysis.Tests.Mapping;

public class EngineIdentityTests
{
    [Fact]
    public void Ruleset_CoversTheSourcesOfEveryLayer()
    {
        using var list = new StreamReader(typeof(EngineIdentity).Assembly.GetManifestResourceStream("ruleset.txt")!);
        string[] hashes = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(hashes, hash => Assert.Matches("^[0-9A-Fa-f]{64}$", hash));

        string[] layers = ["Syntax", "Language", "Semantics", "Comparison", "Analyzers", "Mapping"];
        int sources = layers.Sum(layer => SourcesOf(Path.Combine(Repository.Root, "src", "Analysis." + layer)).Count());
        Assert.Equal(sources, hashes.Length);
    }

    private static IEnumerable<string> SourcesOf(string project) => Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(project, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
            || (file.StartsWith("Lexicons/", StringComparison.Ordinal) && file.EndsWith(".txt", StringComparison.Ordinal))
            || (file.StartsWith("Rules/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)));
}
