using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Support;

/// <summary>Checks laws on generated cases. A case is a list of parts, so that a failing one can be cut down to the parts that matter.</summary>
/// <remarks>
/// The cases are the same in every run, so that a failure is one of the change at hand. ANALYSIS_SEED=n draws others.
/// </remarks>
internal static class Properties
{
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("ANALYSIS_SEED"), out ulong seed) ? seed : 20240312;

    /// <summary>Checks that the law does not throw for lists of parts.</summary>
    /// <param name="parts">Draws a list of parts.</param>
    /// <param name="law">The law.</param>
    /// <param name="count">How many lists are tried.</param>
    /// <param name="fewest">Fewest parts that a list is cut down to.</param>
    public static void Hold<T>(Gen<ImmutableArray<T>> parts, Action<ImmutableArray<T>> law, int count = 100, int fewest = 0) =>
        Hold(Arb.From(parts, list => Shorter(list, fewest)), law, count);

    public static void Hold<T>(Gen<T> cases, Action<T> law, int count = 100) => Hold(Arb.From(cases), law, count);

    private static void Hold<T>(Arbitrary<T> cases, Action<T> law, int count) =>
        // The increment of the generator has to be odd.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, (Seed << 1) | 1), Prop.ForAll(cases, law));

    /// <summary>The list without one of its halves, quarters, …, single parts.</summary>
    private static IEnumerable<ImmutableArray<T>> Shorter<T>(ImmutableArray<T> list, int fewest)
    {
        for (int length = list.Length / 2; length >= 1; length /= 2)
            for (int start = 0; start + length <= list.Length && list.Length - length >= fewest; start += length)
                yield return list.RemoveRange(start, length);
    }
}
