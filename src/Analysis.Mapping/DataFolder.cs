namespace Analysis.Mapping;

/// <summary>Where articles are stored when nobody says otherwise; the same for the server and the command line.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names another folder, or <see cref="None"/>.</summary>
    public const string Variable = "ANALYSIS_HOME";

    /// <summary>In place of a folder: nothing is stored.</summary>
    public const string None = "none";

    /// <summary>
    /// The folder of <see cref="Variable"/>, else <c>analysis</c> in the user's folder for the data of programs, whether that is there yet
    /// or not; null where the user has no home, as in some containers.
    /// </summary>
    public static string? Default =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Home() is { } home ? Path.Combine(home, "analysis")
        : null;

    private static string? Home()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        // Of a user without a home the platform takes the root of the file system.
        bool noHome = home.Length == 0 || (home is "/.local/share" && Environment.GetEnvironmentVariable("HOME") is null or "");
        return noHome ? null : home;
    }
}
