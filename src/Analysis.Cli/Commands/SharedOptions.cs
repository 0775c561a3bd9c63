using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analysis.Cli.Backends;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary>How an answer is printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: canonical JSON.</summary>
    Json,

    /// <summary>For tools of the field: sentences and words with their tags and trees in CoNLL-U.</summary>
    Conllu,
}

/// <summary>Options and arguments that more than one command has, each with one meaning.</summary>
internal static class SharedOptions
{
    private const int MostThreads = 256;

    /// <summary>What FILE may be, for help.</summary>
    public const string FileHelp = "A path, - for standard input, or the name of a stored article, as articles/a1. A path that exists wins.";

    /// <summary>What a batch is, for help.</summary>
    public const string JsonlHelp =
        "Read one JSON object a line from standard input and write one a line, in the same order. Blank lines are skipped, unknown keys ignored; a bad record "
        + "gives a line with its error, and the run goes on. A line may have 64 MiB.";

    public static Option<Uri?> Server() => new("--server")
    {
        HelpName = "URL",
        Description = "Call the server at this address, as http://127.0.0.1:50551; without it the work is done in this process.",
        CustomParser = result => ReadServer(result),
    };

    public static Option<string?> Data()
    {
        var option = new Option<string?>("--data")
        {
            HelpName = "FOLDER",
            Description = $"Where articles are stored, or {DataFolder.None} for nowhere; else as {DataFolder.Variable} says, else \"analysis\" in the user's folder for data. "
                + $"One process at a time has it: another waits {LocalBackend.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds for its turn.",
        };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string?>())) result.AddError($"--data names no folder. Name one, or {DataFolder.None}.");
        });
        return option;
    }

    public static Option<OutputFormat> Format() => Choice("--format", "How to print: text for people, json for programs.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));

    public static Option<PositionEncoding> Offsets() => Choice(
        "--offsets", "Unit of the offsets in JSON.",
        ("utf8", PositionEncoding.Utf8), ("utf16", PositionEncoding.Utf16), ("utf32", PositionEncoding.Utf32));

    public static Option<bool> ByteSpans() => new("--byte-spans") { Description = "In JSON, say of every span besides where its words are in the bytes of the file, markup included." };

    public static Option<bool> Jsonl() => new("--jsonl") { Description = JsonlHelp };

    public static Option<int?> Threads() => new("--threads")
    {
        HelpName = "N",
        Description = "With --jsonl: how many records to work on at a time; one a processor when left out. The output does not depend on it.",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= MostThreads) return threads;
            result.AddError($"--threads is \"{result.Tokens[0].Value}\"; it may be 1 to {MostThreads.ToString(CultureInfo.InvariantCulture)}.");
            return null;
        },
    };

    public static Option<string?> Published() => new("--published")
    {
        HelpName = "DATE",
        Description = "When the article was published, as 2016-11-07 or 2016-11-07T08:15:00Z. For a single file.",
    };

    public static Option<string?> Address() => new("--uri") { HelpName = "URL", Description = "Address that the article came from; never fetched. For a single file." };

    /// <summary>An option that takes one of a few words; the first is meant where the option is left out.</summary>
    public static Option<T> Choice<T>(string name, string description, params (string Word, T Meaning)[] words)
        where T : struct, Enum
    {
        string known = string.Join(", ", words.Select(word => word.Word));
        return new Option<T>(name)
        {
            HelpName = string.Join('|', words.Select(word => word.Word)),
            Description = $"{description} The usual is {words[0].Word}.",
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value;
                foreach (var (word, meaning) in words)
                    if (word == given) return meaning;
                result.AddError($"{name} is \"{given}\"; it may be {known}.");
                return default;
            },
        };
    }

    /// <summary>The backend that a command line asks for.</summary>
    /// <param name="server">Address of a server; null for this process.</param>
    /// <param name="data">Folder for stored articles; null for the usual one.</param>
    /// <param name="threads">Articles of one comparison that are read at a time; one a processor when null.</param>
    public static IAnalysisBackend Open(Uri? server, string? data, int? threads = null) =>
        server is not null ? new RemoteBackend(server) : new LocalBackend(data ?? DataFolder.Default, threads);

    private static Uri? ReadServer(ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (Uri.TryCreate(given.Contains("://", StringComparison.Ordinal) ? given : "http://" + given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            if (address.PathAndQuery is "/" && address.UserInfo.Length == 0 && address.Fragment.Length == 0) return address;
            result.AddError($"--server is \"{given}\", which says more than a host and a port. Write it as {address.Scheme}://{address.Authority}.");
            return null;
        }
        result.AddError($"--server is \"{given}\", which is no address of a server. Write it as http://127.0.0.1:50551.");
        return null;
    }
}
