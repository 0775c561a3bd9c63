namespace Analysis.Language;

/// <summary>Finds lemmas: a table of exceptions first, then the rule of the longest known ending.</summary>
internal sealed class Lemmatizer(
    StringTable strings, TagSet tags, Dictionary<ulong, int> exceptions, Dictionary<ulong, LemmaRule> rules)
{
    /// <summary>Longest ending that has rules.</summary>
    public const int MaxSuffix = 6;

    /// <summary>The lemma of a word whose case is restored and whose marks are folded; an interned string where it is known.</summary>
    public string Lemma(int tag, Span<char> form)
    {
        if (!KeepsCase(tags[tag].Xpos))
            Lower(form);
        if (exceptions.TryGetValue(FeatureHash.Of(form, (byte)tag), out var exception))
            return strings[exception];

        for (var length = Math.Min(MaxSuffix, form.Length); length >= 0; length--)
        {
            if (rules.TryGetValue(FeatureHash.Of(form[^length..], (byte)tag), out var rule))
                return Apply(rule, form);
        }

        return strings.Intern(form);
    }

    /// <summary>Names keep their capitals.</summary>
    public static bool KeepsCase(Xpos xpos) => xpos is Xpos.NNP or Xpos.NNPS;

    private static void Lower(Span<char> form)
    {
        foreach (ref var unit in form)
            unit = char.ToLowerInvariant(unit);
    }

    private string Apply(LemmaRule rule, Span<char> form)
    {
        var ending = strings[rule.Ending];
        var kept = form.Length - rule.Cut;
        if (kept + ending.Length == 0)
            return strings.Intern(form);
        Span<char> lemma = stackalloc char[WordReader.MaxWordLength + MaxLemmaEnding];
        form[..kept].CopyTo(lemma);
        ending.CopyTo(lemma[kept..]);
        return strings.Intern(lemma[..(kept + ending.Length)]);
    }

    /// <summary>Longest ending that a rule may put.</summary>
    public const int MaxLemmaEnding = 8;
}

/// <summary>Turns a form into its lemma: the last <paramref name="Cut"/> characters give way to an ending.</summary>
/// <param name="Cut">At most as long as the ending the rule is filed under.</param>
/// <param name="Ending">Index of the new ending among the model's strings.</param>
internal readonly record struct LemmaRule(int Cut, int Ending);
