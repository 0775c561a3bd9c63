namespace Analysis.Storage;

/// <summary>What is wrong: the first six with the store, the others with the request.</summary>
public enum StoreFault
{
    /// <summary>A file, or the one article asked for, is not what was written. Nothing was changed.</summary>
    Damaged,

    /// <summary>No room on the disk. Nothing was written; goes on by itself once there is room.</summary>
    Full,

    /// <summary>The folder or a file in it cannot be opened for writing.</summary>
    ReadOnly,

    /// <summary>Another process has the folder.</summary>
    InUse,

    /// <summary>
    /// The disk failed. Whether a write of that moment was made is unknown: repeat it with its request id. After an I/O error no more
    /// writes are taken until the store is opened again; reading goes on.
    /// </summary>
    Unavailable,

    /// <summary>Made by a later version of this program.</summary>
    Newer,

    /// <summary>There is no such article.</summary>
    NotFound,

    /// <summary>The latest revision has another etag.</summary>
    EtagMismatch,

    /// <summary>The request id was used for another request.</summary>
    RequestIdReused,
}

/// <summary>What the store refuses or suffers. The message names the file or value and the remedy, and holds no text of an article.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="message">Sentences for the operator or the caller.</param>
/// <param name="currentEtag">Of the latest revision, for <see cref="StoreFault.EtagMismatch"/>; empty where there is none.</param>
/// <param name="cause">What lies below.</param>
public sealed class StoreException(StoreFault fault, string message, string currentEtag = "", Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is wrong.</summary>
    public StoreFault Fault => fault;

    /// <summary>Etag of the latest revision, for <see cref="StoreFault.EtagMismatch"/>; empty where there is no such article.</summary>
    public string CurrentEtag => currentEtag;
}
