using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Tests.Cli;

/// <summary>Several processes on one database file: what one was told is written, stays, whoever else comes, goes or is killed.</summary>
public sealed class SharedFileTests : IDisposable
{
    private const string Database = "motif.db";

    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => Path.Combine(_folder.Path, Database);

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task A_server_keeps_its_lock_on_the_file_whatever_is_asked_of_it_or_beside_it()
    {
        await using var server = await ServeProcess.StartAsync(
            _folder.Path,
            "--database",
            Database
        );
        await ShouldHoldLockAsync(server);
        foreach (var path in (string[])["/api/v1/system", "/health/ready", "/metrics"])
        {
            (await server.Client.GetAsync(path)).EnsureSuccessStatusCode();
            await ShouldHoldLockAsync(server);
        }
        (await server.CreateAsync("one")).ShouldBeTrue();
        foreach (
            var command in (string[])["db status", "doctor", "patterns list", "db backup copy"]
        )
        {
            await RunAsync(command.Split(' '));
            File.Exists(DatabasePath + "-wal").ShouldBeTrue($"{command} took the log away");
            await ShouldHoldLockAsync(server);
        }
    }

    [Fact, Trait("Category", "Slow")]
    public async Task What_a_server_or_a_command_acknowledged_outlives_twenty_kills_of_either() =>
        await KillInTurnsAsync(rounds: 20);

    [LinuxFact, Trait("Category", "Slow")]
    public async Task A_suspended_server_loses_nothing_and_takes_nothing_from_a_living_one()
    {
        await using var suspended = await StartAsync();
        await using var living = await StartAsync();
        var written = new List<string>();
        await CreateManyAsync(suspended, "before", 5, written);
        var interrupted = CreateManyAsync(suspended, "interrupted", 40, written);
        await Task.Yield();
        await suspended.SuspendAsync();
        await RunAsync("patterns", "import", Catalogue("import", 100), "--database", Database);
        await CreateManyAsync(living, "meanwhile", 20, written);
        await living.KillAsync();
        await suspended.WakeAsync();
        await interrupted;
        await CreateManyAsync(suspended, "after", 5, written);
        await suspended.KillAsync();

        written.Count.ShouldBe(70);
        await ShouldHoldAsync([.. written, .. Keys("import", 100)]);
    }

    [Fact, Trait("Category", "Slow")]
    public async Task Servers_and_commands_that_scan_and_import_at_once_neither_damage_the_file_nor_say_so()
    {
        for (var i = 0; i < 60; i++)
            _folder.File(
                $"tree/n{i % 5}/c{i}.py",
                $"def read_{i}(path):\n    \"\"\"Reads {i}.\"\"\"\n    for attempt in range(3):\n        try:\n            return open(path).read()\n        except OSError:\n            pass\n    return {i}\n"
            );
        await using var one = await StartAsync("--code-root", "tree");
        await using var two = await StartAsync("--code-root", "tree");
        for (var round = 0; round < 3; round++)
        {
            var scans = new[] { one, two }.Select(ScanAsync);
            var commands = new[]
            {
                RunAsync("code", "scan", "tree", "--database", Database),
                RunAsync("code", "scan", "tree", "--database", Database),
                RunAsync("patterns", "import", Catalogue($"a{round}", 300), "--database", Database),
                RunAsync("patterns", "import", Catalogue($"b{round}", 300), "--database", Database),
            };
            await Task.WhenAll([.. scans, .. commands]);
        }
        await ShouldHoldAsync([.. Keys("a2", 300), .. Keys("b0", 300)]);
    }

    [Fact]
    public async Task A_restore_beside_a_server_is_refused_and_replaces_nothing()
    {
        await using (var server = await StartAsync())
        {
            (await server.CreateAsync("first")).ShouldBeTrue();
            await RunAsync("db", "backup", "copy", "--database", Database);
            (await server.CreateAsync("second")).ShouldBeTrue();
            var refused = await CommandRun.In(
                _folder.Path,
                ["db", "restore", "copy", "--yes", "--database", Database]
            );
            refused.ExitCode.ShouldBe(1, refused.Errors);
            refused.Errors.ShouldContain("stop the server first");
            var written = new List<string>();
            await CreateManyAsync(server, "later", 30, written);
            await server.KillAsync();
            await ShouldHoldAsync(["first", "second", .. written]);
        }
        await RunAsync("db", "restore", "copy", "--yes", "--database", Database);
        JournalMode(DatabasePath).ShouldBe("wal");
        (await KeysAsync()).ShouldBe(["first"]);
        await using var again = await StartAsync();
        (await again.CreateAsync("third")).ShouldBeTrue();
    }

