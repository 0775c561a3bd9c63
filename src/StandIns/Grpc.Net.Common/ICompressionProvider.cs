using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One message encoding, named as in the grpc-encoding header.</summary>
public interface ICompressionProvider
{
    string EncodingName { get; }

    /// <returns>A stream that leaves <paramref name="stream"/> open when disposed.</returns>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <returns>A stream that leaves <paramref name="stream"/> open when disposed.</returns>
    Stream CreateDecompressionStream(Stream stream);
}
