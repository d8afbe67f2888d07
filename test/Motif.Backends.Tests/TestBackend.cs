using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motif.Tests.Shared;
using Npgsql;

namespace Motif.Backends.Tests;

/// <summary>A kind of database in which tests make databases of their own.</summary>
public abstract class TestBackend
{
    /// <summary>Makes an empty database and returns the setting that opens it.</summary>
    public abstract Task<string> CreateAsync();

    public abstract Task DropAsync(string setting);

    /// <summary>The places that hold a text in what the database has written, be it in use or not.</summary>
    public virtual Task<IReadOnlyList<string>> WrittenInAsync(string setting, string text) =>
        throw new NotSupportedException();

    /// <summary>The places that hold a text in rows of the database.</summary>
    public virtual Task<IReadOnlyList<string>> HeldInAsync(string setting, string text) =>
        throw new NotSupportedException();

    /// <summary>Chooses the database, and what stands before it.</summary>
    public virtual void Use(MotifBuilder builder, string setting) => builder.UseDatabase(setting);

    /// <summary>The parts of one server on the database.</summary>
    public static ServiceProvider Open(string setting)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(setting);
        return services.BuildServiceProvider();
    }
}

public sealed class SqliteBackend : TestBackend
{
    public override Task<string> CreateAsync() =>
        Task.FromResult(
            Path.Combine(Directory.CreateTempSubdirectory("motif-sqlite-").FullName, "motif.db")
        );

    public override Task DropAsync(string setting)
    {
        Directory.Delete(Path.GetDirectoryName(setting)!, recursive: true);
        return Task.CompletedTask;
    }

    public override async Task<IReadOnlyList<string>> WrittenInAsync(string setting, string text)
    {
        var places = new List<string>();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(setting)!))
        {
            await using var open = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                places.Add(Path.GetFileName(file));
        }
        return places;
    }

    /// <summary>A copy that SQLite makes has no page that is not in use.</summary>
    public override async Task<IReadOnlyList<string>> HeldInAsync(string setting, string text)
    {
        var copy = Directory.CreateTempSubdirectory("motif-copy-");
        try
        {
            var file = Path.Combine(copy.FullName, "copy.db");
            await using (var connection = new SqliteConnection($"Data Source={setting}"))
            {
                await connection.OpenAsync();
                await using var vacuum = connection.CreateCommand();
                vacuum.CommandText = "VACUUM INTO $file";
                vacuum.Parameters.AddWithValue("$file", file);
                await vacuum.ExecuteNonQueryAsync();
            }
            return await WrittenInAsync(file, text);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}

public sealed class PostgresBackend : TestBackend
{
    public override Task<string> CreateAsync() => PostgresServer.CreateDatabaseAsync();

    public override Task DropAsync(string setting) => PostgresServer.DropDatabaseAsync(setting);

    public override Task<IReadOnlyList<string>> WrittenInAsync(string setting, string text) =>
        HeldInAsync(setting, text);

    public override async Task<IReadOnlyList<string>> HeldInAsync(string setting, string text)
    {
        await using var source = NpgsqlDataSource.Create(PostgresServer.ConnectionString(setting));
        var tables = new List<string>();
        await using (
            var list = source.CreateCommand(
                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
            )
        )
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        var places = new List<string>();
        foreach (var table in tables)
        {
            // A name cannot be a parameter; it was quoted by the server.
            await using var count = source.CreateCommand(
                $"SELECT count(*) FROM {table} AS held WHERE strpos(held::text, $1) > 0 OR strpos(held::text, $2) > 0"
            );
            count.Parameters.AddWithValue(text);
            count.Parameters.AddWithValue(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)));
            if ((long)(await count.ExecuteScalarAsync())! > 0)
                places.Add(table);
        }
        return places;
    }
}
