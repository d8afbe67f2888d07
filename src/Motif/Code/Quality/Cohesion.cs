namespace Motif.Code.Quality;

/// <summary>How much the parts of a class or function belong together.</summary>
/// <param name="Lcom4">Groups of methods that share neither attributes nor calls; 1 is best.</param>
/// <param name="Tcc">Share of pairs of public methods that use an attribute in common, 0 to 1.</param>
public sealed record ClassCohesion(int Lcom4, double Tcc)
{
    /// <summary>½ · (1 / LCOM4 + TCC), 0 to 1.</summary>
    public double Value => ((1d / Lcom4) + Tcc) / 2;
}

/// <summary>Measures cohesion from what methods do with the attributes of their class.</summary>
internal static class Cohesion
{
    /// <summary>
    /// LCOM4 (Hitz and Montazeri, Measuring coupling and cohesion in object-oriented systems, 1995): connected components of the
    /// methods, joined where two use one attribute or one calls the other. TCC (Bieman and Kang, Cohesion and reuse in an
    /// object-oriented system, 1995): NDC / NP over the public methods. Constructors touch everything and count for neither; nor
    /// do methods without a body and static ones that touch nothing of the class.
    /// </summary>
    /// <returns>Null for a class without methods that could belong together.</returns>
    public static ClassCohesion? Of(ProjectUnit type)
    {
        var uses = type
            .Members.Where(m => m.IsFunction && !m.IsConstructor && !m.IsAbstract)
            .Select(m => MethodUses.Of(m, type))
            .Where(u =>
                !u.Method.Fact.Has(UnitTraits.Static) || u.Attributes.Count + u.Calls.Count > 0
            )
            .ToList();
        return uses.Count == 0 ? null : new ClassCohesion(Lcom4(uses), Tcc(uses));
    }

    /// <summary>1 / connected components of the statements of the body, joined where two share a name they bind or read.</summary>
    /// <returns>Null for a function with less than two statements that name anything.</returns>
    public static double? OfFunction(ProjectUnit function)
    {
        var body = function.Node.TryChild(FactRole.Body, out var found) ? found : default;
        if (body.Facts is null)
            return null;
        var statements = new List<HashSet<string>>();
        foreach (var statement in body.Children())
        {
            var names = NamesIn(statement);
            if (names.Count > 0)
                statements.Add(names);
        }
        if (statements.Count < 2)
            return null;
        var sets = new DisjointSets(statements.Count);
        JoinSharing(statements, sets);
        return 1d / sets.Count;
    }

    private static int Lcom4(List<MethodUses> uses)
    {
        var sets = new DisjointSets(uses.Count);
        JoinSharing([.. uses.Select(u => u.Attributes)], sets);
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < uses.Count; i++)
            byName.TryAdd(uses[i].Method.Name, i);
        for (var i = 0; i < uses.Count; i++)
        {
            foreach (var called in uses[i].Calls)
            {
                if (byName.TryGetValue(called, out var other))
                    sets.Join(i, other);
            }
        }
        return sets.Count;
    }

    private static double Tcc(List<MethodUses> uses)
    {
        var visible = uses.Where(u => !u.Method.Fact.Has(UnitTraits.Private)).ToList();
        var pairs = visible.Count * (visible.Count - 1) / 2;
        if (pairs == 0)
            return 1;
        var connected = 0;
        for (var i = 0; i < visible.Count; i++)
        {
            for (var j = i + 1; j < visible.Count; j++)
            {
                if (visible[i].Attributes.Overlaps(visible[j].Attributes))
                    connected++;
            }
        }
        return (double)connected / pairs;
    }

    private static void JoinSharing(List<HashSet<string>> items, DisjointSets sets)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var name in items[i])
            {
                if (!first.TryAdd(name, i))
                    sets.Join(first[name], i);
            }
        }
    }

    /// <summary>Locals and attributes; what the language or a library names joins nothing.</summary>
    private static HashSet<string> NamesIn(FactNode statement)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var facts = statement.Facts;
        for (var i = statement.Index; i < statement.End; i++)
        {
            var node = facts[i];
            var isLocal = node.Kind is FactKind.Name && node.Resolved is null;
            if (isLocal && node.Role is not FactRole.Callee && node.Name is { } name)
                names.Add(name);
            else if (node.Kind is FactKind.Attribute && IsOfReceiver(node))
                names.Add($".{node.Name}");
        }
        names.ExceptWith(["self", "cls", "this", "base"]);
        return names;
    }

    private static bool IsOfReceiver(FactNode attribute) =>
        attribute.TryChild(FactRole.Object, out var target)
        && target.Kind is FactKind.Name
        && target.Name is "self" or "cls" or "this";
}

/// <summary>What a method uses of its own class.</summary>
/// <param name="Attributes">Names of fields and properties, also of those that a property reads.</param>
/// <param name="Calls">Names of methods.</param>
internal sealed record MethodUses(
    ProjectUnit Method,
    HashSet<string> Attributes,
    HashSet<string> Calls
)
{
    public static MethodUses Of(ProjectUnit method, ProjectUnit type)
    {
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        var calls = new HashSet<string>(StringComparer.Ordinal);
        var methods = type
            .Members.Where(m => m.IsFunction)
            .Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);
        var (facts, node) = (method.File.Facts, method.Node);
        for (var i = node.Index; i < node.End; i++)
        {
            if (facts.Kinds[i] is not FactKind.Attribute || facts[i].Name is not { } name)
                continue;
            var target = facts[i + 1];
            if (target.Kind is not FactKind.Name || !IsOwn(target.Name, method, type))
                continue;
            (methods.Contains(name) ? calls : attributes).Add(name);
        }
        return new MethodUses(method, attributes, calls);
    }

    private static bool IsOwn(string? name, ProjectUnit method, ProjectUnit type) =>
        name is not null && (name == method.Receiver || name == type.Name);
}
