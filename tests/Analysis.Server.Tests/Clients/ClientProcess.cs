using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analysis.Server.Tests.Clients;

/// <summary>What a client program printed, and how it ended.</summary>
internal sealed record ClientRun(int ExitCode, string Output, string Errors);

/// <summary>Runs the client programs as their users do: as processes of their own.</summary>
internal static class ClientProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The C# program, with the arguments of its command line.</summary>
    public static Task<ClientRun> CSharpAsync(params IEnumerable<string> arguments) =>
        RunAsync(Requires.Tool("dotnet"), [Path.Combine(AppContext.BaseDirectory, "CompareArticles.dll"), .. arguments]);

    /// <summary>A script of the Python client, or an option of the interpreter, with arguments.</summary>
    public static Task<ClientRun> PythonAsync(params IEnumerable<string> arguments) => RunAsync(Requires.Tool("python3"), arguments);

    public static string PythonFolder { get; } = Path.Combine(Repository.Root, "clients", "python");

    public static string CompareScript { get; } = Path.Combine(PythonFolder, "compare_articles.py");

    public static async Task<ClientRun> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = PythonFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Nothing is left in the repository, and no setting of the machine shows in the output.
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ClientRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>An address of this machine where nothing listens.</summary>
    public static string DeadAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
