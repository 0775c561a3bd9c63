using System.Runtime.CompilerServices;

namespace Analysis.Language;

/// <summary>What the parser's templates combine of one word.</summary>
/// <param name="Form">Hash of the spelling.</param>
/// <param name="Tag">The tag, or a number of its own for no word and for the root.</param>
/// <param name="Both">Form and tag in one.</param>
/// <param name="Cluster">The word's cluster, or the tag where it has none.</param>
/// <param name="Topic">Field of the word's meaning in the dictionary, or the tag where it has none.</param>
internal readonly record struct ParserWord(uint Form, uint Tag, uint Both, uint Cluster, uint Topic)
{
    /// <summary>Fills in the place of no word, the words and the root: two more elements than there are words.</summary>
    public static void Fill(ReadOnlySpan<WordFeatures> features, Span<ParserWord> words)
    {
        words[0] = Make(1, 254, 0, 0);
        for (var index = 0; index < features.Length; index++)
        {
            ref readonly var word = ref features[index];
            words[index + 1] = Make(word.Form, word.Tag, word.Cluster, word.Topic);
        }

        words[features.Length + 1] = Make(2, 253, 0, 0);
    }

    private static ParserWord Make(uint form, uint tag, byte cluster, byte topic) =>
        new(form, tag, FeatureHash.Mix(form, tag), cluster == 0 ? tag : 256u + cluster, topic == 0 ? tag : 512u + topic);
}

