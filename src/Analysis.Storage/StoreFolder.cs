using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Analysis.Storage;

/// <summary>The folder of a store, held by this process alone.</summary>
/// <remarks>
/// The hold is a lock of the operating system on a file that stays: it ends with the process, however that ends, and nothing has to be
/// cleaned up after a crash. A file beside it, for a locked one cannot be read, says which process it is.
/// </remarks>
internal sealed class StoreFolder : IDisposable
{
    // Errors of the operating system as .NET hands them on: errno on Unix, HRESULT on Windows.
    private const int Again = 11, AgainOnApple = 35, NoSpace = 28, ReadOnlyFileSystem = 30;
    private const int SharingViolation = unchecked((int)0x80070020), DiskFull = unchecked((int)0x80070070);

    private readonly FileStream _lock;

    private StoreFolder(string path, FileStream hold)
    {
        Path = path;
        _lock = hold;
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "articles.db");

    /// <summary>SQLite's log beside the database.</summary>
    public string Log => Database + "-wal";

    /// <summary>A database in the making; it gets its name once it is whole.</summary>
    public string Unfinished => System.IO.Path.Combine(Path, "articles.new.db");

    /// <summary>Takes the folder, and makes it where it is missing.</summary>
    /// <exception cref="StoreException">
    /// <see cref="StoreFault.InUse"/>, <see cref="StoreFault.ReadOnly"/>, <see cref="StoreFault.Full"/> or <see cref="StoreFault.Unavailable"/>.
    /// </exception>
    public static StoreFolder Take(string folder)
    {
        string path = System.IO.Path.GetFullPath(folder), processFile = System.IO.Path.Combine(path, "articles.pid");
        FileStream? hold = null;
        try
        {
            Directory.CreateDirectory(path);
            hold = new FileStream(System.IO.Path.Combine(path, "articles.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            Sign(processFile);
            return new StoreFolder(path, hold);
        }
        catch (Exception failure)
        {
            hold?.Dispose();
            throw Explain(failure, path, processFile);
        }
    }

    /// <summary>Makes the folder, and what was created or renamed in it, last through a loss of power. Windows sees to that itself.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Sync()
    {
        if (OperatingSystem.IsWindows()) return;
        SyncFolder(Path);
        // The folder itself is an entry of the one above. Services often may not read that one; then the folder was made by somebody else.
        if (System.IO.Path.GetDirectoryName(Path) is { } above) SyncFolder(above);
    }

    public void Dispose() => _lock.Dispose();

    private static void SyncFolder(string path)
    {
        const int ReadOnly = 0, NotPermitted = 13, InvalidArgument = 22;
        int descriptor = Native.Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            int refusal = Marshal.GetLastPInvokeError();
            if (refusal == NotPermitted) return;
            throw new IOException($"The folder {path} cannot be opened (errno {refusal}).");
        }
        int result = Native.Sync(descriptor), error = Marshal.GetLastPInvokeError();
        _ = Native.Close(descriptor);
        // Some file systems of networks have no such call for folders; there is nothing better to do on them.
        if (result != 0 && error != InvalidArgument) throw new IOException($"The folder {path} cannot be made to last (errno {error}).");
    }

    private static Exception Explain(Exception failure, string path, string processFile)
    {
        return failure switch
        {
            IOException { HResult: Again or AgainOnApple or SharingViolation } => new StoreException(
                StoreFault.InUse, $"The folder {path} is in use by {Holder(processFile)}. Stop that one, or name another folder.", cause: failure),
            IOException { HResult: NoSpace or DiskFull } => new StoreException(
                StoreFault.Full, $"The disk of {path} is full. Make room and start again.", cause: failure),
            UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem } => NotWritable(),
            IOException when AboveOrAt(path).Any(File.Exists) => NotWritable(),
            IOException => new StoreException(StoreFault.Unavailable, $"The folder {path} cannot be opened. Check the disk and the path.", cause: failure),
            _ => failure,
        };

        StoreException NotWritable() => new(
            StoreFault.ReadOnly, $"{path} is no folder that this process may write to. Grant it write permission, or name another folder.", cause: failure);
    }

    private static IEnumerable<string> AboveOrAt(string path)
    {
        for (string? folder = path; folder is not null; folder = System.IO.Path.GetDirectoryName(folder)) yield return folder;
    }

    private static void Sign(string processFile)
    {
        try
        {
            File.WriteAllText(processFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // A courtesy only, and the disk may be full: then what is stored can still be read.
        }
    }

    private static string Holder(string processFile)
    {
        try
        {
            string written = File.ReadAllText(processFile);
            return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? FormattableString.Invariant($"process {id}") : "another process";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    /// <summary>.NET opens no folder, and so cannot sync one.</summary>
    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(int descriptor);

        [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
