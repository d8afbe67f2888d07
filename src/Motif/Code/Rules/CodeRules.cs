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
        return Find(
            project,
            new KnownMatches(project.Files.Count),
            parallelism,
            AnalysisFaults.Thrown,
            cancellationToken
        );
    }

    /// <param name="known">What need not be looked at again; takes what is.</param>
    /// <param name="faults">Takes the rules that fail on a unit; what the others see stands.</param>
    internal IReadOnlyList<RuleMatch> Find(
        CodeProject project,
        KnownMatches known,
        int parallelism,
        AnalysisFaults faults,
        CancellationToken cancellationToken
    )
    {
        var files = project.Files;
        Parallel.For(
            0,
            files.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(1, parallelism),
                CancellationToken = cancellationToken,
            },
            i =>
            {
                if (known[i] is not null)
                    return;
                var (matches, trail) = Trail.Record(
                    files[i],
                    own: null,
                    file => FindIn(file, faults, cancellationToken)
                );
                known.Find(i, [.. matches.Where(m => m.Confidence >= Shown)], trail);
            }
        );
        var all = Enumerable.Range(0, files.Count).SelectMany(i => known[i]!).ToList();
        return faults.Survive(
            "settling rival readings",
            AnalysisFaults.WholeTree,
            null,
            all,
            () => RivalReadings.Settle(all)
        );
    }

    /// <summary>Everything the rules see in one file, rivals and weak matches included.</summary>
    public IReadOnlyList<RuleMatch> FindIn(ProjectFile file) =>
        FindIn(file, AnalysisFaults.Thrown, CancellationToken.None);

    private IReadOnlyList<RuleMatch> FindIn(
        ProjectFile file,
        AnalysisFaults faults,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new RuleFindings();
        foreach (var unit in file.Units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (unit.IsFurtherPart)
                continue;
            foreach (var rule in RulesFor(unit.Fact.Kind))
                FindBy(rule, unit, findings, faults);
            if (!unit.IsProgram)
                continue;
            foreach (var rule in _functions)
                FindBy(rule, unit, findings, faults);
        }
        return findings.Matches;
    }

    private static void FindBy(
        ICodeRule rule,
        ProjectUnit unit,
        RuleFindings findings,
        AnalysisFaults faults
    )
    {
        var before = findings.Matches.Count;
        try
        {
            rule.Find(unit, findings);
        }
        catch (Exception exception) when (faults.Survives(exception))
        {
            findings.Forget(before);
            faults.Add($"rule {rule.Name}", unit.File.Facts.Path, unit.Fact.StartLine, exception);
        }
    }

    private ICodeRule[] RulesFor(UnitKind kind) =>
        kind switch
        {
            UnitKind.Module => _modules,
            UnitKind.Class => _classes,
            _ => _functions,
        };
}
