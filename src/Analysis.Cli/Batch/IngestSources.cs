using Analysis.Cli.Commands;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>An article to store, or why there is none.</summary>
/// <param name="Label">How the user finds it: a path, or a file with the number of a line.</param>
/// <param name="Article">The article; null where it cannot be had.</param>
/// <param name="Refusal">Why it cannot, a <see cref="CallException"/> or <see cref="FileException"/>; null where it can.</param>
/// <param name="IsRecord">Whether it comes from a record.</param>
internal sealed record IngestSource(string Label, InlineArticle? Article, Exception? Refusal, bool IsRecord);

/// <summary>Finds and reads what is to be stored, one after the other and only when asked for the next.</summary>
internal static class IngestSources
{
    private const string RecordFile = ".jsonl";

    private static readonly EnumerationOptions EveryText = new()
    {
        IgnoreInaccessible = false,
        // A link may lead around in a circle.
        AttributesToSkip = FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    /// <summary>The articles of paths, in order of the paths; of a folder in ordinal order of their own paths.</summary>
    public static IEnumerable<IngestSource> Of(IEnumerable<string> paths, SaidOfFile said, Terminal terminal)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                var unreadable = new List<FileException>();
                string[] texts = TextsOf(path, unreadable);
                foreach (var failure in unreadable) yield return new IngestSource(path, null, failure, IsRecord: false);
                foreach (string file in texts) yield return Read(file, default, terminal);
            }
            else if (path.EndsWith(RecordFile, StringComparison.OrdinalIgnoreCase))
            {
                var (stream, failure) = Open(path);
                if (failure is not null) yield return new IngestSource(path, null, failure, IsRecord: false);
                if (stream is null) continue;
                using (stream)
                {
                    foreach (var source in Records(path, stream)) yield return source;
                }
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
            var article = new InlineArticle { Raw = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(bytes), MediaType = ArticleFiles.MediaTypeOf(file), Published = said.Published ?? "", Uri = said.Uri ?? "" };
            return new IngestSource(file, article, null, IsRecord: false);
        }
        catch (Exception refusal) when (refusal is CallException or FileException)
        {
            return new IngestSource(file, null, refusal, IsRecord: false);
        }
    }

    // A folder that cannot be read does not hide those beside it.
    private static string[] TextsOf(string folder, List<FileException> unreadable)
    {
        var texts = new List<string>();
        var folders = new Stack<string>([folder]);
        while (folders.TryPop(out string? path))
        {
            try
            {
                texts.AddRange(Directory.EnumerateFiles(path, "*", EveryText).Where(ArticleFiles.IsArticle));
                foreach (string inner in Directory.EnumerateDirectories(path, "*", EveryText)) folders.Push(inner);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                string why = failure is UnauthorizedAccessException ? "this user may not. Grant the permission." : failure.Message;
                unreadable.Add(new FileException($"Cannot read the folder {path}: {why}", failure));
            }
        }
        return [.. texts.Order(StringComparer.Ordinal)];
    }

    private static (FileStream? Stream, FileException? Failure) Open(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, new FileException(ArticleFiles.Explain(path, failure), failure));
        }
    }
}
