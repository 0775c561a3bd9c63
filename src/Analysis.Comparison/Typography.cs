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

    /// <summary>A word in its plain form: an acronym without its stops, three stops and more as the sign of an ellipsis.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        Span<char> folded = form.Length <= 64 ? stackalloc char[form.Length] : new char[form.Length];
        return Fold(form, folded).ToString();
    }

    /// <summary>The same without making a string of it.</summary>
    /// <param name="form">The word.</param>
    /// <param name="into">Takes the plain form; at least as long as the word.</param>
    /// <returns>The plain form.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> form, Span<char> into)
    {
        if (IsEllipsis(form)) return "…";
        bool acronym = IsDotted(form);
        int length = 0;
        foreach (char c in form)
            if (!acronym || c != '.') into[length++] = Fold(c);
        return into[..length];
    }

    /// <summary>A hash of a word in its plain form: FNV-1a, the same on every machine.</summary>
    public static uint Hash(ReadOnlySpan<char> form)
    {
        if (IsEllipsis(form)) form = "…";
        bool acronym = IsDotted(form);
        uint hash = 2166136261;
        foreach (char c in form)
            if (!acronym || c != '.') hash = (hash ^ Fold(c)) * 16777619;
        return hash;
    }

    private static bool IsEllipsis(ReadOnlySpan<char> form) => form.Length >= 3 && !form.ContainsAnyExcept('.');

    /// <summary>Letters each with a stop behind it, two or more: "U.N.", "F.B.I.".</summary>
    private static bool IsDotted(ReadOnlySpan<char> form)
    {
        if (form.Length < 4 || form.Length % 2 != 0) return false;
        for (int i = 0; i < form.Length; i += 2)
            if (!char.IsLetter(form[i]) || form[i + 1] != '.') return false;
        return true;
    }
}
