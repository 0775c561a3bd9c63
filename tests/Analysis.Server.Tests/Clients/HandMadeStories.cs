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
