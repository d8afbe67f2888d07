using System.Globalization;
using System.Text;
using Motif.Discovery.Mining;

namespace Motif.Bench;

/// <summary>What mining came to, as every report of findings shows it.</summary>
internal static class MiningTable
{
    private const int Shown = 30;

    /// <param name="channels">What its channels are called.</param>
    public static void Write(StringBuilder text, MiningReport report, string channels)
    {
        var n = report.Numbers;
        text.AppendLine("| number | value | goal |")
            .AppendLine("|---|---:|---:|")
            .AppendLine(
                Invariant($"| rows after folding {report.Folded} re-posts | {report.Rows} | |")
            )
            .AppendLine(Invariant($"| traits tested | {n.Tested} | |"))
            .AppendLine(Invariant($"| found | {n.Found} | |"))
            .AppendLine(Invariant($"| confirmed | {n.Confirmed} | 100–200 |"))
            .AppendLine(Invariant($"| correlation, all tested | {n.Correlation:0.000} | ≥ .80 |"))
            .AppendLine(Invariant($"| its ceiling | {n.CorrelationCeiling:0.000} | |"))
            .AppendLine(
                Invariant($"| same sign later, of those found | {n.SameSign:0.000} | ≥ .90 |")
            )
            .AppendLine(
                Invariant(
                    $"| calibration slope, all tested | {n.CalibrationSlope:0.000} | .80–1.25 |"
                )
            )
            .AppendLine(
                Invariant(
                    $"| interval coverage, all tested | {n.IntervalCoverage:0.000} | .93–.97 |"
                )
            )
            .AppendLine(
                Invariant($"| found under permutation, a run | {n.PermutationDiscoveries:0.00} | |")
            )
            .AppendLine(
                Invariant($"| the same as a share of found | {n.PermutationShare:0.0000} | ≤ .05 |")
            )
            .AppendLine(Invariant($"| R² of single later items | {n.OutOfSampleR2:0.0000} | |"))
            .AppendLine(
                Invariant(
                    $"| random attributes found | {n.ControlsFound} of {n.ControlsTested} | ≤ 5 % |"
                )
            )
            .AppendLine();
        foreach (var state in report.Findings.GroupBy(f => f.State).OrderBy(g => g.Key))
            text.AppendLine(Invariant($"- {WireName.Of(state.Key)}: {state.Count()}"));
        text.AppendLine();
        if (n.Confirmed == 0)
            return;
        text.AppendLine("The confirmed ones that promise most, either way:")
            .AppendLine()
            .AppendLine($"| trait | times | 95 % | expected | items | {channels} |")
            .AppendLine("|---|---:|---|---:|---:|---:|");
        foreach (var f in report.Findings.Where(f => f.State is FindingState.Confirmed).Take(Shown))
            text.AppendLine(
                Invariant(
                    $"| {f.Feature.Replace('|', '/')} | {f.Multiplier:0.00} | {f.Ci95.Low:0.00} – {f.Ci95.High:0.00} | {f.ExpectedMultiplier:0.00} | {f.Support} | {f.Channels} |"
                )
            );
        text.AppendLine();
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
