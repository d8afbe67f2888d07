namespace Motif.Code;

/// <summary>Infers which classes of the project an attribute holds.</summary>
internal static class AttributeTypes
{
    /// <summary>
    /// From the facts of the class and its ancestors, from what is constructed and assigned, and from the annotations of
    /// the parameters that are assigned to it. Empty where nothing says.
    /// </summary>
    public static IReadOnlyList<ProjectUnit> Of(ProjectClass owner, string attribute)
    {
        var found = new List<ProjectUnit>();
        foreach (var ancestor in owner.AncestorsAndSelf())
        {
            FromFacts(ancestor, attribute, found);
            foreach (var store in ancestor.Shape.Stores)
            {
                if (store.Attribute == attribute && !store.IsOuter)
                    FromSource(store.In, store.Source, found);
            }
            foreach (var collect in ancestor.Shape.Collects)
            {
                if (
                    collect.Attribute == attribute
                    && !collect.IsOuter
                    && collect.Kind is not CollectKind.Remove
                )
                    FromSource(collect.In, collect.Source, found);
            }
        }
        return found;
    }

    /// <summary>The classes of the project in the annotation of a parameter.</summary>
    public static IReadOnlyList<ProjectUnit> OfParameter(ProjectUnit function, string parameter)
    {
        var found = new List<ProjectUnit>();
        FromSource(function, new Origin(OriginKind.Parameter, parameter), found);
        return found;
    }

    private static void FromFacts(ProjectClass owner, string attribute, List<ProjectUnit> found)
    {
        foreach (var part in owner.Parts)
        {
            foreach (var fact in part.Fact.Attributes)
            {
                if (fact.Name != attribute)
                    continue;
                foreach (var type in fact.Types)
                    part.File.Project.FindClasses(type, part.File, found);
            }
        }
    }

    private static void FromSource(ProjectUnit function, Origin source, List<ProjectUnit> found)
    {
        if (source is { Kind: OriginKind.Made, Class: { } made } && !found.Contains(made))
            found.Add(made);
        if (source.Kind is not OriginKind.Parameter)
            return;
        foreach (var parameter in function.Fact.Parameters)
        {
            if (parameter.Name == source.Name && parameter.Type is { } type)
                function.File.Project.FindClasses(type, function.File, found);
        }
    }
}
