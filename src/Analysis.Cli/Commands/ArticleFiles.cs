using System.Globalization;
using System.Text;
using Analysis.Cli.Backends;
using Analysis.Mapping;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Cli.Commands;

/// <summary>What the user says of a single file.</summary>
/// <param name="Published">When it was published; empty for unsaid.</param>
/// <param name="Uri">Where it came from; empty for unsaid.</param>
internal readonly record struct SaidOfFile(string? Published, string? Uri)
{
    public bool IsEmpty => Published is null && Uri is null;
}

/// <summary>Turns the FILE arguments of commands into articles.</summary>
internal static class ArticleFiles
{
    public const string StandardInput = "-";

    private const string StoredName = "articles/";

    // As the id of an article may be, in bytes.
    private const int LongestId = 256;

    // What no backend takes is not read to its end: the largest article, every byte of which is one of UTF-8.
    private static readonly int MostBytes = LocalBackend.Limits.ArticleBytes;

    /// <summary>Whether the argument names a stored article: it is of that form, and no path that exists.</summary>
    public static bool IsStored(string file) => file.StartsWith(StoredName, StringComparison.Ordinal) && !Path.Exists(file);

    /// <summary>Reads an article.</summary>
    /// <param name="file">The argument.</param>
    /// <param name="said">What goes with it.</param>
    /// <param name="terminal">Has the standard input.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FileException">It cannot be read.</exception>
    /// <exception cref="CallException">It is too large.</exception>
    public static async Task<ArticleInput> ReadAsync(string file, SaidOfFile said, Terminal terminal, CancellationToken cancellation)
    {
        if (file is not StandardInput && IsStored(file))
        {
            return said.IsEmpty
                ? new ArticleInput { Name = file }
                : throw new CommandException(ExitCode.WrongCommandLine, $"{file} is stored: its date and address stand there. Leave --published and --uri out.");
        }
        // As bytes: the engine decodes them, and says where they are not UTF-8.
        var inline = new InlineArticle
        {
            Raw = UnsafeByteOperations.UnsafeWrap(await ReadBytesAsync(file, terminal, cancellation)),
            MediaType = MediaTypeOf(file),
            Id = Encoding.UTF8.GetByteCount(file) <= LongestId ? file : Path.GetFileName(file),
            Published = said.Published ?? "",
            Uri = said.Uri ?? "",
        };
        return new ArticleInput { Inline = inline };
    }

    /// <summary>What the name of a file says of its form; empty where the content has to tell.</summary>
    public static string MediaTypeOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".md" or ".markdown" => "text/markdown",
        ".jsonld" => "application/ld+json",
        ".rss" or ".atom" => "application/xml",
        _ => "",
    };

    /// <summary>Whether a file of a folder is taken for an article by its name. Markdown is most often notes beside them: it has to be named.</summary>
    public static bool IsArticle(string file) =>
        Path.GetExtension(file).Equals(".txt", StringComparison.OrdinalIgnoreCase) || MediaTypeOf(file) is { Length: > 0 } and not "text/markdown";

    /// <summary>Decodes an article in this process, as the engine would.</summary>
    /// <exception cref="CallException">The engine would refuse it.</exception>
    public static ArticleContent Decode(InlineArticle inline) => Calling(() => ArticleContent.Read(inline, LocalBackend.Limits));

    /// <summary>Asks a part of the engine, and says its refusals as those of a backend.</summary>
    /// <exception cref="CallException">It refuses.</exception>
    public static T Calling<T>(Func<T> part)
    {
        try
        {
            return part();
        }
        catch (RequestException refusal)
        {
            throw new CallException(refusal.Reason, refusal.Message, refusal.Metadata.GetValueOrDefault("field", ""), refusal);
        }
    }

    /// <summary>Reads the bytes of a file or of the standard input.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<byte[]> ReadBytesAsync(string file, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            if (file is StandardInput) return await ReadAllAsync(terminal.Input, cancellation);
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            return await ReadAllAsync(stream, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FileException(Explain(file, failure), failure);
        }
    }

    /// <summary>Why an argument was refused, beginning with it.</summary>
    public static string Explain(string file, CallException refusal) =>
        file is not StandardInput && IsStored(file) && refusal.Reason is ErrorReason.ArticleNotFound or ErrorReason.InvalidName
            ? $"{file}: There is no file and no stored article of that name. Check the path; \"analysis list\" names what is stored."
            : $"{file}: {FieldWords.Rewrite(refusal.Message, refusal.Field)}";

    /// <summary>Why a path cannot be read.</summary>
    public static string Explain(string path, Exception failure) => failure switch
    {
        // What stands in a name for bytes that are no text is not what the system would find it by.
        FileNotFoundException or DirectoryNotFoundException when path.Contains('\uFFFD') => $"Cannot read {path}: its name is not UTF-8. Rename it.",
        FileNotFoundException or DirectoryNotFoundException => $"Cannot read {path}: there is no such file. Check the path; a stored article is named as articles/a1.",
        UnauthorizedAccessException when Directory.Exists(path) => $"Cannot read {path}: it is a folder. Name files; ingest alone takes folders.",
        UnauthorizedAccessException => $"Cannot read {path}: this user may not. Grant the permission.",
        _ => $"Cannot read {path}: {failure.Message}",
    };

    private static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        byte[] chunk = new byte[64 * 1024];
        // Not bound to the token alone: a console that waits for a key cannot be called off.
        while (await stream.ReadAsync(chunk, cancellation).AsTask().WaitAsync(cancellation) is var read and > 0)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length <= MostBytes) continue;
            throw new CallException(
                ErrorReason.ArticleTooLarge,
                $"The content has more than {MostBytes.ToString(CultureInfo.InvariantCulture)} bytes, which an article may have. Give it in parts.");
        }
        return bytes.ToArray();
    }
}
