namespace Motif.Code;

/// <summary>A class of the project in its hierarchy.</summary>
internal sealed class ProjectClass(ProjectUnit unit)
{
    private readonly List<ProjectUnit> _parts = [unit];
    private readonly List<ProjectClass> _bases = [];
    private readonly List<string> _externalBases = [];
    private readonly List<ProjectClass> _subclasses = [];
    private readonly Dictionary<string, Traced<IReadOnlyList<ProjectUnit>>> _types = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<(string, string), Traced<List<ProjectClass>>> _collaborators = [];
    private ProjectUnit[]? _methods;
    private Dictionary<string, ProjectUnit>? _methodsByName;
    private IReadOnlyList<ProjectClass>? _ancestors;
    private IReadOnlyList<ProjectClass>? _descendants;
    private Traced<Dictionary<string, string>>? _behind;

    /// <summary>Of a partial class its first part, which has the members of all.</summary>
    public ProjectUnit Unit { get; } = unit;

    /// <summary>The units that declare it, one but for a partial class.</summary>
    public IReadOnlyList<ProjectUnit> Parts
    {
        get
        {
            Trail.Current?.See(_parts);
            return _parts;
        }
    }

    public string Name => Unit.Name;

    public IReadOnlyList<ProjectClass> Bases
    {
        get
        {
            Trail.Current?.See(_bases);
            return _bases;
        }
    }

    /// <summary>Bases that no file of the project defines, such as <c>abc.ABC</c>.</summary>
    public IReadOnlyList<string> ExternalBases => _externalBases;

    /// <summary>Direct subclasses and implementers.</summary>
    public IReadOnlyList<ProjectClass> Subclasses
    {
        get
        {
            Trail.Current?.SeeHeirs(this, _subclasses);
            return _subclasses;
        }
    }

    public IReadOnlyList<ProjectUnit> Methods => _methods ??= FindMethods();

    /// <summary>What all its methods do with the objects it holds.</summary>
    public HolderShape Shape => Unit.Holder;

    public bool IsInterface => Unit.Fact.Has(UnitTraits.Interface) || HasExternalBase("Protocol");

    /// <summary>Declared abstract, or with a method that only a subclass can give.</summary>
    public bool IsAbstract
    {
        get
        {
            if (Unit.Fact.Has(UnitTraits.Abstract) || IsInterface)
                return true;
            foreach (var method in Methods)
            {
                if (method.IsAbstract)
                    return true;
            }
            return false;
        }
    }

    public bool IsException
    {
        get
        {
            foreach (var ancestor in AncestorsAndSelf())
            {
                foreach (var name in ancestor.ExternalBases)
                {
                    if (
                        name.EndsWith("Exception", StringComparison.Ordinal)
                        || name.EndsWith("Error", StringComparison.Ordinal)
                        || name.EndsWith("Warning", StringComparison.Ordinal)
                    )
                        return true;
                }
            }
            return false;
        }
    }

    public bool HasExternalBase(params ReadOnlySpan<string> names)
    {
        foreach (var name in _externalBases)
        {
            if (DottedName.IsOneOf(name, names))
                return true;
        }
        return false;
    }

    /// <summary>The method the class itself defines; of several the first.</summary>
    public ProjectUnit? Method(string name) =>
        (_methodsByName ??= IndexMethods()).GetValueOrDefault(name);

    /// <summary>The method as an instance has it, inherited or own.</summary>
    public ProjectUnit? FindMethod(string name)
    {
        foreach (var ancestor in AncestorsAndSelf())
        {
            if (ancestor.Method(name) is { } method)
                return method;
        }
        return null;
    }

    public bool HasAttribute(string name) => Attribute(name) is not null;

    public AttributeFact? Attribute(string name) => FindAttribute(name)?.Fact;

    /// <summary>Where an attribute is declared or first assigned, own or inherited; none where that is not known.</summary>
    public FactNode DeclarationOf(string attribute) =>
        FindAttribute(attribute) is var (part, fact) && fact.Node >= 0
            ? new FactNode(part.File.Facts, fact.Node)
            : default;

    private (ProjectUnit Part, AttributeFact Fact)? FindAttribute(string name)
    {
        foreach (var ancestor in AncestorsAndSelf())
        {
            foreach (var part in ancestor._parts)
            {
                foreach (var attribute in part.Fact.Attributes)
                {
                    if (attribute.Name == name)
                        return (part, attribute);
                }
            }
        }
        return null;
    }

    /// <summary>The attribute that a property of that name gives and nothing else, own or inherited; the name itself for any other.</summary>
    public string AttributeBehind(string name) =>
        (_behind ??= Traced.Of(this, Unit.File, static c => c.FindBehind()))
            .Read()
            .GetValueOrDefault(name, name);

