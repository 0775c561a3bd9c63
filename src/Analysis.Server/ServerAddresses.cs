using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Analysis.Server;

/// <summary>Where the server listens; known once it has started, since a port may be any free one.</summary>
internal sealed class ServerAddresses
{
    /// <summary>Set while the server is composed.</summary>
    public ListenOptions? Grpc { private get; set; }

    /// <summary>Set while the server is composed.</summary>
    public ListenOptions? Http { private get; set; }

    /// <summary>For calls: HTTP/2 without TLS.</summary>
    public Uri GrpcUri => UriOf(Grpc);

    /// <summary>For the status page: HTTP/1.1.</summary>
    public Uri HttpUri => UriOf(Http);

    private static Uri UriOf(ListenOptions? endpoint) =>
        endpoint?.IPEndPoint is { } at ? new UriBuilder(Uri.UriSchemeHttp, at.Address.ToString(), at.Port).Uri : throw new InvalidOperationException("The server has not started.");
}
