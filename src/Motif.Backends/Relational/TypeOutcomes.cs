namespace Motif.Backends.Relational;

/// <summary>A change of what the patterns of a type say of it, see <see cref="OutcomeWeight.InItsType"/>.</summary>
internal readonly record struct TypeOutcome(
    string Kind,
    string PatternType,
    long Successes,
    long Weight
);

/// <summary>
/// Keeps the sums of a type's outcomes in step with its patterns. Always the last rows that a transaction locks, and in
/// the order of their names, so that two transactions never wait for each other.
/// </summary>
internal static class TypeOutcomes
{
    public static Task AddAsync(SqlSession session, IEnumerable<TypeOutcome> changes)
    {
        var sums = changes
            .GroupBy(c => (c.Kind, c.PatternType))
            .Select(g => new TypeOutcome(
                g.Key.Kind,
                g.Key.PatternType,
                g.Sum(c => c.Successes),
                g.Sum(c => c.Weight)
            ))
            .Where(c => c.Successes != 0 || c.Weight != 0)
            .OrderBy(c => c.Kind, StringComparer.Ordinal)
            .ThenBy(c => c.PatternType, StringComparer.Ordinal);
        return session.ExecuteManyAsync(
            """
            INSERT INTO type_voices (kind, pattern_type, successes, weight)
            VALUES (@kind, @pattern_type, @successes, @weight)
            ON CONFLICT (kind, pattern_type) DO UPDATE
            SET successes = type_voices.successes + excluded.successes,
                weight = type_voices.weight + excluded.weight
            """,
            [.. sums.Select(Parameters)]
        );
    }

    private static (string, object?)[] Parameters(TypeOutcome change) =>
        [
            ("kind", change.Kind),
            ("pattern_type", change.PatternType),
            ("successes", change.Successes),
            ("weight", change.Weight),
        ];
}
