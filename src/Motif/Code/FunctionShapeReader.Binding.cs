namespace Motif.Code;

/// <summary>What locals and the variables of loops stand for.</summary>
internal sealed partial class FunctionShapeReader
{
    private void BindLoop(FactNode loop)
    {
        var iterable = loop.Child(FactRole.Iterable).Bare();
        var elements = AsElement(OriginOf(iterable));
        var target = loop.Child(FactRole.Target);
        var isPairs = iterable.IsKind(FactKind.Call) && iterable.CalleeName() is "items";
        if (isPairs && target.IsKind(FactKind.Collection))
            BindValue(target, elements);
        else
            Bind(target, elements);
        if (target.Exists())
        {
            for (var i = target.Index; i < target.End; i++)
            {
                if (target.Facts[i] is { Facts: not null, Kind: FactKind.Name, Name: { } name })
                    _loopVariables.Add(name);
            }
        }
    }

    /// <summary>Of a key and its value only the value is an element.</summary>
    private void BindValue(FactNode pair, Origin element)
    {
        FactNode last = default;
        foreach (var child in pair.Children())
        {
            Bind(child, default);
            last = child;
        }
        Bind(last, element);
    }

    private void Bind(FactNode target, Origin origin)
    {
        if (!target.Exists())
            return;
        if (
            target.Kind is FactKind.Name
            && target.Name is not null
            && !_outer.Contains(target.NameOrEmpty())
        )
            _locals[target.NameOrEmpty()] = origin;
        else if (target.Kind is FactKind.Collection or FactKind.Starred)
        {
            foreach (var child in target.Children())
                Bind(child, origin);
        }
    }
}
