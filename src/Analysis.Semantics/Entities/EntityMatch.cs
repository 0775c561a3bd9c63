namespace Analysis.Semantics.Entities;

/// <summary>Whether entities of two articles are one.</summary>
public static class EntityMatch
{
    /// <summary>The same full name of a person, or the same name of anything else.</summary>
    private static readonly Confidence SameName = new(970);

    /// <summary>The same name in other spelling: a transliteration, an acronym, a former name.</summary>
    private static readonly Confidence SameKey = new(900);

    /// <summary>A last name alone against a full one: it may be another person's.</summary>
    private static readonly Confidence LastNameOnly = new(700);

    /// <summary>Compares two entities by their types and keys.</summary>
    /// <param name="left">An entity of one article.</param>
    /// <param name="right">An entity of the other.</param>
    /// <returns>
    /// How sure it is that they are one; null where they are not known to be: no key is shared, the types differ, two persons have one last
    /// name and other given names, or one is called junior and the other is not. The levels are judgements. The order of the two does not matter.
    /// </returns>
    public static Confidence? Find(Entity left, Entity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Keys.IsEmpty || right.Keys.IsEmpty || !AreTypesCompatible(left.Type, right.Type)) return null;
        if (!left.Keys.Any(right.Keys.Contains)) return null;
        bool same = left.Keys[0] == right.Keys[0];
        if (left.Type is not EntityType.Person || right.Type is not EntityType.Person) return same ? SameName : SameKey;
        var (one, other) = (PersonName.Of(left.Keys[0]), PersonName.Of(right.Keys[0]));
        if (!one.IsCompatibleWith(other)) return null;
        if (one.Given.Length == 0 || other.Given.Length == 0) return LastNameOnly;
        return same ? SameName : SameKey;
    }

    // A name that nothing types may be any; a nationality stands for its country ("the Russian army", "Russia's army").
    private static bool AreTypesCompatible(EntityType left, EntityType right) =>
        left == right || left is EntityType.Other || right is EntityType.Other
        || left is EntityType.Location or EntityType.Norp && right is EntityType.Location or EntityType.Norp
        || left is EntityType.Location or EntityType.Organization && right is EntityType.Location or EntityType.Organization;
}
