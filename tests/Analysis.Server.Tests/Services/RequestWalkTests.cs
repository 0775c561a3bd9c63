using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Analysis.Server.Tests.Services;

/// <summary>
/// Walks the descriptors of every call: each field of each request is set to values at and over its borders, alone and on top of a good
/// request. Whatever comes, the answer is an answer or a refusal with its reason, never INTERNAL and never UNKNOWN.
/// </summary>
public sealed class RequestWalkTests(TestServer server) : IClassFixture<TestServer>
{
    private const int MaxDepth = 6;

    private static readonly string[] Texts =
    [
        "", " ", "a", "\0", "\ufeff", "articles/a1", "articles/", "articles/a1/revisions/1", "articles/a1/revisions/0", "articles/a1/revisions/-1",
        "articles/a1/revisions/99999999999", "articles/../a1", "rules/ART0001", "rules/", "2023-02-29", "2024-02-29", "9999-12-31", "0000-00-00",
        "2024-02-29T23:59:60Z", $"2024-02-29T23:59:59.{new string('1', 100_000)}Z", $"text/plain;{new string(' ', 100_000)}charset=utf-8", "text/plain", "text/html", "text/plain; charset=utf-16", "https://example.org/a?b=c#d", "http://[::1", "\u202e",
        "0c9e0a5e-7a3f-4a7e-9d53-1d7c5f2f7b10", "{0c9e0a5e-7a3f-4a7e-9d53-1d7c5f2f7b10}", "👩🏻‍🚀", new('x', 63), new('x', 64), new('x', 256), new('x', 257),
        new('x', 2048), new('x', 2049), new('é', 70_000), "The ferry carried 214 passengers, the coastguard said.", "line\r\nline\u2028line",
    ];

    private static readonly int[] Integers = [int.MinValue, -1, 0, 1, 2, 200, 201, 1000, 1001, int.MaxValue];

    public static TheoryData<string> Calls { get; } = [.. Methods().Select(method => method.FullName)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task EveryValueOfEveryField_IsAnsweredOrRefused(string call)
    {
        var method = Methods().Single(method => method.FullName == call);
        await server.Articles.CreateArticleAsync(new CreateArticleRequest { Article = new InlineArticle { Id = "a1", Text = "The ferry ran aground. Nobody was hurt." } });
        int refused = 0, answered = 0;
        foreach (var request in Variants(method.InputType).Distinct())
        {
            if (await CallAsync(method, request) is { } failure)
            {
                refused++;
                Assert.True(failure.StatusCode is not (StatusCode.Internal or StatusCode.Unknown), $"{failure.Status} for {Short(request)}");
                // Reads what the contract promises, and fails where it is missing.
                Assert.NotEqual("", Failure.Of(failure).Reason);
            }
            else
            {
                answered++;
            }
        }
        // A walk that never gets an answer, or never a refusal where something can be wrong, walks past the service.
        Assert.True(answered > 0, $"Every one of {refused} requests was refused.");
        Assert.True(refused > 0, $"None of {answered} requests was refused.");
        await server.CheckHealthyAsync();
    }

    /// <summary>Every call of every service that the contract declares; one that is not served fails for want of a reason.</summary>
    private static IEnumerable<MethodDescriptor> Methods() => typeof(AnalysisService).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("ServiceReflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods);

    private async Task<RpcException?> CallAsync(MethodDescriptor method, IMessage request)
    {
        var marshaller = Marshallers.Create<IMessage>(message => message.ToByteArray(), bytes => method.OutputType.Parser.ParseFrom(bytes));
        var call = new Method<IMessage, IMessage>(MethodType.Unary, method.Service.FullName, method.Name, marshaller, marshaller);
        try
        {
            await server.Channel.CreateCallInvoker().AsyncUnaryCall(call, null, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(60)), request);
            return null;
        }
        catch (RpcException failure)
        {
            return failure;
        }
    }

    /// <summary>Good requests, and each of them with one field set to one value.</summary>
    private static IEnumerable<IMessage> Variants(MessageDescriptor type)
    {
        yield return Empty(type);
        foreach (var good in Good(type))
        {
            yield return good;
            foreach (var changed in Changed(good, 0)) yield return changed;
        }
    }

    private static IEnumerable<IMessage> Good(MessageDescriptor type)
    {
        var inline = new InlineArticle { Text = "The ferry carried 214 passengers, Ann Lee said on Tuesday.", Published = "2024-03-12", Uri = "https://example.org/a" };
        var stored = new ArticleInput { Name = "articles/a1" };
        return type.Name switch
        {
            nameof(AnalyzeArticleRequest) => [new AnalyzeArticleRequest { Article = new ArticleInput { Inline = inline } }, new AnalyzeArticleRequest { Article = stored, Features = { Feature.Text } }],
            nameof(CompareArticlesRequest) => [new CompareArticlesRequest { Articles = { new ArticleInput { Inline = inline }, stored } }],
            nameof(ComparePassagesRequest) => [new ComparePassagesRequest { Left = "Twelve people died.", Right = "Ten people died." }],
            nameof(GetRuleRequest) => [new GetRuleRequest { Name = "rules/ART0001" }],
            nameof(CreateArticleRequest) => [new CreateArticleRequest { Article = inline }],
            nameof(GetArticleRequest) => [new GetArticleRequest { Name = "articles/a1", View = ArticleView.Full }],
            nameof(DeleteArticleRequest) => [new DeleteArticleRequest { Name = "articles/a1", Etag = "0" }, new DeleteArticleRequest { Name = "articles/a1" }],
            nameof(ListArticleRevisionsRequest) => [new ListArticleRevisionsRequest { Name = "articles/a1" }],
            _ => [Empty(type)],
        };
    }

    private static IEnumerable<IMessage> Changed(IMessage message, int depth)
    {
        if (depth == MaxDepth) yield break;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            foreach (var change in Changes(field, message, depth))
            {
                var copy = message.Descriptor.Parser.ParseFrom(message.ToByteArray());
                change(copy);
                yield return copy;
            }
        }
    }

