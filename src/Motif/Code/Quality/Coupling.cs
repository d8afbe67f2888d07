namespace Motif.Code.Quality;

/// <summary>
/// What the units of one file are coupled to: classes and modules of the project, and libraries other than the language's own.
/// </summary>
/// <remarks>
/// CBO (Chidamber and Kemerer, A metrics suite for object oriented design, IEEE TSE 1994) counts the distinct others whose
/// members a unit uses, whom it extends or holds. A name that nothing resolves couples nothing; neither does what is imported
/// for type checking alone.
/// </remarks>
internal sealed class Coupling
{
    private readonly CodeFacts _facts;

    /// <summary>By index into <see cref="CodeFacts.Strings"/> what the name belongs to; null where it couples nothing.</summary>
    private readonly string?[] _targets;

    private readonly bool[] _isKnown;
    private readonly ProjectFile _file;
    private readonly HashSet<string> _forTypeChecking;

    public Coupling(ProjectFile file)
    {
        (_file, _facts) = (file, file.Facts);
        _targets = new string?[_facts.Strings.Length];
        _isKnown = new bool[_facts.Strings.Length];
        _forTypeChecking = _facts
            .Imports.Where(i => i.IsTypeCheckingOnly)
            .Select(i => i.Target)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The others that a unit is coupled to; its CBO is their number.</summary>
    public HashSet<string> Of(ProjectUnit unit)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        var node = unit.Fact.Node;
        for (var i = node; i < node + _facts.Sizes[node]; i++)
        {
            if (
                _facts.Resolved[i] >= 0
                && FactsOutline.IsReference(_facts.Kinds[i])
                && TargetOf(_facts.Resolved[i]) is { } target
            )
                others.Add(target);
        }
        RemoveOwn(others, unit);
        return others;
    }

    /// <summary>Of those that its classes are coupled to, what the project defines, once for each class.</summary>
    public static IEnumerable<string> InProject(ProjectFile file)
    {
        var outline = file.Facts.Outline;
        var others = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0, start = 0; i < outline.CoupledEnds.Length; start = outline.CoupledEnds[i++])
        {
            others.Clear();
            foreach (var name in outline.Coupled.AsSpan(start, outline.CoupledEnds[i] - start))
            {
                if (file.TargetOf(name) is { } target)
                    others.Add(HolderOf(target).Fact.FullName);
            }
            RemoveOwn(others, file.Classes[i]);
            foreach (var other in others)
                yield return other;
        }
    }

    private static void RemoveOwn(HashSet<string> others, ProjectUnit unit)
    {
        for (var own = unit; own is not null; own = own.Parent)
            others.Remove(own.Fact.FullName);
        others.RemoveWhere(o => o.StartsWith(unit.Fact.FullName + ".", StringComparison.Ordinal));
    }

    private string? TargetOf(int name)
    {
        if (!_isKnown[name])
            (_targets[name], _isKnown[name]) = (Resolve(name), true);
        return _targets[name];
    }

    private string? Resolve(int name)
    {
        if (_file.TargetOf(name) is { } unit)
            return HolderOf(unit).Fact.FullName;
        var text = _facts.Strings[name];
        return IsLibrary(text) ? LibraryOf(text) : null;
    }

    /// <summary>A member couples to its class, a function of a module to the module.</summary>
    private static ProjectUnit HolderOf(ProjectUnit unit)
    {
        while (
            unit.Fact.Kind is not (UnitKind.Class or UnitKind.Module) && unit.Parent is { } parent
        )
            unit = parent;
        return unit;
    }

    private bool IsLibrary(string name) =>
        name.Contains('.', StringComparison.Ordinal)
        && !StandardLibrary.Has(_facts.Language, name)
        && !_forTypeChecking.Any(t => name.StartsWith(t, StringComparison.Ordinal))
        && _facts.Imports.Any(i => name.StartsWith(i.Target, StringComparison.Ordinal));

    /// <summary>A class of a library as far as its name shows one, else the library.</summary>
    private static string LibraryOf(string name)
    {
        var parts = name.Split('.');
        var type = Array.FindIndex(parts, 1, p => p.Length > 0 && char.IsUpper(p[0]));
        return type < 0 ? parts[0] : string.Join('.', parts[..(type + 1)]);
    }
}
