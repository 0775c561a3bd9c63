using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Support;

/// <summary>Texts for properties: lists of parts, to be joined without anything between them.</summary>
internal static class Texts
{
    private static readonly string[] Blocks =
    [
        "Ferry runs aground in fog\n", "20240312\n", "https://www.example.org/article/20240312-ferry\n", "By Ann Lee and Bo Dahl, Norwave\n", "March 12, 2024\n",
        "MARLOW, March 12 (Norwave) — ", "The ferry on a sandbank. (Photo by ANN LEE/NORWAVE via Pictures)\n", "Reuters", "SevenBaysThe ferry in March.The town is shocked. ",
        "1 hour ago\n", "Learn More →\n", "Leave a Reply\n", "Your email address will not be published. Required fields are marked *\n", "• ", "> ", "Correction: ",
        "What comes next\n", "\n", "\n\n", "\r\n", "  ",
    ];

    private static readonly string[] Sentences =
    [
        "A ferry ran aground off Marlow on Tuesday morning, the coastguard said. ", "It carried 214 passengers. ", "“We don’t know why,” said Ann Lee. ",
        "\"Stop!\" Bo Dahl shouted. ", "“Nobody was hurt. ", "The U.S. sent Dr. Lee at 7:40 a.m. ", "About 60 percent of 1,500 voters didn't vote in 2023. ",
        "The drivers' union asked for €2.4 million… ", "He wrote to ann.lee@example.org. ", "The forum ended.Russian firms left. ", "a wrapped line that goes on\nand on ",
        "The port was not closed by 50-year-old Mayor Lee, who re-opened it. ", "According to the council, two of three schools will stay closed. ",
    ];

    private static readonly string[] Oddities =
    [
        "\0", "\u0001", "\u001b[31m", "\ufeff", "\u200b", "\u200d", "\u0301", "\ufe0f", "\u202e", "\u00ad", "\ud83d\udc4d\ud83c\udffd", "\ud83d\udc69\u200d\ud83d\udc67", "\u2028", "\u2029",
        "\u0085", "\v", "\f", "\t", "\"", "“", "”", "‘", "’", "'", "``", "''", "«", "»", ".", "...", "…", "!", "?", "?!", "。", "(", ")", "[", "]", "-", "—", "@", "#", "&", "a@b.c", "http://", "www.",
        "n't", "'s", "1,", "2.", "3:", "1-2-3", "12th", "By ", "U.S.", "Mr.", "İ", "ı", "ß", "ﬁ", "𝟙𝟚", "٣", "Ⅷ", "桥塌了。", "नमस्ते", "שלום",
    ];

    /// <summary>Texts in the shapes of articles: headlines, datelines, captions, furniture and sentences in any order.</summary>
    public static Gen<ImmutableArray<string>> ArticleLike { get; } = Lists(
        Gen.Frequency((4, Gen.Elements(Sentences)), (2, Gen.Elements(Blocks)), (1, Gen.Elements("\n", "\n\n", "\r\n"))), 60);

    /// <summary>Anything: code units of every kind, halves of pairs among them, long runs, marks without partners, between pieces of articles.</summary>
    public static Gen<ImmutableArray<string>> Garbage { get; } = Lists(
        Gen.Frequency(
            (6, Gen.Choose(0, 0xffff).Select(unit => ((char)unit).ToString())),
            (3, Gen.Choose(0, 0x10ffff).Where(point => point is < 0xd800 or > 0xdfff).Select(char.ConvertFromUtf32)),
            (2, Gen.Choose(0xd800, 0xdfff).Select(unit => ((char)unit).ToString())),
            (2, Gen.Choose(0, 0x1f).Select(unit => ((char)unit).ToString())),
            (8, Gen.Elements(Oddities)),
            (4, Gen.Elements(Sentences)),
            (2, Gen.Elements(Blocks)),
            (3, Gen.Choose(1, 20).Select(count => new string(' ', count % 3) + count.ToString(CultureInfo.InvariantCulture))),
            (1, Gen.Elements(Oddities).SelectMany(piece => Gen.Choose(2, 300).Select(count => string.Concat(Enumerable.Repeat(piece, count)))))),
        80);

    private static Gen<ImmutableArray<T>> Lists<T>(Gen<T> parts, int most) =>
        Gen.Choose(0, most).SelectMany(length => parts.ArrayOf(length)).Select(list => list.ToImmutableArray());
}
