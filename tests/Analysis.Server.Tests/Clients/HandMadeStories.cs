using Analysis.V1;

namespace Analysis.Server.Tests.Clients;

/// <summary>Comparisons made by hand that between them hold everything a report can show. Events and people are invented.</summary>
internal static class HandMadeStories
{
    private const string Left = """
        Two ships collide off Sorvag
        Two cargo ships collided off Sorvag on Monday, and the harbour was closed until the evening. The tanker carried 1,200 tonnes of oil.
        “We were very lucky today,” harbour master Una Brekk said. “It’s calm now.” Seven sailors were hurt.
        Divers will look at the hull.
        The coastguard opened an inquiry into the collision of the two ships, which had both left the port of Mellby on Sunday night. It rained.
        """;

    private const string Right = """
        Collision closes Sorvag harbour
        Two ships collided off Sorvag on Monday. The tanker carried 12,000 tonnes of oil, according to the port authority.
        "We were lucky today," said Una Brekk, the harbour master. "It's calm now." Nine sailors have now been hurt.
        The coastguard did not open an inquiry into the collision of the two ships. A pilot, who is 61, slept.
        """;

    public static IReadOnlyDictionary<string, Func<HandMadeComparison>> All { get; } = new Dictionary<string, Func<HandMadeComparison>>
    {
        [nameof(Pair)] = Pair,
        [nameof(Parts)] = Parts,
        [nameof(Copies)] = Copies,
        [nameof(Editions)] = Editions,
        [nameof(Story)] = Story,
        [nameof(Unrelated)] = Unrelated,
        [nameof(Same)] = Same,
        [nameof(Hostile)] = Hostile,
    };

    private static HandMadeComparison Pair() => new HandMadeComparison()
        .Article("left.txt", "2024-03-12", Left, FoundIn.Caption, publisher: "Seven Bays")
        .Article("news/right.txt", "2024-03-13T08:00:00Z", Right)
        .Notice(0, NoticeKind.PublicationDateInferred, "The date is that of a caption.")
        .Notice(1, NoticeKind.BytesRepaired, "2 sequences of bytes were not UTF-8.")
        .Relates(
            Verdict.SameStory,
            0.972,
            (EvidenceKind.SharedEntity, "Sorvag"),
            (EvidenceKind.SharedQuote, "It's calm now."),
            (EvidenceKind.SharedEntity, "Una Brekk"),
            (EvidenceKind.DatesAgree, "2024-03-12 2024-03-13"))
        .Aligns(
            Relation.Refines,
            "Two |cargo| ships collided off Sorvag on Monday",
            "Two ships collided off Sorvag on Monday",
            DifferenceKind.Wording)
        .Aligns(
            Relation.Equivalent,
            "“|It’s| calm now.”",
            "\"|It's| calm now.\"",
            DifferenceKind.Attribution,
            leftValue: "Una Brekk",
            rightValue: "the harbour master")
        .Aligns(
            Relation.Conflicts,
            "The tanker carried |1,200| tonnes of oil",
            "The tanker carried |12,000| tonnes of oil",
            DifferenceKind.Quantity,
            "1,200 tonnes of oil against 12,000 tonnes of oil.",
            rightSource: "the port authority")
        .Aligns(
            Relation.UpdatedBy,
            "|Seven| sailors were hurt",
            "|Nine| sailors have now been hurt",
            DifferenceKind.Quantity,
            "Seven, later nine.")
        .Aligns(
            Relation.Conflicts,
            "The coastguard |opened| an inquiry into the collision of the two ships",
            "The coastguard |did not open| an inquiry into the collision of the two ships",
            DifferenceKind.Negation,
            "Left affirms what right denies.")
        .Quotes(Alteration.WordDropped, "We were |very| lucky today", "We were lucky today", "Una Brekk")
        .Quotes(Alteration.Typography, "It|’|s calm now.", "It|'|s calm now.")
        .Only(0, "the harbour was closed until the evening", "Divers will look at the hull", "which had both left the port of Mellby on Sunday night", "It rained")
        .Only(1, "who is 61", "A pilot, who is 61, slept");

