namespace Analysis.Comparison;

/// <summary>How far two passages mean the same, and how far each follows from the other. In thousandths.</summary>
/// <param name="Share">What of both is said by both.</param>
/// <param name="Similarity">Graded sameness of meaning.</param>
/// <param name="RightFollows">Estimate that the right follows from the left.</param>
/// <param name="LeftFollows">Estimate that the left follows from the right.</param>
/// <remarks>
/// What is learned orders cases that rules leave open: news puts the same thing in other words, so that a few words without a counterpart
/// say little. Where all else is the same they say everything, and rules bar what the learned weights would let pass.
/// </remarks>
internal readonly record struct PassageMeaning(int Share, int Similarity, int RightFollows, int LeftFollows)
{
    /// <summary>From this share on two passages are so much the same words that their order and each single word are meant. A judgement.</summary>
    private const int SameWords = 800;

    /// <summary>A passage of so few units says one thing: all of it is meant. A judgement.</summary>
    private const int Brief = 5;

    /// <summary>Passages of so few units are about one thing: what is denied in one of them is what it is about. A judgement.</summary>
    private const int Short = 8;

    /// <summary>Least estimate where every claim of a passage is said by a claim of the other. A judgement.</summary>
    private const int FoundByRule = 850;

    /// <summary>Greatest estimate of what a rule bars. A judgement.</summary>
    private const int Barred = 300;

    /// <summary>Judges two passages.</summary>
    /// <param name="match">Which units stand for each other.</param>
    /// <param name="rightSaid">Whether every claim of the right is said by a claim of the left.</param>
    /// <param name="leftSaid">The same of the left.</param>
    /// <param name="weights">What each feature is worth.</param>
    public static PassageMeaning Judge(MeaningMatch match, bool rightSaid, bool leftSaid, MeaningWeights weights)
    {
        MeaningSide left = new(match, ofLeft: true), right = new(match, ofLeft: false);
        int share = ShareOf(left, right);
        int arrangement = ArrangementOf(match, left, right, weights);
        int similarity = SimilarityOf(left, right) * arrangement / 1000;
        bool denied = left.Text.IsDenial != right.Text.IsDenial, close = share >= SameWords || IsBrief(left);
        bool opposed = denied && (close || IsShort(left)) && left.HasDenied() || close && left.HasOpposite();
        // A passage and its opposite do not mean the same, however many words they share. In a long one what is denied may be said beside what is common.
        similarity = opposed ? similarity * 2 / 5 : denied ? similarity * 7 / 10 : similarity;
        bool barred = opposed || arrangement < 500;
        return new PassageMeaning(
            share, similarity, Follows(right, share, rightSaid, barred, weights), Follows(left, share, leftSaid, barred, weights));
    }

    /// <summary>What of two passages is said by both.</summary>
    public static int ShareOf(MeaningSide left, MeaningSide right)
    {
        var (leftSaid, leftAll) = left.Weigh();
        var (rightSaid, rightAll) = right.Weigh();
        return leftAll + rightAll == 0 ? 0 : (int)(1000L * (leftSaid + rightSaid) / (leftAll + rightAll));
    }

    /// <summary>
    /// How much of the passage of which less is said the other says, in thousandths: by the weight of all its words, and by what is missing
    /// apart from names and from who said it, each for one half.
    /// </summary>
    private static int SimilarityOf(MeaningSide left, MeaningSide right)
    {
        int said = Math.Min(left.ShareOfWords(), right.ShareOfWords()), kept = 1000 - Math.Max(left.MissingByRarity().Share, right.MissingByRarity().Share);
        int similarity = (said + kept) / 2;
        // A claim of which the other says nothing is more than other words for the same. A judgement.
        return AddsClaim(left) || AddsClaim(right) ? similarity * 3 / 4 : similarity;

        static bool AddsClaim(MeaningSide side) => side.HasUnsaidClaim() || side.HasUnsaidClause();
    }

    /// <summary>How far what is common is put together in the same way. Only where almost all is common can that be told from another wording.</summary>
    private static int ArrangementOf(MeaningMatch match, MeaningSide left, MeaningSide right, MeaningWeights weights)
    {
        const int Unclear = 50;
        int alike = left.LikenessOfWords();
        // Two constructions of one brief statement may have nothing else in one place.
        if (alike < SameWords - Unclear || IsBrief(left) && left.HangsTogetherAlike()) return 1000;
        // In news an exchange is far rarer than among the pairs it was learned from, more than half of which are one: it takes odds of three to one.
        int same = Math.Min(1000, 2 * weights.Arrangement(MeaningFeatures.OfArrangement(match, left, right)));
        return 1000 - (1000 - same) * Math.Min(Unclear, alike - SameWords + Unclear) / Unclear;
    }

    private static int Follows(MeaningSide side, int share, bool said, bool barred, MeaningWeights weights)
    {
        // From no words nothing is read.
        if (side.Text.Units.IsEmpty) return Barred;
        int estimate = weights.Entailment(MeaningFeatures.OfEntailment(side, said));
        // What rules find is surer than what was learned, but they do not see who does what to whom.
        return barred ? Math.Min(estimate, Barred)
            : said ? Math.Max(estimate, FoundByRule)
            : IsMeantOtherwise(side, share) ? Math.Min(estimate, Barred)
            : estimate;
    }

    /// <summary>
    /// Whether a passage says all that the other says and more, makes a claim of which the other says nothing, says something else in a place
    /// where all around it is the same, or is brief and anything in it is missing, stands elsewhere or is said more exactly or firmly.
    /// </summary>
    private static bool IsMeantOtherwise(MeaningSide side, int share)
    {
        bool brief = IsBrief(side);
        if (brief && side.Other.IsOpen && !side.Text.IsOpen) return true;
        for (int i = 0; i < side.Text.Units.Length; i++)
        {
            if (brief && (side.IsMissing(i) || side.TieOf(i) is Tie.Moved || side.IsNarrowerValue(i))) return true;
            // News has many verbs for one thing.
            if (share >= SameWords && side.Text.Units[i].Class is not UnitClass.Verb && side.IsReplaced(i)) return true;
        }
        return side.HasUnsaidClaim() || side.SaysMore();
    }

    private static bool IsBrief(MeaningSide side) => LengthOf(side) <= Brief;

    private static bool IsShort(MeaningSide side) => LengthOf(side) <= Short;

    private static int LengthOf(MeaningSide side) => Math.Max(side.Text.Units.Length, side.Other.Units.Length);
}
