using System.Globalization;
using System.Text.Json;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>Reads the known keys of an object of a record. A null is as good as no value, and unknown keys are not looked at.</summary>
/// <param name="json">An object.</param>
/// <param name="path">What stands before its keys in messages, as <c>articles[1].</c>; empty for the record itself.</param>
internal readonly struct JsonFields(JsonElement json, string path)
{
    /// <summary>A string; empty where there is none.</summary>
    /// <exception cref="CallException">It is something else, or no text.</exception>
    public string Text(string key) => Find(key) is { } value ? Text(value, path + key) : "";

    /// <summary>Whether the key has a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A count from 0; 0 where there is none.</summary>
    /// <exception cref="CallException">It is something else.</exception>
    public uint Count(string key)
    {
        if (Find(key) is not { } value) return 0;
        return value.ValueKind is JsonValueKind.Number && value.TryGetUInt32(out uint count) ? count : throw Wrong(path + key, value, "a whole number from 0");
    }

    /// <summary>Bytes in base64; null where there are none.</summary>
    /// <exception cref="CallException">It is something else.</exception>
    public byte[]? Bytes(string key)
    {
        if (Find(key) is not { } value) return null;
        if (value.ValueKind is not JsonValueKind.String) throw Wrong(path + key, value, "a string of base64");
        return value.TryGetBytesFromBase64(out byte[]? bytes)
            ? bytes
            : throw Invalid(
                $"The field {path}{key} is not base64. Write it with the letters A-Z a-z 0-9 + / and = at the end, without white space.", path + key);
    }

    /// <summary>A list with the paths of its values; null where there is none.</summary>
    /// <exception cref="CallException">It is something else.</exception>
    public IEnumerable<(string Path, JsonElement Value)>? List(string key) => Find(key) is { } value ? List(value, path + key) : null;

    /// <summary>The values of a list, each with its path.</summary>
    /// <exception cref="CallException">It is no list.</exception>
    public static IEnumerable<(string Path, JsonElement Value)> List(JsonElement value, string at) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().Select((item, index) => ($"{at}[{Number(index)}]", item))
        : throw Wrong(at, value, "a list");

    /// <summary>An object of a list.</summary>
    /// <exception cref="CallException">It is something else.</exception>
    public static JsonFields Object(JsonElement value, string at) =>
        value.ValueKind is JsonValueKind.Object ? new JsonFields(value, at + ".") : throw Wrong(at, value, "an object");

    /// <summary>The characters of a string.</summary>
    /// <exception cref="CallException">It is something else, or no text.</exception>
    public static string Text(JsonElement value, string at)
    {
        if (value.ValueKind is not JsonValueKind.String) throw Wrong(at, value, "a string");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException halfCharacter)
        {
            // What the reader of JSON says of an escaped half of a surrogate pair, and of bytes that are not UTF-8.
            throw new CallException(
                ErrorReason.InvalidText,
                $"The field {at} holds half of a surrogate pair or bytes that are not UTF-8, which is not text. Send whole characters, or bytes in content_base64.",
                at, halfCharacter);
        }
    }

    /// <summary>A word of a list, by its meaning; <paramref name="usual"/> where there is none.</summary>
    /// <exception cref="CallException">It is none of the words.</exception>
    public T Word<T>(string key, T usual, params (string Word, T Meaning)[] words)
    {
        if (Find(key) is not { } value) return usual;
        string given = Text(value, path + key);
        foreach (var (word, meaning) in words)
            if (word == given) return meaning;
        string known = string.Join(" or ", words.Select(word => word.Word));
        throw Invalid($"The field {path}{key} holds an unknown word. Write {known}, or leave it out.", path + key);
    }

    /// <summary>The record lacks what it is about.</summary>
    /// <param name="keys">Of which one is needed.</param>
    public CallException Missing(params string[] keys) => new(
        ErrorReason.ArticleMissing, $"{(path.Length > 0 ? path.TrimEnd('.') : "The record")} has no content. Set {string.Join(" or ", keys)}.", path + keys[0]);

    /// <summary>The record holds keys that exclude each other.</summary>
    public CallException TooMuch(string key, string other) =>
        Invalid($"The fields {path}{key} and {path}{other} exclude each other. Leave one out.", path + key);

    private JsonElement? Find(string key) => json.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static CallException Invalid(string message, string field) => new(ErrorReason.InvalidRecord, message, field);

    private static CallException Wrong(string at, JsonElement value, string expected) =>
        Invalid($"The field {at} holds {Kind(value)}. It takes {expected}.", at);

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
