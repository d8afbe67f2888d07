namespace Motif.Code.TypeScript.Facts;

/// <summary>
/// The names that a function binds. Its blocks are not told apart: of two variables of one name the later counts.
/// </summary>
internal sealed class ScriptScope(ScriptScope? outer, string unitName)
{
    private readonly Dictionary<string, Local> _locals = new(StringComparer.Ordinal);

    public ScriptScope? Outer { get; } = outer;

    /// <summary>The name of the unit whose code this is; a lambda's is its surroundings'.</summary>
    public string UnitName { get; } = unitName;

    public void Bind(string name, ScriptType? type, string? entity = null) =>
        _locals[name] = new Local(type, entity);

    /// <summary>Says more of a name that is bound already; binds it where it is not.</summary>
    public void Refine(string name, ScriptType? type)
    {
        if (!_locals.TryGetValue(name, out var known) || known.Entity is null)
            _locals[name] = new Local(type, null);
        else if (known.Type is null)
            _locals[name] = known with { Type = type };
    }

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
    /// <param name="Entity">The full name of a function, class or variable of the module, or of what an import brings.</param>
    internal readonly record struct Local(ScriptType? Type, string? Entity);
}
