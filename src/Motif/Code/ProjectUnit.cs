namespace Motif.Code;

/// <summary>A unit of a <see cref="CodeProject"/>: its facts, its place, and what it does with the objects it holds.</summary>
public sealed class ProjectUnit
{
    private readonly List<ProjectUnit> _members = [];
    private List<FactNode>? _calls;
    private FactNode[]? _ownCalls;
    private Traced<FunctionShape>? _shape;
    private Traced<HolderShape>? _holder;

    internal ProjectUnit(ProjectFile file, int index, ProjectUnit? parent)
    {
        File = file;
        Fact = file.Facts.Units[index];
        Index = index;
        Parent = parent;
        parent?._members.Add(this);
        if (Fact.Kind is UnitKind.Class)
            Class = new ProjectClass(this);
        Receiver = FindReceiver();
        IsProgram =
            Fact.Kind is UnitKind.Module
            && file.Facts.Language == "csharp"
            && HasBody(BodyTraits.Statements);
    }

    public ProjectFile File { get; }

    /// <summary>Its index in <see cref="CodeFacts.Units"/>.</summary>
    public int Index { get; }

    public CodeUnit Fact { get; }

    public string Name => Fact.Name;

    /// <summary>The enclosing unit; null for a module.</summary>
    public ProjectUnit? Parent { get; private set; }

    /// <summary>The units directly inside, in source order.</summary>
    public IReadOnlyList<ProjectUnit> Members => _members;

    public FactNode Node => new(File.Facts, Fact.Node);

    /// <summary>Its place in the class hierarchy, the same for all parts of a partial class; null for what is no class.</summary>
    internal ProjectClass? Class { get; private set; }

    /// <summary>A part of a class that another part stands for.</summary>
    internal bool IsFurtherPart => Class is not null && Class.Unit != this;

    /// <summary>The class it is a member of; null outside classes.</summary>
    internal ProjectClass? Owner => Parent?.Class;

    /// <summary>The class around it, also around the method it is nested in; null outside classes.</summary>
    internal ProjectClass? EnclosingClass
    {
        get
        {
            for (var unit = Parent; unit is not null; unit = unit.Parent)
            {
                if (unit.Class is { } found)
                    return found;
            }
            return null;
        }
    }

    /// <summary>Without a body of its own: declared abstract, or all it does is to raise NotImplementedError.</summary>
    internal bool IsAbstract =>
        IsFunction && (Fact.Has(UnitTraits.Abstract) || HasBody(BodyTraits.NotImplemented));

    /// <summary>Abstract, or with an empty body: a step left to subclasses.</summary>
    internal bool IsHook => IsAbstract || (IsFunction && HasBody(BodyTraits.Empty));

    /// <summary>The name of the instance or class inside a method (self, cls, this); null where there is none.</summary>
    internal string? Receiver { get; }

    /// <summary>Bit per <see cref="FactKind"/> that occurs in its own text, outside nested units.</summary>
    internal ulong Kinds { get; set; }

    /// <summary>The calls in the project that are known to call it (or, for a class, to make one).</summary>
    internal IReadOnlyList<FactNode> Calls
    {
        get
        {
            var calls = _calls ?? [];
            Trail.Current?.SeeCalls(this, calls);
            return calls;
        }
    }

    internal bool IsFunction =>
        Fact.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Property;

    /// <summary>A file of top-level statements, which are the body of the function that the program begins with.</summary>
    internal bool IsProgram { get; }

    internal bool IsConstructor =>
        Fact.Has(UnitTraits.Constructor) || Name is "__init__" or "__new__";

    internal bool IsPublic =>
        !Fact.Has(UnitTraits.Private) && !Name.StartsWith('_') && !IsConstructor;

    /// <summary>Python's double-underscore names, whose meaning the language gives.</summary>
    internal bool IsSpecial =>
        Name.Length > 4
        && Name.StartsWith("__", StringComparison.Ordinal)
        && Name.EndsWith("__", StringComparison.Ordinal);

    /// <summary>What it does with the objects it holds and gets; derived on first use.</summary>
    internal FunctionShape Shape => (_shape ??= Traced.Of(this, File, FunctionShape.Of)).Read();

    /// <summary>What the functions inside do with the state they share; derived on first use.</summary>
    internal HolderShape Holder => (_holder ??= Traced.Of(this, File, HolderShape.Of)).Read();

    /// <summary>Its own nodes in source order: nested functions and classes appear, their insides do not.</summary>
    internal OwnNodeEnumerable OwnNodes => new(File.Facts, Fact.Node);

    /// <summary>Those of its own nodes that are calls; listed on first use, since most rules look at calls.</summary>
    internal FactNode[] OwnCalls => _ownCalls ??= FindOwnCalls();

    internal bool Has(FactKind kind) => (Kinds & (1UL << (int)kind)) != 0;

    internal bool HasLoop => Has(FactKind.ForEach) || Has(FactKind.While);

    internal bool HasParameter(string name)
    {
        foreach (var parameter in Fact.Parameters)
        {
            if (!parameter.IsReceiver && parameter.Name == name)
                return true;
        }
        return false;
    }

    /// <summary>Number of parameters a caller must give, without the receiver.</summary>
    internal int RequiredParameters
    {
        get
        {
            var count = 0;
            foreach (var parameter in Fact.Parameters)
            {
                if (!parameter.IsReceiver && !parameter.HasDefault && !IsVariadic(parameter))
                    count++;
            }
            return count;
        }
    }

    internal static bool IsVariadic(ParameterFact parameter) =>
        (parameter.Flags & (FactFlags.VariadicPositional | FactFlags.VariadicKeyword))
        != FactFlags.None;

    /// <summary>Whether it is decorated with one of these names; a name without a dot matches the last part.</summary>
    internal bool IsDecoratedWith(params ReadOnlySpan<string> names)
    {
        foreach (var decorator in Fact.Decorators)
        {
            if (DottedName.IsOneOf(decorator, names))
                return true;
        }
        return false;
    }

    public override string ToString() => Fact.FullName;

    /// <summary>Makes another part of the same partial class a part of this one: its members are members of this.</summary>
    internal void Join(ProjectUnit part)
    {
        foreach (var member in part._members)
            member.Parent = this;
        _members.AddRange(part._members);
        part._members.Clear();
        part.Class = Class;
        Class!.AddPart(part);
    }

    internal void AddCall(FactNode call) => (_calls ??= []).Add(call);

    private FactNode[] FindOwnCalls()
    {
        if (!Has(FactKind.Call))
            return [];
        // Counted first: there are as many calls as lines, and lists that grow would cost twice their memory.
        var count = 0;
        foreach (var node in OwnNodes)
            count += node.Kind is FactKind.Call ? 1 : 0;
        var calls = new FactNode[count];
        foreach (var node in OwnNodes)
        {
            if (node.Kind is FactKind.Call)
                calls[^count--] = node;
        }
        return calls;
    }

    private bool HasBody(BodyTraits traits) =>
        (File.Facts.Outline.Bodies[Index] & traits) != BodyTraits.None;

    private string? FindReceiver()
    {
        if (Fact.Parameters is [{ IsReceiver: true } first, ..])
            return first.Name;
        var inClass = Parent?.Class is not null || Parent?.Receiver is "this";
        // Python alone hands the receiver over as a parameter.
        return inClass && File.Facts.Language is not "python" ? "this" : Parent?.InnerReceiver;
    }

    /// <summary>A function nested in a method sees the method's receiver.</summary>
    private string? InnerReceiver => Class is null ? Receiver : null;
}
