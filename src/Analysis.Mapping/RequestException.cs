using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>What kind of refusal it is, whatever carries the request.</summary>
public enum Refusal
{
    /// <summary>The request can never succeed.</summary>
    InvalidArgument,

    /// <summary>It names something that is not there.</summary>
    NotFound,

    /// <summary>It, or its answer, is larger than what is served, or there is no room to store it.</summary>
    ResourceExhausted,

    /// <summary>The service is not set up for it.</summary>
    FailedPrecondition,

    /// <summary>What it names is no longer as the caller thinks.</summary>
    Aborted,

    /// <summary>What it names is damaged.</summary>
    DataLoss,

    /// <summary>It cannot be done just now; it may be tried again.</summary>
    Unavailable,
}

/// <summary>A request that is refused. Carries what the contract promises of an error.</summary>
public sealed class RequestException : Exception
{
    /// <summary>Refuses a request.</summary>
    /// <param name="reason">Why; one of the reasons that a request can be to blame for.</param>
    /// <param name="message">A sentence that names the value, the limit and the remedy.</param>
    /// <param name="metadata">Every variable part of the message; <c>field</c> is the path of the field to blame.</param>
    public RequestException(ErrorReason reason, string message, params IEnumerable<(string Key, string Value)> metadata)
        : this(reason, message, cause: null, metadata)
    {
    }

    /// <summary>Refuses a request for a fault behind the service.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">A sentence for the caller.</param>
    /// <param name="cause">What happened; for the operator, not for the caller.</param>
    /// <param name="metadata">Every variable part of the message.</param>
    public RequestException(ErrorReason reason, string message, Exception? cause, params IEnumerable<(string Key, string Value)> metadata)
        : base(message, cause)
    {
        Reason = reason;
        Refusal = reason switch
        {
            ErrorReason.ArticleNotFound or ErrorReason.RuleNotFound => Refusal.NotFound,
            ErrorReason.ResponseTooLarge or ErrorReason.RequestTooLarge or ErrorReason.StorageFull => Refusal.ResourceExhausted,
            ErrorReason.StorageDisabled or ErrorReason.StorageReadOnly => Refusal.FailedPrecondition,
            ErrorReason.EtagMismatch => Refusal.Aborted,
            ErrorReason.StorageDamaged => Refusal.DataLoss,
            ErrorReason.StorageUnavailable => Refusal.Unavailable,
            ErrorReason.Unspecified or ErrorReason.InternalFault or ErrorReason.CallEnded =>
                throw new ArgumentOutOfRangeException(nameof(reason), reason, "No request is to blame for this."),
            _ => Refusal.InvalidArgument,
        };
        Metadata = metadata.ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>Why it is refused.</summary>
    public ErrorReason Reason { get; }

    /// <summary>What kind of refusal it is; follows from the reason.</summary>
    public Refusal Refusal { get; }

    /// <summary>Every variable part of the message.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}

/// <summary>The names of reasons as they travel.</summary>
public static class ErrorReasons
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly FrozenDictionary<ErrorReason, string> Words = ErrorReasonReflection.Descriptor.EnumTypes
        .Single(type => type.ClrType == typeof(ErrorReason)).Values
        .ToFrozenDictionary(value => (ErrorReason)value.Number, value => value.Name[Prefix.Length..]);

    /// <summary>The domain of every ErrorInfo of this service.</summary>
    public const string Domain = "analysis.v1";

    /// <summary>The reason as ErrorInfo holds it: <c>ARTICLE_EMPTY</c>.</summary>
    public static string ToWord(this ErrorReason reason) => Words.GetValueOrDefault(reason) ?? throw new UnreachableException();
}

/// <summary>Refusals that more than one place gives.</summary>
public static class RequestRefusals
{
    /// <summary>A request over the limit for one message, wherever that is noticed.</summary>
    public static RequestException TooLarge(Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        string bytes = limits.RequestBytes.ToString(CultureInfo.InvariantCulture);
        return new RequestException(
            ErrorReason.RequestTooLarge, $"The request is over the limit of {bytes} bytes. Send fewer or shorter articles.", ("limit_bytes", bytes));
    }

    /// <summary>A request whose bytes are no message of its type.</summary>
    public static RequestException NoMessage() => new(
        ErrorReason.InvalidMessage, "The bytes of the request are not a message of its type. Make them with the classes generated from the contract.");
}
