using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Remembers which test runs; the build puts it on every assembly that uses snapshots.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();

    /// <exception cref="InvalidOperationException">No test is running in this flow of execution.</exception>
    internal static MethodInfo CurrentTest =>
        Current.Value ?? throw new InvalidOperationException("Verifier.Verify was called outside a test.");

    public override void Before(MethodInfo methodUnderTest) => Current.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Current.Value = null;
}
