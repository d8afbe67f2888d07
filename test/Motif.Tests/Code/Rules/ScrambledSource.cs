using System.Text;
using System.Text.RegularExpressions;
using Motif.Code;

namespace Motif.Tests.Code.Rules;

/// <summary>
/// Renames every identifier that a source text itself introduces, consistently: units, parameters, variables, attributes.
/// Imported names, builtins, names with two underscores, calls of the standard collections and texts stay.
/// </summary>
internal static partial class ScrambledSource
{
    public static string Of(CodeFacts facts, string source)
    {
        var renamed = Introduced(facts)
            .Where(n => n.Length > 0 && !IsKept(n, facts))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select((name, i) => (name, i))
            .ToDictionary(p => p.name, p => $"zq{p.i}", StringComparer.Ordinal);
        var texts = Texts(facts);
        return Identifier()
            .Replace(
                source,
                m =>
                    !texts[m.Index] && renamed.TryGetValue(m.Value, out var other) ? other : m.Value
            );
    }

    private static IEnumerable<string> Introduced(CodeFacts facts)
    {
        foreach (var unit in facts.Units.Where(u => u.Kind is not UnitKind.Module))
        {
            yield return unit.Name;
            foreach (var parameter in unit.Parameters)
                yield return parameter.Name;
        }
        for (var i = 0; i < facts.Count; i++)
        {
            var node = facts[i];
            if (
                node.Name is { } name
                && (
                    node.Kind is FactKind.Handler or FactKind.Parameter
                    || node.Role is FactRole.Target
                        && node.Kind is FactKind.Name or FactKind.Attribute
                    || node.Kind is FactKind.Name
                        && node.Parent is { Kind: FactKind.Collection, Role: FactRole.Target }
                )
            )
                yield return name;
        }
    }

    private static bool IsKept(string name, CodeFacts facts) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name is "self" or "cls" or "this"
        || CollectionCalls.Adds(name)
        || CollectionCalls.Removes(name)
        || CollectionCalls.TakesElement(name)
        || CollectionCalls.KeepsElements(name)
        || facts.Imports.Any(i => i.BoundName == name)
        || Protocol.Contains(name);

    /// <summary>Names that a library or the language, not the author, has given: they would not be renamed either.</summary>
    private static readonly HashSet<string> Protocol =
    [
        "handle",
        "add_arguments",
        "visit_Name",
        "visit_Call",
        "visit_FunctionDef",
        "do_greet",
        "run",
        "Dispose",
        "MoveNext",
        "Current",
        "Equals",
        "GetHashCode",
        "GetEnumerator",
        "Clone",
        "commit",
        "rollback",
    ];

    private static bool[] Texts(CodeFacts facts)
    {
        var texts = new bool[facts.SourceLength + 1];
        for (var i = 0; i < facts.Count; i++)
        {
            if (
                facts.Kinds[i] is FactKind.Literal
                && (facts.Flags[i] & FactFlags.LiteralString) != FactFlags.None
            )
                texts.AsSpan(facts.Starts[i], facts.Ends[i] - facts.Starts[i]).Fill(true);
        }
        return texts;
    }

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
