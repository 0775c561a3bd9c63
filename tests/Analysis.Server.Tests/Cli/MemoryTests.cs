using System.Text;

namespace Analysis.Server.Tests.Cli;

/// <summary>What hostile texts cost. A process whose objects need more than its heap ends itself, which is no documented end.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Texts of the largest size that is read: refused before their trees take the room.</summary>
    [Theory]
    [InlineData("a.\n")]
    [InlineData("a.\n\n")]
    [InlineData("5 6 7 8 ")]
    [InlineData("- One is 5\n")]
    [InlineData(".,!?")]
    [InlineData("<p>a")]
    [InlineData("<b>x</b> ")]
    public async Task TextOfTooMuch_IsRefused(string part)
    {
        var (code, output, errors) = await RunAsync(part, 16 * Mebibyte, heap: 1024L * Mebibyte, "--format", "json");

        Assert.Equal((4, 0), (code, output));
        Assert.Contains("(ARTICLE_TOO_LARGE)", errors, StringComparison.Ordinal);
    }

    /// <summary>What is read: the tree, the model and the answer of lines as short as they get.</summary>
    [Theory]
    [InlineData("a.\n")]
    [InlineData("- One is 5\n")]
    public async Task TextThatIsRead_FitsIntoASmallHeap(string part)
    {
        var (code, output, errors) = await RunAsync(part, Mebibyte / 2, heap: 256L * Mebibyte, "--format", "json");

        Assert.Equal((0, ""), (code, errors));
        Assert.True(output > Mebibyte);
    }

    private async Task<(int Code, long Output, string Errors)> RunAsync(string part, int size, long heap, params string[] options)
    {
        string file = _folder.Write("hostile.txt", string.Concat(Enumerable.Repeat(part, size / Encoding.UTF8.GetByteCount(part))));
        using var process = CommandRun.Start(heap, ["analyze", file, .. options]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            process.StandardInput.Close();
            var output = CountAsync(process.StandardOutput.BaseStream, patience.Token);
            string errors = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task<long> CountAsync(Stream output, CancellationToken cancellation)
    {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        while (await output.ReadAsync(buffer, cancellation) is var read and > 0) bytes += read;
        return bytes;
    }
}
