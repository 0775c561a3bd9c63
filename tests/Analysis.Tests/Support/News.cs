using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Support;

/// <summary>How a sentence of a generated article is put.</summary>
internal enum Telling
{
    /// <summary>The article says so.</summary>
    Stated,

    /// <summary>Somebody is reported to say so.</summary>
    Reported,

    /// <summary>Somebody says so between quotation marks.</summary>
    Quoted,
}

/// <summary>A sentence of a generated article: <em>The council bought 34 buses in Marlow on Monday.</em></summary>
/// <param name="Telling">How it is put.</param>
/// <param name="Subject">Who did it; begins with a capital.</param>
/// <param name="Verb">What was done, in the past and in the base form. No two sentences of an article share a verb.</param>
/// <param name="Number">How many, in words or digits; empty for <em>the old buses</em>.</param>
/// <param name="Object">What it was done to, in the plural.</param>
/// <param name="Tail">Where and when, each with its preposition; may be empty.</param>
/// <param name="Speaker">Who says so, unless the article does.</param>
/// <param name="Opens">Whether it opens a paragraph.</param>
/// <param name="Denied">Whether it is denied.</param>
internal sealed record NewsSentence(
    Telling Telling, string Subject, (string Past, string Base) Verb, string Number, string Object, string Tail, string Speaker, bool Opens, bool Denied = false)
{
    /// <summary>The text with the number and the negation marked: <c>{|number:34|}</c>, <c>did {|not:not|} buy</c>.</summary>
    public string Marked
    {
        get
        {
            string verb = Denied ? $"did {{|not:not|}} {Verb.Base}" : Verb.Past;
            string number = Number.Length > 0 ? $"{{|number:{Number}|}}" : "the old";
            string words = $"{Subject} {verb} {number} {Object}{Tail}";
            return Telling switch
            {
                Telling.Quoted => $"“{words},” {Speaker} said.",
                Telling.Reported => $"{words}, {Speaker} said.",
                _ => $"{words}.",
            };
        }
    }
}

/// <summary>Articles of simple news sentences, for laws of comparison.</summary>
internal static class News
{
    private static readonly string[] Subjects =
    [
        "The council", "The harbour authority", "The water board", "Hallen Shipping", "The mayor", "Engineers", "The museum", "The growers' union",
        "A local company", "Residents", "Transport Minister Ann Lee", "The ministry",
    ];

    private static readonly (string Past, string Base, string Object)[] Deeds =
    [
        ("bought", "buy", "buses"), ("repaired", "repair", "bridges"), ("opened", "open", "schools"), ("closed", "close", "libraries"), ("hired", "hire", "teachers"),
        ("planted", "plant", "trees"), ("sold", "sell", "houses"), ("built", "build", "towers"), ("painted", "paint", "fences"), ("tested", "test", "engines"),
        ("shipped", "ship", "crates"), ("rented", "rent", "offices"), ("inspected", "inspect", "mines"), ("replaced", "replace", "windows"),
        ("printed", "print", "posters"), ("trained", "train", "nurses"), ("moved", "move", "statues"), ("cleaned", "clean", "canals"),
        ("ordered", "order", "tractors"), ("seized", "seize", "trucks"), ("rescued", "rescue", "hikers"), ("cancelled", "cancel", "concerts"),
        ("delivered", "deliver", "parcels"), ("installed", "install", "lamps"), ("published", "publish", "maps"), ("drained", "drain", "ponds"),
        ("restored", "restore", "paintings"), ("launched", "launch", "boats"), ("demolished", "demolish", "garages"), ("donated", "donate", "blankets"),
    ];

    private static readonly string[] Places = ["", "", " in Marlow", " in Ostvale", " near Kesslin", " in Port Hallen", " in Dunvarra", " in Paris"];

    private static readonly string[] Days = ["", "", " on Monday", " on Tuesday", " on Sunday", " on March 11"];

    private static readonly string[] Speakers = ["Hedda Corvane", "Gerrit Sollvane", "the weather service", "Davor Lindrath", "a spokesman"];

    private static readonly string[] Numbers = ["two", "three", "seven", "12", "18", "34", "57", "63", "78", "214", "341", "1,236", "15,482"];

    /// <summary>Articles of five to thirty sentences.</summary>
    public static Gen<ImmutableArray<NewsSentence>> Articles { get; } =
        from length in Gen.Choose(5, Deeds.Length)
        from deeds in Gen.Shuffle(Deeds)
        from sentences in deeds.Take(length).Select(Sentence).Aggregate(
            Gen.Constant(ImmutableArray<NewsSentence>.Empty), (list, next) => from before in list from sentence in next select before.Add(sentence))
        select sentences;

    /// <summary>The article as a text with its marks: headline, date and paragraphs.</summary>
    public static Markup Write(IEnumerable<NewsSentence> sentences, string date = "March 12, 2024")
    {
        var text = new StringBuilder($"News of the day from Marlow and the islands\n\n{date}\n");
        bool first = true;
        foreach (var sentence in sentences)
        {
            text.Append(sentence.Opens || first ? "\n" : " ").Append(sentence.Marked);
            if (sentence.Opens || first) first = false;
        }
        return Markup.Parse(text.Replace("\n“", "\n\n“").Append('\n').ToString());
    }

    /// <summary>Another number than the given one, and no rounding of it.</summary>
    public static string Other(string number)
    {
        int at = Array.IndexOf(Numbers, number);
        return Numbers[(at + 3) % Numbers.Length];
    }

    /// <summary>The sentences by paragraph.</summary>
    public static ImmutableArray<ImmutableArray<NewsSentence>> Paragraphs(ImmutableArray<NewsSentence> sentences)
    {
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<NewsSentence>>();
        foreach (var sentence in sentences)
        {
            if (sentence.Opens || paragraphs.Count == 0) paragraphs.Add([sentence with { Opens = true }]);
            else paragraphs[^1] = paragraphs[^1].Add(sentence);
        }
        return paragraphs.ToImmutable();
    }

    private static Gen<NewsSentence> Sentence((string Past, string Base, string Object) deed) =>
        from telling in Gen.Frequency((5, Gen.Constant(Telling.Stated)), (1, Gen.Constant(Telling.Reported)), (1, Gen.Constant(Telling.Quoted)))
        from subject in Gen.Elements(Subjects)
        from number in Gen.Frequency((2, Gen.Elements(Numbers)), (1, Gen.Constant("")))
        from place in Gen.Elements(Places)
        from day in Gen.Elements(Days)
        from speaker in Gen.Elements(Speakers)
        from opens in Gen.Elements(true, false, false)
        select new NewsSentence(telling, subject, (deed.Past, deed.Base), number, deed.Object, place + day, speaker, opens);
}
