namespace Motif.Code;

/// <summary>
/// What one source file says, in a form that is the same for every language: a tree of <see cref="FactKind"/> nodes in
/// pre-order, with its symbol tables. Rules, metrics, clones and relations read nothing else.
/// </summary>
/// <remarks>
/// Struct of arrays: node i is <c>Kinds[i], Roles[i] …</c>, its descendants are the nodes i + 1 .. i + Sizes[i] − 1. Almost
/// everything is therefore a linear scan. Immutable once built; safe to read from many threads.
/// </remarks>
public sealed class CodeFacts
{
    private readonly Lock _loading = new();
    private CodeFactsNodes? _nodes;
    private Func<CodeFactsNodes>? _later;
    private FactsOutline? _outline;

    // Of the nodes, so that whoever reads a column passes one check and nothing more.
    private FactKind[]? _kinds;
    private FactRole[]? _roles;
    private FactFlags[]? _flags;
    private int[]? _sizes;
    private int[]? _parents;
    private int[]? _names;
    private int[]? _resolved;
    private int[]? _starts;
    private int[]? _ends;
    private string[]? _strings;

    internal CodeFacts(CodeFactsBuilder builder, string path, string language, string moduleName)
    {
        (Path, Language, ModuleName) = (path, language, moduleName);
        var nodes = builder.Nodes();
        Show(nodes);
        (Count, Lines, StringCount) = (
            nodes.Kinds.Length,
            nodes.LineStarts.Length,
            nodes.Strings.Length
        );
        SourceLength = builder.SourceLength;
        Units = builder.Units();
        Imports = builder.Imports();
        Errors = builder.Errors();
    }

    /// <summary>Of what was kept: the nodes are read when they are asked for.</summary>
    internal CodeFacts(CodeFactsParts parts, string path, string language, string moduleName)
    {
        (Path, Language, ModuleName) = (path, language, moduleName);
        (Count, Lines, StringCount) = (parts.Count, parts.Lines, parts.StringCount);
        SourceLength = parts.SourceLength;
        (Units, Imports, Errors) = (parts.Units, parts.Imports, parts.Errors);
        (_outline, _later) = (parts.Outline, parts.Nodes);
    }

    /// <summary>Path inside the repository with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Such as <c>python</c> or <c>csharp</c>.</summary>
    public string Language { get; }

    /// <summary>The dotted name under which others import it; for C# the empty string, since its units carry their namespace.</summary>
    public string ModuleName { get; }

    public IReadOnlyList<CodeUnit> Units { get; }

    public IReadOnlyList<ImportFact> Imports { get; }

    /// <summary>What did not parse; the rest of the file is there.</summary>
    public IReadOnlyList<SourceError> Errors { get; }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    /// <summary>Number of lines.</summary>
    public int Lines { get; }

    /// <summary>Number of <see cref="Strings"/>.</summary>
    internal int StringCount { get; }

    /// <summary>What every file is asked for, without its nodes where they are kept.</summary>
    internal FactsOutline Outline => _outline ??= FactsOutline.Of(this);

    /// <summary>UTF-16 length of the source.</summary>
    public int SourceLength { get; }

    internal FactKind[] Kinds => _kinds ?? Nodes.Kinds;
    internal FactRole[] Roles => _roles ?? Nodes.Roles;
    internal FactFlags[] Flags => _flags ?? Nodes.Flags;

    /// <summary>Nodes of the subtree, itself included.</summary>
    internal int[] Sizes => _sizes ?? Nodes.Sizes;

    /// <summary>−1 for the root.</summary>
    internal int[] Parents => _parents ?? Nodes.Parents;

    /// <summary>Index into <see cref="Strings"/>, −1 for none.</summary>
    internal int[] Names => _names ?? Nodes.Names;

    /// <summary>Index of the resolved dotted name of a Name, Attribute, TypeReference or Call's callee, −1 where unknown.</summary>
    internal int[] Resolved => _resolved ?? Nodes.Resolved;

    /// <summary>UTF-16 offset of the first character.</summary>
    internal int[] Starts => _starts ?? Nodes.Starts;

    /// <summary>UTF-16 offset behind the last character.</summary>
    internal int[] Ends => _ends ?? Nodes.Ends;

    internal string[] Strings => _strings ?? Nodes.Strings;

    /// <summary>UTF-16 offset of each line's first character.</summary>
    internal int[] LineStarts => Nodes.LineStarts;

    /// <summary>What each line holds, for lines of code, comments and blanks.</summary>
    internal LineKind[] LineKinds => Nodes.LineKinds;

    public FactNode Root => new(this, 0);

    public FactNode this[int index] => new(this, index);

    /// <summary>The line that a unit begins on with its decorators, which in Python stand above <see cref="CodeUnit.StartLine"/>.</summary>
    internal int FirstLineOf(CodeUnit unit) =>
        unit.Kind is not UnitKind.Module
        && this[unit.Node].TryChild(FactRole.Decorator, out var decorator)
            ? Math.Min(unit.StartLine, decorator.StartLine)
            : unit.StartLine;

    /// <summary>The line of a UTF-16 offset, counted from 1.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>All columns.</summary>
    internal CodeFactsNodes Nodes => _nodes ?? Load();

    /// <summary>Threads that ask at once wait for the first.</summary>
    private CodeFactsNodes Load()
    {
        lock (_loading)
        {
            if (_nodes is null)
            {
                Show(_later!());
                _later = null;
            }
            return _nodes!;
        }
    }

    private void Show(CodeFactsNodes nodes)
    {
        (_kinds, _roles, _flags) = (nodes.Kinds, nodes.Roles, nodes.Flags);
        (_sizes, _parents, _names, _resolved) = (
            nodes.Sizes,
            nodes.Parents,
            nodes.Names,
            nodes.Resolved
        );
        (_starts, _ends, _strings) = (nodes.Starts, nodes.Ends, nodes.Strings);
        _nodes = nodes;
    }
}

/// <summary>What a line of source holds.</summary>
[Flags]
public enum LineKind : byte
{
    Blank = 0,
    Code = 1,
    Comment = 2,

    /// <summary>Part of a documentation comment, or of a string that spans lines; in Python only of one that is a statement.</summary>
    Text = 4,

    /// <summary>A string on one line that is a whole statement, such as a short docstring: neither code nor text.</summary>
    Note = 8,
}

/// <summary>A place that did not parse.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record SourceError(int Line, string Message);

/// <summary>
/// A name that a file imports. <c>import a.b as c</c> is (a.b, c, …), <c>from a import b</c> is (a.b, b, …), <c>using A.B;</c> is
/// (A.B, null, …).
/// </summary>
/// <param name="Target">The absolute dotted name; relative imports are resolved against <see cref="CodeFacts.ModuleName"/>.</param>
/// <param name="BoundName">The name it is known by in the file; null for a whole namespace (<c>using</c>, <c>import *</c>).</param>
/// <param name="Node">The Import node.</param>
/// <param name="IsTypeCheckingOnly">Under <c>if TYPE_CHECKING</c>: no dependency when the program runs.</param>
/// <param name="IsGlobal">For every file of the project (<c>global using</c>).</param>
public sealed record ImportFact(
    string Target,
    string? BoundName,
    int Node,
    bool IsTypeCheckingOnly,
    bool IsGlobal = false
);
