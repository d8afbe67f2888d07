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
    public static string Of(CodeFacts facts, string source) => Of([(facts, source)])[0];

    /// <summary>The files of one project, a name renamed alike in all of them.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(CodeFacts Facts, string Source)> files)
    {
        var isScript = files[0].Facts.Language is "typescript" or "javascript";
        var modules = files.Select(f => f.Facts.ModuleName).ToHashSet(StringComparer.Ordinal);
        var imported = files
            .SelectMany(f => f.Facts.Imports)
            .Where(i => !IsOfProject(i.Target, modules))
            .Select(i => i.BoundName)
            .Concat(modules.SelectMany(m => m.Split('.')))
            .Concat(files.SelectMany(f => Builtins(f.Facts)))
            .ToHashSet(StringComparer.Ordinal);
        var renamed = files
            .SelectMany(f => Introduced(f.Facts))
            .Where(n => n.Length > 0 && !IsKept(n) && !imported.Contains(n))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select((name, i) => (name, i))
            .ToDictionary(
                p => p.name,
                p => isScript ? $"{Convention(p.name)}{p.i}" : $"zq{p.i}",
                StringComparer.Ordinal
            );
        return [.. files.Select(f => Renamed(f.Facts, f.Source, renamed))];
    }

    private static string Renamed(
        CodeFacts facts,
        string source,
        Dictionary<string, string> renamed
    )
    {
        var texts = Texts(facts);
        return Identifier()
            .Replace(
                source,
                m =>
                    !texts[m.Index] && renamed.TryGetValue(m.Value, out var other) ? other : m.Value
            );
    }

    /// <summary>By how a name begins JSX tells a component from an element, and React a hook and what renders: that is not the author's.</summary>
    private static string Convention(string name) =>
        name switch
        {
            ['u', 's', 'e', >= 'A' and <= 'Z', ..] => "useZq",
            ['r', 'e', 'n', 'd', 'e', 'r', >= 'A' and <= 'Z', ..] => "renderZq",
            [>= 'A' and <= 'Z', ..] => "Zq",
            _ => "zq",
        };

    /// <summary>A name that another file of the project defines, and so was introduced by it.</summary>
    private static bool IsOfProject(string target, HashSet<string> modules)
    {
        var dot = target.LastIndexOf('.');
        return dot > 0 && !modules.Contains(target) && modules.Contains(target[..dot]);
    }

    /// <summary>A parameter called <c>type</c> does not rename the builtin elsewhere.</summary>
    private static IEnumerable<string> Builtins(CodeFacts facts) =>
        facts
            .Strings.Where(s => s.StartsWith("builtins.", StringComparison.Ordinal))
            .Select(s => s["builtins.".Length..]);

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

    private static bool IsKept(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name is "self" or "cls" or "this"
        || CollectionCalls.Adds(name)
        || CollectionCalls.Removes(name)
        || CollectionCalls.TakesElement(name)
        || CollectionCalls.KeepsElements(name)
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
        "children",
        "render",
        "props",
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

    /// <summary>A whole word that is no prefix of a text, such as the f of an f-string, and no conversion such as its <c>!r</c>.</summary>
    [GeneratedRegex(@"(?<!!)\b(?>[A-Za-z_]\w*)(?![""'])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