    private async Task KillInTurnsAsync(int rounds)
    {
        var written = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            await using var server = await StartAsync();
            using var import = CommandRun.Start(
                _folder.Path,
                ["patterns", "import", Catalogue($"import{round}", 400), "--database", Database]
            );
            var errors = import.StandardError.ReadToEndAsync();
            await CreateManyAsync(server, $"round{round}", 10 + 7 * (round % 4), written);
            await RunAsync("patterns", "list", "--database", Database);
            await CreateManyAsync(server, $"more{round}", 20, written);
            if (round % 2 == 1)
                import.Kill();
            else
                await server.KillAsync();
            await import.WaitForExitAsync();
            if (import.ExitCode == 0)
                written.AddRange(Keys($"import{round}", 400));
            else if (round % 2 == 0)
                throw new InvalidOperationException($"the import failed: {await errors}");
            await CreateManyAsync(server, $"last{round}", round % 2 == 1 ? 10 : 0, written);
        }
        await ShouldHoldAsync(written);
    }

    private Task<ServeProcess> StartAsync(params string[] more) =>
        ServeProcess.StartAsync(_folder.Path, ["--database", Database, .. more]);

    private static async Task CreateManyAsync(
        ServeProcess server,
        string prefix,
        int count,
        List<string> written
    )
    {
        foreach (var key in Keys(prefix, count))
        {
            if (await server.CreateAsync(key))
                written.Add(key);
        }
    }

    private static async Task ScanAsync(ServeProcess server)
    {
        using var content = new StringContent(
            """{"paths": ["."]}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var started = await server.Client.PostAsync("/api/v1/code/scans", content);
        ((int)started.StatusCode).ShouldBe(202, await started.Content.ReadAsStringAsync());
        while (true)
        {
            var scan = JsonElement.Parse(
                await server.Client.GetStringAsync(started.Headers.Location)
            );
            if (scan.GetProperty("state").GetString() is not "running" and var state)
            {
                state.ShouldBe("finished", scan.ToString());
                return;
            }
            await Task.Delay(50);
        }
    }

    private async Task RunAsync(params string[] arguments)
    {
        var run = await CommandRun.In(_folder.Path, arguments);
        run.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}: {run.Errors}");
    }

    private string Catalogue(string prefix, int count) =>
        _folder.File(
            $"{prefix}.ndjson",
            string.Join(
                '\n',
                Keys(prefix, count)
                    .Select(key =>
                        $$"""{"pattern_type": "trial", "key": "{{key}}", "name": "{{key}}"}"""
                    )
            )
        );

    private static IEnumerable<string> Keys(string prefix, int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}"));

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(DatabasePath);
        await using var parts = services.BuildServiceProvider();
        var store = parts.GetRequiredService<IPatternStore>();
        var keys = new List<string>();
        var query = new Catalog.PatternQuery { Limit = 500 };
        do
        {
            var page = await store.ListAsync(query, default);
            keys.AddRange(page.Items.Select(p => p.Key));
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);
        return keys;
    }

    private async Task ShouldHoldAsync(IReadOnlyList<string> written)
    {
        written.Except(await KeysAsync()).ShouldBeEmpty("acknowledged, and lost");
        Scalar(DatabasePath, "PRAGMA integrity_check").ShouldBe("ok");
    }

    /// <summary>SQLite's shared lock: 510 bytes from 2^30 + 2 on.</summary>
    private async Task ShouldHoldLockAsync(ServeProcess server)
    {
        using var stat = Process.Start(
            new ProcessStartInfo("stat", ["-c", "%i", DatabasePath])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var inode = (await stat.StandardOutput.ReadToEndAsync()).Trim();
        var locks = await File.ReadAllLinesAsync("/proc/locks");
        locks.ShouldContain(
            line =>
                line.Contains(" READ ", StringComparison.Ordinal)
                && line.Contains($" {server.Id} ", StringComparison.Ordinal)
                && line.Contains($":{inode} 1073741826 ", StringComparison.Ordinal),
            string.Join('\n', locks)
        );
    }

    private static object? JournalMode(string path) => Scalar(path, "PRAGMA journal_mode");

    private static object? Scalar(string path, string pragma)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = pragma;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
