namespace Analysis.Training;

/// <summary>Sentences that scores are reported on, and that no training sees.</summary>
internal sealed record DevelopmentPart(string Name, TreebankSentence[] Sentences)
{
    /// <summary>EWT, GUM, and what is made of them, in the order of the tables of scores.</summary>
    /// <param name="folder">Holds <c>ewt/dev.conllu</c> and <c>gum/dev/*.conllu</c>.</param>
    public static DevelopmentPart[] Read(string folder)
    {
        TreebankSentence[] ewt = [.. Treebank.Read(Path.Combine(folder, "ewt", "dev.conllu"))];
        TreebankSentence[] gum = [.. Treebank.Read(Path.Combine(folder, "gum", "dev"))];
        TreebankSentence[] both = [.. ewt, .. gum];
        return
        [
            new("EWT", ewt),
            new("GUM", gum),
            new("GUM news and interview", [.. OfGenre(gum, "_news_"), .. OfGenre(gum, "_interview_")]),
            new("GUM news", OfGenre(gum, "_news_")),
            new("GUM interview", OfGenre(gum, "_interview_")),
            new("EWT and GUM", both),
            new("the same in Title Case", Array.ConvertAll(both, Capitals.Title)),
            new("the same in capitals", Array.ConvertAll(both, Capitals.All)),
        ];
    }

    private static TreebankSentence[] OfGenre(TreebankSentence[] sentences, string genre) =>
        [.. sentences.Where(sentence => sentence.Document.Contains(genre, StringComparison.Ordinal))];
}
