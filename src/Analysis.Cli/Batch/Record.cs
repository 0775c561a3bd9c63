using System.Globalization;
using System.Text.Json;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>A record of a batch as its line holds it.</summary>
internal sealed class Record : IDisposable
{
    /// <summary>How deep lists and objects may be nested: the depth of unknown keys too, which bounds what they cost.</summary>
    private const int Depth = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Depth };

    private readonly JsonDocument _json;

    private Record(JsonDocument json)
    {
        _json = json;
        Fields = new JsonFields(json.RootElement, "");
    }

    /// <summary>The keys of the record.</summary>
    public JsonFields Fields { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">Must stay until the record is disposed of.</param>
    /// <exception cref="CallException">INVALID_RECORD: it is not a JSON object.</exception>
    public static Record Read(Line line)
    {
        if (line.TooLong)
        {
            throw Invalid(
                $"This is longer than {LineReader.LongestLine.ToString(CultureInfo.InvariantCulture)} bytes. Send the article in parts, or as a file.");
        }
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line.Bytes, Strict);
        }
        catch (JsonException) when (IsTooDeep(line.Bytes.Span))
        {
            throw Invalid($"This is nested deeper than {Depth.ToString(CultureInfo.InvariantCulture)}. Leave out what no key of a record is about.");
        }
        catch (JsonException error)
        {
            // The reader says no place of a key that stands twice.
            string what = error.BytePositionInLine is { } at ? $"an error at byte {(at + 1).ToString(CultureInfo.InvariantCulture)}" : "a key stands twice";
            throw Invalid($"This is not JSON: {what}. Write one object a line.");
        }
        catch (InvalidOperationException)
        {
            throw Invalid("This is not JSON: a key is not text. Write one object a line.");
        }
        if (json.RootElement.ValueKind is JsonValueKind.Object) return new Record(json);
        json.Dispose();
        throw Invalid("This is JSON, but not an object. Write one object a line.");
    }

    public void Dispose() => _json.Dispose();

    // The reader does not tell it from other errors.
    private static bool IsTooDeep(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = Depth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= Depth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
            }
        }
        catch (JsonException)
        {
            // Another error, and an earlier one.
        }
        return false;
    }

    private static CallException Invalid(string message) => new(ErrorReason.InvalidRecord, message);
}
