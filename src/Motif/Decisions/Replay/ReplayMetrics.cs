namespace Motif.Decisions.Replay;

/// <summary>The measures of a replay, by the protocol that <see cref="ReplayReport"/> states.</summary>
internal static class ReplayMetrics
{
    private const int FewestToClaim = 200;
    private const int Span = 500;
    private const int FewestOfPattern = 30;
    private const int Bins = 15;
    private const int Parts = 20;
    private const double OneSided = 1.645;
    private const double Suggested = 0.30;

    public static ReplayReport Of(List<ReplayOutcome> rows, ReplayOptions options, bool hasVectors)
    {
        var automatic = rows.Where(r => r.IsAutomatic).ToList();
        var labelled = rows.Where(r => !r.IsCustom).ToList();
        var custom = rows.Where(r => r.IsCustom).ToList();
        var claimed = rows.Where(r => r.Confidence > 0).ToList();
        var suggested = rows.Where(r => r.Confidence >= Suggested).ToList();
        var lastHalf = rows[(rows.Count / 2)..];
        var precision = Share(automatic, r => r.IsRight);
        return new ReplayReport(
            rows.Count,
            rows.Select(r => r.Act).Distinct(StringComparer.Ordinal).Count(),
            options.Target,
            options.Feedback,
            hasVectors,
            Share(rows, r => r.IsAutomatic) ?? 0,
            precision,
            automatic.Count,
            Verdict(precision, automatic.Count, options.Target),
            Share(lastHalf, r => r.IsAutomatic) ?? 0,
            Share([.. lastHalf.Where(r => r.IsAutomatic)], r => r.IsRight),
            WorstSpan(automatic),
            WorstPattern(automatic),
            Share(custom, r => r.IsAutomatic),
            Share(labelled, r => r.IsRight),
            Share(labelled, r => r.IsAmongTop),
            CalibrationError(claimed),
            claimed.Count == 0
                ? null
                : claimed.Average(r => Square(r.Confidence - (r.IsRight ? 1 : 0))),
            RiskCoverage(rows),
            Share(suggested, r => r.IsRight),
            Share(suggested, r => !r.IsCustom && r.IsAmongTop),
            rows.FindIndex(r => r.IsAutomatic) is var first and >= 0 ? first : null,
            MessagesTo(rows, 0.25),
            MessagesTo(rows, 0.5),
            Share(rows, r => r.IsRevealed) ?? 0,
            [.. Enumerable.Range(0, Parts).Select(part => Part(rows, part))]
        );
    }

    private static double Part(List<ReplayOutcome> rows, int part)
    {
        var from = (int)((long)rows.Count * part / Parts);
        var to = (int)((long)rows.Count * (part + 1) / Parts);
        return Share(rows[from..to], r => r.IsAutomatic) ?? 0;
    }

    private static double? Share(List<ReplayOutcome> rows, Func<ReplayOutcome, bool> condition) =>
        rows.Count == 0 ? null : (double)rows.Count(condition) / rows.Count;

    private static ReplayVerdict Verdict(double? precision, int count, double target) =>
        precision is not { } reached || count < FewestToClaim ? ReplayVerdict.NoClaim
        : reached >= target - (OneSided * Math.Sqrt(target * (1 - target) / count))
            ? ReplayVerdict.Pass
        : ReplayVerdict.Fail;

    private static double? WorstSpan(List<ReplayOutcome> automatic)
    {
        if (automatic.Count < Span)
            return null;
        var right = automatic.Take(Span).Count(r => r.IsRight);
        var worst = right;
        for (var i = Span; i < automatic.Count; i++)
        {
            right += (automatic[i].IsRight ? 1 : 0) - (automatic[i - Span].IsRight ? 1 : 0);
            worst = Math.Min(worst, right);
        }
        return (double)worst / Span;
    }

    private static double? WorstPattern(List<ReplayOutcome> automatic) =>
        automatic
            .GroupBy(r => r.Reading.Candidates[0].Label, StringComparer.Ordinal)
            .Where(g => g.Count() >= FewestOfPattern)
            .Select(g => (double?)g.Average(r => r.IsRight ? 1.0 : 0))
            .Min();

    private static double? CalibrationError(List<ReplayOutcome> claimed)
    {
        if (claimed.Count == 0)
            return null;
        var error = 0.0;
        foreach (var bin in claimed.GroupBy(r => Math.Min((int)(r.Confidence * Bins), Bins - 1)))
            error +=
                Math.Abs(bin.Average(r => r.IsRight ? 1.0 : 0) - bin.Average(r => r.Confidence))
                * bin.Count();
        return error / claimed.Count;
    }

    private static double? RiskCoverage(List<ReplayOutcome> rows)
    {
        if (rows.Count == 0)
            return null;
        var (errors, sum, k) = (0, 0.0, 0);
        foreach (var row in rows.OrderByDescending(r => r.Confidence))
        {
            errors += row.IsRight ? 0 : 1;
            sum += (double)errors / ++k;
        }
        return sum / k;
    }

    private static int? MessagesTo(List<ReplayOutcome> rows, double share)
    {
        var automatic = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            automatic += rows[i].IsAutomatic ? 1 : 0;
            automatic -= i >= Span && rows[i - Span].IsAutomatic ? 1 : 0;
            if (i + 1 >= Span && automatic >= share * Span)
                return i + 1;
        }
        return null;
    }

    private static double Square(double x) => x * x;
}
