using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Analysis.Syntax.Html;

/// <summary>What a token of a page is.</summary>
internal enum PageTokenKind : byte
{
    /// <summary>Characters, or the inside of a script.</summary>
    Characters,

    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>A comment, a declaration.</summary>
    Other,
}

/// <summary>A token of a page as AngleSharp read it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters in the page.</param>
/// <param name="Name">Name of the tag; empty for all else.</param>
internal readonly record struct PageToken(PageTokenKind Kind, TextSpan Span, string Name);

/// <summary>A page parsed: its tokens with their places, and its elements.</summary>
/// <param name="Tokens">In order of the page.</param>
/// <param name="Document">The elements. Text nodes hold references unresolved.</param>
/// <param name="Parents">Of every token of characters the element whose text it is; null for white space and for what is no part of the document.</param>
internal sealed record ParsedPage(List<PageToken> Tokens, IHtmlDocument Document, IElement?[] Parents)
{
    /// <summary>How far ahead a text node that a parser moved is looked for.</summary>
    private const int Reach = 256;

    /// <summary>Deepest nesting of elements; deeper ones become siblings.</summary>
    private const int MaximumDepth = 256;

    /// <summary>Most start tags without an end tag that are let pass before the page is looked at for its nesting.</summary>
    private const int MostUnclosed = 2000;

    /// <summary>Parses a page.</summary>
    public static ParsedPage Parse(string page, CancellationToken cancellation) =>
        Parse(page, MostUnclosed, cancellation) ?? Parse(PageNesting.Limit(page, cancellation), int.MaxValue, cancellation)!;

    /// <summary>Parses a page; null when it leaves too many start tags without an end tag.</summary>
    private static ParsedPage? Parse(string page, int mostUnclosed, CancellationToken cancellation)
    {
        var tokens = new List<PageToken>(page.Length / 48 + 16);
        int unclosed = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsNotConsumingCharacterReferences = true,
            IsKeepingSourceReferences = true,
            MaximumDepth = MaximumDepth,
            OnToken = (token, range) =>
            {
                if ((tokens.Count & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
                int start = tokens.Count == 0 ? 0 : tokens[^1].Span.End;
                // Positions grow; whatever the parser may do, no token reaches back.
                int begin = Math.Clamp(range.Start.Index, start, page.Length), end = Math.Clamp(range.End.Index, begin, page.Length);
                if (end == begin) return;
                var kind = token.Type switch
                {
                    HtmlTokenType.Character => PageTokenKind.Characters,
                    HtmlTokenType.StartTag => PageTokenKind.StartTag,
                    HtmlTokenType.EndTag => PageTokenKind.EndTag,
                    _ => PageTokenKind.Other,
                };
                tokens.Add(new PageToken(kind, new TextSpan(begin, end), kind is PageTokenKind.StartTag or PageTokenKind.EndTag ? token.Name : ""));
                unclosed += kind is PageTokenKind.StartTag ? 1 : kind is PageTokenKind.EndTag ? -1 : 0;
                if (unclosed > mostUnclosed) throw new TooDeepException();
            },
        });
        try
        {
            var document = parser.ParseDocument(page);
            return new ParsedPage(tokens, document, Place(page, tokens, document, cancellation));
        }
        catch (TooDeepException)
        {
            return null;
        }
    }

    /// <summary>Leaves the parser, which has no other way out.</summary>
    private sealed class TooDeepException : Exception;

    /// <summary>Finds the element of every token of characters.</summary>
    /// <remarks>
    /// The text nodes of a document hold the same characters in the same order as its tokens, but for those that the parser moved, as it
    /// moves text out of tables. So both are walked together, white space left out; a node that does not fit is looked for among the
    /// tokens passed over and those just ahead.
    /// </remarks>
    private static IElement?[] Place(string page, List<PageToken> tokens, IHtmlDocument document, CancellationToken cancellation)
    {
        var parents = new IElement?[tokens.Count];
        var first = FirstCharacters(page, tokens);
        var passed = new List<int>();
        var stack = new Stack<(INode Node, int Child)>();
        stack.Push((document, 0));
        int next = 0;
        while (stack.TryPop(out var top))
        {
            if (top.Child >= top.Node.ChildNodes.Length) continue;
            stack.Push((top.Node, top.Child + 1));
            var child = top.Node.ChildNodes[top.Child];
            if (child is IText text)
            {
                if (top.Node is not IElement parent || IsBlank(text.Data)) continue;
                int last = Match(page, tokens, next, text.Data);
                if (last >= 0)
                {
                    for (int i = next; i <= last; i++) parents[i] = parent;
                    next = last + 1;
                    continue;
                }
                int ahead = FindPassed(page, tokens, first, passed, text.Data, parents, parent) ? -1 : FindAhead(page, tokens, first, next, text.Data);
                if (ahead < 0) continue;
                cancellation.ThrowIfCancellationRequested();
                for (int i = next; i < ahead; i++)
                    if (first[i] != '\0') passed.Add(i);
                last = Match(page, tokens, ahead, text.Data);
                for (int i = ahead; i <= last; i++) parents[i] = parent;
                next = last + 1;
            }
            else if (child is IElement)
            {
                stack.Push((child, 0));
            }
        }
        PlaceRest(page, tokens, document, parents);
        return parents;
    }

