using System.Collections.Concurrent;
using Motif.Code.Quality.Coverage;

namespace Motif.Code.Quality;

/// <summary>
/// The measures of a project's units that need more than the unit: who uses it, what it is coupled to, which of its lines tests
/// ran. Everything is measured on first use; safe for many threads.
/// </summary>
internal sealed class ProjectMeasures
{
    private readonly CodeProject _project;
    private readonly CoverageReport? _coverage;
    private readonly QualityProfile _profile;
    private readonly AnalysisFaults _faults;
    private readonly Lazy<ReuseCount> _reuse;
    private readonly Lazy<Dictionary<string, int>> _afferent;
    private readonly ConcurrentDictionary<ProjectFile, Coupling> _couplings = new();

    /// <param name="coverage">Null where no report was given: coverage is then unmeasured.</param>
    public ProjectMeasures(
        CodeProject project,
        CoverageReport? coverage,
        QualityProfile profile,
        AnalysisFaults faults
    )
    {
        (_project, _coverage, _profile, _faults) = (project, coverage, profile, faults);
        _reuse = new Lazy<ReuseCount>(() => new ReuseCount(project, faults));
        _afferent = new Lazy<Dictionary<string, int>>(CountAfferent);
    }

    public Motif.Quality QualityOf(ProjectUnit unit, int? complexity) =>
        _profile.Of(
            new QualityMeasures(
                complexity,
                Documentation(unit),
                CoverageOf(unit),
                FilesUsing(unit).Count,
                CouplingOf(unit),
                CohesionOf(unit),
                complexity is { } cyclomatic
                    ? MaintainabilityIndex.WithoutComments(unit.File.Facts, unit.Index, cyclomatic)
                    : null
            )
        );

    /// <summary>Paths of the files that use the unit, tests apart.</summary>
    public IReadOnlySet<string> FilesUsing(ProjectUnit unit) => _reuse.Value.FilesUsing(unit);

    /// <summary>What was measured, by name; what was not is absent.</summary>
    public SortedDictionary<string, double> MetricsOf(ProjectUnit unit, int? complexity)
    {
        var (facts, fact) = (unit.File.Facts, unit.Fact);
        var halstead = Halstead.Of(facts, unit.Index);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["lines"] = fact.EndLine - fact.StartLine + 1,
            ["source_lines"] = fact.Lines.Source,
            ["logical_lines"] = fact.Lines.Logical,
            ["tokens"] = fact.Tokens,
            ["halstead_volume"] = Rounded(halstead.Volume),
            ["halstead_difficulty"] = Rounded(halstead.Difficulty),
            ["cbo"] = CouplingOf(unit),
            ["used_in_files"] = FilesUsing(unit).Count,
        };
        if (complexity is { } cyclomatic)
        {
            metrics["cyclomatic"] = cyclomatic;
            metrics["maintainability_index"] = Rounded(
                MaintainabilityIndex.Of(facts, unit.Index, cyclomatic)
            );
        }
        if (CoverageOf(unit) is { } coverage)
            metrics["coverage"] = Rounded(coverage);
        if (unit.Class is not null)
            AddClass(unit, metrics);
        return metrics;
    }

    private void AddClass(ProjectUnit unit, SortedDictionary<string, double> metrics)
    {
        if (Cohesion.Of(unit) is { } cohesion)
        {
            metrics["lcom4"] = cohesion.Lcom4;
            metrics["tcc"] = Rounded(cohesion.Tcc);
        }
        var efferent = CouplingOf(unit);
        var afferent = _afferent.Value.GetValueOrDefault(unit.Fact.FullName);
        if (efferent + afferent > 0)
            metrics["instability"] = Rounded((double)efferent / (efferent + afferent));
    }

    private double Documentation(ProjectUnit unit) =>
        _profile.IsGraded
            ? DocumentationQuality.Graded(unit.File.Facts, unit.Index)
            : DocumentationQuality.Seed(unit.File.Facts, unit.Index);

    private int CouplingOf(ProjectUnit unit) => TargetsOf(unit).Count;

    private HashSet<string> TargetsOf(ProjectUnit unit)
    {
        var coupling = _couplings.GetOrAdd(unit.File, static file => new Coupling(file));
        lock (coupling)
            return coupling.Of(unit);
    }

    private static double? CohesionOf(ProjectUnit unit) =>
        unit.Class is not null ? Cohesion.Of(unit)?.Value : Cohesion.OfFunction(unit);

    /// <summary>
    /// Ca of Martin's instability Ce / (Ca + Ce): the classes and modules that are coupled to one. Libraries are nobody's class: a name that
    /// begins like a class of the project means that class.
    /// </summary>
    private Dictionary<string, int> CountAfferent()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in _project.Files)
        {
            var targets = _faults.Survive<IReadOnlyList<string>>(
                "finding what it is coupled to",
                file.Facts.Path,
                null,
                [],
                () => [.. Coupling.InProject(file)]
            );
            foreach (var target in targets)
                counts[target] = counts.GetValueOrDefault(target) + 1;
        }
        return counts;
    }

    /// <summary>From the first statement of the body: the line of the signature runs when the file is imported.</summary>
    private double? CoverageOf(ProjectUnit unit)
    {
        if (_coverage?.Of(unit.File.Facts.Path) is not { } lines)
            return null;
        int ran = 0,
            all = 0;
        foreach (
            var function in unit.Class is null
                ? [unit]
                : unit.Members.Where(m => m.IsFunction && m.File == unit.File)
        )
        {
            var nested = function.Members.Select(m => (m.Fact.StartLine, m.Fact.EndLine)).ToList();
            var counted = lines.Count(function.Fact.BodyStartLine, function.Fact.EndLine, nested);
            (ran, all) = (ran + counted.Ran, all + counted.All);
        }
        return all == 0 ? null : (double)ran / all;
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
