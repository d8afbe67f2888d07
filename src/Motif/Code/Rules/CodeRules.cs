namespace Motif.Code.Rules;

/// <summary>All rules over a project: every unit is shown to every rule that wants its kind, then rival readings are settled.</summary>
public sealed class CodeRules
{
    /// <summary>Matches below this confidence are not shown.</summary>
    public static Confidence Shown { get; } = new(.70);

    private readonly ICodeRule[] _functions;
    private readonly ICodeRule[] _classes;
    private readonly ICodeRule[] _modules;

    /// <param name="rules">In the order in which equal readings of one unit are preferred.</param>
    public CodeRules(IEnumerable<ICodeRule> rules)
    {
        Rules = [.. rules];
        _functions = [.. Rules.Where(r => r.Subjects.HasFlag(RuleSubjects.Functions))];
        _classes = [.. Rules.Where(r => r.Subjects.HasFlag(RuleSubjects.Classes))];
        _modules = [.. Rules.Where(r => r.Subjects.HasFlag(RuleSubjects.Modules))];
    }

    public IReadOnlyList<ICodeRule> Rules { get; }

    /// <summary>What is shown of all files: by file, then by line, then by rule.</summary>
    /// <param name="parallelism">How many files are looked at at once, at least 1.</param>
    public IReadOnlyList<RuleMatch> Find(
        CodeProject project,
        int parallelism = 1,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(project);
        var found = new IReadOnlyList<RuleMatch>[project.Files.Count];
        Parallel.For(
            0,
            found.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(1, parallelism),
                CancellationToken = cancellationToken,
            },
            i => found[i] = FindIn(project.Files[i])
        );
        var all = found.SelectMany(f => f).Where(m => m.Confidence >= Shown).ToList();
        return RivalReadings.Settle(all);
    }

    /// <summary>Everything the rules see in one file, rivals and weak matches included.</summary>
    public IReadOnlyList<RuleMatch> FindIn(ProjectFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new RuleFindings();
        foreach (var unit in file.Units)
        {
            foreach (var rule in RulesFor(unit.Fact.Kind))
                rule.Find(unit, findings);
        }
        return findings.Matches;
    }

    private ICodeRule[] RulesFor(UnitKind kind) =>
        kind switch
        {
            UnitKind.Module => _modules,
            UnitKind.Class => _classes,
            _ => _functions,
        };
}
