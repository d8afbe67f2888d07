namespace Motif.Code;

/// <summary>One file of a <see cref="CodeProject"/> with its units as objects.</summary>
public sealed class ProjectFile
{
    private readonly Dictionary<string, ProjectUnit> _classes = new(StringComparer.Ordinal);

    /// <summary>What the strings of the file mean as resolved names; looked up when first asked for.</summary>
    private readonly ProjectUnit?[] _targets;
    private readonly TargetState[] _targetStates;

    /// <summary>What the strings of the file mean as classes, likewise.</summary>
    private readonly Lazy<(ProjectUnit?[] Found, bool[] AreKnown)> _classTargets;
    private Dictionary<string, List<ProjectClass>>? _classesByMethod;
    private Traced<List<ParameterCallFact>>? _handedToParameters;
    private Traced<List<ForwardFact>>? _handedToHeld;
    private Traced<Dictionary<string, List<FactNode>>>? _methodCalls;
    private HashSet<string>? _properties;

    internal ProjectFile(CodeProject project, CodeFacts facts)
    {
        Project = project;
        Facts = facts;
        _targets = new ProjectUnit?[facts.StringCount];
        _targetStates = new TargetState[facts.StringCount];
        _classTargets = new(() =>
            (new ProjectUnit?[facts.StringCount], new bool[facts.StringCount])
        );
        var units = new ProjectUnit[facts.Units.Count];
        var classes = new List<ProjectUnit>();
        for (var i = 0; i < units.Length; i++)
        {
            var parent = facts.Units[i].Parent;
            units[i] = new ProjectUnit(this, i, parent < 0 ? null : units[parent]);
            if (units[i].Fact.Kind is not UnitKind.Class)
                continue;
            classes.Add(units[i]);
            _classes.TryAdd(units[i].Name, units[i]);
        }
        Units = units;
        Classes = classes;
        Namespaces = NamespacesOf(facts, classes);
        for (var i = 0; i < units.Length; i++)
            units[i].Kinds = facts.Outline.Kinds[i];
    }

    public CodeProject Project { get; }

    public CodeFacts Facts { get; }

    /// <summary>TypeScript or JavaScript.</summary>
    internal bool IsScript => Facts.Language is "typescript" or "javascript";

    /// <summary>Types are written down, and what is open to whom.</summary>
    internal bool IsCSharp => Facts.Language == "csharp";

    /// <summary>In the order of <see cref="CodeFacts.Units"/>.</summary>
    public IReadOnlyList<ProjectUnit> Units { get; }

    public IReadOnlyList<ProjectUnit> Classes { get; }

    /// <summary>
    /// In which names of the file are looked for, the innermost first: its module and the folders above, or the namespaces that
    /// it declares and theirs; the last is the empty one.
    /// </summary>
    internal IReadOnlyList<string> Namespaces { get; }

    /// <summary>The first class of the file with that simple name.</summary>
    internal ProjectUnit? ClassNamed(string name) => _classes.GetValueOrDefault(name);

    /// <summary>
    /// The unit that a resolved name means, or the class whose member it is without being a unit; null for what is not of the
    /// project.
    /// </summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal ProjectUnit? TargetOf(int name)
    {
        // Two threads may both look it up; both find the same.
        if (_targetStates[name] is TargetState.Unknown)
        {
            var target = Project.Names.UnitOrHolderIn(this, Facts.Strings[name]);
            _targets[name] = target;
            var isItself = target is not null && CodeProject.IsItself(Facts.Strings[name], target);
            Thread.MemoryBarrier();
            _targetStates[name] = isItself ? TargetState.Itself : TargetState.Other;
        }
        Trail.Current?.SeeFrom(this, _targets[name]);
        return _targets[name];
    }

    /// <summary>Whether a resolved name is the unit that it means, not a member of it that is none.</summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal bool IsItself(int name)
    {
        TargetOf(name);
        return _targetStates[name] is TargetState.Itself;
    }

    /// <summary>Says what a resolved name means, before anybody asks.</summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal void Know(int name, ProjectUnit? target, bool isItself) =>
        (_targets[name], _targetStates[name]) = (
            target,
            isItself ? TargetState.Itself : TargetState.Other
        );

    /// <summary>Has a name looked up when it is asked for.</summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal void Unknow(int name) => _targetStates[name] = TargetState.Unknown;

    private enum TargetState : byte
    {
        Unknown,

        /// <summary>It means nothing of the project, or what holds it.</summary>
        Other,

        /// <summary>It is the name of a unit.</summary>
        Itself,
    }

    /// <summary>The class of the project that a name means in this file; null for any other.</summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal ProjectUnit? ClassOf(int name)
    {
        var (found, areKnown) = _classTargets.Value;
        if (!areKnown[name])
        {
            found[name] = Project.FindClass(Facts.Strings[name], this);
            Volatile.Write(ref areKnown[name], true);
        }
        Trail.Current?.SeeFrom(this, found[name]);
        return found[name];
    }

    /// <summary>
    /// Whether a resolved name can be an object that a module holds: it is no module, class or function of the project, no builtin,
    /// nothing of the standard library, and by its capital no class of elsewhere.
    /// </summary>
    /// <param name="name">Index into <see cref="CodeFacts.Strings"/>.</param>
    internal bool CanBeVariable(int name)
    {
        var text = Facts.Strings[name];
        if (TargetOf(name) is not null)
            return !IsItself(name);
        var last = text.LastIndexOf('.') + 1;
        return last > 0
            && !char.IsUpper(text[last])
            && !text.StartsWith("builtins.", StringComparison.Ordinal)
            && !StandardLibrary.Has(Facts.Language, text);
    }

