using Motif.Content.Fatigue;

namespace Motif.Content.Posts;

/// <summary>Reservations that nobody fulfilled in time give their place back.</summary>
internal static class Expiry
{
    /// <summary>Marks those of the persona that have expired, and says how many.</summary>
    public static int Sweep(PersonaLedger ledger, DateTimeOffset now)
    {
        var expired = ledger
            .Own.Where(p => p.State is PostState.Reserved && p.ExpiresAt <= now)
            .ToList();
        foreach (var post in expired)
            ledger.Put((post with { State = PostState.Expired }).With(now, "expired"));
        return expired.Count;
    }
}
