using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analysis.Testing;

/// <summary>Things outside the repository that some tests need.</summary>
/// <remarks>
/// A need is written as <c>node</c>, a tool on the PATH; <c>python3:grpc</c>, a module of Python; or, with a slash,
/// <c>clients/web/node_modules</c>, a folder or file of the repository. Data, of which a machine may rightly have none, is looked for
/// in the folder that ANALYSIS_DATA names and in a folder <c>shared</c> beside the repository.
/// </remarks>
internal static class Requires
{
    /// <summary>Whether ANALYSIS_REQUIRE_ALL=1 says that this machine has everything, so that a missing tool is a failure.</summary>
    public static bool All => Environment.GetEnvironmentVariable("ANALYSIS_REQUIRE_ALL") == "1";

    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <summary>The path of a tool.</summary>
    /// <exception cref="InvalidOperationException">It is not here; the message says what was looked for.</exception>
    public static string Tool(string name) => FindTool(name) ?? throw new InvalidOperationException(Missing(name));

    /// <summary>The path of a data folder.</summary>
    /// <exception cref="InvalidOperationException">It is not here; the message says where it was looked for.</exception>
    public static string Folder(string name) => FindData(name) ?? throw new InvalidOperationException(MissingData(name));

    /// <summary>Why the need is not met, as a sentence; null where it is.</summary>
    public static string? Missing(string need) => Known.GetOrAdd(need, static need =>
    {
        if (need.Contains('/'))
            return Path.Exists(Path.Combine(Repository.Root, need)) ? null : $"The repository has no {need} on this machine.";

        string[] parts = need.Split(':');
        if (FindTool(parts[0]) is not { } tool)
            return $"There is no {parts[0]} on this machine.";
        return parts.Length == 1 || Imports(tool, parts[1]) ? null : $"{tool} has no module {parts[1]}.";
    });

    /// <summary>Why the data folder is not there, as a sentence; null where it is.</summary>
    public static string? MissingData(string name) => FindData(name) is not null
        ? null
        : $"There is no {name} in the folder that ANALYSIS_DATA names, nor in a folder \"shared\", or its \"data\", beside the repository.";

    private static string? FindData(string name)
    {
        string?[] parents = [Environment.GetEnvironmentVariable("ANALYSIS_DATA"), Path.Combine(Repository.Root, "..", "shared"), Path.Combine(Repository.Root, "..", "shared", "data")];
        return parents
            .Where(parent => !string.IsNullOrEmpty(parent))
            .Select(parent => Path.GetFullPath(Path.Combine(parent!, name)))
            .FirstOrDefault(Path.Exists);
    }

    private static string? FindTool(string name) => name == "python3" ? FindPython() : FindOnPath(name);

    // The distribution's modules belong to its own interpreter, which need not be the first on the PATH.
    private static string? FindPython()
    {
        if (Environment.GetEnvironmentVariable("ANALYSIS_PYTHON") is { Length: > 0 } chosen)
            return File.Exists(chosen) ? chosen : FindOnPath(chosen);
        return File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : FindOnPath("python3");
    }

    private static string? FindOnPath(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    private static bool Imports(string python, string module)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