    private const string Ministry = """
        Minister gives up office
        Minister Odd Halden resigned on Friday after his ministry had awarded 14 contracts to a friend. He said that he was tired.
        “I leave with a light heart. I have done what I came for,” Halden said. “Judge me by the roads.”
        Nobody believes that the contracts were legal, and the bridge is closed. The ministry, which has 300 clerks, stays in Mellby.
        Halden denied that he had met the builder. The inquiry may take a year. The prime minister thanked him. Alma Reed, a former clerk, waved.
        “It rained. It snowed. It hailed. It blew,” a clerk said.
        The first clerk left at one. The second clerk left at two. The third clerk left at three. The fourth clerk left at four.
        The fifth clerk left at five. The sixth clerk left at six. The seventh clerk left at seven. The eighth clerk left at eight.
        The Alder Press contributed to this report.
        """;

    private const string Successor = """
        Halden is out
        Odd Halden stepped down on Friday, and his ministry gave 41 contracts to one builder. He claimed to be tired.
        “I have done what I came for,” he said. “Judge me by the roads.” Critics say that the contracts were legal.
        Halden met the builder twice. The inquiry will take a year. The mayor thanked nobody.
        """;

    // A sentence may agree in one clause and differ in another.
    private static HandMadeComparison Parts() => new HandMadeComparison()
        .Article("a", "2024-05-03", Ministry)
        .Article("b", "2024-05-03", Successor)
        .Relates(Verdict.WireCopy, 0.8, (EvidenceKind.SharedQuote, "Judge me by the roads."))
        .Origin("Alder Press", 0, 1)
        .Aligns(Relation.Equivalent, "Minister Odd Halden resigned on Friday", "Odd Halden stepped down on Friday")
        .Aligns(
            Relation.Related,
            "his ministry had awarded |14| contracts to a friend",
            "his ministry gave |41| contracts to one builder",
            DifferenceKind.Quantity,
            confidence: 0.4)
        .Aligns(Relation.Equivalent, "Judge me by the roads", "Judge me by the roads")
        .Aligns(Relation.Equivalent, "the contracts were legal", "the contracts were legal")
        .Aligns(
            Relation.Related,
            "he |had met| the builder",
            "Halden |met| the builder twice",
            DifferenceKind.Modality,
            leftValue: "ReportedDenied",
            rightValue: "Asserted",
            confidence: 0.5)
        .Aligns(
            Relation.Generalizes,
            "The inquiry |may| take a year",
            "The inquiry |will| take a year",
            DifferenceKind.Modality,
            leftValue: "Possible",
            rightValue: "Planned")
        .Aligns(Relation.Related, "|The prime minister| thanked him", "|The mayor| thanked nobody", DifferenceKind.Wording, confidence: 0.6)
        .Aligns(Relation.Equivalent, "he was tired", "He claimed to be |tired|", DifferenceKind.Attribution)
        .Claims(0, "Nobody believes", "the bridge is closed", "stays in Mellby")
        .Phrases(0, "a former clerk")
        .Says(0, "It rained. It snowed. It hailed. It blew", "a clerk")
        .Claims(1, "Critics say")
        .Quotes(Alteration.Truncated, "|I leave with a light heart.| I have done what I came for", "I have done what I came for", "Halden")
        .Quotes(Alteration.Identical, "Judge me by the roads.", "Judge me by the roads.", "Halden")
        .Tells("CMP5001", "“denied” here (as false), “met” in the other article (plain)", (0u, "denied"), (1u, "met"))
        .Tells("CMP5003", "Paragraph 3 of 3 here, paragraph 4 of 8 in the other article", (1u, "The inquiry will take a year"), (0u, "The inquiry may take a year"))
        .Tells("CMP5004", "A clerk speaks here (8 words), is not named in the other article", (0u, "a clerk"))
        .Only(
            0,
            "Minister gives up office", "Nobody believes", "the bridge is closed", "which has 300 clerks", "Alma Reed, a former clerk, waved", "It rained", "It snowed", "It hailed", "It blew",
            "The first clerk left at one", "The second clerk left at two", "The third clerk left at three", "The fourth clerk left at four",
            "The fifth clerk left at five", "The sixth clerk left at six", "The seventh clerk left at seven", "The eighth clerk left at eight",
            "The Alder Press contributed to this report");

    // More sentences of the same words than a report lists.
    private static HandMadeComparison Copies()
    {
        string[] sentences = [.. Enumerable.Range(1, 12).Select(pier => $"Pier {pier} was closed.")];
        string text = string.Join(' ', sentences);
        var copies = new HandMadeComparison()
            .Article("a", "2024-03-12", $"Storm closes piers\n{text} It rained.")
            .Article("b", "2024-03-12", $"Storm closes piers\n{text}")
            .Relates(Verdict.NearDuplicate, 0.99)
            .Only(0, "It rained");
        foreach (string sentence in sentences)
            copies.Aligns(Relation.Equivalent, sentence, sentence);
        return copies;
    }

