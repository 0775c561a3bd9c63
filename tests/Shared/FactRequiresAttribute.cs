using System.Reflection;
using Xunit.Sdk;

namespace Analysis.Testing;

/// <summary>A fact that is skipped, with the reason, where something that it needs is missing.</summary>
/// <param name="needs">As <see cref="Requires"/> reads them. With ANALYSIS_REQUIRE_ALL=1 a missing one fails the test.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactRequiresAttribute(params string[] needs) : FactAttribute, ITestNeeds
{
    public string[] Needs => needs;

    /// <summary>A data folder; the test is skipped without it even with ANALYSIS_REQUIRE_ALL=1.</summary>
    public string? Data { get; set; }

    public override string? Skip
    {
        get => base.Skip ?? RequirementGuard.SkipReason(this);
        set => base.Skip = value;
    }
}

/// <summary>The same for a theory.</summary>
/// <inheritdoc cref="FactRequiresAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryRequiresAttribute(params string[] needs) : TheoryAttribute, ITestNeeds
{
    public string[] Needs => needs;

    /// <summary>A data folder; the test is skipped without it even with ANALYSIS_REQUIRE_ALL=1.</summary>
    public string? Data { get; set; }

    public override string? Skip
    {
        get => base.Skip ?? RequirementGuard.SkipReason(this);
        set => base.Skip = value;
    }
}

/// <summary>What a test needs.</summary>
internal interface ITestNeeds
{
    string[] Needs { get; }

    string? Data { get; }
}

/// <summary>Fails a test that lacks something where nothing may lack; on every test assembly, see Tests.props.</summary>
/// <remarks>xunit 2 settles skipping when it discovers a test, and then knows no failure, so the failure waits until the test starts.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class RequirementGuard : BeforeAfterTestAttribute
{
    /// <summary>Why the test is to be skipped; null where it is to run.</summary>
    public static string? SkipReason(ITestNeeds test)
    {
        if (test.Data is { } data && Requires.MissingData(data) is { } reason)
            return reason;
        return Requires.All ? null : FirstMissing(test);
    }

    public override void Before(MethodInfo methodUnderTest)
    {
        if (methodUnderTest.GetCustomAttributes().OfType<ITestNeeds>().FirstOrDefault() is { } test && FirstMissing(test) is { } reason)
            throw new XunitException($"{reason} ANALYSIS_REQUIRE_ALL=1 makes that a failure.");
    }

    private static string? FirstMissing(ITestNeeds test) => test.Needs.Select(Requires.Missing).FirstOrDefault(reason => reason is not null);
}
