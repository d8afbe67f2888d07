using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Motif.Backends;
using Motif.Catalog;
using Motif.Matching;
using Motif.Matching.Documents;
using Motif.Matching.Requests;
using Motif.Server;
using Motif.Server.Hosting;
using Motif.Tests.Shared;

namespace Motif.Bench;

/// <summary>
/// How long a match takes over HTTP and how long a server needs until it can answer the first one, on SQLite and on
/// PostgreSQL. Server and clients share the machine and the process; exposures are written meanwhile, as in production.
/// Options: --smoke (500 patterns, few requests), --size N (10,000 and 100,000 when not given), --database sqlite|postgresql
/// (both when not given), --model off (the lexicon alone), --report FILE.
/// </summary>
internal static class MatchHttp
{
    /// <summary>Requests until the code is compiled as it stays: a server answers its first thousand at half the speed.</summary>
    private const int Warmup = 3000;

    /// <summary>Patterns written in one transaction while loading.</summary>
    private const int LoadedAtOnce = 5000;

    /// <summary>Patterns written to see how soon they are found.</summary>
    private const int Created = 21;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "match-http: skipped, no texts (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return 0;
        }
        var isSmoke = arguments.Contains("--smoke");
        int[] sizes =
            isSmoke ? [500]
            : Option(arguments, "--size") is { } size
                ? [int.Parse(size, CultureInfo.InvariantCulture)]
            : [10_000, 100_000];
        var report = new StringBuilder();
        report
            .AppendLine(
                "| database | patterns | first start s | restart s | memory MB | searchable ms | clients | requests/s | p50 ms | p95 ms | p99 ms | max ms |"
            )
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var patterns in sizes)
        {
            var texts = new Texts(shared, patterns);
            var run = new Run(texts, isSmoke ? 40 : 1500, Option(arguments, "--model"), report);
            var database = Option(arguments, "--database");
            if (database is null or "sqlite")
                await OnSqliteAsync(run);
            if (database is null or "postgresql")
                await OnPostgresAsync(run);
        }
        Console.Write(report);
        if (Option(arguments, "--report") is { } target)
            await File.WriteAllTextAsync(target, Heading + report);
        return 0;
    }

    private static string Heading =>
        FormattableString.Invariant(
            $"""
            # Matching over HTTP

            `dotnet run -c Release --project bench/Motif.Bench -- match-http [--size N] [--database sqlite|postgresql] [--model off] --report bench/results/match-http.md`

            `POST /api/v1/patterns/match` with ten results, over loopback. Patterns are the documents of tldr and cosqa, repeated with a changing word; intents are the development queries of both. Server and clients share one process and {Environment.ProcessorCount} virtual cores with other work (.NET {Environment.Version}); exposures are written meanwhile, ten a match; before the first measurement {Warmup:N0} requests are answered, until the code is compiled as it stays; PostgreSQL runs on the same machine with its default settings. First start: from nothing to `/health/ready`, with migration check, reading all patterns and fitting the index. Restart: the same from the index that the first one left. Memory: what the process holds after the measurement (clients and load included). Searchable: from the request that creates a pattern to the answer that shows it, the median of {Created}. Goals: p95 with one client of 3 ms at 10,000 patterns, 5 at 100,000 and 15 at 1,000,000; 600 requests a second at 100,000 with 8 clients; restart within 3 s at 100,000; searchable within 50 ms.


            """
        );

    private static async Task OnSqliteAsync(Run run)
    {
        var folder = Directory.CreateTempSubdirectory("motif-bench-").FullName;
        try
        {
            await run.MeasureAsync("SQLite", Path.Combine(folder, "motif.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OnPostgresAsync(Run run)
    {
        if (PostgresServer.SkipReason is { } reason)
        {
            Console.WriteLine($"PostgreSQL was not measured: {reason}");
            return;
        }
        PostgresServer.IsDurable = true;
        var url = await PostgresServer.CreateDatabaseAsync();
        try
        {
            await run.MeasureAsync("PostgreSQL", url);
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(url);
        }
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
            ? arguments[at + 1]
            : null;

    /// <summary>One catalogue, the same on both databases.</summary>
    private sealed class Run(Texts texts, int requests, string? model, StringBuilder report)
    {
        public async Task MeasureAsync(string system, string setting)
        {
            await LoadAsync(setting);
            var first = await StartAsync(setting, _ => Task.CompletedTask);
            await StartAsync(setting, client => MeasureAsync(system, client, first));
        }

        /// <summary>How long a server takes until it is ready; it is stopped after the work.</summary>
        private async Task<TimeSpan> StartAsync(string setting, Func<Started, Task> work)
        {
            var started = Stopwatch.GetTimestamp();
            await using var server = MotifServer.Build(
                new MotifServerOptions
                {
                    Urls = ["http://127.0.0.1:0"],
                    Database = setting,
                    Model = model,
                    RequestsPerMinute = 1_000_000,
                    RequestBurst = 1_000_000,
                },
                builder => builder.Logging.ClearProviders()
            );
            await server.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
            while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                await Task.Delay(20);
            var took = Stopwatch.GetElapsedTime(started);
            await EmbeddedAsync(client);
            await work(new Started(client, took));
            await server.StopAsync();
            return took;
        }

        /// <summary>Waits until every pattern has its vector: making them takes both cores, once.</summary>
        private static async Task EmbeddedAsync(HttpClient client)
        {
            while (true)
            {
                var ready = await client.GetFromJsonAsync<JsonElement>("/health/ready");
                var vectors = ready.GetProperty("vectors");
                if (
                    vectors.ValueKind is JsonValueKind.Null
                    || (
                        vectors.GetProperty("space").ValueKind is JsonValueKind.String
                        && vectors.GetProperty("pending").GetInt64() == 0
                    )
                )
                    return;
                await Task.Delay(250);
            }
        }

        private async Task MeasureAsync(string system, Started server, TimeSpan first)
        {
            await SendAsync(server.Client, requests < Warmup / 10 ? requests : Warmup, clients: 2);
            var rows = new List<(int Clients, TimeSpan Took, List<double> Latencies)>();
            foreach (var clients in (int[])[1, 8])
            {
                var clock = Stopwatch.GetTimestamp();
                var latencies = await SendAsync(server.Client, requests, clients);
                rows.Add((clients, Stopwatch.GetElapsedTime(clock), latencies));
            }
            var searchable = await SearchableAsync(server.Client);
            var memory = Environment.WorkingSet / (1024 * 1024);
            foreach (var (clients, took, latencies) in rows)
                Report(
                    FormattableString.Invariant(
                        $"{system} | {texts.Count:N0} | {first.TotalSeconds:F1} | {server.Took.TotalSeconds:F1} | {memory:N0} | {searchable:F0}"
                    ),
                    clients,
                    took,
                    latencies
                );
        }

        private static async Task<double> SearchableAsync(HttpClient client)
        {
            var times = new List<double>();
            for (var number = 0; number < Created; number++)
            {
                var word = FormattableString.Invariant($"zyxwv{number}q");
                var started = Stopwatch.GetTimestamp();
                using var created = await client.PostAsJsonAsync(
                    "/api/v1/patterns",
                    new PatternDraft
                    {
                        Kind = PatternKind.Success,
                        PatternType = "bench",
                        Name = word,
                        Description = $"{word} is searchable",
                    },
                    MotifJson.Options
                );
                created.EnsureSuccessStatusCode();
                string answer;
                do
                {
                    using var found = await client.PostAsJsonAsync(
                        "/api/v1/patterns/match",
                        new MatchRequest { Intent = word },
                        MotifJson.Options
                    );
                    answer = await found.Content.ReadAsStringAsync();
                } while (!answer.Contains($"{word} is searchable", StringComparison.Ordinal));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            times.Sort();
            return times[times.Count / 2];
        }

        private async Task LoadAsync(string setting)
        {
            var services = new ServiceCollection();
            services.AddMotif().UseDatabase(setting);
            await using var engine = services.BuildServiceProvider();
            var store = engine.GetRequiredService<IPatternStore>();
            foreach (var chunk in texts.Patterns().Chunk(LoadedAtOnce))
                await store.SaveAsync([.. chunk.Select(CatalogueLoad.Write)], default);
            if (setting.StartsWith("postgresql", StringComparison.Ordinal))
                // What autovacuum does within a minute of such a load.
                await PostgresServer.ExecuteAsync(setting, "VACUUM ANALYZE");
        }

        private async Task<List<double>> SendAsync(HttpClient client, int count, int clients)
        {
            var next = 0;
            var perClient = await Task.WhenAll(
                Enumerable
                    .Range(0, clients)
                    .Select(async _ =>
                    {
                        var latencies = new List<double>();
                        while (Interlocked.Increment(ref next) is var number && number <= count)
                            latencies.Add(await SendOneAsync(client, texts.Intent(number)));
                        return latencies;
                    })
            );
            return [.. perClient.SelectMany(l => l).Order()];
        }

        private static async Task<double> SendOneAsync(HttpClient client, string intent)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync(
                "/api/v1/patterns/match",
                new MatchRequest { Intent = intent },
                MotifJson.Options
            );
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        private void Report(string server, int clients, TimeSpan took, List<double> latencies)
        {
            double At(double share) =>
                latencies[Math.Min(latencies.Count - 1, (int)(latencies.Count * share))];
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {server} | {clients} | {latencies.Count / took.TotalSeconds:F0} | {At(.5):F1} | {At(.95):F1} | {At(.99):F1} | {latencies[^1]:F1} |"
            );
        }

        /// <summary>A server that is ready.</summary>
        private sealed record Started(HttpClient Client, TimeSpan Took);
    }

    /// <summary>
    /// Documents of tldr and cosqa, repeated with a changing word so that vocabulary and postings grow as they would, and the
    /// development queries of both as intents.
    /// </summary>
    private sealed class Texts
    {
        private readonly List<MatchDocument> _pool;
        private readonly List<string> _intents;

        public Texts(string shared, int count)
        {
            RetrievalSet[] sets =
            [
                RetrievalSet.Load(shared, "tldr"),
                RetrievalSet.Load(shared, "cosqa"),
            ];
            _pool = [.. sets.SelectMany(set => set.Documents)];
            _intents = [.. sets.SelectMany(set => set.Queries).Select(query => query.Text)];
            Count = count;
        }

        public int Count { get; }

        public string Intent(int number) => _intents[number % _intents.Count];

        /// <summary>
        /// In the order of their ids: half of the indexes of a catalogue begin with the id, and written in any other order each
        /// pattern changes a page of its own in every one of them, which at a million patterns is most of the time.
        /// </summary>
        public IEnumerable<Pattern> Patterns() =>
            Enumerable
                .Range(0, Count)
                .Select(number => (Id: PatternId.For(PatternKind.Success, Key(number)), number))
                .OrderBy(pair => pair.Id.ToString(), StringComparer.Ordinal)
                .Select(pair => Pattern(pair.number));

        private static string Key(int number) => $"bench/{number}";

        private Pattern Pattern(int number)
        {
            var document = _pool[number % _pool.Count];
            var key = Key(number);
            return new Pattern
            {
                PatternId = PatternId.For(PatternKind.Success, key),
                Kind = PatternKind.Success,
                PatternType = CatalogueLoad.Type(number),
                Key = key,
                Name = document.Name is { Length: > 0 and <= 200 } name ? name : key,
                Description = document.Description,
                Tags = document.Tags,
                Body = PatternBody.From(
                    new
                    {
                        intent = document.Intent,
                        aliases = new[] { $"variant{number / _pool.Count}x{number % 977}" },
                        steps = document.Steps,
                    }
                ),
                CreatedAt = Start.AddSeconds(number),
                UpdatedAt = Start.AddSeconds(number),
            };
        }
    }
}
