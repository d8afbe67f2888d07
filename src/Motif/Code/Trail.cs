namespace Motif.Code;

/// <summary>
/// What was looked at beyond one file while something was found out: the files, and what was asked of all files together, such as who
/// calls a function. Where none of it has changed, the same would be found out again.
/// </summary>
/// <remarks>
/// Every way of a <see cref="CodeProject"/> from one file to another leaves its mark here; what is derived once and read by many
/// keeps its own trail (<see cref="Traced{T}"/>), which its readers follow. For one thread.
/// </remarks>
internal sealed class Trail
{
    [ThreadStatic]
    private static Trail? current;

    private readonly CodeFacts? _own;
    private readonly HashSet<CodeFacts> _files = [];
    private readonly HashSet<ProjectUnit> _calls = [];
    private readonly HashSet<ProjectUnit> _heirs = [];
    private readonly HashSet<string> _writers = new(StringComparer.Ordinal);
    private readonly HashSet<Trail> _followed = [];
    private CodeFacts? _last;
    private bool _isOfAll;

    private Trail(CodeFacts? own) => _own = own;

    /// <summary>The one that is being recorded on this thread; null where none is.</summary>
    public static Trail? Current => current;

    /// <summary>Nothing but the own file was looked at.</summary>
    public bool IsEmpty =>
        !_isOfAll
        && _files.Count + _calls.Count + _heirs.Count + _writers.Count + _followed.Count == 0;

    /// <summary>Does the work and says what it looked at.</summary>
    /// <param name="own">A file that whoever reads the result has looked at by then; null for none.</param>
    public static (T Result, Trail Trail) Record<TSource, T>(
        TSource source,
        CodeFacts? own,
        Func<TSource, T> work
    )
    {
        var (outer, trail) = (current, new Trail(own));
        current = trail;
        try
        {
            return (work(source), trail);
        }
        finally
        {
            current = outer;
        }
    }

    public void See(CodeFacts facts)
    {
        if (ReferenceEquals(facts, _last) || ReferenceEquals(facts, _own))
            return;
        _last = facts;
        _files.Add(facts);
    }

    public void See(ProjectUnit? unit)
    {
        if (unit is not null)
            See(unit.File.Facts);
    }

    /// <summary>A name that stands in one file was looked for.</summary>
    public void SeeFrom(ProjectFile from, ProjectUnit? found)
    {
        See(from.Facts);
        See(found);
    }

    public void See(IReadOnlyList<ProjectUnit> units)
    {
        foreach (var unit in units)
            See(unit);
    }

    public void See(IReadOnlyList<ProjectClass> classes)
    {
        foreach (var one in classes)
            See(one.Unit);
    }

    public void SeeCalls(ProjectUnit called, IReadOnlyList<FactNode> calls)
    {
        if (!_calls.Add(called))
            return;
        foreach (var call in calls)
            See(call.Facts);
    }

    /// <summary>Who derives from a class was asked, and from those that do.</summary>
    public void SeeHeirs(ProjectClass of, IReadOnlyList<ProjectClass> heirs)
    {
        _heirs.Add(of.Unit);
        foreach (var heir in heirs)
        {
            _heirs.Add(heir.Unit);
            See(heir.Unit);
        }
    }

    public void SeeWriters(string attribute, IReadOnlyList<ProjectUnit> writers)
    {
        _writers.Add(attribute);
        See(writers);
    }

    /// <summary>It may have looked at anything.</summary>
    public void SeeAll() => _isOfAll = true;

    /// <summary>What was derived earlier was read.</summary>
    public void Follow(CodeFacts own, Trail? trail)
    {
        See(own);
        if (trail is not null)
            _followed.Add(trail);
    }

    /// <summary>All that was looked at, also by what was followed.</summary>
    public TrailEnds Ends()
    {
        var ends = new TrailEnds();
        var seen = new HashSet<Trail> { this };
        var open = new Stack<Trail>(seen);
        while (open.TryPop(out var trail))
        {
            ends.Files.UnionWith(trail._files);
            ends.Calls.UnionWith(trail._calls);
            ends.Heirs.UnionWith(trail._heirs);
            ends.Writers.UnionWith(trail._writers);
            ends.IsOfAll |= trail._isOfAll;
            foreach (var next in trail._followed)
            {
                if (seen.Add(next))
                    open.Push(next);
            }
        }
        return ends;
    }
}

/// <summary>What a <see cref="Trail"/> led to.</summary>
internal sealed class TrailEnds
{
    public HashSet<CodeFacts> Files { get; } = [];

    /// <summary>The units of which it was asked who calls them.</summary>
    public HashSet<ProjectUnit> Calls { get; } = [];

    /// <summary>The classes of which it was asked who derives from them.</summary>
    public HashSet<ProjectUnit> Heirs { get; } = [];

    /// <summary>The attributes of which it was asked who assigns them.</summary>
    public HashSet<string> Writers { get; } = new(StringComparer.Ordinal);

    /// <summary>It may have looked at anything.</summary>
    public bool IsOfAll { get; set; }
}

/// <summary>Something that was derived once, with the trail that led to it.</summary>
/// <param name="own">The file whose unit it is of.</param>
/// <param name="trail">Null where it led nowhere else.</param>
internal sealed class Traced<T>(T value, CodeFacts own, Trail? trail)
{
    /// <summary>The value; whoever records a trail follows this one.</summary>
    public T Read()
    {
        Trail.Current?.Follow(own, trail);
        return value;
    }
}

/// <summary>Derives values with their trails.</summary>
internal static class Traced
{
    /// <param name="own">The file whose unit it is of.</param>
    public static Traced<T> Of<TSource, T>(TSource source, ProjectFile own, Func<TSource, T> derive)
    {
        var (value, trail) = Trail.Record(source, own.Facts, derive);
        return new Traced<T>(value, own.Facts, trail.IsEmpty ? null : trail);
    }
}