    /// <summary>The classes of the file that define the method themselves.</summary>
    internal IReadOnlyList<ProjectClass> ClassesWith(string method) =>
        (_classesByMethod ??= IndexMethods()).GetValueOrDefault(method) ?? [];

    /// <summary>Whether a class of the file has a property of that name.</summary>
    internal bool HasProperty(string name) => (_properties ??= FindProperties()).Contains(name);

    private HashSet<string> FindProperties()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in Units)
        {
            if (unit.Fact.Kind is UnitKind.Property)
                names.Add(unit.Name);
        }
        return names;
    }

    /// <summary>Calls by which a method hands its own object to a method of its parameter.</summary>
    internal IReadOnlyList<ParameterCallFact> HandedToParameters =>
        (
            _handedToParameters ??= Traced.Of(this, this, static f => f.FindHandedToParameters())
        ).Read();

    /// <summary>Calls by which a method hands its own object, or its name, to a method of an object it holds.</summary>
    internal IReadOnlyList<ForwardFact> HandedToHeld =>
        (_handedToHeld ??= Traced.Of(this, this, static f => f.FindHandedToHeld())).Read();

    /// <summary>The calls in the file of a method by that name on an object of which the language does not say what it is.</summary>
    internal IReadOnlyList<FactNode> MethodCalls(string name) =>
        (_methodCalls ??= Traced.Of(this, this, static f => f.IndexMethodCalls()))
            .Read()
            .GetValueOrDefault(name)
        ?? [];

    /// <summary>The innermost unit that a node stands in.</summary>
    internal ProjectUnit UnitAt(int node)
    {
        var found = Units[0];
        foreach (var unit in Units)
        {
            if (unit.Fact.Node > node)
                break;
            if (node < unit.Fact.Node + Facts.Sizes[unit.Fact.Node])
                found = unit;
        }
        return found;
    }

    private Dictionary<string, List<FactNode>> IndexMethodCalls()
    {
        var index = new Dictionary<string, List<FactNode>>(StringComparer.Ordinal);
        for (var i = 0; i < Facts.Count; i++)
        {
            if (
                Facts.Kinds[i] is not FactKind.Call
                || Facts.Kinds[i + 1] is not FactKind.Attribute
                || Facts.Resolved[i] >= 0
                || Facts.Resolved[i + 1] >= 0 && TargetOf(Facts.Resolved[i + 1]) is not null
                || Facts.Names[i + 1] < 0
            )
                continue;
            var name = Facts.Strings[Facts.Names[i + 1]];
            // Asked for by the methods of the file's own classes alone.
            if (ClassesWith(name).Count == 0)
                continue;
            if (!index.TryGetValue(name, out var calls))
                index[name] = calls = [];
            calls.Add(new FactNode(Facts, i));
        }
        return index;
    }

    private Dictionary<string, List<ProjectClass>> IndexMethods()
    {
        var index = new Dictionary<string, List<ProjectClass>>(StringComparer.Ordinal);
        foreach (var unit in Classes)
        {
            foreach (var method in unit.Class!.Methods)
            {
                if (!index.TryGetValue(method.Name, out var classes))
                    index[method.Name] = classes = [];
                if (classes.Count == 0 || classes[^1] != unit.Class)
                    classes.Add(unit.Class);
            }
        }
        return index;
    }

    private List<ParameterCallFact> FindHandedToParameters()
    {
        var found = new List<ParameterCallFact>();
        foreach (var unit in Classes)
        {
            foreach (var method in unit.Class!.Methods)
            {
                if (!method.Has(FactKind.Call))
                    continue;
                foreach (var call in method.Shape.ParameterCalls)
                {
                    if (call.Method is not null && HandsItself(call.Call, method, orName: false))
                        found.Add(call);
                }
            }
        }
        return found;
    }

    private List<ForwardFact> FindHandedToHeld()
    {
        var found = new List<ForwardFact>();
        foreach (var unit in Classes)
        {
            foreach (var forward in unit.Class!.Shape.Forwards)
            {
                if (
                    forward.Method is not null
                    && HandsItself(forward.Call, forward.In, orName: true)
                )
                    found.Add(forward);
            }
        }
        return found;
    }

    private static List<string> NamespacesOf(CodeFacts facts, List<ProjectUnit> classes)
    {
        var found = new List<string>();
        if (facts.ModuleName.Length > 0)
            AddOutwards(facts.ModuleName, found);
        foreach (var unit in classes)
        {
            var (full, inFile) = (unit.Fact.FullName, unit.Fact.QualifiedName);
            if (facts.ModuleName.Length == 0 && full.Length > inFile.Length)
                AddOutwards(full[..^(inFile.Length + 1)], found);
        }
        found.Add("");
        return found;
    }

    private static void AddOutwards(string space, List<string> found)
    {
        while (space.Length > 0 && !found.Contains(space))
        {
            found.Add(space);
            space = space[..Math.Max(0, space.LastIndexOf('.'))];
        }
    }

    private static bool HandsItself(FactNode call, ProjectUnit method, bool orName)
    {
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child.Bare();
            if (value.IsName(method.Receiver))
                return true;
            if (
                orName
                && value.IsOwnAttribute(method, out var name)
                && name is "name"
                && call.ArgumentCount() > 1
            )
                return true;
        }
        return false;
    }
}
