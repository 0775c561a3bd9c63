namespace Grpc.Core;

/// <summary>One request, a stream of responses.</summary>
/// <remarks>Disposing an unfinished call cancels it.</remarks>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    private readonly CallHooks _hooks;

    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseStream = responseStream;
        _hooks = new CallHooks(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseStream = responseStream;
        _hooks = new CallHooks(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    public Task<Metadata> ResponseHeadersAsync => _hooks.Headers();

    public Status GetStatus() => _hooks.Status();

    public Metadata GetTrailers() => _hooks.Trailers();

    public void Dispose() => _hooks.Dispose();
}
