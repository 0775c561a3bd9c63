namespace Analysis.Training;

/// <summary>The metrics of the CoNLL-2011 and 2012 shared tasks over mentions that are put in clusters.</summary>
/// <remarks>
/// Counts are added up over documents, and precision and recall taken of the sums. A mention is a number; the same number in key and response
/// is the same mention. Clusters of one mention count, but for <see cref="Muc"/>, which is blind to them.
/// </remarks>
internal sealed class CoreferenceScores
{
    /// <summary>Right in the response, all of the response, right in the key, all of the key; the two sorts of right differ between metrics.</summary>
    public sealed class Sum
    {
        public double RightResponse { get; private set; }

        public double Response { get; private set; }

        public double RightKey { get; private set; }

        public double Key { get; private set; }

        /// <summary>In percent; 0 where there is nothing.</summary>
        public double Precision => Response == 0 ? 0 : 100 * RightResponse / Response;

        public double Recall => Key == 0 ? 0 : 100 * RightKey / Key;

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public void Add(double rightResponse, double response, double rightKey, double key) =>
            (RightResponse, Response, RightKey, Key) = (RightResponse + rightResponse, Response + response, RightKey + rightKey, Key + key);
    }

    /// <summary>Mentions found or not, whatever cluster they are in.</summary>
    public Sum Mentions { get; } = new();

    /// <summary>Links (Vilain et al. 1995): how few links would join the parts that a cluster falls into on the other side.</summary>
    public Sum Muc { get; } = new();

    /// <summary>Mentions (Bagga and Baldwin 1998): how much of a mention's cluster is the same on the other side.</summary>
    public Sum BCubed { get; } = new();

    /// <summary>Entities (Luo 2005): the best pairing of clusters by φ4, twice the shared mentions over all of both.</summary>
    public Sum CeafE { get; } = new();

    /// <summary>The mean of the three F1.</summary>
    public double ConllF1 => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <summary>Adds a document.</summary>
    public void Add(IReadOnlyList<IReadOnlyList<int>> key, IReadOnlyList<IReadOnlyList<int>> response)
    {
        var (keyOf, responseOf) = (ClusterOf(key), ClusterOf(response));
        int shared = keyOf.Keys.Count(responseOf.ContainsKey);
        Mentions.Add(shared, responseOf.Count, shared, keyOf.Count);
        var (rightKey, allKey) = Links(key, responseOf);
        var (rightResponse, allResponse) = Links(response, keyOf);
        Muc.Add(rightResponse, allResponse, rightKey, allKey);
        BCubed.Add(Overlap(response, keyOf, key), responseOf.Count, Overlap(key, responseOf, response), keyOf.Count);
        double similarity = BestPairing(key, response);
        CeafE.Add(similarity, response.Count, similarity, key.Count);
    }

    private static Dictionary<int, int> ClusterOf(IReadOnlyList<IReadOnlyList<int>> clusters)
    {
        var of = new Dictionary<int, int>();
        for (int c = 0; c < clusters.Count; c++)
            foreach (int mention in clusters[c]) of.Add(mention, c);
        return of;
    }

    private static (int Right, int All) Links(IReadOnlyList<IReadOnlyList<int>> clusters, Dictionary<int, int> other)
    {
        int right = 0, all = 0;
        foreach (var cluster in clusters)
        {
            // A mention that the other side lacks is a part of its own.
            int parts = cluster.Where(other.ContainsKey).Select(mention => other[mention]).Distinct().Count() + cluster.Count(mention => !other.ContainsKey(mention));
            right += cluster.Count - parts;
            all += cluster.Count - 1;
        }
        return (right, all);
    }

    private static double Overlap(IReadOnlyList<IReadOnlyList<int>> clusters, Dictionary<int, int> otherOf, IReadOnlyList<IReadOnlyList<int>> others)
    {
        double sum = 0;
        foreach (var cluster in clusters)
            foreach (var part in cluster.Where(otherOf.ContainsKey).GroupBy(mention => otherOf[mention]))
                sum += (double)part.Count() * part.Count() / cluster.Count;
        return sum;
    }

    /// <summary>The greatest sum of φ4 of a pairing one to one.</summary>
    private static double BestPairing(IReadOnlyList<IReadOnlyList<int>> key, IReadOnlyList<IReadOnlyList<int>> response)
    {
        var responseOf = ClusterOf(response);
        // Only clusters that share a mention can be paired, so each island of such clusters is solved by itself.
        var weights = new Dictionary<(int Key, int Response), double>();
        for (int k = 0; k < key.Count; k++)
            foreach (var part in key[k].Where(responseOf.ContainsKey).GroupBy(mention => responseOf[mention]))
                weights[(k, part.Key)] = 2.0 * part.Count() / (key[k].Count + response[part.Key].Count);
        var island = Enumerable.Range(0, key.Count + response.Count).ToArray();
        foreach (var (k, r) in weights.Keys) island[Find(k)] = Find(key.Count + r);
        double sum = 0;
        foreach (var members in Enumerable.Range(0, island.Length).GroupBy(Find))
        {
            int[] keys = [.. members.Where(member => member < key.Count)];
            int[] responses = [.. members.Where(member => member >= key.Count).Select(member => member - key.Count)];
            if (keys.Length > 0 && responses.Length > 0) sum += Assign(keys, responses);
        }
        return sum;

        int Find(int member) => island[member] == member ? member : island[member] = Find(island[member]);

        double Assign(int[] keys, int[] responses)
        {
            int size = Math.Max(keys.Length, responses.Length);
            var cost = new double[size + 1, size + 1];
            for (int i = 0; i < keys.Length; i++)
                for (int j = 0; j < responses.Length; j++) cost[i + 1, j + 1] = -weights.GetValueOrDefault((keys[i], responses[j]));
            return -Hungarian(cost, size);
        }
    }

    /// <summary>The least sum of a full assignment; rows and columns from 1. Kuhn and Munkres with potentials, in cubic time.</summary>
    private static double Hungarian(double[,] cost, int size)
    {
        var (rowPotential, columnPotential) = (new double[size + 1], new double[size + 1]);
        var (rowOf, way) = (new int[size + 1], new int[size + 1]);
        for (int row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            int column = 0;
            var least = new double[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                int at = rowOf[column], next = 0;
                double delta = double.PositiveInfinity;
                for (int j = 1; j <= size; j++)
                {
                    if (used[j]) continue;
                    double reduced = cost[at, j] - rowPotential[at] - columnPotential[j];
                    if (reduced < least[j]) (least[j], way[j]) = (reduced, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }
                for (int j = 0; j <= size; j++)
                {
                    if (!used[j])
                    {
                        least[j] -= delta;
                        continue;
                    }
                    rowPotential[rowOf[j]] += delta;
                    columnPotential[j] -= delta;
                }
                column = next;
            }
            while (rowOf[column] != 0);
            while (column != 0)
            {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        double sum = 0;
        for (int j = 1; j <= size; j++) sum += cost[rowOf[j], j];
        return sum;
    }
}
