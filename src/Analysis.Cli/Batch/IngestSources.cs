using Analysis.Cli.Commands;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>An article to store, or why there is none.</summary>
/// <param name="Label">How the user finds it: a path, or a file with the number of a line.</param>
/// <param name="Article">The article; null where it cannot be had.</param>
/// <param name="Refusal">Why it cannot; null where it can.</param>
/// <param name="IsRecord">Whether it comes from a record.</param>
internal sealed record IngestSource(string Label, InlineArticle? Article, CallException? Refusal, bool IsRecord);

/// <summary>Finds and reads what is to be stored, one after the other and only when asked for the next.</summary>
internal static class IngestSources
{
    private const string RecordFile = ".jsonl";

    private static readonly EnumerationOptions EveryText = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        // A link may lead around in a circle.
        AttributesToSkip = FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    /// <summary>The articles of paths, in order of the paths; of a folder in ordinal order of their own paths.</summary>
    /// <exception cref="CommandException">Something cannot be read.</exception>
    public static IEnumerable<IngestSource> Of(IEnumerable<string> paths, SaidOfFile said, Terminal terminal)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (string file in TextsOf(path)) yield return Read(file, default, terminal);
            }
            else if (path.EndsWith(RecordFile, StringComparison.OrdinalIgnoreCase))
            {
                using var stream = Open(path);
                foreach (var source in Records(path, stream)) yield return source;
            }
            else
            {
                yield return Read(path, said, terminal);
            }
        }
    }

    /// <summary>The articles of records.</summary>
    /// <param name="name">Of the file, for labels.</param>
    /// <param name="stream">One record a line.</param>
    public static IEnumerable<IngestSource> Records(string name, Stream stream)
    {
        foreach (var line in new LineReader(stream).Read())
        {
            using (line) yield return Read(FormattableString.Invariant($"{name}:{line.Number}"), line);
        }
    }

    private static IngestSource Read(string label, Line line)
    {
        try
        {
            using var record = Record.Read(line);
            var input = RecordRequests.Article(record.Fields);
            return input.Inline is { } article
                ? new IngestSource(label, article, null, IsRecord: true)
                : throw new CallException(ErrorReason.InvalidRecord, "The field name names an article that is stored already. Send a new one.", "name");
        }
        catch (CallException refusal)
        {
            return new IngestSource(label, null, refusal, IsRecord: true);
        }
    }

    private static IngestSource Read(string file, SaidOfFile said, Terminal terminal)
    {
        try
        {
            // Here in the thread that reads: the backend is busy with what was read before.
            byte[] bytes = ArticleFiles.ReadBytesAsync(file, terminal, CancellationToken.None).GetAwaiter().GetResult();
            var article = new InlineArticle { Raw = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(bytes), Published = said.Published ?? "", Uri = said.Uri ?? "" };
            return new IngestSource(file, article, null, IsRecord: false);
        }
        catch (CallException refusal)
        {
            return new IngestSource(file, null, refusal, IsRecord: false);
        }
    }

    private static string[] TextsOf(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.txt", EveryText).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Surroundings, $"Cannot read the folder {folder}: {failure.Message}", failure);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Surroundings, ArticleFiles.Explain(path, failure), failure);
        }
    }
}
