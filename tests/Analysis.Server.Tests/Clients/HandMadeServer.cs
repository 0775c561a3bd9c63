using System.Globalization;
using System.Net;
using Analysis.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Analysis.Server.Tests.Clients;

/// <summary>A server that gives one comparison made by hand for an answer, and folder of files that stand for its articles.</summary>
internal sealed class HandMadeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("analysis-articles-");

    private HandMadeServer(HandMadeComparison story)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(story);
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<Comparisons>();
        _app.MapGrpcService<Analyses>();
        Files = [.. story.Analyses.Select((analysis, i) => Write(i, analysis.Text))];
    }

    public string Address => _app.Urls.Single();

    /// <summary>One file an article; the services tell them by their names.</summary>
    public IReadOnlyList<string> Files { get; }

    public static async Task<HandMadeServer> StartAsync(HandMadeComparison story)
    {
        var server = new HandMadeServer(story);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string Write(int article, string text)
    {
        string file = Path.Combine(_folder.FullName, $"{article.ToString(CultureInfo.InvariantCulture)}.txt");
        File.WriteAllText(file, text);
        return file;
    }

    private sealed class Comparisons(HandMadeComparison story) : ComparisonService.ComparisonServiceBase
    {
        public override Task<CompareArticlesResponse> CompareArticles(CompareArticlesRequest request, ServerCallContext context)
        {
            var response = story.Response.Clone();
            response.Comparison.PositionEncoding = request.PositionEncoding;
            return Task.FromResult(response);
        }
    }

    private sealed class Analyses(HandMadeComparison story) : AnalysisService.AnalysisServiceBase
    {
        public override Task<AnalyzeArticleResponse> AnalyzeArticle(AnalyzeArticleRequest request, ServerCallContext context)
        {
            int article = int.Parse(Path.GetFileNameWithoutExtension(request.Article.Inline.Id), CultureInfo.InvariantCulture);
            var analysis = story.Analyses[article].Clone();
            analysis.PositionEncoding = request.PositionEncoding;
            return Task.FromResult(new AnalyzeArticleResponse { Analysis = analysis });
        }
    }
}
