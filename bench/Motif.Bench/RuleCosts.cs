using System.Diagnostics;
using System.Globalization;
using System.Text;
using Motif.Code;
using Motif.Code.Rules;

namespace Motif.Bench;

/// <summary>
/// Where the time and the memory of the rules go: linking the project, deriving the shapes that rules share, then each rule
/// alone over the project with everything derived.
/// </summary>
internal static class RuleCosts
{
    private const int Rounds = 3;

    public static string Of(List<CodeFacts> facts, IReadOnlyList<ICodeRule> rules)
    {
        CodeProject? project = null;
        var linking = Cost(() => project = new CodeProject(facts), rounds: 1);
        var first = Cost(() => new CodeRules(rules).Find(project!), rounds: 1);
        var again = Cost(() => new CodeRules(rules).Find(project!), Rounds);
        var text = new StringBuilder();
        Line(text, "linking the project", linking);
        Line(text, "all rules, first time", first);
        Line(text, "all rules, shapes known", again);
        foreach (
            var (rule, cost) in rules
                .Select(r => (r, Cost(() => new CodeRules([r]).Find(project!), Rounds)))
                .OrderByDescending(r => r.Item2.Time)
        )
            Line(text, rule.Name, cost);
        return text.ToString();
    }

    /// <summary>The shortest of the rounds, and what the last one allocates.</summary>
    private static (TimeSpan Time, long Bytes) Cost(Action action, int rounds)
    {
        var best = TimeSpan.MaxValue;
        var bytes = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var (before, start) = (
                GC.GetTotalAllocatedBytes(precise: true),
                Stopwatch.GetTimestamp()
            );
            action();
            var took = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            best = took < best ? took : best;
        }
        return (best, bytes);
    }

    private static void Line(StringBuilder text, string what, (TimeSpan Time, long Bytes) cost) =>
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"  {what, -28}{cost.Time.TotalMilliseconds, 9:0.0} ms {cost.Bytes / 1e6, 8:0.0} MB"
        );
}
