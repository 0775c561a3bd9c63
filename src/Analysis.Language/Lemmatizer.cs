using System.Collections.Immutable;

namespace Analysis.Language;

/// <summary>Finds lemmas: a table of exceptions first, then the rule of the longest known ending.</summary>
internal sealed class Lemmatizer(
    StringTable strings, TagSet tags, Dictionary<ulong, int> exceptions, Dictionary<ulong, LemmaRule> rules)
{
    /// <summary>Longest ending that has rules.</summary>
    public const int MaxSuffix = 6;

    /// <summary>Longest ending that a rule may put.</summary>
    public const int MaxLemmaEnding = 8;

    private static readonly ImmutableArray<string> Prefixes = ["mis", "over", "under", "out", "re", "un", "fore", "up", "pre"];

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
                return Apply(rule, tag, form);
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

    private string Apply(LemmaRule rule, int tag, Span<char> form)
    {
        var ending = strings[rule.Ending];
        var kept = form.Length - rule.Cut;
        if (kept + ending.Length == 0)
            return strings.Intern(form);
        Span<char> lemma = stackalloc char[(2 * WordReader.MaxWordLength) + MaxLemmaEnding];
        form[..kept].CopyTo(lemma);
        ending.CopyTo(lemma[kept..]);
        var length = kept + ending.Length;
        if (rule.Cut > 0 && IsVerb(tag) && strings.Find(lemma[..length]) < 0)
            length = Known(tag, form, lemma, length);
        return strings.Intern(lemma[..length]);
    }

    // A verb's rule may be wrong about its silent e (explode), its doubled consonant (ban) or its prefix (mislead): a lemma seen before
    // is better than one never seen. Returns the length of the lemma.
    private int Known(int tag, ReadOnlySpan<char> form, Span<char> lemma, int length)
    {
        lemma[length] = 'e';
        if (strings.Find(lemma[..(length + 1)]) >= 0)
            return length + 1;
        if (length > 2 && lemma[length - 1] == lemma[length - 2] && strings.Find(lemma[..(length - 1)]) >= 0)
            return length - 1;

        foreach (var prefix in Prefixes)
        {
            if (form.StartsWith(prefix, StringComparison.Ordinal)
                && exceptions.TryGetValue(FeatureHash.Of(form[prefix.Length..], (byte)tag), out var verb))
            {
                strings[verb].CopyTo(lemma[prefix.Length..]);
                return prefix.Length + strings[verb].Length;
            }
        }

        return length;
    }

    private bool IsVerb(int tag) => tags[tag].Upos == Upos.VERB;
}

/// <summary>Turns a form into its lemma: the last <paramref name="Cut"/> characters give way to an ending.</summary>
/// <param name="Cut">At most as long as the ending the rule is filed under.</param>
/// <param name="Ending">Index of the new ending among the model's strings.</param>
internal readonly record struct LemmaRule(int Cut, int Ending);
