namespace Motif.Code.Rules.Shapes;

/// <summary>Methods that make and give back an object: the ground of factory method and abstract factory.</summary>
internal static class Products
{
    /// <summary>The class whose fresh instance the method returns; null where it returns another thing.</summary>
    public static ProjectUnit? Of(ProjectUnit method)
    {
        if (method.IsConstructor || method.Name is "__new__" or "__copy__" or "__deepcopy__")
            return null;
        foreach (var result in method.Shape.Returns)
        {
            if (!result.Value().Exists())
                continue;
            if (result.Value().MadeClass(method) is { } made)
                return made.Class!.IsException ? null : made;
            if (
                method.Shape.OriginOf(result.Value()) is { Kind: OriginKind.Made, Class: { } local }
            )
                return local.Class!.IsException ? null : local;
        }
        return null;
    }

    /// <summary>The classes of the given ones that make a product in that method, with what they make; own kin as product does not count.</summary>
    public static List<(ProjectClass Creator, ProjectUnit Product)> Makers(
        IEnumerable<ProjectClass> classes,
        string method
    )
    {
        var makers = new List<(ProjectClass, ProjectUnit)>();
        foreach (var creator in classes)
        {
            if (
                creator.Method(method) is { } own
                && Of(own) is { } product
                && !product.Class!.IsRelatedTo(creator)
            )
                makers.Add((creator, product));
        }
        return makers;
    }

    public static int DistinctProducts(List<(ProjectClass Creator, ProjectUnit Product)> makers)
    {
        var products = new HashSet<ProjectUnit>();
        foreach (var (_, product) in makers)
            products.Add(product);
        return products.Count;
    }
}
