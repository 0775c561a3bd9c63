using System.Diagnostics;
using System.Globalization;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Prints what the name tagger reaches on the development parts: spans and types must both fit.</summary>
internal static class NameScores
{
    public static void Print(NameTagger tagger, TrainedParser parser, NameLists lists, string folder)
    {
        var tags = NameDocument.Tags(parser);
        NameDocument[] uner = [.. NameTreebank.ReadIob(Path.Combine(folder, "ewt", "dev.conllu"), Path.Combine(folder, "uner-ewt", "dev.iob2")).Select(document => new NameDocument(document.Name, document.Sentences, tags))];
        NameDocument[] gum = [.. new NameTreebank(lists).ReadGum(Path.Combine(folder, "gum", "dev")).Select(document => new NameDocument(document.Name, document.Sentences, tags))];
        NameType[] three = [NameType.Person, NameType.Organization, NameType.Location];
        Console.WriteLine("| dev part | names | precision | recall | F1 | by type |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Row("UNER on EWT: PER, ORG, LOC", uner, three);
        Row("GUM: PER, ORG, LOC", gum, three);
        Row("GUM: all types", gum, Enum.GetValues<NameType>());
        Row("GUM news and interview: PER, ORG, LOC", [.. gum.Where(IsNews)], three);
        Row("GUM news and interview: all types", [.. gum.Where(IsNews)], Enum.GetValues<NameType>());
        PrintSpeed(tagger, [.. uner, .. gum]);

        void Row(string name, NameDocument[] documents, NameType[] types)
        {
            var found = documents.Select(document => (document.Names, Found: (IReadOnlyList<NameSpan>)Tag(tagger, document))).ToArray();
            var byType = types.Select(type => $"{type} {F1(found, [type]).F1}");
            var (gold, precision, recall, f1) = F1(found, types);
            Console.WriteLine($"| {name} | {gold} | {precision} | {recall} | {f1} | {string.Join(", ", byType)} |");
        }
    }

    public static IReadOnlyList<NameSpan> Tag(NameTagger tagger, NameDocument document) =>
        tagger.Tag(document.Text, document.Spans, document.Sentences, document.Annotations, CancellationToken.None);

    private static bool IsNews(NameDocument document) =>
        document.Name.Contains("_news_", StringComparison.Ordinal) || document.Name.Contains("_interview_", StringComparison.Ordinal);

    private static (int Gold, string Precision, string Recall, string F1) F1(IReadOnlyList<(NameSpan[] Gold, IReadOnlyList<NameSpan> Found)> documents, NameType[] types)
    {
        int gold = 0, found = 0, both = 0;
        foreach (var document in documents)
        {
            var wanted = document.Gold.Where(name => types.Contains(name.Type)).ToHashSet();
            gold += wanted.Count;
            found += document.Found.Count(name => types.Contains(name.Type));
            both += document.Found.Count(wanted.Contains);
        }

        return (gold, Share(both, found), Share(both, gold), Share(2 * both, gold + found));
    }

    private static string Share(int part, int whole) => (100.0 * part / Math.Max(1, whole)).ToString("F1", CultureInfo.InvariantCulture);

    private static void PrintSpeed(NameTagger tagger, NameDocument[] documents)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var document in documents)
                Tag(tagger, document);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Console.WriteLine($"{documents.Sum(document => document.Spans.Length) / best.TotalSeconds:F0} words a second for names alone");
    }
}
