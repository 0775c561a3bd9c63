using System.Globalization;
using System.Text;

namespace Analysis.Client.Reports;

/// <summary>How a piece of text looks.</summary>
internal enum TextStyle
{
    Plain,

    /// <summary>Bold on a terminal.</summary>
    Heading,

    /// <summary>Dim on a terminal.</summary>
    Aside,

    /// <summary>Bold and coloured on a terminal, »between marks« elsewhere.</summary>
    Marked,
}

/// <summary>A piece of text and how it looks.</summary>
internal readonly record struct StyledText(string Text, TextStyle Style = TextStyle.Plain);

/// <summary>Lays out lines for a terminal or a plain file.</summary>
/// <param name="writer">Where the lines go; each ends with a line feed.</param>
/// <param name="width">Columns to keep within, as far as words allow. A code point counts as one column.</param>
/// <param name="color">Whether to use terminal colours; marks stand for them otherwise.</param>
internal sealed class ReportPage(TextWriter writer, int width, bool color)
{
    private const string Reset = "\e[0m";

    private bool _gapDue, _started;

    /// <summary>Ends a group: a blank line comes before whatever is written next.</summary>
    public void Gap() => _gapDue = true;

    /// <summary>A heading with space above and below.</summary>
    public void Heading(string text)
    {
        Gap();
        Text(0, new StyledText(text, TextStyle.Heading));
        Gap();
    }

    /// <summary>Text wrapped at the width, every line indented.</summary>
    public void Text(int indent, params IEnumerable<StyledText> text) => Labelled(indent, "", text);

    /// <summary>Text wrapped at the width behind a label; further lines stand under the first.</summary>
    public void Labelled(int indent, string label, params IEnumerable<StyledText> text)
    {
        string start = new string(' ', indent) + label;
        int column = start.EnumerateRunes().Count();
        foreach (var line in Wrap(text.SelectMany(Words), Math.Max(width - column, 20)))
        {
            if (_gapDue && _started)
                writer.Write('\n');
            (_gapDue, _started) = (false, true);
            writer.Write(start);
            Write(line);
            start = new string(' ', column);
        }
    }

    // A style goes on over the space between two words of it.
    private void Write(List<Word> line)
    {
        var style = TextStyle.Plain;
        for (int word = 0; word < line.Count; word++)
        {
            for (int i = 0; i < line[word].Pieces.Count; i++)
            {
                var piece = line[word].Pieces[i];
                if (piece.Style != style && style != TextStyle.Plain && color)
                    writer.Write(Reset);
                if (word > 0 && i == 0)
                    writer.Write(' ');
                if (piece.Style != style && color)
                    writer.Write(Code(piece.Style));
                writer.Write(piece.Text);
                style = piece.Style;
            }
        }

        if (style != TextStyle.Plain && color)
            writer.Write(Reset);
        writer.Write('\n');
    }

    private static string Code(TextStyle style) => style switch
    {
        TextStyle.Heading => "\e[1m",
        TextStyle.Aside => "\e[2m",
        TextStyle.Marked => "\e[1;33m",
        _ => "",
    };

    // A word may consist of several pieces, as where only part of it is marked.
    private readonly record struct Word(List<StyledText> Pieces, int Width);

    private readonly record struct Part(string Text, TextStyle Style, bool SpaceBefore, bool SpaceAfter);

    private IEnumerable<Part> Words(StyledText text)
    {
        string clean = Clean(text.Text);
        string[] words = clean.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool marks = text.Style == TextStyle.Marked && !color;
        for (int i = 0; i < words.Length; i++)
        {
            bool first = i == 0, last = i == words.Length - 1;
            yield return new Part(
                (marks && first ? "»" : "") + words[i] + (marks && last ? "«" : ""),
                text.Style,
                SpaceBefore: !first || clean.StartsWith(' '),
                SpaceAfter: !last || clean.EndsWith(' '));
        }

        if (words.Length == 0 && clean.Length > 0)
            yield return new Part("", text.Style, SpaceBefore: true, SpaceAfter: true);
    }

    private static IEnumerable<List<Word>> Wrap(IEnumerable<Part> parts, int room)
    {
        var line = new List<Word>();
        int used = 0;
        foreach (var word in Join(parts))
        {
            if (line.Count > 0 && used + 1 + word.Width > room)
            {
                yield return line;
                line = [];
                used = 0;
            }

            used += (line.Count > 0 ? 1 : 0) + word.Width;
            line.Add(word);
        }

        if (line.Count > 0)
            yield return line;
    }

    private static IEnumerable<Word> Join(IEnumerable<Part> parts)
    {
        var pieces = new List<StyledText>();
        bool spaceAfter = true;
        foreach (var part in parts)
        {
            if ((spaceAfter || part.SpaceBefore) && pieces.Count > 0)
            {
                yield return AsWord(pieces);
                pieces = [];
            }

            if (part.Text.Length > 0)
                pieces.Add(new StyledText(part.Text, part.Style));
            spaceAfter = part.SpaceAfter;
        }

        if (pieces.Count > 0)
            yield return AsWord(pieces);
    }

    private static Word AsWord(List<StyledText> pieces) => new(pieces, pieces.Sum(piece => piece.Text.EnumerateRunes().Count()));

    // An article must not be able to steer the terminal, nor to turn its neighbours' words around.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= '\t' and <= '\r') or ' ' or 0x85 or 0x2028 or 0x2029)
                clean.Append(' ');
            else if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
                clean.Append('\uFFFD');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
