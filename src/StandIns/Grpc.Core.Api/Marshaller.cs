using System.Buffers;

namespace Grpc.Core;

/// <summary>Turns messages of one type into bytes and back, in either of two forms; each form is made from the other.</summary>
public class Marshaller<T>
{
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
        Serializer = message =>
        {
            var context = new ArraySerializationContext();
            serializer(message, context);
            return context.Payload;
        };
        Deserializer = bytes => deserializer(new ArrayDeserializationContext(bytes));
    }

    public Func<T, byte[]> Serializer { get; }

    public Func<byte[], T> Deserializer { get; }

    public Action<T, SerializationContext> ContextualSerializer { get; }

    public Func<DeserializationContext, T> ContextualDeserializer { get; }

    private sealed class ArraySerializationContext : SerializationContext
    {
        private ArrayBufferWriter<byte>? _writer;
        private byte[]? _payload;
        private int _length;

        public byte[] Payload => _payload ?? throw new InvalidOperationException("The serializer did not complete its context.");

        public override void SetPayloadLength(int payloadLength) => _length = payloadLength;

        // A capacity of zero is refused by ArrayBufferWriter, and is the length of an empty message.
        public override IBufferWriter<byte> GetBufferWriter() =>
            _writer ??= _length > 0 ? new ArrayBufferWriter<byte>(_length) : new ArrayBufferWriter<byte>();

        public override void Complete(byte[] payload)
        {
            ArgumentNullException.ThrowIfNull(payload);
            if (_payload is not null)
                throw new InvalidOperationException("The serializer completed its context twice.");
            _payload = payload;
        }

        public override void Complete() => Complete(_writer?.WrittenSpan.ToArray() ?? []);
    }

    private sealed class ArrayDeserializationContext(byte[] bytes) : DeserializationContext
    {
        public override int PayloadLength => bytes.Length;

        public override byte[] PayloadAsNewBuffer() => [.. bytes];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(bytes);
    }
}

/// <summary>Creates marshallers with inferred message types.</summary>
public static class Marshallers
{
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => new(serializer, deserializer);

    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}
