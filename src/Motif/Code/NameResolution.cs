namespace Motif.Code;

/// <summary>
/// What a name that stands in one file means in the others: by its namespaces, usings and imports, never by a simple name alone,
/// which a library's class may have as well.
/// </summary>
/// <remarks>
/// C#: the language's own order (ECMA-334, §7.8): the namespaces around the name from the innermost out, then what is imported by
/// <c>using</c>, of the file or global. Python: the dotted name, a name bound by an import, one that <c>import *</c> brings, and
/// what a package passes on (<c>from .models import Model</c> in its <c>__init__</c>); a script sees the modules of its folder
/// and of those above that are no packages. Both read <see cref="CodeFacts"/> alone.
/// </remarks>
internal sealed class NameResolution
{
    /// <summary>A name passed on more often goes in a circle.</summary>
    private const int MaxPassedOn = 8;

    private readonly Dictionary<string, ProjectUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProjectUnit> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProjectFile> _modules = new(StringComparer.Ordinal);
    private readonly List<(string Folder, string Namespace)> _globalUsings = [];

    /// <summary>Last parts of all names there are: what ends otherwise is nothing of the project and need not be looked for.</summary>
    private readonly HashSet<string> _lastParts = new(StringComparer.Ordinal);

    /// <summary>The unit with that full name, if a file defines it; of several the first.</summary>
    public ProjectUnit? Find(string fullName) => _units.GetValueOrDefault(fullName);

    /// <summary>The class with that full name.</summary>
    public ProjectUnit? FindClass(string fullName) => _classes.GetValueOrDefault(fullName);

    public void Add(ProjectFile file)
    {
        var facts = file.Facts;
        var isModule = facts.ModuleName.Length > 0;
        if (isModule)
            _modules.TryAdd(facts.ModuleName, file);
        foreach (var unit in file.Units)
        {
            // The file of a language without modules has no name that others could call it by.
            if (unit.Fact.Kind is UnitKind.Module && !isModule)
                continue;
            _lastParts.Add(unit.Name);
            _units.TryAdd(unit.Fact.FullName, unit);
            if (unit.Fact.Kind is UnitKind.Class)
                _classes.TryAdd(unit.Fact.FullName, unit);
        }
        foreach (var import in facts.Imports)
        {
            if (import is { IsGlobal: true, BoundName: null })
                _globalUsings.Add((FolderOf(facts.Path), import.Target));
            if (import.BoundName is { } bound)
                _lastParts.Add(bound);
        }
    }

    /// <summary>The class that a name means where it stands in a file; null for what no file of the project defines.</summary>
    public ProjectUnit? ClassIn(ProjectFile from, string name) => Resolve(from, name, _classes);

