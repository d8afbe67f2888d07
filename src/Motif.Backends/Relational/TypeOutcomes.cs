namespace Motif.Backends.Relational;

/// <summary>A change of the outcomes of a pattern type.</summary>
internal readonly record struct TypeOutcome(
    string Kind,
    string PatternType,
    long Successes,
    long Failures
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
                g.Sum(c => c.Failures)
            ))
            .Where(c => c.Successes != 0 || c.Failures != 0)
            .OrderBy(c => c.Kind, StringComparer.Ordinal)
            .ThenBy(c => c.PatternType, StringComparer.Ordinal);
        return session.ExecuteManyAsync(
            """
            INSERT INTO type_outcomes (kind, pattern_type, successes, failures)
            VALUES (@kind, @pattern_type, @successes, @failures)
            ON CONFLICT (kind, pattern_type) DO UPDATE
            SET successes = type_outcomes.successes + excluded.successes,
                failures = type_outcomes.failures + excluded.failures
            """,
            [.. sums.Select(Parameters)]
        );
    }

    private static (string, object?)[] Parameters(TypeOutcome change) =>
        [
            ("kind", change.Kind),
            ("pattern_type", change.PatternType),
            ("successes", change.Successes),
            ("failures", change.Failures),
        ];
}
