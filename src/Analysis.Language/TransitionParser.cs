namespace Analysis.Language;

/// <summary>Parses with the arc-hybrid system and a small beam; the relation is part of the action, and one linear model scores both.</summary>
internal sealed class TransitionParser(ParserActions actions, LinearModel model)
{
    /// <summary>Width of the beam, in training and after.</summary>
    public const int Width = 4;

    // What falls short of the best sequence by more is given up. Without it LAS is the same to 0.05 and time half as much again; 70 costs
    // 0.4, 25 costs 1.4 LAS.
    private const int Cutoff = 120;

    /// <summary>Attaches every word; <paramref name="words"/> has a place for no word first, and one for the root last.</summary>
    /// <returns>The tree, valid until the search is used again.</returns>
    public ArcHybridState Parse(ReadOnlySpan<ParserWord> words, BeamSearch search)
    {
        var count = words.Length - 2;
        search.Start(count);

        // Every word is shifted once and attached once. The last attachment, to the root, is no decision.
        for (var step = 1; step < 2 * count; step++)
            search.Advance(words, model, actions, Cutoff);
        search.Best.Left((byte)DependencyRelation.Root);
        return search.Best;
    }
}
