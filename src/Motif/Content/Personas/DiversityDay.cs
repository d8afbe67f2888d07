using Motif.Content.Fatigue;

namespace Motif.Content.Personas;

/// <summary>How varied the window was that ended with one day (UTC; the last one ends now).</summary>
/// <param name="Uses">Posts in the window.</param>
/// <param name="Families">Different families among them.</param>
/// <param name="EffectiveFamilies">
/// As many families, used equally often, would be as varied: exp(−Σ p·ln p) (Hill's number of order 1), 1 to
/// <paramref name="Families"/>; null where nothing was posted.
/// </param>
/// <param name="Score">That by the most it could be, 0 to 1, see <see cref="PersonaStatistics.DiversityScore"/>; null below five uses.</param>
public sealed record DiversityDay(
    DateOnly Day,
    int Uses,
    int Families,
    double? EffectiveFamilies,
    double? Score
);

/// <summary>Diversity of what an audience saw, as posts are stored: a post that is imported late changes the days it was seen on.</summary>
internal static class Diversity
{
    private const int LeastUses = 5;

    /// <summary>exp of the Shannon entropy of the shares; null where there are none.</summary>
    public static double? Effective(IReadOnlyCollection<int> uses)
    {
        double total = uses.Sum();
        return total is 0
            ? null
            : Math.Exp(-uses.Where(n => n > 0).Sum(n => n / total * Math.Log(n / total)));
    }

    /// <summary>The effective number by the most that so many uses of so many known families could reach.</summary>
    public static double? Score(IReadOnlyCollection<int> uses, int known)
    {
        var total = uses.Sum();
        return total < LeastUses ? null : Effective(uses) / Math.Min(total, known);
    }

    /// <summary>One entry a day, the oldest first, up to the day of now.</summary>
    public static IReadOnlyList<DiversityDay> ByDay(
        PersonaLedger ledger,
        FatigueSettings settings,
        DateTimeOffset now,
        int days
    )
    {
        var families = Families(ledger, settings);
        var today = now.UtcDateTime.Date;
        return
        [
            .. Enumerable
                .Range(1 - days, days)
                .Select(d =>
                    On(families, new DateTimeOffset(today.AddDays(d), TimeSpan.Zero), now)
                ),
        ];
    }

    private static DiversityDay On(
        List<UsedFamily> families,
        DateTimeOffset day,
        DateTimeOffset now
    )
    {
        var end = day.AddDays(1).AddTicks(-1);
        if (end > now)
            end = now;
        var uses = families.ConvertAll(f => f.UsesAt(end));
        return new DiversityDay(
            DateOnly.FromDateTime(day.UtcDateTime),
            uses.Sum(),
            uses.Count(n => n > 0),
            Effective(uses),
            Score(uses, families.Count(f => f.Known <= end))
        );
    }

    /// <summary>The persona's own families with every use that its audience saw.</summary>
    private static List<UsedFamily> Families(PersonaLedger ledger, FatigueSettings settings)
    {
        var seen = ledger
            .Audience.Where(p => p.IsFact && FatigueRules.Counts(p, settings))
            .ToLookup(p => p.FamilyId, p => p.At, StringComparer.Ordinal);
        return
        [
            .. ledger
                .Own.Where(p => p.FamilyId is not null)
                .GroupBy(p => p.FamilyId!, StringComparer.Ordinal)
                .Select(own => new UsedFamily(
                    own.Min(p => p.At < p.RecordedAt ? p.At : p.RecordedAt),
                    Window(settings, own.Key),
                    [.. seen[own.Key]]
                )),
        ];
    }

    private static TimeSpan Window(FatigueSettings settings, string familyId) =>
        TimeSpan.FromDays(
            settings.CapsOf(familyId).First(c => c.Level is CapLevel.Family).WindowDays
        );

    private sealed record UsedFamily(
        DateTimeOffset Known,
        TimeSpan Window,
        IReadOnlyList<DateTimeOffset> Uses
    )
    {
        public int UsesAt(DateTimeOffset end) => Uses.Count(at => at > end - Window && at <= end);
    }
}
