namespace Grpc.Core;

/// <summary>The four delegates and the state object that every kind of call carries.</summary>
internal readonly struct CallHooks(
    Func<object, Task<Metadata>> headers,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose,
    object state)
{
    /// <summary>The form without a state object; the delegates then never look at it.</summary>
    public CallHooks(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(_ => headers, _ => status(), _ => trailers(), _ => dispose(), null!)
    {
    }

    public Task<Metadata> Headers() => headers(state);

    public Status Status() => status(state);

    public Metadata Trailers() => trailers(state);

    public void Dispose() => dispose(state);
}
