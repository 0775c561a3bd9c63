using System.Collections.Concurrent;
using Analysis.Language;

namespace Analysis.Semantics.Quotes;

/// <summary>Names of ways through a dependency tree; made once each.</summary>
internal static class PathNames
{
    private static readonly ConcurrentDictionary<(int Steps, int Relations, DependencyRelation Down), string> Names = new();

    /// <summary>The name of the way that goes up from a token and then one step down.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="steps">How far up; at most 3.</param>
    /// <param name="down">The step down; the root's relation where the way ends above.</param>
    public static string Up(AnnotatedText text, int from, int steps, DependencyRelation down)
    {
        int relations = 0;
        for (int i = 0, token = from; i < steps; i++, token = text.Head(token)) relations = (relations << 8) | (int)text.Words[token].Relation;
        return Names.GetOrAdd((steps, relations, down), static key =>
        {
            string name = "";
            for (int i = 0; i < key.Steps; i++) name = "^" + ((DependencyRelation)((key.Relations >> (8 * i)) & 255)).ToConllu() + name;
            return name + "/" + key.Down.ToConllu();
        });
    }
}
