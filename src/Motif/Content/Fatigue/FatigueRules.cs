namespace Motif.Content.Fatigue;

/// <summary>What is to be posted, as far as caps know it.</summary>
public sealed record FatigueSubject(
    string? FamilyId,
    string? TextHash = null,
    string? VariantId = null,
    string? Topic = null
);

/// <summary>How far one cap is filled at a time.</summary>
/// <param name="Count">Posts in the window (t − window, t].</param>
/// <param name="Reserved">Open reservations and scheduled posts, which hold a place.</param>
/// <param name="Bites">No place is left.</param>
/// <param name="FreshAt">When there will be one if nothing more is posted; null when there is.</param>
/// <param name="PostIds">What fills it, oldest first.</param>
public sealed record CapState(
    CapLevel Level,
    double WindowDays,
    int Max,
    int Count,
    int Reserved,
    bool Bites,
    DateTimeOffset? FreshAt,
    IReadOnlyList<Guid> PostIds
)
{
    /// <summary>How many more posts at that time would break no window; 0 where it bites.</summary>
    internal int Room { get; init; }
}

/// <summary>Counts posts under caps. Pure.</summary>
internal static class FatigueRules
{
    public static List<CapState> States(
        PersonaLedger ledger,
        FatigueSubject subject,
        FatigueSettings settings,
        DateTimeOffset at,
        DateTimeOffset now,
        Guid? except = null
    )
    {
        // Somebody may still know the family by an id that leads to another since.
        var known = subject with
        {
            FamilyId = ledger.Families.ResolveOrNull(subject.FamilyId),
        };
        return
        [
            .. settings
                .CapsOf(known.FamilyId)
                .Where(cap => IsKnown(cap.Level, known))
                .Select(cap => State(ledger, known, settings, cap, at, now, except)),
        ];
    }

    /// <summary>Whether a post counts at all.</summary>
    public static bool Counts(ContentPost post, FatigueSettings settings) =>
        post.Kind switch
        {
            PostKind.Part => false,
            PostKind.Reshare => settings.CountsReshares,
            _ => true,
        };

    /// <summary>1 for a family unused in the window, half of it for each use, 0 from the threshold on.</summary>
    public static double Freshness(int uses, int threshold) =>
        uses >= threshold ? 0 : Math.Pow(0.5, uses);

    private static bool IsKnown(CapLevel level, FatigueSubject subject) =>
        level switch
        {
            CapLevel.Family => subject.FamilyId is not null,
            CapLevel.Text => subject.TextHash is not null,
            CapLevel.Variant => subject.VariantId is not null,
            CapLevel.Topic => subject.Topic is not null,
            _ => true,
        };

    private static CapState State(
        PersonaLedger ledger,
        FatigueSubject subject,
        FatigueSettings settings,
        ContentCap cap,
        DateTimeOffset at,
        DateTimeOffset now,
        Guid? except
    )
    {
        var window = TimeSpan.FromDays(cap.WindowDays);
        var posts = ledger
            .Audience.Where(p =>
                p.PostId != except
                && Counts(p, settings)
                && (p.IsFact || p.IsOpen(now))
                && IsOf(p, cap.Level, subject, ledger.Persona.PersonaId)
                && p.At > at - window
            )
            .OrderBy(p => p.At)
            .ThenBy(p => p.PostId)
            .ToList();
        var times = posts.ConvertAll(p => p.At.UtcTicks);
        var inWindow = posts.Where(p => p.At <= at).ToList();
        var room = Math.Max(0, cap.Max - Fullest(times, at.UtcTicks, window.Ticks));
        var bites = room == 0;
        return new CapState(
            cap.Level,
            cap.WindowDays,
            cap.Max,
            inWindow.Count(p => p.IsFact),
            posts.Count - inWindow.Count(p => p.IsFact),
            bites,
            bites ? FreeAt(times, at, window, cap.Max) : null,
            [.. posts.Select(p => p.PostId)]
        )
        {
            Room = room,
        };
    }

    /// <summary>
    /// Posts of the fullest window that a post at a time would fall into: that which ends with it, or with a post after it.
    /// </summary>
    private static int Fullest(List<long> times, long at, long window)
    {
        var most = Within(times, at, window);
        for (var i = UpTo(times, at); i < times.Count && times[i] < at + window; i++)
            most = Math.Max(most, Within(times, times[i], window));
        return most;
    }

    /// <summary>The first time at which a post breaks nothing: one at which another leaves a window.</summary>
    private static DateTimeOffset FreeAt(
        List<long> times,
        DateTimeOffset at,
        TimeSpan window,
        int most
    ) =>
        times
            .Select(t => t + window.Ticks)
            .Where(t => t > at.UtcTicks && Fullest(times, t, window.Ticks) < most)
            .Select(t => new DateTimeOffset(t, TimeSpan.Zero))
            .First();

    /// <summary>Posts in (end − window, end].</summary>
    private static int Within(List<long> times, long end, long window) =>
        UpTo(times, end) - UpTo(times, end - window);

    /// <summary>How many of the ascending times are at or before one.</summary>
    private static int UpTo(List<long> times, long end)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] <= end)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool IsOf(
        ContentPost post,
        CapLevel level,
        FatigueSubject subject,
        string personaId
    ) =>
        level switch
        {
            CapLevel.Family => post.FamilyId == subject.FamilyId,
            CapLevel.Text => post.TextHash == subject.TextHash,
            CapLevel.Variant => post.VariantId == subject.VariantId,
            CapLevel.Topic => post.Topic == subject.Topic,
            CapLevel.Persona => post.PersonaId == personaId,
            _ => true,
        };
}