    private static IEnumerable<Action<IMessage>> Changes(FieldDescriptor field, IMessage message, int depth)
    {
        if (!field.IsRepeated)
        {
            foreach (object value in Values(field, field.FieldType is FieldType.Message ? field.Accessor.GetValue(message) as IMessage : null, depth))
                yield return copy => field.Accessor.SetValue(copy, value);
            yield return field.Accessor.Clear;
            yield break;
        }
        yield return field.Accessor.Clear;
        var list = (System.Collections.IList)field.Accessor.GetValue(message);
        foreach (object value in Values(field, list.Count > 0 ? list[0] as IMessage : null, depth))
        {
            yield return copy => ((System.Collections.IList)field.Accessor.GetValue(copy)).Add(value);
            if (list.Count > 0) yield return copy => ((System.Collections.IList)field.Accessor.GetValue(copy))[0] = value;
        }
        foreach (int count in new[] { 2, 16, 17, 51 })
        {
            object value = Values(field, list.Count > 0 ? list[0] as IMessage : null, MaxDepth).First();
            yield return copy =>
            {
                for (int i = 0; i < count; i++) ((System.Collections.IList)field.Accessor.GetValue(copy)).Add(value);
            };
        }
    }

    private static IEnumerable<object> Values(FieldDescriptor field, IMessage? present, int depth) => field.FieldType switch
    {
        FieldType.String => Texts,
        FieldType.Bytes => [ByteString.Empty, ByteString.CopyFrom(0xff, 0xfe, 0x00), ByteString.CopyFromUtf8("Nobody was hurt."), ByteString.CopyFrom(new byte[5000])],
        FieldType.Enum => field.EnumType.Values.Select(value => (object)value.Number).Append(-1).Append(99).Append(int.MaxValue)
            .Select(number => Enum.ToObject(field.EnumType.ClrType, number)),
        FieldType.Bool => [true],
        FieldType.UInt32 => [1u, 2u, uint.MaxValue],
        FieldType.Int32 => Integers.Cast<object>(),
        FieldType.Message => Changed(present ?? Empty(field.MessageType), depth + 1).Prepend(Empty(field.MessageType)),
        _ => throw new NotSupportedException($"{field.FullName} is of a type that the walk does not know; teach it."),
    };

    private static IMessage Empty(MessageDescriptor type) => type.Parser.ParseFrom(ByteString.Empty);

    private static string Short(IMessage request)
    {
        string text = request.ToString()!;
        return text.Length > 400 ? text[..400] + "…" : text;
    }
}
