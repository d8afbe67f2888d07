namespace Motif.Catalog;

/// <summary>The allowed moves between statuses. Going back to draft undoes a publication: only an administrator may.</summary>
public static class Lifecycle
{
    private static readonly (
        PatternStatus From,
        PatternStatus To,
        bool AdministratorOnly
    )[] Moves =
    [
        (PatternStatus.Draft, PatternStatus.Active, false),
        (PatternStatus.Draft, PatternStatus.Archived, false),
        (PatternStatus.Active, PatternStatus.Deprecated, false),
        (PatternStatus.Active, PatternStatus.Archived, false),
        (PatternStatus.Deprecated, PatternStatus.Active, false),
        (PatternStatus.Deprecated, PatternStatus.Archived, false),
        (PatternStatus.Deprecated, PatternStatus.Draft, true),
        (PatternStatus.Archived, PatternStatus.Draft, true),
    ];

    /// <summary>Null when the move is allowed, otherwise a sentence that says why not and what is.</summary>
    public static string? Refusal(PatternStatus from, PatternStatus to, bool isAdministrator)
    {
        if (from == to)
            return null;
        foreach (var move in Moves)
        {
            if (move.From != from || move.To != to)
                continue;
            return move.AdministratorOnly && !isAdministrator
                ? $"only an administrator may move a pattern from {WireName.Of(from)} to {WireName.Of(to)}"
                : null;
        }
        var allowed = Moves
            .Where(m => m.From == from && (isAdministrator || !m.AdministratorOnly))
            .Select(m => WireName.Of(m.To));
        return $"a pattern cannot move from {WireName.Of(from)} to {WireName.Of(to)}; from there it may become {string.Join(" or ", allowed)}";
    }
}
