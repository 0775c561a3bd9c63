using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Analysis.Client;

/// <summary>Why the service refused a request, as it says beside the status.</summary>
/// <param name="Reason">A value of <see cref="V1.ErrorReason"/> without its prefix, as <c>ARTICLE_EMPTY</c>. A later service may have more.</param>
/// <param name="Domain">Whose reason it is: <c>analysis.v1</c>.</param>
/// <param name="Metadata">The values that belong to the reason; error_reason.proto has an example of each.</param>
public sealed record ServiceError(string Reason, string Domain, IReadOnlyDictionary<string, string> Metadata)
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>Reads the google.rpc.ErrorInfo of a failed call.</summary>
    /// <returns>Null when the error does not come from the service itself, as when nothing listens at the address.</returns>
    public static ServiceError? Of(RpcException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (error.Trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
            return null;

        try
        {
            // The property of field 1, "reason", is still called Type in this version of the package.
            return Google.Rpc.Status.Parser.ParseFrom(bytes).Details
                .Where(detail => detail.Is(ErrorInfo.Descriptor))
                .Select(detail => detail.Unpack<ErrorInfo>())
                .Select(info => new ServiceError(info.Type, info.Domain, info.Metadata.ToDictionary()))
                .FirstOrDefault();
        }
        catch (InvalidProtocolBufferException)
        {
            // Whoever answered is not the service.
            return null;
        }
    }
}
