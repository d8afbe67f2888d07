using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Storage;

namespace Motif.Cli.Database;

/// <summary><c>motif db</c>: schema and copies of the database.</summary>
internal static class DatabaseCommand
{
    public static Command Build() =>
        new Command("db", "Migrate, inspect, back up and restore the database")
        {
            BuildMigrate(),
            BuildStatus(),
            BuildBackup(),
            BuildRestore(),
        }.WithExamples(
            "motif db status",
            "motif db backup motif-2026-01-31.backup",
            "motif db migrate --database postgresql://motif@localhost/motif"
        );

    private static Command BuildMigrate()
    {
        var json = CommonOptions.Json();
        var command = new Command("migrate", "Bring the schema up to date") { json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = Engine.Create(parsed);
                Show(
                    await engine.Get<IMotifDatabase>().MigrateAsync(cancellationToken),
                    parsed.GetValue(json)
                );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif db migrate",
            "motif db migrate --database postgresql://motif@localhost/motif"
        );
    }

    private static Command BuildStatus()
    {
        var json = CommonOptions.Json();
        var command = new Command(
            "status",
            "Show which database is in use and which migrations it has; exit code 1 when some are pending"
        )
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = Engine.Create(parsed);
                var status = await engine.Get<IMotifDatabase>().StatusAsync(cancellationToken);
                Show(status, parsed.GetValue(json));
                return status.Pending.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples("motif db status", "motif db status --json");
    }

    private static Command BuildBackup()
    {
        var path = new Argument<string>("path")
        {
            Description = "The file to write; it must not exist",
        };
        var command = new Command("backup", "Write a consistent copy while others go on working")
        {
            path,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var target = parsed.GetRequiredValue(path);
                if (File.Exists(target))
                    throw new UsageException(
                        $"{target} exists already; give another name or remove it"
                    );
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                await engine.Get<IMotifDatabase>().BackupAsync(target, cancellationToken);
                Print.Remark(
                    $"written: {target} ({new FileInfo(target).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes)"
                );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif db backup motif-2026-01-31.backup");
    }

    private static Command BuildRestore()
    {
        var path = new Argument<string>("path")
        {
            Description = "A file that `motif db backup` wrote",
        };
        var yes = new Option<bool>("--yes") { Description = "Replace what the database holds now" };
        var command = new Command("restore", "Replace the content of the database by a backup")
        {
            path,
            yes,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var source = parsed.GetRequiredValue(path);
                if (!File.Exists(source))
                    throw new UsageException($"there is no file {source}");
                if (!parsed.GetValue(yes))
                    throw new UsageException(
                        "this replaces everything in the database; say --yes to do it"
                    );
                await using var engine = Engine.Create(parsed);
                await engine.Get<IMotifDatabase>().RestoreAsync(source, cancellationToken);
                Print.Remark($"restored from {source}");
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif db restore motif-2026-01-31.backup --yes");
    }

    private static void Show(DatabaseStatus status, bool json)
    {
        if (json)
        {
            Print.Json(status);
            return;
        }
        Print.Line($"{status.System} at {status.Location}");
        Print.Line(
            $"schema version {status.SchemaVersion}; this program knows {status.ProgramVersion}"
        );
        if (status.SizeBytes is { } size)
            Print.Line($"{size.ToString("N0", CultureInfo.InvariantCulture)} bytes");
        foreach (var pending in status.Pending)
            Print.Line($"pending: {pending}  (motif db migrate)");
    }
}
