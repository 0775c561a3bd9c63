using System.Globalization;
using Analysis.Mapping;
using Grpc.Core;

namespace Analysis.Server;

/// <summary>Gives the errors that the gRPC engine raises by itself, before or beside our code, the details that the contract promises.</summary>
/// <remarks>
/// The engine refuses a message that is over the limit or that cannot be read before any interceptor runs, and ends a call whose
/// deadline passed while the method still works. It puts the status into the headers, where it is found here just before they are sent.
/// </remarks>
internal static class EngineErrorDetails
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    private static readonly object ReadKey = new();

    /// <summary>Notes that the request of a call was read: what goes wrong from now on is no fault of its bytes.</summary>
    public static void MarkRead(this HttpContext context) => context.Items[ReadKey] = ReadKey;

    public static void UseEngineErrorDetails(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            AddDetails((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void AddDetails(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContainsKey(ErrorStatus.DetailsHeader)) return;
        if (StatusOf(headers[StatusHeader].ToString(), context) is not { } status) return;
        headers[StatusHeader] = ((int)status.Code).ToString(CultureInfo.InvariantCulture);
        headers[MessageHeader] = status.Message;
        headers[ErrorStatus.DetailsHeader] = Convert.ToBase64String(status.ToBytes());
    }

    private static ErrorStatus? StatusOf(string code, HttpContext context) => code switch
    {
        // The engine's words for bytes that it could not read are "unknown" and "internal".
        "2" or "13" when !context.Items.ContainsKey(ReadKey) => ErrorStatus.Of(RequestRefusals.NoMessage()),
        "1" => ErrorStatus.CallEnded(StatusCode.Cancelled),
        "4" => ErrorStatus.CallEnded(StatusCode.DeadlineExceeded),
        "8" => ErrorStatus.Of(RequestRefusals.TooLarge(context.RequestServices.GetRequiredService<Limits>())),
        _ => null,
    };
}