/// <summary>
/// The features of a parser decision: those of Zhang and Nivre (2011) fitted to arc-hybrid, whose decisions hang on two words of the stack
/// and one of the buffer, and word clusters.
/// </summary>
internal static class ParserTemplates
{
    /// <summary>The rows of the next decision; training uses the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<int> Extract(ArcHybridState state, ReadOnlySpan<ParserWord> words, Span<int> rows, int bits)
    {
        int s0Word = state.Stack(0), s1Word = state.Stack(1), b0Word = state.Next;
        ref readonly var s0Node = ref state[s0Word];
        ref readonly var s1Node = ref state[s1Word];
        ref readonly var b0Node = ref state[b0Word];
        var s0 = words[s0Word];
        var s1 = words[s1Word];
        var s2 = words[state.Stack(2)];
        var b0 = words[b0Word];
        var b1 = words[state.Buffer(1)];
        var b2 = words[state.Buffer(2)];
        var s0l = words[s0Node.Left];
        var s0r = words[s0Node.Right];
        var s0l2 = words[s0Node.InnerLeft];
        var s0r2 = words[s0Node.InnerRight];
        var s1l = words[s1Node.Left];
        var s1r = words[s1Node.Right];
        var s1r2 = words[s1Node.InnerRight];
        var b0l = words[b0Node.Left];
        var b0l2 = words[b0Node.InnerLeft];
        var row = new RowWriter(rows, bits);

        // Single words.
        row.Add(s0.Both);
        row.Add(s0.Form);
        row.Add(s0.Tag);
        row.Add(s1.Both);
        row.Add(s1.Form);
        row.Add(s1.Tag);
        row.Add(s2.Both);
        row.Add(s2.Tag);
        row.Add(b0.Both);
        row.Add(b0.Form);
        row.Add(b0.Tag);
        row.Add(b1.Both);
        row.Add(b1.Form);
        row.Add(b1.Tag);
        row.Add(b2.Both);
        row.Add(b2.Tag);

        // Pairs.
        row.Add(s0.Both, b0.Both);
        row.Add(s0.Both, b0.Form);
        row.Add(s0.Form, b0.Both);
        row.Add(s0.Both, b0.Tag);
        row.Add(s0.Tag, b0.Both);
        row.Add(s0.Form, b0.Form);
        row.Add(s0.Tag, b0.Tag);
        row.Add(s1.Both, s0.Both);
        row.Add(s1.Form, s0.Form);
        row.Add(s1.Both, s0.Tag);
        row.Add(s1.Tag, s0.Both);
        row.Add(s1.Tag, s0.Tag);
        row.Add(s1.Tag, b0.Tag);
        row.Add(s1.Both, b0.Tag);
        row.Add(s1.Tag, b0.Both);
        row.Add(s1.Form, b0.Form);
        row.Add(b0.Tag, b1.Tag);
        row.Add(b0.Form, b1.Form);
        row.Add(s0.Form, b1.Form);

        // Triples of tags.
        row.Add(s0.Tag, b0.Tag, b1.Tag);
        row.Add(b0.Tag, b1.Tag, b2.Tag);
        row.Add(s1.Tag, s0.Tag, b0.Tag);
        row.Add(s2.Tag, s1.Tag, s0.Tag);
        row.Add(s1.Both, s0.Tag, b0.Tag);
        row.Add(s1.Tag, s0.Both, b0.Tag);
        row.Add(s1.Tag, s0.Tag, b0.Both);
        row.Add(s0.Tag, s0l.Tag, b0.Tag);
        row.Add(s0.Tag, s0r.Tag, b0.Tag);
        row.Add(s0.Tag, b0.Tag, b0l.Tag);
        row.Add(s1.Tag, s1l.Tag, s0.Tag);
        row.Add(s1.Tag, s1r.Tag, s0.Tag);
        row.Add(s1.Tag, s0.Tag, s0l.Tag);
        row.Add(s1.Tag, s0.Tag, s0r.Tag);
        row.Add(s0.Tag, s0l.Tag, s0l2.Tag);
        row.Add(s0.Tag, s0r.Tag, s0r2.Tag);
        row.Add(b0.Tag, b0l.Tag, b0l2.Tag);

        // Distances.
        var near = Distance(b0Word - s0Word);
        var far = Distance(s0Word - s1Word);
        row.Add(s0.Both, near);
        row.Add(s0.Tag, near);
        row.Add(b0.Both, near);
        row.Add(b0.Tag, near);
        row.Add(s0.Tag, b0.Tag, near);
        row.Add(s1.Both, far);
        row.Add(s1.Tag, far);
        row.Add(s0.Both, far);
        row.Add(s0.Tag, far);
        row.Add(s1.Tag, s0.Tag, far);

        // Children so far: how many, which, and their relations.
        row.Add(s0.Both, s0Node.RightCount);
        row.Add(s0.Tag, s0Node.RightCount);
        row.Add(s0.Both, s0Node.LeftCount);
        row.Add(s0.Tag, s0Node.LeftCount);
        row.Add(b0.Both, b0Node.LeftCount);
        row.Add(b0.Tag, b0Node.LeftCount);
        row.Add(s1.Both, s1Node.RightCount);
        row.Add(s1.Tag, s1Node.RightCount);
        row.Add(s0.Form, s0Node.LeftRelations);
        row.Add(s0.Tag, s0Node.LeftRelations);
        row.Add(s0.Form, s0Node.RightRelations);
        row.Add(s0.Tag, s0Node.RightRelations);
        row.Add(b0.Form, b0Node.LeftRelations);
        row.Add(b0.Tag, b0Node.LeftRelations);
        row.Add(s1.Form, s1Node.RightRelations);
        row.Add(s1.Tag, s1Node.RightRelations);
        row.Add(s1.Tag, s1Node.LeftRelations);
        row.Add(s0l.Form, s0.Tag);
        row.Add(s0l.Tag, Relation(state, s0Node.Left));
        row.Add(s0r.Form, s0.Tag);
        row.Add(s0r.Tag, Relation(state, s0Node.Right));
        row.Add(s0l2.Both, Relation(state, s0Node.InnerLeft));
        row.Add(s0r2.Both, Relation(state, s0Node.InnerRight));
        row.Add(b0l.Form, b0.Tag);
        row.Add(b0l.Tag, Relation(state, b0Node.Left));
        row.Add(b0l2.Both, Relation(state, b0Node.InnerLeft));
        row.Add(s1r.Form, s1.Tag);
        row.Add(s1r.Tag, Relation(state, s1Node.Right));
        row.Add(s1r2.Both, Relation(state, s1Node.InnerRight));
        row.Add(s1l.Tag, Relation(state, s1Node.Left));

        // Prepositions and conjunctions, which are the outermost left children of what they introduce.
        row.Add(s0.Form, b0l.Form);
        row.Add(s1.Form, b0l.Form);
        row.Add(s0.Tag, b0l.Form, b0.Form);
        row.Add(s1.Tag, s0.Tag, b0l.Form);
        row.Add(s0.Cluster, b0l.Form, b0.Cluster);
        row.Add(s1.Cluster, s0.Cluster, b0l.Form);
        row.Add(s1.Form, s0l.Form);
        row.Add(s1.Tag, s0.Tag, s0l.Form);
        row.Add(s1.Tag, s0l.Form, s0.Form);
        row.Add(s1.Cluster, s0l.Form, s0.Cluster);

        // Clusters.
        row.Add(s0.Cluster);
        row.Add(s1.Cluster);
        row.Add(b0.Cluster);
        row.Add(b1.Cluster);
        row.Add(s0.Cluster, b0.Cluster);
        row.Add(s1.Cluster, s0.Cluster);
        row.Add(s1.Cluster, b0.Cluster);
        row.Add(s0.Cluster, b0.Tag);
        row.Add(s0.Tag, b0.Cluster);
        row.Add(s1.Cluster, s0.Tag);
        row.Add(s1.Tag, s0.Cluster);
        row.Add(s1.Cluster, s0.Cluster, b0.Cluster);
        row.Add(s0.Cluster, b0.Cluster, b1.Cluster);

        // Fields of meaning.
        row.Add(s0.Topic, b0.Topic);
        row.Add(s1.Topic, s0.Topic);
        row.Add(s1.Topic, b0.Topic);
        row.Add(s0.Topic, b0l.Form, b0.Topic);
        row.Add(s1.Topic, s0.Topic, b0l.Form);
        row.Add(s1.Topic, s0l.Form, s0.Topic);
        row.Add(s0.Topic, b0.Form);
        row.Add(s0.Form, b0.Topic);
        row.Add(s1.Topic, s0.Form);
        row.Add(s1.Form, s0.Topic);
        return row.Finish();
    }

