using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Content.Personas;

/// <summary>What is set for one persona.</summary>
/// <param name="AudienceGroup">Personas of one group write for the same people.</param>
[WireRequest]
public sealed record PersonaDraft(string? AudienceGroup = null, FatigueOverrides? Settings = null);

/// <summary>A persona as it is set.</summary>
public sealed record PersonaSummary(
    string PersonaId,
    string? AudienceGroup,
    FatigueOverrides Settings,
    long Version
);

/// <summary>How a persona used one family.</summary>
/// <param name="Threshold">Uses in the window that fatigue it.</param>
/// <param name="FreshAt">When there is a place again if nothing more is posted; null while there is one.</param>
/// <param name="UsedAt">Its uses of the last 28 days, the oldest first.</param>
/// <param name="Rate">Successes by impressions of what was measured; null where nothing was.</param>
/// <param name="RateLow">With <paramref name="RateHigh"/>, where the rate lies in 95 of 100 cases; see <see cref="RateInterval"/>.</param>
public sealed record FamilyUse(
    string FamilyId,
    string? Template,
    int UsesInWindow,
    int Reserved,
    double Freshness,
    int Threshold,
    double WindowDays,
    DateTimeOffset? FreshAt,
    IReadOnlyList<DateTimeOffset> UsedAt,
    int Posts,
    double Impressions,
    double Successes,
    double? Rate,
    double? RateLow,
    double? RateHigh
);

/// <summary>What a persona posted, and how varied it was.</summary>
/// <param name="DiversityScore">
/// Effective number of families in the window by the most it could be, 0 to 1; null for fewer than five uses.
/// </param>
/// <param name="FatigueRate">The share of families used in the window that are fatigued.</param>
/// <param name="DiversityByDay">The last 28 days, the oldest first.</param>
public sealed record PersonaStatistics(
    string PersonaId,
    string? AudienceGroup,
    int Posts,
    int UsesInWindow,
    int OpenReservations,
    int ExpiredReservations,
    int LatePosts,
    int Breaches,
    double? DiversityScore,
    double FatigueRate,
    IReadOnlyList<DiversityDay> DiversityByDay,
    IReadOnlyList<FamilyUse> Families
);

