using System.Collections.Frozen;

namespace Analysis.Training;

/// <summary>Sentences set as headlines are: every longer word capitalised, or everything in capitals.</summary>
internal static class Capitals
{
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        StringComparer.Ordinal, "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "'s", "n't");

    public static TreebankSentence Title(TreebankSentence sentence) => With(
        sentence, form => Small.Contains(form) ? form : string.Concat(form[..1].ToUpperInvariant(), form.AsSpan(1)));

    public static TreebankSentence All(TreebankSentence sentence) => With(sentence, form => form.ToUpperInvariant());

    public static TreebankSentence None(TreebankSentence sentence) => With(sentence, form => form.ToLowerInvariant());

    private static TreebankSentence With(TreebankSentence sentence, Func<string, string> write) =>
        new(sentence.Document, Array.ConvertAll(sentence.Words, word => word with { Form = write(word.Form) }));
}
