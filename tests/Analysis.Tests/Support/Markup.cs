using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>A marked piece of a test text.</summary>
/// <param name="Kind">What it is marked as; empty for <c>[|…|]</c>.</param>
/// <param name="Span">Where it stands in the text without marks.</param>
internal readonly record struct Mark(string Kind, TextSpan Span);

/// <summary>A test text with its marks: <c>[|flagged|]</c>, <c>{|speaker:Ann Lee|}</c>; marks may nest.</summary>
/// <param name="Text">The text without marks.</param>
/// <param name="Marks">The marked pieces by start, the outer before the inner.</param>
internal sealed record Markup(string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>Reads marks off a text.</summary>
    /// <exception cref="FormatException">A mark is not closed, closed by the wrong sign, or has no kind.</exception>
    public static Markup Parse(string marked)
    {
        var text = new System.Text.StringBuilder(marked.Length);
        var marks = new List<(Mark Mark, int Order)>();
        var open = new Stack<(string Kind, int Start, int Order, char Close)>();
        int order = 0;
        for (int i = 0; i < marked.Length;)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push(("", text.Length, order++, ']'));
                i += 2;
            }
            else if (rest.StartsWith("{|"))
            {
                int colon = rest.IndexOf(':');
                string kind = colon < 0 ? "" : rest[2..colon].ToString();
                if (kind.Length == 0 || !kind.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
                    throw new FormatException($"The mark at {i} of \"{marked}\" has no kind: write {{|kind:words|}}.");
                open.Push((kind, text.Length, order++, '}'));
                i += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                if (!open.TryPop(out var mark) || mark.Close != rest[1])
                    throw new FormatException($"The \"{rest[..2]}\" at {i} of \"{marked}\" closes no mark.");
                marks.Add((new Mark(mark.Kind, new TextSpan(mark.Start, text.Length)), mark.Order));
                i += 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }
        if (open.Count > 0) throw new FormatException($"{open.Count} marks of \"{marked}\" are not closed.");
        return new Markup(text.ToString(), [.. marks.OrderBy(m => m.Order).Select(m => m.Mark)]);
    }

    /// <summary>The words of the marks of a kind, in order of the text.</summary>
    public IEnumerable<string> Words(string kind) => Spans(kind).Select(span => Text[span.Start..span.End]);

    /// <summary>The spans of the marks of a kind, in order of the text.</summary>
    public IEnumerable<TextSpan> Spans(string kind) => Marks.Where(mark => mark.Kind == kind).Select(mark => mark.Span);
}
