using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>What the name tagger sees of one word.</summary>
internal struct NameWord
{
    /// <summary>Hashes of the folded word, of its lower case, and of beginnings and endings of that.</summary>
    public uint Form, Lower, Prefix3, Suffix2, Suffix3, Suffix4;

    /// <summary>Hash of the lower case without accents, by which the lists know the word: foreign names are as often written without.</summary>
    public uint Plain;

    /// <summary>Hash of the pattern of capitals, letters, digits and marks: <em>Xx</em>, <em>X.X.</em>, <em>Xx-d</em>.</summary>
    public uint Shape;

    /// <summary>What the lists say of the word alone.</summary>
    public NameHints Hints;

    /// <summary>What the lists say of the longest phrase of two words or more that the word stands in.</summary>
    public NameHints Phrase;

    /// <summary>The word's <see cref="NameLabels"/> place in that phrase.</summary>
    public byte PhrasePlace;

    /// <summary>Tags, once assigned.</summary>
    public byte Upos, Xpos;

    /// <summary>Class of words in the same contexts, parts of speech in a dictionary, field of the sense; see <see cref="LexiconEntry"/>.</summary>
    public byte Cluster, Kind, Topic;

    /// <summary>Whether the word can belong to a name; the others are outside of names unseen.</summary>
    public bool IsCandidate;

    /// <summary>Whether it starts with a capital letter or is written with one: <em>iPhone</em>.</summary>
    public bool IsCapitalised;

    /// <summary>Whether it opens its sentence, or a quotation or clause in it, where a capital means nothing.</summary>
    public bool IsOpening;

    /// <summary>The run of capitalised words that the word stands in, joining words included, within its sentence; empty outside of one.</summary>
    public short RunStart, RunEnd;

    /// <summary>What the first pass found for the same word elsewhere; see <see cref="NameMemory"/>.</summary>
    public ushort Memory;
}

/// <summary>Turns the words of a sentence into <see cref="NameWord"/>s.</summary>
internal sealed class NameWordReader(Gazetteer gazetteer, WordReader dictionary)
{
    /// <summary>Elements that the caller keeps before the first and after the last word, set to <see cref="Outside"/>.</summary>
    public const int Border = 2;

    /// <summary>Stands for the places before and after a sentence.</summary>
    public static readonly NameWord Outside = new() { Form = 1, Lower = 1, Shape = 1 };

    /// <summary>Fills <paramref name="padded"/> between its borders.</summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<WordAnnotation> annotations, Span<NameWord> padded)
    {
        padded[..Border].Fill(Outside);
        padded[^Border..].Fill(Outside);
        var words = padded[Border..^Border];
        var (title, capitals) = WordReader.Headline(text, spans);
        var opening = SentenceOpening.Start;
        Span<char> form = stackalloc char[WordReader.MaxWordLength];
        Span<char> lower = stackalloc char[WordReader.MaxWordLength];
        for (var index = 0; index < words.Length; index++)
        {
            var length = WordReader.Fold(text.Slice(spans[index].Start, spans[index].Length), form, foldDigits: true);
            Read(form[..length], lower[..length], capitals, out words[index]);
            ref var word = ref words[index];
            word.Upos = (byte)annotations[index].Upos;
            word.Xpos = (byte)annotations[index].Xpos;
            word.IsOpening = opening.IsOpen || title;
            if (title)
                word.Shape = FeatureHash.Mix(word.Shape, 7);
            opening = opening.After(form[..length]);
        }

        FindPhrases(words);
        FindRuns(words);
        FindUncapitalised(words);
    }

    private void Read(Span<char> form, Span<char> lower, bool capitals, out NameWord word)
    {
        word = default;
        for (var index = 0; index < form.Length; index++)
            lower[index] = char.ToLowerInvariant(form[index]);
        word.IsCapitalised = char.IsUpper(form[0]) || (form.Length > 2 && char.IsUpper(form[1]) && char.IsLetter(form[0]));
        if (capitals && form.Length > 3)
            lower[1..].CopyTo(form[1..]);
        word.Form = FeatureHash.Of(form);
        word.Lower = FeatureHash.Of(lower);
        word.Prefix3 = FeatureHash.Of(lower[..Math.Min(3, lower.Length)]);
        word.Suffix2 = FeatureHash.Of(lower[^Math.Min(2, lower.Length)..]);
        word.Suffix3 = FeatureHash.Of(lower[^Math.Min(3, lower.Length)..]);
        word.Suffix4 = FeatureHash.Of(lower[^Math.Min(4, lower.Length)..]);
        word.Shape = ShapeOf(form);
        word.Plain = Plain(lower);
        word.Hints = gazetteer.Find(Gazetteer.Append(0, word.Plain));
        word.IsCandidate = word.IsCapitalised;

        // A capital hides a common word; what the dictionary says of that one tells "Iodine" from "Irving".
        var known = dictionary.Find(lower, word.Lower);
        word.Kind = (byte)known.Kind;
        word.Topic = known.Topic;
        word.Cluster = word.Form != word.Lower && dictionary.Lexicon.TryGet(form, word.Form, out var written) && written.Cluster != 0 ? written.Cluster : known.Cluster;
    }

    // The letters U+00C0 to U+017F and U+1EA0 to U+1EF9 without their accents.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string Vietnamese = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

    /// <summary>The hash of a word in lower case with plain letters for accented ones.</summary>
    public static uint Plain(ReadOnlySpan<char> lower)
    {
        var hash = 2166136261u;
        foreach (var unit in lower)
        {
            hash = FeatureHash.Append(hash, unit switch
            {
                < '\u00C0' => unit,
                < '\u0180' => Latin[unit - '\u00C0'],
                >= '\u1EA0' and < '\u1EFA' => Vietnamese[unit - '\u1EA0'],
                _ => unit,
            });
        }

        return hash;
    }

