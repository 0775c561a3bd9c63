using System.Collections.Immutable;
using System.Text;

namespace Analysis.Syntax;

/// <summary>Builds the tree of a document: its text to blocks, blocks to sentences, sentences to tokens.</summary>
internal static class ArticleParser
{
    public static SyntaxTree? Parse(SourceText source, DocumentFormat format, bool throughout, int mostRows, CancellationToken cancellation)
    {
        var document = format switch
        {
            DocumentFormat.Html => Html.HtmlReader.Read(source, cancellation),
            DocumentFormat.Feed => Feeds.FeedReader.Read(source, cancellation),
            DocumentFormat.Markdown => Markdown.MarkdownReader.Read(source, cancellation),
            DocumentFormat.JsonLd => Json.JsonLdReader.Read(source, cancellation),
            // Where every character counts, those that nobody sees do.
            _ when throughout => new Rendition(source, BlockReader.Read(source.Text, cancellation), []),
            _ => Rendition.OfPlainText(source, cancellation),
        };
        var builder = new TreeBuilder(document.Text.Text, TreeBuffers.Rent(), cancellation) { Throughout = throughout, MostRows = mostRows };
        foreach (var block in document.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(block);
            if (builder.IsOver) return null;
        }
        var tree = builder.Complete(document.Text, format, [.. document.Properties.Select(Plain)]);
        return tree.Rows.Length > mostRows ? null : tree;
    }

    /// <summary>A property with its value as it is read: some write the references in it twice over. Addresses stay as they are.</summary>
    private static DocumentProperty Plain(DocumentProperty property)
    {
        string value = UnseenCharacters.Without(property.Value);
        if (property.Kind is not DocumentPropertyKind.Address && value.Contains('&', StringComparison.Ordinal)) value = Html.CharacterReferences.ResolveStopped(value);
        return value == property.Value || string.IsNullOrWhiteSpace(value) ? property : property with { Value = value };
    }

    public static SyntaxTree OfSection(SyntaxTree tree, int section, CancellationToken cancellation)
    {
        var builder = new TreeBuilder(tree.Text.Text, TreeBuffers.Rent(), cancellation);
        foreach (var block in tree.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(block.Section == section
                ? new RawBlock(block.Kind, block.Span, 0, block.Furniture)
                : new RawBlock(SyntaxKind.Furniture, block.Span, 0, block.Kind is SyntaxKind.Furniture ? block.Furniture : "other-article"));
        }
        // What is said of the document as a whole is said of its first section; who publishes it, in what language, of all.
        var properties = tree.Properties
            .Where(property => property.Section is { } own ? own == section : section == 0 || property.Kind is DocumentPropertyKind.Publisher or DocumentPropertyKind.Language)
            .Select(property => property.Section is null ? property : property with { Section = 0 });
        return builder.Complete(tree.Text, tree.Format, [.. properties]);
    }

    public static SyntaxTree ParsePassage(SourceText source, CancellationToken cancellation)
    {
        var text = UnseenCharacters.PassOver(source);
        var builder = new TreeBuilder(text.Text, TreeBuffers.Rent(), cancellation);
        var span = BlockReader.Trim(text.Text, 0, text.Length);
        if (!span.IsEmpty) builder.Add(new RawBlock(SyntaxKind.Paragraph, span, 0, ""));
        return builder.Complete(text);
    }

