using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Posts;
using Motif.Content.Selection;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary>Two weeks of posts by two made-up accounts, written for this product: what Content looks like with something in it.</summary>
internal static class DemoPosts
{
    public const string Persona = "corner-bakery";
    private const string Resource = "Motif.Cli.Content.demo-posts.tsv";

    /// <summary>What the bakery could say next; the first one's template is worn out.</summary>
    private static readonly string[] Candidates =
    [
        "The secret to good coffee? It's not what you think.",
        "We tried a pay-what-you-want shelf for 30 days. Here is what happened:",
        "7 things we learned from counting leftovers",
        "Unpopular opinion: butter is not the most important thing",
        "Nobody talks about this, but ovens have moods",
    ];

    /// <summary>Imports the posts as if the last one went out yesterday, publishes their families, and decides what comes next.</summary>
    public static async Task ShowAsync(Engine engine, CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(
            engine.Get<TimeProvider>().GetUtcNow().UtcDateTime.Date,
            TimeSpan.Zero
        );
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(Lines(today)));
        var report = await engine.Get<PostImport>().ImportAsync(lines, cancellationToken);
        await engine.Get<FamilyCatalogue>().PublishAsync(Engine.Operator, cancellationToken);
        var statistics = Answer.Expect(
            await engine.Get<PersonaReports>().StatisticsAsync(Persona, cancellationToken)
        );
        Print.Line(
            $"{report.Imported} posts of two made-up accounts: what is {Persona}'s audience tired of?"
        );
        ContentStatsCommand.Show(statistics);
        Print.Line("What should it post next?");
        ContentSelectCommand.Show(await DecideAsync(engine, cancellationToken));
    }

    private static async Task<SelectionAnswer> DecideAsync(
        Engine engine,
        CancellationToken cancellationToken
    )
    {
        var request = new SelectRequest
        {
            PersonaId = Persona,
            DecisionId = "demo",
            Slots = 2,
            Settings = new FatigueOverrides { ReservationMinutes = 24 * 60 },
            Variants =
            [
                .. Candidates.Select(c => new VariantCandidate { VariantId = c, Content = c }),
            ],
        };
        return Answer.Expect(
            await engine.Get<ContentSelector>().SelectAsync(request, cancellationToken)
        );
    }

    private static string Lines(DateTimeOffset today)
    {
        using var stream =
            typeof(DemoPosts).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new StringBuilder();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                lines.AppendLine(
                    JsonSerializer.Serialize(Post(line.Split('\t'), today), MotifJson.Options)
                );
        return lines.ToString();
    }

    private static ImportedPost Post(string[] fields, DateTimeOffset today) =>
        new()
        {
            PersonaId = fields[0],
            UsedAt = today.AddDays(-Number(fields[1])!.Value).AddHours(Number(fields[2])!.Value),
            Topic = fields[3],
            Impressions = Number(fields[4]),
            Successes = Number(fields[5]),
            Content = fields[6],
        };

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
