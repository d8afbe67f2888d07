namespace Motif.Code;

/// <summary>
/// What is asked of every file of a project, told in one pass over its nodes: a file that an earlier scan has read need then not show
/// its nodes to anybody who does not look into it.
/// </summary>
/// <remarks>It follows from the facts of the file alone. Strings are indexes into <see cref="CodeFacts.Strings"/>.</remarks>
internal sealed record FactsOutline
{
    /// <summary>Per unit a bit for each <see cref="FactKind"/> in its own text, so that rules can pass over it at once.</summary>
    public required ulong[] Kinds { get; init; }

    /// <summary>Per unit what its body is.</summary>
    public required BodyTraits[] Bodies { get; init; }

    /// <summary>The calls of which a name is resolved, in source order.</summary>
    public required int[] CallNodes { get; init; }

    /// <summary>What each of them calls.</summary>
    public required int[] CallNames { get; init; }

    /// <summary>What the file resolves, but for what it declares itself; each once, in source order.</summary>
    public required int[] Referred { get; init; }

    /// <summary>The functions that assign attributes, once for each that they assign.</summary>
    public required int[] WriterUnits { get; init; }

    /// <summary>The attribute that each of them assigns; empty where it has no name.</summary>
    public required string[] Written { get; init; }

    /// <summary>The name of the object it is assigned to; empty where that is no name.</summary>
    public required string[] WrittenTo { get; init; }

    /// <summary>What the classes of the file refer to, class for class, each name once in a class.</summary>
    public required int[] Coupled { get; init; }

    /// <summary>Where in <see cref="Coupled"/> each class ends, in the order of the units.</summary>
    public required int[] CoupledEnds { get; init; }

    /// <summary>Every word that names something in the file (<see cref="NameHash.Short"/>), ascending.</summary>
    public required uint[] Words { get; init; }

    public static FactsOutline Of(CodeFacts facts)
    {
        var kinds = KindsOf(facts);
        var (calls, called) = Calls(facts);
        var (writers, written, objects) = WrittenIn(facts, kinds);
        var (coupled, ends) = CoupledOf(facts);
        return new FactsOutline
        {
            Kinds = kinds,
            Bodies = [.. facts.Units.Select(u => BodyOf(facts[u.Node]))],
            CallNodes = calls,
            CallNames = called,
            Referred = ReferredBy(facts),
            WriterUnits = writers,
            Written = written,
            WrittenTo = objects,
            Coupled = coupled,
            CoupledEnds = ends,
            Words = WordsOf(facts),
        };
    }

    private static ulong[] KindsOf(CodeFacts facts)
    {
        var (units, kinds) = (facts.Units, facts.Kinds);
        var owners = new int[facts.Count];
        for (var i = 0; i < units.Count; i++)
            owners.AsSpan(units[i].Node, facts.Sizes[units[i].Node]).Fill(i);
        var masks = new ulong[units.Count];
        for (var node = 1; node < owners.Length; node++)
        {
            var bit = 1UL << (int)kinds[node];
            masks[owners[node]] |= bit;
            if (kinds[node] is FactKind.Function or FactKind.Class)
                masks[owners[facts.Parents[node]]] |= bit;
        }
        return masks;
    }

    private static BodyTraits BodyOf(FactNode node)
    {
        var body = node.Body();
        return (body.IsEmptyBody() ? BodyTraits.Empty : BodyTraits.None)
            | (body.IsNotImplemented() ? BodyTraits.NotImplemented : BodyTraits.None)
            | (HasStatements(body) ? BodyTraits.Statements : BodyTraits.None);
    }

    private static bool HasStatements(FactNode body)
    {
        if (!body.Exists())
            return false;
        foreach (var child in body.Children())
        {
            if (
                child.Kind
                is FactKind.ExpressionStatement
                    or FactKind.Assign
                    or FactKind.If
                    or FactKind.ForEach
                    or FactKind.While
                    or FactKind.Try
                    or FactKind.With
                    or FactKind.Return
            )
                return true;
        }
        return false;
    }

    private static (int[] Nodes, int[] Names) Calls(CodeFacts facts)
    {
        var (kinds, resolved) = (facts.Kinds, facts.Resolved);
        var (nodes, names) = (new List<int>(), new List<int>());
        for (var node = 0; node < kinds.Length; node++)
        {
            if (kinds[node] is not FactKind.Call)
                continue;
            var name = resolved[node] >= 0 ? resolved[node] : resolved[node + 1];
            if (name < 0)
                continue;
            nodes.Add(node);
            names.Add(name);
        }
        return ([.. nodes], [.. names]);
    }

