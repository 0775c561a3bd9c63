using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analysis.Storage;

/// <summary>A connection with the statements it has prepared. One caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>How long a statement, or a checkpoint, waits for another connection. Reads take milliseconds; this is for a machine that stalls.</summary>
    private const int PatienceSeconds = 5;

    private const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a connection.</summary>
    /// <param name="file">The database.</param>
    /// <param name="mode">Whether to write, and to create.</param>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    /// <remarks>
    /// Closing writes nothing, so that a file found damaged stays as it was: who wants a checkpoint asks for it. cell_size_check has every
    /// page checked as it is read.
    /// </remarks>
    public static SqliteSession Open(string file, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = PatienceSeconds };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out _), connection.Handle);
            var session = new SqliteSession(connection);
            session.Execute($"PRAGMA busy_timeout = {PatienceSeconds}000");
            session.Execute("PRAGMA trusted_schema = OFF");
            session.Execute("PRAGMA cell_size_check = ON");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether nothing can be written; SQLite settles for that where the file does not permit more.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_connection.Handle, "main") == 1;

    /// <summary>Runs a statement to its end.</summary>
    public void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>The first value of the first row; null where there is no row.</summary>
    public object? Value(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteScalar();

    /// <summary>The rows of a query, to be read and disposed before the next statement of the same text.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteReader();

    /// <summary>Runs a script of several statements.</summary>
    public void Run(string script)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _prepared.Add(sql, command);
        }
        foreach (var (name, value) in parameters) command.Parameters[name].Value = value;
        return command;
    }
}
