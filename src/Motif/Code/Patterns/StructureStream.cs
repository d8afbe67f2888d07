using System.Runtime.InteropServices;

namespace Motif.Code.Patterns;

/// <summary>
/// A unit as a stream of structure in pre-order: what names, attributes and constants are called is left out, as are documentation,
/// annotations and decorators; types of constants, operators, the language's own functions and the ends of blocks stay. Copies with
/// renamed identifiers have the same stream (clone type 2; Roy, Cordy and Koschke, Comparison and evaluation of code clone detection
/// techniques, 2009).
/// </summary>
internal sealed class StructureStream(CodeFacts facts)
{
    private const uint CloseBlock = 0xC105;
    private const FactFlags KeptFlags =
        FactFlags.Async
        | FactFlags.TestAfter
        | FactFlags.CatchAll
        | FactFlags.Constructs
        | FactFlags.Conditional
        | FactFlags.VariadicPositional
        | FactFlags.VariadicKeyword
        | FactFlags.LiteralString
        | FactFlags.LiteralBytes
        | FactFlags.LiteralInteger
        | FactFlags.LiteralReal
        | FactFlags.LiteralTrue
        | FactFlags.LiteralFalse
        | FactFlags.LiteralNull;

    private readonly Stack<int> _blocks = new();

    /// <summary>By index into <see cref="CodeFacts.Strings"/>: 1 the language's own, 2 not, 0 not looked at yet.</summary>
    private readonly byte[] _origins = new byte[facts.Strings.Length];

    /// <summary>Appends the elements of the unit's stream.</summary>
    public void Write(int unit, List<uint> stream)
    {
        var end = unit + facts.Sizes[unit];
        for (var i = unit; i < end; )
        {
            while (_blocks.TryPeek(out var close) && close <= i)
            {
                _blocks.Pop();
                stream.Add(CloseBlock);
            }
            if (IsLeftOut(i, unit))
            {
                i += facts.Sizes[i];
                continue;
            }
            stream.Add(Element(i));
            if (facts.Kinds[i] is FactKind.Block or FactKind.Call)
                _blocks.Push(i + facts.Sizes[i]);
            i++;
        }
        for (; _blocks.Count > 0; _blocks.Pop())
            stream.Add(CloseBlock);
    }

    /// <summary>
    /// The names of attributes that the unit reads, writes and calls, as hashes in ascending order, repeated as often as they stand
    /// there. Two units of one structure that share few of them are alike by chance.
    /// </summary>
    public uint[] Vocabulary(int unit)
    {
        var names = new List<uint>();
        for (var i = unit + 1; i < unit + facts.Sizes[unit]; i++)
        {
            if (facts.Kinds[i] is FactKind.Attribute or FactKind.Name && facts[i].Name is { } name)
            {
                if (facts.Kinds[i] is FactKind.Attribute || facts.Roles[i] is FactRole.Callee)
                    names.Add(Mix(1, name));
            }
        }
        names.Sort();
        return [.. names];
    }

    /// <summary>64-bit FNV-1a over the elements.</summary>
    public static ulong Hash(List<uint> stream)
    {
        var hash = 14695981039346656037UL;
        foreach (var element in CollectionsMarshal.AsSpan(stream))
            hash = (hash ^ element) * 1099511628211;
        return hash ^ (hash >> 29);
    }

    private bool IsLeftOut(int node, int unit) =>
        facts.Roles[node]
            is FactRole.Decorator
                or FactRole.Annotation
                or FactRole.Returns
                or FactRole.TypeParameter
        || (facts.Roles[node] is FactRole.Base && facts.Parents[node] == unit)
        || IsDocstring(node);

    /// <summary>A string as a statement of its own.</summary>
    private bool IsDocstring(int node) =>
        facts.Kinds[node] is FactKind.ExpressionStatement
        && facts.Sizes[node] == 2
        && facts.Kinds[node + 1] is FactKind.Literal
        && (facts.Flags[node + 1] & FactFlags.LiteralString) != FactFlags.None;

    private uint Element(int node)
    {
        var kind = facts.Kinds[node];
        var element =
            ((uint)kind << 24)
            | ((uint)(facts.Flags[node] & KeptFlags) << 8)
            | (uint)facts.Roles[node];
        return NameThatStays(node, kind) is { } name ? Mix(element, name) : element;
    }

    private string? NameThatStays(int node, FactKind kind) =>
        kind switch
        {
            FactKind.Assign
            or FactKind.Boolean
            or FactKind.Unary
            or FactKind.Binary
            or FactKind.Compare
            or FactKind.TypeOperation
            or FactKind.CasePattern
            or FactKind.Collection
            or FactKind.Comprehension
            or FactKind.With => facts[node].Name,
            FactKind.Name when facts.Resolved[node] is >= 0 and var name && IsLanguages(name) =>
                facts.Strings[name],
            _ => null,
        };

    private bool IsLanguages(int name)
    {
        if (_origins[name] == 0)
        {
            var isOwn =
                facts.Strings[name].StartsWith("builtins.", StringComparison.Ordinal)
                || facts.Strings[name].StartsWith("System.", StringComparison.Ordinal);
            _origins[name] = isOwn ? (byte)1 : (byte)2;
        }
        return _origins[name] == 1;
    }

    private static uint Mix(uint element, string name)
    {
        var hash = element * 2654435761;
        foreach (var c in name)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
