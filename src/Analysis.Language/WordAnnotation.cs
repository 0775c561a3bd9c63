namespace Analysis.Language;

/// <summary>What grammar says of one word: tags, lemma and its place in the sentence's dependency tree.</summary>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank part of speech.</param>
/// <param name="Lemma">Dictionary form, lower case but for proper nouns; an interned string, never empty.</param>
/// <param name="Feats">Universal features in CoNLL-U notation (<c>Mood=Ind|Tense=Past</c>); an interned string, empty when there are none.</param>
/// <param name="Head">Index of the governing word within the sentence, from 0; -1 for the root. A sentence has exactly one root and no cycle.</param>
/// <param name="Relation">Relation to the head.</param>
public readonly record struct WordAnnotation(Upos Upos, Xpos Xpos, string Lemma, string Feats, int Head, DependencyRelation Relation);

/// <summary>Tags and parses sentences. Implementations are immutable and may be called from any number of threads.</summary>
public interface ISentenceParser
{
    /// <summary>Lower-case hexadecimal hash of everything that can change an answer: weights, lexicons, code version.</summary>
    string Hash { get; }

    /// <summary>Annotates the words of one sentence. Never fails; any words give a tree.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="words">Spans of the sentence's words in <paramref name="text"/>, ascending, none empty.</param>
    /// <param name="annotations">Receives one annotation a word; as long as <paramref name="words"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="annotations"/> has another length than <paramref name="words"/>.</exception>
    /// <remarks>Time is linear in the number of words.</remarks>
    void Parse(ReadOnlySpan<char> text, ReadOnlySpan<Syntax.TextSpan> words, Span<WordAnnotation> annotations);
}
