using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Motif.Backends.Relational;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>
/// A logical copy of Motif's own tables, as of one moment, that needs no other program: a ZIP archive with one binary
/// COPY stream a table and a manifest that names their columns and checksums.
/// </summary>
internal static class PostgresBackup
{
    private const string ManifestName = "motif-backup.json";

    /// <summary>The first bytes of every ZIP archive with something in it.</summary>
    private static ReadOnlySpan<byte> ArchiveMark => "PK\x03\x04"u8;

    private const string Format = "motif-postgresql-1";

    public static async Task WriteAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Migration> known,
        FileStream file,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancellationToken
        );
        var applied = await PostgresSchema.AppliedAsync(connection, transaction);
        var contents = new List<TableContent>();
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var table in Migration.TablesAfter(known.Take(applied.Count)))
        {
            var columns = await ColumnsAsync(connection, transaction, table);
            contents.Add(
                await CopyOutAsync(connection, archive, table, columns, cancellationToken)
            );
        }
        await using var manifest = archive.CreateEntry(ManifestName).Open();
        await JsonSerializer.SerializeAsync(
            manifest,
            new Manifest(Format, [.. applied.Select(a => a.Name)], time.GetUtcNow(), contents),
            MotifJson.Indented,
            cancellationToken
        );
    }

    /// <summary>
    /// Everything in one transaction: the tables are dropped, made again by the backup's own migrations, and filled.
    /// </summary>
    public static async Task RestoreAsync(
        NpgsqlConnection connection,
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        string path,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var archive = Open(path);
        var manifest = await CheckAsync(archive, known, path, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PostgresSchema.LockAsync(connection, transaction);
        await DropAsync(connection, transaction, dialect, known);
        foreach (var migration in known.Take(manifest.Migrations.Count))
            await PostgresSchema.ApplyAsync(
                connection,
                transaction,
                dialect,
                migration,
                time.GetUtcNow()
            );
        // A migration may have put first rows into its tables; the backup has them as they became.
        await connection.ExecuteAsync(
            $"TRUNCATE {string.Join(", ", manifest.Tables.Select(t => t.Name))}",
            transaction: transaction
        );
        await CopyInAsync(connection, transaction, archive, manifest.Tables, cancellationToken);
        await connection.ExecuteAsync(
            """
            SELECT setval(pg_get_serial_sequence('pattern_relationships', 'relationship_id'),
                          (SELECT coalesce(max(relationship_id), 0) + 1 FROM pattern_relationships), false)
            """,
            transaction: transaction
        );
        await transaction.CommitAsync(cancellationToken);
        // Without statistics the planner would walk where it should look up.
        await connection.ExecuteAsync(
            $"ANALYZE {string.Join(", ", manifest.Tables.Select(t => t.Name))}",
            commandTimeout: 0
        );
    }

    private static async Task<string[]> ColumnsAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        string table
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = CAST(@table AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum
            """,
            connection,
            transaction
        );
        command.Parameters.AddWithValue("table", table);
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));
        return [.. columns];
    }

    private static async Task<TableContent> CopyOutAsync(
        NpgsqlConnection connection,
        ZipArchive archive,
        string table,
        string[] columns,
        CancellationToken cancellationToken
    )
    {
        await using var source = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table} ({string.Join(", ", columns)}) TO STDOUT (FORMAT binary)",
            cancellationToken
        );
        await using var target = archive
            .CreateEntry(EntryName(table), CompressionLevel.Fastest)
            .Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return new TableContent(table, columns, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>What triggers derive from a table is in the backup too: they rest until all is in.</summary>
    private static async Task CopyInAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        ZipArchive archive,
        IReadOnlyList<TableContent> tables,
        CancellationToken cancellationToken
    )
    {
        foreach (var table in tables)
            await connection.ExecuteAsync(
                $"ALTER TABLE {table.Name} DISABLE TRIGGER USER",
                transaction: transaction
            );
        foreach (var table in tables)
            await CopyInAsync(connection, archive, table, cancellationToken);
        foreach (var table in tables)
            await connection.ExecuteAsync(
                $"ALTER TABLE {table.Name} ENABLE TRIGGER USER",
                transaction: transaction
            );
    }

    private static async Task CopyInAsync(
        NpgsqlConnection connection,
        ZipArchive archive,
        TableContent table,
        CancellationToken cancellationToken
    )
    {
        await using var source = archive.GetEntry(EntryName(table.Name))!.Open();
        await using var target = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT binary)",
            cancellationToken
        );
        await source.CopyToAsync(target, cancellationToken);
    }

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw IsArchive(path) ? Cut(path) : Foreign(path);
        }
    }

    /// <summary>It begins like one, and its end is missing.</summary>
    private static bool IsArchive(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[ArchiveMark.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(ArchiveMark);
    }

    /// <summary>Reads all of it, so that a damaged backup is refused before anything is dropped.</summary>
    private static async Task<Manifest> CheckAsync(
        ZipArchive archive,
        IReadOnlyList<Migration> known,
        string path,
        CancellationToken cancellationToken
    )
    {
        var manifest = await ReadManifestAsync(archive, path, cancellationToken);
        if (manifest.Migrations.Count > known.Count)
            throw Refusal(
                $"{path} has schema {manifest.Migrations.Count}, this program knows {known.Count}: use the newer program that wrote it"
            );
        if (
            !manifest.Migrations.SequenceEqual(
                known.Take(manifest.Migrations.Count).Select(m => m.Name),
                StringComparer.Ordinal
            )
        )
            throw Foreign(path);
        // The names go into statements: only those that our own migrations make are let through.
        var tables = Migration.TablesAfter(known.Take(manifest.Migrations.Count));
        if (!manifest.Tables.Select(t => t.Name).SequenceEqual(tables, StringComparer.Ordinal))
            throw Foreign(path);
        foreach (var table in manifest.Tables)
            await CheckAsync(archive, table, path, cancellationToken);
        return manifest;
    }

    private static async Task CheckAsync(
        ZipArchive archive,
        TableContent table,
        string path,
        CancellationToken cancellationToken
    )
    {
        if (
            !table.Columns.All(c =>
                c.Length > 0 && c.All(l => char.IsAsciiLetterLower(l) || l == '_')
            )
        )
            throw Foreign(path);
        try
        {
            await using var content =
                archive.GetEntry(EntryName(table.Name))?.Open() ?? throw Foreign(path);
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            if (Convert.ToHexStringLower(hash) == table.Sha256)
                return;
        }
        catch (InvalidDataException)
        {
            // The archive's own checksum failed.
        }
        throw Refusal(
            $"the backup {path} is damaged and was not restored: the checksum of {table.Name} is wrong"
        );
    }

    private static async Task<Manifest> ReadManifestAsync(
        ZipArchive archive,
        string path,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var stream = archive.GetEntry(ManifestName)?.Open() ?? throw Foreign(path);
            var manifest = await JsonSerializer.DeserializeAsync<Manifest>(
                stream,
                MotifJson.Options,
                cancellationToken
            );
            return manifest?.Format == Format ? manifest : throw Foreign(path);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            throw Foreign(path);
        }
    }

    private static async Task DropAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        SqlDialect dialect,
        IReadOnlyList<Migration> known
    )
    {
        var applied = await PostgresSchema.AppliedAsync(connection, transaction);
        SchemaHistory.Pending(dialect, known, applied);
        if (applied.Count == 0)
            return;
        var tables = Migration.TablesAfter(known.Take(applied.Count)).Append(SchemaHistory.Table);
        await connection.ExecuteAsync(
            $"DROP TABLE {string.Join(", ", tables)} CASCADE",
            transaction: transaction
        );
    }

    private static string EntryName(string table) => $"tables/{table}.copy";

    private static Storage.BackendException Cut(string path) =>
        Refusal($"the backup {path} is damaged and was not restored: it was cut");

    private static Storage.BackendException Foreign(string path) =>
        Refusal(
            $"{path} is not a backup of a PostgreSQL catalogue; a backup is restored into the kind of database it came from"
        );

    private static Storage.BackendException Refusal(string message) =>
        BackupFile.Refusal(PostgresErrors.System, "database.restore", message);

    /// <param name="Migrations">The names of those that the tables had seen, in order.</param>
    private sealed record Manifest(
        string Format,
        IReadOnlyList<string> Migrations,
        DateTimeOffset CreatedAt,
        IReadOnlyList<TableContent> Tables
    );

    private sealed record TableContent(string Name, IReadOnlyList<string> Columns, string Sha256);
}
