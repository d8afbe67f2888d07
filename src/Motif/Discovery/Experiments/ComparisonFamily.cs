using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>What became of a comparison.</summary>
/// <param name="P">The least of all looks; never rises.</param>
/// <param name="Adjusted">The same, corrected for the whole family.</param>
/// <param name="Level">At which it was held in the end: its interval is of 1 − this.</param>
/// <param name="Sign">Of the difference when it was declared, 0 while it is not.</param>
internal sealed record JudgedComparison(
    ComparisonPath Path,
    double P,
    double Adjusted,
    double Level,
    int Sign,
    DateOnly? DecidedOn
);

/// <summary>
/// Comparisons that are held to one error rate together, day by day. A p that is valid at any time stays so as the least of all
/// days, and corrections keep that: what was once declared stays declared. The level of the intervals is the one at which each
/// was held (Holm: of its step; Benjamini and Hochberg: R·α/m, Benjamini and Yekutieli 2005), so that an interval excludes 0
/// exactly where a difference is declared.
/// </summary>
internal static class ComparisonFamily
{
    public static IReadOnlyList<JudgedComparison> Judge(
        IReadOnlyList<ComparisonPath> paths,
        double alpha,
        ComparisonCorrection correction
    )
    {
        var running = Array.ConvertAll([.. paths], path => new Running(path));
        var days = paths.SelectMany(p => p.Looks.Select(l => l.Day)).Distinct().Order();
        var adjusted = new double[paths.Count];
        Array.Fill(adjusted, 1);
        foreach (var day in days)
        {
            foreach (var one in running)
                one.Look(day);
            adjusted = Adjust([.. running.Select(r => r.P)], correction);
            for (var i = 0; i < running.Length; i++)
            {
                if (adjusted[i] <= alpha)
                    running[i].Declare(day);
            }
        }
        var levels = Levels(running, adjusted, alpha, correction);
        return
        [
            .. running.Select(
                (r, i) =>
                    new JudgedComparison(r.Path, r.P, adjusted[i], levels[i], r.Sign, r.DecidedOn)
            ),
        ];
    }

    private static double[] Adjust(double[] p, ComparisonCorrection correction) =>
        correction is ComparisonCorrection.Holm ? Holm.Adjusted(p) : BenjaminiHochberg.QValues(p);

    private static double[] Levels(
        Running[] running,
        double[] adjusted,
        double alpha,
        ComparisonCorrection correction
    )
    {
        var declared = adjusted.Count(a => a <= alpha);
        var levels = new double[running.Length];
        if (correction is ComparisonCorrection.BenjaminiHochberg)
        {
            Array.Fill(levels, Math.Max(1, declared) * alpha / Math.Max(1, running.Length));
            return levels;
        }
        int[] order =
        [
            .. Enumerable.Range(0, running.Length).OrderBy(i => running[i].P).ThenBy(i => i),
        ];
        for (var rank = 0; rank < order.Length; rank++)
            levels[order[rank]] = alpha / (running.Length - Math.Min(rank, declared));
        return levels;
    }

    private sealed class Running(ComparisonPath path)
    {
        private int _next;
        private int _sign;

        public ComparisonPath Path { get; } = path;

        public double P { get; private set; } = 1;

        public int Sign { get; private set; }

        public DateOnly? DecidedOn { get; private set; }

        public void Look(DateOnly day)
        {
            for (; _next < Path.Looks.Count && Path.Looks[_next].Day <= day; _next++)
            {
                var look = Path.Looks[_next];
                if (!look.CanDecide)
                    continue;
                var p = Path.P(look);
                if (p < P)
                    (P, _sign) = (p, Math.Sign(look.Difference));
            }
        }

        public void Declare(DateOnly day)
        {
            if (DecidedOn is null)
                (DecidedOn, Sign) = (day, _sign);
        }
    }
}
