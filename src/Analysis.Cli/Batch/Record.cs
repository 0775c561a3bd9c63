using System.Globalization;
using System.Text.Json;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>A record of a batch as its line holds it.</summary>
internal sealed class Record : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonDocument _json;

    private Record(JsonDocument json, long line)
    {
        _json = json;
        Fields = new JsonFields(json.RootElement, line, "");
    }

    /// <summary>The keys of the record.</summary>
    public JsonFields Fields { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">Must stay until the record is disposed of.</param>
    /// <exception cref="CallException">INVALID_RECORD: it is not a JSON object.</exception>
    public static Record Read(Line line)
    {
        string number = line.Number.ToString(CultureInfo.InvariantCulture);
        if (line.TooLong)
        {
            throw Invalid(
                $"Line {number} is longer than {LineReader.LongestLine.ToString(CultureInfo.InvariantCulture)} bytes. Send the article in parts, or as a file.");
        }
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line.Bytes, Strict);
        }
        catch (JsonException error)
        {
            // The reader says no place of a key that stands twice.
            string what = error.BytePositionInLine is { } at ? $"an error at byte {(at + 1).ToString(CultureInfo.InvariantCulture)}" : "a key stands twice";
            throw Invalid($"Line {number} is not JSON: {what}. Write one object a line.");
        }
        catch (InvalidOperationException)
        {
            throw Invalid($"Line {number} is not JSON: a key is not text. Write one object a line.");
        }
        if (json.RootElement.ValueKind is JsonValueKind.Object) return new Record(json, line.Number);
        json.Dispose();
        throw Invalid($"Line {number} is JSON, but not an object. Write one object a line.");
    }

    public void Dispose() => _json.Dispose();

    private static CallException Invalid(string message) => new(ErrorReason.InvalidRecord, message);
}
