namespace Motif.Storage;

/// <summary>What a database says of itself.</summary>
/// <param name="System">Such as <c>sqlite 3.53.4</c> or <c>postgresql 15.18</c>.</param>
/// <param name="Location">File path, or host, port and database name; never a secret.</param>
/// <param name="SchemaVersion">The last migration applied, 0 for an empty database.</param>
/// <param name="ProgramVersion">The last migration this program knows.</param>
/// <param name="SizeBytes">Null where the backend does not tell.</param>
public sealed record DatabaseStatus(
    string System,
    string Location,
    int SchemaVersion,
    int ProgramVersion,
    IReadOnlyList<AppliedMigration> Applied,
    IReadOnlyList<string> Pending,
    long? SizeBytes
);

/// <summary>One migration that was applied.</summary>
public sealed record AppliedMigration(int Version, string Name, DateTimeOffset At);

/// <summary>
/// The database as a whole: its schema and its copies. Thread-safe; failures are <see cref="BackendException"/>.
/// </summary>
public interface IMotifDatabase
{
    /// <summary>
    /// Applies what is pending, each migration in a transaction, guarded against a second program doing the same. Refuses
    /// a database that is newer than the program and one that belongs to another program.
    /// </summary>
    Task<DatabaseStatus> MigrateAsync(CancellationToken cancellationToken);

    Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Cheap proof that the database answers; where the last write failed for a trouble of the disk, also that it writes
    /// again.
    /// </summary>
    Task PingAsync(CancellationToken cancellationToken);

    /// <summary>Writes a consistent copy to a new file while others read and write; refuses an existing file.</summary>
    Task BackupAsync(string path, CancellationToken cancellationToken);

    /// <summary>Replaces the content by that of a backup; the backup is checked before anything is replaced.</summary>
    Task RestoreAsync(string path, CancellationToken cancellationToken);
}
