namespace Analysis.Language.Words;

/// <summary>How one word stands to another, said of the left one towards the right one.</summary>
/// <remarks>It is said of frequent senses without their sentences: what words may mean there is for the caller to weigh.</remarks>
public enum WordRelationKind : byte
{
    /// <summary>Nothing is known, or what is known is too weak to be said.</summary>
    None,

    /// <summary>They may stand for each other: <em>company</em>, <em>firm</em>.</summary>
    Same,

    /// <summary>What is said of one thing with the one word cannot hold with the other: <em>rise</em>, <em>fall</em>.</summary>
    Opposite,

    /// <summary>One event told of its two parties: <em>buy</em>, <em>sell</em>. Opposite only where the same party does it.</summary>
    Converse,

    /// <summary>Two of a set of which one thing has only one: <em>Monday</em>, <em>Tuesday</em>; <em>French</em>, <em>German</em>.</summary>
    Exclusive,

    /// <summary>The left word is more general, or is the whole of which the right one is a part: <em>vehicle</em>, <em>car</em>.</summary>
    Broader,

    /// <summary>The left word is more special, or is a part of the right one: <em>car</em>, <em>vehicle</em>.</summary>
    Narrower,

    /// <summary>Where the left word is true the right one is: <em>kill</em>, <em>die</em>. <see cref="WordRelation.Roles"/> says of whom.</summary>
    Implies,

    /// <summary>The mirror of <see cref="Implies"/>.</summary>
    ImpliedBy,

    /// <summary>One is formed from the other and speaks of the same thing: <em>invade</em>, <em>invasion</em>; <em>France</em> is no such form of <em>French</em>.</summary>
    Derived,

    /// <summary>The left word is what the people, language or things of the right country are called: <em>Dutch</em>, <em>Netherlands</em>.</summary>
    DemonymOf,

    /// <summary>The mirror of <see cref="DemonymOf"/>.</summary>
    HasDemonym,
}

/// <summary>How the parties of the left word are found at the right one.</summary>
public enum RoleMapping : byte
{
    /// <summary>Who does it with the one word does it with the other: who murders kills.</summary>
    Kept,

    /// <summary>To whom it is done with the left word is who does it with the right one: who is killed dies.</summary>
    ObjectIsSubject,

    /// <summary>The mirror of <see cref="ObjectIsSubject"/>.</summary>
    SubjectIsObject,

    /// <summary>The two parties change places: where one sells another buys.</summary>
    Swapped,

    /// <summary>Nothing is known of them.</summary>
    Unknown,
}

/// <summary>One step of the way from a word to another.</summary>
public enum WordLink : byte
{
    /// <summary>No link.</summary>
    None,

    /// <summary>Both are in one set of synonyms.</summary>
    SynonymOf,

    /// <summary>Direct opposites.</summary>
    AntonymOf,

    /// <summary>A kind of something more general.</summary>
    KindOf,

    /// <summary>The mirror of <see cref="KindOf"/>.</summary>
    HasKind,

    /// <summary>A part of a greater whole.</summary>
    PartOf,

    /// <summary>The mirror of <see cref="PartOf"/>.</summary>
    HasPart,

    /// <summary>Cannot be without the other.</summary>
    Implies,

    /// <summary>The mirror of <see cref="Implies"/>.</summary>
    ImpliedBy,

    /// <summary>Brings the other about.</summary>
    Causes,

    /// <summary>The mirror of <see cref="Causes"/>.</summary>
    CausedBy,

    /// <summary>The noun for what the verb says: <em>invasion</em>, <em>invade</em>.</summary>
    EventOf,

    /// <summary>The mirror of <see cref="EventOf"/>.</summary>
    HasEvent,

    /// <summary>The noun for who does or suffers what the verb says: <em>invader</em>, <em>invade</em>.</summary>
    PersonOf,

    /// <summary>The mirror of <see cref="PersonOf"/>.</summary>
    HasPerson,

    /// <summary>Formed from each other in another way: <em>president</em>, <em>presidential</em>.</summary>
    FormedWith,

    /// <summary>One event told of its two parties.</summary>
    ConverseOf,

    /// <summary>Another member of a set of which one thing has only one.</summary>
    Excludes,

    /// <summary>What belongs to the country is called so.</summary>
    DemonymOf,

    /// <summary>The mirror of <see cref="DemonymOf"/>.</summary>
    HasDemonym,

    /// <summary>Said by a list to have nothing to do with each other, whatever other sources say. Never a step of a path.</summary>
    Unrelated,
}

/// <summary>Mirrors: what is said of right towards left when something is said of left towards right.</summary>
public static class WordRelationMirrors
{
    /// <summary>The relation of right towards left.</summary>
    public static WordRelationKind Mirror(this WordRelationKind kind) => kind switch
    {
        WordRelationKind.Broader => WordRelationKind.Narrower,
        WordRelationKind.Narrower => WordRelationKind.Broader,
        WordRelationKind.Implies => WordRelationKind.ImpliedBy,
        WordRelationKind.ImpliedBy => WordRelationKind.Implies,
        WordRelationKind.DemonymOf => WordRelationKind.HasDemonym,
        WordRelationKind.HasDemonym => WordRelationKind.DemonymOf,
        _ => kind,
    };

    /// <summary>The parties as they are found from right to left.</summary>
    public static RoleMapping Mirror(this RoleMapping roles) => roles switch
    {
        RoleMapping.ObjectIsSubject => RoleMapping.SubjectIsObject,
        RoleMapping.SubjectIsObject => RoleMapping.ObjectIsSubject,
        _ => roles,
    };

    /// <summary>The link of right towards left.</summary>
    public static WordLink Mirror(this WordLink link) => link switch
    {
        WordLink.KindOf => WordLink.HasKind,
        WordLink.HasKind => WordLink.KindOf,
        WordLink.PartOf => WordLink.HasPart,
        WordLink.HasPart => WordLink.PartOf,
        WordLink.Implies => WordLink.ImpliedBy,
        WordLink.ImpliedBy => WordLink.Implies,
        WordLink.Causes => WordLink.CausedBy,
        WordLink.CausedBy => WordLink.Causes,
        WordLink.EventOf => WordLink.HasEvent,
        WordLink.HasEvent => WordLink.EventOf,
        WordLink.PersonOf => WordLink.HasPerson,
        WordLink.HasPerson => WordLink.PersonOf,
        WordLink.DemonymOf => WordLink.HasDemonym,
        WordLink.HasDemonym => WordLink.DemonymOf,
        _ => link,
    };
}
