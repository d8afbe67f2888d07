using Motif.Code.Quality;

namespace Motif.Code.Patterns;

/// <summary>A function, class or module of the scanned tree; what is costly to measure is measured on first use.</summary>
internal sealed class MeasuredUnit
{
    private readonly ProjectMeasures _measures;
    private Motif.Quality? _quality;
    private SortedDictionary<string, double>? _metrics;
    private IReadOnlySet<string>? _filesUsing;

    private MeasuredUnit(ProjectUnit project, UnitStructure structure, ProjectMeasures measures)
    {
        (Project, Structure, _measures) = (project, structure, measures);
    }

    /// <summary>By file, then line, then name: the order of everything that is listed.</summary>
    public static IComparer<MeasuredUnit> ByPlace { get; } =
        Comparer<MeasuredUnit>.Create(
            (a, b) =>
            {
                var byFile = string.CompareOrdinal(a.File, b.File);
                var byLine = byFile != 0 ? byFile : a.Unit.StartLine.CompareTo(b.Unit.StartLine);
                return byLine != 0 ? byLine : a.Index.CompareTo(b.Index);
            }
        );

    public ProjectUnit Project { get; }

    public CodeFacts Facts => Project.File.Facts;

    public int Index => Project.Index;

    public CodeUnit Unit => Project.Fact;

    public string File => Facts.Path;

    public UnitStructure Structure { get; }

    public int? Complexity => Structure.Complexity;

    /// <inheritdoc cref="UnitStructure.Stream"/>
    public ulong Stream => Structure.Stream;

    /// <inheritdoc cref="UnitStructure.StreamLength"/>
    public int StreamLength => Structure.StreamLength;

    /// <inheritdoc cref="UnitStructure.Vocabulary"/>
    public uint[] Vocabulary => Structure.Vocabulary;

    public Motif.Quality Quality => _quality ??= _measures.QualityOf(Project, Complexity);

    public IReadOnlyDictionary<string, double> Metrics =>
        _metrics ??= _measures.MetricsOf(Project, Complexity);

    /// <summary>Measures now what would be measured on first use.</summary>
    public void Measure() =>
        (_quality, _metrics, _filesUsing) = (
            _measures.QualityOf(Project, Complexity),
            _measures.MetricsOf(Project, Complexity),
            _measures.FilesUsing(Project)
        );

    /// <summary>What cannot be measured is unmeasured, not asked for again.</summary>
    public void LeaveUnmeasured() =>
        (_quality, _metrics, _filesUsing) = (
            Motif.Quality.Unmeasured,
            [],
            System.Collections.Frozen.FrozenSet<string>.Empty
        );

    /// <summary>Paths of the files that use it, tests apart.</summary>
    public IReadOnlySet<string> FilesUsing => _filesUsing ??= _measures.FilesUsing(Project);

    /// <summary>No line of it failed to parse.</summary>
    public bool IsWhole => Facts.Errors.All(e => e.Line < Unit.StartLine || e.Line > Unit.EndLine);

    /// <summary>The module of a file, its functions and classes.</summary>
    /// <param name="structures">As <see cref="UnitStructure.Of"/> tells them.</param>
    public static List<MeasuredUnit> Of(
        ProjectFile file,
        IReadOnlyList<UnitStructure> structures,
        ProjectMeasures measures
    )
    {
        var units = new List<MeasuredUnit>(file.Units.Count);
        foreach (var unit in file.Units)
            units.Add(new(unit, structures[unit.Index], measures));
        return units;
    }
}
