using System.Collections.Frozen;
using System.Net;
using Analysis.Mapping;

namespace Analysis.Server;

/// <summary>The page that says what runs and how to call it.</summary>
internal sealed class StatusPage(AnalysisEngine engine, ServerAddresses addresses, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly string _template = ReadTemplate();

    public IResult Render()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = engine.Identity.Version,
            ["ruleset"] = engine.Identity.Ruleset,
            ["model"] = engine.Identity.Model,
            ["configuration"] = engine.Identity.Configuration,
            ["grpc"] = addresses.GrpcUri.ToString().TrimEnd('/'),
            ["target"] = addresses.GrpcUri.Authority,
            ["http"] = addresses.HttpUri.ToString(),
            ["uptime"] = Words(time.GetElapsedTime(_start)),
        }.ToFrozenDictionary(StringComparer.Ordinal);
        string page = values.Aggregate(_template, (text, value) => text.Replace("{{" + value.Key + "}}", WebUtility.HtmlEncode(value.Value), StringComparison.Ordinal));
        return Results.Content(page, "text/html; charset=utf-8");
    }

    private static string Words(TimeSpan up) => up switch
    {
        { TotalDays: >= 1 } => $"{up.Days} d {up.Hours} h",
        { TotalHours: >= 1 } => $"{up.Hours} h {up.Minutes} min",
        { TotalMinutes: >= 1 } => $"{up.Minutes} min",
        _ => $"{up.Seconds} s",
    };

    private static string ReadTemplate()
    {
        using var page = new StreamReader(typeof(StatusPage).Assembly.GetManifestResourceStream("StatusPage.html")!);
        return page.ReadToEnd();
    }
}
