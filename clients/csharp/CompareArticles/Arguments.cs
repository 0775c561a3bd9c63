namespace CompareArticles;

/// <summary>When to use terminal colours.</summary>
internal enum ColorChoice
{
    /// <summary>When the report goes to a terminal and NO_COLOR is not set.</summary>
    Auto,

    /// <summary>Even into a file.</summary>
    Always,

    /// <summary>Marks instead.</summary>
    Never,
}

/// <summary>What the command line asks for.</summary>
/// <param name="Files">Two or more; empty for the sample pair of the repository.</param>
/// <param name="Server">Where the service listens; null to start one for the length of the call.</param>
/// <param name="Color">When to use colours.</param>
internal sealed record Arguments(IReadOnlyList<string> Files, Uri? Server, ColorChoice Color)
{
    /// <summary>How to call the program.</summary>
    public const string Usage =
        "usage: CompareArticles LEFT RIGHT [MORE...] [--server http://127.0.0.1:50551 | --start-server] [--color auto|always|never]\n"
        + "Without articles it compares two samples on a server that it starts itself.";

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The command line without the program.</param>
    /// <param name="problem">What is wrong with it, for people; empty when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static Arguments? Parse(string[] args, out string problem)
    {
        List<string> files = [];
        string server = "http://127.0.0.1:50551", color = "auto";
        bool start = args.Length == 0;
        problem = "";
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                files.Add(args[i]);
            else if (args[i] == "--start-server")
                start = true;
            else if (args[i] is not ("--server" or "--color"))
                problem = $"There is no option {args[i]}.\n{Usage}";
            else if (i + 1 == args.Length)
                problem = $"{args[i]} needs a value.\n{Usage}";
            else if (args[i] == "--server")
                server = args[++i];
            else
                color = args[++i];
            if (problem.Length > 0)
                return null;
        }

        ColorChoice? choice = color switch { "auto" => ColorChoice.Auto, "always" => ColorChoice.Always, "never" => ColorChoice.Never, _ => null };
        if (files.Count < 2 && !(files.Count == 0 && start))
            problem = $"Name two articles or more to compare.\n{Usage}";
        else if (ServerAddress(server) is null)
            problem = $"\"{server}\" is not the address of a server, as http://127.0.0.1:50551.\n{Usage}";
        else if (choice is null)
            problem = $"\"{color}\" is none of auto, always, never.\n{Usage}";
        return problem.Length > 0 ? null : new Arguments(files, start ? null : ServerAddress(server), choice!.Value);
    }

    private static Uri? ServerAddress(string server) =>
        Uri.TryCreate(server.Contains("://", StringComparison.Ordinal) ? server : "http://" + server, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            ? address
            : null;
}
