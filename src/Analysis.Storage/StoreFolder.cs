using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Analysis.Storage;

/// <summary>The folder of a store, held by this process alone.</summary>
/// <remarks>
/// The hold is a lock of the operating system on a file that stays: it ends with the process, however that ends, and nothing has to be
/// cleaned up after a crash. The file holds the process id, for the message to the next who asks.
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
    /// <exception cref="StoreException"><see cref="StoreFault.InUse"/>, <see cref="StoreFault.ReadOnly"/>, <see cref="StoreFault.Full"/>, <see cref="StoreFault.Unavailable"/>.</exception>
    public static StoreFolder Take(string folder)
    {
        string path = System.IO.Path.GetFullPath(folder), lockFile = System.IO.Path.Combine(path, "articles.lock");
        try
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                SyncFolder(System.IO.Path.GetDirectoryName(path)!);
            }
            var hold = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            hold.SetLength(0);
            hold.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return new StoreFolder(path, hold);
        }
        catch (IOException failure) when (failure.HResult is Again or AgainOnApple or SharingViolation)
        {
            throw new StoreException(
                StoreFault.InUse, $"The folder {path} is in use by {Holder(lockFile)}. Stop that one, or name another folder.", cause: failure);
        }
        catch (IOException failure) when (failure.HResult is NoSpace or DiskFull)
        {
            throw new StoreException(StoreFault.Full, $"The disk of {path} is full. Make room and start again.", cause: failure);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException || failure is IOException && (failure.HResult == ReadOnlyFileSystem || File.Exists(path)))
        {
            throw new StoreException(
                StoreFault.ReadOnly, $"{path} is no folder that this process may write to. Grant it write permission, or name another folder.", cause: failure);
        }
        catch (IOException failure)
        {
            throw new StoreException(StoreFault.Unavailable, $"The folder {path} cannot be opened. Check the disk and the path.", cause: failure);
        }
    }

    /// <summary>Makes what was created, renamed or removed in a folder last through a loss of power. Windows sees to that itself.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        const int ReadOnly = 0;
        int descriptor = Native.Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (descriptor < 0) throw new IOException($"The folder {path} cannot be opened (errno {Marshal.GetLastPInvokeError()}).");
        int result = Native.Sync(descriptor), error = Marshal.GetLastPInvokeError();
        _ = Native.Close(descriptor);
        // Some file systems of networks have no such call for folders; there is nothing better to do on them.
        const int InvalidArgument = 22;
        if (result != 0 && error != InvalidArgument) throw new IOException($"The folder {path} cannot be made to last (errno {error}).");
    }

    public void Dispose() => _lock.Dispose();

    private static string Holder(string lockFile)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(lockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return int.TryParse(reader.ReadToEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? FormattableString.Invariant($"process {id}") : "another process";
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
