using System.Globalization;
using System.Net;
using Analysis.Language;
using Analysis.Mapping;
using Analysis.Server.Compression;
using Analysis.Server.Services;
using Analysis.Storage;
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
    private const int ExitNoStore = 4;

    /// <summary>Runs until SIGTERM or SIGINT.</summary>
    /// <returns>0 after a stop, 2 when a setting is wrong, 3 when a port is taken, 4 when the data folder cannot be used.</returns>
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
        catch (StoreException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            await errors.WriteLineAsync($"Choose another folder with --data FOLDER, or --data {ServerOptions.NoData} to store nothing.");
            return ExitNoStore;
        }

        await using (app)
        {
            var engine = app.Services.GetRequiredService<AnalysisEngine>();
            await WarmAsync(engine);
            try
            {
                await app.StartAsync();
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                await errors.WriteLineAsync(PortTaken(fault.Message));
                return ExitPortTaken;
            }
            await output.WriteLineAsync(Welcome(app.Services.GetRequiredService<ServerAddresses>(), engine.Identity, app.Services.GetRequiredService<ServerOptions>().Data!));
            await app.WaitForShutdownAsync();
        }
        return ExitOk;
    }

    /// <summary>Composes the server without starting it.</summary>
    /// <param name="args">Settings of the command line.</param>
    /// <param name="configure">Replaces services, as tests do.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    /// <exception cref="StoreException">The data folder cannot be used.</exception>
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
        ServerOptions.CheckSwitches(args);
        builder.Configuration.AddCommandLine(args, ServerOptions.Switches);
        var options = ServerOptions.Read(builder.Configuration);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(options.Limits);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ISentenceParser>(_ => TrainedParser.Default);
        if (options.Data is not ServerOptions.NoData)
            services.AddSingleton<IArticleStore>(provider => SqliteArticleStore.Open(options.Data!, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StoredArticles(provider.GetService<IArticleStore>(), provider.GetRequiredService<Limits>()));
        services.AddSingleton(provider => new AnalysisEngine(
            provider.GetRequiredService<ISentenceParser>(), provider.GetRequiredService<Limits>(), stored: provider.GetRequiredService<StoredArticles>(),
            ruleFailed: (rule, fault) => provider.GetRequiredService<ILogger<AnalysisEngine>>().RuleFailed(rule, ServerLog.TraceOf(fault))));
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
        OpenStore(app);
        app.UseEngineErrorDetails();
        app.MapGrpcService<AnalysisGrpcService>();
        app.MapGrpcService<ArticleGrpcService>();
        app.MapGrpcService<ComparisonGrpcService>();
        var page = app.Services.GetRequiredService<StatusPage>(); // Made now, since its clock starts with it.
        app.MapGet("/", page.Render);
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        return app;
    }

    // Now, not at the first call: a folder that cannot be used stops the start.
    private static void OpenStore(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<StoredArticles>();
        }
        catch (StoreException)
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    private static ListenOptions Speak(ListenOptions endpoint, HttpProtocols protocols)
    {
        endpoint.Protocols = protocols;
        return endpoint;
    }

    // Loads the trained model and compiles the hot paths before the first caller waits for them.
    private static async Task WarmAsync(AnalysisEngine engine)
    {
        const string Text = "Ferry runs aground\n\n12 March 2024\n\nThe ferry carried 214 passengers, the coastguard said on Tuesday. “Nobody was hurt,” Ann Lee said.";
        var article = new ArticleInput { Inline = new InlineArticle { Text = Text } };
        await engine.CompareAsync(new CompareArticlesRequest { Articles = { article, article } });
    }

    private static string PortTaken(string message) => string.Create(CultureInfo.InvariantCulture, $"""
        {message}
        Stop what listens there, or choose other ports; 0 means any free one:
          dotnet run --project src/Analysis.Server -- --grpc-port 0 --http-port 0
        """);

    private static string Welcome(ServerAddresses addresses, EngineIdentity engine, string data)
    {
        // The clients know the usual port by themselves.
        bool usual = addresses.GrpcUri.Port == new ServerOptions().GrpcPort;
        string grpc = addresses.GrpcUri.GetLeftPart(UriPartial.Authority);
        string articles = "clients/samples/ferry/left.txt clients/samples/ferry/right.txt";
        return $"""
            Analysis {engine.Version}
              gRPC         {grpc}
              status page  {addresses.HttpUri}
              data         {(data is ServerOptions.NoData ? "none; nothing is stored" : Path.GetFullPath(data))}

            Three things to try, from the root of the repository:
              1. Open {addresses.HttpUri}
              2. dotnet run --project clients/csharp/CompareArticles -- {(usual ? "" : $"--server {grpc} ")}{articles}
              3. python3 clients/python/compare_articles.py {(usual ? "" : $"--server {addresses.GrpcUri.Authority} ")}{articles}

            Stop with Ctrl+C.
            """;
    }
}
