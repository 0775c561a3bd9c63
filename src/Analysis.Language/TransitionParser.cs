namespace Analysis.Language;

/// <summary>Parses greedily with the arc-hybrid system; the relation is part of the action, and one linear model scores both.</summary>
internal sealed class TransitionParser(ParserActions actions, LinearModel model)
{
    public LinearModel Model => model;

    /// <summary>Attaches every word; <paramref name="words"/> has a place for no word first, and one for the root last.</summary>
    public void Parse(ReadOnlySpan<ParserWord> words, ArcHybridState state)
    {
        Span<int> rows = stackalloc int[LinearModel.MaxFeatures];
        Span<short> scores = stackalloc short[LinearModel.RowWidth];
        state.Start(words.Length - 2);
        while (!state.IsFinal)
        {
            // Attaching the last word to the root is no decision.
            if (state.Next == state.Root && state.Depth == 1)
            {
                state.Left((byte)DependencyRelation.Root);
                break;
            }

            model.Score(ParserTemplates.Extract(state, words, rows, model.Bits), scores);
            actions.Apply(state, actions.Best(state, scores));
        }
    }
}
