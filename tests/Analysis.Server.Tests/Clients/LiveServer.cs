using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Analysis.Server.Tests.Clients;

/// <summary>The server as it is shipped, on free ports of this machine.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    private readonly WebApplication _app = AnalysisServer.Build(["--grpc-port", "0", "--http-port", "0"]);

    /// <summary>Where it takes calls.</summary>
    public Uri Address => _app.Services.GetRequiredService<ServerAddresses>().GrpcUri;

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
