using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>Makes and reads the tokens by which a list goes on: sealed, so that nobody builds on what is in them, and bound to their query.</summary>
/// <param name="key">32 bytes that every server of one store shares.</param>
internal sealed class PageTokens(ReadOnlyMemory<byte> key)
{
    private const int NonceBytes = 12, PositionBytes = sizeof(long), TagBytes = 16;

    /// <summary>The token for a position; the same one whenever the position and the query are the same.</summary>
    /// <param name="position">Where to go on; 0 gives the empty token, which is the end.</param>
    /// <param name="query">Everything that the list depends on, its method among it.</param>
    public string Seal(long position, string query)
    {
        if (position == 0) return "";
        Span<byte> sealedBytes = stackalloc byte[NonceBytes + PositionBytes + TagBytes];
        Span<byte> plain = stackalloc byte[PositionBytes];
        BinaryPrimitives.WriteInt64BigEndian(plain, position);
        byte[] bound = Encoding.UTF8.GetBytes(query);
        // A nonce made of what is sealed never meets other plain text, and makes equal answers equal bytes.
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, [.. plain, .. bound], hash);
        var nonce = sealedBytes[..NonceBytes];
        hash[..NonceBytes].CopyTo(nonce);
        using var cipher = new AesGcm(key.Span, TagBytes);
        cipher.Encrypt(nonce, plain, sealedBytes[NonceBytes..^TagBytes], sealedBytes[^TagBytes..], bound);
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>The position that a token stands for; 0, the start, for the empty token.</summary>
    /// <exception cref="RequestException">The token was not made here, or for another query.</exception>
    public long Open(string token, string query)
    {
        if (token.Length == 0) return 0;
        Span<byte> sealedBytes = stackalloc byte[NonceBytes + PositionBytes + TagBytes];
        Span<byte> plain = stackalloc byte[PositionBytes];
        if (token.Length != Base64Url.GetEncodedLength(sealedBytes.Length) || !Base64Url.TryDecodeFromChars(token, sealedBytes, out int length) || length != sealedBytes.Length)
            throw Invalid();
        using var cipher = new AesGcm(key.Span, TagBytes);
        try
        {
            cipher.Decrypt(sealedBytes[..NonceBytes], sealedBytes[NonceBytes..^TagBytes], sealedBytes[^TagBytes..], plain, Encoding.UTF8.GetBytes(query));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Invalid();
        }
        return BinaryPrimitives.ReadInt64BigEndian(plain);
    }

    private static RequestException Invalid() => new(
        ErrorReason.InvalidPageToken,
        "The field page_token holds no token of this listing. Send the one that the page before gave, with the other fields unchanged, or none to start anew.",
        ("field", "page_token"));
}
