namespace Motif.Code.Patterns;

/// <summary>A function or class of the scanned tree with its measures.</summary>
/// <param name="Stream">Hash of its <see cref="StructureStream"/>.</param>
/// <param name="StreamLength">Elements of that stream.</param>
internal sealed record MeasuredUnit(
    CodeFacts Facts,
    int Index,
    int? Complexity,
    Motif.Quality Quality,
    ulong Stream,
    int StreamLength
)
{
    public CodeUnit Unit => Facts.Units[Index];

    public string File => Facts.Path;

    /// <summary>No line of it failed to parse.</summary>
    public bool IsWhole => Facts.Errors.All(e => e.Line < Unit.StartLine || e.Line > Unit.EndLine);

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

    public IReadOnlyDictionary<string, double> Metrics()
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["lines"] = Unit.EndLine - Unit.StartLine + 1,
            ["source_lines"] = Unit.Lines.Source,
            ["logical_lines"] = Unit.Lines.Logical,
            ["tokens"] = Unit.Tokens,
        };
        if (Complexity is { } complexity)
            metrics["cyclomatic"] = complexity;
        return metrics;
    }
}
