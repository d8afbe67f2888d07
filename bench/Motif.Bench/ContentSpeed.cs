using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Content.Selection;
using Motif.Content.Templates;

namespace Motif.Bench;

/// <summary>
/// How fast templates are found, fatigue is checked and slates are drawn. Checks arrive at a fixed rate whether or not those
/// before them were answered, and are timed from when they should have begun.
/// </summary>
internal static class ContentSpeed
{
    private const int Families = 10_000;
    private const int Personas = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var isSmoke = args.Contains("--smoke");
        var seconds = isSmoke ? 1 : (int)Option(args, "--seconds", 30);
        var database = Text(args, "--database");
        var text = new StringBuilder("# Content: speed")
            .AppendLine()
            .AppendLine()
            .AppendLine(
                "`dotnet run -c Release --project bench/Motif.Bench -- content-speed [--database postgresql://…] [--rate 1500] [--seconds 30] --report bench/results/content-speed.md`"
            )
            .AppendLine()
            .AppendLine("| what | goal | p50 ms | p99 ms | largest ms | a second |")
            .AppendLine("|---|---|---:|---:|---:|---:|");
        Extraction(text, isSmoke ? 200 : 50_000);
        Assignment(text, isSmoke ? 200 : Families, isSmoke ? 200 : 50_000);
        var folder = Directory.CreateTempSubdirectory("motif-speed-");
        try
        {
            var isPostgres = database is not null;
            await using var server = Open(database ?? Path.Combine(folder.FullName, "motif.db"));
            await FillAsync(server, isSmoke ? 5 : Personas);
            var rate = Option(
                args,
                "--rate",
                isSmoke ? 50
                    : isPostgres ? 2000
                    : 1500
            );
            await ChecksAsync(text, server, isSmoke ? 5 : Personas, rate, seconds, isPostgres);
            await SlatesAsync(text, server, 60, isSmoke ? 5 : 1000, "≤ 40");
            await SlatesAsync(text, server, isSmoke ? 100 : 10_000, isSmoke ? 2 : 50, "≤ 400");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        if (Text(args, "--report") is { } path)
            await File.WriteAllTextAsync(path, text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Extraction(StringBuilder text, int posts)
    {
        var extractor = new TemplateExtractor();
        for (var i = 0; i < Math.Min(posts, 2000); i++)
            extractor.Extract(Post(i));
        var times = new List<double>(posts);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < posts; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            extractor.Extract(Post(i));
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        Row(text, "a template is extracted", "p99 ≤ 1", times, posts / watch.Elapsed.TotalSeconds);
    }

    private static void Assignment(StringBuilder text, int families, int posts)
    {
        var extractor = new TemplateExtractor();
        var index = new FamilyIndex();
        for (var i = 0; index.Count < families && i < 4 * families; i++)
            index.Add(extractor.Extract(Founder(i)));
        var times = new List<double>(posts);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < posts; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            index.Add(extractor.Extract(i % 2 == 0 ? Post(i) : Founder(i)));
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        Row(
            text,
            Invariant($"a post joins one of {index.Count} families"),
            "≥ 5,000 a second",
            times,
            posts / watch.Elapsed.TotalSeconds
        );
    }

    private static ServiceProvider Open(string database)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(database);
        return services.BuildServiceProvider();
    }

    private static async Task FillAsync(ServiceProvider server, int personas)
    {
        var posts = server.GetRequiredService<PostLifecycle>();
        var now = TimeProvider.System.GetUtcNow();
        for (var persona = 0; persona < personas; persona++)
            await posts.PublishAsync(
                Name(persona),
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => new PublishPost
                        {
                            Pattern = $"template {i % 20}",
                            VariantId = $"v{i}",
                            UsedAt = now.AddHours(-8 * i),
                            Metrics = [new MetricSnapshot(now, 1000, 30 + (i % 20), Final: true)],
                        }),
                ],
                default
            );
    }

    private static async Task ChecksAsync(
        StringBuilder text,
        ServiceProvider server,
        int personas,
        double rate,
        int seconds,
        bool isPostgres
    )
    {
        var checks = server.GetRequiredService<FatigueChecks>();
        var count = (int)(rate * seconds);
        var times = new double[count];
        var running = new Task[count];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / rate);
            if (due - watch.Elapsed is { Ticks: > 10_000 } wait)
                await Task.Delay(wait);
            var number = i;
            running[i] = Task.Run(async () =>
            {
                var answer = await checks.CheckAsync(
                    Name(number % personas),
                    [new FatigueQuestion { Pattern = $"template {number % 20}" }],
                    default
                );
                Good(answer);
                times[number] = (watch.Elapsed - due).TotalMilliseconds;
            });
        }
        await Task.WhenAll(running);
        Row(
            text,
            Invariant(
                $"fatigue is checked, {rate:0} asked a second, {(isPostgres ? "PostgreSQL" : "SQLite")}"
            ),
            "p99 ≤ 10",
            times,
            count / watch.Elapsed.TotalSeconds
        );
    }

    private static async Task SlatesAsync(
        StringBuilder text,
        ServiceProvider server,
        int variants,
        int slates,
        string goal
    )
    {
        var selector = server.GetRequiredService<ContentSelector>();
        var times = new List<double>(slates);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < slates; i++)
        {
            var request = new SelectRequest
            {
                PersonaId = Name(i % 5),
                Slots = 5,
                Reserve = false,
                Variants =
                [
                    .. Enumerable
                        .Range(0, variants)
                        .Select(v => new VariantCandidate
                        {
                            VariantId = $"v{v}",
                            Pattern = $"template {v % Math.Max(20, variants / 10)}",
                        }),
                ],
            };
            var begin = Stopwatch.GetTimestamp();
            Good(await selector.SelectAsync(request, default));
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        Row(
            text,
            Invariant($"a slate of 5 out of {variants}, decision kept"),
            "p99 " + goal,
            times,
            slates / watch.Elapsed.TotalSeconds
        );
    }

    private static void Row(
        StringBuilder text,
        string what,
        string goal,
        IEnumerable<double> times,
        double throughput
    )
    {
        var sorted = times.Order().ToArray();
        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        text.AppendLine(
            Invariant(
                $"| {what} | {goal} | {At(0.5):0.00} | {At(0.99):0.00} | {sorted[^1]:0.00} | {throughput:0} |"
            )
        );
    }

    private static void Good<T>(CatalogueAnswer<T> answer)
        where T : class
    {
        if (answer.Problem is { } problem)
            throw new InvalidOperationException(problem.OneLine);
    }

    /// <summary>A post of one of twenty templates.</summary>
    private static string Post(int i) =>
        Invariant(
            $"{(i % 20) switch { 0 => "Hot take", 1 => "Unpopular opinion", 2 => "Nobody talks about this, but", _ => $"The secret of step {i % 20} to" }} topic{i}? It's not what you think. https://example.org/{i} #tag{i % 7}"
        );

    /// <summary>A post that shares no word with any other.</summary>
    private static string Founder(int i) =>
        string.Join(' ', Enumerable.Range(0, 6).Select(word => Word((6 * i) + word)));

    /// <summary>A word of its own for every number.</summary>
    private static string Word(int number)
    {
        var letters = new StringBuilder("q");
        for (var rest = number; rest > 0; rest /= 20)
            letters.Append("bcdfghjklmnprstvwxza"[rest % 20]).Append('o');
        return letters.ToString();
    }

    private static string Name(int persona) => Invariant($"persona-{persona}");

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static double Option(string[] args, string name, double otherwise) =>
        Text(args, name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
