namespace Analysis.Training;

/// <summary>Fits the weights of a logistic model by Newton's method, with a penalty on large weights.</summary>
internal static class LogisticRegression
{
    private const int Rounds = 30;

    /// <summary>Fits.</summary>
    /// <param name="rows">One an example, each with as many numbers as there are features.</param>
    /// <param name="labels">Whether each example is one of the class.</param>
    /// <param name="penalty">What the square of a weight costs, for features of unit variance.</param>
    /// <returns>The weights, and behind them what is added to every score.</returns>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double penalty)
    {
        int width = rows[0].Length, size = width + 1;
        double[] mean = new double[width], scale = new double[width];
        foreach (double[] row in rows)
            for (int k = 0; k < width; k++) mean[k] += row[k] / rows.Count;
        foreach (double[] row in rows)
            for (int k = 0; k < width; k++) scale[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / rows.Count;
        for (int k = 0; k < width; k++) scale[k] = scale[k] > 1e-9 ? Math.Sqrt(scale[k]) : 0;
        double[] weights = new double[size], x = new double[size];
        x[width] = 1;
        for (int round = 0; round < Rounds; round++)
        {
            var hessian = new double[size, size];
            double[] gradient = new double[size];
            for (int k = 0; k < width; k++)
            {
                hessian[k, k] = penalty;
                gradient[k] = -penalty * weights[k];
            }
            hessian[width, width] = 1e-6;
            for (int i = 0; i < rows.Count; i++)
            {
                double score = weights[width];
                for (int k = 0; k < width; k++)
                {
                    x[k] = scale[k] == 0 ? 0 : (rows[i][k] - mean[k]) / scale[k];
                    score += x[k] * weights[k];
                }
                double probability = 1 / (1 + Math.Exp(-score)), error = (labels[i] ? 1 : 0) - probability, curve = probability * (1 - probability);
                for (int k = 0; k < size; k++)
                {
                    if (x[k] == 0) continue;
                    gradient[k] += error * x[k];
                    double factor = curve * x[k];
                    for (int m = 0; m <= k; m++) hessian[k, m] += factor * x[m];
                }
            }
            double[] step = Solve(hessian, gradient);
            double largest = 0;
            for (int k = 0; k < size; k++)
            {
                weights[k] += step[k];
                largest = Math.Max(largest, Math.Abs(step[k]));
            }
            if (largest < 1e-7) break;
        }
        for (int k = 0; k < width; k++)
        {
            weights[k] = scale[k] == 0 ? 0 : weights[k] / scale[k];
            weights[width] -= weights[k] * mean[k];
        }
        return weights;
    }

    /// <summary>Solves a symmetric positive definite system of which the lower half is given.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        double[] solution = [.. right];
        for (int k = 0; k < size; k++)
            for (int m = 0; m <= k; m++)
            {
                double sum = matrix[k, m];
                for (int j = 0; j < m; j++) sum -= matrix[k, j] * matrix[m, j];
                matrix[k, m] = k == m ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[m, m];
            }
        for (int k = 0; k < size; k++)
        {
            for (int j = 0; j < k; j++) solution[k] -= matrix[k, j] * solution[j];
            solution[k] /= matrix[k, k];
        }
        for (int k = size - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < size; j++) solution[k] -= matrix[j, k] * solution[j];
            solution[k] /= matrix[k, k];
        }
        return solution;
    }
}
