using Motif.Code.Quality;

namespace Motif.Code.Patterns;

/// <summary>A function, class or module of the scanned tree; what is costly to measure is measured on first use.</summary>
internal sealed class MeasuredUnit
{
    private readonly ProjectMeasures _measures;
    private Motif.Quality? _quality;
    private SortedDictionary<string, double>? _metrics;
    private IReadOnlySet<string>? _filesUsing;

    private MeasuredUnit(
        ProjectUnit project,
        int? complexity,
        ulong stream,
        int streamLength,
        uint[] vocabulary,
        ProjectMeasures measures
    )
    {
        Project = project;
        Complexity = complexity;
        Stream = stream;
        StreamLength = streamLength;
        Vocabulary = vocabulary;
        _measures = measures;
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

    public int? Complexity { get; }

    /// <summary>Hash of its <see cref="StructureStream"/>; 0 where it is not looked at for copies.</summary>
    public ulong Stream { get; }

    /// <summary>Elements of that stream, 0 likewise.</summary>
    public int StreamLength { get; }

    /// <summary>Its <see cref="StructureStream.Vocabulary"/>; empty where it is too small to be looked at for copies.</summary>
    public uint[] Vocabulary { get; }

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
    public static List<MeasuredUnit> Of(ProjectFile file, ProjectMeasures measures)
    {
        var complexities = CyclomaticComplexity.Of(file.Facts);
        var units = new List<MeasuredUnit>(file.Units.Count);
        var (structure, stream) = (new StructureStream(file.Facts), new List<uint>());
        foreach (var unit in file.Units)
        {
            stream.Clear();
            if (CloneFamilies.AreLookedFor(unit.Fact))
                structure.Write(unit.Fact.Node, stream);
            var hash = stream.Count == 0 ? 0 : StructureStream.Hash(stream);
            var vocabulary =
                stream.Count < CloneFamilies.MinElements
                    ? []
                    : structure.Vocabulary(unit.Fact.Node);
            units.Add(
                new(unit, complexities[unit.Index], hash, stream.Count, vocabulary, measures)
            );
        }
        return units;
    }
}
