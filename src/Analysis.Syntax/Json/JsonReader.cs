using System.Globalization;

namespace Analysis.Syntax.Json;

/// <summary>Reads JSON as it is found in pages, where it often is broken. Never fails.</summary>
/// <remarks>
/// The platform's reader stops at the first error and counts in bytes of UTF-8; here trailing and missing commas, comments, the marks of
/// CDATA sections, line ends and quotation marks inside of strings, and a missing end are read over, and every value says where it
/// stands. What is well formed is read as the standard says. One pass; no recursion.
/// </remarks>
internal static class JsonReader
{
    /// <summary>Deepest nesting; what lies deeper is left out.</summary>
    private const int MaxDepth = 64;

    /// <summary>Reads all values of the outermost level.</summary>
    public static List<JsonValue> Read(string text, TextSpan within, CancellationToken cancellation)
    {
        var values = new List<JsonValue>();
        var open = new Stack<JsonValue>();
        string name = "";
        int tooDeep = 0, steps = 0;
        for (int at = within.Start; at < within.End;)
        {
            if ((++steps & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            int next = SkipBlank(text, at, within.End);
            if (next > at)
            {
                at = next;
                continue;
            }
            char c = text[at];
            switch (c)
            {
                case '{' or '[':
                    if (open.Count == MaxDepth) tooDeep++;
                    if (tooDeep == 0)
                    {
                        var container = new JsonValue(text, c == '{' ? JsonKind.Object : JsonKind.Array, name, at);
                        Add(container);
                        open.Push(container);
                    }
                    name = "";
                    at++;
                    break;
                case '}' or ']':
                    at++;
                    name = "";
                    if (tooDeep > 0) tooDeep--;
                    else Close(open, c == '}' ? JsonKind.Object : JsonKind.Array, at);
                    break;
                case ',' or ':' or ';':
                    at++;
                    break;
                default:
                    var mark = Mark(text.AsSpan(at, within.End - at));
                    int start = at + mark.Length;
                    int end = mark.Length > 0 ? StringEnd(text, start, within.End, mark) : WordEnd(text, at, within.End);
                    at = mark.Length > 0 ? Math.Min(end + mark.Length, within.End) : end;
                    var value = new JsonValue(text, mark.Length > 0 ? JsonKind.String : JsonKind.Word, name, start);
                    value.End(end);
                    if (name.Length == 0 && open.TryPeek(out var top) && top.Kind is JsonKind.Object && SkipBlank(text, at, within.End) is var colon && colon < within.End && text[colon] == ':')
                    {
                        name = value.Text;
                        at = colon + 1;
                        break;
                    }
                    if (tooDeep == 0) Add(value);
                    name = "";
                    break;
            }
        }
        while (open.TryPop(out var unclosed)) unclosed.End(within.End);
        return values;

        void Add(JsonValue value)
        {
            if (open.TryPeek(out var parent)) parent.Children.Add(value);
            else values.Add(value);
        }
    }

    /// <summary>Writes what the characters of a string stand for, each led back to where it stands.</summary>
    public static void Decode(RenditionWriter writer, string text, TextSpan content)
    {
        for (int at = content.Start; at < content.End;)
        {
            int escape = text.AsSpan(at, content.End - at).IndexOf('\\');
            int stop = escape < 0 ? content.End : at + escape;
            writer.Verbatim(stop);
            if (stop == content.End) break;
            at = stop + 1;
            if (at == content.End)
            {
                writer.Verbatim(at);
                break;
            }
            string value;
            switch (text[at++])
            {
                case 'n': value = "\n"; break;
                case 't': value = "\t"; break;
                case 'r': value = "\r"; break;
                case 'b' or 'f': value = " "; break;
                case 'u' when CodeUnit(text, at, content.End) is { } unit:
                    at += 4;
                    if (char.IsHighSurrogate(unit) && at + 1 < content.End && text[at] == '\\' && text[at + 1] == 'u' && CodeUnit(text, at + 2, content.End) is { } low && char.IsLowSurrogate(low))
                    {
                        value = new string([unit, low]);
                        at += 6;
                    }
                    else
                    {
                        value = char.IsSurrogate(unit) ? "\ufffd" : unit.ToString();
                    }
                    break;
                default:
                    // A mark, a stroke, or a backslash that should have been two. Pairs of surrogates stay together.
                    if (char.IsHighSurrogate(text[at - 1]) && at < content.End) at++;
                    value = text[(stop + 1)..at];
                    break;
            }
            writer.Reference(at, value);
        }
    }

    private static char? CodeUnit(string text, int at, int end) =>
        at + 4 <= end && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : null;

    /// <summary>Closes the innermost container of a kind and what was left open in it; nothing where none is open.</summary>
    private static void Close(Stack<JsonValue> open, JsonKind kind, int end)
    {
        if (!open.Any(container => container.Kind == kind)) return;
        while (open.TryPop(out var container))
        {
            container.End(end);
            if (container.Kind == kind) return;
        }
    }

    /// <summary>Where white space, comments and the marks of a CDATA section end that begin here.</summary>
    private static int SkipBlank(string text, int at, int end)
    {
        while (at < end)
        {
            var rest = text.AsSpan(at, end - at);
            if (char.IsWhiteSpace(rest[0]) || rest[0] is '\ufeff' or '\0' or '\u200b') at++;
            else if (rest.StartsWith("/*")) at = Behind(text, at, end, "*/");
            else if (rest.StartsWith("//")) at = Behind(text, at, end, "\n");
            else if (rest.StartsWith("<![CDATA[")) at += "<![CDATA[".Length;
            else if (rest.StartsWith("]]>")) at += "]]>".Length;
            else if (rest.StartsWith("<!--")) at += "<!--".Length;
            else if (rest.StartsWith("-->")) at += "-->".Length;
            else break;
        }
        return at;
    }

    private static int Behind(string text, int at, int end, string close)
    {
        // "//]]>" closes a section that a comment mark hides from scripts.
        if (close == "\n" && text.AsSpan(at + 2, Math.Min(end - at - 2, 16)).TrimStart(' ') is var rest && (rest.StartsWith("]]>") || rest.StartsWith("<![CDATA["))) return at + 2;
        int found = text.AsSpan(at, end - at).IndexOf(close);
        return found < 0 ? end : at + found + close.Length;
    }

    /// <summary>The mark that a string begins with here; empty where none does.</summary>
    private static string Mark(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '"' => "\"",
        '\'' => "'",
        '&' when rest.StartsWith("&quot;", StringComparison.Ordinal) => "&quot;",
        '&' when rest.StartsWith("&#34;", StringComparison.Ordinal) => "&#34;",
        _ => "",
    };

    private static int StringEnd(string text, int start, int end, string mark)
    {
        for (int at = start; at < end;)
        {
            int next = text.AsSpan(at, end - at).IndexOfAny('\\', mark[0]);
            if (next < 0) return end;
            at += next;
            if (text[at] == '\\') at = Math.Min(at + 2, end);
            else if (!text.AsSpan(at, end - at).StartsWith(mark)) at++;
            else if (Closes(text, at + mark.Length, end)) return at;
            else at += mark.Length;
        }
        return end;
    }

    /// <summary>Whether a mark ends its string: what follows may follow a string. Behind the mark of a string that is well formed it always may.</summary>
    private static bool Closes(string text, int at, int end)
    {
        int next = SkipSpace(text, at, end);
        if (next == end) return true;
        switch (text[next])
        {
            case ':' or '}' or ']' or '/' or '<':
                return true;
            case '"':
                // The comma is missing between two lines.
                return text.AsSpan(at, next - at).Contains('\n');
            case ',':
                int value = SkipSpace(text, next + 1, end);
                return value == end || text[value] is '"' or '\'' or '{' or '[' or '}' or ']' or ',' or '-' or '/' or '<' or '&' || char.IsAsciiDigit(text[value])
                    || IsWord(text.AsSpan(value, end - value), "true") || IsWord(text.AsSpan(value, end - value), "false") || IsWord(text.AsSpan(value, end - value), "null");
            default:
                return false;
        }
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) => text.StartsWith(word) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '\0' or '\ufeff')) at++;
        return at;
    }

    private static int WordEnd(string text, int at, int end)
    {
        int start = at++;
        while (at < end && !(char.IsWhiteSpace(text[at]) || text[at] is ',' or ':' or '{' or '}' or '[' or ']' or '"' or '<')) at++;
        // Surrogates stay together.
        if (at == start + 1 && at < end && char.IsHighSurrogate(text[start])) at++;
        return at;
    }
}
