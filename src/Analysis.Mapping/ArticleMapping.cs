using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>An article's model as the contract's analysis.</summary>
internal static class ArticleMapping
{
    /// <summary>Maps what was asked for.</summary>
    public static ArticleAnalysis Map(
        ArticleScope article, ImmutableArray<Analyzers.Diagnostic> diagnostics, IReadOnlySet<Feature> features, PositionEncoding encoding, EngineIdentity engine, CancellationToken cancellation)
    {
        var text = article.Model.Tree.Text;
        var analysis = new ArticleAnalysis
        {
            Id = article.Received.Id,
            Name = article.Received.Name,
            Engine = engine.ToProto(),
            PositionEncoding = encoding,
            Sha256 = text.Sha256,
            Metadata = MapMetadata(article),
            Diagnostics = { diagnostics.Select(diagnostic => DiagnosticMapping.Map(diagnostic, [article])) },
            Notices = { NoticeMapping.Of(article) },
        };
        if (features.Contains(Feature.Text)) analysis.Text = article.Text.Text;
        if (features.Contains(Feature.Structure))
        {
            analysis.MainText = MainText(article.Model.Tree);
            analysis.Blocks.AddRange(article.Model.Tree.Blocks.Select(block => MapBlock(article, block)));
        }
        // Tokens and claims point into the sentences.
        if (features.Contains(Feature.Structure) || features.Contains(Feature.Tokens) || features.Contains(Feature.Claims))
            analysis.Sentences.AddRange(article.Model.Tree.Sentences.Select(sentence => new Sentence { Span = article.Span(sentence.Span) }));
        if (features.Contains(Feature.Tokens)) AddTokens(analysis, article, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (features.Contains(Feature.Entities)) analysis.Entities.AddRange(article.Model.Entities.Concat(article.Model.Unnamed).Select(entity => SemanticsMapping.Map(article, entity)));
        if (features.Contains(Feature.Quantities))
            analysis.Quantities.AddRange(article.Model.Quantities.Select(quantity => SemanticsMapping.Map(article, quantity)));
        if (features.Contains(Feature.Dates)) analysis.Dates.AddRange(article.Model.Dates.Select(date => SemanticsMapping.Map(article, date)));
        if (features.Contains(Feature.Quotes)) analysis.Quotes.AddRange(article.Model.Quotes.Select(quote => SemanticsMapping.Map(article, quote)));
        cancellation.ThrowIfCancellationRequested();
        if (features.Contains(Feature.Claims)) analysis.Claims.AddRange(article.Model.Claims.Select(claim => SemanticsMapping.Map(article, claim)));
        return analysis;
    }

    private static V1.Metadata MapMetadata(ArticleScope article)
    {
        var metadata = article.Model.Metadata;
        return new V1.Metadata
        {
            Title = MapValue(article, metadata.Title),
            Published = MapValue(article, metadata.Published),
            Modified = MapValue(article, metadata.Modified),
            Authors = { metadata.Authors.Select(author => MapValue(article, author)) },
            Publisher = MapValue(article, metadata.Publisher),
            Language = MapValue(article, metadata.Language),
            Address = MapValue(article, metadata.Address),
            Agency = MapValue(article, metadata.Agency),
            Section = MapValue(article, metadata.Section),
        };
    }

    private static V1.MetadataValue? MapValue(ArticleScope article, Semantics.Metadata.MetadataValue? value) => value is null
        ? null
        : new V1.MetadataValue
        {
            Value = value.Value,
            Span = article.Span(value.Span),
            FoundIn = value.FoundIn.ToProto(),
            Confidence = value.Confidence.Value,
            Alternatives = { value.Alternatives.Select(alternative => MapValue(article, alternative)) },
        };

    /// <summary>
    /// The story: the body blocks of the article itself and the headings among them, joined by one line feed; of all sections where the
    /// article itself has none, as on a page that is nothing but live entries. The standfirst only sums it up.
    /// </summary>
    internal static string MainText(SyntaxTree tree)
    {
        var body = Enumerable.Range(0, tree.Blocks.Length).Where(i => tree.Blocks[i].Kind is var kind && kind is not SyntaxKind.Standfirst && (kind.IsBody() || kind is SyntaxKind.Heading)).ToImmutableArray();
        var own = body.Where(i => tree.Blocks[i].Section == 0).ToImmutableArray();
        return string.Join('\n', (own.IsEmpty ? body : own).Select(i => tree.Text.ToString(WithDateline(tree, i))));
    }

    /// <summary>A paragraph is read with the dateline in front of it.</summary>
    private static TextSpan WithDateline(SyntaxTree tree, int block)
    {
        var span = tree.Blocks[block].Span;
        if (block == 0 || tree.Blocks[block - 1] is not { Kind: SyntaxKind.Dateline } dateline) return span;
        return tree.Text[new TextSpan(dateline.Span.End, span.Start)].Contains('\n') ? span : dateline.Span.Union(span);
    }

    private static Block MapBlock(ArticleScope article, BlockSyntax block) => new()
    {
        Kind = block.Kind.ToProto(),
        Span = article.Span(block.Span),
        Furniture = block.Furniture,
        Section = (uint)block.Section,
    };

    private static void AddTokens(ArticleAnalysis analysis, ArticleScope article, CancellationToken cancellation)
    {
        var tree = article.Model.Tree;
        var words = article.Model.Text.Words;
        analysis.Tokens.Capacity = tree.Tokens.Length;
        foreach (var sentence in tree.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                analysis.Tokens.Add(MapToken(article, tree.Tokens[i], words[i]));
        }
    }

    // Inside, heads count from 0 and a root has -1; on the wire, as in CoNLL-U, they count from 1 and a root has 0.
    private static Token MapToken(ArticleScope article, SyntaxToken token, WordAnnotation word) => new()
    {
        Span = article.Span(token.Span),
        Form = article.Words(token.Span),
        Lemma = word.Lemma,
        Upos = word.Upos.ToString(),
        Xpos = word.Xpos.ToConllu(),
        Feats = word.Feats,
        Head = (uint)(word.Head + 1),
        Deprel = word.Relation.ToConllu(),
        Sentence = (uint)token.Sentence,
    };
}
