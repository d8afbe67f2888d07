using System.ComponentModel;
using Motif.Catalog;
using Motif.Discovery.Experiments;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>Which experiments an agent wants to see.</summary>
[WireRequest]
public sealed record ListExperiments
{
    [Description("Only those of this state; all when not given.")]
    public ExperimentState? State { get; init; }

    [Description("At most so many, 1 to 20.")]
    public int Limit { get; init; } = 10;
}

/// <summary>An experiment whose result an agent wants.</summary>
[WireRequest]
public sealed record GetExperimentResult(
    [property: Description("Its id, as list_experiments names it.")] Guid ExperimentId
);

/// <summary>An experiment in a list.</summary>
/// <param name="Feature">The trait that it is about.</param>
public sealed record ExperimentSummary(
    Guid ExperimentId,
    string Name,
    ExperimentState State,
    ExperimentDesign Design,
    IReadOnlyList<string> Arms,
    IReadOnlyList<string> Metrics,
    string? Feature,
    DateTimeOffset? StartedAt,
    DateTimeOffset? StoppedAt
);

/// <summary>The newest first.</summary>
public sealed record ExperimentSummaries(IReadOnlyList<ExperimentSummary> Items);

/// <summary>An arm against the control in one metric, short enough for an agent.</summary>
/// <param name="Lift">As a part of the control's value.</param>
/// <param name="Interval">Of the difference.</param>
/// <param name="P">Corrected for all comparisons that decide; a guardrail's own.</param>
public sealed record ComparisonSummary(
    string Metric,
    string Arm,
    double? ControlValue,
    double? ArmValue,
    double? Lift,
    DifferenceInterval? Interval,
    double P,
    Verdict Verdict,
    DateOnly? DecidedOn
);

/// <summary>How an experiment stands, short enough for an agent.</summary>
/// <param name="Counts">Whether the arms have the units that they should have; null before the first.</param>
/// <param name="OffIn">The groups of units in which they have not, the clearest first.</param>
/// <param name="Decisions">Decided ones first.</param>
/// <param name="Guardrails">Worse ones first.</param>
/// <param name="More">How many comparisons were left out.</param>
public sealed record ExperimentResultSummary(
    string Name,
    ExperimentState State,
    long Units,
    RatioState? Counts,
    IReadOnlyList<string> OffIn,
    IReadOnlyList<ComparisonSummary> Decisions,
    IReadOnlyList<ComparisonSummary> Guardrails,
    int More,
    IReadOnlyList<string> Remarks
);

/// <summary>The tools of the MCP server about experiments.</summary>
internal sealed class ExperimentTools(ExperimentDesk desk, IExperimentStore store)
{
    private const int MostListed = 20;
    private const int MostNamed = 3;
    private const int MostDecisions = 6;
    private const int MostGuardrails = 3;
    private const int LongestName = 40;
    private const int LongestRemark = 160;
    private const int Room = 3900;

    public IReadOnlyList<MotifTool> All =>
        [
            MotifTool.Of<ListExperiments, ExperimentSummaries>(
                "list_experiments",
                "Which experiments are there, and how do they stand? The newest first; the first arm is the control.",
                ApiScope.Reader,
                ListAsync
            ),
            MotifTool.Of<GetExperimentResult, ExperimentResultSummary>(
                "get_experiment_result",
                "What came of an experiment so far? A verdict holds however often one looks, and stays. withheld: the arms lost units, and nothing can be said until it is known why.",
                ApiScope.Reader,
                ResultAsync
            ),
        ];

    private async Task<CatalogueAnswer<ExperimentSummaries>> ListAsync(
        ListExperiments request,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        if (request.Limit is < 1 or > MostListed)
            return new CatalogueProblem(
                CatalogueRefusal.Invalid,
                $"limit must be 1 to {MostListed}"
            );
        var found = await store.ListAsync(request.State, request.Limit, cancellationToken);
        var items = found.Select(Summary).ToList();
        while (items.Count > 1 && Length(items) > Room)
            items.RemoveAt(items.Count - 1);
        return new ExperimentSummaries(items);
    }

    private async Task<CatalogueAnswer<ExperimentResultSummary>> ResultAsync(
        GetExperimentResult request,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        var answer = await desk.ResultAsync(request.ExperimentId, cancellationToken);
        if (answer.Value is not { } result)
            return answer.Problem!;
        var experiment = (await store.FindAsync(request.ExperimentId, cancellationToken))!;
        var decisions = result
            .Decisions.OrderBy(c => c.Verdict is Verdict.Undecided)
            .ThenBy(c => c.AdjustedP)
            .Take(MostDecisions)
            .ToList();
        var guardrails = result
            .Guardrails.OrderBy(c => c.Verdict is not Verdict.Worse)
            .ThenBy(c => c.AdjustedP)
            .Take(MostGuardrails)
            .ToList();
        return new ExperimentResultSummary(
            Name(experiment.Setup.Name),
            experiment.State,
            result.Units,
            result.RatioCheck?.State,
            [
                .. (result.RatioCheck?.Causes ?? [])
                    .Take(MostNamed)
                    .Select(c => $"{Name(c.Attribute)}={Name(c.Value)}"),
            ],
            [.. decisions.Select(Comparison)],
            [.. guardrails.Select(Comparison)],
            result.Decisions.Count + result.Guardrails.Count - decisions.Count - guardrails.Count,
            [.. result.Remarks.Take(MostNamed).Select(r => ShortText.Of(r, LongestRemark) ?? "")]
        );
    }

    private static ExperimentSummary Summary(Experiment experiment) =>
        new(
            experiment.ExperimentId,
            Name(experiment.Setup.Name),
            experiment.State,
            experiment.Setup.Design,
            Names(experiment.Setup.Arms.Select(a => a.Name)),
            Names(experiment.Setup.Metrics.Select(m => m.Name)),
            ShortText.Of(experiment.Setup.Feature, LongestName),
            experiment.StartedAt,
            experiment.StoppedAt
        );

    private static ComparisonSummary Comparison(MetricComparison comparison) =>
        new(
            Name(comparison.Metric),
            Name(comparison.Arm),
            comparison.ControlValue,
            comparison.ArmValue,
            comparison.Lift,
            comparison.Interval,
            comparison.AdjustedP,
            comparison.Verdict,
            comparison.DecidedOn
        );

    /// <summary>The first ones, and how many more there are.</summary>
    private static List<string> Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return
        [
            .. all.Take(MostNamed).Select(Name),
            .. all.Count > MostNamed
                ? [$"and {all.Count - MostNamed} more"]
                : Array.Empty<string>(),
        ];
    }

    private static int Length(IReadOnlyList<ExperimentSummary> items) =>
        PatternBody.From(new ExperimentSummaries(items)).GetRawText().Length;

    private static string Name(string name) => ShortText.Of(name, LongestName) ?? "";
}
