using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>Reading with <c>await foreach</c>.</summary>
/// <remarks>Has the full name of a class of Grpc.Core.Api, as the official one does; callers use the extension method.</remarks>
public static class AsyncStreamReaderExtensions
{
    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return Read(streamReader, cancellationToken);

        static async IAsyncEnumerable<T> Read(
            IAsyncStreamReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (await reader.MoveNext(cancellationToken).ConfigureAwait(false))
                yield return reader.Current;
        }
    }
}
