using System.Text.Json;

namespace Analysis.Server.Tests.Clients;

/// <summary>A case of clients/vectors/spans.json.</summary>
internal sealed record SpanVector(string Name, string Text, SpanVector.Entry[] Spans)
{
    internal sealed record Entry(uint[] Utf8, uint[] Utf16, uint[] Utf32, string Slice);

    public static IReadOnlyList<SpanVector> All { get; } =
        JsonSerializer.Deserialize<Document>(
            File.ReadAllText(Path.Combine(Repository.Root, "clients", "vectors", "spans.json")), JsonSerializerOptions.Web)!.Cases;

    private sealed record Document(SpanVector[] Cases);
}
