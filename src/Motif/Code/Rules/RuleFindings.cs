namespace Motif.Code.Rules;

/// <summary>Takes the matches of the rules over one file. For one thread.</summary>
public sealed class RuleFindings
{
    private readonly List<RuleMatch> _matches = [];

    public IReadOnlyList<RuleMatch> Matches => _matches;

    /// <summary>Begins a match; nothing is reported before <see cref="RuleMatchBuilder.Report"/>.</summary>
    /// <param name="unit">The unit that carries the pattern.</param>
    internal RuleMatchBuilder Match(ICodeRule rule, ProjectUnit unit) => new(this, rule, unit);

    internal void Add(RuleMatch match) => _matches.Add(match);

    /// <summary>Takes back what came after the first <paramref name="count"/>: half a rule's word counts for nothing.</summary>
    internal void Forget(int count) => _matches.RemoveRange(count, _matches.Count - count);
}
