using System.ComponentModel.DataAnnotations;

namespace Motif.Content.Fatigue;

/// <summary>What a cap counts.</summary>
public enum CapLevel
{
    Text,
    Variant,
    Family,
    Topic,

    /// <summary>All posts of the persona.</summary>
    Persona,

    /// <summary>All posts of the personas that share an audience.</summary>
    PersonaGroup,
}

/// <summary>At most so many posts of one thing in a window of absolute time: (t − window, t].</summary>
public sealed record ContentCap(
    CapLevel Level,
    [property: Range(0.0001, 3650)] double WindowDays,
    [property: Range(1, 100_000)] int Max
);

/// <summary>Another threshold for one family.</summary>
public sealed record FamilyOverride(int? Threshold = null, double? WindowDays = null);

/// <summary>How fatigue is judged. Each value is that of the call, else the persona's, else that set at run time, else the environment's.</summary>
public sealed record FatigueSettings
{
    /// <summary>Off: nothing is extracted or fatigued, uses are still recorded.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Uses in the window that fatigue a family.</summary>
    [Range(1, 100_000)]
    public int Threshold { get; init; } = 3;

    [Range(0.0001, 3650)]
    public double WindowDays { get; init; } = 7;

    /// <summary>How long a cache may answer reads; it never decides about a cap.</summary>
    [Range(0, 86_400)]
    public int CacheTtlSeconds { get; init; } = 300;

    /// <summary>Rows that an import writes together.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; init; } = 100;

    /// <summary>Further caps beside that of the family.</summary>
    public IReadOnlyList<ContentCap> Caps { get; init; } = [];

    public SelectionMode Mode { get; init; } = SelectionMode.Guard;

    /// <summary>How long a reservation without a scheduled time holds.</summary>
    [Range(0.01, 525_600)]
    public double ReservationMinutes { get; init; } = 15;

    /// <summary>How long after its scheduled time a reservation still holds.</summary>
    [Range(0, 525_600)]
    public double GraceMinutes { get; init; } = 60;

    /// <summary>A younger post is neither a success nor a failure yet.</summary>
    [Range(0, 8760)]
    public double MaturityHours { get; init; } = 24;

    public bool CountsReshares { get; init; }

    /// <summary>What was learned counts half after so many days; 0 to forget nothing.</summary>
    [Range(0, 36_500)]
    public double HalfLifeDays { get; init; } = 60;

    /// <summary>The share of every slot that goes to all eligible alike.</summary>
    [Range(0.0001, 1)]
    public double Exploration { get; init; } = 0.02;

    /// <summary>The share of decisions that the plain rule serves and nothing learns from.</summary>
    [Range(0, 0.5)]
    public double Holdout { get; init; }

    /// <summary>Variants are served without limits while the store is down; otherwise the answer is 503.</summary>
    public bool ServesDegraded { get; init; } = true;

    public IReadOnlyDictionary<string, FamilyOverride> Families { get; init; } =
        new Dictionary<string, FamilyOverride>(StringComparer.Ordinal);

    /// <summary>
    /// By wire name, the variable of the environment that holds a value: run time changes it for no server, a persona or a call
    /// may still differ.
    /// </summary>
    public IReadOnlyDictionary<string, string> Pinned { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    internal TimeSpan CacheLifetime => TimeSpan.FromSeconds(CacheTtlSeconds);

    /// <summary>No cap looks further back.</summary>
    internal TimeSpan LongestWindow =>
        TimeSpan.FromDays(
            Caps.Select(c => c.WindowDays)
                .Concat(Families.Values.Select(f => f.WindowDays ?? 0))
                .Append(WindowDays)
                .Max()
        );

    /// <summary>All caps on a post, that of its family first.</summary>
    internal IEnumerable<ContentCap> CapsOf(string? familyId)
    {
        var own = familyId is null ? null : Families.GetValueOrDefault(familyId);
        yield return new ContentCap(
            CapLevel.Family,
            own?.WindowDays ?? WindowDays,
            own?.Threshold ?? Threshold
        );
        foreach (var cap in Caps)
            yield return cap;
    }
}

/// <summary>What differs from the settings underneath; null leaves a value as it is.</summary>
[WireRequest]
public sealed record FatigueOverrides
{
    public bool? Enabled { get; init; }
    public int? Threshold { get; init; }
    public double? WindowDays { get; init; }
    public int? CacheTtlSeconds { get; init; }
    public int? BatchSize { get; init; }
    public IReadOnlyList<ContentCap>? Caps { get; init; }
    public SelectionMode? Mode { get; init; }
    public double? ReservationMinutes { get; init; }
    public double? GraceMinutes { get; init; }
    public double? MaturityHours { get; init; }
    public bool? CountsReshares { get; init; }
    public double? HalfLifeDays { get; init; }
    public double? Exploration { get; init; }
    public double? Holdout { get; init; }
    public bool? ServesDegraded { get; init; }
    public IReadOnlyDictionary<string, FamilyOverride>? Families { get; init; }

    /// <summary>The settings with these values in place of theirs.</summary>
    public FatigueSettings On(FatigueSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            Enabled = Enabled ?? settings.Enabled,
            Threshold = Threshold ?? settings.Threshold,
            WindowDays = WindowDays ?? settings.WindowDays,
            CacheTtlSeconds = CacheTtlSeconds ?? settings.CacheTtlSeconds,
            BatchSize = BatchSize ?? settings.BatchSize,
            Caps = Caps ?? settings.Caps,
            Mode = Mode ?? settings.Mode,
            ReservationMinutes = ReservationMinutes ?? settings.ReservationMinutes,
            GraceMinutes = GraceMinutes ?? settings.GraceMinutes,
            MaturityHours = MaturityHours ?? settings.MaturityHours,
            CountsReshares = CountsReshares ?? settings.CountsReshares,
            HalfLifeDays = HalfLifeDays ?? settings.HalfLifeDays,
            Exploration = Exploration ?? settings.Exploration,
            Holdout = Holdout ?? settings.Holdout,
            ServesDegraded = ServesDegraded ?? settings.ServesDegraded,
            Families = Families ?? settings.Families,
        };
    }

    /// <summary>Without the values that the environment holds.</summary>
    internal FatigueOverrides Without(IReadOnlyDictionary<string, string> pinned) =>
        pinned.Count == 0
            ? this
            : this with
            {
                Enabled = pinned.ContainsKey("enabled") ? null : Enabled,
                Threshold = pinned.ContainsKey("threshold") ? null : Threshold,
                WindowDays = pinned.ContainsKey("window_days") ? null : WindowDays,
                CacheTtlSeconds = pinned.ContainsKey("cache_ttl_seconds") ? null : CacheTtlSeconds,
                BatchSize = pinned.ContainsKey("batch_size") ? null : BatchSize,
            };
}
