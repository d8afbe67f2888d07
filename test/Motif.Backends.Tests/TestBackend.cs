using Microsoft.Extensions.DependencyInjection;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests;

/// <summary>A kind of database in which tests make databases of their own.</summary>
public abstract class TestBackend
{
    /// <summary>Makes an empty database and returns the setting that opens it.</summary>
    public abstract Task<string> CreateAsync();

    public abstract Task DropAsync(string setting);

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
}

public sealed class PostgresBackend : TestBackend
{
    public override Task<string> CreateAsync() => PostgresServer.CreateDatabaseAsync();

    public override Task DropAsync(string setting) => PostgresServer.DropDatabaseAsync(setting);
}
