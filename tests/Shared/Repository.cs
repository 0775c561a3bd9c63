namespace Analysis.Testing;

/// <summary>Where the repository under test lies.</summary>
internal static class Repository
{
    /// <summary>The folder of Analysis.sln, above the test's own output.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analysis.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Analysis.sln.");
    }
}
