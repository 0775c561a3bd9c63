using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Analysis.Language;

/// <summary>
/// Assigns tags from left to right, each by a linear model over the word, its neighbours and the two tags before; then once more by a
/// second model that also sees the first's tags of the word itself and of the two after.
/// </summary>
internal sealed class Tagger(TagSet tags, LinearModel first, LinearModel? second = null)
{
    /// <summary>Elements that the caller keeps before the first and after the last word, set to <see cref="WordReader.Outside"/>.</summary>
    public const int Border = 2;

    /// <summary>Sets the tags of <paramref name="padded"/> between its borders.</summary>
    public void Tag(Span<WordFeatures> padded)
    {
        Tag(padded, first, again: false);
        if (second is not null)
            Tag(padded, second, again: true);
    }

    /// <summary>One pass; <paramref name="again"/> where the words have tags of the pass before.</summary>
    public void Tag(Span<WordFeatures> padded, LinearModel scorer, bool again)
    {
        Span<int> rows = stackalloc int[LinearModel.MaxFeatures];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        for (var index = Border; index < padded.Length - Border; index++)
        {
            ref var word = ref padded[index];
            if (word.FixedTag != TagSet.None)
            {
                word.Tag = word.FixedTag;
                continue;
            }

            scorer.Score(Extract(padded, index, rows, scorer.Bits, again), scores);
            word.Tag = (byte)Best(scores[..tags.Count]);
        }
    }

    /// <summary>The rows of the decision on the word at <paramref name="index"/>; training uses the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<int> Extract(ReadOnlySpan<WordFeatures> padded, int index, Span<int> rows, int bits, bool again)
    {
        ref readonly var word = ref padded[index];
        ref readonly var last = ref padded[index - 1];
        ref readonly var beforeLast = ref padded[index - 2];
        ref readonly var next = ref padded[index + 1];
        ref readonly var afterNext = ref padded[index + 2];
        var row = new RowWriter(rows, bits);

        row.Add(word.Form);
        row.Add(word.Lower);
        row.Add(word.Suffix1, word.Shape);
        row.Add(word.Suffix2);
        row.Add(word.Suffix3);
        row.Add(word.Suffix4);
        row.Add(word.Prefix2);
        row.Add(word.Prefix3);
        row.Add(word.Shape);
        row.Add(word.Shape, last.Tag);
        row.Add(word.Ambiguity);
        row.Add(word.Ambiguity, word.Shape);
        row.Add(word.Suffix3, word.Shape);
        row.Add(word.Suffix2, last.Tag);
        row.Add(word.Suffix3, last.Tag);

        row.Add(last.Tag);
        row.Add(last.Tag, beforeLast.Tag);
        row.Add(last.Tag, word.Form);
        row.Add(last.Tag, word.Ambiguity);
        row.Add(last.Tag, beforeLast.Tag, word.Ambiguity);
        row.Add(last.Form);
        row.Add(beforeLast.Form);
        row.Add(last.Form, word.Form);
        row.Add(last.Form, word.Ambiguity);
        row.Add(last.Suffix3);
        row.Add(beforeLast.Tag, word.Ambiguity);

        row.Add(next.Form);
        row.Add(afterNext.Form);
        row.Add(word.Form, next.Form);
        row.Add(word.Ambiguity, next.Form);
        row.Add(next.Ambiguity);
        row.Add(next.Suffix2);
        row.Add(next.Suffix3);
        row.Add(next.Shape);
        row.Add(last.Tag, next.Ambiguity);
        row.Add(word.Ambiguity, next.Ambiguity);
        row.Add(word.Form, next.Ambiguity);
        row.Add(last.Tag, word.Ambiguity, next.Ambiguity);
        row.Add(word.Ambiguity, next.Ambiguity, afterNext.Ambiguity);
        row.Add(last.Tag, next.Suffix3);
        row.Add(last.Tag, word.Form, next.Ambiguity);

        row.Add(word.Cluster);
        row.Add(last.Cluster, word.Cluster);
        row.Add(word.Cluster, next.Cluster);
        row.Add(last.Tag, word.Cluster);
        row.Add(last.Cluster);
        row.Add(next.Cluster);
        row.Add(afterNext.Cluster);
        row.Add(last.Tag, next.Cluster);
        row.Add(word.Kind);
        row.Add(last.Tag, word.Kind);
        row.Add(word.Kind, next.Ambiguity);
        row.Add(word.Kind, word.Shape);
        row.Add(next.Kind);
        row.Add(word.Kind, next.Kind);
        row.Add(last.Kind, word.Kind);
        row.Add(word.Topic);
        row.Add(word.Topic, last.Tag);
        row.Add(word.Kind, word.Suffix2);
        if (again)
        {
            row.Add(next.Tag);
            row.Add(next.Tag, afterNext.Tag);
            row.Add(next.Tag, word.Form);
            row.Add(next.Tag, word.Ambiguity);
            row.Add(next.Tag, last.Tag);
            row.Add(next.Tag, last.Tag, word.Ambiguity);
            row.Add(next.Tag, last.Tag, word.Form);
            row.Add(next.Tag, word.Kind);
            row.Add(next.Tag, word.Suffix3);
            row.Add(next.Tag, word.Cluster);
            row.Add(word.Tag);
            row.Add(word.Tag, word.Form);
            row.Add(afterNext.Tag, word.Ambiguity);
            row.Add(next.Tag, next.Form);
            row.Add(next.Tag, afterNext.Tag, word.Ambiguity);
            row.Add(last.Tag, beforeLast.Tag, next.Tag);
        }

        return row.Finish();
    }

    /// <summary>Index of the highest score, the lowest of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var highest = Vector256.Create(int.MinValue);
        var whole = scores.Length - (scores.Length % Vector256<int>.Count);
        for (var index = 0; index < whole; index += Vector256<int>.Count)
            highest = Vector256.Max(highest, Vector256.Create(scores.Slice(index, Vector256<int>.Count)));
        var half = Vector128.Max(highest.GetLower(), highest.GetUpper());
        var best = Math.Max(Math.Max(half[0], half[1]), Math.Max(half[2], half[3]));
        foreach (var score in scores[whole..])
            best = Math.Max(best, score);
        return scores.IndexOf(best);
    }
}