    // Runs of the same kind count once, so that words of one make share a shape whatever their length.
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var shape = 2166136261u;
        var last = '\0';
        foreach (var unit in form)
        {
            var kind = unit switch
            {
                >= 'a' and <= 'z' => 'x',
                >= 'A' and <= 'Z' => 'X',
                >= '0' and <= '9' => 'd',
                _ when char.IsUpper(unit) => 'X',
                _ when char.IsLetter(unit) => 'x',
                _ => unit,
            };
            if (kind == last)
                continue;
            shape = FeatureHash.Append(shape, kind);
            last = kind;
        }

        return FeatureHash.Append(shape, (char)Math.Min(form.Length, 4));
    }

    // The longest phrase that starts at a word wins; the next is looked for behind it.
    private void FindPhrases(Span<NameWord> words)
    {
        for (var start = 0; start < words.Length;)
        {
            var length = (words[start].Hints & NameHints.Prefix) == 0 ? 0 : Longest(words[start..], out words[start].Phrase);
            var capitals = false;
            for (var index = 0; index < length; index++)
                capitals |= words[start + index].IsCapitalised;
            for (var index = 0; index < length; index++)
            {
                ref var word = ref words[start + index];
                word.Phrase = words[start].Phrase;
                word.PhrasePlace = (byte)(index == 0 ? NameLabels.First : index == length - 1 ? NameLabels.Last : NameLabels.Inner);
                word.IsCandidate |= capitals;
            }

            start += Math.Max(length, 1);
        }
    }

    private int Longest(ReadOnlySpan<NameWord> words, out NameHints hints)
    {
        hints = NameHints.None;
        var best = 0;
        var key = Gazetteer.Append(0, words[0].Plain);
        for (var length = 2; length <= Math.Min(words.Length, Gazetteer.MaxWords); length++)
        {
            key = Gazetteer.Append(key, words[length - 1].Plain);
            var found = gazetteer.Find(key);
            if ((found & NameHints.Names) != 0)
                (best, hints) = (length, found & NameHints.Names);
            if ((found & NameHints.Prefix) == 0)
                break;
        }

        return best;
    }

    // Words between two capitalised ones may join them: "Bank of the West", "Johnson & Johnson", "Al-Qaeda".
    private static void FindRuns(Span<NameWord> words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            if (!words[start].IsCapitalised)
                continue;
            var end = start + 1;
            while (end < words.Length)
            {
                var next = end;
                while (next < words.Length && next - end < 2 && !words[next].IsCapitalised && IsJoint(words[next]))
                    next++;
                if (next == end && next + 1 < words.Length && words[next].Lower == Comma && IsCompanySuffix(words[next + 1]))
                    next++;
                if (next < words.Length && words[next].IsCapitalised)
                    end = next + 1;
                else
                    break;
            }

            // A number may end a name: "Expo 2020", "Apollo 11".
            if (end < words.Length && words[end].Upos == (byte)Upos.NUM)
                words[end].IsCandidate = true;
            for (var index = start; index < end; index++)
            {
                words[index].RunStart = (short)Math.Min(start, short.MaxValue);
                words[index].RunEnd = (short)Math.Min(end, short.MaxValue);
                words[index].IsCandidate = true;
            }

            start = end - 1;
        }
    }

    // A name may end with what looks like a possessive: "at Wendy 's". What the tags say of a small word must do; where people write without
    // capitals at all, the lists must too, if no dictionary has the word besides.
    private static void FindUncapitalised(Span<NameWord> words)
    {
        var capitals = false;
        for (var index = 0; index < words.Length; index++)
        {
            ref var word = ref words[index];
            capitals |= index > 0 && word.IsCapitalised;
            word.IsCandidate |= word.Upos == (byte)Upos.PROPN || (index > 0 && words[index - 1].IsCapitalised && Possessives.Contains(word.Lower));
        }

        if (capitals)
            return;
        foreach (ref var word in words)
            word.IsCandidate |= word.Phrase != 0 || (word.Kind == 0 && (word.Hints & (NameHints.Names | NameHints.GivenName)) != 0);
    }

    private static readonly HashSet<uint> Possessives = [.. new[] { "'s", "s", "'" }.Select(word => FeatureHash.Of(word))];

    private static readonly HashSet<uint> Joints =
    [
        .. new[] { "of", "the", "and", "&", "-", "for", "'s", "'", "on", "in", "to", "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "da", "di", "du", "/", ".", "e", "y", "del", "'n'", "at", ":", "!", "+", "@", "0", "00", "000", "0000" }
            .Select(word => FeatureHash.Of(word)),
    ];

    /// <summary>The <see cref="NameWord.Lower"/> of a comma.</summary>
    public static readonly uint Comma = FeatureHash.Of(",");

    private static readonly HashSet<uint> CompanySuffixes =
        [.. new[] { "inc.", "inc", "llc", "ltd", "ltd.", "l.p.", "lp", "llp", "corp.", "co.", "plc", "s.a.", "l.l.c.", "n.a.", "gmbh" }.Select(word => FeatureHash.Of(word))];

    /// <summary>Whether the word is the legal form of a company, which a comma may part from its name.</summary>
    public static bool IsCompanySuffix(in NameWord word) => word.IsCapitalised && CompanySuffixes.Contains(word.Lower);

    private static bool IsJoint(in NameWord word) => Joints.Contains(word.Lower);
}
