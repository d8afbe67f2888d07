using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Data;

/// <summary>Windows that are computed from the number of a page.</summary>
internal sealed partial class PaginationRule
{
    private bool FindSlice(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Binary))
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (!IsOffset(unit, node))
                continue;
            var window = WindowOf(unit, node);
            if (!window.Exists() || !IsGiven(unit, window))
                continue;
            found
                .Match(this, unit)
                .Must("an offset is computed from a page and a size", node)
                .Must("a window of that size is taken", window)
                .Should(.15, "the page is asked for by the caller", unit.Fact.Parameters.Count > 0)
                .Should(
                    .10,
                    "the number of all is told too",
                    Loops.FirstCall(unit.Node, "len", "count", "Count", "CountAsync", "ceil")
                )
                .Named("page", "pagin", "offset")
                .Variant("slice")
                .Report();
            return true;
        }
        return false;
    }

    /// <summary><c>(page - 1) * size</c> or <c>page * size</c> where both are parameters or own attributes, one of them a parameter.</summary>
    private static bool IsOffset(ProjectUnit unit, FactNode node)
    {
        if (
            node.Kind is not FactKind.Binary
            || node.Name is not "*"
            || node.IsUnder(FactKind.Lambda)
            || node.Parent is { Kind: FactKind.Binary, Name: "/" or "//" }
        )
            return false;
        var inputs = 0;
        var isAsked = false;
        foreach (var child in node.Children())
        {
            var value = child.Bare();
            value = value.IsKind(FactKind.Binary) && value.Name is "-" ? value.Value() : value;
            if (!IsInput(unit, value))
                continue;
            inputs++;
            isAsked |= unit.Fact.Parameters.Any(p => !p.IsReceiver && value.Mentions(p.Name));
        }
        return inputs == 2 && isAsked;
    }

    /// <summary>The window is what the function gives, itself or in something it gives.</summary>
    private static bool IsGiven(ProjectUnit unit, FactNode window)
    {
        if (
            window.IsUnder(FactKind.Return)
            || window.IsUnder(FactKind.Yield)
            || !unit.Node.Body().IsKind(FactKind.Block)
        )
            return true;
        var assign = window.Ancestor(FactKind.Assign);
        if (!assign.Exists() || assign.Child(FactRole.Target).NameOf() is not { } local)
            return false;
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Value().Exists() && result.Value().Mentions(local))
                return true;
        }
        return false;
    }

    private static bool IsInput(ProjectUnit unit, FactNode value)
    {
        if (!value.Exists())
            return false;
        if (value.IsOwnAttribute(unit, out _))
            return true;
        if (value.Kind is FactKind.Attribute)
            return unit.Shape.OriginOf(value.Child(FactRole.Object)).Kind is OriginKind.Parameter;
        return value.Kind is FactKind.Name
            && (
                unit.HasParameter(value.NameOrEmpty())
                || unit.Shape.OriginOf(value) is { Kind: OriginKind.Held }
            );
    }

    /// <summary>A slice, or skip and take, that begins at the offset.</summary>
    private static FactNode WindowOf(ProjectUnit unit, FactNode offset)
    {
        var assign = offset.Ancestor(FactKind.Assign);
        var local =
            assign.Exists()
            && assign.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } target
                ? target.Name
                : null;
        foreach (var node in unit.OwnNodes)
        {
            var takes =
                node.Kind is FactKind.Slice
                    ? IsBounded(node, offset, local)
                    : node.Kind is FactKind.Call
                        && node.CalleeName() is "offset" or "skip" or "Skip" or "islice"
                        && (node.Holds(offset) || node.Mentions(local))
                        && Shapes
                            .Loops.FirstCall(unit.Node, "limit", "take", "Take", "islice")
                            .Exists();
            if (takes)
                return node;
        }
        return default;
    }

    /// <summary>It begins at the offset and has an end, and is read, not written.</summary>
    private static bool IsBounded(FactNode slice, FactNode offset, string? local)
    {
        if (slice.Ancestor(FactKind.Subscript) is { Facts: not null, Role: FactRole.Target })
            return false;
        var ends = 0;
        var begins = false;
        foreach (var child in slice.Children())
        {
            begins |=
                ends == 0 && (child == offset || child.Holds(offset) || child.Mentions(local));
            ends++;
        }
        return begins && ends == 2;
    }

    /// <summary>A class with a page method that takes a window of what it was given and knows the number of pages.</summary>
    private void FindPager(ProjectUnit unit, RuleFindings found)
    {
        ProjectUnit? window = null;
        FactNode pages = default;
        foreach (var method in unit.Class!.Methods)
        {
            if (window is null && method.Has(FactKind.Slice) && GivesWindow(method))
                window = method;
            foreach (var node in method.OwnNodes)
            {
                var isPages =
                    node.Calls("ceil", "math.ceil", "Ceiling")
                    || node.Kind is FactKind.Binary
                        && node.Name is "//" or "/"
                        && method.RequiredParameters == 0
                        && Shapes.Loops.FirstCall(node, "len", "count", "Count").Exists();
                if (isPages && !pages.Exists())
                    pages = node;
            }
        }
        if (window is null || !pages.Exists())
            return;
        found
            .Match(this, unit)
            .Must("a method takes a window for a page", window.Node)
            .Must("the number of pages is computed", pages)
            .Should(.20, "the size is kept", unit.Fact.Attributes.Count >= 2)
            .Named("page", "pagin")
            .Variant("pager")
            .Report();
    }

    private static bool GivesWindow(ProjectUnit method)
    {
        foreach (var node in method.OwnNodes)
        {
            if (
                IsOffset(method, node)
                && WindowOf(method, node) is { Facts: not null } window
                && IsGiven(method, window)
            )
                return true;
        }
        return false;
    }
}
