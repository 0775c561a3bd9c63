using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>
/// Turns words into features: folds quotes, dashes and digits to one form, and restores the case that a word would have in running text.
/// </summary>
internal sealed class WordReader(Lexicon lexicon)
{
    /// <summary>Folded words are at most this long; of longer ones the middle is dropped.</summary>
    public const int MaxWordLength = 64;

    /// <summary>Features that stand for the places before and after a sentence.</summary>
    public static readonly WordFeatures Outside = new() { Form = 1, Lower = 1, Tag = TagSet.None, FixedTag = TagSet.None };

    // A sentence counts as set in capitals from four words on of which 60 % are capitalised; words up to three letters,
    // mostly function words, have no vote.
    private const int LongWord = 4;
    private const int MinCapitalised = 4;

    // Marks on the numbers of sets of tags, which stay below: the set is that of the lower-case form, or of the stem.
    private const int FromLower = 0x400;
    private const int FromStem = 0x800;

    /// <summary>Mark on <see cref="LexiconEntry.Kind"/>: that of the lower-case form of a capitalised word.</summary>
    public const uint KindFromLower = 0x1000000;

    /// <summary>The number of an ending for forms that have none: "risen".</summary>
    public const int Irregular = 0xFF;

    // Endings of inflection with what may stand in their place in the stem.
    private static readonly ImmutableArray<(string Ending, string Stem)> Endings =
        [("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("ly", ""), ("er", ""), ("est", "")];

    private readonly Lexicon _lexicon = lexicon;

    [Flags]
    private enum Shape : ushort
    {
        FirstUpper = 1,
        Lower = 2,
        LaterUpper = 4,
        Digit = 8,
        Hyphen = 16,
        Period = 32,
        Other = 64,
        LoweredAtStart = 128,
        Headline = 256,
    }

    /// <summary>Fills <paramref name="features"/>, one element a word.</summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordFeatures> features)
    {
        var (title, capitals) = Headline(text, words);
        var opening = SentenceOpening.Start;
        Span<char> form = stackalloc char[MaxWordLength];
        Span<char> lower = stackalloc char[MaxWordLength];
        for (var index = 0; index < words.Length; index++)
        {
            var word = text.Slice(words[index].Start, words[index].Length);
            var length = Fold(word, form, foldDigits: true);
            Read(form[..length], lower[..length], opening.IsOpen, title, capitals, out features[index]);
            opening = opening.After(form[..length]);
        }
    }

    /// <summary>Writes the folded word with restored case; digits stay. Returns its length.</summary>
    public static int Restore(ReadOnlySpan<char> word, WordCase wordCase, Span<char> form)
    {
        var length = Fold(word, form, foldDigits: false);
        if (wordCase != WordCase.AsWritten)
            SetCase(form[..length], wordCase);
        return length;
    }

    /// <summary>
    /// Folds typographic variants: quotes become straight, dashes (and double hyphens) an em dash, runs of periods an ellipsis.
    /// The treebanks write the same marks in several ways; so do newspapers.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> form, bool foldDigits)
    {
        if (word.Length > MaxWordLength)
        {
            // Endings tell more than middles.
            var head = Fold(word[..(MaxWordLength - 24)], form, foldDigits);
            return head + Fold(word[^24..], form[head..], foldDigits);
        }

        var same = true;
        for (var index = 0; index < word.Length; index++)
        {
            form[index] = Fold(word[index], foldDigits);
            same &= form[index] == form[0];
        }

        if (!same || word.Length == 0)
            return word.Length;

        switch (form[0])
        {
            case '—':
            case '-' when word.Length > 1:
                form[0] = '—';
                return 1;
            case '.' when word.Length > 1:
                form[0] = '…';
                return 1;
            case '\'' when word.Length == 2:
                form[0] = '"';
                return 1;
            default:
                return word.Length;
        }
    }

    /// <summary>Writes a word with plain quotation marks and hyphens; all else, and the length, stay.</summary>
    public static void FoldMarks(ReadOnlySpan<char> word, Span<char> form)
    {
        for (var index = 0; index < word.Length; index++)
            form[index] = word[index] is '–' or '—' or '`' ? word[index] : Fold(word[index], foldDigits: false);
    }

    /// <summary>Whether most long words of a sentence start with a capital, or are capitals throughout.</summary>
    public static (bool Title, bool Capitals) Headline(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        int total = 0, capitalised = 0, capitals = 0;
        foreach (var span in words)
        {
            if (span.Length < LongWord || !char.IsLetter(text[span.Start]))
                continue;
            total++;
            if (!char.IsUpper(text[span.Start]))
                continue;
            capitalised++;
            if (char.IsUpper(text[span.Start + 1]) && char.IsUpper(text[span.End - 1]))
                capitals++;
        }

        var title = capitalised >= MinCapitalised && capitalised * 10 >= total * 6;
        return (title, title && capitals * 10 >= total * 6);
    }

    private static char Fold(char unit, bool foldDigits) => unit switch
    {
        >= '0' and <= '9' => foldDigits ? '0' : unit,
        <= '\u007F' => unit == '`' ? '\'' : unit,
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '‛' or '′' or '´' => '\'',
        '‐' or '‑' or '\u2212' => '-',
        '‒' or '–' or '—' or '―' => '—',
        _ => unit,
    };

    private static void SetCase(Span<char> form, WordCase wordCase)
    {
        for (var index = wordCase == WordCase.Title ? 1 : 0; index < form.Length; index++)
            form[index] = char.ToLowerInvariant(form[index]);
    }

    private void Read(Span<char> form, Span<char> lower, bool opening, bool title, bool capitals, out WordFeatures features)
    {
        features = default;
        for (var index = 0; index < form.Length; index++)
            lower[index] = char.ToLowerInvariant(form[index]);

        features.Lower = FeatureHash.Of(lower);
        features.Case = ChooseCase(form, lower, features.Lower, opening, title, capitals);
        if (features.Case == WordCase.Lower)
            lower.CopyTo(form);
        else if (features.Case == WordCase.Title)
            SetCase(form, WordCase.Title);
        features.Form = FeatureHash.Of(form);

        if (!_lexicon.TryGet(form, features.Form, out var entry))
        {
            if (features.Form != features.Lower && _lexicon.TryGet(lower, features.Lower, out entry))
            {
                // A capitalised word never seen: its lower-case form says something, but not the same.
                entry = entry with { FixedTag = TagSet.None, Ambiguity = (ushort)(entry.Ambiguity | FromLower), Kind = entry.Kind | KindFromLower };
            }
            else
            {
                entry = AddStem(lower, entry);
                if (entry.Kind != 0 && features.Form != features.Lower)
                    entry = entry with { Kind = entry.Kind | KindFromLower };
                if (features.Form != features.Lower)
                    entry = entry with { Ambiguity = FromLower };
            }
        }

        features.Kind = entry.Kind;
        features.Topic = entry.Topic;

        features.Ambiguity = (entry.Ambiguity & (FromLower - 1)) != 0
            ? entry.Ambiguity
            : (ushort)(StemAmbiguity(lower) | (features.Form == features.Lower ? 0 : FromLower));
        features.Cluster = entry.Cluster;
        features.FixedTag = entry.FixedTag;
        features.Tag = TagSet.None;
        var shape = ShapeOf(form);
        if (features.Case == WordCase.Lower && opening && !title)
            shape |= Shape.LoweredAtStart;
        if (title)
        {
            // A capital means little here: what it teaches must not mix with what it means elsewhere.
            shape |= Shape.Headline;
            if ((shape & Shape.FirstUpper) != 0)
                features.Form = FeatureHash.Scatter(features.Form + 1);
        }

        features.Shape = (ushort)shape;

        features.Prefix2 = FeatureHash.Of(lower[..Math.Min(2, lower.Length)]);
        features.Prefix3 = FeatureHash.Of(lower[..Math.Min(3, lower.Length)]);
        features.Suffix1 = FeatureHash.Of(lower[^Math.Min(1, lower.Length)..]);
        features.Suffix2 = FeatureHash.Of(lower[^Math.Min(2, lower.Length)..]);
        features.Suffix3 = FeatureHash.Of(lower[^Math.Min(3, lower.Length)..]);
        features.Suffix4 = FeatureHash.Of(lower[^Math.Min(4, lower.Length)..]);
    }

    private WordCase ChooseCase(
        ReadOnlySpan<char> form, ReadOnlySpan<char> lower, uint lowerHash, bool opening, bool title, bool capitals)
    {
        if (form.Length == 0 || !char.IsUpper(form[0]))
            return WordCase.AsWritten;

        var allUpper = form.Length > 1 && !form.ContainsAnyInRange('a', 'z');
        var known = _lexicon.TryGet(form, FeatureHash.Of(form), out _);

        // An abbreviation stays one unless everything around is in capitals.
        if (allUpper && !capitals && (known || form.Length < LongWord))
            return WordCase.AsWritten;

        if ((opening || title || allUpper) && _lexicon.TryGet(lower, lowerHash, out var entry) && entry.UsuallyLower)
            return WordCase.Lower;

        return capitals && allUpper && !known ? WordCase.Title : WordCase.AsWritten;
    }

    /// <summary>The spellings and what is known of them.</summary>
    public Lexicon Lexicon => _lexicon;

    /// <summary>What is known of a folded word in lower case, or of its stem; <paramref name="hash"/> is its <see cref="FeatureHash"/>.</summary>
    public LexiconEntry Find(ReadOnlySpan<char> lower, uint hash) => _lexicon.TryGet(lower, hash, out var entry) ? entry : AddStem(lower, entry);

    /// <summary>Adds to an entry what a dictionary says of the stem of an inflected form: "injured" is an adjective and from a verb.</summary>
    public LexiconEntry AddStem(ReadOnlySpan<char> lower, LexiconEntry entry)
    {
        Span<char> stem = stackalloc char[MaxWordLength];
        for (var index = 0; index < Endings.Length; index++)
        {
            var (ending, instead) = Endings[index];
            if (lower.Length < ending.Length + 3 || !lower.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var length = lower.Length - ending.Length;
            lower[..length].CopyTo(stem);
            instead.CopyTo(stem[length..]);
            length += instead.Length;
            if (_lexicon.TryGet(stem[..length], FeatureHash.Of(stem[..length]), out var known) && (byte)known.Kind != 0)
                return AddStem(entry, known, index + 1);
        }

        return entry;
    }

    /// <summary>Adds what a dictionary says of a stem; <paramref name="ending"/> is the number of what was taken off.</summary>
    public static LexiconEntry AddStem(LexiconEntry entry, LexiconEntry stem, int ending) => entry with
    {
        Kind = entry.Kind | ((stem.Kind & 0xFF) << 8) | ((uint)ending << 16),
        Topic = entry.Topic == 0 ? stem.Topic : entry.Topic,
    };

    // A rare inflected form says little, but its stem may be known: "approves" can be a verb because "approve" is one.
    private ushort StemAmbiguity(ReadOnlySpan<char> lower)
    {
        Span<char> stem = stackalloc char[MaxWordLength];
        for (var index = 0; index < Endings.Length; index++)
        {
            var (ending, instead) = Endings[index];
            if (lower.Length < ending.Length + 3 || !lower.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var length = lower.Length - ending.Length;
            lower[..length].CopyTo(stem);
            instead.CopyTo(stem[length..]);
            length += instead.Length;
            if (_lexicon.TryGet(stem[..length], FeatureHash.Of(stem[..length]), out var entry) && entry.Ambiguity != 0)
                return (ushort)(entry.Ambiguity + FromStem + (index * FromStem));
        }

        return 0;
    }

    private static Shape ShapeOf(ReadOnlySpan<char> form)
    {
        var shape = default(Shape);
        for (var index = 0; index < form.Length; index++)
        {
            var unit = form[index];
            shape |= unit switch
            {
                >= 'a' and <= 'z' => Shape.Lower,
                >= 'A' and <= 'Z' => index == 0 ? Shape.FirstUpper : Shape.LaterUpper,
                '0' => Shape.Digit,
                '-' => Shape.Hyphen,
                '.' => Shape.Period,
                _ when char.IsUpper(unit) => index == 0 ? Shape.FirstUpper : Shape.LaterUpper,
                _ when char.IsLetter(unit) => Shape.Lower,
                _ => Shape.Other,
            };
        }

        return shape;
    }
}

/// <summary>Follows a sentence to see where a capital may be due to place alone: at its start, inside of quotes, after a colon.</summary>
internal readonly record struct SentenceOpening
{
    /// <summary>Before the first word.</summary>
    public static SentenceOpening Start => new() { IsOpen = true };

    /// <summary>Whether the next word may open a sentence.</summary>
    public bool IsOpen { get; private init; }

    private bool InQuotes { get; init; }

    /// <summary>The state after one more word, folded.</summary>
    public SentenceOpening After(ReadOnlySpan<char> form) => form switch
    {
        ['"'] => new() { IsOpen = !InQuotes, InQuotes = !InQuotes },
        ['\''] => this,
        [':' or '(' or '['] => this with { IsOpen = true },
        _ => this with { IsOpen = IsOpen && !HasLetter(form) },
    };

    private static bool HasLetter(ReadOnlySpan<char> form)
    {
        foreach (var unit in form)
        {
            if (char.IsLetter(unit))
                return true;
        }

        return false;
    }
}
