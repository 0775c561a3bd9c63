namespace Analysis.Mapping;

/// <summary>Where articles are stored when nobody says otherwise; the same for the server and the command line.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "ANALYSIS_HOME";

    /// <summary>
    /// The folder of <see cref="Variable"/>, else <c>analysis</c> in the user's folder for the data of programs; null where the user has
    /// none, as in some containers.
    /// </summary>
    public static string? Default =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } home ? Path.Combine(home, "analysis")
        : null;
}
