namespace Analysis.Language;

/// <summary>The features of one word's class.</summary>
internal static class NameFeatures
{
    private const NameHints PersonHints = NameHints.GivenName | NameHints.Surname | NameHints.Person | NameHints.Title | NameHints.Particle;
    private const NameHints PlaceHints = NameHints.City | NameHints.Location | NameHints.PlaceWord;
    private const NameHints GroupHints = NameHints.Organization | NameHints.OrganizationWord | NameHints.Norp;
    private const NameHints OtherHints = NameHints.Event | NameHints.EventWord | NameHints.Other | NameHints.Calendar;
    private const NameHints AllHints = (NameHints)0x7FFF;

    /// <summary>The rows of the word at <paramref name="index"/>; training uses the same.</summary>
    public static ReadOnlySpan<int> Extract(ReadOnlySpan<NameWord> padded, int index, Span<int> rows, int bits)
    {
        ref readonly var word = ref padded[index];
        ref readonly var last = ref padded[index - 1];
        ref readonly var beforeLast = ref padded[index - 2];
        ref readonly var next = ref padded[index + 1];
        ref readonly var afterNext = ref padded[index + 2];
        var row = new RowWriter(rows, bits);
        var opening = word.IsOpening ? 1u : 0u;
        var hints = (uint)(word.Hints & AllHints);
        var lastHints = (uint)(last.Hints & AllHints);
        var nextHints = (uint)(next.Hints & AllHints);
        var phrase = (uint)word.Phrase + ((uint)word.PhrasePlace << 16);

        row.Add(0);
        row.Add(word.Form);
        row.Add(word.Lower);
        row.Add(last.Lower);
        row.Add(next.Lower);
        row.Add(beforeLast.Lower);
        row.Add(afterNext.Lower);
        row.Add(last.Lower, word.Lower);
        row.Add(word.Lower, next.Lower);
        row.Add(last.Lower, next.Lower);
        row.Add(beforeLast.Lower, last.Lower);
        row.Add(next.Lower, afterNext.Lower);
        row.Add(last.Lower, word.Shape);
        row.Add(next.Lower, word.Shape);

        row.Add(word.Shape, opening);
        row.Add(last.Shape, word.Shape);
        row.Add(word.Shape, next.Shape);
        row.Add(last.Shape, word.Shape, next.Shape);
        row.Add(word.Prefix3);
        row.Add(word.Suffix2, word.Shape);
        row.Add(word.Suffix3);
        row.Add(word.Suffix4);
        row.Add(next.Suffix3);
        row.Add(last.Suffix3);

        row.Add(word.Xpos, opening);
        row.Add(last.Xpos, word.Xpos);
        row.Add(word.Xpos, next.Xpos);
        row.Add(last.Xpos, word.Xpos, next.Xpos);
        row.Add(word.Xpos, word.Shape);
        row.Add(last.Xpos, last.Lower == 1 ? 1u : 0u);

        row.Add(hints);
        row.Add((uint)(word.Hints & PersonHints));
        row.Add((uint)(word.Hints & PlaceHints));
        row.Add((uint)(word.Hints & GroupHints));
        row.Add((uint)(word.Hints & OtherHints));
        row.Add(hints, word.Shape, opening);
        row.Add(hints, word.Xpos);
        row.Add(lastHints);
        row.Add(nextHints);
        row.Add(lastHints, hints);
        row.Add(hints, nextHints);
        row.Add((uint)(beforeLast.Hints & AllHints));
        row.Add((uint)(afterNext.Hints & AllHints));
        row.Add((uint)(word.Hints & PersonHints), (uint)(next.Hints & PersonHints), next.Shape);
        row.Add((uint)(last.Hints & PersonHints), (uint)(word.Hints & PersonHints), last.Shape);
        row.Add((uint)(word.Hints & PlaceHints), last.Lower);
        row.Add((uint)(word.Hints & GroupHints), next.Lower);

        row.Add(phrase);
        row.Add(phrase, hints);
        row.Add((uint)last.Phrase + ((uint)last.PhrasePlace << 16), phrase);
        row.Add(phrase, (uint)next.Phrase + ((uint)next.PhrasePlace << 16));
        row.Add(phrase, word.Shape);

        row.Add(word.Cluster, word.Shape);
        row.Add(last.Cluster, word.Shape);
        row.Add(next.Cluster, word.Shape);
        row.Add(last.Cluster, next.Cluster);
        row.Add(word.Kind, word.Topic, word.Shape);
        row.Add(word.Kind, word.Topic, opening);
        row.Add(last.Topic, last.Kind);
        row.Add(next.Topic, next.Kind);

        AddRun(padded, index, ref row);

        // Zero in the first pass.
        row.Add(word.Memory);
        row.Add(word.Memory, word.Shape);
        row.Add((uint)word.Memory & 31, hints);
        row.Add((uint)last.Memory & 31, (uint)word.Memory & 31);
        row.Add((uint)word.Memory & 31, (uint)next.Memory & 31);
        row.Add((uint)last.Memory & 7, (uint)word.Memory & 7, (uint)next.Memory & 7);
        row.Add(word.Memory, opening, word.Xpos);
        return row.Finish();
    }

