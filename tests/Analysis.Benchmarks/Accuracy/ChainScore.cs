namespace Analysis.Benchmarks.Accuracy;

/// <summary>How well chains of mentions agree with those marked: the measures of the CoNLL shared tasks. Mentions are given, so both partition the same ones.</summary>
/// <param name="Muc">F1 of links that hold chains together; mentions that are alone do not count (Vilain and others, 1995).</param>
/// <param name="BCubed">F1 of mean precision and recall of each mention's chain (Bagga and Baldwin, 1998).</param>
/// <param name="CeafE">F1 of chains under the best one-to-one alignment (Luo, 2005).</param>
internal sealed record ChainScore(double Muc, double BCubed, double CeafE)
{
    /// <summary>The mean of the three.</summary>
    public double Conll => (Muc + BCubed + CeafE) / 3;

    /// <summary>Scores chains.</summary>
    /// <param name="marked">For each mention the chain that it was marked with, in any numbers.</param>
    /// <param name="found">For each mention the chain that was found.</param>
    /// <returns>Percent; a measure that nothing counts for is 0.</returns>
    public static ChainScore Of(IReadOnlyList<int> marked, IReadOnlyList<int> found)
    {
        var (key, response) = (Chains(marked), Chains(found));
        double muc = F1(Links(key, found), Links(response, marked));
        double bCubed = F1(Overlap(key, found), Overlap(response, marked));
        double similarity = BestAlignment(key, response);
        return new ChainScore(muc, bCubed, F1(similarity / Math.Max(1, key.Count), similarity / Math.Max(1, response.Count)));
    }

    private static List<List<int>> Chains(IReadOnlyList<int> chainOf) =>
        [.. Enumerable.Range(0, chainOf.Count).GroupBy(mention => chainOf[mention]).Select(group => group.ToList())];

    private static double F1(double recall, double precision) => recall + precision == 0 ? 0 : 200 * recall * precision / (recall + precision);

    /// <summary>Of the links that the chains need, the share that the other partition keeps.</summary>
    private static double Links(List<List<int>> chains, IReadOnlyList<int> other)
    {
        int kept = chains.Sum(chain => chain.Count - chain.Select(mention => other[mention]).Distinct().Count()), all = chains.Sum(chain => chain.Count - 1);
        return all == 0 ? 0 : kept / (double)all;
    }

    /// <summary>Of each mention's chain the share that is in its chain of the other partition, on average.</summary>
    private static double Overlap(List<List<int>> chains, IReadOnlyList<int> other)
    {
        double sum = 0;
        int mentions = 0;
        foreach (var chain in chains)
        {
            mentions += chain.Count;
            foreach (var part in chain.CountBy(mention => other[mention])) sum += part.Value * part.Value / (double)chain.Count;
        }
        return mentions == 0 ? 0 : sum / mentions;
    }

    /// <summary>The greatest sum of Dice coefficients under a one-to-one alignment of the chains, by the Hungarian method.</summary>
    private static double BestAlignment(List<List<int>> key, List<List<int>> response)
    {
        var (few, many) = key.Count <= response.Count ? (key, response) : (response, key);
        var chainOf = new Dictionary<int, int>();
        for (int j = 0; j < many.Count; j++)
            foreach (int mention in many[j]) chainOf[mention] = j;
        var cost = new double[few.Count, many.Count];
        for (int i = 0; i < few.Count; i++)
            foreach (var common in few[i].CountBy(mention => chainOf[mention])) cost[i, common.Key] = -2.0 * common.Value / (few[i].Count + many[common.Key].Count);

        // Potentials of rows and columns, the row that each column is given to, rows from 1 on; 0 is the row that is being placed.
        var (rowPotential, columnPotential, rowOf) = (new double[few.Count + 1], new double[many.Count + 1], new int[many.Count + 1]);
        for (int row = 1; row <= few.Count; row++)
        {
            rowOf[0] = row;
            int column = 0;
            var least = Enumerable.Repeat(double.MaxValue, many.Count + 1).ToArray();
            var (before, used) = (new int[many.Count + 1], new bool[many.Count + 1]);
            do
            {
                used[column] = true;
                int next = 0;
                double delta = double.MaxValue;
                for (int j = 1; j <= many.Count; j++)
                {
                    if (used[j]) continue;
                    double reduced = cost[rowOf[column] - 1, j - 1] - rowPotential[rowOf[column]] - columnPotential[j];
                    if (reduced < least[j]) (least[j], before[j]) = (reduced, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }
                for (int j = 0; j <= many.Count; j++)
                {
                    if (!used[j]) least[j] -= delta;
                    else
                    {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                }
                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = before[column]) rowOf[column] = rowOf[before[column]];
        }
        double sum = 0;
        for (int j = 1; j <= many.Count; j++)
            if (rowOf[j] != 0) sum -= cost[rowOf[j] - 1, j - 1];
        return sum;
    }
}
