using System.Collections;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Mapping;

/// <summary>Keeps answers within their limit, and says what makes one large.</summary>
internal static class AnswerSize
{
    /// <summary>Parts that make less than this share of an answer are not named: leaving them out would not help.</summary>
    private const double WorthNaming = 0.1;

    /// <summary>Passes an answer on if it is within the limit.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="content">The part of it whose fields are its parts.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="remedy">What the caller can do, as a sentence.</param>
    /// <exception cref="RequestException">It is over the limit.</exception>
    public static TResponse Check<TResponse>(TResponse response, IMessage content, Limits limits, string remedy)
        where TResponse : IMessage
    {
        int bytes = response.CalculateSize();
        if (bytes <= limits.AnswerBytes) return response;
        string size = FieldChecks.Number(bytes), limit = FieldChecks.Number(limits.AnswerBytes);
        string largest = string.Join(',', Largest(content));
        throw new RequestException(
            ErrorReason.ResponseTooLarge,
            $"The answer has {size} bytes; it may have {limit}. Most of it is {largest}. {remedy}",
            ("size_bytes", size), ("limit_bytes", limit), ("largest", largest));
    }

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