    // What ends a run of capitals and stands around it says most about its type.
    private static void AddRun(ReadOnlySpan<NameWord> padded, int index, ref RowWriter row)
    {
        ref readonly var word = ref padded[index];
        int start = index, end = index + 1;
        uint place = 0;
        if (word.RunEnd > word.RunStart)
        {
            // Runs count without the border.
            start = word.RunStart + NameWordReader.Border;
            end = word.RunEnd + NameWordReader.Border;
            place = (uint)(1 + Math.Min(index - start, 3) + (4 * Math.Min(end - 1 - index, 3)));
        }

        ref readonly var head = ref padded[end - 1];
        ref readonly var first = ref padded[start];
        ref readonly var before = ref padded[start - 1];
        ref readonly var after = ref padded[end];
        row.Add(place);
        row.Add(place, word.Xpos);
        row.Add(head.Lower, place);
        row.Add(head.Suffix3, place);
        row.Add((uint)(head.Hints & AllHints), place);
        row.Add(first.Lower, place);
        row.Add((uint)(first.Hints & AllHints), (uint)(head.Hints & AllHints), place);
        row.Add(before.Lower, place);
        row.Add(after.Lower, place);
        row.Add(before.Lower, (uint)(word.Hints & AllHints));
        row.Add((uint)(before.Hints & AllHints), place);
        row.Add((uint)(after.Hints & AllHints), place);
        row.Add(before.Lower, after.Lower);
        row.Add(before.Xpos, after.Xpos, place);
        row.Add(after.Suffix3, place);
        row.Add(before.Suffix3, place);
        row.Add(before.Xpos, (uint)(head.Hints & AllHints));
        row.Add(before.Cluster, place);
        row.Add(after.Cluster, place);
        row.Add(before.Cluster, after.Cluster);
        row.Add(before.Topic, before.Kind, place);
        row.Add(after.Topic, after.Kind, place);
        row.Add(head.Topic, head.Kind, place);

        // "the island of X", "X, a maker of ..."
        ref readonly var farBefore = ref padded[start - 2];
        ref readonly var farAfter = ref padded[Math.Min(end + 1, padded.Length - 1)];
        row.Add(farBefore.Lower, before.Lower);
        row.Add(farBefore.Topic, before.Lower);
        row.Add(after.Lower, farAfter.Lower);
        row.Add(after.Lower, farAfter.Topic);
        ref readonly var noun = ref Apposition(padded, end);
        row.Add(noun.Lower, 1);
        row.Add(noun.Topic, 1);
    }

    // The noun behind a name and a comma: "X, the fast-growing capital of ...". Elsewhere a word that says nothing.
    private static ref readonly NameWord Apposition(ReadOnlySpan<NameWord> padded, int end)
    {
        if (padded[end].Lower == NameWordReader.Comma)
        {
            for (var index = end + 1; index < Math.Min(end + 7, padded.Length - NameWordReader.Border); index++)
            {
                if (padded[index].IsCapitalised || (Upos)padded[index].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT)
                    break;
                if ((Upos)padded[index].Upos == Upos.NOUN && (Upos)padded[index + 1].Upos != Upos.NOUN)
                    return ref padded[index];
            }
        }

        return ref NameWordReader.Outside;
    }
}
