namespace Motif.Code.Rules.Shapes;

/// <summary>What rules ask of the making of objects.</summary>
internal static class Construction
{
    /// <summary>The class of the project that an expression makes an instance of; null where it makes none.</summary>
    public static ProjectUnit? MadeClass(this FactNode node, ProjectUnit from)
    {
        node = node.Bare();
        if (!node.IsKind(FactKind.Call))
            return null;
        return node.MakesOwn(from)
            ? from.EnclosingClass?.Unit
            : FunctionShapeReader.MadeClass(node, from);
    }

    /// <summary>Whether a call makes an instance of the own class: cls(…), type(self)(…), self.__class__(…), the class by name, cls.__new__(cls), object.__new__(cls), super().__new__(cls).</summary>
    public static bool MakesOwn(this FactNode call, ProjectUnit unit)
    {
        call = call.Bare();
        if (!call.IsKind(FactKind.Call))
            return false;
        var callee = call.Callee();
        if (callee.IsKind(FactKind.Attribute) && callee.Name is "__new__")
            return true;
        if (!callee.IsReceiver(unit))
            return false;
        return !callee.IsName(unit.Receiver) || ReceivesClass(unit);
    }

    /// <summary>Whether the receiver is the class: a class method, __new__, a metaclass's method.</summary>
    public static bool ReceivesClass(ProjectUnit unit)
    {
        for (var method = unit; method is not null && method.Class is null; method = method.Parent)
        {
            if (
                method.Fact.Has(UnitTraits.ClassMethod)
                || method.Name is "__new__" or "__init_subclass__"
            )
                return true;
            if (method.Owner?.HasExternalBase("type", "EnumMeta", "ABCMeta") == true)
                return true;
        }
        return false;
    }

    /// <summary>The class of the project that a plain reference names; null for anything else.</summary>
    public static ProjectUnit? NamedClass(this FactNode node, ProjectUnit from)
    {
        node = node.Bare();
        if (!node.Exists() || node.Kind is not (FactKind.Name or FactKind.Attribute))
            return null;
        // The receiver resolves to its class too, but is an instance of it.
        if (
            node.IsName(from.Receiver)
            || node.IsKind(FactKind.Name) && from.HasParameter(node.Name!)
        )
            return null;
        var facts = node.Facts;
        var name =
            facts.Resolved[node.Index] >= 0 ? facts.Resolved[node.Index] : facts.Names[node.Index];
        if (name < 0)
            return null;
        return ReferenceEquals(facts, from.File.Facts)
            ? from.File.ClassOf(name)
            : from.File.Project.FindClass(facts.Strings[name], from.File);
    }
}
