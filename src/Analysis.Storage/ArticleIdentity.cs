using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Storage;

/// <summary>Decides which article it is: the caller's id, else the canonical address, else the bytes themselves.</summary>
public static class ArticleIdentity
{
    /// <summary>Longest id, in characters.</summary>
    public const int MaxIdLength = 63;

    // 160 bits: no two addresses meet by accident, and prefix and digits stay within an id.
    private const int HashDigits = 40;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    /// <summary>Whether an id is 1 to 63 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>~</c>, of which the first is a letter or digit.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: >= 1 and <= MaxIdLength } && char.IsAsciiLetterOrDigit(id[0]) && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>The id of an article.</summary>
    /// <param name="clientId">The caller's own id, taken as it is; empty for none. Whether it is valid is for the caller to check.</param>
    /// <param name="uri">Address; empty for none.</param>
    /// <param name="content">The bytes, hashed where there is neither.</param>
    /// <returns>The caller's id, or <c>address-</c> or <c>content-</c> with 40 hexadecimal digits of a SHA-256.</returns>
    public static string Of(string clientId, string uri, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(uri);
        if (clientId.Length > 0) return clientId;
        return uri.Length > 0 ? "address-" + Digits(Encoding.UTF8.GetBytes(CanonicalAddress(uri))) : "content-" + Digits(content);
    }

    /// <summary>One spelling for the addresses of one page.</summary>
    /// <remarks>
    /// Scheme and host are lower-cased, http becomes https, the ports 80 and 443, the fragment, an empty query and the parameters of
    /// <see cref="WebAddress.IsTracking"/> are dropped, an empty path becomes <c>/</c>. The rest stays letter by letter, percent signs and
    /// the order of parameters included. What is not a web address is returned as it is.
    /// </remarks>
    public static string CanonicalAddress(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return WebAddress.Parse(uri)?.Canonical() ?? uri;
    }

    /// <summary>The host of a web address, lower-cased, without port; empty for anything else.</summary>
    public static string HostOf(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return WebAddress.Parse(uri)?.Host ?? "";
    }

    private static string Digits(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashDigits];
}
