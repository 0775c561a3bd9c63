namespace Analysis.Comparison;

/// <summary>Signs that print differently and mean the same.</summary>
internal static class Typography
{
    /// <summary>The plain form of a sign: straight quotation mark, apostrophe, hyphen; any other character in lower case.</summary>
    public static char Fold(char c) => c switch
    {
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '`' or '´' or '′' => '\'',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '\u00a0' or '\u202f' or '\u2009' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>A word in its plain form; three stops and more are the sign of an ellipsis.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        if (form.Length >= 3 && !form.ContainsAnyExcept('.')) return "…";
        Span<char> folded = form.Length <= 64 ? stackalloc char[form.Length] : new char[form.Length];
        for (int i = 0; i < form.Length; i++) folded[i] = Fold(form[i]);
        return folded.ToString();
    }

    /// <summary>A hash of a word in its plain form: FNV-1a, the same on every machine.</summary>
    public static uint Hash(ReadOnlySpan<char> form)
    {
        if (form.Length >= 3 && !form.ContainsAnyExcept('.')) form = "…";
        uint hash = 2166136261;
        foreach (char c in form) hash = (hash ^ Fold(c)) * 16777619;
        return hash;
    }
}
