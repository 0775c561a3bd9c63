using System.Globalization;
using Analysis.Mapping;

namespace Analysis.Server;

/// <summary>What can be set: the section <c>Analysis</c> of the configuration.</summary>
internal sealed record ServerOptions
{
    public const string Section = "Analysis";

    /// <summary>Says that no articles are to be stored.</summary>
    public const string NoData = DataFolder.None;

    /// <summary>Port for gRPC on loopback; 0 means any free one.</summary>
    public int GrpcPort { get; init; } = 50551;

    /// <summary>Port for the status page on loopback; 0 means any free one.</summary>
    public int HttpPort { get; init; } = 8080;

    /// <summary>
    /// Folder for stored articles; <see cref="NoData"/> for none, and then what asks for stored articles is refused. The same as of the
    /// command line when not set.
    /// </summary>
    public string? Data { get; init; } = DataFolder.Default;

    /// <summary>Limits; each may be lowered, none raised above what the contract documents.</summary>
    public Limits Limits { get; init; } = new(); // Of its own: the binder writes into it.

    /// <summary>Short names for the command line.</summary>
    public static Dictionary<string, string> Switches { get; } = new(StringComparer.Ordinal)
    {
        ["--grpc-port"] = $"{Section}:{nameof(GrpcPort)}",
        ["--http-port"] = $"{Section}:{nameof(HttpPort)}",
        ["--data"] = $"{Section}:{nameof(Data)}",
    };

    /// <summary>Refuses words of the command line that set nothing.</summary>
    /// <exception cref="SettingException">There is one.</exception>
    public static void CheckSwitches(IEnumerable<string> args)
    {
        // Settings of the frameworks are named by section, "Logging:LogLevel:Default", but for these few of the host.
        string[] host = ["--environment", "--contentRoot", "--applicationName"];
        foreach (string name in args.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=', 2)[0]))
        {
            if (!Switches.ContainsKey(name) && !name.Contains(':') && !host.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new SettingException($"{name} is no setting. There are {string.Join(", ", Switches.Keys)}, and settings by section as --{Section}:Limits:Articles.");
        }
    }

    /// <summary>Reads and checks the options.</summary>
    /// <exception cref="SettingException">A setting is wrong; the message names it, its value and what it may be.</exception>
    public static ServerOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration.GetSection(Section));
        Check(nameof(GrpcPort), options.GrpcPort, 0, 65535);
        Check(nameof(HttpPort), options.HttpPort, 0, 65535);
        if (options.GrpcPort == options.HttpPort && options.GrpcPort != 0)
        {
            throw new SettingException(
                $"{Section}:{nameof(GrpcPort)} and {Section}:{nameof(HttpPort)} are both {options.GrpcPort.ToString(CultureInfo.InvariantCulture)}; give each its own.");
        }
        if (string.IsNullOrWhiteSpace(options.Data))
        {
            throw new SettingException(
                $"{Section}:{nameof(Data)} names no folder, and this user has none for the data of programs; set it, or \"{NoData}\" to store nothing.");
        }
        var (set, most) = (options.Limits, Limits.Default);
        CheckLimit(nameof(Limits.ArticleBytes), set.ArticleBytes, 1, most.ArticleBytes);
        CheckLimit(nameof(Limits.PageTags), set.PageTags, 1, most.PageTags);
        CheckLimit(nameof(Limits.ArticleNodes), set.ArticleNodes, 1, most.ArticleNodes);
        CheckLimit(nameof(Limits.ArticleItems), set.ArticleItems, 1, most.ArticleItems);
        CheckLimit(nameof(Limits.RequestBytes), set.RequestBytes, 1, most.RequestBytes);
        CheckLimit(nameof(Limits.AnswerBytes), set.AnswerBytes, 1, most.AnswerBytes);
        CheckLimit(nameof(Limits.PassageBytes), set.PassageBytes, 1, most.PassageBytes);
        CheckLimit(nameof(Limits.StoryBytes), set.StoryBytes, 1, most.StoryBytes);
        CheckLimit(nameof(Limits.Articles), set.Articles, Limits.MinimumArticles, most.Articles);
        CheckLimit(nameof(Limits.Features), set.Features, 1, most.Features);
        CheckLimit(nameof(Limits.IdBytes), set.IdBytes, 1, most.IdBytes);
        CheckLimit(nameof(Limits.UriBytes), set.UriBytes, 1, most.UriBytes);
        return options;
    }

    // A misspelt setting is refused, not passed over.
    private static ServerOptions Bind(IConfiguration section)
    {
        try
        {
            return section.Get<ServerOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new ServerOptions();
        }
        catch (InvalidOperationException fault)
        {
            throw new SettingException(fault.Message, fault);
        }
    }

    private static void CheckLimit(string name, int value, int least, int most) => Check($"{nameof(Limits)}:{name}", value, least, most);

    private static void Check(string name, int value, int least, int most)
    {
        if (value < least || value > most)
            throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"{Section}:{name} is {value}; it may be {least} to {most}."));
    }
}

/// <summary>A setting that the server cannot start with.</summary>
internal sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);
