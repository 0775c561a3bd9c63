using System.Collections.Immutable;
using Analysis.Analyzers;
using Analysis.Tests.Support;

namespace Analysis.Tests.Rules;

/// <summary>An example of a page: one article, or two side by side.</summary>
/// <param name="Section">The heading that it stands under.</param>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Articles">The marked texts: one, or left and right.</param>
/// <param name="Uri">Address that the request states.</param>
/// <param name="Published">Publication date that the request states.</param>
internal sealed record PageExample(string Section, int Number, ImmutableArray<Markup> Articles, string Uri, string Published);

/// <summary>The page of a rule, as the examples on it are to be run.</summary>
/// <remarks>
/// An example is a fence <c>```article</c>, with <c>uri=…</c> and <c>published=…</c> behind it where the request states them, or the fences
/// <c>```left</c> and <c>```right</c> one after the other. <c>[|…|]</c> marks what the rule flags; on the right, what is related to it.
/// </remarks>
internal sealed record RulePage(string Title, ImmutableArray<string> Sections, ImmutableArray<PageExample> Examples)
{
    public static RulePage Of(string id) => Parse(RuleCatalog.Page(id) ?? throw new ArgumentException($"There is no rule {id}."));

    /// <exception cref="FormatException">A fence is not closed, or stands alone where two belong together.</exception>
    public static RulePage Parse(string page)
    {
        var lines = page.Split('\n');
        var sections = ImmutableArray.CreateBuilder<string>();
        var examples = ImmutableArray.CreateBuilder<PageExample>();
        Markup? left = null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal)) sections.Add(lines[i][3..]);
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            int end = Array.IndexOf(lines, "```", i + 1);
            if (end < 0) throw new FormatException($"The fence in line {i + 1} is not closed.");
            string[] words = lines[i][3..].Split(' ');
            var markup = Markup.Parse(string.Join('\n', lines[(i + 1)..end]));
            string Attribute(string name) => words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
            if (left is not null != words[0] is "right") throw new FormatException($"The fence in line {i + 1} does not go with the one before it.");
            switch (words[0])
            {
                case "article":
                    examples.Add(new PageExample(sections[^1], examples.Count + 1, [markup], Attribute("uri"), Attribute("published")));
                    break;
                case "left":
                    left = markup;
                    break;
                case "right":
                    examples.Add(new PageExample(sections[^1], examples.Count + 1, [left!, markup], "", ""));
                    left = null;
                    break;
                default:
                    throw new FormatException($"The fence in line {i + 1} is neither article nor left nor right.");
            }
            i = end;
        }
        return left is null ? new RulePage(lines[0], sections.ToImmutable(), examples.ToImmutable()) : throw new FormatException("The last left has no right.");
    }
}
