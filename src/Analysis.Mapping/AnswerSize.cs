using System.Collections;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Mapping;

/// <summary>Says what makes an answer large.</summary>
internal static class AnswerSize
{
    /// <summary>Parts that make less than this share of an answer are not named: leaving them out would not help.</summary>
    private const double WorthNaming = 0.1;

    /// <summary>
    /// The largest parts of an answer, largest first: of an analysis the features to leave out, of a comparison its lists, named as in
    /// the contract.
    /// </summary>
    public static IEnumerable<string> Largest(IMessage content)
    {
        int all = content.CalculateSize();
        return content.Descriptor.Fields.InDeclarationOrder()
            .Select(field => (Name: PartOf(field.Name, content), Bytes: Bytes(field.Accessor.GetValue(content))))
            .GroupBy(part => part.Name, (name, parts) => (Name: name, Bytes: parts.Sum(part => part.Bytes)))
            .Where(part => part.Bytes > all * WorthNaming)
            .OrderByDescending(part => part.Bytes).ThenBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => part.Name);
    }

    private static string PartOf(string field, IMessage content) => content is ArticleAnalysis && field is "main_text" or "blocks" or "sentences"
        ? "STRUCTURE"
        : field.ToUpperInvariant();

    private static int Bytes(object? value) => value switch
    {
        string text => System.Text.Encoding.UTF8.GetByteCount(text),
        IMessage message => message.CalculateSize(),
        IEnumerable list => list.OfType<IMessage>().Sum(message => message.CalculateSize()),
        _ => 0,
    };
}
