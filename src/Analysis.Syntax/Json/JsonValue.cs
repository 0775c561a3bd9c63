using Analysis.Syntax.Html;

namespace Analysis.Syntax.Json;

/// <summary>What a value of JSON is.</summary>
internal enum JsonKind : byte
{
    /// <summary>Members with names.</summary>
    Object,

    /// <summary>Values in order.</summary>
    Array,

    /// <summary>Characters between quotation marks.</summary>
    String,

    /// <summary>A number, <c>true</c>, <c>false</c>, <c>null</c>, or a word that should have had quotation marks.</summary>
    Word,
}

/// <summary>A value of JSON and where it stands.</summary>
/// <param name="text">The text that it stands in.</param>
/// <param name="kind">What it is.</param>
/// <param name="name">Its name as a member of an object; empty for all else.</param>
/// <param name="start">Its first character; of a string the one behind the mark.</param>
internal sealed class JsonValue(string text, JsonKind kind, string name, int start)
{
    private static readonly List<JsonValue> None = [];

    /// <summary>What it is.</summary>
    public JsonKind Kind => kind;

    /// <summary>Its name as a member of an object; empty for all else.</summary>
    public string Name => name;

    /// <summary>Its characters; of a string those between the marks.</summary>
    public TextSpan Span { get; private set; } = new(start, start);

    /// <summary>What an object or array holds, in order; empty for all else.</summary>
    public List<JsonValue> Children { get; } = kind <= JsonKind.Array ? [] : None;

    /// <summary>Whether it is a string that is not empty, or a number.</summary>
    public bool IsText => kind is JsonKind.String && !Span.IsEmpty || kind is JsonKind.Word && char.IsAsciiDigit(text[Span.Start]);

    /// <summary>The first member of a name; null where there is none.</summary>
    public JsonValue? this[string member] => Children.Find(child => child.Name.Equals(member, StringComparison.OrdinalIgnoreCase));

    /// <summary>The characters that it stands for, escapes resolved.</summary>
    public string Text
    {
        get
        {
            // Names and most values have no escapes.
            if (!text.AsSpan(Span.Start, Span.Length).Contains('\\')) return text.Substring(Span.Start, Span.Length);
            var writer = new RenditionWriter(text, Span.Start);
            JsonReader.Decode(writer, text, Span);
            return writer.Take().Text;
        }
    }

    /// <summary>The same with character references of HTML resolved, twice where they were escaped twice, and white space run together.</summary>
    public string Words => string.Join(' ', CharacterReferences.Resolve(CharacterReferences.Resolve(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The values of an array; of all else itself.</summary>
    public IEnumerable<JsonValue> Items => kind is JsonKind.Array ? Children : [this];

    internal void End(int end) => Span = new TextSpan(Span.Start, Math.Max(Span.Start, end));
}
