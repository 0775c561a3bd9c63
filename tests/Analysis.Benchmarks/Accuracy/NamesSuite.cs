using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Names on the development parts of UNER and GUM, words as given there, tags as predicted: by the tagger, by the entities of the semantic
/// model, which start from it, and by the lists alone. First and last word and type must fit. The anchors are the next aims.
/// </summary>
internal sealed class NamesSuite() : AccuracySuite("names", "treebank/ewt/dev.conllu", "treebank/uner-ewt/dev.iob2", "treebank/gum/dev")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var parts = NamePart.Read(Path.Combine(dataFolder, "treebank"));
        output.WriteLine($"{NameScores.Speed(NameTagger.Default, parts[0].Documents):F0} words a second (not part of the snapshot)");
        var lists = new NameWordReader(NameLists.Read().ToGazetteer(), TrainedParser.Default.Words);
        var entities = new Dictionary<NameDocument, NameSpan[]>(ReferenceEqualityComparer.Instance);
        foreach (var document in parts.SelectMany(part => part.Documents))
        {
            if (!entities.ContainsKey(document))
                entities.Add(document, [.. Entities(document)]);
        }

        return [.. parts.SelectMany(part => Figures(part, lists, entities))];
    }

    private static IEnumerable<Figure> Figures(NamePart part, NameWordReader lists, Dictionary<NameDocument, NameSpan[]> entities)
    {
        double? aim = part.Name.StartsWith("UNER", StringComparison.Ordinal) ? 78 : 80;
        var score = part.Score(Tagged);
        yield return new($"{part.Name}, precision", score.Precision);
        yield return new($"{part.Name}, recall", score.Recall);
        yield return new($"{part.Name}, F1", score.F1, Anchor: aim);
        foreach (var type in part.Types)
            yield return new($"{part.Name}, F1 of {type.ToString().ToLowerInvariant()}", part.Score(Tagged, type).F1);
        yield return new($"{part.Name}, F1 of the semantic model's entities", part.Score(document => entities[document]).F1);
        yield return new($"{part.Name}, F1 of the lists alone", part.Score(document => NameScores.TagByLists(lists, document)).F1);

        static IEnumerable<NameSpan> Tagged(NameDocument document) => NameScores.Tag(NameTagger.Default, document);
    }

    // Given tokens are the tree's tokens, one for one, so that their numbers are the same.
    private static IEnumerable<NameSpan> Entities(NameDocument document)
    {
        var tree = SyntaxTree.FromTokens([.. document.Sources.Select(sentence => ImmutableArray.Create(Array.ConvertAll(sentence.Words.Words, word => word.Form)))]);
        var model = SemanticModel.Build(tree, TrainedParser.Default, new ArticleContext(string.Empty, string.Empty), default);
        foreach (var entity in model.Entities)
        {
            foreach (var mention in entity.Mentions.Where(mention => mention.Kind is MentionKind.Name))
                yield return new NameSpan(mention.FirstToken, mention.EndToken, Enum.Parse<NameType>(entity.Type.ToString()));
        }
    }
}
