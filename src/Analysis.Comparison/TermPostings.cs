namespace Analysis.Comparison;

/// <summary>An inverted index: who holds each term, claims or sentences. Those of a term lie side by side in one array.</summary>
internal sealed class TermPostings
{
    private readonly int[] _ends;
    private readonly int[] _holders;

    /// <summary>The terms of a holder; those below zero are none.</summary>
    public delegate ReadOnlySpan<int> TermsOf(int holder);

    /// <summary>Indexes the terms of holders.</summary>
    /// <param name="termCount">How many terms there are.</param>
    /// <param name="holders">How many holders there are.</param>
    /// <param name="termsOf">The terms of each.</param>
    public TermPostings(int termCount, int holders, TermsOf termsOf)
    {
        _ends = new int[termCount + 1];
        for (int holder = 0; holder < holders; holder++)
            foreach (int term in termsOf(holder))
                if (term >= 0) _ends[term + 1]++;
        for (int term = 0; term < termCount; term++) _ends[term + 1] += _ends[term];
        _holders = new int[_ends[termCount]];
        // Filling moves what was the start of a term's holders to their end.
        for (int holder = 0; holder < holders; holder++)
            foreach (int term in termsOf(holder))
                if (term >= 0) _holders[_ends[term]++] = holder;
    }

    /// <summary>Who holds a term, ascending, as often as they hold it.</summary>
    public ReadOnlySpan<int> Of(int term) => _holders.AsSpan((term == 0 ? 0 : _ends[term - 1]).._ends[term]);
}
