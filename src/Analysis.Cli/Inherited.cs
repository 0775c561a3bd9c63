using System.Runtime.InteropServices;

namespace Analysis.Cli;

/// <summary>Which of the standard streams the program was started with.</summary>
/// <remarks>
/// A shell closes one with <c>&lt;&amp;-</c> or <c>&gt;&amp;-</c>. Its descriptor then goes to the first file that the runtime opens: to read from
/// that waits for ever, and to write into it may damage what it is. What a program inherits is by its nature not closed when a program
/// starts; all that the runtime opens is marked to be.
/// </remarks>
internal static class Inherited
{
    public const int Input = 0, Output = 1, Errors = 2;

    // Of fcntl, the same on every Unix.
    private const int GetDescriptorFlags = 1, CloseOnExec = 1;

    /// <summary>Whether the descriptor of a standard stream is the one that the program was started with.</summary>
    public static bool Has(int descriptor) => OperatingSystem.IsWindows() || Native.Control(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    private static class Native
    {
        [DllImport("libc", EntryPoint = "fcntl"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Control(int descriptor, int command);
    }
}
