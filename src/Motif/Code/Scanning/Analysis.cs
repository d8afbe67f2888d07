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
        var project = new CodeProject([.. read.Select(f => f.Facts!)]);
        var coverage =
            request.CoverageFiles.Count == 0 ? null : CoverageReport.Read(request.CoverageFiles);
        var measures = new ProjectMeasures(project, coverage, QualityProfile.Graded);
        var units = project
            .Files.AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(parallelism)
            .WithCancellation(cancellationToken)
            .SelectMany(f => MeasuredUnit.Of(f, measures))
            .ToList();
        var simple = units
            .Where(u => !(u.Complexity > request.MaxComplexity))
            .Where(u => !suppressed[u.Facts].Has(u.Facts, u.Unit))
            .ToList();
        var matches = rules.Find(project, parallelism, cancellationToken);
        var clones = CloneFamilies.Find(simple, cancellationToken);
        var groups = PatternGroup.Of(
            RuleSightings.Of(rules, matches, simple).Concat(clones.Sightings())
        );
        var counted = units.Count(u => u.Unit.Kind is not UnitKind.Module);
        return new Analysis(project, counted, groups, clones);
    }
}
