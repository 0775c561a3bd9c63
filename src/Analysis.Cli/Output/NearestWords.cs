namespace Analysis.Cli.Output;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearestWords
{
    // A slip or two of the fingers; beyond that any word is as near as another.
    private const int MostEdits = 2;

    /// <summary>The words near to one that is not known, the nearest first, by edits; ties in their own order.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What there is.</param>
    /// <param name="most">How many to name.</param>
    public static IEnumerable<string> Of(string given, IEnumerable<string> known, int most = 3) =>
        known.Select(word => (Word: word, Edits: Edits(given.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(word => word.Edits <= MostEdits).OrderBy(word => word.Edits).Take(most).Select(word => word.Word);

    private static int Edits(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
