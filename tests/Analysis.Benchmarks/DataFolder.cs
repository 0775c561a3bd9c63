namespace Analysis.Benchmarks;

/// <summary>Where the data lie that suites and benchmarks read: the folder that ANALYSIS_DATA names, then <c>shared/data</c> beside the repository.</summary>
internal static class DataFolder
{
    /// <summary>The first folder that holds all files and folders named; null where none does.</summary>
    /// <param name="needs">Paths inside the folder.</param>
    public static string? With(params IEnumerable<string> needs)
    {
        string?[] folders = [Environment.GetEnvironmentVariable("ANALYSIS_DATA"), Path.Combine(Repository.Root, "..", "shared", "data")];
        return folders.FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && needs.All(need => Path.Exists(Path.Combine(folder, need))));
    }
}
