using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analysis.Storage;

/// <summary>What SQLite's error codes mean for the store.</summary>
internal static class SqliteFaults
{
    /// <summary>Whether the disk failed under a statement. Then nothing more is written: see <see cref="WriteQueue"/>.</summary>
    public static bool IsInputOutput(this SqliteException failure) => failure.SqliteErrorCode == raw.SQLITE_IOERR;

    /// <summary>Whether what was read is not what was written.</summary>
    public static bool IsDamage(this SqliteException failure) => FaultOf(failure) == StoreFault.Damaged;

    /// <summary>The fault with a message for the operator.</summary>
    /// <param name="failure">From SQLite.</param>
    /// <param name="file">The database it is about.</param>
    public static StoreException ToStoreException(this SqliteException failure, string file)
    {
        var fault = FaultOf(failure);
        string message = fault switch
        {
            StoreFault.Damaged => $"{file} is damaged. It was left as it is: restore it, with the files beside it, from a backup.",
            StoreFault.Full => $"There is no room for {file}. Nothing was written: make room and try again.",
            StoreFault.ReadOnly => $"{file}, or a file beside it, cannot be opened for writing. Grant this process write permission on the folder.",
            _ => $"{file} cannot be read or written at the moment. Try again; if it stays so, check the disk.",
        };
        return new StoreException(fault, $"{message} (SQLite error {failure.SqliteErrorCode}, extended {failure.SqliteExtendedErrorCode}.)", cause: failure);
    }

    private static StoreFault FaultOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreFault.Damaged,
        // An error in the SQL, or a row against a constraint, only comes about when tables are not those that the migrations made.
        raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH => StoreFault.Damaged,
        raw.SQLITE_FULL => StoreFault.Full,
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => StoreFault.ReadOnly,
        _ => StoreFault.Unavailable,
    };
}
