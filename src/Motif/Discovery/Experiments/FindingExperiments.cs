using Motif.Discovery.Mining;

namespace Motif.Discovery.Experiments;

/// <summary>
/// Marks the findings whose trait an experiment tried. Only stopped ones count whose arms had the units that they were to have;
/// evidence is experimental where such a one decided.
/// </summary>
public sealed class FindingExperiments(IExperimentStore store)
{
    private const int MostRead = 10_000;

    public async Task<IReadOnlyList<Finding>> MarkAsync(
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        var stopped = await store.ListAsync(ExperimentState.Stopped, MostRead, cancellationToken);
        var sound = stopped.Where(IsSound).ToLookup(FindingOf);
        return sound.Count == 0
            ? findings
            : [.. findings.Select(f => Marked(f, [.. sound[f.FindingId]]))];
    }

    private static bool IsSound(Experiment experiment) =>
        experiment
            is { Setup.Feature: not null, Result: { RatioCheck: not null, IsWithheld: false } };

    private static Guid FindingOf(Experiment experiment) =>
        FindingSheet.IdOf(
            experiment.Setup.ClusterId,
            Feature.Parse(experiment.Setup.Feature!)!.Value
        );

    private static Finding Marked(Finding finding, Experiment[] sound) =>
        sound.Length == 0
            ? finding
            : finding with
            {
                Experiments = [.. sound.Select(e => e.ExperimentId)],
                Evidence = Array.Exists(sound, HasDecided) ? "experimental" : finding.Evidence,
            };

    private static bool HasDecided(Experiment experiment) =>
        experiment.Result!.Decisions.Any(d => d.Verdict is Verdict.Better or Verdict.Worse);
}
