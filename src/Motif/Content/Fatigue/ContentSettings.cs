using Motif.Catalog;

namespace Motif.Content.Fatigue;

/// <summary>
/// The settings in force: the environment's, and on them what was set at run time, which every server on the database reads
/// with the ledger. What a variable of the environment holds is pinned: run time does not change it. Thread-safe.
/// </summary>
public sealed class ContentSettings(IContentStore store, FatigueSettings environment)
{
    public FatigueSettings Environment { get; } = environment;

    public async Task<FatigueSettings> CurrentAsync(CancellationToken cancellationToken) =>
        (await store.GetSettingsAsync(cancellationToken))
            .Without(Environment.Pinned)
            .On(Environment);

    /// <summary>Replaces what was set at run time.</summary>
    public async Task<CatalogueAnswer<FatigueSettings>> ConfigureAsync(
        FatigueOverrides overrides,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var settings = overrides.On(Environment);
        if (SettingsCheck.Problems(settings) is { Count: > 0 } problems)
            return CatalogueProblem.Invalid(problems);
        if (SettingsCheck.PinProblems(settings, Environment) is { Count: > 0 } pinned)
            return CatalogueProblem.Invalid(pinned);
        await store.SetSettingsAsync(overrides, cancellationToken);
        return settings;
    }
}
