using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Analysis.Server.Tests.StandIns;

/// <summary>Behaviour that callers of gRPC rely on and a signature does not show; true of the official packages as well.</summary>
public class BehaviourTests
{
    [Fact]
    public void Key_IsLowerCase()
    {
        var metadata = new Metadata { { "X-Name", "value" } };

        Assert.Equal("x-name", Assert.Single(metadata).Key);
        Assert.Equal("value", metadata.GetValue("x-NAME"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("näme")]
    [InlineData("\u212Aey")] // the Kelvin sign, whose lower case is k
    [InlineData("raw-bin")]
    public void Key_OfTextIsRefused(string key) => Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Key_OfBytesEndsInBin()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("raw", new byte[] { 1 }));
        Assert.Equal([1], new Metadata.Entry("raw-bin", new byte[] { 1 }).ValueBytes);
    }

    [Fact]
    public void Get_GivesTheLast()
    {
        var metadata = new Metadata { { "key", "first" }, { "key", "last" } };

        Assert.Equal("last", metadata.GetValue("key"));
        Assert.Equal(["first", "last"], metadata.GetAll("key").Select(entry => entry.Value));
        Assert.Null(metadata.GetValue("other"));
    }

    [Fact]
    public void EmptyMetadata_IsReadOnly() => Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));

    [Fact]
    public void DefaultStatus_IsOk()
    {
        Assert.Equal(StatusCode.OK, default(Status).StatusCode);
        Assert.Equal("", Status.DefaultSuccess.Detail);
    }

    [Fact]
    public void RpcException_SaysItsStatus()
    {
        var exception = new RpcException(new Status(StatusCode.NotFound, "no such article"));

        Assert.Equal("Status(StatusCode=\"NotFound\", Detail=\"no such article\")", exception.Message);
        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
        Assert.Empty(exception.Trailers);
    }

    [Fact]
    public void Marshaller_OffersBothForms()
    {
        var marshaller = Marshallers.Create<string>(
            (message, context) =>
            {
                context.SetPayloadLength(message.Length);
                foreach (char character in message)
                {
                    context.GetBufferWriter().GetSpan(1)[0] = (byte)character;
                    context.GetBufferWriter().Advance(1);
                }

                context.Complete();
            },
            context => $"{context.PayloadLength} bytes");

        Assert.Equal("abc"u8.ToArray(), marshaller.Serializer("abc"));
        Assert.Empty(marshaller.Serializer(""));
        Assert.Equal("3 bytes", marshaller.Deserializer("abc"u8.ToArray()));
    }

    [Fact]
    public void Marshaller_CompletedTwice_Throws()
    {
        var marshaller = Marshallers.Create<string>(
            (_, context) =>
            {
                context.Complete([]);
                context.Complete([]);
            },
            _ => "");

        Assert.Throws<InvalidOperationException>(() => marshaller.Serializer(""));
    }

    [Fact]
    public void Interceptors_FirstSeesTheCallFirst()
    {
        var seen = new List<string>();
        var bottom = new Recorder("call", seen);
        var invoker = bottom.Invoker.Intercept(new Recorder("first", seen), new Recorder("second", seen));

        invoker.BlockingUnaryCall(Echo, null, default, "text");

        Assert.Equal(["first", "second", "call"], seen);
    }

    private static readonly Marshaller<string> Text =
        Marshallers.Create<string>(System.Text.Encoding.UTF8.GetBytes, System.Text.Encoding.UTF8.GetString);

    private static readonly Method<string, string> Echo = new(MethodType.Unary, "test.v1.EchoService", "Echo", Text, Text);

    private sealed class Recorder(string name, List<string> seen) : Interceptor
    {
        /// <summary>An invoker that only records: nothing is called beyond it.</summary>
        public CallInvoker Invoker => new Client(this).Invoker;

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            return name == "call" ? (TResponse)(object)request : continuation(request, context);
        }

        private sealed class Client(Recorder recorder) : ClientBase
        {
            public CallInvoker Invoker => CallInvoker.Intercept(recorder);
        }
    }
}
