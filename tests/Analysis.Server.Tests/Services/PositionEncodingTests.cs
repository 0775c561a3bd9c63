using System.Text;
using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Server.Tests.Services;

public sealed class PositionEncodingTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Text = "Café Zoë 👩🏻‍🚀 opens in 漢字\n\nRené and Rene\u0301e sold 1,500 “œufs” 🇪🇺 for £20.\n\n“Straße 🎉,” said हिन्दी speaker محمّد. It cost 3 €.";

    [Theory]
    [InlineData(PositionEncoding.Unspecified)]
    [InlineData(PositionEncoding.Utf8)]
    [InlineData(PositionEncoding.Utf32)]
    public async Task Spans_CutTheSameWords(PositionEncoding encoding)
    {
        string[] expected = await CutAsync(PositionEncoding.Utf16);
        Assert.True(expected.Length > 30);
        Assert.Contains("🇪🇺", string.Concat(expected), StringComparison.Ordinal);
        Assert.Equal(expected, await CutAsync(encoding));
    }

    [Fact]
    public async Task Tokens_CutTheirForms()
    {
        var analysis = await AnalyzeAsync(PositionEncoding.Utf32);
        Assert.All(analysis.Tokens, token => Assert.Equal(token.Form, Cut(token.Span, PositionEncoding.Utf32)));
    }

    private async Task<ArticleAnalysis> AnalyzeAsync(PositionEncoding encoding)
    {
        var request = Requests.Analyze(Text, Requests.AllFeatures);
        request.PositionEncoding = encoding;
        var analysis = (await server.Analysis.AnalyzeArticleAsync(request)).Analysis;
        Assert.Equal(encoding is PositionEncoding.Unspecified ? PositionEncoding.Utf8 : encoding, analysis.PositionEncoding);
        return analysis;
    }

    private async Task<string[]> CutAsync(PositionEncoding encoding)
    {
        var analysis = await AnalyzeAsync(encoding);
        return [.. SpansIn(analysis).Select(span => Cut(span, analysis.PositionEncoding))];
    }

    private static string Cut(Span span, PositionEncoding encoding)
    {
        var (start, end) = ((int)span.Start, (int)span.End);
        return encoding switch
        {
            PositionEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.UTF8.GetBytes(Text)[start..end]),
            PositionEncoding.Utf16 => Text[start..end],
            PositionEncoding.Utf32 => string.Concat(Text.EnumerateRunes().ToArray()[start..end]),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };
    }

    /// <summary>Every span of a message, in the order of its fields.</summary>
    private static IEnumerable<Span> SpansIn(IMessage message)
    {
        if (message is Span span) return [span];
        return message.Descriptor.Fields.InDeclarationOrder()
            .Select(field => field.Accessor.GetValue(message))
            .SelectMany(value => value switch
            {
                IMessage inner => SpansIn(inner),
                string => [],
                System.Collections.IEnumerable list => list.OfType<IMessage>().SelectMany(SpansIn),
                _ => [],
            });
    }
}
