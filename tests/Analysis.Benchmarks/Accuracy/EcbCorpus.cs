using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>A word or words marked as an event.</summary>
/// <param name="Document">Index of the document.</param>
/// <param name="Sentence">Index of its sentence in the document.</param>
/// <param name="Chain">The chain that it is marked with.</param>
/// <param name="Spans">The words in the text of the document.</param>
internal sealed record EcbMention(int Document, int Sentence, string Chain, ImmutableArray<TextSpan> Spans);

/// <summary>A document of ECB+: sentences that were chosen of a report.</summary>
/// <param name="Name">Topic, number and collection: <c>12_10ecb</c> and <c>12_10ecbplus</c> are of two events of one kind.</param>
/// <param name="Text">The sentences with empty lines between.</param>
/// <param name="Sentences">Where they stand in it.</param>
internal sealed record EcbDocument(string Name, string Text, ImmutableArray<TextSpan> Sentences)
{
    public string Topic => Name[..Name.IndexOf('_', StringComparison.Ordinal)];

    public SemanticModel Read(ISentenceParser parser) => SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(Text)), parser);
}

/// <summary>A part of ECB+ in the form of Cybulska and Vossen's setup.</summary>
internal sealed class EcbCorpus
{
    private EcbCorpus(ImmutableArray<EcbDocument> documents, ImmutableArray<EcbMention> mentions) => (Documents, Mentions) = (documents, mentions);

    public ImmutableArray<EcbDocument> Documents { get; }

    /// <summary>Events by document and then by place.</summary>
    public ImmutableArray<EcbMention> Mentions { get; }

    /// <summary>Reads a part: <c>Dev</c> or <c>Train</c>.</summary>
    public static EcbCorpus Read(string dataFolder, string part)
    {
        string folder = Path.Combine(dataFolder, "ecbplus", "data", "interim", "cybulska_setup");
        var places = new Dictionary<(string Document, int Sentence, int Token), TextSpan>();
        var documents = ImmutableArray.CreateBuilder<EcbDocument>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentenceAt = new Dictionary<(string Document, int Sentence), int>();
        var words = File.ReadLines(Path.Combine(folder, $"ECB_{part}_corpus.txt")).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(columns => (Document: columns[0], Sentence: Number(columns[1]), Token: Number(columns[2]), Form: columns[3]));
        foreach (var document in words.GroupBy(word => word.Document))
        {
            var text = new StringBuilder();
            var sentences = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var sentence in document.GroupBy(word => word.Sentence))
            {
                if (text.Length > 0) text.Append("\n\n");
                int start = text.Length;
                bool open = true;
                foreach (var (_, _, token, form) in sentence)
                {
                    string plain = form is "``" or "''" ? "\"" : form;
                    if (!open && !IsAttached(plain)) text.Append(' ');
                    places[(document.Key, sentence.Key, token)] = new TextSpan(text.Length, text.Length + plain.Length);
                    text.Append(plain);
                    open = plain is "(" or "$" or "[";
                }
                sentenceAt[(document.Key, sentence.Key)] = sentences.Count;
                sentences.Add(new TextSpan(start, text.Length));
            }
            index[document.Key] = documents.Count;
            documents.Add(new EcbDocument(document.Key, text.ToString(), sentences.ToImmutable()));
        }

        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"ECB_{part}_Event_gold_mentions.json")));
        var mentions = json.RootElement.EnumerateArray().Select(mention =>
        {
            string document = mention.GetProperty("doc_id").GetString()!;
            int sentence = mention.GetProperty("sent_id").GetInt32();
            return new EcbMention(
                index[document], sentenceAt[(document, sentence)], mention.GetProperty("coref_chain").GetString()!,
                [.. mention.GetProperty("tokens_number").EnumerateArray().Select(token => places[(document, sentence, token.GetInt32())])]);
        });
        return new EcbCorpus(documents.ToImmutable(), [.. mentions.OrderBy(mention => mention.Document).ThenBy(mention => mention.Spans[0])]);

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    // The corpus gives words; a text has no space in front of these.
    private static bool IsAttached(string form) => form is "," or "." or ":" or ";" or "?" or "!" or "%" or ")" or "]" or "'s" or "'" or "n't" or "'re" or "'ve" or "'ll" or "'d" or "'m";
}
