using System.Globalization;
using System.Net;
using Analysis.Language;
using Analysis.Mapping;
using Analysis.Server.Compression;
using Analysis.Server.Services;
using Analysis.V1;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;

namespace Analysis.Server;

/// <summary>The server: gRPC on one loopback port, a status page on another.</summary>
internal static class AnalysisServer
{
    /// <summary>How long calls in flight may go on once the server is asked to stop.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    private const int ExitOk = 0;
    private const int ExitBadSetting = 2;
    private const int ExitPortTaken = 3;

    /// <summary>Runs until SIGTERM or SIGINT.</summary>
    /// <returns>0 after a stop, 2 when a setting is wrong, 3 when a port is taken.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        WebApplication app;
        try
        {
            app = Build(args);
        }
        catch (SettingException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitBadSetting;
        }

        await using (app)
        {
            var engine = app.Services.GetRequiredService<AnalysisEngine>();
            Warm(engine);
            try
            {
                await app.StartAsync();
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                await errors.WriteLineAsync(PortTaken(fault.Message));
                return ExitPortTaken;
            }
            await output.WriteLineAsync(Welcome(app.Services.GetRequiredService<ServerAddresses>(), engine.Identity));
            await app.WaitForShutdownAsync();
        }
        return ExitOk;
    }

    /// <summary>Composes the server without starting it.</summary>
    /// <param name="args">Settings of the command line.</param>
    /// <param name="configure">Replaces services, as tests do.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        // Quiet unless the configuration says otherwise; a failed start is told by RunAsync in words for people.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Warning",
                ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "None",
            },
        });
        builder.Configuration.AddCommandLine(args, ServerOptions.Switches);
        var options = ServerOptions.Read(builder.Configuration);

        var services = builder.Services;
        services.AddSingleton(options.Limits);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ISentenceParser>(_ => TrainedParser.Default);
        services.AddSingleton(provider => new AnalysisEngine(provider.GetRequiredService<ISentenceParser>(), provider.GetRequiredService<Limits>()));
        services.AddSingleton<StatusPage>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.Limits.RequestBytes;
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.UseStrictGzip();
        });

        var addresses = new ServerAddresses();
        services.AddSingleton(addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.GrpcPort, endpoint => addresses.Grpc = Speak(endpoint, HttpProtocols.Http2));
            kestrel.Listen(IPAddress.Loopback, options.HttpPort, endpoint => addresses.Http = Speak(endpoint, HttpProtocols.Http1));
        });
        configure?.Invoke(services);

        var app = builder.Build();
        app.UseEngineErrorDetails();
        app.MapGrpcService<AnalysisGrpcService>();
        app.MapGrpcService<ComparisonGrpcService>();
        var page = app.Services.GetRequiredService<StatusPage>(); // Made now, since its clock starts with it.
        app.MapGet("/", page.Render);
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        return app;
    }

    private static ListenOptions Speak(ListenOptions endpoint, HttpProtocols protocols)
    {
        endpoint.Protocols = protocols;
        return endpoint;
    }

    // Loads the trained model and compiles the hot paths before the first caller waits for them.
    private static void Warm(AnalysisEngine engine)
    {
        const string Text = "Ferry runs aground\n\n12 March 2024\n\nThe ferry carried 214 passengers, the coastguard said on Tuesday. “Nobody was hurt,” Ann Lee said.";
        var article = new ArticleInput { Inline = new InlineArticle { Text = Text } };
        engine.Compare(new CompareArticlesRequest { Articles = { article, article } });
    }

    private static string PortTaken(string message) => string.Create(CultureInfo.InvariantCulture, $"""
        {message}
        Stop what listens there, or choose other ports; 0 means any free one:
          dotnet run --project src/Analysis.Server -- --grpc-port 0 --http-port 0
        """);

    private static string Welcome(ServerAddresses addresses, EngineIdentity engine)
    {
        // The clients know the usual port by themselves.
        bool usual = addresses.GrpcUri.Port == new ServerOptions().GrpcPort;
        string grpc = addresses.GrpcUri.GetLeftPart(UriPartial.Authority);
        string articles = "clients/samples/ferry/left.txt clients/samples/ferry/right.txt";
        return $"""
            Analysis {engine.Version}
              gRPC         {grpc}
              status page  {addresses.HttpUri}

            Three things to try, from the root of the repository:
              1. Open {addresses.HttpUri}
              2. dotnet run --project clients/csharp/CompareArticles -- {(usual ? "" : $"--server {grpc} ")}{articles}
              3. python3 clients/python/compare_articles.py {(usual ? "" : $"--server {addresses.GrpcUri.Authority} ")}{articles}

            Stop with Ctrl+C.
            """;
    }
}
