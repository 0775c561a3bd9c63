using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Documents that names are scored on, and the types that are scored.</summary>
internal sealed record NamePart(string Name, NameDocument[] Documents, ImmutableArray<NameType> Types)
{
    private static readonly ImmutableArray<NameType> Three = [NameType.Person, NameType.Organization, NameType.Location];

    private static readonly ImmutableArray<NameType> All = [.. Enum.GetValues<NameType>()];

    /// <summary>The development parts.</summary>
    /// <param name="folder">Holds <c>ewt/dev.conllu</c>, <c>uner-ewt/dev.iob2</c> and <c>gum/dev/*.conllu</c>.</param>
    /// <param name="parser">Gives the tags; null for the one built in.</param>
    public static ImmutableArray<NamePart> Read(string folder, TrainedParser? parser = null)
    {
        var tags = NameDocument.Tags(parser ?? TrainedParser.Default);
        NameDocument[] uner = Documents(NameTreebank.ReadIob(Path.Combine(folder, "ewt", "dev.conllu"), Path.Combine(folder, "uner-ewt", "dev.iob2")));
        NameDocument[] gum = Documents(new NameTreebank(NameLists.Read()).ReadGum(Path.Combine(folder, "gum", "dev")));
        NameDocument[] news = [.. gum.Where(document =>
            document.Name.Contains("_news_", StringComparison.Ordinal) || document.Name.Contains("_interview_", StringComparison.Ordinal))];
        return
        [
            new("UNER on EWT, three types", uner, Three),
            new("GUM, three types", gum, Three),
            new("GUM, all types", gum, All),
            new("GUM news and interview, three types", news, Three),
            new("GUM news and interview, all types", news, All),
        ];

        NameDocument[] Documents(IEnumerable<(string Name, NamedSentence[] Sentences)> documents) =>
            [.. documents.Select(document => new NameDocument(document.Name, document.Sentences, tags))];
    }

    /// <summary>Compares names found with those that are there: first and last word and type must fit.</summary>
    public NameScore Score(Func<NameDocument, IEnumerable<NameSpan>> find, NameType? only = null)
    {
        int gold = 0, found = 0, both = 0;
        foreach (var document in Documents)
        {
            var wanted = document.Names.Where(name => IsScored(name.Type)).ToHashSet();
            var names = find(document).Where(name => IsScored(name.Type)).ToArray();
            gold += wanted.Count;
            found += names.Length;
            both += names.Count(wanted.Contains);
        }

        return new NameScore(gold, found, both);

        bool IsScored(NameType type) => only is null ? Types.Contains(type) : type == only;
    }
}

/// <summary>Counts of names: in the text as marked, found, and both.</summary>
internal readonly record struct NameScore(int Gold, int Found, int Both)
{
    public double Precision => Share(Both, Found);

    public double Recall => Share(Both, Gold);

    public double F1 => Share(2 * Both, Gold + Found);

    private static double Share(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}

/// <summary>Prints what the name tagger reaches on the development parts.</summary>
internal static class NameScores
{
    public static void Print(NameTagger tagger, string folder, TrainedParser parser)
    {
        Console.WriteLine("| dev part | names | precision | recall | F1 | F1 by type |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var parts = NamePart.Read(folder, parser);
        foreach (var part in parts)
        {
            var score = part.Score(document => Tag(tagger, document));
            var byType = part.Types.Select(type => string.Create(CultureInfo.InvariantCulture, $"{type} {part.Score(document => Tag(tagger, document), type).F1:F1}"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {part.Name} | {score.Gold} | {score.Precision:F1} | {score.Recall:F1} | {score.F1:F1} | {string.Join(", ", byType)} |"));
        }

        Console.WriteLine($"{Speed(tagger, parts[0].Documents):F0} words a second");
    }

    public static ImmutableArray<NameSpan> Tag(NameTagger tagger, NameDocument document) =>
        tagger.Tag(document.Text, document.Spans, document.Sentences, document.Annotations, CancellationToken.None);

    /// <summary>What is found without a model: the longest phrases of the lists, and single words that one list alone has.</summary>
    public static IEnumerable<NameSpan> TagByLists(NameWordReader reader, NameDocument document)
    {
        foreach (var (first, count) in document.Sentences)
        {
            var padded = new NameWord[count + (2 * NameWordReader.Border)];
            reader.Read(document.Text, document.Spans.AsSpan(first, count), document.Annotations.AsSpan(first, count), padded);
            for (var index = 0; index < count; index++)
            {
                var word = padded[index + NameWordReader.Border];
                if (!word.IsCapitalised || TypeOf(word.Phrase != 0 ? word.Phrase : word.Hints & NameHints.Names) is not { } type)
                    continue;
                var start = index;
                while (word.Phrase != 0 && padded[index + NameWordReader.Border].PhrasePlace != NameLabels.Last)
                    index++;
                yield return new NameSpan(first + start, first + index + 1, type);
            }
        }
    }

    /// <summary>Words a second on one core: the best of several rounds, after a first one for the compiler.</summary>
    public static double Speed(NameTagger tagger, NameDocument[] documents)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var document in documents)
                Tag(tagger, document);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return documents.Sum(document => document.Spans.Length) / best.TotalSeconds;
    }

    private static NameType? TypeOf(NameHints hints) => hints switch
    {
        _ when (hints & (NameHints.City | NameHints.Location)) != 0 => NameType.Location,
        _ when (hints & NameHints.Organization) != 0 => NameType.Organization,
        _ when (hints & NameHints.Person) != 0 => NameType.Person,
        _ when (hints & NameHints.Norp) != 0 => NameType.Norp,
        _ when (hints & NameHints.Event) != 0 => NameType.Event,
        _ when (hints & NameHints.Other) != 0 => NameType.Other,
        _ => null,
    };
}
