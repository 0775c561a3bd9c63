using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Analysis.Tests.Syntax.Html;

/// <summary>Pages that others wrote to break parsers, read from the data folder.</summary>
internal static class PageInputs
{
    /// <summary>The inputs of html5lib's tests of tokens and trees.</summary>
    public static IEnumerable<string> Html5Lib(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "tree-construction"), "*.dat").Order(StringComparer.Ordinal))
            foreach (string input in TreeInputs(File.ReadAllLines(file))) yield return input;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "tokenizer"), "*.test").Order(StringComparer.Ordinal))
        {
            using var tests = JsonDocument.Parse(File.ReadAllBytes(file));
            var list = tests.RootElement.TryGetProperty("tests", out var plain) ? plain : tests.RootElement.GetProperty("xmlViolationTests");
            foreach (var test in list.EnumerateArray()) yield return Input(test);
        }
    }

    /// <summary>The strings of the Big List of Naughty Strings.</summary>
    public static IEnumerable<string> Naughty(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "blns.json")));
        foreach (var entry in list.RootElement.EnumerateArray()) yield return entry.GetString()!;
    }

    /// <summary>The pages of the article extraction benchmark, as bytes.</summary>
    public static IEnumerable<byte[]> Articles(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "html"), "*.gz").Order(StringComparer.Ordinal))
        {
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }

    private static IEnumerable<string> TreeInputs(string[] lines)
    {
        StringBuilder? input = null;
        foreach (string line in lines)
        {
            if (line == "#data")
            {
                input = new StringBuilder();
            }
            else if (line.StartsWith('#') && input is not null)
            {
                yield return input.ToString();
                input = null;
            }
            else
            {
                input?.Append(input.Length > 0 ? "\n" : "").Append(line);
            }
        }
    }

    // Strings that no well-formed JSON holds, such as lone surrogates, are written twice over in the files.
    private static string Input(JsonElement test)
    {
        try
        {
            string input = test.GetProperty("input").GetString()!;
            return test.TryGetProperty("doubleEscaped", out var twice) && twice.GetBoolean() ? Unescape(input) : input;
        }
        catch (InvalidOperationException)
        {
            return Unescape(test.GetProperty("input").GetRawText().Trim('"'));
        }
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
            {
                result.Append((char)unit);
                i += 5;
                continue;
            }
            result.Append(text[i]);
        }
        return result.ToString();
    }
}
