using Motif.Decisions.Learning;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>Decisions counted.</summary>
/// <param name="States">How many stand in each state; a state that none stands in is left out.</param>
/// <param name="Labels">Labelled decisions that calibrate; 200 are needed before any confidence is claimed.</param>
public sealed record DecisionStats(
    bool Enabled,
    bool ShadowMode,
    IReadOnlyDictionary<string, long> States,
    int Labels
);

/// <summary>Whether the audit is as it was written.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="BrokenAt">The first that does not follow from the one before; null where all do.</param>
public sealed record AuditVerification(bool IsWhole, long Entries, long? BrokenAt, string Hash);

/// <summary>What can be said of all decisions. Thread-safe.</summary>
public sealed class DecisionReports(IDecisionStore store, ModelShelf shelf, DecisionConfig config)
{
    private const int Page = 1000;
    private const int MostInReport = 20_000;

    public async Task<DecisionStats> StatsAsync(CancellationToken cancellationToken)
    {
        var settings = await config.CurrentAsync(cancellationToken);
        var counts = await store.CountAsync(cancellationToken);
        return new DecisionStats(
            settings.Enabled,
            settings.ShadowMode,
            counts.ToDictionary(c => WireName.Of(c.Key), c => c.Value, StringComparer.Ordinal),
            await shelf.LabelsAsync(settings, cancellationToken)
        );
    }

    /// <summary>Holds what was decided against what people answered.</summary>
    /// <param name="since">Only what was decided then or later; null for all.</param>
    public async Task<ShadowReport> ShadowAsync(
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        var found = new List<DecisionExecution>();
        while (found.Count < MostInReport)
        {
            var page = await store.ListAsync(
                new ExecutionQuery
                {
                    Since = since,
                    Before = found.Count == 0 ? null : found[^1].ExecutionId,
                    Limit = Page,
                },
                cancellationToken
            );
            found.AddRange(page);
            if (page.Count < Page)
                break;
        }
        return ShadowReport.Of([
            .. found.Where(e => e is { State: not ExecutionState.Ignored, IsNotice: false }),
        ]);
    }

    /// <summary>Goes along the whole chain.</summary>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        var (hash, number) = (AuditEntry.Beginning, 0L);
        while (true)
        {
            var page = await store.AuditAsync(
                new AuditQuery { After = number, Limit = Page },
                cancellationToken
            );
            if (page.Count == 0)
                return new AuditVerification(true, number, null, hash);
            foreach (var entry in page)
            {
                if (entry.Number != number + 1 || !entry.Follows(hash))
                    return new AuditVerification(false, number, entry.Number, hash);
                (hash, number) = (entry.Hash, entry.Number);
            }
        }
    }
}
