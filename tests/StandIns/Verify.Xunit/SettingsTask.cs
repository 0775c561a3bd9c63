using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>The text is not the accepted one, or cannot be compared.</summary>
public sealed class VerifyException(string message) : Exception(message);

/// <summary>One comparison with a snapshot: its settings, then, once awaited, its outcome.</summary>
public sealed class SettingsTask
{
    private static readonly char[] NotInFileNames = [.. "\"<>|:*?/\\", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    private readonly string _received;
    private readonly string _sourceFile;
    private readonly MethodInfo _test;
    private object?[]? _parameters;
    private string? _methodName;

    internal SettingsTask(string received, string sourceFile, MethodInfo test)
    {
        _received = received;
        _sourceFile = sourceFile;
        _test = test;
    }

    public static implicit operator Task(SettingsTask task) => task.ToTask();

    /// <summary>Puts the values of a theory's leading parameters into the file name; needed whenever the test has parameters.</summary>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _parameters = parameters;
        return this;
    }

    /// <summary>Replaces the method's name in the file name.</summary>
    public SettingsTask UseMethodName(string name)
    {
        _methodName = name;
        return this;
    }

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => ToTask().ConfigureAwait(continueOnCapturedContext);

    public async Task ToTask()
    {
        string folder = Path.GetDirectoryName(_sourceFile) ?? "";
        if (!Directory.Exists(folder))
        {
            throw new VerifyException($"The test's source folder \"{folder}\" is not on this machine. "
                + "Run the tests where they were built, without DeterministicSourcePaths or PathMap.");
        }

        string stem = Path.Combine(folder, FileStem());
        string verifiedPath = stem + ".verified.txt", receivedPath = stem + ".received.txt";
        string received = WithLineFeeds(_received);
        string? verified = File.Exists(verifiedPath) ? WithLineFeeds(await File.ReadAllTextAsync(verifiedPath)) : null;
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        await File.WriteAllTextAsync(receivedPath, received);
        throw new VerifyException($"{(verified is null ? "There is no snapshot" : FirstDifference(verified, received) + " differs from the snapshot")} "
            + $"{verifiedPath}\nThe text of this run is in {Path.GetFileName(receivedPath)}. "
            + $"If it is right, rename that file to {Path.GetFileName(verifiedPath)}.");
    }

    private string FileStem()
    {
        var type = _test.ReflectedType!;
        var name = new StringBuilder(type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name);
        name.Append('.').Append(_methodName ?? _test.Name);

        var declared = _test.GetParameters();
        if (declared.Length > 0 && _parameters is null)
            throw new VerifyException($"{_test.Name} has parameters: add .UseParameters(…) to Verifier.Verify.");
        for (int i = 0; i < _parameters?.Length; i++)
            name.Append('_').Append(declared[i].Name).Append('=').Append(FileNamePart(_parameters[i]));
        return name.ToString();
    }

    private static string FileNamePart(object? value)
    {
        string text = value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return string.Join('-', text.Split(NotInFileNames));
    }

    private static string WithLineFeeds(string text) => text.ReplaceLineEndings("\n");

    private static string FirstDifference(string verified, string received)
    {
        string[] expected = verified.Split('\n'), actual = received.Split('\n');
        int line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}, \"{actual.ElementAtOrDefault(line)}\" where \"{expected.ElementAtOrDefault(line)}\" was accepted,";
    }
}
