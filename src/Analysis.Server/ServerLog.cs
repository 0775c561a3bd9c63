using System.Text;

namespace Analysis.Server;

/// <summary>Every event that the server logs. Never the text of an article, nor of an exception, which may quote it; those of the store never do.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Error, "Fault {Fault} in {Method}: {Trace}")]
    public static partial void Fault(this ILogger logger, string fault, string method, string trace);

    [LoggerMessage(2, LogLevel.Debug, "Refused {Method}: {Reason}")]
    public static partial void Refused(this ILogger logger, string method, string reason);

    [LoggerMessage(3, LogLevel.Debug, "Call ended by its caller: {Method}")]
    public static partial void CallEnded(this ILogger logger, string method);

    [LoggerMessage(4, LogLevel.Error, "Storage fault in {Method}: {Message}")]
    public static partial void StorageFault(this ILogger logger, string method, string message);

    [LoggerMessage(5, LogLevel.Error, "Rule {Rule} failed: {Trace}")]
    public static partial void RuleFailed(this ILogger logger, string rule, string trace);

    /// <summary>Types and frames without messages, which may quote an article.</summary>
    public static string TraceOf(Exception fault)
    {
        var trace = new StringBuilder();
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            trace.Append(cause.GetType().FullName).Append('\n').Append(cause.StackTrace).Append('\n');
        return trace.ToString();
    }
}
