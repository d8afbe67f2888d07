namespace Motif.Code.CSharp;

/// <summary>
/// The names that a function binds, with their types. Blocks are not told apart: of two variables of one name the later
/// counts, which is right wherever their scopes do not overlap, and C# does not let them.
/// </summary>
internal sealed class FunctionScope(FunctionScope? outer, string unitName)
{
    private readonly Dictionary<string, TypeName?> _locals = new(StringComparer.Ordinal);

    public FunctionScope? Outer { get; } = outer;

    /// <summary>The name of the unit whose code this is; a lambda's is its surroundings'.</summary>
    public string UnitName { get; } = unitName;

    /// <summary>It contains a <c>yield</c> of its own.</summary>
    public bool Yields { get; set; }

    public void Bind(string name, TypeName? type) => _locals[name] = type;

    public bool TryFind(string name, out TypeName? type)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._locals.TryGetValue(name, out type))
                return true;
        }
        type = null;
        return false;
    }
}
