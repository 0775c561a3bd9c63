using System.Diagnostics;
using Analysis.Storage;
using Microsoft.Data.Sqlite;

namespace Analysis.Server.Tests.Storage;

/// <summary>Disks that are full, cannot be written, or fail.</summary>
public sealed class DiskTests : IDisposable
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 300).Select(line => $"Line {line} of a text\n"));

    private const UnixFileMode
        Reading = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute,
        All = Reading | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-disk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FileInPlaceOfTheFolder_IsSaid()
    {
        string file = Path.Combine(_folder, "store");
        File.WriteAllText(file, "a file");
        CheckReadOnly(file);
        CheckReadOnly(Path.Combine(file, "below"));
        Assert.Equal("a file", File.ReadAllText(file));
    }

    [Fact]
    public void FolderInPlaceOfAFile_IsSaid()
    {
        foreach (string name in (string[])["articles.lock", "articles.db"])
        {
            string folder = Path.Combine(_folder, "with-" + name);
            Directory.CreateDirectory(Path.Combine(folder, name));
            CheckReadOnly(folder);
        }
    }

    /// <summary>Permissions do not bind root, so root has somebody else open the store.</summary>
    [UnixFact]
    public async Task MissingPermission_IsSaid()
    {
        if (OperatingSystem.IsWindows()) throw new UnreachableException();
        File.SetUnixFileMode(_folder, Reading);
        await CheckNotPermittedAsync(_folder);
        await CheckNotPermittedAsync(Path.Combine(_folder, "below"));
        File.SetUnixFileMode(_folder, All);

        await using (var test = new StoreUnderTest(_folder)) await test.CreateAsync("a", "A");
        foreach (string file in Directory.GetFiles(_folder)) File.SetUnixFileMode(file, All);
        foreach (string name in (string[])["articles.db", "articles.db-wal", "articles.lock"])
        {
            string file = Path.Combine(_folder, name);
            if (!File.Exists(file)) await File.WriteAllBytesAsync(file, []);
            File.SetUnixFileMode(file, Reading);
            await CheckNotPermittedAsync(_folder);
            File.SetUnixFileMode(file, All);
        }
        await using (var test = new StoreUnderTest(_folder)) Assert.Equal("A", await test.TextAsync("a"));
    }

    [SmallDiskFact]
    public async Task ReadOnlyFileSystem_IsSaid()
    {
        using var disk = new SmallDisk(_folder, megabytes: 4);
        await using (var test = new StoreUnderTest(disk.Folder)) await test.CreateAsync("a", "A");
        disk.Remount("ro");
        CheckReadOnly(disk.Folder);
        disk.Remount("rw");
        await using (var test = new StoreUnderTest(disk.Folder)) Assert.Equal("A", await test.TextAsync("a"));
    }

    [SmallDiskFact]
    public async Task FullDisk_TakesAgainOnceThereIsRoom()
    {
        using var disk = new SmallDisk(_folder, megabytes: 4);
        await using var test = new StoreUnderTest(disk.Folder);
        var stored = await FillAsync(test);
        Assert.True(stored.Count > 50);
        await test.ReopenAsync();
        foreach (string id in stored) Assert.Equal(Text + id, await test.TextAsync(id));

        disk.Remount("size=16m");
        await CheckTakesAgainAsync(test, stored);
    }

    /// <summary>The same without a disk of its own: SQLite refuses to let the file grow.</summary>
    [Fact]
    public async Task FullFile_TakesAgainOnceThereIsRoom()
    {
        await using var test = new StoreUnderTest(_folder);
        await test.Store.WriteAsync(session => session.Value("PRAGMA max_page_count = 400"));
        var stored = await FillAsync(test);
        Assert.InRange(stored.Count, 20, 200);
        await test.Store.WriteAsync(session => session.Value("PRAGMA max_page_count = 100000"));
        await CheckTakesAgainAsync(test, stored);
    }

    [Fact]
    public async Task FullFile_TakesAgainAfterADeletion()
    {
        await using var test = new StoreUnderTest(_folder);
        await test.Store.WriteAsync(session => session.Value("PRAGMA max_page_count = 400"));
        var stored = await FillAsync(test);
        for (int i = 0; i < 3; i++) await test.DeleteAsync(stored[i]);
        await test.CreateAsync("again", Text);
        Assert.Equal(Text, await test.TextAsync("again"));
    }

    [Fact]
    public async Task SmallWrites_AreTakenWhereALargeOneIsRefused()
    {
        await using var test = new StoreUnderTest(_folder);
        await test.CreateAsync("a", "A");
        await test.Store.WriteAsync(session => session.Value("PRAGMA max_page_count = 300"));
        string large = new('x', 4_000_000);
        // At once, so that they come into one transaction.
        var writes = Enumerable.Range(0, 20).Select(i => test.CreateAsync($"b{i}", i == 10 ? large : "B")).ToArray();
        for (int i = 0; i < writes.Length; i++)
        {
            if (i == 10) Assert.Equal(StoreFault.Full, (await StoreUnderTest.FailAsync(writes[i])).Fault);
            else await writes[i];
        }
        Assert.Equal(20, (await test.IdsAsync()).Length);
    }

    [Fact]
    public async Task InputOutputError_StopsWritingAndNothingElse()
    {
        const int InputOutput = 10, OnSync = InputOutput | 4 << 8;
        await using (var test = new StoreUnderTest(_folder))
        {
            await test.CreateAsync("a", "A");
            var failing = test.Store.WriteAsync<int>(_ => throw new SqliteException("fsync", InputOutput, OnSync));
            Assert.Equal(StoreFault.Unavailable, (await StoreUnderTest.FailAsync(failing)).Fault);

            var refused = await StoreUnderTest.FailAsync(test.CreateAsync("b", "B"));
            Assert.Equal(StoreFault.Unavailable, refused.Fault);
            Assert.Contains("1034", refused.Message, StringComparison.Ordinal);
            Assert.Equal(StoreFault.Unavailable, (await StoreUnderTest.FailAsync(test.DeleteAsync("a"))).Fault);
            Assert.Equal("A", await test.TextAsync("a"));
        }
        await using var next = new StoreUnderTest(_folder);
        await next.CreateAsync("b", "B");
        Assert.Equal(["a", "b"], await next.IdsAsync());
    }

    /// <summary>Stores articles until there is no room; what was acknowledged is there, what was refused is not.</summary>
    private static async Task<List<string>> FillAsync(StoreUnderTest test)
    {
        var stored = new List<string>();
        for (int number = 0; ; number++)
        {
            string id = $"n{number}";
            try
            {
                await test.CreateAsync(id, Text + id, requestId: id);
                stored.Add(id);
            }
            catch (StoreException fault)
            {
                Assert.Equal(StoreFault.Full, fault.Fault);
                Assert.Equal(StoreFault.Full, (await StoreUnderTest.FailAsync(test.CreateAsync(id, Text + id, requestId: id))).Fault);
                Assert.Equal(stored, await test.IdsAsync());
                return stored;
            }
        }
    }

    private static async Task CheckTakesAgainAsync(StoreUnderTest test, List<string> stored)
    {
        string refused = $"n{stored.Count}";
        Assert.Equal(1, (await test.CreateAsync(refused, Text + refused, requestId: refused)).Revisions);
        await test.ReopenAsync();
        stored.Add(refused);
        Assert.Equal(stored, await test.IdsAsync());
        foreach (string id in stored) Assert.Equal(Text + id, await test.TextAsync(id));
    }

    private static void CheckReadOnly(string folder)
    {
        var failure = StoreUnderTest.FailToOpen(folder);
        Assert.Equal(StoreFault.ReadOnly, failure.Fault);
        Assert.Contains(folder, failure.Message, StringComparison.Ordinal);
    }

    private static async Task CheckNotPermittedAsync(string folder)
    {
        if (Environment.UserName != "root")
        {
            CheckReadOnly(folder);
            return;
        }
        const string Nobody = "65534";
        string program = Path.Combine(AppContext.BaseDirectory, "Analysis.Storage.Crash.dll");
        using var process = Process.Start(new ProcessStartInfo(
            Requires.Tool("setpriv"), ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", Requires.Tool("dotnet"), program, folder, "p", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.NotEqual(0, process.ExitCode);
        string said = await errors;
        Assert.Contains(nameof(StoreFault.ReadOnly), said, StringComparison.Ordinal);
        Assert.Contains(folder, said, StringComparison.Ordinal);
    }

    /// <summary>A file system in memory, which only root may mount, and not everywhere.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public SmallDisk(string parent, int megabytes)
        {
            Folder = Path.Combine(parent, "disk");
            Directory.CreateDirectory(Folder);
            Assert.True(TryRun("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder));
        }

        public string Folder { get; }

        public static bool MayMount { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" && TryMount();

        public void Remount(string options) => Assert.True(TryRun("mount", "-o", "remount," + options, Folder));

        public void Dispose() => TryRun("umount", Folder);

        private static bool TryMount()
        {
            string folder = Directory.CreateTempSubdirectory("analysis-mount-").FullName;
            bool mounted = TryRun("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) && TryRun("umount", folder);
            Directory.Delete(folder);
            return mounted;
        }

        private static bool TryRun(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }

    /// <summary>A fact about what only root can try, by mounting, or only others, for permissions do not bind root.</summary>
    /// <remarks>Skipped for the other kind of user even with ANALYSIS_REQUIRE_ALL=1: no machine can have both in one run.</remarks>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SmallDiskFactAttribute : FactAttribute
    {
        public SmallDiskFactAttribute()
        {
            if (!SmallDisk.MayMount) Skip = "Only root may mount a small disk, and not in every container.";
        }
    }

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute()
        {
            if (OperatingSystem.IsWindows()) Skip = "Windows has other permissions.";
        }
    }
}
