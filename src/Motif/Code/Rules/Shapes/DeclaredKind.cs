namespace Motif.Code.Rules.Shapes;

/// <summary>
/// Whether what an attribute is declared to hold is of its owner's own kind. Where every variable has a type, an object that is
/// declared to be something else cannot stand where the owner stands, whatever it answers.
/// </summary>
internal static class DeclaredKind
{
    /// <summary>Interfaces that objects of any kind have.</summary>
    private static readonly string[] Everywhere =
    [
        "IDisposable",
        "IEnumerable",
        "IEnumerator",
        "IAsyncEnumerable",
        "IAsyncEnumerator",
        "object",
    ];

    /// <summary>Whether the declaration says what is held, so that like names say nothing more.</summary>
    public static bool IsKnown(ProjectClass owner, string attribute) =>
        owner.Unit.File.Facts.Language == "csharp"
        && owner.Attribute(attribute) is { Types.Count: > 0 };

    /// <summary>The kind is declared to be one that a call of that name belongs to: by a class of the project that both derive from, or a library's that the owner is.</summary>
    public static bool IsOwn(ProjectClass owner, string attribute, string method)
    {
        foreach (var type in owner.TypesOf(attribute))
        {
            foreach (var ancestor in owner.AncestorsAndSelf())
            {
                if (ancestor.Method(method) is not null && type.Class!.IsSubclassOf(ancestor))
                    return true;
            }
        }
        return IsLibraryKind(owner, attribute);
    }

    /// <summary>It is declared as a library's class or interface that the owner is too.</summary>
    public static bool IsLibraryKind(ProjectClass owner, string attribute)
    {
        if (owner.Attribute(attribute) is not { } kept)
            return false;
        foreach (var type in kept.Types)
        {
            if (DottedName.IsOneOf(type, Everywhere))
                continue;
            foreach (var ancestor in owner.AncestorsAndSelf())
            {
                foreach (var name in ancestor.ExternalBases)
                {
                    if (DottedName.Last(name).SequenceEqual(DottedName.Last(type)))
                        return true;
                }
            }
        }
        return false;
    }

    /// <summary>It is declared as a class around the owner: a part that reports to its whole.</summary>
    public static bool IsAround(ProjectClass owner, string attribute)
    {
        var types = owner.TypesOf(attribute);
        for (var outer = owner.Unit.Parent; outer is not null; outer = outer.Parent)
        {
            // Classes of one name with other type arguments are one to the resolver.
            if (
                outer.Class is not null
                && (
                    types.Contains(outer.Class.Unit)
                    || owner.Unit.File.Facts.Language == "csharp"
                        && owner.Attribute(attribute) is { } kept
                        && kept.Types.Any(t => DottedName.Last(t).SequenceEqual(outer.Name))
                )
            )
                return true;
        }
        return false;
    }

    /// <summary>A parameter that is annotated as something to call is a function, not an object of the own kind.</summary>
    public static bool IsFunction(StoreFact store)
    {
        foreach (var parameter in store.In.Fact.Parameters)
        {
            if (
                parameter.Name == store.Source.Name
                && parameter.Type is { } type
                && type.Contains("Callable", StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }
}
