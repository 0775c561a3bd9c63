using System.IO.Compression;
using Grpc.AspNetCore.Server;
using Grpc.Net.Compression;

namespace Analysis.Server.Compression;

/// <summary>gzip whose output is a complete gzip member even for an empty message.</summary>
/// <remarks>
/// Since .NET 9 <see cref="GZipStream"/> writes no byte at all when nothing was written to it, and clients that decompress what
/// says it is gzip (grpc-js among them) then fail on a reply without fields. Only the empty message takes another path here.
/// </remarks>
internal sealed class StrictGzipProvider(CompressionLevel defaultLevel) : ICompressionProvider
{
    /// <summary>The header of RFC 1952 (no name, no time, unknown system), one final empty block, checksum 0, length 0.</summary>
    private static ReadOnlySpan<byte> EmptyMember => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new CompressingStream(stream, compressionLevel ?? defaultLevel);

    public Stream CreateDecompressionStream(Stream stream) => new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Writes a gzip member to a stream that it leaves open; the member is complete once this is disposed.</summary>
    private sealed class CompressingStream(Stream target, CompressionLevel level) : Stream
    {
        private GZipStream? _gzip;
        private bool _disposed;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => !_disposed;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!buffer.IsEmpty)
                (_gzip ??= new GZipStream(target, level, leaveOpen: true)).Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => _gzip?.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_disposed)
            {
                _disposed = true;
                if (_gzip is null)
                    target.Write(EmptyMember);
                else
                    _gzip.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>Configures the encodings of the service.</summary>
internal static class StrictGzipOptions
{
    /// <summary>Answers in strict gzip where the caller accepts it; still reads and offers deflate.</summary>
    /// <remarks>The engine adds its own providers only to an empty list, so deflate is added back. The first is preferred.</remarks>
    public static void UseStrictGzip(this GrpcServiceOptions options, CompressionLevel level = CompressionLevel.Fastest)
    {
        options.CompressionProviders.Add(new StrictGzipProvider(level));
        options.CompressionProviders.Add(new DeflateCompressionProvider(level));
        options.ResponseCompressionAlgorithm = "gzip";
        options.ResponseCompressionLevel = level;
    }
}