    public static SyntaxTree FromTokens(ImmutableArray<ImmutableArray<string>> sentences, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sentence.IsDefaultOrEmpty) throw new ArgumentException("A sentence has no form.", nameof(sentences));
            if (text.Length > 0) text.Append('\n');
            for (int i = 0; i < sentence.Length; i++)
            {
                if (string.IsNullOrEmpty(sentence[i]) || sentence[i].Any(char.IsWhiteSpace))
                    throw new ArgumentException($"The form \"{sentence[i]}\" is empty or holds white space.", nameof(sentences));
                if (i > 0) text.Append(' ');
                text.Append(sentence[i]);
            }
        }
        var source = SourceText.From(text.ToString());
        var builder = new TreeBuilder(source.Text, TreeBuffers.Rent(), cancellation);
        if (source.Length > 0) builder.Add(sentences);
        return builder.Complete(source);
    }

    /// <summary>Lists that grow while a tree is built, kept by each thread for its next tree: only what the tree keeps is allocated anew.</summary>
    private sealed class TreeBuffers
    {
        /// <summary>Rows beyond which the lists are not kept: those of a text of a megabyte.</summary>
        private const int MostKept = 1 << 19;

        [ThreadStatic]
        private static TreeBuffers? Kept;

        public readonly List<SyntaxRow> Rows = [];
        public readonly List<SyntaxToken> Tokens = [];
        public readonly List<SentenceSyntax> Sentences = [];
        public readonly List<BlockSyntax> Blocks = [];
        public readonly List<(TextSpan Span, SyntaxKind Kind)> Pending = [];

        /// <summary>The thread's lists; new ones where they are in use, or were lost to a tree that was never completed.</summary>
        public static TreeBuffers Rent()
        {
            var buffers = Kept ?? new TreeBuffers();
            Kept = null;
            return buffers;
        }

        public void Return()
        {
            if (Rows.Capacity > MostKept) return;
            Rows.Clear();
            Tokens.Clear();
            Sentences.Clear();
            Blocks.Clear();
            Pending.Clear();
            Kept = this;
        }
    }

    private sealed class TreeBuilder(string text, TreeBuffers buffers, CancellationToken cancellation)
    {
        private readonly List<SyntaxRow> _rows = buffers.Rows;
        private readonly List<SyntaxToken> _tokens = buffers.Tokens;
        private readonly List<SentenceSyntax> _sentences = buffers.Sentences;
        private readonly List<BlockSyntax> _blocks = buffers.Blocks;
        private readonly List<(TextSpan Span, SyntaxKind Kind)> _pending = buffers.Pending;
        private int _section = -1;
        private int _sectionRow = -1;
        private int _position;

        /// <summary>Whether blocks of every kind are divided into sentences.</summary>
        public bool Throughout { get; init; }

        /// <summary>Most rows of the tree.</summary>
        public int MostRows { get; init; } = int.MaxValue;

        /// <summary>Whether it would have more, so that it is left unfinished.</summary>
        public bool IsOver => _rows.Count > MostRows;

        public void Add(RawBlock block)
        {
            int firstSentence = _sentences.Count;
            int row = OpenBlock(block);
            if (Throughout || block.Kind.HasSentences()) AddSentences(block.Span, row);
            else AddTokens(block.Span, row);
            CloseBlock(row, block, firstSentence);
        }

        /// <summary>Adds given sentences, whose forms make up the text, as one paragraph.</summary>
        public void Add(ImmutableArray<ImmutableArray<string>> sentences)
        {
            var block = new RawBlock(SyntaxKind.Paragraph, new TextSpan(0, text.Length), 0, "");
            int row = OpenBlock(block), start = 0;
            foreach (var sentence in sentences)
            {
                cancellation.ThrowIfCancellationRequested();
                _pending.Clear();
                foreach (string form in sentence)
                {
                    _pending.Add((new TextSpan(start, start + form.Length), Lexer.KindOf(text.AsSpan(start, form.Length))));
                    start += form.Length + 1;
                }
                AddSentence(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending), row);
            }
            CloseBlock(row, block, 0);
        }

        private int OpenBlock(RawBlock block)
        {
            if (_rows.Count == 0) Open(SyntaxKind.Article, 0, -1);
            if (block.Section != _section)
            {
                CloseSection();
                FillTo(block.Span.Start, 0);
                _section = block.Section;
                _sectionRow = Open(SyntaxKind.Section, block.Span.Start, 0);
            }
            FillTo(block.Span.Start, _sectionRow);
            return Open(block.Kind, block.Span.Start, _sectionRow);
        }

        private void CloseBlock(int row, RawBlock block, int firstSentence)
        {
            Close(row, block.Span.End);
            _blocks.Add(new BlockSyntax(block.Kind, block.Span, block.Section, firstSentence, _sentences.Count, block.Furniture));
        }

        public SyntaxTree Complete(SourceText source, DocumentFormat format = DocumentFormat.PlainText, ImmutableArray<DocumentProperty> properties = default)
        {
            if (_rows.Count == 0) Open(SyntaxKind.Article, 0, -1);
            CloseSection();
            FillTo(text.Length, 0);
            Close(0, text.Length);
            ImmutableArray<SyntaxToken> tokens = [.. _tokens];
            ImmutableArray<SentenceSyntax> sentences = [.. _sentences];
            ImmutableArray<BlockSyntax> blocks = [.. _blocks];
            var tree = new SyntaxTree(source, [.. _rows], tokens, sentences, blocks, QuotationFinder.Find(text, tokens, sentences, blocks))
            {
                Format = format,
                Properties = properties.IsDefault ? [] : properties,
            };
            buffers.Return();
            return tree;
        }

        private void CloseSection()
        {
            if (_sectionRow >= 0) Close(_sectionRow, _position);
            _sectionRow = -1;
        }

        private int Open(SyntaxKind kind, int start, int parent)
        {
            _rows.Add(new SyntaxRow(kind, new TextSpan(start, start), parent, _rows.Count + 1));
            return _rows.Count - 1;
        }

        private void Close(int row, int end) =>
            _rows[row] = _rows[row] with { Span = new TextSpan(_rows[row].Span.Start, end), SubtreeEnd = _rows.Count };

        private void Leaf(SyntaxKind kind, TextSpan span, int parent)
        {
            _rows.Add(new SyntaxRow(kind, span, parent, _rows.Count + 1));
            _position = span.End;
        }

        /// <summary>Everything between blocks is white space: block spans are trimmed lines.</summary>
        private void FillTo(int end, int parent)
        {
            if (_position < end) Leaf(SyntaxKind.WhiteSpace, new TextSpan(_position, end), parent);
        }

        private void AddTokens(TextSpan block, int row)
        {
            for (int start = block.Start; start < block.End && !IsOver;)
            {
                if ((_rows.Count & 0x3ff) == 0) cancellation.ThrowIfCancellationRequested();
                int end = Lexer.Next(text, start, block.End, out var kind);
                Leaf(kind, new TextSpan(start, end), row);
                start = end;
            }
        }

        private void AddSentences(TextSpan block, int row)
        {
            _pending.Clear();
            // Each becomes a row.
            for (int start = block.Start; start < block.End && _pending.Count <= MostRows;)
            {
                if ((_pending.Count & 0x3ff) == 0) cancellation.ThrowIfCancellationRequested();
                int end = Lexer.Next(text, start, block.End, out var kind);
                if (kind is not SyntaxKind.WhiteSpace) _pending.Add((new TextSpan(start, end), kind));
                start = end;
            }
            var tokens = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending);
            int first = 0;
            for (int i = 0; i < tokens.Length && !IsOver; i++)
            {
                if ((i & 0x3ff) == 0) cancellation.ThrowIfCancellationRequested();
                if (i < tokens.Length - 1 && i - first + 1 < SentenceSyntax.MaxStretch && !SentenceSplitter.EndsAfter(text, tokens, first, i)) continue;
                AddSentence(tokens[first..(i + 1)], row);
                first = i + 1;
            }
        }

        private void AddSentence(ReadOnlySpan<(TextSpan Span, SyntaxKind Kind)> tokens, int blockRow)
        {
            FillTo(tokens[0].Span.Start, blockRow);
            int row = Open(SyntaxKind.Sentence, tokens[0].Span.Start, blockRow);
            int firstToken = _tokens.Count;
            foreach (var (span, kind) in tokens)
            {
                FillTo(span.Start, row);
                Leaf(kind, span, row);
                _tokens.Add(new SyntaxToken(kind, span, _sentences.Count));
            }
            Close(row, tokens[^1].Span.End);
            _sentences.Add(new SentenceSyntax(_rows[row].Span, _blocks.Count, firstToken, _tokens.Count));
        }
    }
}
