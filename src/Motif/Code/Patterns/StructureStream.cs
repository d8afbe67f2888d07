using System.Runtime.InteropServices;

namespace Motif.Code.Patterns;

/// <summary>
/// A unit as a stream of structure in pre-order: what names, attributes and constants are called is left out, as are documentation,
/// annotations and decorators; types of constants, operators, the language's own functions and the ends of blocks stay. Copies with
/// renamed identifiers have the same stream (clone type 2; Roy, Cordy and Koschke, Comparison and evaluation of code clone detection
/// techniques, 2009).
/// </summary>
internal static class StructureStream
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

    /// <summary>Appends the elements of the unit's stream.</summary>
    public static void Write(CodeFacts facts, int unit, List<uint> stream)
    {
        var blocks = new Stack<int>();
        var end = unit + facts.Sizes[unit];
        for (var i = unit; i < end; )
        {
            while (blocks.TryPeek(out var close) && close <= i)
            {
                blocks.Pop();
                stream.Add(CloseBlock);
            }
            if (IsLeftOut(facts, i, unit))
            {
                i += facts.Sizes[i];
                continue;
            }
            stream.Add(Element(facts, i));
            if (facts.Kinds[i] is FactKind.Block or FactKind.Call)
                blocks.Push(i + facts.Sizes[i]);
            i++;
        }
        for (; blocks.Count > 0; blocks.Pop())
            stream.Add(CloseBlock);
    }

    /// <summary>64-bit FNV-1a over the elements.</summary>
    public static ulong Hash(List<uint> stream)
    {
        var hash = 14695981039346656037UL;
        foreach (var element in CollectionsMarshal.AsSpan(stream))
            hash = (hash ^ element) * 1099511628211;
        return hash ^ (hash >> 29);
    }

    private static bool IsLeftOut(CodeFacts facts, int node, int unit) =>
        facts.Roles[node]
            is FactRole.Decorator
                or FactRole.Annotation
                or FactRole.Returns
                or FactRole.TypeParameter
        || (facts.Roles[node] is FactRole.Base && facts.Parents[node] == unit)
        || IsDocstring(facts, node);

    /// <summary>A string as a statement of its own.</summary>
    private static bool IsDocstring(CodeFacts facts, int node) =>
        facts.Kinds[node] is FactKind.ExpressionStatement
        && facts.Sizes[node] == 2
        && facts.Kinds[node + 1] is FactKind.Literal
        && facts.Flags[node + 1].HasFlag(FactFlags.LiteralString);

    private static uint Element(CodeFacts facts, int node)
    {
        var kind = facts.Kinds[node];
        var element =
            ((uint)kind << 24)
            | ((uint)(facts.Flags[node] & KeptFlags) << 8)
            | (uint)facts.Roles[node];
        return NameThatStays(facts, node, kind) is { } name ? Mix(element, name) : element;
    }

    private static string? NameThatStays(CodeFacts facts, int node, FactKind kind) =>
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
            FactKind.Name when facts[node].Resolved is { } resolved && IsLanguages(resolved) =>
                resolved,
            _ => null,
        };

    private static bool IsLanguages(string resolved) =>
        resolved.StartsWith("builtins.", StringComparison.Ordinal)
        || resolved.StartsWith("System.", StringComparison.Ordinal);

    private static uint Mix(uint element, string name)
    {
        var hash = element * 2654435761;
        foreach (var c in name)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
