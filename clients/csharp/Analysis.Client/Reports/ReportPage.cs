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
        string start = new string(' ', indent) + Clean(label);
        int column = WidthOf(start);
        foreach (var line in Wrap(text.SelectMany(Words), Math.Max(width - column, LeastRoom)))
        {
            WriteGap();
            writer.Write(start);
            Write(line);
            writer.Write('\n');
            start = new string(' ', column);
        }
    }

    /// <summary>Two texts in columns of the same width, each wrapped by itself.</summary>
    public void SideBySide(int indent, IEnumerable<StyledText> left, IEnumerable<StyledText> right)
    {
        const int Between = 3;
        int room = Math.Max((width - indent - Between) / 2, LeastRoom);
        List<List<Word>> first = [.. Wrap(left.SelectMany(Words), room)], second = [.. Wrap(right.SelectMany(Words), room)];
        for (int i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            WriteGap();
            writer.Write(new string(' ', indent));
            int used = i < first.Count ? Write(first[i]) : 0;
            if (i < second.Count)
            {
                writer.Write(new string(' ', room - Math.Min(used, room) + Between));
                Write(second[i]);
            }

            writer.Write('\n');
        }
    }

    /// <summary>Rows of columns as wide as their widest cell; the last column is wrapped.</summary>
    /// <param name="indent">Columns before every row.</param>
    /// <param name="rows">Rows of one length, two cells or more.</param>
    /// <param name="widest">No column but the last is wider; what is longer ends with an ellipsis.</param>
    public void Table(int indent, IReadOnlyList<IReadOnlyList<string>> rows, int widest = 30)
    {
        const string Between = "  ";
        if (rows.Count == 0)
            return;
        int[] widths = [.. Enumerable.Range(0, rows[0].Count - 1).Select(column => Math.Min(rows.Max(row => WidthOf(Clean(row[column]))), widest))];
        foreach (var row in rows)
        {
            string label = string.Concat(widths.Select((cells, column) => Fit(Clean(row[column]), cells) + Between));
            if (row[^1].Length > 0)
                Labelled(indent, label, new StyledText(row[^1]));
            else
                Line(new string(' ', indent) + label.TrimEnd());
        }
    }

    private const int LeastRoom = 20;

    private void Line(string line)
    {
        WriteGap();
        writer.Write(line);
        writer.Write('\n');
    }

    private void WriteGap()
    {
        if (_gapDue && _started)
            writer.Write('\n');
        (_gapDue, _started) = (false, true);
    }

    private static int WidthOf(string text) => text.EnumerateRunes().Count();

    private static string Fit(string text, int width)
    {
        int length = WidthOf(text);
        return length <= width ? text + new string(' ', width - length) : string.Concat(text.EnumerateRunes().Take(width - 1).Select(rune => rune.ToString())) + "…";
    }

    // A style goes on over the space between two words of it.
    private int Write(List<Word> line)
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
        return line.Sum(word => word.Width) + line.Count - 1;
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

    /// <summary>Text on one line that can neither steer the terminal nor turn its neighbours' words around, as an article might try.</summary>
    public static string Clean(string text)
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
