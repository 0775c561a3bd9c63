using System.Diagnostics;
using Analysis.Mapping;
using Analysis.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Analysis.Server;

/// <summary>An error as the contract promises it: a code, a sentence, and one ErrorInfo with its reason.</summary>
/// <param name="Code">The gRPC code.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Details">The ErrorInfo, and for the fault of a field a BadRequest.</param>
internal sealed record ErrorStatus(StatusCode Code, string Message, params IReadOnlyList<IMessage> Details)
{
    /// <summary>The header that carries a google.rpc.Status.</summary>
    public const string DetailsHeader = "grpc-status-details-bin";

    public static ErrorStatus Of(RequestException refusal)
    {
        var info = Info(refusal.Reason, refusal.Metadata);
        return refusal.Metadata.TryGetValue("field", out string? field)
            ? new ErrorStatus(CodeOf(refusal.Refusal), refusal.Message, info, Violation(field, refusal.Message))
            : new ErrorStatus(CodeOf(refusal.Refusal), refusal.Message, info);
    }

    public static ErrorStatus CallEnded(StatusCode code) => new(
        code,
        code is StatusCode.DeadlineExceeded ? "The deadline passed before the answer was ready. Allow more time or send less." : "The caller ended the call.",
        Info(ErrorReason.CallEnded, []));

    public static ErrorStatus InternalFault(string id) => new(
        StatusCode.Internal,
        $"A fault of the service. Its log has more under {id}.",
        Info(ErrorReason.InternalFault, [new("fault", id)]));

    public RpcException ToException() => new(
        new Grpc.Core.Status(Code, Message),
        new Grpc.Core.Metadata { { DetailsHeader, ToBytes() } });

    /// <summary>The google.rpc.Status as bytes.</summary>
    public byte[] ToBytes() => new Google.Rpc.Status
    {
        Code = (int)Code,
        Message = Message,
        Details = { Details.Select(Any.Pack) },
    }.ToByteArray();

    private static StatusCode CodeOf(Refusal refusal) => refusal switch
    {
        Refusal.InvalidArgument => StatusCode.InvalidArgument,
        Refusal.NotFound => StatusCode.NotFound,
        Refusal.ResourceExhausted => StatusCode.ResourceExhausted,
        Refusal.FailedPrecondition => StatusCode.FailedPrecondition,
        Refusal.Aborted => StatusCode.Aborted,
        Refusal.DataLoss => StatusCode.DataLoss,
        Refusal.Unavailable => StatusCode.Unavailable,
        _ => throw new UnreachableException(),
    };

    // This version of the message still calls the reason its type; the tag is the same. Metadata goes in ordinal order, so that the
    // same error is the same bytes.
    private static ErrorInfo Info(ErrorReason reason, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var info = new ErrorInfo { Type = reason.ToWord(), Domain = ErrorReasons.Domain };
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) info.Metadata.Add(key, value);
        return info;
    }

    private static BadRequest Violation(string field, string message) =>
        new() { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = message } } };
}
