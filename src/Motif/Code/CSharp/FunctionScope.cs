namespace Motif.Code.CSharp;

/// <summary>
/// The names that a function binds, with their types. Blocks are not told apart: of two variables of one name the later
/// counts, which is right wherever their scopes do not overlap, and C# does not let them.
/// </summary>
internal sealed class FunctionScope(FunctionScope? outer, string unitName)
{
    private readonly Dictionary<string, Local> _locals = new(StringComparer.Ordinal);

    public FunctionScope? Outer { get; } = outer;

    /// <summary>The name of the unit whose code this is; a lambda's is its surroundings'.</summary>
    public string UnitName { get; } = unitName;

    /// <summary>It contains a <c>yield</c> of its own.</summary>
    public bool Yields { get; set; }

    public void Bind(string name, TypeName? type, string? function = null) =>
        _locals[name] = new Local(type, function);

    public bool TryFind(string name, out Local local)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._locals.TryGetValue(name, out local))
                return true;
        }
        local = default;
        return false;
    }

    /// <param name="Type">Of a variable its type, of a function what it returns; null where unknown.</param>
    /// <param name="Function">The full name of a local function; null for a variable.</param>
    internal readonly record struct Local(TypeName? Type, string? Function);
}
