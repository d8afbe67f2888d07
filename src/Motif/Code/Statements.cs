using System.Runtime.CompilerServices;

namespace Motif.Code;

/// <summary>What rules ask of statements and of the way control takes through them.</summary>
internal static class Statements
{
    /// <summary>The body of a unit, loop, handler or branch: its block, or the expression of an arrow body.</summary>
    public static FactNode Body(this FactNode node) => node.Child(FactRole.Body);

    /// <summary>The statements of a body without its docstring; none for an expression body.</summary>
    public static StatementEnumerable Steps(this FactNode block) => new(block);

    /// <summary>The number of statements of a body without its docstring.</summary>
    public static int StatementCount(this FactNode block)
    {
        var count = 0;
        foreach (var _ in block.Steps())
            count++;
        return count;
    }

    public static FactNode LastStatement(this FactNode block)
    {
        FactNode last = default;
        foreach (var statement in block.Steps())
            last = statement;
        return last;
    }

    public static FactNode FirstStatement(this FactNode block)
    {
        foreach (var statement in block.Steps())
            return statement;
        return default;
    }

    /// <summary>A string, ellipsis or number standing alone: documentation or a place holder.</summary>
    public static bool IsIdle(this FactNode statement) =>
        statement.Kind is FactKind.Pass
        || (
            statement.Kind is FactKind.ExpressionStatement
            && statement.Value() is var value
            && value.IsKind(FactKind.Literal)
        );

    /// <summary>Whether nothing happens in it: pass, an ellipsis, only a docstring.</summary>
    public static bool IsEmptyBody(this FactNode block) =>
        !block.Exists() || (block.Kind is FactKind.Block && block.StatementCount() == 0);

    /// <summary>Whether all it does is to say that a subclass must: raise NotImplementedError.</summary>
    public static bool IsNotImplemented(this FactNode block)
    {
        if (!block.IsKind(FactKind.Block) || block.StatementCount() != 1)
            return false;
        var only = block.FirstStatement();
        return only.Kind is FactKind.Raise && only.RaisesNotImplemented();
    }

    public static bool RaisesNotImplemented(this FactNode raise)
    {
        var value = raise.Value();
        var name =
            value.IsKind(FactKind.Call) ? value.CalleeText()
            : value.Exists() ? value.Resolved ?? value.Name
            : null;
        return name is not null
            && DottedName.IsOneOf(
                name,
                "NotImplementedError",
                "NotImplementedException",
                "NotImplemented",
                "NotSupportedException"
            );
    }

    /// <summary>Whether control can leave the statement or block at its end, instead of returning, raising or breaking on every way.</summary>
    public static bool FallsThrough(this FactNode node)
    {
        // A chain of thousands of elif is legal; then nothing is claimed about its end.
        if (!node.Exists() || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        switch (node.Kind)
        {
            case FactKind.Return or FactKind.Raise or FactKind.Break:
                return false;
            case FactKind.Continue:
                return true;
            case FactKind.Block:
                foreach (var statement in node.Steps())
                {
                    if (statement.Kind is FactKind.Continue)
                        return true;
                    if (!statement.FallsThrough())
                        return false;
                }
                return true;
            case FactKind.If:
                return !node.TryChild(FactRole.Else, out var other)
                    || node.Body().FallsThrough()
                    || other.FallsThrough();
            case FactKind.With:
                return node.Body().FallsThrough();
            default:
                return true;
        }
    }

    /// <summary>The nearest enclosing loop inside the same function, or none.</summary>
    public static FactNode EnclosingLoop(this FactNode node)
    {
        while (node.HasParent)
        {
            node = node.Parent;
            if (node.Kind is FactKind.ForEach or FactKind.While)
                return node;
            if (node.Kind is FactKind.Function or FactKind.Class or FactKind.Lambda)
                return default;
        }
        return default;
    }

    /// <summary>Whether an ancestor inside the same function has one of these kinds.</summary>
    public static bool IsUnder(this FactNode node, FactKind kind) => node.Ancestor(kind).Exists();

    /// <summary>The nearest ancestor of that kind inside the same function, or none.</summary>
    public static FactNode Ancestor(this FactNode node, FactKind kind)
    {
        while (node.HasParent)
        {
            node = node.Parent;
            if (node.Kind == kind)
                return node;
            if (node.Kind is FactKind.Function or FactKind.Class)
                return default;
        }
        return default;
    }

    /// <summary>The statement an expression stands in.</summary>
    public static FactNode Statement(this FactNode node)
    {
        while (node.HasParent && node.Kind > FactKind.OtherStatement)
            node = node.Parent;
        return node;
    }

    /// <summary>Whether what the call returns is thrown away.</summary>
    public static bool IsDiscarded(this FactNode call)
    {
        var parent = call.Parent;
        if (parent.Kind is FactKind.Await)
            parent = parent.Parent;
        return parent.Kind is FactKind.ExpressionStatement;
    }

    /// <summary>Statements of a block, docstrings and place holders passed over.</summary>
    public readonly struct StatementEnumerable(FactNode block)
    {
        public Enumerator GetEnumerator() => new(block);

        public struct Enumerator
        {
            private FactNode.ChildEnumerable.Enumerator _children;
            private readonly bool _single;
            private readonly FactNode _block;
            private bool _done;

            public Enumerator(FactNode block)
            {
                _block = block;
                _single = !block.Exists() || block.Kind is not FactKind.Block;
                _done = !block.Exists();
                if (!_single)
                    _children = block.Children().GetEnumerator();
            }

            public readonly FactNode Current => _single ? _block : _children.Current;

            public bool MoveNext()
            {
                if (_single)
                {
                    var first = !_done;
                    _done = true;
                    return first;
                }
                while (_children.MoveNext())
                {
                    if (!_children.Current.IsIdle())
                        return true;
                }
                return false;
            }
        }
    }
}
