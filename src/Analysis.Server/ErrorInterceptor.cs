using Analysis.Mapping;
using Analysis.Storage;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Analysis.Server;

/// <summary>Turns exceptions into the statuses that the contract documents; nothing else does.</summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> logger, TimeProvider time) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.GetHttpContext().MarkRead();
        try
        {
            return await continuation(request, context);
        }
        catch (RequestException refusal)
        {
            logger.Refused(context.Method, refusal.Reason.ToWord());
            if (refusal.InnerException is StoreException fault) logger.StorageFault(context.Method, fault.Message);
            throw ErrorStatus.Of(refusal).ToException();
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            logger.CallEnded(context.Method);
            bool late = time.GetUtcNow().UtcDateTime >= context.Deadline;
            throw ErrorStatus.CallEnded(late ? StatusCode.DeadlineExceeded : StatusCode.Cancelled).ToException();
        }
        catch (Exception fault)
        {
            string id = context.GetHttpContext().TraceIdentifier;
            logger.Fault(id, context.Method, ServerLog.TraceOf(fault));
            throw ErrorStatus.InternalFault(id).ToException();
        }
    }
}
