namespace Analysis.Storage;

/// <summary>Moments as they are stored: microseconds since 1970.</summary>
internal static class Moment
{
    public static long ToMicroseconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <exception cref="ArgumentOutOfRangeException">No calendar has it; only a damaged row says such a thing.</exception>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.BigMul(microseconds, TimeSpan.TicksPerMicrosecond) is var ticks && ticks >= long.MinValue && ticks <= long.MaxValue
            ? (long)ticks
            : throw new ArgumentOutOfRangeException(nameof(microseconds), microseconds, "No such moment."));
}
