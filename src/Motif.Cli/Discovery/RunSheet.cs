using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>A run as people read it.</summary>
internal static class RunSheet
{
    public static void Show(DiscoveryRun run)
    {
        Print.Line(
            $"run {run.RunId} is {WireName.Of(run.State)}{(run.Error is null ? "" : $": {run.Error}")}"
        );
        if (run.Progress is { } progress)
            Print.Line($"at {WireName.Of(progress.Step)}, attempt {Number(run.Attempt)}");
        if (run.Report is not { } report)
            return;
        Print.Line(
            $"{Number(report.Items)} items, {Number(report.Copies)} copies, {Number(report.WithoutVector)} without a vector; {string.Join(", ", report.Levels.Select(l => $"{Number(l.Clusters)} {WireName.Of(l.Level)}"))}; stability {Print.Score(report.Stability)}"
        );
        Print.Line(
            $"{Number(report.EvidenceRows)} scored in {Number(report.Channels)} channels, {Number(report.Folded)} re-posts folded{string.Concat(report.Unscored.Select(u => $", {Number(u.Value)} {u.Key}"))}"
        );
        if (report.Numbers is { } numbers)
        {
            Print.Line(
                $"{Number(numbers.Tested)} tested, {Number(numbers.Found)} found, {Number(numbers.Confirmed)} confirmed by later items; chance alone finds {Print.Score(numbers.PermutationDiscoveries)}; {Number(numbers.ControlsFound)} of {Number(numbers.ControlsTested)} random traits found"
            );
            Print.Line(
                $"expected against later: correlation {Print.Score(numbers.Correlation)} (at most {Print.Score(numbers.CorrelationCeiling)}), same sign {Print.Score(numbers.SameSign)}, slope {Print.Score(numbers.CalibrationSlope)}, intervals hold {Print.Score(numbers.IntervalCoverage)}, R² of single items {Print.Score(numbers.OutOfSampleR2)}"
            );
        }
        foreach (var remark in report.Remarks)
            Print.Remark(remark);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
