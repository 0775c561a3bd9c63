namespace Grpc.Core;

/// <summary>A bound set of methods, replayable into any binder.</summary>
public class ServerServiceDefinition
{
    private readonly List<Action<ServiceBinderBase>> _steps;

    private ServerServiceDefinition(List<Action<ServiceBinderBase>> steps) => _steps = steps;

    public static Builder CreateBuilder() => new();

    /// <remarks>Public because the server engine, another assembly, calls it.</remarks>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        ArgumentNullException.ThrowIfNull(serviceBinder);
        foreach (var step in _steps)
            step(serviceBinder);
    }

    public class Builder
    {
        private readonly List<Action<ServiceBinderBase>> _steps = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(method, binder => binder.AddMethod(method, handler));

        public ServerServiceDefinition Build() => new([.. _steps]);

        private Builder Add(IMethod method, Action<ServiceBinderBase> step)
        {
            if (!_names.Add(method.FullName))
                throw new ArgumentException($"Method {method.FullName} was added twice.", nameof(method));
            _steps.Add(step);
            return this;
        }
    }
}
