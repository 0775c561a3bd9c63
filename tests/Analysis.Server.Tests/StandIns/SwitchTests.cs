using System.Diagnostics;
using System.Text.Json;

namespace Analysis.Server.Tests.StandIns;

/// <summary>UseOfficialPackages replaces every stand-in; it cannot be built where the feed lacks the packages, but it can be evaluated.</summary>
public class SwitchTests
{
    private static readonly string[] Switched =
        ["Grpc.Core.Api", "Grpc.Net.Common", "Grpc.AspNetCore", "Grpc.AspNetCore.Server", "Grpc.Net.Client", "Verify.Xunit"];

    [TheoryRequires("dotnet")]
    [InlineData("src/Analysis.Protocol", "Grpc.Core.Api")]
    [InlineData("src/Analysis.Server", "Grpc.AspNetCore")]
    [InlineData("clients/csharp/Analysis.Client", "Grpc.Net.Client")]
    [InlineData("tests/Analysis.Server.Tests", "Grpc.Net.Client", "Verify.Xunit")]
    public void OfficialPackages_ReplaceTheStandIns(string project, params string[] packages)
    {
        using var references = References(project, official: true);

        Assert.Equal(packages, Packages(references));
        Assert.Empty(StandIns(references));
    }

    [TheoryRequires("dotnet")]
    [InlineData("src/Analysis.Protocol", "Grpc.Core.Api")]
    [InlineData("src/Analysis.Server", "Grpc.Net.Common")]
    [InlineData("clients/csharp/Analysis.Client", "Grpc.Net.Common")]
    [InlineData("tests/Analysis.Server.Tests", "Grpc.Net.Common", "Verify.Xunit")]
    public void StandIns_AreTheDefault(string project, params string[] standIns)
    {
        using var references = References(project, official: false);

        Assert.Equal(standIns, StandIns(references));
    }

    private static JsonDocument References(string project, bool official)
    {
        var start = new ProcessStartInfo(Requires.Tool("dotnet"))
        {
            ArgumentList =
            {
                "msbuild",
                Path.Combine(Repository.Root, project),
                "-nodeReuse:false",
                "-getItem:PackageReference",
                "-getItem:ProjectReference",
                $"-p:UseOfficialPackages={official}",
            },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output);
    }

    private static IEnumerable<string> Packages(JsonDocument references) =>
        Items(references, "PackageReference").Where(Switched.Contains).Order(StringComparer.Ordinal);

    private static IEnumerable<string> StandIns(JsonDocument references) =>
        Items(references, "ProjectReference")
            .Where(path => path.Contains("StandIns", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Items(JsonDocument references, string kind) =>
        references.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!);
}
