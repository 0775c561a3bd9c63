using System.Globalization;
using System.Text;

namespace Analysis.Benchmarks;

/// <summary>Writes articles of any length from the paragraphs of clients/samples, two reports of the same made-up events at a time.</summary>
/// <remarks>
/// Each event is told anew with other names and numbers, so that names, numbers and sentences do not repeat as the text grows. Both
/// reports get the same names and numbers: what agreed or differed in the samples still does. Same seed, same text.
/// </remarks>
internal sealed class ArticleWriter(ulong seed)
{
    /// <summary>Invented people, places, ships and institutions of the samples, by the word that is exchanged.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Corvane", "Sollvane", "Tverrin", "Rodaly", "Lindrath", "Falkmar", "Aumholt", "Hartvane", "Ostrel", "Hallen", "Lunsay", "Tern", "Wolmere",
        "Brennick", "Tamsel", "Lindmark",
    };

    private static readonly string[] Onsets = ["B", "Br", "D", "F", "G", "Gr", "H", "K", "L", "M", "N", "P", "R", "S", "St", "T", "Tr", "V", "W"];

    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "al", "an", "ar", "el", "en", "er", "il", "in", "ol", "or", "ul", "ur"];

    private static readonly string[] Codas = ["ben", "dal", "dor", "gard", "holt", "kin", "len", "mar", "mere", "nik", "rath", "sund", "ten", "vane", "wick"];

    private static readonly (string[] Left, string[] Right)[] Events = [.. new[] { "ferry", "dam", "fairs" }.Select(name => (Paragraphs(name, "left"), Paragraphs(name, "right")))];

    /// <summary>Writes two reports of the same events.</summary>
    /// <param name="characters">Shortest length of each; they end with the paragraph that reaches it.</param>
    public (string Left, string Right) Pair(int characters)
    {
        var left = new StringBuilder("Ferry runs aground off the island and a town leaves its homes\n\nMarch 14, 2024\n\n");
        var right = new StringBuilder("Two injured as ferry strikes sandbank, water rises behind dam\n\nMarch 14, 2024\n\n");
        for (ulong telling = 0; left.Length < characters || right.Length < characters; telling++)
        {
            var (ofLeft, ofRight) = Events[telling % (ulong)Events.Length];
            Append(left, ofLeft, telling, characters);
            Append(right, ofRight, telling, characters);
        }
        return (left.ToString(), right.ToString());
    }

    private void Append(StringBuilder article, string[] paragraphs, ulong telling, int characters)
    {
        foreach (string paragraph in paragraphs)
        {
            if (article.Length >= characters) return;
            Retell(article, paragraph, telling);
            article.Append("\n\n");
        }
    }

    private void Retell(StringBuilder article, string paragraph, ulong telling)
    {
        for (int start = 0; start < paragraph.Length;)
        {
            int end = start;
            if (char.IsAsciiDigit(paragraph[start]))
            {
                while (end < paragraph.Length && char.IsAsciiDigit(paragraph[end])) end++;
                bool clock = end < paragraph.Length && paragraph[end] == ':' || start > 0 && paragraph[start - 1] == ':';
                article.Append(clock ? paragraph[start..end] : Number(paragraph[start..end], telling));
            }
            else if (char.IsAsciiLetter(paragraph[start]))
            {
                while (end < paragraph.Length && char.IsAsciiLetter(paragraph[end])) end++;
                string word = paragraph[start..end];
                article.Append(Names.Contains(word) ? Name(word, telling) : word);
            }
            else
            {
                article.Append(paragraph[end++]);
            }
            start = end;
        }
    }

    private string Name(string name, ulong telling)
    {
        ulong state = StateOf(name, telling);
        return Pick(Onsets, ref state) + Pick(Middles, ref state) + Pick(Codas, ref state);
    }

    /// <summary>Another number with as many digits; days stay days, years stay as they are.</summary>
    private string Number(string number, ulong telling)
    {
        ulong state = StateOf(number, telling);
        int value = int.Parse(number, CultureInfo.InvariantCulture);
        int other = number.Length switch
        {
            1 => 2 + Below(8, ref state),
            2 => 10 + Below(19, ref state),
            3 => 100 + Below(900, ref state),
            _ => value,
        };
        return other.ToString(CultureInfo.InvariantCulture);
    }

    private ulong StateOf(string word, ulong telling)
    {
        ulong state = seed * 0x9E3779B97F4A7C15 + telling;
        foreach (char c in word) state = Next(ref state) ^ c;
        return state;
    }

    private static string Pick(string[] parts, ref ulong state) => parts[Below(parts.Length, ref state)];

    private static int Below(int limit, ref ulong state) => (int)(Next(ref state) % (ulong)limit);

    /// <summary>SplitMix64: the same sequence on every platform and version.</summary>
    private static ulong Next(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>The paragraphs of a sample up to its first live entry, without headline, dates, captions and furniture.</summary>
    private static string[] Paragraphs(string sample, string side)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "clients", "samples", sample, side + ".txt"));
        return [.. lines.TakeWhile(line => !line.EndsWith(" ago", StringComparison.Ordinal)).Where(IsParagraph)];
    }

    private static bool IsParagraph(string line) =>
        line.Length > 60 && line[^1] is '.' or '”' or '"' && !line.Contains("Photo", StringComparison.Ordinal) && !line.StartsWith("Seven Bays", StringComparison.Ordinal)
        && !line.Contains(" (Alder Press) — ", StringComparison.Ordinal);
}
