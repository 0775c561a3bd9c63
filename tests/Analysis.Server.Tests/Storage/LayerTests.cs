using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public class LayerTests
{
    [Fact]
    public void Storage_KnowsNeitherTheWireNorAnotherLayer() => Assert.DoesNotContain(
        typeof(SqliteArticleStore).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!),
        name => new[] { "Analysis.", "Google.", "Grpc.", "Microsoft.AspNetCore", "Microsoft.Extensions" }.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
}
