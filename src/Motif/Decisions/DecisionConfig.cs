using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>The settings in force, and their version.</summary>
public sealed record ConfigView(
    DecisionSettings Settings,
    DecisionOverrides Overrides,
    long Version
);

/// <summary>
/// The settings: the environment's, and over them what was set at run time, which every server on the database reads at every
/// message. Thread-safe.
/// </summary>
public sealed class DecisionConfig(
    IDecisionStore store,
    DecisionSettings environment,
    TimeProvider time
)
{
    public async Task<ConfigView> ReadAsync(CancellationToken cancellationToken) =>
        View(await store.SettingsAsync(cancellationToken));

    public async Task<DecisionSettings> CurrentAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Settings;

    internal DecisionSettings With(DecisionOverrides overrides) => overrides.On(environment);

    internal DecisionSettings On(StoredSettings stored) => stored.Overrides.On(environment);

    /// <summary>Replaces what was set at run time.</summary>
    /// <param name="version">That the change is based on; null for whatever stands.</param>
    /// <param name="note">For the audit.</param>
    public async Task<CatalogueAnswer<ConfigView>> ConfigureAsync(
        DecisionOverrides overrides,
        long? version,
        Actor actor,
        CancellationToken cancellationToken,
        string? note = null
    )
    {
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(actor);
        if (overrides.On(environment).Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(mistakes);
        var now = Moment.Now(time);
        return await store.ChangeAsync<CatalogueAnswer<ConfigView>>(
            new DecisionScope(),
            ledger =>
            {
                if (version is { } expected && expected != ledger.Settings.Version)
                    return new CatalogueProblem(
                        CatalogueRefusal.Stale,
                        "the settings were changed since they were read"
                    );
                ledger.Put(overrides);
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        "config_changed",
                        Detail: note is null ? Changes(overrides) : $"{note}: {Changes(overrides)}"
                    )
                );
                return View(ledger.Settings);
            },
            cancellationToken
        );
    }

    private ConfigView View(StoredSettings stored) =>
        new(On(stored), stored.Overrides, stored.Version);

    private static string Changes(DecisionOverrides overrides) =>
        System.Text.Json.JsonSerializer.Serialize(
            overrides with
            {
                Rules = null,
            },
            MotifJson.Options
        );
}
