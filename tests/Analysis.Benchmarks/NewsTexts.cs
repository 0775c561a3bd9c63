using System.Collections.Immutable;

namespace Analysis.Benchmarks;

/// <summary>Articles to measure language on: written ones, and real ones where ANALYSIS_DATA names a folder that has them.</summary>
/// <remarks>Written articles repeat the sentences of a few samples with other names and numbers, which flatters caches and branch prediction.</remarks>
internal static class NewsTexts
{
    /// <summary>Characters of a set of articles, about.</summary>
    public const int Volume = 1_500_000;

    /// <summary>Articles of 5 KB, each with other names and numbers.</summary>
    public static ImmutableArray<string> Written { get; } =
        [.. Enumerable.Range(1, Volume / (5 * Texts.Kilobyte)).Select(seed => new ArticleWriter((ulong)seed).Pair(5 * Texts.Kilobyte).Left)];

    /// <summary>News of PolNeAR's training part, in the order of their files' names; none where the data is not there.</summary>
    public static ImmutableArray<string> Real { get; } = [.. ReadReal()];

    /// <summary>One text of a length, of whole paragraphs of different articles.</summary>
    public static string Join(ImmutableArray<string> articles, int characters)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; text.Length < characters; i = (i + 1) % articles.Length) text.Append(articles[i]).Append("\n\n");
        int end = text.ToString(0, characters).LastIndexOf('\n');
        return text.ToString(0, end < 0 ? characters : end);
    }

    private static IEnumerable<string> ReadReal()
    {
        string polnear = Path.Combine("polnear", "train", "text");
        if (DataFolder.With(polnear) is not { } data) yield break;
        int volume = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(data, polnear), "*.txt").Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(file);
            if ((volume += text.Length) > Volume) yield break;
            yield return text;
        }
    }
}
