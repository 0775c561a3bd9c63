using Analysis.Server.Tests.Support;
using Analysis.V1;

namespace Analysis.Server.Tests.Services;

public sealed class AnalyzeArticleTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Text = "Ferry runs aground\n\nBy Ann Lee\n\nThe ferry carried 214 passengers. Nobody was hurt, the coastguard said.\n\nLearn More →";

    [Fact]
    public async Task Features_EachFillTheirParts()
    {
        foreach (var feature in Requests.AllFeatures)
        {
            var analysis = await AnalyzeAsync(Text, feature);
            Assert.Equal(feature is Feature.Text, analysis.Text == Text);
            Assert.Equal(feature is Feature.Structure, analysis.Blocks.Count > 0);
            Assert.Equal(feature is Feature.Structure, analysis.MainText.Length > 0);
            Assert.Equal(feature is Feature.Structure or Feature.Tokens or Feature.Claims, analysis.Sentences.Count > 0);
            Assert.Equal(feature is Feature.Tokens, analysis.Tokens.Count > 0);
            if (feature is not Feature.Entities) Assert.Empty(analysis.Entities);
            if (feature is not Feature.Quantities) Assert.Empty(analysis.Quantities);
            if (feature is not Feature.Dates) Assert.Empty(analysis.Dates);
            if (feature is not Feature.Quotes) Assert.Empty(analysis.Quotes);
            if (feature is not Feature.Claims) Assert.Empty(analysis.Claims);
        }
    }

    [Fact]
    public async Task NoFeatures_MeansTheFrozenSet()
    {
        var frozen = await AnalyzeAsync(
            Text, Feature.Structure, Feature.Entities, Feature.Quantities, Feature.Dates, Feature.Quotes, Feature.Claims, Feature.Diagnostics);
        Assert.Equal(frozen, await AnalyzeAsync(Text));
    }

    [Fact]
    public async Task Blocks_AreNamedAndMainTextIsTheStory()
    {
        var analysis = await AnalyzeAsync(Text);
        Assert.Equal([BlockKind.Headline, BlockKind.Byline, BlockKind.Paragraph, BlockKind.Furniture], analysis.Blocks.Select(block => block.Kind));
        Assert.Equal("The ferry carried 214 passengers. Nobody was hurt, the coastguard said.", analysis.MainText);
        Assert.NotEqual("", analysis.Blocks[3].Furniture);
    }

    [Fact]
    public async Task Tokens_HaveTheirGrammar()
    {
        var analysis = await AnalyzeAsync("The mayor did not sign the contract.", Feature.Tokens);
        Assert.Equal(["The", "mayor", "did", "not", "sign", "the", "contract", "."], analysis.Tokens.Select(token => token.Form));
        var root = Assert.Single(analysis.Tokens, token => token.Head == 0);
        Assert.Equal(("sign", "VERB", "root"), (root.Lemma, root.Upos, root.Deprel));
        Assert.Equal(("nsubj", 5u), (analysis.Tokens[1].Deprel, analysis.Tokens[1].Head));
        Assert.All(analysis.Tokens, token => Assert.NotEqual("", token.Xpos));
    }

    [Fact]
    public async Task Answer_NamesTheArticleAndTheEngine()
    {
        var inline = new InlineArticle { Text = Text, Id = "left" };
        var analysis = (await server.Analysis.AnalyzeArticleAsync(Requests.Analyze(inline))).Analysis;
        Assert.Equal("left", analysis.Id);
        Assert.Equal("0", (await AnalyzeAsync(Text)).Id);
        Assert.Equal(PositionEncoding.Utf8, analysis.PositionEncoding);
        Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+$", analysis.Engine.Version);
        Assert.All([analysis.Engine.Ruleset, analysis.Engine.Model, analysis.Engine.Configuration, analysis.Sha256], hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }

    [Fact]
    public async Task Article_WithoutDate_SaysSo() =>
        Assert.Contains((await AnalyzeAsync("The ferry sank.")).Notices, notice => notice.Kind is NoticeKind.PublicationDateMissing);

    private async Task<ArticleAnalysis> AnalyzeAsync(string text, params Feature[] features) =>
        (await server.Analysis.AnalyzeArticleAsync(Requests.Analyze(text, features))).Analysis;
}
