using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Storage;

/// <summary>The parts of an http or https address, as they were written but for the host's case.</summary>
/// <remarks>Not <see cref="Uri"/>, which also rewrites escapes, dots and foreign letters: two pages must never become one.</remarks>
internal sealed record WebAddress(string User, string Host, string Port, string Path, string Query)
{
    private const string TrackingPrefix = "utm_";

    /// <summary>Parameters by which mails, networks and advertisers follow a reader; none chooses what the page shows.</summary>
    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "mc_cid",
        "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "vero_id", "oly_enc_id", "oly_anon_id");

    private static readonly SearchValues<char> AuthorityEnd = SearchValues.Create("/?#");

    /// <summary>Splits an address; null for what is not one of the web.</summary>
    public static WebAddress? Parse(string uri)
    {
        var rest = uri.AsSpan();
        if (rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) rest = rest["https://".Length..];
        else if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) rest = rest["http://".Length..];
        else return null;

        int fragment = rest.IndexOf('#');
        if (fragment >= 0) rest = rest[..fragment];
        int authorityEnd = rest.IndexOfAny(AuthorityEnd);
        if (authorityEnd < 0) authorityEnd = rest.Length;
        string authority = rest[..authorityEnd].ToString();
        rest = rest[authorityEnd..];

        int at = authority.LastIndexOf('@');
        string user = authority[..(at + 1)], host = authority[(at + 1)..], port = "";
        int colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']')) (host, port) = (host[..colon], host[(colon + 1)..]);
        if (!IsHost(host) || !IsPort(port)) return null;

        int question = rest.IndexOf('?');
        return question < 0
            ? new WebAddress(user, host.ToLowerInvariant(), port, rest.ToString(), Query: "")
            : new WebAddress(user, host.ToLowerInvariant(), port, rest[..question].ToString(), rest[(question + 1)..].ToString());
    }

    /// <summary>As <see cref="ArticleIdentity.CanonicalAddress"/> describes. Applied to its own result it changes nothing.</summary>
    public string Canonical()
    {
        string query = string.Join('&', Query.Split('&').Where(parameter => !IsTracking(parameter)));
        string port = Port is "" or "80" or "443" ? "" : ":" + Port, path = Path.Length == 0 ? "/" : Path;
        return $"https://{User}{Host}{port}{path}{(query.Length == 0 ? "" : "?" + query)}";
    }

    /// <summary>Whether a parameter, <c>name=value</c> or a bare name, only follows the reader: <c>utm_</c> and anything, or one of a short list.</summary>
    public static bool IsTracking(string parameter)
    {
        string name = parameter.Split('=', 2)[0];
        return name.StartsWith(TrackingPrefix, StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }

    private static bool IsHost(string host)
    {
        // Only numbers in brackets hold colons.
        string name = host is ['[', .. var number, ']'] ? number.Replace(":", "", StringComparison.Ordinal) : host;
        return name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ':' or '[' or ']' or '\\' or '<' or '>' or '"');
    }

    private static bool IsPort(string port) =>
        port.Length == 0 || ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
