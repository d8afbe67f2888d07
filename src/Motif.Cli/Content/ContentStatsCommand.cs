using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Cli.Terminal;
using Motif.Content.Evaluation;
using Motif.Content.Personas;

namespace Motif.Cli.Content;

/// <summary><c>motif content stats</c>: what a persona posted, how varied it was, and what the cap cost.</summary>
internal static class ContentStatsCommand
{
    private const int ShownDays = 14;

    public static Command Build()
    {
        var persona = new Argument<string>("persona") { Description = "Who posts" };
        var json = CommonOptions.Json();
        var command = new Command(
            "stats",
            "Report what a persona posted, how varied it was, and what the cap cost"
        )
        {
            persona,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var name = parsed.GetRequiredValue(persona);
                var statistics = Answer.Expect(
                    await engine.Get<PersonaReports>().StatisticsAsync(name, cancellationToken)
                );
                var capCost = Answer.Expect(
                    await engine.Get<ContentEvaluation>().CapCostAsync(name, cancellationToken)
                );
                if (parsed.GetValue(json))
                {
                    Print.Json(Together(statistics, capCost));
                    return ExitCode.Ok;
                }
                Show(statistics);
                Show(capCost);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif content stats ada", "motif content stats ada --json");
    }

    internal static void Show(PersonaStatistics statistics)
    {
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{statistics.Posts} posts, {statistics.UsesInWindow} in the window, {statistics.OpenReservations} reserved, {statistics.Breaches} broke a cap; diversity {Print.Score(statistics.DiversityScore)}, {Print.Percent(statistics.FatigueRate)} of the families in use fatigued"
            )
        );
        if (statistics.Families.Count == 0)
            return;
        Print.Line(
            $"effective families in the window at the end of each of {ShownDays} days: {string.Join(' ', statistics.DiversityByDay.TakeLast(ShownDays).Select(Effective))}"
        );
        var table = new TextTable(
            new("Template", Wraps: true),
            new("In window", IsNumber: true),
            new("Freshness", IsNumber: true),
            new("Posts", DropAt: 2, IsNumber: true),
            new("Rate %", IsNumber: true),
            new("95 %", DropAt: 1, IsNumber: true)
        );
        foreach (var family in statistics.Families)
            table.Add(
                family.Template ?? family.FamilyId,
                family.UsesInWindow.ToString(CultureInfo.InvariantCulture),
                Print.Score(family.Freshness),
                family.Posts.ToString(CultureInfo.InvariantCulture),
                Percent(family.Rate),
                family.RateLow is null
                    ? "–"
                    : $"{Percent(family.RateLow)} – {Percent(family.RateHigh)}"
            );
        Print.Table(table);
    }

    private static void Show(CapCostReport report)
    {
        if (report.PerSlot is not { } cost)
        {
            Print.Line($"cost of the cap: unknown, {report.Refusal}");
            return;
        }
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"cost of the cap: {Percent(cost.Value)} points of rate a post, 95 % {Percent(cost.Low)} – {Percent(cost.High)}; it held a variant back in {report.HeldBack} of {report.Slots} slots"
            )
        );
        if (report is { Without: { } without, With: { } with })
            Print.Line(
                $"expected there: {Percent(without)} % without the cap, {Percent(with)} % with it"
            );
    }

    /// <summary>The statistics with the cost of the cap as one more member.</summary>
    private static JsonObject Together(PersonaStatistics statistics, CapCostReport capCost)
    {
        var document = JsonSerializer.SerializeToNode(statistics, MotifJson.Options)!.AsObject();
        document["cap_cost"] = JsonSerializer.SerializeToNode(capCost, MotifJson.Options);
        return document;
    }

    private static string Effective(DiversityDay day) =>
        day.EffectiveFamilies?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    private static string Percent(double? share) =>
        (100 * share)?.ToString("0.0#", CultureInfo.InvariantCulture) ?? "–";
}
