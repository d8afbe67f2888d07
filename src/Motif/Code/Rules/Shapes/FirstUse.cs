namespace Motif.Code.Rules.Shapes;

/// <summary>The shape of "make it when it is first needed": a test that it is missing, a store, a return.</summary>
internal static class FirstUse
{
    /// <summary>The test, handler or operator by which the attribute is found missing before the store, or none.</summary>
    public static FactNode MissingTest(ProjectUnit unit, StoreFact store)
    {
        if (
            store.Node.Name is "??="
            || store.Value.IsKind(FactKind.Boolean) && Mentions(store.Value, unit, store)
        )
            return store.Node;
        for (
            var choice = store.Node.Ancestor(FactKind.If);
            choice.Exists();
            choice = choice.Ancestor(FactKind.If)
        )
        {
            if (Mentions(choice.Child(FactRole.Test), unit, store))
                return choice.Child(FactRole.Test);
        }
        var handler = store.Node.Ancestor(FactKind.Handler);
        if (
            handler.Exists()
            && handler.Child(FactRole.Type) is { Facts: not null } type
            && type.Name is "AttributeError" or "KeyError" or "NameError"
        )
            return handler;
        return EarlyReturn(unit, store);
    }

    /// <summary>The first return that mentions the attribute or outer variable, or a local that was stored in it; or none.</summary>
    public static FactNode ReturnOf(ProjectUnit unit, string attribute)
    {
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Value().Exists() && Mentions(result, unit, attribute))
                return result;
        }
        return default;
    }

    public static bool Mentions(FactNode node, ProjectUnit unit, StoreFact store) =>
        Mentions(node, unit, store.Attribute);

    /// <summary>Whether the own attribute or outer variable is named in the subtree, also as a string for hasattr.</summary>
    public static bool Mentions(FactNode node, ProjectUnit unit, string attribute)
    {
        if (!node.Exists())
            return false;
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = node.Facts[i];
            if (inner.Name != attribute)
                continue;
            if (inner.Kind is FactKind.Name or FactKind.Literal)
                return true;
            if (inner.Kind is FactKind.Attribute && inner.IsOwnAttribute(unit, out _))
                return true;
        }
        return false;
    }

    /// <summary><c>if self._x is not None: return self._x</c> before the store.</summary>
    private static FactNode EarlyReturn(ProjectUnit unit, StoreFact store)
    {
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (statement.Index >= store.Node.Index)
                break;
            if (
                statement.Kind is FactKind.If
                && Mentions(statement.Child(FactRole.Test), unit, store)
                && statement.Body().FirstStatement()
                    is { Facts: not null, Kind: FactKind.Return } early
                && Mentions(early, unit, store)
            )
                return statement;
        }
        return default;
    }
}