    /// <summary>Whether <see cref="Extract"/> gives the same rows for two configurations of one sentence; the same actions are allowed then.</summary>
    public static bool AreAlike(ArcHybridState one, ArcHybridState other)
    {
        int s0Word = one.Stack(0), s1Word = one.Stack(1), b0Word = one.Next;
        if (s0Word != other.Stack(0) || s1Word != other.Stack(1) || b0Word != other.Next || one.Stack(2) != other.Stack(2))
            return false;
        return HaveSameChildren(one, other, s0Word) && HaveSameChildren(one, other, b0Word) && HaveSameChildren(one, other, s1Word);
    }

    private static bool HaveSameChildren(ArcHybridState one, ArcHybridState other, int word)
    {
        ref readonly var a = ref one[word];
        ref readonly var b = ref other[word];
        return a.LeftRelations == b.LeftRelations && a.RightRelations == b.RightRelations
            && a.Left == b.Left && a.InnerLeft == b.InnerLeft && a.Right == b.Right && a.InnerRight == b.InnerRight
            && a.LeftCount == b.LeftCount && a.RightCount == b.RightCount
            && one[a.Left].Relation == other[a.Left].Relation && one[a.InnerLeft].Relation == other[a.InnerLeft].Relation
            && one[a.Right].Relation == other[a.Right].Relation && one[a.InnerRight].Relation == other[a.InnerRight].Relation;
    }

    // Steps as in Zhang and Nivre.
    private static uint Distance(int words) => words switch
    {
        < 5 => (uint)words,
        < 8 => 5,
        < 12 => 6,
        _ => 7,
    };

    private static uint Relation(ArcHybridState state, int word) => word == 0 ? 255u : state[word].Relation;
}