    private static HandMadeComparison Editions() => new HandMadeComparison()
        .Article("a", "2017-05-11", "Fair opens\nThe fair opened on Thursday. It has 412 exhibitors.\nIt was founded in 1976.")
        .Article("b", "2016-05-12", "Guests at the fair\nThe fair has 356 exhibitors. It was founded in 1976.")
        .Relates(Verdict.SameTopic, 0.91, (EvidenceKind.DifferentEdition, "2017 and 2016"), (EvidenceKind.DatesApart, "2016-05-12 2017-05-11"))
        .Aligns(
            Relation.Related,
            "It has |412| exhibitors",
            "The fair has |356| exhibitors",
            DifferenceKind.Quantity,
            "412 exhibitors in 2017, 356 in 2016.",
            RelationReason.DifferentEdition)
        .Aligns(Relation.Equivalent, "It was founded in 1976", "It was founded in 1976")
        .Only(0, "The fair opened on Thursday");

    private static HandMadeComparison Story() => new HandMadeComparison()
        .Article("1", "2024-03-12", Left)
        .Article("2", "2024-03-12", Right)
        .Article("3", "", "Ships collide\nTwo ships collided off Sorvag on Monday. Seven sailors were hurt.")
        .Relates(0, 1, Verdict.SameStory, 0.9)
        .Relates(0, 2, Verdict.WireCopy, 0.8)
        .Relates(1, 2, Verdict.SameTopic, 0.7, (EvidenceKind.DifferentEdition, "March and April"))
        .Origin("Alder Press", 0, 2)
        .Aligns(
            Relation.Conflicts,
            "|Seven| sailors were hurt",
            "|Nine| sailors have now been hurt",
            DifferenceKind.Quantity,
            reason: RelationReason.OrderUnknown)
        .Aligns(
            Relation.Conflicts,
            "|Nine| sailors have now been hurt",
            "|Seven| sailors were hurt",
            DifferenceKind.Quantity,
            leftArticle: 1,
            rightArticle: 2)
        .Cluster(
            (Stance.Says, "Two cargo ships collided off Sorvag on Monday"),
            (Stance.Says, "Two ships collided off Sorvag on Monday"),
            (Stance.Says, "Two ships collided off Sorvag on Monday"))
        .Cluster((Stance.Says, "Seven sailors were hurt"), (Stance.SaysOtherwise, "Nine sailors have now been hurt"), (Stance.Says, "Seven sailors were hurt"))
        .Cluster((Stance.Silent, ""), (Stance.Says, "The tanker carried 12,000 tonnes of oil"), (Stance.Silent, ""))
        .Cluster((Stance.Says, "It’s calm now"), (Stance.Says, "It's calm now"), (Stance.Silent, ""))
        .Omits(2, 3)
        .Only(0, "Divers will look at the hull");

    private static HandMadeComparison Unrelated() => new HandMadeComparison()
        .Article("a", "2024-03-12", Left)
        .Article("b", "2014-03-12", "Fair opens\nThe fair opened on Thursday.")
        .Relates(Verdict.Unrelated, 1)
        .Only(0, "It rained")
        .Only(1, "The fair opened on Thursday");

    private static HandMadeComparison Same() => new HandMadeComparison()
        .Article("a", "2024-03-12", Left)
        .Article("b", "", Left)
        .Relates(Verdict.Identical, 1)
        .Aligns(Relation.Equivalent, "It rained", "It rained");

    // Escape codes, an overridden direction, a line break inside a sentence, and a word longer than any line.
    private static HandMadeComparison Hostile() => new HandMadeComparison()
        .Article("a\u001b[2J", "soon", $"Cl\u0007ear \u202Egnihton\nIt said\u2028{new string('x', 120)} then\u00a0\u001b[31m10 died.")
        .Article("b", "2024-02-30", "\nIt said 11 died.")
        .Relates((Verdict)99, 0.5, ((EvidenceKind)99, "x"))
        .Aligns((Relation)99, "10 died", "11 died")
        .Aligns(Relation.Conflicts, "|10| died", "|11| died", (DifferenceKind)99);
}
