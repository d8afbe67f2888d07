using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Compares the migrations that a database has seen with those that this program knows.</summary>
internal static class SchemaHistory
{
    public const string Table = "motif_migrations";

    public const string Select =
        $"SELECT version AS Version, name AS Name, applied_at AS AppliedAt FROM {Table} ORDER BY version";

    public const string Insert =
        $"INSERT INTO {Table} (version, name, applied_at) VALUES (@version, @name, @applied_at)";

    /// <summary>The migrations still to be applied.</summary>
    /// <exception cref="BackendException">The database is newer than the program, or was made by another one.</exception>
    public static IReadOnlyList<Migration> Pending(
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        IReadOnlyList<AppliedMigration> applied
    )
    {
        if (applied.Count > known.Count)
            throw BackupFile.Refusal(
                dialect.System,
                "database.migrate",
                $"the database has schema {applied[^1].Version}, this program knows {known.Count}: use the newer program that wrote it"
            );
        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Version != known[i].Version || applied[i].Name != known[i].Name)
                throw BackupFile.Refusal(
                    dialect.System,
                    "database.migrate",
                    $"the database was made by another program: its migration {applied[i].Version} is '{applied[i].Name}', not '{known[i].Name}'"
                );
        }
        return [.. known.Skip(applied.Count)];
    }

    public static AppliedMigration ToMigration(MigrationRow row) =>
        new(row.Version, row.Name, row.AppliedAt.Value);
}

/// <summary>A row of <see cref="SchemaHistory.Table"/>.</summary>
internal sealed class MigrationRow
{
    public int Version { get; init; }

    public string Name { get; init; } = "";

    public StoredTime AppliedAt { get; init; }
}