/// <summary>Personas, their settings and statistics.</summary>
public sealed class PersonaReports(
    IContentStore store,
    ContentSettings settings,
    FamilyShelf families,
    TimeProvider time
)
{
    public const int MostListed = 200;
    private const int ShownDays = 28;

    public async Task<IReadOnlyList<PersonaSummary>> ListAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => [.. (await store.ListPersonasAsync(after, limit, cancellationToken)).Select(Summary)];

    /// <summary>Those that posted most in the window of the settings, the busiest first.</summary>
    public async Task<IReadOnlyList<string>> ListActiveAsync(
        int limit,
        CancellationToken cancellationToken
    )
    {
        var general = await settings.CurrentAsync(cancellationToken);
        return await store.ListActiveAsync(
            Moment.Now(time) - TimeSpan.FromDays(general.WindowDays),
            limit,
            cancellationToken
        );
    }

    /// <summary>Sets a persona's group and settings; null leaves them as they are by default.</summary>
    public async Task<CatalogueAnswer<PersonaSummary>> ConfigureAsync(
        string personaId,
        PersonaDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (
            (
                ContentNames.Fault("persona_id", personaId)
                ?? ContentNames.FaultIfGiven("audience_group", draft.AudienceGroup)
            ) is
            { } name
        )
            return name;
        var overrides = draft.Settings ?? new FatigueOverrides();
        var general = await settings.CurrentAsync(cancellationToken);
        if (SettingsCheck.Problems(overrides.On(general)) is { Count: > 0 } problems)
            return CatalogueProblem.Invalid(problems);
        return await store.ChangeAsync(
            new LedgerScope(personaId, DateTimeOffset.MaxValue),
            ledger =>
            {
                ledger.Put(
                    ledger.Persona with
                    {
                        AudienceGroup = draft.AudienceGroup,
                        Settings = overrides,
                    }
                );
                return Summary(ledger.Persona);
            },
            cancellationToken
        );
    }

    public async Task<CatalogueAnswer<PersonaStatistics>> StatisticsAsync(
        string personaId,
        CancellationToken cancellationToken
    )
    {
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        var now = Moment.Now(time);
        var general = await settings.CurrentAsync(cancellationToken);
        var ledger = await store.ReadAsync(
            new LedgerScope(personaId, now - FatigueChecks.LongestWindow)
            {
                CacheFor = general.CacheLifetime,
            },
            cancellationToken
        );
        var current = ledger.Persona.Settings.On(general);
        now = ledger.Advance(now);
        var uses = new List<FamilyUse>();
        foreach (
            var family in ledger
                .Own.Where(p => p.FamilyId is not null)
                .GroupBy(p => p.FamilyId!, StringComparer.Ordinal)
        )
            uses.Add(
                Use(
                    ledger,
                    current,
                    now,
                    family.Key,
                    [.. family.Where(p => p.IsFact)],
                    (await families.FindAsync(family.Key, cancellationToken))?.Text
                )
            );
        return Statistics(ledger, current, now, uses);
    }

    private static PersonaStatistics Statistics(
        PersonaLedger ledger,
        FatigueSettings settings,
        DateTimeOffset now,
        List<FamilyUse> uses
    )
    {
        var own = ledger.Own.ToList();
        var inWindow = uses.Where(u => u.UsesInWindow > 0).ToList();
        var counts = inWindow.ConvertAll(u => u.UsesInWindow);
        return new PersonaStatistics(
            ledger.Persona.PersonaId,
            ledger.Persona.AudienceGroup,
            own.Count(p => p.IsFact),
            counts.Sum(),
            own.Count(p => p.IsOpen(now)),
            own.Count(p =>
                p.State is PostState.Expired || (p.State is PostState.Reserved && !p.IsOpen(now))
            ),
            own.Count(p => p.Late),
            own.Count(p => p.Breaches.Count > 0),
            Diversity.Score(counts, uses.Count),
            inWindow.Count == 0
                ? 0
                : (double)inWindow.Count(u => u.UsesInWindow + u.Reserved >= u.Threshold)
                    / inWindow.Count,
            Diversity.ByDay(ledger, settings, now, ShownDays),
            [
                .. uses.OrderByDescending(u => u.UsesInWindow)
                    .ThenBy(u => u.FamilyId, StringComparer.Ordinal),
            ]
        );
    }

    private static bool IsShown(ContentPost post, FatigueSettings settings, DateTimeOffset now) =>
        post.At <= now
        && post.At > now - TimeSpan.FromDays(ShownDays)
        && FatigueRules.Counts(post, settings);

    private static FamilyUse Use(
        PersonaLedger ledger,
        FatigueSettings settings,
        DateTimeOffset now,
        string familyId,
        List<ContentPost> posts,
        string? template
    )
    {
        var cap = FatigueRules
            .States(ledger, new FatigueSubject(familyId), settings, now, now)
            .First(c => c.Level is CapLevel.Family);
        var measured = posts.Select(p => p.Metrics).Where(m => m.Impressions is not null).ToList();
        var impressions = measured.Sum(m => m.Impressions!.Value);
        var successes = measured.Sum(m => m.Successes ?? 0);
        var interval = RateInterval.Of(measured);
        return new FamilyUse(
            familyId,
            template,
            cap.Count,
            cap.Reserved,
            FatigueRules.Freshness(cap.Count + cap.Reserved, cap.Max),
            cap.Max,
            cap.WindowDays,
            cap.FreshAt,
            [.. posts.Where(p => IsShown(p, settings, now)).Select(p => p.At).Order()],
            posts.Count,
            impressions,
            successes,
            impressions > 0 ? successes / impressions : null,
            interval?.Low,
            interval?.High
        );
    }

    private static PersonaSummary Summary(StoredPersona persona) =>
        new(persona.PersonaId, persona.AudienceGroup, persona.Settings, persona.Version);
}
