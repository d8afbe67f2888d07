using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Relational;
using Motif.Backends.Sqlite;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IMotifDatabase"/> does this.</summary>
public abstract class MotifDatabaseConformance(TestBackend backend) : StorageConformance(backend)
{
    /// <summary>Runs SQL past the program.</summary>
    protected abstract Task TamperAsync(string setting, string sql);

    /// <summary>Makes the empty database one of an earlier program.</summary>
    /// <param name="folder">The backend's.</param>
    /// <param name="version">The last migration that program knew.</param>
    /// <param name="rows">Statements that write what it held.</param>
    protected async Task BeginAtAsync(string folder, int version, string rows)
    {
        await TamperAsync(
            Setting,
            folder == "Sqlite"
                ? $"PRAGMA application_id = {SqliteFile.ApplicationId}; CREATE TABLE {SchemaHistory.Table} (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)"
                : $"CREATE TABLE {SchemaHistory.Table} (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL)"
        );
        foreach (var step in Migration.Of(folder).Take(version))
        {
            await TamperAsync(Setting, step.Sql);
            await TamperAsync(
                Setting,
                $"INSERT INTO {SchemaHistory.Table} VALUES ({step.Version}, '{step.Name}', {(folder == "Sqlite" ? "1" : "now()")})"
            );
        }
        await TamperAsync(Setting, rows);
    }

    [ConformanceFact]
    public async Task An_empty_database_says_what_is_pending_and_migrating_applies_it_once()
    {
        var before = await Database.StatusAsync(Forever);
        before.SchemaVersion.ShouldBe(0);
        before.Pending.Count.ShouldBe(before.ProgramVersion);

        var after = await Database.MigrateAsync(Forever);
        after.SchemaVersion.ShouldBe(after.ProgramVersion);
        after.Pending.ShouldBeEmpty();
        after.Applied.Select(a => a.Version).ShouldBe(Enumerable.Range(1, after.ProgramVersion));
        after.SizeBytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
        (await Database.MigrateAsync(Forever)).Applied.ShouldBe(after.Applied);
        await Database.PingAsync(Forever);
    }

    [ConformanceFact]
    public async Task Two_servers_migrate_at_once_and_each_migration_is_applied_once()
    {
        var servers = Enumerable.Range(0, 4).Select(_ => OpenServer()).ToList();
        var statuses = await Task.WhenAll(
            servers.Select(s => s.GetRequiredService<IMotifDatabase>().MigrateAsync(Forever))
        );
        statuses.ShouldAllBe(s => s.Pending.Count == 0 && s.Applied.Count == s.ProgramVersion);
    }