    private Dictionary<string, string> FindBehind()
    {
        var behind = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ancestor in AncestorsAndSelf())
        {
            foreach (var method in ancestor.Methods)
            {
                if (
                    method.Fact.Kind is UnitKind.Property
                    && method.Node.Body() is var body
                    && body.IsKind(FactKind.Block)
                    && body.StatementCount() == 1
                    && body.FirstStatement() is { Kind: FactKind.Return } only
                    && only.Value().IsOwnAttribute(method, out var attribute)
                    && attribute != method.Name
                )
                    behind.TryAdd(method.Name, attribute);
            }
        }
        return behind;
    }

    /// <summary>Itself, then its bases in the project, breadth first, each once.</summary>
    public IReadOnlyList<ProjectClass> AncestorsAndSelf()
    {
        _ancestors ??= FindAncestors();
        Trail.Current?.See(_ancestors);
        return _ancestors;
    }

    private List<ProjectClass> FindAncestors()
    {
        if (_bases.Count == 0)
            return [this];
        var found = new List<ProjectClass> { this };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var next in found[i]._bases)
            {
                if (!found.Contains(next))
                    found.Add(next);
            }
        }
        return found;
    }

    /// <summary>Its subclasses in the project at every depth, each once, without itself.</summary>
    public IReadOnlyList<ProjectClass> Descendants()
    {
        _descendants ??= FindDescendants();
        Trail.Current?.SeeHeirs(this, _descendants);
        return _descendants;
    }

    private List<ProjectClass> FindDescendants()
    {
        if (_subclasses.Count == 0)
            return [];
        var found = new List<ProjectClass>();
        var seen = new HashSet<ProjectClass> { this };
        for (var i = -1; i < found.Count; i++)
        {
            foreach (var next in i < 0 ? _subclasses : found[i]._subclasses)
            {
                if (seen.Add(next))
                    found.Add(next);
            }
        }
        return found;
    }

    public bool IsSubclassOf(ProjectClass other)
    {
        foreach (var ancestor in AncestorsAndSelf())
        {
            if (ancestor == other)
                return true;
        }
        return false;
    }

    /// <summary>Whether both stand in one hierarchy of the project.</summary>
    public bool IsRelatedTo(ProjectClass other)
    {
        foreach (var ancestor in AncestorsAndSelf())
        {
            if (other.IsSubclassOf(ancestor))
                return true;
        }
        return false;
    }

    /// <summary>The classes of the project an attribute was seen to hold, by annotation, assignment of an annotated parameter, or construction.</summary>
    public IReadOnlyList<ProjectUnit> TypesOf(string attribute)
    {
        lock (_types)
        {
            if (_types.TryGetValue(attribute, out var known))
                return known.Read();
        }
        // Two threads may both find them, and find the same: a lock held meanwhile would let the others wait.
        var types = Traced.Of(
            (this, attribute),
            Unit.File,
            static a => AttributeTypes.Of(a.Item1, a.attribute)
        );
        lock (_types)
            _types[attribute] = types;
        return types.Read();
    }

    /// <summary>
    /// The classes that can stand in an attribute and answer a call, as <paramref name="find"/> finds them the first time;
    /// several rules ask the same.
    /// </summary>
    public IReadOnlyList<ProjectClass> CollaboratorsOf(
        string attribute,
        string method,
        Func<ProjectClass, string, string, List<ProjectClass>> find
    )
    {
        lock (_collaborators)
        {
            if (_collaborators.TryGetValue((attribute, method), out var known))
                return known.Read();
        }
        var found = Traced.Of(
            (Class: this, attribute, method, find),
            Unit.File,
            static a => a.find(a.Class, a.attribute, a.method)
        );
        lock (_collaborators)
            _collaborators[(attribute, method)] = found;
        return found.Read();
    }

    /// <summary>Links a base class unless that would close a circle, which only a name resolved wrongly can.</summary>
    /// <returns>Whether it was linked.</returns>
    internal bool AddBase(ProjectClass found)
    {
        if (_bases.Contains(found))
            return true;
        var above = new List<ProjectClass> { found };
        for (var i = 0; i < above.Count; i++)
        {
            if (above[i] == this)
                return false;
            foreach (var next in above[i]._bases)
            {
                if (!above.Contains(next))
                    above.Add(next);
            }
        }
        _bases.Add(found);
        found._subclasses.Add(this);
        return true;
    }

    internal void AddExternalBase(string name) => _externalBases.Add(name);

    internal void AddPart(ProjectUnit part) => _parts.Add(part);

    private Dictionary<string, ProjectUnit> IndexMethods()
    {
        var byName = new Dictionary<string, ProjectUnit>(Methods.Count, StringComparer.Ordinal);
        foreach (var method in Methods)
            byName.TryAdd(method.Name, method);
        return byName;
    }

    private ProjectUnit[] FindMethods()
    {
        var methods = new List<ProjectUnit>();
        foreach (var member in Unit.Members)
        {
            if (member.IsFunction)
                methods.Add(member);
        }
        return [.. methods];
    }
}
