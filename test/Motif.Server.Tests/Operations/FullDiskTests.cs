using Motif.Tests.Shared;

namespace Motif.Server.Tests.Operations;

/// <summary>A disk without room fails what is written, says so, and is forgotten as soon as there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Patterns = "/api/v1/patterns";

    private const int Length = 18_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motif-full-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SmallDiskFact]
    public async Task A_full_disk_under_sqlite_is_told_and_survived()
    {
        using var disk = SmallDisk.Mount(_folder.FullName, megabytes: 4);
        var database = Path.Combine(disk.Path, "motif.db");
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                Database = database,
            }
        );
        await ShouldSurviveAsync(server, () => disk.Grow(megabytes: 32));
    }

    [SmallDiskFact, Trait("Category", "Slow")]
    public async Task A_full_disk_under_postgresql_is_told_and_survived()
    {
        if (PostgresServer.SkipReason is not null)
            return;
        using var disk = SmallDisk.Mount(_folder.FullName, megabytes: 24);
        var database = await PostgresServer.CreateDatabaseAsync(disk.Path);
        try
        {
            await using var server = await RunningServer.StartAsync(o =>
                o with
                {
                    Database = database,
                }
            );
            await ShouldSurviveAsync(server, () => disk.Grow(megabytes: 96));
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(database);
        }
    }

    private static async Task ShouldSurviveAsync(RunningServer server, Action makeRoom)
    {
        var refused = await FillAsync(server);
        refused.ShouldBeProblem(507, "storage-full")["detail"]!
            .GetValue<string>()
            .ShouldContain("no room");
        var ready = await server.GetAsync("/health/ready");
        ready.Status.ShouldBe(503, ready.Text);
        ready.Json["checks"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == "database")![
            "reason"
        ]!
            .GetValue<string>()
            .ShouldContain("full");
        (await server.GetAsync(Patterns)).Status.ShouldBe(200);
        var once = await server.PostAsync(
            Patterns,
            Draft("with a key"),
            ("Idempotency-Key", "once")
        );
        once.ShouldBeProblem(507, "storage-full");

        makeRoom();
        ready = await server.GetAsync("/health/ready");
        ready.Status.ShouldBe(200, ready.Text);
        once = await server.PostAsync(Patterns, Draft("with a key"), ("Idempotency-Key", "once"));
        once.Status.ShouldBe(201, once.Text);
    }

    private static async Task<Answer> FillAsync(RunningServer server)
    {
        for (var i = 0; ; i++)
        {
            var answer = await server.PostAsync(Patterns, Draft($"filling {i}"));
            if (answer.Status != 201)
                return answer;
            i.ShouldBeLessThan(10_000, "the disk never fills");
        }
    }

    private static string Draft(string name) =>
        $$"""{"pattern_type": "trial", "name": "{{name}}", "description": "{{name}} {{Scrambled(name)}}"}""";

    /// <summary>Text that no database compresses.</summary>
    private static string Scrambled(string seed)
    {
        var text = new System.Text.StringBuilder();
        for (var block = 0; text.Length < Length; block++)
            text.Append(
                Convert.ToBase64String(
                    System.Security.Cryptography.SHA512.HashData(
                        System.Text.Encoding.UTF8.GetBytes($"{seed} {block}")
                    )
                )
            );
        return text.ToString();
    }
}
