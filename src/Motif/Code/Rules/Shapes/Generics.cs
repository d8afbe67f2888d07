namespace Motif.Code.Rules.Shapes;

/// <summary>What type arguments tell apart, which have one name in all else.</summary>
internal static class Generics
{
    /// <summary>C#: the parameter is declared to be of a base of the class, with other type arguments than the class has it.</summary>
    public static bool AreOtherArguments(ProjectClass owner, ProjectUnit function, string parameter)
    {
        if (Declared(function, parameter) is not { } declared)
            return false;
        var isBase = false;
        foreach (var child in owner.Unit.Node.Children())
        {
            if (
                child.Role is not FactRole.Base
                || child.NameOf() is not { } name
                || !Simple(name).SequenceEqual(Simple(declared))
            )
                continue;
            if (Arguments(name).SequenceEqual(Arguments(declared)))
                return false;
            isBase = true;
        }
        return isBase;
    }

    /// <summary>C#: what is made has the name of the class around the function, and another number of type arguments: another class.</summary>
    public static bool IsOfOtherArity(FactNode made, ProjectUnit function)
    {
        made = made.Bare();
        if (
            !function.File.IsCSharp
            || !made.IsKind(FactKind.Call)
            || made.Callee() is not { Facts: not null } callee
            || callee.Is(FactFlags.Implicit)
        )
            return false;
        var around = function.Node.Ancestor(FactKind.Class);
        return around.Exists()
            && Count(made, FactRole.Type) != Count(around, FactRole.TypeParameter);
    }

    private static string? Declared(ProjectUnit function, string parameter)
    {
        foreach (var child in function.Node.Children())
        {
            if (child.Kind is FactKind.Parameter && child.Name == parameter)
                return child.Child(FactRole.Annotation).NameOf();
        }
        return null;
    }

    private static int Count(FactNode node, FactRole role)
    {
        var count = 0;
        foreach (var child in node.Children())
            count += child.Role == role && child.Kind is FactKind.TypeReference ? 1 : 0;
        return count;
    }

    private static ReadOnlySpan<char> Simple(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        return DottedName.Last(open < 0 ? name : name[..open]);
    }

    private static ReadOnlySpan<char> Arguments(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? [] : name.AsSpan(open).TrimEnd('?');
    }
}
