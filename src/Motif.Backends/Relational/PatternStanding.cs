using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// The standing of a pattern, as SQL that both databases compute alike: its quality q, drawn towards the mean m of all code patterns
/// by the number n of its places, (n · q + 4 · m) / (n + 4), as a mean of n values is that is itself one of many (Efron and Morris,
/// Stein's paradox in statistics, 1977): of one place a fifth of what sets it apart counts, of four half, of sixteen four fifths.
/// </summary>
/// <remarks>
/// Without it a page of the best begins with whatever one place is good by chance. What is known by its structure alone stands one
/// lower, and so after all that a rule names; places that were called wrong bear nothing out.
/// </remarks>
internal static class PatternStanding
{
    /// <summary>The expression by which a page sorted by <see cref="PatternSort.Best"/> is ordered.</summary>
    public const string Expression = """
        (CASE WHEN p.kind <> 'code' OR p.quality_rank < 0 THEN p.quality_rank ELSE (
            SELECT CASE WHEN count(*) = 0 THEN p.quality_rank ELSE
                (count(*) * p.quality_rank
                    + 4.0 * (SELECT avg(c.quality_score) FROM patterns c WHERE c.kind = 'code')) / (count(*) + 4.0)
                - max(CASE WHEN o.rule = 'structure' THEN 1.0 ELSE 0.0 END) END
            FROM code_occurrences o
            WHERE o.pattern_id = p.pattern_id AND NOT EXISTS (
                SELECT 1 FROM wrong_detections w
                WHERE w.repository = o.repository AND w.file = o.file AND w.qualified_name = o.qualified_name
                  AND w.rule = o.rule)) END)
        """;
}
