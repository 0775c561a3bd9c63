using System.Text;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Tests.Semantics;

/// <summary>A sentence with <c>[|…|]</c> around the words that should be found, and its annotation.</summary>
internal sealed record MarkedText(AnnotatedText Text, IReadOnlyList<TextSpan> Spans)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        int start = -1;
        for (int i = 0; i < marked.Length;)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|")) start = text.Length;
            else if (rest.StartsWith("|]")) spans.Add(new TextSpan(start, text.Length));
            else
            {
                text.Append(marked[i++]);
                continue;
            }
            i += 2;
        }
        return new MarkedText(Annotate(text.ToString()), spans);
    }

    public static AnnotatedText Annotate(string text) => AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default);
}
