using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Motif.Tests.Shared;

/// <summary>
/// A real PostgreSQL for tests: the one that MOTIF_TEST_POSTGRES names (a URL of a superuser's database), else one
/// started once per test run from the installed binaries, in a temporary folder, on a free loopback port. It ends with
/// the test process, even with a killed one.
/// </summary>
internal sealed class PostgresServer
{
    private const string Variable = "MOTIF_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> Running = new(StartAsync);
    private static int databases;

    /// <summary>
    /// Set before the first database: a commit waits for the disk, as in production. Tests need no disk to survive.
    /// </summary>
    public static bool IsDurable { get; set; }

    private readonly string url;

    private PostgresServer(string url) => this.url = url;

    /// <summary>Why tests that need PostgreSQL are skipped; null when they run. Under CI=true they never are.</summary>
    public static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
        || Binaries() is not null
        || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"no PostgreSQL is installed under /usr/lib/postgresql, and {Variable} is not set";

    /// <summary>Makes an empty database and returns its URL.</summary>
    /// <param name="folder">An empty folder that is to hold it; in the server's own when null.</param>
    public static async Task<string> CreateDatabaseAsync(string? folder = null)
    {
        var server = await Running.Value;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"motif_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}"
        );
        if (folder is not null)
            await CreateTablespaceAsync(server.url, name, folder);
        await ExecuteAsync(
            server.url,
            $"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0{(folder is null ? "" : $" TABLESPACE {name}")}"
        );
        return new UriBuilder(server.url) { Path = name }.Uri.ToString();
    }

    public static async Task DropDatabaseAsync(string databaseUrl)
    {
        var server = await Running.Value;
        var name = new Uri(databaseUrl).AbsolutePath.Trim('/');
        await ExecuteAsync(server.url, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await ExecuteAsync(server.url, $"DROP TABLESPACE IF EXISTS {name}");
    }

    /// <summary>Runs SQL on a database of this server, as a superuser.</summary>
    public static async Task ExecuteAsync(string databaseUrl, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(databaseUrl));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static string ConnectionString(string databaseUrl)
    {
        var uri = new Uri(databaseUrl);
        var user = uri.UserInfo.Split(':').Select(Uri.UnescapeDataString).ToArray();
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port < 0 ? 5432 : uri.Port,
            Username = user[0],
            Password = user.Length > 1 ? user[1] : null,
            Database = uri.AbsolutePath.Trim('/'),
            Pooling = false,
        }.ConnectionString;
    }

    private static async Task CreateTablespaceAsync(string url, string name, string folder)
    {
        var place = Path.Combine(folder, "tablespace");
        Directory.CreateDirectory(place);
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
        {
            // Every folder above it must let the server's user through.
            for (
                var above = new DirectoryInfo(folder);
                above.FullName != Path.GetTempPath().TrimEnd('/');
                above = above.Parent!
            )
                above.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            using var own = Process.Start("chown", ["postgres", place]);
            await own.WaitForExitAsync();
        }
        await ExecuteAsync(url, $"CREATE TABLESPACE {name} LOCATION '{place}'");
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return new PostgresServer(given);
        var binaries =
            Binaries()
            ?? throw new InvalidOperationException(
                $"no PostgreSQL is installed under /usr/lib/postgresql, and {Variable} is not set"
            );
        var folder = Directory.CreateTempSubdirectory("motif-postgres-").FullName;
        var port = FreePort();
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", Script(binaries, folder, port)])
        )!;
        var server = new PostgresServer(
            string.Create(
                CultureInfo.InvariantCulture,
                $"postgresql://motif@127.0.0.1:{port}/postgres"
            )
        );
        await server.WaitAsync(shell, folder);
        return server;
    }

    /// <summary>The shell stays beside the server, and ends it when this process is gone.</summary>
    private static string Script(string binaries, string folder, int port)
    {
        // PostgreSQL refuses to run as root.
        var run =
            Environment.UserName == "root"
                ? $"chown postgres {folder}; run='setpriv --reuid=postgres --regid=postgres --clear-groups'"
                : "run=";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            exec >{folder}.log 2>&1 </dev/null
            cd /tmp
            {run}
            $run {binaries}/initdb -D {folder}/data -U motif --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync || exit 1
            $run {binaries}/postgres -D {folder}/data -p {port} -k {folder} -c listen_addresses=127.0.0.1 \
              -c max_connections=200 -c autovacuum=off {(
                IsDurable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            )} &
            server=$!
            while kill -0 {Environment.ProcessId} && kill -0 $server; do sleep 1; done
            kill -INT $server
            wait $server
            rm -rf {folder} {folder}.log
            """
        );
    }

    private async Task WaitAsync(Process shell, string folder)
    {
        const int MostTries = 1200;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync(url, "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < MostTries && !shell.HasExited)
            {
                await Task.Delay(100);
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException(
                    "PostgreSQL did not start: " + await File.ReadAllTextAsync(folder + ".log"),
                    exception
                );
            }
        }
    }

    private static string? Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