    [ConformanceFact]
    public async Task A_store_brings_an_empty_database_up_to_date_by_itself()
    {
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(0);
        (await Database.StatusAsync(Forever)).Pending.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await Database.MigrateAsync(Forever);
        await TamperAsync(
            Setting,
            "INSERT INTO motif_migrations SELECT version + 1, '9999_future', applied_at FROM motif_migrations ORDER BY version DESC LIMIT 1"
        );
        var later = OpenServer();
        var refused = await Should.ThrowAsync<BackendException>(() =>
            later.GetRequiredService<IPatternStore>().CountAsync(Forever)
        );
        refused.Message.ShouldContain("newer program");
        refused.IsTransient.ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task A_database_of_another_line_of_the_program_is_refused()
    {
        await Database.MigrateAsync(Forever);
        await TamperAsync(
            Setting,
            "UPDATE motif_migrations SET name = '0001_fork' WHERE version = 1"
        );
        var refused = await Should.ThrowAsync<BackendException>(() =>
            OpenServer().GetRequiredService<IMotifDatabase>().MigrateAsync(Forever)
        );
        refused.Message.ShouldContain("another program");
    }

    [ConformanceFact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        await TamperAsync(Setting, "CREATE TABLE patterns (id integer)");
        var refused = await Should.ThrowAsync<BackendException>(() =>
            Database.MigrateAsync(Forever)
        );
        refused.Message.ShouldContain("another program");
        await TamperAsync(Setting, "INSERT INTO patterns VALUES (1)");
    }

    [ConformanceFact]
    public async Task A_backup_is_as_of_one_moment_and_restores_everything()
    {
        var patterns = Sample.Many(60, seed: 3);
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        await Usage.AppendAsync(
            [.. patterns.Select((p, i) => Sample.Use(p.PatternId, i, outcome: UseOutcome.Success))],
            Forever
        );
        var edge = new Relationship(
            patterns[0].PatternId,
            RelationshipType.Uses,
            patterns[1].PatternId,
            null,
            new(.5)
        );
        await Relationships.SaveAsync(edge, Forever);
        var counts = await Patterns.CountAsync(Forever);
        using var folder = new TemporaryFolder();
        var backup = folder.File("copy.motif-backup");

        await Database.BackupAsync(backup, Forever);
        await Patterns.PurgeAsync(patterns[0].PatternId, Forever);
        await SaveAsync(Sample.Insert(Sample.Pattern("later")));
        await Database.RestoreAsync(backup, Forever);

        Same(await Patterns.CountAsync(Forever), counts);
        (await Relationships.OfAsync(edge.SourceId, RelationshipDirection.Both, Forever)).ShouldBe([
            edge,
        ]);
        (
            await Patterns.ListAsync(new() { Search = patterns[7].Name }, Forever)
        ).Items.ShouldContain(p => p.PatternId == patterns[7].PatternId);
        var later = Sample.Pattern("later") with { Tags = ["later"] };
        await SaveAsync(Sample.Insert(later));
        (await FoundAsync(new() { Tags = ["later"] })).ShouldBe([later.PatternId]);
        (await FoundAsync(new() { Tags = ["db"], Limit = 100 })).ShouldBe(
            patterns.Where(p => p.Tags.Contains("db")).Select(p => p.PatternId),
            ignoreOrder: true
        );
        await Relationships.SaveAsync(edge with { Type = RelationshipType.Creates }, Forever);

        var other = await CreateAnotherAsync();
        try
        {
            await using var server = TestBackend.Open(other);
            await server.GetRequiredService<IMotifDatabase>().RestoreAsync(backup, Forever);
            Same(await server.GetRequiredService<IPatternStore>().CountAsync(Forever), counts);
        }
        finally
        {
            await DropAnotherAsync(other);
        }
    }

    [ConformanceFact]
    public async Task A_backup_never_overwrites_a_file_and_needs_its_folder()
    {
        await Database.MigrateAsync(Forever);
        using var folder = new TemporaryFolder();
        var existing = folder.File("existing");
        await File.WriteAllTextAsync(existing, "mine");
        await Should.ThrowAsync<BackendException>(() => Database.BackupAsync(existing, Forever));
        (await File.ReadAllTextAsync(existing)).ShouldBe("mine");
        await Should.ThrowAsync<BackendException>(() =>
            Database.BackupAsync(folder.File("missing/copy"), Forever)
        );
        Directory.GetFiles(folder.Path).ShouldBe([existing]);
    }

    [ConformanceFact]
    public async Task What_is_no_backup_or_a_damaged_one_is_refused_and_nothing_is_replaced()
    {
        await SaveAsync([.. Sample.Many(200, seed: 4).Select(Sample.Insert)]);
        using var folder = new TemporaryFolder();
        var good = folder.File("good");
        await Database.BackupAsync(good, Forever);
        var bytes = await File.ReadAllBytesAsync(good);
        var damaged = folder.File("damaged");
        bytes.AsSpan(bytes.Length / 2, 4000).Fill(0x5A);
        await File.WriteAllBytesAsync(damaged, bytes);
        var cut = folder.File("cut");
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 3)]);
        var text = folder.File("text");
        await File.WriteAllTextAsync(text, new string('x', 5000));
        var empty = folder.File("empty");
        await File.WriteAllBytesAsync(empty, []);

        foreach (
            var wrong in (string[])[damaged, cut, text, empty, folder.File("missing"), folder.Path]
        )
            await Should.ThrowAsync<BackendException>(
                () => Database.RestoreAsync(wrong, Forever),
                wrong
            );
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(200);
    }

    [ConformanceFact]
    public async Task A_cut_backup_is_said_to_be_damaged_itself()
    {
        await SaveAsync([.. Sample.Many(50, seed: 5).Select(Sample.Insert)]);
        using var folder = new TemporaryFolder();
        var good = folder.File("good");
        await Database.BackupAsync(good, Forever);
        var bytes = await File.ReadAllBytesAsync(good);
        foreach (var rest in (int[])[bytes.Length / 3, 3 * 4096, bytes.Length - 7])
        {
            var cut = folder.File($"cut{rest}");
            await File.WriteAllBytesAsync(cut, bytes[..rest]);
            var refused = await Should.ThrowAsync<BackendException>(() =>
                Database.RestoreAsync(cut, Forever)
            );
            refused.Message.ShouldContain($"the backup {cut} is damaged");
        }
    }

    [ConformanceFact]
    public async Task A_restore_beside_another_user_of_the_database_is_refused_and_replaces_nothing()
    {
        await SaveAsync(Sample.Insert(Sample.Pattern("first")));
        using var folder = new TemporaryFolder();
        var backup = folder.File("copy");
        await Database.BackupAsync(backup, Forever);
        await SaveAsync(Sample.Insert(Sample.Pattern("second")));
        await using (var other = TestBackend.Open(Setting))
        {
            var store = other.GetRequiredService<IPatternStore>();
            (await store.CountAsync(Forever)).Patterns.ShouldBe(2);
            var refused = await Should.ThrowAsync<BackendException>(() =>
                Database.RestoreAsync(backup, Forever)
            );
            refused.Message.ShouldContain("stop the server");
            refused.IsTransient.ShouldBeTrue();
            await store.SaveAsync([Sample.Insert(Sample.Pattern("third"))], Forever);
        }
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(3);

        await Database.RestoreAsync(backup, Forever);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(1);
        var late = OpenServer().GetRequiredService<IPatternStore>();
        await late.SaveAsync([Sample.Insert(Sample.Pattern("fourth"))], Forever);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(2);
    }

    [ConformanceFact]
    public async Task A_backup_removes_what_a_killed_one_left_and_nothing_else()
    {
        await Database.MigrateAsync(Forever);
        using var folder = new TemporaryFolder();
        var abandoned = folder.File("killed.motif-partial");
        await File.WriteAllTextAsync(abandoned, "half");
        await File.WriteAllTextAsync(folder.File("mine.partial"), "mine");
        var living = folder.File("living.motif-partial");
        await using var held = new FileStream(
            living,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None
        );
        await Database.BackupAsync(folder.File("copy"), Forever);
        Directory
            .GetFiles(folder.Path)
            .ShouldBe(
                [folder.File("copy"), folder.File("mine.partial"), living],
                ignoreOrder: true
            );
    }

    [ConformanceFact]
    public async Task Work_that_was_cancelled_is_not_done()
    {
        await Database.MigrateAsync(Forever);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Patterns.SaveAsync([Sample.Insert(Sample.Pattern("x"))], cancelled.Token)
        );
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(0);
    }

    private static void Same(CatalogueCounts counts, CatalogueCounts expected)
    {
        counts.Groups.ShouldBe(expected.Groups);
        counts.QualityHistogram.ShouldBe(expected.QualityHistogram);
        (
            counts with
            {
                Groups = expected.Groups,
                QualityHistogram = expected.QualityHistogram,
            }
        ).ShouldBe(expected);
    }
}
