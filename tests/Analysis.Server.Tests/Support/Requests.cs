using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Server.Tests.Support;

/// <summary>Requests for tests.</summary>
internal static class Requests
{
    /// <summary>Every feature there is.</summary>
    public static Feature[] AllFeatures { get; } = [.. Enum.GetValues<Feature>().Where(feature => feature is not Feature.Unspecified)];

    public static ArticleInput Article(string text) => new() { Inline = new InlineArticle { Text = text } };

    public static AnalyzeArticleRequest Analyze(string text, params Feature[] features) => Analyze(new InlineArticle { Text = text }, features);

    public static AnalyzeArticleRequest Analyze(byte[] raw, params Feature[] features) => Analyze(new InlineArticle { Raw = ByteString.CopyFrom(raw) }, features);

    public static AnalyzeArticleRequest Analyze(InlineArticle article, params Feature[] features) =>
        new() { Article = new ArticleInput { Inline = article }, Features = { features } };

    public static CompareArticlesRequest Compare(params string[] texts) => new() { Articles = { texts.Select(Article) } };

    /// <summary>The text of a sample article.</summary>
    public static string Sample(string pair, string side) => File.ReadAllText(Path.Combine(Repository.Root, "clients", "samples", pair, side + ".txt"));
}
