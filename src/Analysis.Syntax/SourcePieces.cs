using System.Collections.Immutable;

namespace Analysis.Syntax;

/// <summary>Composes the ways back of readers that stand one upon the other: HTML in a string of JSON, or escaped in a feed.</summary>
internal static class SourcePieces
{
    /// <summary>What became of every character of a page, when a text was read out of it and another out of that.</summary>
    /// <param name="outer">From the page to the text between: without a gap on either side.</param>
    /// <param name="inner">From the text between to the last one: without a gap on either side, in as many characters as <paramref name="outer"/> ends in.</param>
    /// <remarks>
    /// Text can be cut anywhere, all else is taken whole: where a reference of one reader is a part of a reference of the other, as in
    /// <c>\u0026amp;</c>, both are one piece. Linear in the pieces.
    /// </remarks>
    public static ImmutableArray<SourcePiece> Compose(ImmutableArray<SourcePiece> outer, ImmutableArray<SourcePiece> inner)
    {
        var composed = ImmutableArray.CreateBuilder<SourcePiece>(outer.Length + inner.Length);
        var page = new Cursor(outer, bySource: false);
        var text = new Cursor(inner, bySource: true);
        while (!page.IsDone || !text.IsDone)
        {
            // What stands for nothing between is a piece of its own: markup of the page, breaks of the text.
            if (!page.IsDone && page.Middle == 0)
            {
                Add(page.Piece.Kind, page.Take(0), default(TextSpan?));
                continue;
            }
            if (!text.IsDone && text.Middle == 0)
            {
                Add(text.Piece.Kind, default(TextSpan?), text.Take(0));
                continue;
            }
            if (page.IsDone || text.IsDone) break;
            var kind = (page.Piece.IsVerbatim, text.Piece.IsVerbatim) switch
            {
                (true, _) => text.Piece.Kind,
                (_, true) => page.Piece.Kind,
                _ => text.Piece.Kind,
            };
            if (page.Piece.IsVerbatim && text.Piece.IsVerbatim)
            {
                int length = Math.Min(page.Middle, text.Middle);
                Add(kind, page.Take(length), text.Take(length));
                continue;
            }
            // Both are taken until they end together; of text no more than is needed.
            int ahead = 0;
            TextSpan? from = null, to = null;
            bool several = false;
            do
            {
                var taken = ahead <= 0 ? page : text;
                if (taken.IsDone) break;
                int length = ahead != 0 && taken.Piece.IsVerbatim ? Math.Min(taken.Middle, Math.Abs(ahead))
                    : ahead == 0 && taken.Piece.IsVerbatim ? Math.Min(taken.Middle, text.IsDone ? taken.Middle : text.Middle)
                    : taken.Middle;
                several |= ahead != 0 && (taken == page ? from : to) is not null;
                var span = taken.Take(length);
                if (taken == page)
                {
                    from = from?.Union(span) ?? span;
                    ahead += length;
                }
                else
                {
                    to = to?.Union(span) ?? span;
                    ahead -= length;
                }
            }
            while (ahead != 0);
            if (several && to is { IsEmpty: false }) kind = SourcePieceKind.Reference;
            Add(kind, from, to);
        }
        return composed.DrainToImmutable();

        void Add(SourcePieceKind kind, TextSpan? from, TextSpan? to)
        {
            var (pageEnd, textEnd) = composed.Count == 0 ? (outer.IsEmpty ? 0 : outer[0].Page.Start, 0) : (composed[^1].Page.End, composed[^1].Text.End);
            var source = from ?? new TextSpan(pageEnd, pageEnd);
            var target = to ?? new TextSpan(textEnd, textEnd);
            if (source.IsEmpty && target.IsEmpty) return;
            // A sign that a reader wrote of its own accord stays one; markup has no text, and text is no markup.
            if (source.IsEmpty) kind = SourcePieceKind.Break;
            else if (target.IsEmpty && kind is SourcePieceKind.Text or SourcePieceKind.Break) kind = SourcePieceKind.Space;
            else if (!target.IsEmpty && kind >= SourcePieceKind.Break) kind = SourcePieceKind.Reference;
            if (kind is SourcePieceKind.Text && composed.Count > 0 && composed[^1] is { Kind: SourcePieceKind.Text } last)
                composed[^1] = new SourcePiece(kind, last.Page.Union(source), last.Text.Union(target));
            else
                composed.Add(new SourcePiece(kind, source, target));
        }
    }

    /// <summary>Goes through pieces by the side that they have in common with the others.</summary>
    private sealed class Cursor(ImmutableArray<SourcePiece> pieces, bool bySource)
    {
        private int _index, _taken;

        public bool IsDone => _index == pieces.Length;

        public SourcePiece Piece => pieces[_index];

        /// <summary>How many characters between are left of the piece.</summary>
        public int Middle => (bySource ? Piece.Page.Length : Piece.Text.Length) - _taken;

        /// <summary>Takes characters between of the piece.</summary>
        /// <returns>What they are on the other side; for a piece that is no text the whole of it.</returns>
        public TextSpan Take(int length)
        {
            var other = bySource ? Piece.Text : Piece.Page;
            var taken = Piece.IsVerbatim ? new TextSpan(other.Start + _taken, other.Start + _taken + length) : other;
            _taken += length;
            if (Middle == 0)
            {
                _index++;
                _taken = 0;
            }
            return taken;
        }
    }
}
