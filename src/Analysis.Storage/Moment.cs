namespace Analysis.Storage;

/// <summary>Moments as they are stored: microseconds since 1970.</summary>
internal static class Moment
{
    private static readonly long First = ToMicroseconds(DateTimeOffset.MinValue), Last = ToMicroseconds(DateTimeOffset.MaxValue);

    public static long ToMicroseconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Null for what no calendar has; only a damaged row says such a thing.</summary>
    public static DateTimeOffset? FromMicroseconds(long microseconds) =>
        microseconds >= First && microseconds <= Last ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond) : null;
}
