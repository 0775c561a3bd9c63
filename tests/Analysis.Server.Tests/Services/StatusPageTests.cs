using Analysis.Server.Tests.Support;
using Analysis.V1;

namespace Analysis.Server.Tests.Services;

public sealed class StatusPageTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Page_SaysWhatRunsAndHowToCallIt()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(server.HttpUri);
        string page = await response.Content.ReadAsStringAsync();
        var engine = (await server.Analysis.AnalyzeArticleAsync(Requests.Analyze("One."))).Analysis.Engine;

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.All(
            [engine.Version, engine.Ruleset, engine.Model, engine.Configuration, server.GrpcUri.Authority, "analysis.v1"],
            value => Assert.Contains(value, page, StringComparison.Ordinal));
        Assert.All(
            new[] { AnalysisService.Descriptor, ArticleService.Descriptor, ComparisonService.Descriptor }.SelectMany(service => service.Methods),
            method => Assert.Contains($"{method.Service.FullName}/{method.Name}", page, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LoadsNothingFromElsewhere()
    {
        using var client = new HttpClient();
        string page = await client.GetStringAsync(server.HttpUri);
        Assert.All(["<script", "<link", "@import", "url(", "src="], resource => Assert.DoesNotContain(resource, page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Health_IsPlain()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(server.HttpUri, "/healthz"));
        Assert.Equal("ok\n", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
    }
}
