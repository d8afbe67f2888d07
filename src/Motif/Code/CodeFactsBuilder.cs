using System.Runtime.InteropServices;

namespace Motif.Code;

/// <summary>
/// Builds <see cref="CodeFacts"/> front to back: nodes are opened in pre-order and closed when their subtree is complete.
/// For one file and one thread; nothing is asked of it after it is built.
/// </summary>
public sealed class CodeFactsBuilder
{
    private readonly CodeFactColumns _nodes = CodeFactColumns.Take();
    private readonly List<string> _strings = [];
    private readonly Dictionary<string, int> _stringIndex = new(StringComparer.Ordinal);
    private readonly List<CodeUnit> _units = [];
    private readonly List<ImportFact> _imports = [];
    private readonly List<SourceError> _errors = [];
    private int[] _lineStarts = [0];
    private LineKind[] _lineKinds = [LineKind.Blank];
    private int _open = -1;
    private bool _isBuilt;

    /// <summary>Number of nodes so far, and the index of the next one.</summary>
    public int Count => _nodes.Count;

    /// <summary>Number of units so far.</summary>
    public int UnitCount => _units.Count;

    internal int SourceLength { get; private set; }

    /// <summary>Opens a node inside the one that is open.</summary>
    /// <param name="start">UTF-16 offset of its first character.</param>
    /// <returns>Its index.</returns>
    public int Open(
        FactKind kind,
        FactRole role,
        int start,
        string? name = null,
        FactFlags flags = FactFlags.None
    )
    {
        var index = _nodes.Add();
        _nodes.Kinds[index] = kind;
        _nodes.Roles[index] = role;
        _nodes.Flags[index] = flags;
        _nodes.Sizes[index] = 0;
        _nodes.Parents[index] = _open;
        _nodes.Names[index] = Intern(name);
        _nodes.Resolved[index] = -1;
        _nodes.Starts[index] = start;
        _nodes.Ends[index] = start;
        _open = index;
        return index;
    }

    /// <summary>Closes the node that is open.</summary>
    /// <param name="end">UTF-16 offset behind its last character.</param>
    /// <exception cref="InvalidOperationException">None is open.</exception>
    public void Close(int end)
    {
        if (_open < 0)
            throw new InvalidOperationException("no node is open");
        _nodes.Sizes[_open] = _nodes.Count - _open;
        _nodes.Ends[_open] = Math.Max(end, _nodes.Starts[_open]);
        _open = _nodes.Parents[_open];
    }

    /// <summary>A node without children.</summary>
    public int Leaf(
        FactKind kind,
        FactRole role,
        int start,
        int end,
        string? name = null,
        FactFlags flags = FactFlags.None
    )
    {
        var index = Open(kind, role, start, name, flags);
        Close(end);
        return index;
    }

    /// <summary>Says what dotted name a node stands for.</summary>
    public void Resolve(int node, string? resolved) => _nodes.Resolved[node] = Intern(resolved);

    public string? ResolvedOf(int node) =>
        _nodes.Resolved[node] < 0 ? null : _strings[_nodes.Resolved[node]];

    public void AddFlags(int node, FactFlags flags) => _nodes.Flags[node] |= flags;

    /// <summary>Adds a unit and returns its index; parents come before their children.</summary>
    public int Add(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        _units.Add(WellFormed(unit));
        return _units.Count - 1;
    }

    /// <summary>Completes a unit that was added before its inside was known.</summary>
    public void Replace(int unit, CodeUnit value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _units[unit] = WellFormed(value);
    }

    public CodeUnit Unit(int unit) => _units[unit];

    public void Add(ImportFact import) => _imports.Add(import);

    public void Add(SourceError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _errors.Add(error with { Message = WellFormedText.Of(error.Message) });
    }

    /// <summary>Nodes of a closed node's subtree, itself included.</summary>
    public int SizeOf(int node) => _nodes.Sizes[node];

    /// <summary>
    /// Counts the lines of every unit. Logical lines are statements and declarations; known only when the tree is complete.
    /// </summary>
    public void CountLines(LineIndex lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        // For every node the logical lines before it, and behind the last the sum: those of a subtree are a difference.
        var logical = new int[Count + 1];
        for (var i = 0; i < Count; i++)
            logical[i + 1] = logical[i] + (IsLogicalLine(i) ? 1 : 0);
        for (var i = 0; i < UnitCount; i++)
        {
            var unit = Unit(i);
            var end = unit.Node + SizeOf(unit.Node);
            Replace(
                i,
                unit with
                {
                    Lines = lines.Count(
                        unit.StartLine - 1,
                        unit.EndLine - 1,
                        logical[end] - logical[unit.Node]
                    ),
                }
            );
        }
    }

    /// <summary>Where the lines begin and what they hold.</summary>
    public void SetLines(int[] lineStarts, LineKind[] lineKinds, int sourceLength)
    {
        ArgumentNullException.ThrowIfNull(lineStarts);
        ArgumentNullException.ThrowIfNull(lineKinds);
        if (lineStarts.Length != lineKinds.Length || lineStarts is not [0, ..])
            throw new ArgumentException(
                "one kind per line; the first line begins at 0",
                nameof(lineKinds)
            );
        (_lineStarts, _lineKinds, SourceLength) = (lineStarts, lineKinds, sourceLength);
    }

    /// <exception cref="InvalidOperationException">A node is still open, or there is none.</exception>
    public CodeFacts Build(string path, string language, string moduleName)
    {
        if (_isBuilt || _open >= 0 || _nodes.Count == 0 || _nodes.Sizes[0] != _nodes.Count)
            throw new InvalidOperationException(
                "the tree needs one root, closed, and is built once"
            );
        var facts = new CodeFacts(this, path, language, moduleName);
        _isBuilt = true;
        CodeFactColumns.Return(_nodes);
        return facts;
    }

    internal CodeFactsNodes Nodes() =>
        new()
        {
            Kinds = Written(_nodes.Kinds),
            Roles = Written(_nodes.Roles),
            Flags = Written(_nodes.Flags),
            Sizes = Written(_nodes.Sizes),
            Parents = Written(_nodes.Parents),
            Names = Written(_nodes.Names),
            Resolved = Written(_nodes.Resolved),
            Starts = Written(_nodes.Starts),
            Ends = Written(_nodes.Ends),
            Strings = [.. _strings],
            LineStarts = _lineStarts,
            LineKinds = _lineKinds,
        };

    private T[] Written<T>(T[] column) => column.AsSpan(0, _nodes.Count).ToArray();

    internal CodeUnit[] Units() => [.. _units];

    internal ImportFact[] Imports() => [.. _imports];

    internal SourceError[] Errors() => [.. _errors];

    private static CodeUnit WellFormed(CodeUnit unit) =>
        unit with
        {
            Name = WellFormedText.Of(unit.Name),
            QualifiedName = WellFormedText.Of(unit.QualifiedName),
            FullName = WellFormedText.Of(unit.FullName),
            Documentation = unit.Documentation is { } text ? WellFormedText.Of(text) : null,
        };

    private bool IsLogicalLine(int node) =>
        _nodes.Roles[node] is FactRole.Statement
            && _nodes.Kinds[node] is not (FactKind.Block or FactKind.Error)
        || _nodes.Kinds[node] is FactKind.Handler or FactKind.Case;

    private int Intern(string? text)
    {
        if (text is null)
            return -1;
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _stringIndex,
            text,
            out var exists
        );
        if (!exists)
        {
            index = _strings.Count;
            _strings.Add(WellFormedText.Of(text));
        }
        return index;
    }
}
