namespace Motif.Code.Scanning.Kept;

/// <summary>
/// What of a file decides what names mean in others: the units it defines and the names it imports, as hashes. Two versions with the
/// same interface differ for others only in what stands inside.
/// </summary>
/// <param name="Units">Full name and kind of each unit.</param>
/// <param name="UnitNames">The last part of each unit's name.</param>
/// <param name="Imports">Each import that binds a name, with what stands before it and may give the same name: of several the first counts.</param>
/// <param name="Bound">The names that those bind.</param>
/// <param name="Open">The imports that bring names without saying which, as far as others are concerned.</param>
/// <param name="HasParts">A class of it may have parts elsewhere.</param>
internal sealed record FileInterface(
    ulong[] Units,
    ulong[] UnitNames,
    ulong[] Imports,
    ulong[] Bound,
    ulong[] Open,
    bool HasParts
)
{
    public static FileInterface Of(CodeFacts facts)
    {
        var named = facts.Imports.Where(i => i.BoundName is not null).ToList();
        return new FileInterface(
            [.. facts.Units.Select(u => NameHash.Of($"{(int)u.Kind}{u.FullName}"))],
            [.. facts.Units.Select(u => NameHash.Of(LastOf(u.FullName)))],
            ImportsOf(facts),
            [.. named.Select(i => NameHash.Of(i.BoundName))],
            [
                .. facts
                    .Imports.Where(i => i.BoundName is null)
                    .Where(i => i.IsGlobal || facts.ModuleName.Length > 0)
                    .Select(i => NameHash.Of($"{i.IsGlobal}{i.Target}")),
            ],
            facts.Units.Any(u => u.Has(UnitTraits.Partial))
        );
    }

    /// <summary>The names that mean something else in one version than in the other.</summary>
    public void AddChanged(FileInterface other, HashSet<ulong> names)
    {
        AddOnly(Units, UnitNames, other.Units, names);
        AddOnly(other.Units, other.UnitNames, Units, names);
        AddOnly(Imports, Bound, other.Imports, names);
        AddOnly(other.Imports, other.Bound, Imports, names);
    }

    private static void AddOnly(ulong[] mine, ulong[] names, ulong[] others, HashSet<ulong> changed)
    {
        var known = others.ToHashSet();
        for (var i = 0; i < mine.Length; i++)
        {
            if (!known.Contains(mine[i]))
                changed.Add(names[i]);
        }
    }

    private static ulong[] ImportsOf(CodeFacts facts)
    {
        var (found, open) = (new List<ulong>(), 0);
        var bound = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var import in facts.Imports)
        {
            if (import.BoundName is not { } name)
            {
                open++;
                continue;
            }
            var before = bound.GetValueOrDefault(name);
            bound[name] = before + 1;
            found.Add(NameHash.Of($"{import.Target}={name}/{before}/{open}"));
        }
        return [.. found];
    }

    private static ReadOnlySpan<char> LastOf(string name) => name.AsSpan(name.LastIndexOf('.') + 1);
}
