namespace Motif.Code;

/// <summary>What a unit is.</summary>
public enum UnitKind : byte
{
    Module,
    Class,

    /// <summary>A function outside a class.</summary>
    Function,

    /// <summary>A function in a class, also a constructor.</summary>
    Method,

    /// <summary>A property or its accessor.</summary>
    Property,
}

/// <summary>What more is known of a unit.</summary>
[Flags]
public enum UnitTraits
{
    None = 0,
    Async = 1 << 0,
    Generator = 1 << 1,
    Static = 1 << 2,

    /// <summary>A method that gets the class instead of an instance.</summary>
    ClassMethod = 1 << 3,

    /// <summary>Without a body of its own, to be given by a subclass; of a class: cannot be instantiated.</summary>
    Abstract = 1 << 4,
    Interface = 1 << 5,
    Enum = 1 << 6,

    /// <summary>record, dataclass, NamedTuple, TypedDict, struct: a class that holds data.</summary>
    DataType = 1 << 7,
    Constructor = 1 << 8,
    Override = 1 << 9,

    /// <summary>By the language's keyword or, in Python, a leading underscore.</summary>
    Private = 1 << 10,

    /// <summary>Stands in a test file or is a test itself.</summary>
    Test = 1 << 11,

    /// <summary>Nested in a function.</summary>
    Nested = 1 << 12,

    /// <summary>Generated code.</summary>
    Generated = 1 << 13,

    /// <summary>A part of a type whose other parts may stand elsewhere.</summary>
    Partial = 1 << 14,

    /// <summary>C#: a struct that is no record.</summary>
    Struct = 1 << 15,

    /// <summary>C#: others may assign a field or property of its objects.</summary>
    Assignable = 1 << 16,

    /// <summary>C#: others may read a field of its objects, itself or through a property that does nothing else.</summary>
    Shown = 1 << 17,

    /// <summary>Open to subclasses alone, by the language's keyword.</summary>
    Protected = 1 << 18,
}

/// <summary>A parameter of a function.</summary>
/// <param name="Type">Its annotation as resolved as can be; null when there is none.</param>
/// <param name="IsReceiver">self, cls.</param>
public sealed record ParameterFact(
    string Name,
    string? Type,
    bool HasDefault,
    bool IsReceiver,
    FactFlags Flags
);

/// <summary>An attribute (field, property) of a class, with the types it was seen to have.</summary>
/// <param name="Types">
/// Resolved type names from annotations, constructor calls and assignments of annotated parameters, ordinal; empty where unknown.
/// </param>
/// <param name="IsCollection">A list, set or mapping was assigned or annotated; then <paramref name="Types"/> are those of its elements where known.</param>
/// <param name="IsClassLevel">Assigned in the class body or marked static.</param>
/// <param name="AssignedIn">The units that assign it, ordinal by name.</param>
public sealed record AttributeFact(
    string Name,
    IReadOnlyList<string> Types,
    bool IsCollection,
    bool IsClassLevel,
    IReadOnlyList<string> AssignedIn,
    int Node
);

/// <summary>Raw size measures of a unit's own text; of Python as radon takes them, token by token.</summary>
/// <param name="Source">Lines of statements, blank ones and strings that are statements apart.</param>
/// <param name="Logical">Logical lines: statements, as radon counts them.</param>
/// <param name="Comment">Lines with a comment.</param>
/// <param name="Blank">Empty lines.</param>
/// <param name="Text">Lines of documentation comments and of docstrings that span lines.</param>
public sealed record LineCounts(int Source, int Logical, int Comment, int Blank, int Text);

/// <summary>A module, class or function of a file.</summary>
public sealed record CodeUnit
{
    public required UnitKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Dotted name inside the file, such as <c>Cache.get</c>; the file's own unit has its module's name.</summary>
    public required string QualifiedName { get; init; }

    /// <summary>The dotted name by which the whole program knows it: module or namespace, then the qualified name.</summary>
    public required string FullName { get; init; }

    /// <summary>Index of the enclosing unit in <see cref="CodeFacts.Units"/>, −1 for the module.</summary>
    public required int Parent { get; init; }

    /// <summary>Its Module, Class or Function node.</summary>
    public required int Node { get; init; }

    public UnitTraits Traits { get; init; }

    public IReadOnlyList<ParameterFact> Parameters { get; init; } = [];

    /// <summary>The annotated return type; null when there is none.</summary>
    public string? Returns { get; init; }

    /// <summary>Resolved names of decorators or attributes in source order.</summary>
    public IReadOnlyList<string> Decorators { get; init; } = [];

    /// <summary>Resolved names of base classes and interfaces in source order.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Resolved name of the metaclass; null when there is none.</summary>
    public string? Metaclass { get; init; }

    /// <summary>Docstring or documentation comment as plain text; null when there is none.</summary>
    public string? Documentation { get; init; }

    /// <summary>The class's attributes by name, ordinal.</summary>
    public IReadOnlyList<AttributeFact> Attributes { get; init; } = [];

    public required int StartLine { get; init; }

    public required int EndLine { get; init; }

    /// <summary>The first line of the body proper, behind signature and documentation; equal to <see cref="StartLine"/> on one line.</summary>
    public required int BodyStartLine { get; init; }

    public required LineCounts Lines { get; init; }

    /// <summary>64-bit hash of the unit's raw tokens without comments and white space: equal for exact copies (clone type 1).</summary>
    public required ulong TokenHash { get; init; }

    /// <summary>Number of those tokens.</summary>
    public required int Tokens { get; init; }

    public bool Has(UnitTraits traits) => (Traits & traits) == traits;
}
