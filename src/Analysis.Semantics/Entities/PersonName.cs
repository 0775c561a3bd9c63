using System.Collections.Frozen;

namespace Analysis.Semantics.Entities;

/// <summary>What sex a person is spoken of with, as far as words tell.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>The parts of a person's name, from its key.</summary>
/// <param name="Given">First given name or its initial; empty for a last name alone.</param>
/// <param name="Middle">What stands between; empty where nothing does.</param>
/// <param name="Last">The last word that is no generation.</param>
/// <param name="Generation"><c>jr</c>, <c>sr</c>, <c>iii</c>; empty for most.</param>
internal readonly record struct PersonName(string Given, string Middle, string Last, string Generation)
{
    private static readonly FrozenDictionary<string, string> Genders = Lexicon.Pairs("name-genders");

    private static readonly FrozenSet<string> Male = FrozenSet.Create(
        StringComparer.Ordinal, "mr", "mr.", "king", "prince", "duke", "baron", "count", "lord", "sir", "emperor", "pope", "father", "brother", "monsignor", "congressman", "spokesman", "chairman", "businessman", "policeman",
        "fisherman", "salesman", "actor", "husband", "son", "uncle", "nephew", "grandfather", "widower", "man", "boy", "sheikh", "ayatollah", "imam", "tsar", "cardinal", "archbishop");

    private static readonly FrozenSet<string> Female = FrozenSet.Create(
        StringComparer.Ordinal, "ms", "ms.", "mrs", "mrs.", "miss", "queen", "princess", "duchess", "baroness", "countess", "lady", "dame", "empress", "sister", "congresswoman", "spokeswoman", "chairwoman", "businesswoman",
        "policewoman", "actress", "wife", "daughter", "mother", "aunt", "niece", "grandmother", "widow", "woman", "girl", "waitress", "stewardess", "heiress", "hostess", "madam", "tsarina");

    /// <summary>Reads a key.</summary>
    public static PersonName Of(string key)
    {
        string[] words = key.Split(' ');
        int end = words.Length;
        string generation = "";
        if (end > 1 && NameKeys.IsGeneration(words[end - 1])) generation = words[--end].TrimEnd('.');
        string last = words[end - 1];
        return end == 1
            ? new PersonName("", "", last, generation)
            : new PersonName(words[0], string.Join(' ', words, 1, end - 2), last, generation);
    }

    /// <summary>A key without the Arabic article in front of the last name: <c>assad</c> for <c>al assad</c>.</summary>
    public static string WithoutArticle(string key)
    {
        string[] words = key.Split(' ');
        return words.Length > 1 && words[^2] is "al" or "el" ? string.Join(' ', [.. words[..^2], words[^1]]) : key;
    }

    /// <summary>The gender that most bearers of a given name have.</summary>
    public static Gender GenderOf(string given) => Genders.GetValueOrDefault(given) switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };

    /// <summary>The gender that a title, role or noun in lower case says.</summary>
    public static Gender GenderOfRole(string role) => Male.Contains(role) ? Gender.Male : Female.Contains(role) ? Gender.Female : Gender.Unknown;

    /// <summary>Whether a word in lower case is a given name.</summary>
    public static bool IsGiven(string word) => Genders.ContainsKey(word);

    /// <summary>Whether one person can bear both names.</summary>
    /// <remarks>
    /// Last names have to be the same but for transliteration. Given names have to be the same too, or one an initial of the other, or not
    /// there; middle names that are both there must not differ. Father and son are told apart where both have a given name and only one is
    /// called junior.
    /// </remarks>
    public bool IsCompatibleWith(PersonName other)
    {
        if (Last != other.Last && NameKeys.Transliterated(Last) != NameKeys.Transliterated(other.Last) && NameKeys.Canonical(Last) != NameKeys.Canonical(other.Last)) return false;
        if (Generation != other.Generation && Given.Length > 0 && other.Given.Length > 0) return false;
        if (Given.Length == 0 || other.Given.Length == 0) return true;
        // "K. Michael Lee" is called Michael Lee.
        if (Called != Given && IsSamePart(Called, other.Given) || other.Called != other.Given && IsSamePart(Given, other.Called)) return true;
        return IsSamePart(Given, other.Given) && (Middle.Length == 0 || other.Middle.Length == 0 || IsSamePart(Middle, other.Middle) || Middle is "al" or "el" || other.Middle is "al" or "el");
    }

    /// <summary>The given name that somebody goes by: the second where the first is but an initial.</summary>
    public string Called => IsInitial(Given) && Middle.Split(' ')[0] is { Length: > 0 } second && !IsInitial(second) ? second : Given;

    /// <summary>Whether a part of a name is only its first letter.</summary>
    public static bool IsInitial(string part) => part.Length == 1 || part.Length <= 5 && part.EndsWith('.');

    private static bool IsSamePart(string one, string other)
    {
        if (one == other) return true;
        if (IsInitial(one) || IsInitial(other)) return one.Length > 0 && other.Length > 0 && one[0] == other[0];
        return NameKeys.Transliterated(one) == NameKeys.Transliterated(other) || NameKeys.Canonical(one) == NameKeys.Canonical(other);
    }
}
