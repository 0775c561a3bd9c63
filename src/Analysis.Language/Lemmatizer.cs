using System.Collections.Immutable;

namespace Analysis.Language;

/// <summary>Finds lemmas: a table of exceptions first, then the rule of the longest known ending.</summary>
internal sealed class Lemmatizer(
    Lexicon lexicon, TagSet tags, Dictionary<ulong, int> exceptions, Dictionary<ulong, LemmaRule> rules)
{
    private readonly StringTable _strings = lexicon.Strings;

    /// <summary>Longest ending that has rules.</summary>
    public const int MaxSuffix = 6;

    /// <summary>Longest ending that a rule may put.</summary>
    public const int MaxLemmaEnding = 8;

    private static readonly ImmutableArray<string> Prefixes = ["mis", "over", "under", "out", "re", "un", "fore", "up", "pre"];

    /// <summary>The lemma of a word whose case is restored and whose marks are folded; an interned string where it is known.</summary>
    public string Lemma(int tag, Span<char> form)
    {
        var xpos = tags[tag].Xpos;
        if (!KeepsCase(xpos) && !IsCapitalisedAdjective(xpos, form))
            Lower(form);
        if (exceptions.TryGetValue(FeatureHash.Of(form, (byte)tag), out var exception))
            return _strings[exception];
        if (xpos == Xpos.CD && form.Contains(','))
            return _strings.Intern(WithoutCommas(form));

        for (var length = Math.Min(MaxSuffix, form.Length); length >= 0; length--)
        {
            if (rules.TryGetValue(FeatureHash.Of(form[^length..], (byte)tag), out var rule))
                return Apply(rule, xpos, tag, form);
        }

        return _strings.Intern(form);
    }

    /// <summary>Whether a word is its own lemma to the letter, whatever its length: punctuation, symbols, addresses.</summary>
    public static bool IsOwnLemma(Upos upos, Xpos xpos) => upos is Upos.PUNCT or Upos.SYM || xpos == Xpos.ADD;

    /// <summary>The lemma of such a word: as written, but that quotation marks are straight and a dash between words is a hyphen.</summary>
    public string OwnLemma(ReadOnlySpan<char> word)
    {
        if (word.Length > WordReader.MaxWordLength)
            return word.ToString();
        Span<char> lemma = stackalloc char[WordReader.MaxWordLength];
        WordReader.FoldMarks(word, lemma);
        if (word is ['–'])
            lemma[0] = '-';
        return _strings.Intern(lemma[..word.Length]);
    }

    /// <summary>Names keep their capitals.</summary>
    public static bool KeepsCase(Xpos xpos) => xpos is Xpos.NNP or Xpos.NNPS;

    private static void Lower(Span<char> form)
    {
        foreach (ref var unit in form)
            unit = char.ToLowerInvariant(unit);
    }

    // Commas group digits.
    private static Span<char> WithoutCommas(Span<char> form)
    {
        var length = 0;
        foreach (var unit in form)
        {
            if (unit != ',')
                form[length++] = unit;
        }

        return length == 0 ? form : form[..length];
    }

    // "American" is in the dictionary, "american" is not.
    private bool IsCapitalisedAdjective(Xpos xpos, ReadOnlySpan<char> form)
    {
        if (xpos != Xpos.JJ || form.IsEmpty || !char.IsUpper(form[0]) || !lexicon.IsWord(form))
            return false;
        Span<char> lower = stackalloc char[form.Length];
        form.ToLowerInvariant(lower);
        return !lexicon.IsWord(lower);
    }

    private string Apply(LemmaRule rule, Xpos xpos, int tag, Span<char> form)
    {
        var ending = _strings[rule.Ending];
        var kept = form.Length - rule.Cut;
        if (kept + ending.Length == 0)
            return _strings.Intern(form);
        Span<char> lemma = stackalloc char[(2 * WordReader.MaxWordLength) + MaxLemmaEnding];
        form[..kept].CopyTo(lemma);
        ending.CopyTo(lemma[kept..]);
        var length = kept + ending.Length;
        if (rule.Cut > 0 && !lexicon.IsWord(lemma[..length]))
            length = Known(xpos, tag, form, lemma, length);
        return _strings.Intern(lemma[..length]);
    }

    // A rule may be wrong about a silent e (explode), a doubled consonant (ban) or a prefix (mislead), or see an ending where there is
    // none (dishonest): a lemma that is a word is better than one never seen. Returns the length of the lemma.
    private int Known(Xpos xpos, int tag, ReadOnlySpan<char> form, Span<char> lemma, int length)
    {
        Span<char> other = stackalloc char[WordReader.MaxWordLength + 1];
        form.CopyTo(other);
        var (shortest, longest) = xpos switch
        {
            Xpos.VBD or Xpos.VBN or Xpos.JJR or Xpos.RBR => (2, 1),
            Xpos.VBG => (3, 3),
            Xpos.VBZ or Xpos.NNS or Xpos.NNPS => (2, 1),
            Xpos.JJS or Xpos.RBS => (3, 2),
            _ => (0, 0),
        };
        if (shortest == 0)
            return IsVerb(tag) ? length : Take(form, lemma);

        // With the e of the ending, without it, and of a doubled consonant only one.
        for (var cut = longest; cut <= shortest; cut++)
        {
            if (form.Length > cut + 1 && lexicon.IsWord(form[..^cut]))
                return Take(form[..^cut], lemma);
        }

        var stem = form.Length - shortest;
        if (stem > 2 && form[stem - 1] == form[stem - 2] && lexicon.IsWord(form[..(stem - 1)]))
            return Take(form[..(stem - 1)], lemma);
        if (xpos == Xpos.VBG && stem > 1)
        {
            other[stem] = 'e';
            if (lexicon.IsWord(other[..(stem + 1)]))
                return Take(other[..(stem + 1)], lemma);
        }

        foreach (var prefix in IsVerb(tag) ? Prefixes : [])
        {
            if (form.StartsWith(prefix, StringComparison.Ordinal)
                && exceptions.TryGetValue(FeatureHash.Of(form[prefix.Length..], (byte)tag), out var verb))
            {
                _strings[verb].CopyTo(lemma[prefix.Length..]);
                return prefix.Length + _strings[verb].Length;
            }
        }

        return lexicon.IsDictionaryWord(form) ? Take(form, lemma) : length;
    }

    private static int Take(ReadOnlySpan<char> word, Span<char> lemma)
    {
        word.CopyTo(lemma);
        return word.Length;
    }

    private bool IsVerb(int tag) => tags[tag].Upos == Upos.VERB;
}

/// <summary>Turns a form into its lemma: the last <paramref name="Cut"/> characters give way to an ending.</summary>
/// <param name="Cut">At most as long as the ending the rule is filed under.</param>
/// <param name="Ending">Index of the new ending among the model's strings.</param>
internal readonly record struct LemmaRule(int Cut, int Ending);