    /// <summary>The unit that a name means there, or where it means a member that is no unit, what holds it.</summary>
    public ProjectUnit? UnitOrHolderIn(ProjectFile from, string name)
    {
        if (Resolve(from, name, _units) is { } unit)
            return unit;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (Resolve(from, name[..dot], _units) is { } holder)
                return Find(holder.Fact.FullName + name[dot..]) ?? holder;
        }
        return null;
    }

    private ProjectUnit? Resolve(
        ProjectFile from,
        string name,
        Dictionary<string, ProjectUnit> among
    )
    {
        var last = name.AsSpan(name.LastIndexOf('.') + 1);
        if (!_lastParts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last))
            return null;
        if (last.Length < name.Length && among.TryGetValue(name, out var exact))
            return exact;
        return Around(from, name, among) ?? Imported(from, name, among) ?? PassedOn(name, among);
    }

    /// <summary>In the namespaces or the module around it, and what is nested in the file's own classes.</summary>
    private ProjectUnit? Around(
        ProjectFile from,
        string name,
        Dictionary<string, ProjectUnit> among
    )
    {
        foreach (var space in from.Namespaces)
        {
            if (!IsPackageAbove(from, space) && among.TryGetValue(Join(space, name), out var found))
                return found;
        }
        return name.Contains('.', StringComparison.Ordinal) ? null : from.ClassNamed(name);
    }

    /// <summary>A module does not see what stands beside it in its package: that must be imported.</summary>
    private bool IsPackageAbove(ProjectFile from, string space) =>
        from.Facts.ModuleName.Length > space.Length && _modules.ContainsKey(space);

    private ProjectUnit? Imported(
        ProjectFile from,
        string name,
        Dictionary<string, ProjectUnit> among
    )
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? name : name[..dot];
        foreach (var import in from.Facts.Imports)
        {
            if (import.BoundName is null)
            {
                if (Passed($"{import.Target}.{name}", among) is { } found)
                    return found;
            }
            else if (string.Equals(import.BoundName, head, StringComparison.Ordinal))
            {
                return Passed(dot < 0 ? import.Target : import.Target + name[dot..], among);
            }
        }
        if (from.Facts.ModuleName.Length > 0)
            return null;
        foreach (var (folder, space) in _globalUsings)
        {
            if (
                from.Facts.Path.StartsWith(folder, StringComparison.Ordinal)
                && among.TryGetValue($"{space}.{name}", out var found)
            )
                return found;
        }
        return null;
    }

    private ProjectUnit? Passed(string name, Dictionary<string, ProjectUnit> among) =>
        among.TryGetValue(name, out var exact) ? exact : PassedOn(name, among);

    /// <summary>What a module of the project imports from another and others import from it.</summary>
    private ProjectUnit? PassedOn(string name, Dictionary<string, ProjectUnit> among)
    {
        for (var step = 0; step < MaxPassedOn; step++)
        {
            if (NextName(name, among) is not { } next)
                return null;
            if (among.TryGetValue(next, out var found))
                return found;
            name = next;
        }
        return null;
    }

    /// <summary>The name by which the longest module that begins it knows what follows; null where that module imports no such name.</summary>
    private string? NextName(string name, Dictionary<string, ProjectUnit> among)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (!_modules.TryGetValue(name[..dot], out var module))
                continue;
            var rest = name[(dot + 1)..];
            var end = rest.IndexOf('.', StringComparison.Ordinal);
            var head = end < 0 ? rest : rest[..end];
            foreach (var import in module.Facts.Imports)
            {
                if (string.Equals(import.BoundName, head, StringComparison.Ordinal))
                    return end < 0 ? import.Target : import.Target + rest[end..];
                if (
                    import.BoundName is null
                    && Brought(import.Target, rest, head, among, []) is { } brought
                )
                    return brought;
            }
            return null;
        }
        return null;
    }

    /// <summary>
    /// The name by which a module has what it brings with all its names: its own, or one that it passes on or brings in its turn, as
    /// the index of a folder does with the indexes of the folders below.
    /// </summary>
    /// <param name="rest">What is looked for, <paramref name="head"/> its first part.</param>
    /// <param name="seen">Modules that were looked through already: they may bring each other.</param>
    private string? Brought(
        string module,
        string rest,
        string head,
        Dictionary<string, ProjectUnit> among,
        HashSet<string> seen
    )
    {
        if (among.ContainsKey($"{module}.{rest}"))
            return $"{module}.{rest}";
        if (!seen.Add(module) || !_modules.TryGetValue(module, out var file) || !file.IsScript)
            return null;
        foreach (var import in file.Facts.Imports)
        {
            if (string.Equals(import.BoundName, head, StringComparison.Ordinal))
                return import.Target + rest[head.Length..];
            if (
                import.BoundName is null
                && Brought(import.Target, rest, head, among, seen) is { } further
            )
                return further;
        }
        return null;
    }

    private static string Join(string space, string name) =>
        space.Length == 0 ? name : $"{space}.{name}";

    /// <summary>With its slash; empty for the root. A project keeps its global usings beside its project file or in <c>Properties</c>.</summary>
    private static string FolderOf(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        const string properties = "Properties/";
        return
            folder.EndsWith(properties, StringComparison.Ordinal)
            && (folder.Length == properties.Length || folder[^(properties.Length + 1)] == '/')
            ? folder[..^properties.Length]
            : folder;
    }
}
