namespace Motif.Code.Rules.Shapes;

/// <summary>
/// What callers are seen to hand in for a parameter: where nothing is declared, this tells what it is. A constructor is called by
/// its class and by what derives from it; a method of an object whose class is not known by its name, where one hierarchy of the
/// file alone has such a method.
/// </summary>
internal static class HandedIn
{
    /// <summary>The classes of the project whose fresh objects are handed in, in the order of the calls, each once.</summary>
    public static List<ProjectClass> Classes(ProjectUnit function, string parameter)
    {
        var found = new List<ProjectClass>();
        var index = IndexOf(parameter, function);
        foreach (var (call, from) in CallsOf(function))
        {
            foreach (var value in Arguments(call, index, parameter))
            {
                if (value.MadeClass(from)?.Class is { } fresh)
                    Add(fresh, found);
                else if (
                    value.IsKind(FactKind.Name) && ReferenceEquals(value.Facts, from.File.Facts)
                )
                    AddLocal(value, from.File.UnitAt(value.Index), found);
            }
        }
        return found;
    }

    /// <summary>The values that calls give for a parameter, by place or by keyword.</summary>
    public static IEnumerable<FactNode> Arguments(FactNode call, int index, string parameter)
    {
        var at = 0;
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            if (child.Kind is FactKind.KeywordArgument)
            {
                if (child.Name == parameter && child.Value().Exists())
                    yield return child.Value();
            }
            else if (at++ == index)
                yield return child;
        }
    }

    /// <summary>The place of a parameter among those that a caller gives.</summary>
    public static int IndexOf(string parameter, ProjectUnit function)
    {
        var index = 0;
        foreach (var candidate in function.Fact.Parameters)
        {
            if (candidate.Name == parameter)
                break;
            index += candidate.IsReceiver ? 0 : 1;
        }
        return index;
    }

    private static IEnumerable<(FactNode Call, ProjectUnit From)> CallsOf(ProjectUnit function)
    {
        if (!function.IsConstructor)
        {
            foreach (var call in function.Calls)
                yield return (call, function);
            foreach (var call in CallsByName(function))
                yield return (call, function.File.UnitAt(call.Index));
            yield break;
        }
        foreach (var call in function.Owner?.Unit.Calls ?? [])
            yield return (call, function);
        foreach (var heir in function.Owner?.Subclasses ?? [])
        {
            if (heir.Method(function.Name) is not { } own)
            {
                foreach (var call in heir.Unit.Calls)
                    yield return (call, function);
                continue;
            }
            foreach (var call in own.Shape.SuperCalls)
            {
                if (call.Method == function.Name)
                    yield return (call.Call, own);
            }
        }
    }

    private static IEnumerable<FactNode> CallsByName(ProjectUnit method)
    {
        if (method.Owner is not { } owner || LibraryMethods.Has(method.Name))
            yield break;
        foreach (var other in method.File.ClassesWith(method.Name))
        {
            if (!other.IsRelatedTo(owner))
                yield break;
        }
        foreach (var call in method.File.MethodCalls(method.Name))
        {
            if (call.ArgumentCount() >= method.RequiredParameters)
                yield return call;
        }
    }

    /// <summary>A local that was made there, or goes through a display of fresh objects.</summary>
    private static void AddLocal(FactNode local, ProjectUnit unit, List<ProjectClass> found)
    {
        if (unit.Shape.OriginOf(local) is { Kind: OriginKind.Made, Class: { } made })
            Add(made.Class!, found);
        var loop = local.EnclosingLoop();
        if (!loop.IsKind(FactKind.ForEach) || !loop.Child(FactRole.Target).IsName(local.Name))
            return;
        var display = loop.Child(FactRole.Iterable).Bare();
        if (!display.IsKind(FactKind.Collection))
            return;
        foreach (var child in display.Children())
        {
            if (child.MadeClass(unit)?.Class is { } fresh)
                Add(fresh, found);
        }
    }

    private static void Add(ProjectClass made, List<ProjectClass> found)
    {
        if (!found.Contains(made))
            found.Add(made);
    }
}
