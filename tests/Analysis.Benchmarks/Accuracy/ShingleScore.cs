using System.Globalization;
using System.Text;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>How much of a text that should have been read was read: by runs of four words, each run counted as often as it stands there.</summary>
/// <param name="Both">Runs of both texts, as a share of all runs of either.</param>
/// <param name="Extra">Runs of the text read alone.</param>
/// <param name="Missing">Runs of the expected text alone.</param>
/// <remarks>As the article extraction benchmark of Scrapinghub defines it; a text of fewer words is one run, an empty one has none.</remarks>
internal readonly record struct ShingleScore(double Both, double Extra, double Missing)
{
    private const int Length = 4;

    /// <summary>Whether precision says anything: something was read.</summary>
    public bool HasPrecision => Both + Extra > 0;

    /// <summary>Whether recall says anything: something was expected.</summary>
    public bool HasRecall => Both + Missing > 0;

    public double Precision => Extra == 0 && Missing == 0 ? 1 : Both == 0 ? 0 : Both / (Both + Extra);

    public double Recall => Extra == 0 && Missing == 0 ? 1 : Both == 0 ? 0 : Both / (Both + Missing);

    public double F1 => Extra == 0 && Missing == 0 ? 1 : 2 * Both / (2 * Both + Extra + Missing);

    public static ShingleScore Of(string expected, string read)
    {
        var (left, right) = (Count(expected), Count(read));
        int both = 0, extra = 0, missing = 0;
        foreach (var (shingle, count) in left)
        {
            int other = right.GetValueOrDefault(shingle);
            both += Math.Min(count, other);
            missing += Math.Max(0, count - other);
        }

        foreach (var (shingle, count) in right)
            extra += Math.Max(0, count - left.GetValueOrDefault(shingle));
        double all = Math.Max(1, both + extra + missing);
        return new ShingleScore(both / all, extra / all, missing / all);
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = Words(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Max(1, words.Count - Length + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Length));
            if (shingle.Length > 0) counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWordCharacter(rune))
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    private static bool IsWordCharacter(Rune rune) =>
        rune.Value == '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
