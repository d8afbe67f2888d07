using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Catalog;
using Motif.Storage;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Sqlite;

/// <summary>What only a file can do wrong.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_status_names_the_library_and_the_file()
    {
        await using var server = TestBackend.Open(folder.File("motif.db"));
        var status = await Database(server).MigrateAsync(CancellationToken.None);
        status.System.ShouldMatch(@"^sqlite 3\.\d+\.\d+$");
        status.Location.ShouldBe(folder.File("motif.db"));
    }

    [Fact]
    public async Task Asking_for_the_status_makes_no_file()
    {
        await using var server = TestBackend.Open(folder.File("motif.db"));
        (await Database(server).StatusAsync(CancellationToken.None)).SchemaVersion.ShouldBe(0);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_mark_of_the_program_stands_in_the_file_before_the_first_checkpoint()
    {
        await using var server = TestBackend.Open(folder.File("motif.db"));
        await Database(server).MigrateAsync(CancellationToken.None);
        File.Exists(folder.File("motif.db-wal")).ShouldBeTrue();
        SqliteFile.RequireOurs(folder.File("motif.db"));
    }

    [Fact]
    public async Task A_backup_with_one_bit_flipped_is_refused_wherever_it_is()
    {
        await using var server = TestBackend.Open(folder.File("motif.db"));
        await InsertAsync(server, "kept", new string('y', 15_000));
        await Database(server).BackupAsync(folder.File("good"), CancellationToken.None);
        var bytes = await File.ReadAllBytesAsync(folder.File("good"));
        int[] places =
        [
            .. Enumerable.Range(0, 24).Select(i => i * (bytes.Length / 24) + 37 * i),
            bytes.Length - 80,
            bytes.Length - 1,
        ];
        foreach (var place in places)
        {
            var flipped = folder.File($"flipped{place}");
            bytes[place] ^= 0x10;
            await File.WriteAllBytesAsync(flipped, bytes);
            bytes[place] ^= 0x10;
            await Should.ThrowAsync<BackendException>(
                () => Database(server).RestoreAsync(flipped, CancellationToken.None),
                flipped
            );
        }
        await Database(server).RestoreAsync(folder.File("good"), CancellationToken.None);
        await ShouldHoldAsync(server, 1);
    }

    [Fact]
    public async Task A_backup_is_a_database_that_can_be_used_and_restored_again()
    {
        await using (var server = TestBackend.Open(folder.File("motif.db")))
        {
            await InsertAsync(server, "first");
            await Database(server).BackupAsync(folder.File("copy"), CancellationToken.None);
        }
        await using (var server = TestBackend.Open(folder.File("copy")))
        {
            await InsertAsync(server, "second", new string('z', 9_000));
            await ShouldHoldAsync(server, 2);
        }
        await using var restored = TestBackend.Open(folder.File("motif.db"));
        await Database(restored).RestoreAsync(folder.File("copy"), CancellationToken.None);
        await ShouldHoldAsync(restored, 2);
    }

    [Fact]
    public async Task A_database_is_no_backup_of_itself()
    {
        var path = folder.File("motif.db");
        await using var server = TestBackend.Open(path);
        await InsertAsync(server, "first");
        File.CreateSymbolicLink(folder.File("link"), path);
        foreach (var itself in (string[])[path, folder.File("link")])
            (
                await Should.ThrowAsync<BackendException>(() =>
                    Database(server).RestoreAsync(itself, CancellationToken.None)
                )
            ).Message.ShouldContain("the database itself");
    }

    [Fact]
    public async Task What_was_purged_is_nowhere_in_the_file_any_more()
    {
        var path = folder.File("motif.db");
        await using (var server = TestBackend.Open(path))
        {
            await InsertAsync(
                server,
                "Xantippezzz",
                string.Join(' ', Enumerable.Repeat("Ypsilanteqqq", 900))
            );
            await InsertAsync(server, "kept");
            await server
                .GetRequiredService<IPatternStore>()
                .PurgeAsync(Sample.Pattern("Xantippezzz").PatternId, CancellationToken.None);
        }
        File.Exists(path + "-wal").ShouldBeFalse();
        var content = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
        foreach (var word in (string[])["antippezz", "psilanteqq"])
            content.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(word);
    }

    [Theory]
    [InlineData(
        "this is a text, not a database, and it is longer than the header of one would be: so it goes on and on"
    )]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string content)
    {
        var path = folder.File("notes.txt");
        await File.WriteAllTextAsync(path, content);
        await ShouldRefuseAsync(path, "not an SQLite database");
        (await File.ReadAllTextAsync(path)).ShouldBe(content);
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public async Task A_folder_and_a_file_in_no_folder_are_refused()
    {
        await ShouldRefuseAsync(folder.Path, "is a folder");
        await ShouldRefuseAsync(folder.File("missing/motif.db"), "does not exist");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_file_locked_by_another_program_is_a_transient_failure()
    {
        var path = folder.File("motif.db");
        await using var server = TestBackend.Open(path);
        await Database(server).MigrateAsync(CancellationToken.None);
        await using var other = new SqliteConnection($"Data Source={path};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();
        var failed = await Should.ThrowAsync<BackendException>(() => InsertAsync(server, "x"));
        failed.IsTransient.ShouldBeTrue();
        failed.Message.ShouldContain("locked");
        await held.RollbackAsync();
        await InsertAsync(server, "x");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_so()
    {
        // Root may write everywhere but there.
        if (Environment.UserName == "root")
        {
            await ShouldRefuseAsync("/proc/motif.db", "must be allowed");
            return;
        }
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await ShouldRefuseAsync(folder.File("motif.db"), "must be allowed");
        File.SetUnixFileMode(
            folder.Path,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }

    [SmallDiskFact]
    public async Task A_full_disk_fails_the_write_and_keeps_what_was_there()
    {
        using var disk = SmallDisk.Mount(folder.Path, megabytes: 4);
        await using var server = TestBackend.Open(Path.Combine(disk.Path, "motif.db"));
        var saved = 0;
        var failed = await Should.ThrowAsync<BackendException>(async () =>
        {
            for (; saved < 100_000; saved++)
                await InsertAsync(server, $"pattern {saved}", new string('x', 5000));
        });
        failed.Message.ShouldContain("full");
        saved.ShouldBeGreaterThan(10);
        await ShouldHoldAsync(server, saved);

        await using var again = TestBackend.Open(Path.Combine(disk.Path, "motif.db"));
        await ShouldHoldAsync(again, saved);
        disk.Grow(megabytes: 16);
        await InsertAsync(server, "after");
        await ShouldHoldAsync(again, saved + 1);
    }

    [SmallDiskFact]
    public async Task A_backup_onto_a_full_disk_fails_and_the_database_goes_on()
    {
        using var disk = SmallDisk.Mount(folder.Path, megabytes: 1);
        await using var server = TestBackend.Open(folder.File("motif.db"));
        for (var i = 0; i < 100; i++)
            await InsertAsync(server, $"pattern {i}", new string('x', 15_000));
        var failed = await Should.ThrowAsync<BackendException>(() =>
            Database(server).BackupAsync(Path.Combine(disk.Path, "copy"), CancellationToken.None)
        );
        failed.Message.ShouldContain("copy: its disk is full");
        failed.Trouble.ShouldBe(BackendTrouble.None);
        Directory.GetFiles(disk.Path).ShouldBeEmpty();
        await InsertAsync(server, "after");
    }

    [SmallDiskFact]
    public async Task A_disk_that_became_read_only_is_said_so()
    {
        using var disk = SmallDisk.Mount(folder.Path, megabytes: 4);
        await using (var server = TestBackend.Open(Path.Combine(disk.Path, "motif.db")))
            await InsertAsync(server, "before");
        disk.MakeReadOnly();
        await using var again = TestBackend.Open(Path.Combine(disk.Path, "motif.db"));
        var failed = await Should.ThrowAsync<BackendException>(() => InsertAsync(again, "x"));
        failed.Message.ShouldMatch("cannot be (written|opened)");
    }

    private static async Task ShouldHoldAsync(ServiceProvider server, int count)
    {
        var store = server.GetRequiredService<IPatternStore>();
        (await store.CountAsync(CancellationToken.None)).Patterns.ShouldBe(count);
        var page = await store.ListAsync(new() { Limit = 500 }, CancellationToken.None);
        page.Items.Count.ShouldBe(Math.Min(count, 500));
    }

    private static async Task InsertAsync(ServiceProvider server, string key, string body = "")
    {
        var pattern = Sample.Pattern(key) with { Description = body };
        await server
            .GetRequiredService<IPatternStore>()
            .SaveAsync([Sample.Insert(pattern)], CancellationToken.None);
    }

    private static async Task ShouldRefuseAsync(string path, string why)
    {
        await using var server = TestBackend.Open(path);
        var refused = await Should.ThrowAsync<BackendException>(() =>
            Database(server).MigrateAsync(CancellationToken.None)
        );
        refused.Message.ShouldContain(why);
        refused.IsTransient.ShouldBeFalse();
    }

    private static IMotifDatabase Database(ServiceProvider server) =>
        server.GetRequiredService<IMotifDatabase>();
}