    /// <summary>Text that the parser joined with other text when it moved it belongs to the body, unless it is part of a template or there is no body.</summary>
    private static void PlaceRest(string page, List<PageToken> tokens, IHtmlDocument document, IElement?[] parents)
    {
        if (document.Body is not IHtmlBodyElement body) return;
        int templates = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is PageTokenKind.Characters)
            {
                if (templates == 0 && parents[i] is null && !IsBlank(page.AsSpan(token.Span.Start, token.Span.Length))) parents[i] = body;
            }
            else if (token.Name is "template")
            {
                templates = Math.Max(0, templates + (token.Kind is PageTokenKind.StartTag ? 1 : -1));
            }
        }
    }

    /// <summary>Of every token of characters the first that counts; NUL for white space and for all other tokens. It tells most texts apart.</summary>
    private static char[] FirstCharacters(string page, List<PageToken> tokens)
    {
        var first = new char[tokens.Count];
        for (int i = 0; i < first.Length; i++)
            if (tokens[i].Kind is PageTokenKind.Characters) first[i] = FirstOf(Content(page, tokens[i].Span));
        return first;
    }

    private static char FirstOf(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Skipped) is >= 0 and var at ? text[at] : '\0';

    private static bool FindPassed(string page, List<PageToken> tokens, char[] first, List<int> passed, string data, IElement?[] parents, IElement parent)
    {
        char wanted = FirstOf(data);
        for (int i = Math.Max(0, passed.Count - Reach); i < passed.Count; i++)
        {
            if (first[passed[i]] != wanted) continue;
            int last = Match(page, tokens, passed[i], data);
            if (last < 0) continue;
            for (int token = passed[i]; token <= last; token++) parents[token] ??= parent;
            passed.RemoveAt(i);
            return true;
        }
        return false;
    }

    private static int FindAhead(string page, List<PageToken> tokens, char[] first, int next, string data)
    {
        char wanted = FirstOf(data);
        for (int i = next + 1; i < tokens.Count && i < next + Reach; i++)
            if (first[i] == wanted && Match(page, tokens, i, data) >= 0) return i;
        return -1;
    }

    /// <summary>The last of the tokens, from a first one on, that together hold the characters of a text node; -1 when they do not.</summary>
    private static int Match(string page, List<PageToken> tokens, int first, string data)
    {
        // Nearly every node is one token, character for character.
        while (first < tokens.Count && (tokens[first].Kind is not PageTokenKind.Characters || IsBlank(page.AsSpan(tokens[first].Span.Start, tokens[first].Span.Length)))) first++;
        if (first < tokens.Count && tokens[first].Span is var span && span.Length == data.Length && page.AsSpan(span.Start, span.Length).SequenceEqual(data)) return first;
        int at = 0;
        for (int i = first; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is not PageTokenKind.Characters) continue;
            foreach (char c in Content(page, tokens[i].Span))
            {
                if (IsSkipped(c)) continue;
                while (at < data.Length && IsSkipped(data[at])) at++;
                if (at == data.Length || data[at] != c) return -1;
                at++;
            }
            while (at < data.Length && IsSkipped(data[at])) at++;
            if (at == data.Length) return i;
        }
        return -1;
    }

    /// <summary>The characters of a token without the marks of a CDATA section.</summary>
    internal static ReadOnlySpan<char> Content(string page, TextSpan span)
    {
        var content = page.AsSpan(span.Start, span.Length);
        if (!content.StartsWith("<![CDATA[")) return content;
        content = content[9..];
        return content.EndsWith("]]>") ? content[..^3] : content;
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Skipped);

    private static readonly SearchValues<char> Skipped = SearchValues.Create(" \t\n\r\f\0\ufffd");

    // A parser drops NUL or reads U+FFFD for it, and moves white space as it likes.
    private static bool IsSkipped(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\0' or '\ufffd';
}
