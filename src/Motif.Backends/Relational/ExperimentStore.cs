using Motif.Discovery.Experiments;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IExperimentStore"/>
internal sealed class ExperimentStore(RelationalDatabase database) : IExperimentStore
{
    public Task AddAsync(Experiment experiment, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "experiments.add",
            session =>
                session.ExecuteAsync(ExperimentRow.Insert, ExperimentRow.Parameters(experiment)),
            cancellationToken
        );

    public Task<bool> ReplaceAsync(Experiment experiment, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "experiments.replace",
            async session =>
                await session.ExecuteAsync(
                    """
                    UPDATE experiments SET state = @state, version = @version, body = @body
                    WHERE experiment_id = @experiment_id AND version = @version - 1
                    """,
                    [.. ExperimentRow.Parameters(experiment).Where(p => p.Name is not "created_at")]
                ) > 0,
            cancellationToken
        );

    public Task<Experiment?> FindAsync(Guid experimentId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "experiments.find",
            async session =>
                (
                    await session.FirstOrDefaultAsync<ExperimentRow>(
                        $"{ExperimentRow.Select} WHERE experiment_id = @id",
                        ("id", experimentId)
                    )
                )?.ToExperiment(),
            cancellationToken
        );

    public Task<IReadOnlyList<Experiment>> ListAsync(
        ExperimentState? state,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Experiment>>(
            "experiments.list",
            async session =>
                (
                    await session.QueryAsync<ExperimentRow>(
                        $"""
                        {ExperimentRow.Select} {(state is null ? "" : "WHERE state = @state")}
                        ORDER BY created_at DESC, experiment_id DESC LIMIT @limit
                        """,
                        state is { } wanted
                            ? [("state", WireName.Of(wanted)), ("limit", limit)]
                            : [("limit", limit)]
                    )
                ).ConvertAll(r => r.ToExperiment()),
            cancellationToken
        );

    public Task<int?> AddExposuresAsync(
        Guid experimentId,
        IReadOnlyList<Exposure> exposures,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "experiments.add_exposures",
            session =>
                AddAsync(
                    session,
                    experimentId,
                    // The earliest first: of repetitions it is the one that stays.
                    [
                        .. exposures
                            .OrderBy(e => e.Unit, StringComparer.Ordinal)
                            .ThenBy(e => e.Arm, StringComparer.Ordinal)
                            .ThenBy(e => e.At)
                            .Select(e => ExposureRow.Parameters(experimentId, e)),
                    ],
                    ExposureRow.Insert,
                    ExposureRow.Earlier
                ),
            cancellationToken
        );

    public Task<int?> AddOutcomesAsync(
        Guid experimentId,
        IReadOnlyList<Outcome> outcomes,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "experiments.add_outcomes",
            session =>
                AddAsync(
                    session,
                    experimentId,
                    [
                        .. outcomes
                            .OrderBy(o => o.Unit, StringComparer.Ordinal)
                            .ThenBy(o => o.Name, StringComparer.Ordinal)
                            .ThenBy(o => o.At)
                            .Select(o => UnitOutcomeRow.Parameters(experimentId, o)),
                    ],
                    UnitOutcomeRow.Insert,
                    UnitOutcomeRow.Correct
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<Exposure>> ListExposuresAsync(
        Guid experimentId,
        Exposure? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Exposure>>(
            "experiments.list_exposures",
            async session =>
                (
                    await session.QueryAsync<ExposureRow>(
                        ExposureRow.Page,
                        ("id", experimentId),
                        ("unit", after?.Unit ?? ""),
                        ("arm", after?.Arm ?? ""),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToExposure()),
            cancellationToken
        );

    public Task<IReadOnlyList<Outcome>> ListOutcomesAsync(
        Guid experimentId,
        Outcome? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Outcome>>(
            "experiments.list_outcomes",
            async session =>
                (
                    await session.QueryAsync<UnitOutcomeRow>(
                        UnitOutcomeRow.Page,
                        ("id", experimentId),
                        ("unit", after?.Unit ?? ""),
                        ("outcome", after?.Name ?? ""),
                        ("observed_at", after?.At ?? DateTimeOffset.UnixEpoch),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToOutcome()),
            cancellationToken
        );

    public Task<IReadOnlyList<ShownVerdict>> KeepVerdictsAsync(
        Guid experimentId,
        IReadOnlyList<ShownVerdict> shown,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<IReadOnlyList<ShownVerdict>>(
            "experiments.keep_verdicts",
            async session =>
            {
                await session.ExecuteManyAsync(
                    VerdictRow.Insert,
                    [
                        .. shown
                            .OrderBy(s => s.Metric, StringComparer.Ordinal)
                            .ThenBy(s => s.Arm, StringComparer.Ordinal)
                            .Select(s => VerdictRow.Parameters(experimentId, s)),
                    ]
                );
                return (
                    await session.QueryAsync<VerdictRow>(VerdictRow.Select, ("id", experimentId))
                ).ConvertAll(r => r.ToVerdict());
            },
            cancellationToken
        );

    /// <summary>Inserts what is new and corrects what is there, while the experiment runs: its row is held meanwhile.</summary>
    private static async Task<int?> AddAsync(
        SqlSession session,
        Guid experimentId,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        string insert,
        string correct
    )
    {
        var state = await session.FirstOrDefaultAsync<string>(
            $"SELECT state FROM experiments WHERE experiment_id = @id {session.Dialect.LockToKeep}",
            ("id", experimentId)
        );
        if (state != WireName.Of(ExperimentState.Running))
            return null;
        var inserted = await session.ExecuteManyAsync(insert, rows);
        await session.ExecuteManyAsync(correct, [.. rows.Where((_, i) => inserted[i] == 0)]);
        return inserted.Count(count => count > 0);
    }
}
