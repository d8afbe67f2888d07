namespace Motif.Code.Patterns;

/// <summary>What of its file's imports a unit refers to.</summary>
internal static class Dependencies
{
    private const int MaxDependencies = 50;

    /// <summary>Modules and namespaces, ordinal.</summary>
    public static IReadOnlyList<string> Of(MeasuredUnit unit)
    {
        var (facts, node) = (unit.Facts, unit.Unit.Node);
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var i = node; i < node + facts.Sizes[node]; i++)
        {
            if (facts.Resolved[i] >= 0)
                used.Add(facts.Strings[facts.Resolved[i]]);
        }
        return
        [
            .. facts
                .Imports.Where(import => used.Any(name => IsInside(name, import.Target)))
                .Select(import => import.Target)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(MaxDependencies),
        ];
    }

    private static bool IsInside(string name, string target) =>
        name.StartsWith(target, StringComparison.Ordinal)
        && (name.Length == target.Length || name[target.Length] == '.');
}
