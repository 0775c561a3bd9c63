using System.Diagnostics;
using Analysis.Storage;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>Turns what the store refuses or suffers into refusals of the contract.</summary>
/// <remarks>
/// What the store says of its files is for the operator, not for callers: it goes along as the inner exception, for the log or the
/// command line.
/// </remarks>
internal static class StoreRefusals
{
    /// <summary>Waits for work of the store.</summary>
    /// <param name="work">The work.</param>
    /// <param name="name">The article that it is about.</param>
    /// <param name="conditions">The conditions that it was under.</param>
    /// <exception cref="RequestException">The store refuses it or fails.</exception>
    public static async Task<T> GuardAsync<T>(Task<T> work, ArticleName name = default, WriteConditions? conditions = null)
    {
        try
        {
            return await work;
        }
        catch (StoreException fault)
        {
            throw Of(fault, name, conditions);
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public static async Task GuardAsync(Task work, ArticleName name, WriteConditions conditions)
    {
        try
        {
            await work;
        }
        catch (StoreException fault)
        {
            throw Of(fault, name, conditions);
        }
    }

    /// <summary>The refusal of a name that nothing stored has.</summary>
    public static RequestException NotFound(ArticleName name, string field) => new(
        ErrorReason.ArticleNotFound, $"No article of the name \"{name}\" is stored. List the articles to see their names.", ("field", field), ("name", name.ToString()));

    private static RequestException Of(StoreException fault, ArticleName name, WriteConditions? conditions) => fault.Fault switch
    {
        StoreFault.NotFound => NotFound(name, "name"),
        StoreFault.EtagMismatch => new RequestException(
            ErrorReason.EtagMismatch,
            $"The field etag holds \"{conditions!.Etag}\"; the article \"{name}\" has {(fault.CurrentEtag.Length > 0 ? $"\"{fault.CurrentEtag}\"" : "none, for it is not stored")}. Read it again.",
            ("field", "etag"), ("value", conditions.Etag), ("current", fault.CurrentEtag)),
        StoreFault.RequestIdReused => new RequestException(
            ErrorReason.RequestIdReused,
            $"The field request_id holds \"{conditions!.RequestId}\", which another request had. Make an id anew for each request.",
            ("field", "request_id"), ("value", conditions.RequestId)),
        StoreFault.Full => Suffered(ErrorReason.StorageFull, "There is no room left to store it. Nothing was stored.", fault),
        StoreFault.Damaged => Suffered(ErrorReason.StorageDamaged, "What is stored is damaged and is not given out. Nothing was changed.", fault),
        StoreFault.ReadOnly or StoreFault.Newer => Suffered(
            ErrorReason.StorageReadOnly, "The storage takes no writes until somebody sees to it. Nothing was stored.", fault),
        StoreFault.InUse or StoreFault.Unavailable => Suffered(
            ErrorReason.StorageUnavailable, "The storage cannot be reached or written just now. Try again with the same request id.", fault),
        _ => throw new UnreachableException(),
    };

    private static RequestException Suffered(ErrorReason reason, string message, StoreException fault) => new(reason, message, fault);
}
