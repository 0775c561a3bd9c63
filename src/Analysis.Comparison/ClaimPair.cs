namespace Analysis.Comparison;

/// <summary>Two claims that are held against each other, with what is measured of them before anything is concluded.</summary>
/// <param name="Left">The one claim.</param>
/// <param name="Right">The other.</param>
/// <param name="Overlap">Weight of the common terms in thousandths of that of all terms (Dice): 1000 for the same terms.</param>
/// <param name="Time">Whether both may speak of one time.</param>
/// <param name="Figures">Their figures that may be of one thing.</param>
internal readonly record struct ClaimPair(ClaimProfile Left, ClaimProfile Right, int Overlap, TimeRelation Time, FigureMatches Figures);
