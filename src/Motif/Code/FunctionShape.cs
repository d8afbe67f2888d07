namespace Motif.Code;

/// <summary>
/// What a function does with the objects it holds and gets, in the words in which structural patterns are defined: which
/// attributes it stores, which calls it forwards to them, what it collects and whom it calls in turn.
/// </summary>
/// <remarks>
/// One pass in source order with a small environment of local aliases (<c>handlers = self._handlers.get(event)</c> makes
/// <c>handlers</c> an element of <c>_handlers</c>). Variables of an enclosing function or module count as held state too, so
/// that closures and modules are seen like objects.
/// </remarks>
internal sealed class FunctionShape
{
    private FunctionShape() { }

    public List<StoreFact> Stores { get; } = [];

    public List<ForwardFact> Forwards { get; } = [];

    public List<CollectFact> Collects { get; } = [];

    public List<ElementCallFact> ElementCalls { get; } = [];

    /// <summary>Calls of own methods: <c>self.step()</c>.</summary>
    public List<NamedCallFact> SelfCalls { get; } = [];

    /// <summary>Calls of the base class's methods: <c>super().step()</c>.</summary>
    public List<NamedCallFact> SuperCalls { get; } = [];

    /// <summary>Calls of a parameter or of one of its methods.</summary>
    public List<ParameterCallFact> ParameterCalls { get; } = [];

    /// <summary>Reads of a property that a class of the file has, of an object held in an own attribute: <c>self.renderer.what</c>.</summary>
    public List<ForwardFact> PropertyReads { get; } = [];

    public List<FactNode> Returns { get; } = [];

    /// <summary>What the local name or expression stands for at the end of the function.</summary>
    public required Func<FactNode, Origin> OriginOf { get; init; }

    public static FunctionShape Of(ProjectUnit unit)
    {
        var reader = new FunctionShapeReader(unit);
        var shape = new FunctionShape { OriginOf = reader.OriginOf };
        reader.Read(shape);
        return shape;
    }

    public bool CallsSelf(string method)
    {
        foreach (var call in SelfCalls)
        {
            if (call.Method == method)
                return true;
        }
        return false;
    }
}

/// <summary>Where an object comes from.</summary>
internal enum OriginKind : byte
{
    Unknown,

    /// <summary>The own instance or class.</summary>
    Self,

    /// <summary>An own attribute, or a variable of an enclosing function or the module.</summary>
    Held,

    /// <summary>An element of a collection so held.</summary>
    Element,

    /// <summary>An attribute of an object held in an own attribute: <c>self.product.parts</c>.</summary>
    Part,

    Parameter,

    /// <summary>Made here by calling a class of the project.</summary>
    Made,
}

/// <param name="Name">The attribute, variable or parameter.</param>
/// <param name="IsOuter">Held by an enclosing function or the module instead of an object.</param>
/// <param name="IsLocal">A collection made in the function itself.</param>
/// <param name="Class">Of something made here: its class.</param>
internal readonly record struct Origin(
    OriginKind Kind,
    string Name = "",
    bool IsOuter = false,
    bool IsLocal = false,
    ProjectUnit? Class = null
);

/// <summary>An assignment to an own attribute or outer variable.</summary>
/// <param name="Node">The Assign.</param>
/// <param name="Value">What is assigned; none in a declaration.</param>
/// <param name="Source">Where the value comes from.</param>
internal readonly record struct StoreFact(
    ProjectUnit In,
    string Attribute,
    bool IsOuter,
    FactNode Node,
    FactNode Value,
    Origin Source
);

/// <summary>A call of a held object's method; <paramref name="Method"/> is null where the held thing itself is called.</summary>
internal readonly record struct ForwardFact(
    ProjectUnit In,
    string Attribute,
    bool IsOuter,
    string? Method,
    FactNode Call
);

internal enum CollectKind : byte
{
    Add,
    Put,

    /// <summary>A field of the held object is assigned: <c>self.product.name = …</c>.</summary>
    Set,
    Remove,
}

/// <summary>Something put into or taken out of a held collection.</summary>
/// <param name="Value">What is put in or taken out.</param>
/// <param name="Source">Where it comes from.</param>
internal readonly record struct CollectFact(
    ProjectUnit In,
    string Attribute,
    bool IsOuter,
    CollectKind Kind,
    FactNode Node,
    FactNode Value,
    Origin Source
);

/// <summary>A call of an element of a held collection, or of the element's method.</summary>
/// <param name="InLoop">The elements are gone through, not looked up.</param>
internal readonly record struct ElementCallFact(
    ProjectUnit In,
    string Attribute,
    bool IsOuter,
    string? Method,
    bool InLoop,
    FactNode Call
);

internal readonly record struct NamedCallFact(ProjectUnit In, string Method, FactNode Call);

/// <param name="Method">Null where the parameter itself is called.</param>
internal readonly record struct ParameterCallFact(
    ProjectUnit In,
    string Parameter,
    string? Method,
    FactNode Call
);
