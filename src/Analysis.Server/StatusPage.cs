using System.Globalization;
using System.Net;
using System.Text;
using Analysis.Mapping;

namespace Analysis.Server;

/// <summary>The page that says what runs and how to call it. Whole in itself: it loads nothing and runs no script.</summary>
internal sealed class StatusPage(AnalysisEngine engine, ServerOptions options, ServerAddresses addresses, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly string _template = ReadTemplate();

    /// <summary>The page as it is now.</summary>
    public IResult Render(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        var page = new StringBuilder(_template);
        foreach (var (name, value) in Values()) page.Replace("{{" + name + "}}", WebUtility.HtmlEncode(value));
        return Results.Content(page.ToString(), "text/html; charset=utf-8");
    }

    private (string Name, string Value)[] Values() =>
    [
        ("version", engine.Identity.Version),
        ("ruleset", engine.Identity.Ruleset),
        ("model", engine.Identity.Model),
        ("configuration", engine.Identity.Configuration),
        ("grpc", addresses.GrpcUri.GetLeftPart(UriPartial.Authority)),
        ("target", addresses.GrpcUri.Authority),
        ("http", addresses.HttpUri.GetLeftPart(UriPartial.Authority)),
        ("data", options.Data is ServerOptions.NoData ? "none" : Path.GetFullPath(options.Data!)),
        ("uptime", Words(time.GetElapsedTime(_start))),
        ("articles", Number(options.Limits.Articles)),
        ("article_bytes", Number(options.Limits.ArticleBytes)),
        ("passage_bytes", Number(options.Limits.PassageBytes)),
        ("request_bytes", Number(options.Limits.RequestBytes)),
        ("answer_bytes", Number(options.Limits.AnswerBytes)),
    ];

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(TimeSpan up) => up switch
    {
        { TotalDays: >= 1 } => FormattableString.Invariant($"{up.Days} d {up.Hours} h"),
        { TotalHours: >= 1 } => FormattableString.Invariant($"{up.Hours} h {up.Minutes} min"),
        { TotalMinutes: >= 1 } => FormattableString.Invariant($"{up.Minutes} min {up.Seconds} s"),
        _ => FormattableString.Invariant($"{up.Seconds} s"),
    };

    private static string ReadTemplate()
    {
        using var page = new StreamReader(typeof(StatusPage).Assembly.GetManifestResourceStream("StatusPage.html")!);
        return page.ReadToEnd();
    }
}
