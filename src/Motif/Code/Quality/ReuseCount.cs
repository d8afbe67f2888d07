namespace Motif.Code.Quality;

/// <summary>Who uses a unit: the files of the project, tests apart, that import it or resolve a call or a reference to it.</summary>
internal sealed class ReuseCount
{
    private readonly Dictionary<ProjectUnit, HashSet<string>> _files = [];

    public ReuseCount(CodeProject project, AnalysisFaults faults)
    {
        foreach (var file in project.Files)
            faults.Survive(
                "finding what it uses",
                file.Facts.Path,
                null,
                () =>
                {
                    if (!file.Units[0].Fact.Has(UnitTraits.Test))
                        Add(project, file);
                }
            );
    }

    /// <summary>Paths, in no particular order.</summary>
    public IReadOnlySet<string> FilesUsing(ProjectUnit unit) =>
        _files.TryGetValue(unit, out var files)
            ? files
            : System.Collections.Frozen.FrozenSet<string>.Empty;

    private void Add(CodeProject project, ProjectFile file)
    {
        var facts = file.Facts;
        var targets = new HashSet<ProjectUnit>();
        foreach (var name in facts.Outline.Referred)
        {
            if (file.TargetOf(name) is { } unit)
                targets.Add(unit);
        }
        foreach (var import in facts.Imports)
        {
            if (project.Find(import.Target) is { } unit)
                targets.Add(unit);
        }
        foreach (var unit in targets)
            Add(unit, file.Facts.Path);
    }

    /// <summary>Whoever uses a member uses its class.</summary>
    private void Add(ProjectUnit unit, string path)
    {
        for (
            var used = unit;
            used is not null && used.Fact.Kind is not UnitKind.Module;
            used = used.Parent
        )
        {
            if (!_files.TryGetValue(used, out var files))
                _files[used] = files = new HashSet<string>(StringComparer.Ordinal);
            files.Add(path);
        }
    }
}
