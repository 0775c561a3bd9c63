using System.IO.Compression;
using System.Text;
using Analysis.Server.Compression;
using Grpc.AspNetCore.Server;

namespace Analysis.Server.Tests.Compression;

public class StrictGzipProviderTests
{
    private static readonly StrictGzipProvider Provider = new(CompressionLevel.Fastest);

    [Fact]
    public void EmptyMessage_IsACompleteMember()
    {
        byte[] member = Compress([]);

        Assert.Equal(20, member.Length);
        Assert.Equal([0x1f, 0x8b, 8], member[..3]);
        Assert.Empty(Decompress(member));
    }

    [Fact]
    public void EmptyWrites_AreNoSecondMember()
    {
        using var target = new MemoryStream();
        using (var stream = Provider.CreateCompressionStream(target, null))
        {
            stream.Write([]);
            stream.Flush();
            stream.Write("text"u8);
            stream.Write([]);
        }

        Assert.Equal("text"u8.ToArray(), Decompress(target.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(1_000_000)]
    public void Message_RoundTrips(int length)
    {
        byte[] message = new byte[length];
        new Random(length).NextBytes(message);

        Assert.Equal(message, Decompress(Compress(message)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Level_IsTheCallersOrTheDefault(CompressionLevel? level)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("the same words", 1000)));
        byte[] member = Compress(text, level);

        Assert.Equal(text, Decompress(member));
        Assert.Equal(level == CompressionLevel.NoCompression, member.Length > text.Length);
    }

    [Fact]
    public void Target_StaysOpen()
    {
        using var target = new MemoryStream();
        Provider.CreateCompressionStream(target, null).Dispose();
        Provider.CreateDecompressionStream(target).Dispose();

        Assert.True(target.CanWrite);
    }

    [Fact]
    public void SecondDispose_WritesNothing()
    {
        using var target = new MemoryStream();
        var stream = Provider.CreateCompressionStream(target, null);
        stream.Dispose();
        stream.Dispose();

        Assert.Equal(20, target.Length);
        Assert.Throws<ObjectDisposedException>(() => stream.Write([1]));
    }

    [Fact]
    public void Options_OfferGzipFirstAndKeepDeflate()
    {
        var options = new GrpcServiceOptions();
        options.UseStrictGzip();

        Assert.Equal(["gzip", "deflate"], options.CompressionProviders.Select(provider => provider.EncodingName));
        Assert.IsType<StrictGzipProvider>(options.CompressionProviders[0]);
        Assert.Equal("gzip", options.ResponseCompressionAlgorithm);
    }

    private static byte[] Compress(byte[] message, CompressionLevel? level = null)
    {
        using var target = new MemoryStream();
        using (var stream = Provider.CreateCompressionStream(target, level))
            stream.Write(message);
        return target.ToArray();
    }

    // With the platform's own reader, not the provider's.
    private static byte[] Decompress(byte[] member)
    {
        using var stream = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
        using var message = new MemoryStream();
        stream.CopyTo(message);
        return message.ToArray();
    }
}
