using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Storage;

/// <summary>SHA-256 over named fields. Names and values come with their lengths, so no two lists of fields run together to the same bytes.</summary>
internal static class FieldHash
{
    public static byte[] Of(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in fields)
        {
            Append(hash, name);
            Append(hash, value);
        }
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