    private static int[] ReferredBy(CodeFacts facts)
    {
        var (kinds, resolved) = (facts.Kinds, facts.Resolved);
        var (isSeen, found) = (new bool[facts.StringCount], new List<int>());
        for (var i = 0; i < kinds.Length; i++)
        {
            // What a declaration resolves to is itself.
            if (resolved[i] < 0 || kinds[i] is FactKind.Function or FactKind.Class)
                continue;
            if (isSeen[resolved[i]])
                continue;
            isSeen[resolved[i]] = true;
            found.Add(resolved[i]);
        }
        return [.. found];
    }

    private static (int[] Units, string[] Names, string[] Objects) WrittenIn(
        CodeFacts facts,
        ulong[] kinds
    )
    {
        var (units, names, objects) = (new List<int>(), new List<string>(), new List<string>());
        for (var i = 0; i < kinds.Length; i++)
        {
            if (
                facts.Units[i].Kind is UnitKind.Module or UnitKind.Class
                || (kinds[i] & (1UL << (int)FactKind.Assign)) == 0
            )
                continue;
            foreach (var node in new OwnNodeEnumerable(facts, facts.Units[i].Node))
            {
                if (
                    node.Kind is not FactKind.Assign
                    || node.Child(FactRole.Target) is var target
                        && !target.IsKind(FactKind.Attribute)
                )
                    continue;
                var of = target.Child(FactRole.Object);
                units.Add(i);
                names.Add(target.NameOrEmpty());
                objects.Add(of.IsKind(FactKind.Name) ? of.NameOrEmpty() : "");
            }
        }
        return ([.. units], [.. names], [.. objects]);
    }

    private static (int[] Names, int[] Ends) CoupledOf(CodeFacts facts)
    {
        var (kinds, resolved) = (facts.Kinds, facts.Resolved);
        var (seenBy, names, ends) = (new int[facts.StringCount], new List<int>(), new List<int>());
        foreach (var unit in facts.Units)
        {
            if (unit.Kind is not UnitKind.Class)
                continue;
            var mark = ends.Count + 1;
            for (var i = unit.Node; i < unit.Node + facts.Sizes[unit.Node]; i++)
            {
                var name = resolved[i];
                if (name < 0 || !IsReference(kinds[i]) || seenBy[name] == mark)
                    continue;
                seenBy[name] = mark;
                names.Add(name);
            }
            ends.Add(names.Count);
        }
        return ([.. names], [.. ends]);
    }

    private static uint[] WordsOf(CodeFacts facts)
    {
        var words = new HashSet<uint>();
        foreach (var text in facts.Strings)
            NameHash.AddWords(text, words);
        foreach (var unit in facts.Units)
            AddWords(unit, words);
        foreach (var import in facts.Imports)
        {
            NameHash.AddWords(import.Target, words);
            NameHash.AddWords(import.BoundName, words);
        }
        uint[] sorted = [.. words];
        Array.Sort(sorted);
        return sorted;
    }

    private static void AddWords(CodeUnit unit, HashSet<uint> words)
    {
        NameHash.AddWords(unit.FullName, words);
        NameHash.AddWords(unit.Returns, words);
        NameHash.AddWords(unit.Metaclass, words);
        foreach (
            var text in unit
                .Bases.Concat(unit.Decorators)
                .Concat(unit.Attributes.SelectMany(a => a.Types))
        )
            NameHash.AddWords(text, words);
        foreach (var parameter in unit.Parameters)
            NameHash.AddWords(parameter.Type, words);
    }

    /// <summary>Whether one of the names may stand in the file.</summary>
    public bool Mentions(HashSet<ulong> names)
    {
        foreach (var name in names)
        {
            if (Array.BinarySearch(Words, NameHash.Short(name)) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether a resolved name at such a node couples the unit to what it means.</summary>
    public static bool IsReference(FactKind kind) =>
        kind is FactKind.Name or FactKind.Attribute or FactKind.TypeReference or FactKind.Call;
}

/// <summary>What the body of a unit is.</summary>
[Flags]
internal enum BodyTraits : byte
{
    None = 0,

    /// <summary>None, or without a statement.</summary>
    Empty = 1,

    /// <summary>All it does is to say that a subclass must.</summary>
    NotImplemented = 2,

    /// <summary>With a statement of its own that does something.</summary>
    Statements = 4,
}
