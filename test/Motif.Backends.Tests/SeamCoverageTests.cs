using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Tests.Conformance;
using Motif.Backends.Tests.Redis;
using Motif.Catalog;
using Motif.Tests.Shared;
using Motif.Tests.Vectors;
using Motif.Vectors;

namespace Motif.Backends.Tests;

/// <summary>No implementation of a storage seam is left out of the list or of its suite.</summary>
public sealed class SeamCoverageTests
{
    private static readonly Type[] Seams =
    [
        .. typeof(IPatternStore)
            .Assembly.GetTypes()
            .Where(t => t.IsInterface && t.Namespace == "Motif.Storage"),
    ];

    private static readonly string[] Settings = ["motif.db", "postgresql://user@localhost/motif"];

    public static TheoryData<string> Doors => new(Settings);

    [Theory]
    [MemberData(nameof(Doors))]
    public void Every_door_opens_every_seam(string setting)
    {
        using var server = TestBackend.Open(setting);
        Seams.ShouldNotBeEmpty();
        foreach (var seam in Seams)
            server.GetService(seam).ShouldNotBeNull($"{seam.Name} by {setting}");
    }

    [Fact]
    public void Every_implementation_is_behind_a_door()
    {
        var registered = new HashSet<Type>();
        foreach (var setting in Settings)
        {
            using var server = TestBackend.Open(setting);
            registered.UnionWith(Seams.Select(s => server.GetRequiredService(s).GetType()));
        }
        var implementations = typeof(DatabaseServices)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(t => t.GetInterfaces().Intersect(Seams).Any());
        implementations.Except(registered).ShouldBeEmpty();
    }

    [Fact]
    public void Every_seam_has_a_suite_and_every_suite_runs_on_every_backend()
    {
        var types = typeof(StorageConformance).Assembly.GetTypes();
        var suites = types
            .Where(t => t.IsAbstract && typeof(StorageConformance).IsAssignableFrom(t))
            // What other suites start with is none itself.
            .Where(t => !types.Any(other => other.IsAbstract && other.BaseType == t))
            .ToList();
        foreach (var seam in Seams)
            suites.Select(s => s.Name).ShouldContain(seam.Name[1..] + "Conformance");
        foreach (var suite in suites)
        {
            // The cache before the content store runs its suite beside the databases.
            var classes = types
                .Where(t => t.BaseType == suite && t != typeof(RedisContentStoreTests))
                .ToList();
            classes
                .Select(c => c.Namespace!.Split('.')[^1])
                .ShouldBe(["Postgres", "Sqlite"], ignoreOrder: true, suite.Name);
            foreach (var one in classes)
                (one.GetCustomAttribute<NeedsPostgresAttribute>() is not null).ShouldBe(
                    one.Namespace!.EndsWith("Postgres", StringComparison.Ordinal),
                    one.Name
                );
        }
    }

    [PostgresFact]
    public async Task The_test_server_makes_and_drops_databases()
    {
        var url = await PostgresServer.CreateDatabaseAsync();
        await PostgresServer.ExecuteAsync(url, "CREATE TABLE t (i integer)");
        await PostgresServer.DropDatabaseAsync(url);
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            PostgresServer.ExecuteAsync(url, "SELECT 1")
        );
    }

    [Fact]
    public void Every_remote_vector_index_passes_the_suite_of_all_indexes()
    {
        var suites = typeof(StorageConformance)
            .Assembly.GetTypes()
            .Where(t => t.BaseType == typeof(VectorIndexConformance))
            .Select(t => t.Name)
            .ToList();
        var indexes = typeof(DatabaseServices)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(t => typeof(IRemoteVectorIndex).IsAssignableFrom(t))
            .ToList();
        indexes.ShouldNotBeEmpty();
        foreach (var index in indexes)
            suites.ShouldContain($"{index.Name[..^"Index".Length]}ConformanceTests");
    }
}
