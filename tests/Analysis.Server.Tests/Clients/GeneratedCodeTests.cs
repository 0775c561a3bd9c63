namespace Analysis.Server.Tests.Clients;

/// <summary>Committed client code is what the contract generates.</summary>
public class GeneratedCodeTests
{
    [FactRequires("bash", "protoc", "grpc_python_plugin")]
    public async Task Python_IsUpToDate()
    {
        var fresh = Directory.CreateTempSubdirectory("analysis-generated-");
        var run = await ClientProcess.RunAsync(Requires.Tool("bash"), [Path.Combine(ClientProcess.PythonFolder, "generate.sh"), fresh.FullName]);
        Assert.True(run.ExitCode == 0, run.Errors);

        var protoc = await ClientProcess.RunAsync(Requires.Tool("protoc"), ["--version"]);
        string remedy = $"Run clients/python/generate.sh. The committed files are of libprotoc 3.21.12; here is {protoc.Output.Trim()}.";
        var expected = Generated(fresh.FullName);
        Assert.Equal(expected.Keys, Generated(ClientProcess.PythonFolder).Keys);
        foreach (var (file, text) in Generated(ClientProcess.PythonFolder))
            Assert.True(text == expected[file], $"{file} is not what the contract generates. {remedy}");
        fresh.Delete(recursive: true);
    }

    // What generate.sh writes: the package and the classes of the error details.
    private static SortedDictionary<string, string> Generated(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, "analysis"), "*.py*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder, "*_pb2.py*"))
            .Where(file => !file.EndsWith(".pyc", StringComparison.Ordinal));
        return new SortedDictionary<string, string>(
            files.ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText), StringComparer.Ordinal);
    }
}
