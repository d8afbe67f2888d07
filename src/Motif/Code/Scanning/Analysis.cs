using Motif.Code.Patterns;
using Motif.Code.Quality;
using Motif.Code.Quality.Coverage;
using Motif.Code.Rules;
using Motif.Code.Scanning.Kept;

namespace Motif.Code.Scanning;

/// <summary>What the files of a tree say together.</summary>
/// <param name="Units">Functions and classes that were looked at.</param>
/// <param name="Groups">The patterns they carry, by key.</param>
/// <param name="Clones">Copies, and units that are similar without being copies.</param>
/// <param name="Faults">What could not be looked at.</param>
internal sealed record Analysis(
    CodeProject Project,
    int Units,
    IReadOnlyList<PatternGroup> Groups,
    CloneFamilies Clones,
    AnalysisFaults Faults
)
{
    /// <exception cref="CoverageFormatException">A coverage report is in no known format.</exception>
    public static Analysis Of(
        IReadOnlyList<ReadFile> files,
        CodeRules rules,
        FactsFile? kept,
        ScanRequest request,
        int parallelism,
        CancellationToken cancellationToken
    )
    {
        var read = files.Where(f => f.Facts is not null).ToList();
        var structures = read.ToDictionary(f => f.Facts!, f => f.Structures);
        var suppressed = read.ToDictionary(f => f.Facts!, f => f.Suppressed);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = parallelism,
            CancellationToken = cancellationToken,
        };
        var coverage =
            request.CoverageFiles.Count == 0
                ? null
                : CoverageReport.Read(request.CoverageFiles, cancellationToken);
        var faults = new AnalysisFaults();
        RuleSearch search;
        using (ScanStages.Begin("telling changes"))
            search = new RuleSearch(
                rules,
                kept,
                [.. read.Select(f => f.Facts!)],
                [.. read.Select(f => f.File.ContentHash)]
            );
        CodeProject project;
        using (ScanStages.Begin("resolving names"))
            project = search.Project(parallel, faults);
        var measures = new ProjectMeasures(project, coverage, QualityProfile.Graded, faults);
        var units = UnitsOf(project, structures, measures, parallel, faults);
        var simple = units
            .Where(u => !(u.Complexity > request.MaxComplexity))
            .Where(u => !(request.WithoutTests && u.Unit.Has(UnitTraits.Test)))
            .Where(u => !suppressed[u.Facts].Has(u.Facts, u.Unit))
            .ToList();
        var (sightings, clones) = Look(
            project,
            simple,
            rules,
            search,
            kept,
            request.MinCopies,
            parallel,
            faults
        );
        using var quality = ScanStages.Begin("quality");
        // What would be measured on first use, one after another, is measured here on all threads.
        Parallel.ForEach(
            sightings.Select(s => s.Unit).Distinct(),
            parallel,
            u => Measure(u, faults)
        );
        var counted = units.Count(u => u.Unit.Kind is not UnitKind.Module);
        return new Analysis(project, counted, PatternGroup.Of(sightings), clones, faults);
    }

    private static (List<Sighting> Sightings, CloneFamilies Clones) Look(
        CodeProject project,
        List<MeasuredUnit> units,
        CodeRules rules,
        RuleSearch search,
        FactsFile? kept,
        int minCopies,
        ParallelOptions parallel,
        AnalysisFaults faults
    )
    {
        var (parallelism, cancellationToken) = (
            parallel.MaxDegreeOfParallelism,
            parallel.CancellationToken
        );
        IReadOnlyList<RuleMatch> matches = [];
        var clones = CloneFamilies.None;
        // Side by side: what one of them does in order is time for the other.
        Parallel.Invoke(
            parallel,
            () =>
            {
                using var stage = ScanStages.Begin("rules");
                matches = search.Find(project, parallel, faults);
            },
            () =>
            {
                using var stage = ScanStages.Begin("copies");
                faults.Survive(
                    "the search for copies",
                    AnalysisFaults.WholeTree,
                    null,
                    () => clones = Copies(units, kept, parallelism, cancellationToken)
                );
            }
        );
        using var splitting = ScanStages.Begin("families");
        var seen = RuleSightings.Of(rules, matches, units);
        List<Sighting> split =
        [
            .. RuleFamilies.Split(seen, parallelism, faults, cancellationToken),
        ];
        var copies = RuleFamilies.Untold(clones.Sightings(minCopies), split, minCopies);
        return ([.. split, .. copies], clones);
    }

    private static CloneFamilies Copies(
        List<MeasuredUnit> units,
        FactsFile? kept,
        int parallelism,
        CancellationToken cancellationToken
    )
    {
        var clones = CloneFamilies.Find(units, parallelism, cancellationToken, kept?.Compared());
        kept?.Keep(clones.Compared);
        return clones;
    }

    private static void Measure(MeasuredUnit unit, AnalysisFaults faults)
    {
        if (!faults.Survive("measuring", unit.File, unit.Unit.StartLine, unit.Measure))
            unit.LeaveUnmeasured();
    }

    private static List<MeasuredUnit> UnitsOf(
        CodeProject project,
        Dictionary<CodeFacts, IReadOnlyList<UnitStructure>?> structures,
        ProjectMeasures measures,
        ParallelOptions parallel,
        AnalysisFaults faults
    )
    {
        var units = new List<MeasuredUnit>[project.Files.Count];
        Parallel.For(
            0,
            units.Length,
            parallel,
            i =>
                units[i] = faults.Survive(
                    "measuring",
                    project.Files[i].Facts.Path,
                    null,
                    [],
                    () =>
                        MeasuredUnit.Of(
                            project.Files[i],
                            StructuresOf(project.Files[i].Facts),
                            measures
                        )
                )
        );
        return [.. units.SelectMany(u => u)];

        // Where they could not be told with the file, they are asked for again: what fails is told with its place.
        IReadOnlyList<UnitStructure> StructuresOf(CodeFacts facts) =>
            structures[facts] ?? UnitStructure.Of(facts);
    }
}
