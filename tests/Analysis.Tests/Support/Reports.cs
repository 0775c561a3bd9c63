using Analysis.Comparison;

namespace Analysis.Tests.Support;

/// <summary>Two reports of one event, written by two people, into which a sentence each is put.</summary>
internal static class Reports
{
    private const string Date = "2024-03-12";

    /// <summary>The conflicts that the sentences bring.</summary>
    /// <param name="left">The sentence of the one report.</param>
    /// <param name="right">The sentence of the other.</param>
    /// <param name="rightDate">The day on which the other appeared.</param>
    public static IEnumerable<Alignment> Conflicts(string left, string right, string rightDate = Date) => Compare(left, right, rightDate).Alignments.Where(alignment => alignment.Relation is Relation.Conflicts);

    private static StoryComparison Compare(string left, string right, string rightDate) => Engine.Compare(
        Engine.Read($"Ferry runs aground off Marlow\n\nThe ferry Grey Tern ran aground off Marlow on Tuesday with 214 passengers.\n\n{left}\n\nThe island of Lunsay has two lighthouses.", published: Date),
        Engine.Read($"Ferry on a sandbank off Marlow\n\nOff Marlow, the ferry Grey Tern ran aground on Tuesday, and 214 passengers left it by boat.\n\n{right}\n\nLunsay Sound is known for its sandbanks.", published: rightDate));
}
