namespace Analysis.Cli;

/// <summary>The output, which says in the program's own terms why it takes no more.</summary>
/// <param name="inner">Where the bytes go; stays open.</param>
internal sealed class OutputStream(Stream inner) : Stream
{
    // EPIPE and ECONNRESET of Linux and of Apple's systems, as .NET hands them on.
    private const int BrokenPipe = 32, ConnectionReset = 104, ConnectionResetOnApple = 54;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Explain(failure);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Explain(failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static Exception Explain(Exception failure) => failure switch
    {
        IOException { HResult: BrokenPipe or ConnectionReset or ConnectionResetOnApple } => new OutputClosedException(failure),
        // Also of a descriptor that was closed before the program started, as by >&- in a shell.
        UnauthorizedAccessException => new CommandException(
            ExitCode.Surroundings, "The output cannot be written: it is closed, or not open for writing. Direct it to a file or a pipe.", failure),
        _ => new CommandException(ExitCode.Surroundings, $"The output cannot be written: {failure.Message}", failure),
    };
}
