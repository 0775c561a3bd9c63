namespace Analysis.Comparison;

/// <summary>The order in which pairs of places in two texts are chosen, the same seen from either text.</summary>
internal static class PairOrder
{
    /// <summary>Compares two pairs: the greater score first; ties fall to pairs in the same place of both texts, then to the earlier.</summary>
    public static int Compare(int score, int left, int right, int otherScore, int otherLeft, int otherRight)
    {
        int order = otherScore.CompareTo(score);
        if (order == 0) order = Math.Abs(left - right).CompareTo(Math.Abs(otherLeft - otherRight));
        if (order == 0) order = (left + right).CompareTo(otherLeft + otherRight);
        return order != 0 ? order : left.CompareTo(otherLeft);
    }
}
