namespace Motif.Code.TypeScript.Facts;

/// <summary>What functions, methods, accessors and functions bound to names have in common.</summary>
/// <param name="Node">The node that has the parameters and the body.</param>
/// <param name="Name">The last part of its qualified name.</param>
internal sealed record FunctionParts(ScriptNode Node, string Name, UnitKind Kind)
{
    /// <summary>The whole declaration, where it begins before the function: <c>const f = …</c>.</summary>
    public ScriptNode Whole { get; init; } = Node;

    /// <summary>Where decorators stand.</summary>
    public ScriptNode Decorated { get; init; } = Node;

    /// <summary>What is called with the function and leaves it what it is, as <c>memo(…)</c>: decorators by another syntax.</summary>
    public IReadOnlyList<ScriptNode> Wrappers { get; init; } = [];

    public FactRole Role { get; init; } = FactRole.Statement;

    public UnitTraits Traits { get; init; }

    public static FunctionParts Of(ScriptNode node, string name, UnitKind kind) =>
        new(node, name, kind) { Traits = TraitsOf(node) };

    private static UnitTraits TraitsOf(ScriptNode node) =>
        (node.Has(ScriptFlags.Async) ? UnitTraits.Async : UnitTraits.None)
        | (node.Has(ScriptFlags.Generator) ? UnitTraits.Generator : UnitTraits.None)
        | (node.Has(ScriptFlags.Static) ? UnitTraits.Static : UnitTraits.None)
        | (node.Has(ScriptFlags.Abstract) ? UnitTraits.Abstract : UnitTraits.None)
        | (node.Has(ScriptFlags.Override) ? UnitTraits.Override : UnitTraits.None)
        | (node.Has(ScriptFlags.Constructor) ? UnitTraits.Constructor : UnitTraits.None)
        | (
            node.Has(ScriptFlags.Private) || node.Text is ['#', ..]
                ? UnitTraits.Private
                : UnitTraits.None
        );
}
