namespace Motif.Discovery.Experiments;

/// <summary>
/// Keeps experiments with the exposures and outcomes of their units. Thread-safe; a failure is a
/// <see cref="Storage.BackendException"/>.
/// </summary>
public interface IExperimentStore
{
    Task AddAsync(Experiment experiment, CancellationToken cancellationToken);

    /// <summary>Replaces an experiment; false when it is no longer at the version before.</summary>
    Task<bool> ReplaceAsync(Experiment experiment, CancellationToken cancellationToken);

    Task<Experiment?> FindAsync(Guid experimentId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<Experiment>> ListAsync(
        ExperimentState? state,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Adds exposures, in one transaction, while the experiment runs. Of one unit in one arm the earliest stays.
    /// </summary>
    /// <returns>How many are new; null when the experiment does not run.</returns>
    Task<int?> AddExposuresAsync(
        Guid experimentId,
        IReadOnlyList<Exposure> exposures,
        CancellationToken cancellationToken
    );

    /// <summary>Adds outcomes, in one transaction, while the experiment runs. The same unit, name and time again is a correction.</summary>
    /// <returns>How many are new; null when the experiment does not run.</returns>
    Task<int?> AddOutcomesAsync(
        Guid experimentId,
        IReadOnlyList<Outcome> outcomes,
        CancellationToken cancellationToken
    );

    /// <summary>Exposures in order of unit and arm by code point.</summary>
    /// <param name="after">Only behind this one.</param>
    Task<IReadOnlyList<Exposure>> ListExposuresAsync(
        Guid experimentId,
        Exposure? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Outcomes in order of unit, name and time.</summary>
    Task<IReadOnlyList<Outcome>> ListOutcomesAsync(
        Guid experimentId,
        Outcome? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps verdicts that are shown; of one metric and arm the first stays.</summary>
    /// <returns>All that were ever shown.</returns>
    Task<IReadOnlyList<ShownVerdict>> KeepVerdictsAsync(
        Guid experimentId,
        IReadOnlyList<ShownVerdict> shown,
        CancellationToken cancellationToken
    );
}
