using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads words for the moment of writing: <em>now</em>, <em>at the moment</em>, <em>at present</em>, <em>to date</em>.</summary>
internal static class PresentReader
{
    private static readonly TimePoint Now = new() { Present = true };

    /// <summary>Reads the words that start at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past them.</param>
    /// <returns>The moment, or all up to it; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (window.Is(start, "to", "till") && window.Is(start + 1, "date"))
        {
            end = start + 2;
            // "To date back", "to date him"
            return window.Xpos(start + 1) is not (Xpos.VB or Xpos.VBP) && window.Upos(end) is not (Upos.PRON or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.NUM) && !window.Is(end, "back")
                ? Now with { Bound = Bound.Until }
                : null;
        }
        if (window.Is(start, "right") && window.Is(start + 1, "now"))
        {
            end = start + 2;
            // A title: "All Right Now"
            return window.IsCapitalized(start + 1) ? null : Now;
        }
        // "Now that", "now-famous", "Now, let us": no time. A former thing is one "that is now another", which is.
        if (window.Is(start, "now"))
            return window.IsJoint(end) || window.IsJoint(start - 1) || window.Is(end, "that") || start == window.First && !window.Has(end) || window.IsCapitalized(start) || window.Upos(start) is not Upos.ADV
                || window.Is(start - 1, "just", "every") || window.Is(end, ",") && window.Is(start - 1, ",")
                ? null
                : Now;
        if (!window.Is(start, "at")) return null;
        if (window.Is(end, "present"))
        {
            end++;
            return window.Upos(end) is Upos.NOUN ? null : Now;
        }
        int word = window.Is(end, "the") || window.Is(end, "this") ? end + 1 : end;
        if (word == end) return null;
        if (window.Is(word, "present") && window.Is(word + 1, "time", "moment")) word++;
        else if (!(window.Is(word, "moment") || window.Is(word, "time") && window.Is(end, "this"))) return null;
        end = word + 1;
        // "At the moment of impact", "at the moment when", "at this time of year": another one.
        return window.Is(end, "of", "when") || window.Is(end, "that", "last") || window.Kind(end) is SyntaxKind.Word && window.Upos(end) is Upos.PRON or Upos.DET or Upos.PROPN or Upos.SCONJ ? null : Now with { NotPast = true };
    }
}
