using System.Reflection;

namespace Analysis.Server.Tests.StandIns;

/// <summary>
/// The stand-ins define all that the gRPC engine and our generated stubs use of the packages they replace. The compiler sees only our own
/// use; what the engine uses would be found missing only when the code that uses it runs.
/// </summary>
public class ApiCheckTests
{
    private static readonly ApiDefinitions Api =
        ApiDefinitions.Empty.With(PathOf("Grpc.Core.Api")).With(PathOf("Grpc.Net.Common"));

    /// <summary>The engine's assemblies, ours, and those that are there only with the official packages.</summary>
    public static TheoryData<string> Users { get; } =
    [
        .. new[] { "Grpc.AspNetCore.Server", "Grpc.Net.Client", "Analysis.Protocol", "Analysis.Server", "Analysis.Server.Tests" },
        .. new[] { "Grpc.Net.ClientFactory", "Grpc.AspNetCore.Server.ClientFactory" }.Where(name => File.Exists(PathOf(name))),
    ];

    [Theory]
    [MemberData(nameof(Users))]
    public void Everything_UsedIsDefined(string assembly)
    {
        var (missing, _) = ApiUse.Of(PathOf(assembly), Api);
        Assert.True(missing.Count == 0, $"The stand-ins lack {missing.Count} definitions:\n{string.Join('\n', missing)}");
    }

    /// <summary>Also the other way round: no abstract member of the stand-ins is one that the engine does not implement.</summary>
    [Theory]
    [MemberData(nameof(Users))]
    public void EveryType_Loads(string assembly) => Assert.Null(Record.Exception(Assembly.Load(assembly).GetTypes));

    [Theory]
    [InlineData("Grpc.AspNetCore.Server", 100)]
    [InlineData("Grpc.Net.Client", 100)]
    public void Engine_IsReallyLookedAt(string assembly, int atLeast) =>
        Assert.InRange(ApiUse.Of(PathOf(assembly), Api).Sought, atLeast, 1000);

    [Theory]
    [InlineData("Grpc.Core.Status", "names")]
    [InlineData("Grpc.Core.Metadata+Entry", "names")]
    [InlineData("Grpc.Net.Compression.ICompressionProvider", "names")]
    [InlineData("Grpc.Core.Status::get_Detail() -> String", "calls")]
    [InlineData("Grpc.Core.Marshaller`1::get_ContextualDeserializer() -> System.Func`2<Grpc.Core.DeserializationContext,!0>", "calls")]
    [InlineData("Grpc.Core.AuthProperty::static Create(String, Byte[]) -> Grpc.Core.AuthProperty", "calls")]
    [InlineData("Grpc.Core.ServerCallContext::get_PeerCore() -> String", "overrides")]
    [InlineData("Grpc.Core.SerializationContext::Complete(Byte[]) -> Void", "overrides")]
    public void OneDefinitionLess_IsNoticed(string definition, string verb)
    {
        var (missing, _) = ApiUse.Of(PathOf("Grpc.AspNetCore.Server"), Api.Without(definition));
        Assert.Equal([$"{definition}, which Grpc.AspNetCore.Server {verb}"], missing);
    }

    [Fact]
    public void OneFieldLess_IsNoticed()
    {
        const string Definition = "Grpc.Core.Metadata::Empty : Grpc.Core.Metadata";
        var (missing, _) = ApiUse.Of(PathOf("Grpc.Net.Client"), Api.Without(Definition));
        Assert.Equal([$"{Definition}, which Grpc.Net.Client calls"], missing);
    }

    /// <summary>A method of a generic base type, overridden with the type argument in its signature, as generated clients do.</summary>
    [Fact]
    public void GenericBase_IsFollowed()
    {
        const string Definition = "Grpc.Core.ClientBase`1::NewInstance(Grpc.Core.ClientBase+ClientBaseConfiguration) -> !0";
        string me = typeof(ApiCheckTests).Assembly.GetName().Name!, client = typeof(Client).FullName!;

        Assert.Empty(ApiUse.Of(PathOf(me), Api).Missing);
        Assert.Equal(
            [$"Grpc.Core.ClientBase`1<{client}>::NewInstance(Grpc.Core.ClientBase+ClientBaseConfiguration) -> {client}, which {me} overrides"],
            ApiUse.Of(PathOf(me), Api.Without(Definition)).Missing);
    }

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    private sealed class Client(Grpc.Core.CallInvoker invoker) : Grpc.Core.ClientBase<Client>(invoker)
    {
        protected override Client NewInstance(ClientBaseConfiguration configuration) => new(CallInvoker);
    }
}
