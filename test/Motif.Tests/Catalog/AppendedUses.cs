using Motif.Catalog;

namespace Motif.Tests.Catalog;

/// <summary>A ledger that takes entries and answers nothing else; a test that asks it more than it tells fails.</summary>
internal abstract class AppendedUses : IUsageStore
{
    public abstract Task<(
        IReadOnlyList<(Use Use, bool IsNew)> Stored,
        IReadOnlyList<Guid> Unknown
    )> AppendAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken);

    public virtual Task<OutcomeResult> RecordOutcomeAsync(
        OutcomeEntry entry,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Use>> ListAsync(
        Guid patternId,
        UsePosition? before,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Guid>> UseIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<Guid>> MatchIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<UsageReport> ReportAsync(
        Guid? patternId,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<PatternTrend>> RankPatternsAsync(
        TrendQuery query,
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<ActorSummary>> RankActorsAsync(
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();
}
