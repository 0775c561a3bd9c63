using System.Text;
using Analysis.Syntax;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>Counts the offsets of one text in the unit that a caller asked for.</summary>
/// <remarks>
/// Inside, offsets count UTF-16 code units. Building is one pass over the text, none where both units agree on every character; an
/// offset costs at most a walk from the checkpoint before it. Immutable and safe to share between threads.
/// </remarks>
public sealed class PositionConverter
{
    // 64 characters between checkpoints: tables of a sixteenth of the text's size, and walks within one or two cache lines.
    private const int StrideBits = 6;

    private readonly string _text;
    private readonly bool _utf8;
    private readonly int[]? _checkpoints;

    /// <summary>Prepares the offsets of a text.</summary>
    /// <param name="text">Well-formed UTF-16, as <see cref="SourceText.Text"/> is.</param>
    /// <param name="encoding">The unit; unspecified is not one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="encoding"/> is not a unit.</exception>
    public PositionConverter(string text, PositionEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _utf8 = encoding is PositionEncoding.Utf8;
        bool same = encoding switch
        {
            PositionEncoding.Utf8 => Ascii.IsValid(text),
            PositionEncoding.Utf16 => true,
            PositionEncoding.Utf32 => text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0,
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Ask for UTF-8, UTF-16 or UTF-32."),
        };
        if (!same) _checkpoints = Checkpoints();
    }

    /// <summary>The span in the caller's unit. Borders inside a code point move outwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends behind the text.</exception>
    public Span ToSpan(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, _text.Length, nameof(span));
        int start = IsInsidePair(span.Start) ? span.Start - 1 : span.Start;
        int end = IsInsidePair(span.End) ? span.End + 1 : span.End;
        return new Span { Start = Offset(start), End = Offset(end) };
    }

    private bool IsInsidePair(int position) =>
        position > 0 && position < _text.Length && char.IsLowSurrogate(_text[position]) && char.IsHighSurrogate(_text[position - 1]);

    private uint Offset(int position)
    {
        if (_checkpoints is null) return (uint)position;
        int checkpoint = position >> StrideBits;
        return (uint)(_checkpoints[checkpoint] + Count(checkpoint << StrideBits, position));
    }

    private int[] Checkpoints()
    {
        int[] checkpoints = new int[(_text.Length >> StrideBits) + 1];
        for (int i = 1; i < checkpoints.Length; i++)
            checkpoints[i] = checkpoints[i - 1] + Count((i - 1) << StrideBits, i << StrideBits);
        return checkpoints;
    }

    // Halves of a surrogate pair are counted by themselves, so that a checkpoint may stand between them.
    private int Count(int start, int end)
    {
        int units = 0;
        foreach (char c in _text.AsSpan(start, end - start))
        {
            units += _utf8
                ? c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3
                : char.IsLowSurrogate(c) ? 0 : 1;
        }
        return units;
    }
}
