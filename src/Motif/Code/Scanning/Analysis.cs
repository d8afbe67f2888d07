using Motif.Code.Patterns;
using Motif.Code.Quality;
using Motif.Code.Quality.Coverage;
using Motif.Code.Rules;

namespace Motif.Code.Scanning;

/// <summary>What the files of a tree say together.</summary>
/// <param name="Units">Functions and classes that were looked at.</param>
/// <param name="Groups">The patterns they carry, by key.</param>
/// <param name="Clones">Copies, and units that are similar without being copies.</param>
internal sealed record Analysis(
    CodeProject Project,
    int Units,
    IReadOnlyList<PatternGroup> Groups,
    CloneFamilies Clones
)
{
    /// <exception cref="CoverageFormatException">A coverage report is in no known format.</exception>
    public static Analysis Of(
        IReadOnlyList<ReadFile> files,
        CodeRules rules,
        ScanRequest request,
        int parallelism,
        CancellationToken cancellationToken
    )
    {
        var read = files.Where(f => f.Facts is not null).ToList();
        var suppressed = read.ToDictionary(f => f.Facts!, f => f.Suppressed);
        var project = new CodeProject([.. read.Select(f => f.Facts!)], parallelism);
        var coverage =
            request.CoverageFiles.Count == 0 ? null : CoverageReport.Read(request.CoverageFiles);
        var measures = new ProjectMeasures(project, coverage, QualityProfile.Graded);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = parallelism,
            CancellationToken = cancellationToken,
        };
        var units = UnitsOf(project, measures, parallel);
        var simple = units
            .Where(u => !(u.Complexity > request.MaxComplexity))
            .Where(u => !suppressed[u.Facts].Has(u.Facts, u.Unit))
            .ToList();
        IReadOnlyList<RuleMatch>? matches = null;
        CloneFamilies? clones = null;
        // Side by side: what one of them does in order is time for the other.
        Parallel.Invoke(
            parallel,
            () => matches = rules.Find(project, parallelism, cancellationToken),
            () => clones = CloneFamilies.Find(simple, parallelism, cancellationToken)
        );
        var seen = RuleSightings.Of(rules, matches!, simple);
        var sightings = RuleFamilies
            .Split(seen, parallelism, cancellationToken)
            .Concat(clones!.Sightings())
            .ToList();
        // What would be measured on first use, one after another, is measured here on all threads.
        Parallel.ForEach(sightings.Select(s => s.Unit).Distinct(), parallel, u => u.Measure());
        var counted = units.Count(u => u.Unit.Kind is not UnitKind.Module);
        return new Analysis(project, counted, PatternGroup.Of(sightings), clones);
    }

    private static List<MeasuredUnit> UnitsOf(
        CodeProject project,
        ProjectMeasures measures,
        ParallelOptions parallel
    )
    {
        var units = new List<MeasuredUnit>[project.Files.Count];
        Parallel.For(
            0,
            units.Length,
            parallel,
            i => units[i] = MeasuredUnit.Of(project.Files[i], measures)
        );
        return [.. units.SelectMany(u => u)];
    }
}
