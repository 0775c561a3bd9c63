using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Analysis.Language;

namespace Analysis.Mapping;

/// <summary>What made an answer. Every part changes whenever an answer could change, and is the same on every machine.</summary>
/// <param name="Version">Version of the product.</param>
/// <param name="Ruleset">Hash of the rules and lexicons; lower-case hexadecimal, as the other hashes.</param>
/// <param name="Model">Hash of the parser and of the language resource with all its sections.</param>
/// <param name="Configuration">Hash of the settings that can change an answer; none exist so far. Limits refuse, they do not change.</param>
public sealed record EngineIdentity(string Version, string Ruleset, string Model, string Configuration)
{
    private static readonly Assembly Product = typeof(EngineIdentity).Assembly;

    private static readonly Lazy<string> RulesetHash = new(HashRuleset);

    /// <summary>The identity of an engine of this build.</summary>
    public static EngineIdentity Of(ISentenceParser parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        return new EngineIdentity(ProductVersion(), RulesetHash.Value, Hash(parser.Hash + LanguageResource.Embedded.Hash), Hash(""));
    }

    internal V1.Engine ToProto() => new() { Version = Version, Ruleset = Ruleset, Model = Model, Configuration = Configuration };

    // Without the revision that the build appends behind a plus sign.
    private static string ProductVersion() =>
        Product.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    // The build lists the files in the order of the file system; sorted, their hashes are the same on every machine.
    private static string HashRuleset()
    {
        using var list = new StreamReader(Product.GetManifestResourceStream("ruleset.txt")!);
        string[] hashes = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Hash(string.Join('\n', hashes.Order(StringComparer.OrdinalIgnoreCase)).ToLowerInvariant());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
