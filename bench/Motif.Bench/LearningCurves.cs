using System.Globalization;
using System.Text;
using Motif.Decisions.Replay;

namespace Motif.Bench;

/// <summary>
/// How the share of automatic answers grew along a log, as a picture: a panel for each target, a line for each matcher and
/// feedback, a point for each twentieth of the rows.
/// </summary>
internal sealed class LearningCurves(string log)
{
    private const int Width = 280;
    private const int Height = 180;
    private const int Margin = 44;
    private const int Legend = 30;

    private readonly List<(string Matcher, ReplayReport Report)> _lines = [];

    public void Add(string matcher, ReplayReport report) => _lines.Add((matcher, report));

    public Task WriteAsync(string folder) =>
        File.WriteAllTextAsync(Path.Combine(folder, $"decisions-{log}.svg"), Draw());

    private string Draw()
    {
        var targets = _lines.GroupBy(l => l.Report.Target).OrderBy(g => g.Key).ToList();
        var (width, height) = (
            Margin + (targets.Count * (Width + Margin)),
            Height + (2 * Margin) + Legend
        );
        var svg = new StringBuilder(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">
            <title>{log}: share of automatic answers along the log</title>
            <rect width="{width}" height="{height}" fill="white"/>

            """
        );
        foreach (var (at, target) in targets.Index())
        {
            svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<g transform="translate({Margin + (at * (Width + Margin))} {Margin})">"""
            );
            Frame(svg, target.First().Report);
            foreach (var (matcher, report) in target)
                svg.AppendLine(
                    $"""<polyline fill="none" stroke-width="2" {Style(matcher, report.Feedback)} points="{Points(report.Curve)}"/>"""
                );
            svg.AppendLine("</g>");
        }
        Names(svg, height);
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Frame(StringBuilder svg, ReplayReport report)
    {
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<text x="0" y="-14" font-weight="bold">target {report.Target:.00}</text>"""
        );
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1])
            svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<path d="M0 {Y(share):0.#}H{Width}" stroke="#ddd"/><text x="-6" y="{Y(share) + 4:0.#}" text-anchor="end">{share:0.##}</text>"""
            );
        svg.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<text x="0" y="{Height + 16}">0</text><text x="{Width}" y="{Height + 16}" text-anchor="end">{report.Rows} messages</text>"""
        );
    }

    private void Names(StringBuilder svg, int height)
    {
        var x = Margin;
        foreach (
            var (matcher, feedback) in _lines.Select(l => (l.Matcher, l.Report.Feedback)).Distinct()
        )
        {
            svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<path d="M{x} {height - 16}h24" stroke-width="2" {Style(matcher, feedback)}/><text x="{x + 30}" y="{height - 12}">{Name(matcher)}, {WireName.Of(feedback)} feedback</text>"""
            );
            x += 180;
        }
    }

    private static string Points(IReadOnlyList<double> curve) =>
        string.Join(
            ' ',
            curve.Select(
                (share, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(i + 1) * Width / (double)curve.Count:0.#},{Y(share):0.#}"
                    )
            )
        );

    private static double Y(double share) => Height * (1 - share);

    private static string Name(string matcher) => matcher == "model" ? "with the model" : "words";

    private static string Style(string matcher, ReplayFeedback feedback) =>
        $"stroke=\"{(matcher == "model" ? "#1864ab" : "#e8590c")}\"{(feedback is ReplayFeedback.Partial ? " stroke-dasharray=\"5 3\"" : "")}";
}
