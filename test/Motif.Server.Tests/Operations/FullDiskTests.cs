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
        var ready = await ReadinessAsync(server, TellsFull);
        ready.Status.ShouldBe(503, ready.Text);
        TellsFull(ready).ShouldBeTrue(ready.Text);
        (await server.GetAsync(Patterns)).Status.ShouldBe(200);
        var once = await server.PostAsync(
            Patterns,
            Draft("with a key"),
            ("Idempotency-Key", "once")
        );
        once.ShouldBeProblem(507, "storage-full");

        makeRoom();
        ready = await ReadinessAsync(server, answer => answer.Status == 200);
        ready.Status.ShouldBe(200, ready.Text);
        once = await server.PostAsync(Patterns, Draft("with a key"), ("Idempotency-Key", "once"));
        once.Status.ShouldBe(201, once.Text);
    }

    /// <summary>The answer that is waited for: a check that took too long on a busy machine says something else first.</summary>
    private static Task<Answer> ReadinessAsync(
        RunningServer server,
        Func<Answer, bool> isExpected
    ) => Eventually.ReadAsync(() => server.GetAsync("/health/ready"), isExpected);

    private static bool TellsFull(Answer ready) =>
        ready.Json["checks"]!
            .AsArray()
            .Single(c => c!["name"]!.GetValue<string>() == "database")!["reason"]
            ?.GetValue<string>()
            .Contains("full", StringComparison.Ordinal) == true;

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
