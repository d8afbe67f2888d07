using System.Collections.Frozen;

namespace Motif.Code;

/// <summary>
/// All source files of a scan seen together: which class derives from which, which name of one file means which unit of
/// another, who calls whom. Rules read it beside the facts of a file.
/// </summary>
/// <remarks>
/// Built once in time linear in the number of nodes, then immutable but for what is derived on first use; safe to read
/// from many threads. Names that no file defines stay external: a base class from a library is a name, not a unit.
/// </remarks>
public sealed class CodeProject
{
    private readonly ProjectFile[] _files;
    private readonly FrozenSet<string> _decorators;
    private readonly Lazy<Dictionary<string, List<ProjectUnit>>> _writers;

    /// <param name="files">The facts of every file, in a stable order.</param>
    /// <param name="parallelism">How many files are looked at at once, at least 1; the project is the same with any.</param>
    public CodeProject(IReadOnlyList<CodeFacts> files, int parallelism = 1)
        : this(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism) },
            AnalysisFaults.Thrown
        ) { }

    /// <param name="faults">Takes the files that cannot be read as a part of the whole; they are left out.</param>
    /// <param name="known">Tells files what their names mean, where that is known; null where it is to be found out.</param>
    internal CodeProject(
        IReadOnlyList<CodeFacts> files,
        ParallelOptions parallel,
        AnalysisFaults faults,
        Action<ProjectFile[]>? known = null
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        const string step = "reading it as a part of the tree";
        var made = new ProjectFile?[files.Count];
        Parallel.For(
            0,
            made.Length,
            parallel,
            i =>
                faults.Survive(
                    step,
                    files[i].Path,
                    null,
                    () => made[i] = new ProjectFile(this, files[i])
                )
        );
        ProjectFile[] projectFiles = [.. made.OfType<ProjectFile>()];
        _files = projectFiles;
        var decorators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in projectFiles)
            faults.Survive(step, file.Facts.Path, null, () => Register(file, decorators));
        foreach (var file in projectFiles)
            JoinParts(file);
        // What failed may mean something else to the others.
        if (projectFiles.Length == files.Count && !faults.HasAny)
            known?.Invoke(projectFiles);
        _decorators = decorators.ToFrozenSet(StringComparer.Ordinal);
        _writers = new(FindWriters);
        foreach (var file in projectFiles)
            faults.Survive("finding its bases", file.Facts.Path, null, () => LinkBases(file));
        var calls = new List<(ProjectUnit Target, FactNode Call)>[projectFiles.Length];
        Parallel.For(
            0,
            calls.Length,
            parallel,
            i =>
                calls[i] = faults.Survive(
                    "finding its calls",
                    projectFiles[i].Facts.Path,
                    null,
                    [],
                    () => FindCalls(projectFiles[i])
                )
        );
        foreach (var (target, call) in calls.SelectMany(c => c))
            target.AddCall(call);
    }

    public IReadOnlyList<ProjectFile> Files
    {
        get
        {
            Trail.Current?.SeeAll();
            return _files;
        }
    }

    /// <summary>What the names of one file mean in the others.</summary>
    internal NameResolution Names { get; } = new();

    /// <summary>Classes that would derive from themselves: which of their bases were linked depends on the order of all files.</summary>
    internal bool HasCircle { get; private set; }

    /// <summary>The names that something is decorated with, ordinal.</summary>
    internal IEnumerable<string> Decorators => _decorators.Order(StringComparer.Ordinal);

    /// <summary>The unit with that dotted name, if a file of the project defines it.</summary>
    public ProjectUnit? Find(string fullName)
    {
        var found = Names.Find(fullName);
        Trail.Current?.See(found);
        return found;
    }

    /// <summary>Whether something in the project is decorated with that name.</summary>
    public bool IsDecorator(ProjectUnit unit) =>
        _decorators.Contains(unit.Fact.FullName) || _decorators.Contains(unit.Fact.QualifiedName);

    /// <summary>The functions that assign an attribute of that name, and not to their own object.</summary>
    internal IReadOnlyList<ProjectUnit> WritersOf(string attribute)
    {
        var writers = _writers.Value.GetValueOrDefault(attribute) ?? [];
        Trail.Current?.SeeWriters(attribute, writers);
        return writers;
    }

    /// <summary>The class a type name means in a file; null for what no file of the project defines.</summary>
    internal ProjectUnit? FindClass(string name, ProjectFile from)
    {
        var found = Names.ClassIn(from, name);
        Trail.Current?.SeeFrom(from, found);
        return found;
    }

    /// <summary>The classes mentioned in a type annotation, such as both of <c>dict[Key, list[Value]]</c>.</summary>
    internal void FindClasses(string annotation, ProjectFile from, List<ProjectUnit> found)
    {
        var start = -1;
        for (var i = 0; i <= annotation.Length; i++)
        {
            var inside =
                i < annotation.Length
                && (char.IsLetterOrDigit(annotation[i]) || annotation[i] is '_' or '.');
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            if (FindClass(annotation[start..i], from) is { } unit && !found.Contains(unit))
                found.Add(unit);
            start = -1;
        }
    }

    private void Register(ProjectFile file, HashSet<string> decorators)
    {
        Names.Add(file);
        foreach (var unit in file.Units)
        {
            foreach (var decorator in unit.Fact.Decorators)
                decorators.Add(decorator);
        }
    }

    private void JoinParts(ProjectFile file)
    {
        foreach (var part in file.Classes)
        {
            if (
                part.Fact.Has(UnitTraits.Partial)
                && Names.FindClass(part.Fact.FullName) is { } first
                && first != part
                && first.Fact.Has(UnitTraits.Partial)
            )
                first.Join(part);
        }
    }

    private void LinkBases(ProjectFile file)
    {
        foreach (var unit in file.Classes)
        {
            foreach (var name in unit.Fact.Bases)
            {
                var end = name.IndexOfAny(['[', '<']);
                var plain = end < 0 ? name : name[..end];
                var found = FindClass(plain, file);
                if (found is not null && unit.Class!.AddBase(found.Class!))
                    continue;
                HasCircle |= found is not null;
                unit.Class!.AddExternalBase(plain);
            }
        }
    }

    /// <summary>The calls of a file that are known to call a unit of the project.</summary>
    internal static List<(ProjectUnit Target, FactNode Call)> FindCalls(ProjectFile file)
    {
        var calls = new List<(ProjectUnit, FactNode)>();
        var (nodes, names) = (file.Facts.Outline.CallNodes, file.Facts.Outline.CallNames);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (file.TargetOf(names[i]) is { } target && file.IsItself(names[i]))
                calls.Add((target, new FactNode(file.Facts, nodes[i])));
        }
        return calls;
    }

    private Dictionary<string, List<ProjectUnit>> FindWriters()
    {
        var writers = new Dictionary<string, List<ProjectUnit>>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            foreach (var (unit, attribute) in WrittenIn(file))
            {
                if (!writers.TryGetValue(attribute, out var known))
                    writers[attribute] = known = [];
                if (known.Count == 0 || known[^1] != unit)
                    known.Add(unit);
            }
        }
        return writers;
    }

    /// <summary>The functions of a file with the attributes that they assign, and not to their own object.</summary>
    internal static IEnumerable<(ProjectUnit Unit, string Attribute)> WrittenIn(ProjectFile file)
    {
        var outline = file.Facts.Outline;
        for (var i = 0; i < outline.WriterUnits.Length; i++)
        {
            var unit = file.Units[outline.WriterUnits[i]];
            if (unit.Receiver is not { } own || outline.WrittenTo[i] != own)
                yield return (unit, outline.Written[i]);
        }
    }

    /// <summary>The name ends in the unit's own, not in that of a member that has no unit.</summary>
    internal static bool IsItself(string name, ProjectUnit unit) =>
        name.EndsWith(unit.Name, StringComparison.Ordinal)
        && (name.Length == unit.Name.Length || name[^(unit.Name.Length + 1)] == '.');
}
