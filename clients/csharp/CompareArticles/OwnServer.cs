using System.Diagnostics;

namespace CompareArticles;

/// <summary>A server of this repository that runs for the length of one call.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    // A first build of everything on a slow machine takes a few minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private OwnServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>The sample pair, from the root of the repository.</summary>
    public static IReadOnlyList<string> Samples => ["clients/samples/ferry/left.txt", "clients/samples/ferry/right.txt"];

    /// <summary>Where it listens for gRPC.</summary>
    public Uri Address { get; }

    /// <summary>The folder of the solution above a folder; null outside the repository.</summary>
    public static string? RepositoryRoot(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Analysis.sln"))) return at.FullName;
        return null;
    }

    /// <summary>Builds and starts the server on free ports and waits until it listens.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <param name="errors">Receives what went wrong.</param>
    /// <returns>Null when the server did not start; the reason is in <paramref name="errors"/>.</returns>
    public static async Task<OwnServer?> StartAsync(string root, TextWriter errors)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "run", "--project", Path.Combine("src", "Analysis.Server"), "--", "--grpc-port", "0", "--http-port", "0", "--data", "none" },
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var said = new List<string>();
        // Read to the end, so that a full pipe never stops the server.
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                Remember(line);
                int address = line.IndexOf("http://", StringComparison.Ordinal);
                if (!line.TrimStart().StartsWith("gRPC", StringComparison.Ordinal) || address < 0) continue;
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new OwnServer(process, new Uri(line[address..].Trim()));
            }
            await errors.WriteLineAsync("The server did not start:");
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync($"The server did not start within {Patience.TotalMinutes} minutes:");
        }
        lock (said)
            foreach (string line in said) errors.WriteLine(line);
        process.Kill(entireProcessTree: true);
        process.Dispose();
        return null;

        void Remember(string? line)
        {
            const int Most = 40;
            if (line is null) return;
            lock (said)
            {
                said.Add(line);
                if (said.Count > Most) said.RemoveAt(0);
            }
        }
    }

    /// <summary>Ends the server; it stores nothing that could be lost.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
