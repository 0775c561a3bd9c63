using System.Globalization;
using Analysis.Language;
using Analysis.Mapping;
using Analysis.Server.Tests.Support;

namespace Analysis.Server.Tests.Services;

/// <summary>Same input and engine, same canonical text.</summary>
public sealed class DeterminismTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string[] Texts =
        [.. new[] { "ferry", "dam", "fairs" }.SelectMany(pair => new[] { Requests.Sample(pair, "left"), Requests.Sample(pair, "right") })];

    private static readonly string Expected = CompareWith(threads: 1);

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public void Threads_MakeNoDifference(int threads) => Assert.Equal(Expected, CompareWith(threads));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Culture_MakesNoDifference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Expected, CompareWith(threads: 4));
            Assert.Equal(Analyze(Texts[0]), WithCulture(before, () => Analyze(Texts[0])));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task CallsAtATime_MakeNoDifference()
    {
        var calls = Enumerable.Range(0, 8).Select(_ => server.Comparison.CompareArticlesAsync(Requests.Compare(Texts)).ResponseAsync);
        foreach (var answer in await Task.WhenAll(calls)) Assert.Equal(Expected, CanonicalJson.ToLine(answer));
    }

    [Fact]
    public void Parser_IsInTheIdentity()
    {
        var usual = EngineIdentity.Of(TrainedParser.Default);
        Assert.Equal(usual, EngineIdentity.Of(TrainedParser.Default));
        Assert.NotEqual(usual.Model, EngineIdentity.Of(new FailingParser()).Model);
    }

    /// <summary>Limits refuse, they do not change: the command line, which takes larger articles, gives the answers of the server.</summary>
    [Fact]
    public void Limits_MakeNoDifference() =>
        Assert.Equal(Analyze(Texts[0]), Analyze(Texts[0], new Limits { ArticleBytes = 16 * 1024 * 1024, Articles = 3, AnswerBytes = int.MaxValue }));

    // Nothing is awaited that is not done: inline articles are read at once.
    private static string CompareWith(int threads) =>
        CanonicalJson.ToLine(new AnalysisEngine(TrainedParser.Default, threads: threads).CompareAsync(Requests.Compare(Texts)).GetAwaiter().GetResult());

    private static string Analyze(string text, Limits? limits = null) =>
        CanonicalJson.ToLine(new AnalysisEngine(TrainedParser.Default, limits).AnalyzeAsync(Requests.Analyze(text, Requests.AllFeatures)).GetAwaiter().GetResult());

    private static string WithCulture(CultureInfo culture, Func<string> make)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
