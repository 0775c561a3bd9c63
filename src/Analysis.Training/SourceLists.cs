using System.Security.Cryptography;
using System.Text;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>The lists of words of this project that sections of the resource are made from.</summary>
internal static class SourceLists
{
    /// <summary>Hash of the names and lines of a section's lists, whatever their line ends; empty for a section without lists.</summary>
    public static string Hash(string section)
    {
        var folder = section switch
        {
            LanguageResource.Names => "Lexicons/",
            LanguageResource.Words => "Words/",
            _ => null,
        };
        if (folder is null)
            return string.Empty;

        var assembly = typeof(SourceLists).Assembly;
        var text = new StringBuilder();
        foreach (var list in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            text.Append(list).Append('\n');
            using var reader = new StreamReader(assembly.GetManifestResourceStream(list)!);
            while (reader.ReadLine() is { } line)
                text.Append(line).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
