using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// The standing of a pattern, as SQL that both databases compute alike: its quality q, drawn towards the mean m of all code patterns
/// the less bears it out, (n · q + 4 · m) / (n + 4), where n is the sum of the confidences of its places; as a mean is drawn that is
/// one of many (Efron and Morris, Stein's paradox in statistics, 1977): of one sure place a fifth of what sets it apart counts, of
/// four half, of sixteen four fifths.
/// </summary>
/// <remarks>
/// Without it a page of the best begins with whatever one place is good by chance. Places of one structure, a family of a rule or
/// copies, are one piece of code written several times and count as one; what is known by its structure alone stands one lower, and so
/// after all that a rule names; places that were called wrong bear nothing out. Sums are of whole numbers: they are the same in
/// whatever order the rows are read, and a cursor finds its place again.
/// </remarks>
internal static class PatternStanding
{
    /// <summary>The expression by which a page sorted by <see cref="PatternSort.Best"/> is ordered.</summary>
    public const string Expression = """
        (CASE WHEN p.kind <> 'code' OR p.quality_rank < 0 THEN p.quality_rank ELSE (
            SELECT CASE WHEN b.places = 0 THEN p.quality_rank ELSE
                (b.n * p.quality_rank + 4.0 * (
                    SELECT avg(CAST(c.quality_rank * 10000 AS integer)) / 10000.0
                    FROM patterns c WHERE c.kind = 'code' AND c.quality_rank >= 0)) / (b.n + 4.0) - b.copies END
            FROM (SELECT count(*) AS places,
                CASE WHEN p.key LIKE 'structure/%' THEN max(CAST(o.confidence * 1000 AS integer))
                    ELSE sum(CAST(o.confidence * 1000 AS integer)) END / 1000.0 AS n,
                max(CASE WHEN o.rule = 'structure' THEN 1.0 ELSE 0.0 END) AS copies
            FROM code_occurrences o
            WHERE o.pattern_id = p.pattern_id AND NOT EXISTS (
                SELECT 1 FROM wrong_detections w
                WHERE w.repository = o.repository AND w.file = o.file AND w.qualified_name = o.qualified_name
                  AND w.rule = o.rule)) b) END)
        """;
}
