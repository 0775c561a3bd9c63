using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the accepted one, the snapshot, that lies beside the test.</summary>
public static class Verifier
{
    /// <summary>
    /// Passes when <paramref name="target"/> equals the content of <c>Class.Method.verified.txt</c> in the folder of the source file;
    /// otherwise writes <c>Class.Method.received.txt</c> there and fails. Nothing is compared until the result is awaited.
    /// </summary>
    /// <param name="target">Line ends do not count: both sides are compared with LF.</param>
    /// <param name="sourceFile">
    /// Filled in by the compiler. A helper that calls this for its own caller passes that caller's file on, by name.
    /// </param>
    public static SettingsTask Verify(string target, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(target);
        return new SettingsTask(target, sourceFile, UseVerifyAttribute.CurrentTest);
    }
}
