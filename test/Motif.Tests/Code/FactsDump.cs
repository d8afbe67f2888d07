using System.Text;
using Motif.Code;

namespace Motif.Tests.Code;

/// <summary>
/// Facts as text for specs: one node a line as <c>Role:Kind name =resolved [Flags]</c>, indented by depth, and one unit a line
/// with what belongs to it below.
/// </summary>
internal static class FactsDump
{
    /// <summary>The statements of the module, without the module itself and its block.</summary>
    public static string Tree(CodeFacts facts)
    {
        var text = new StringBuilder();
        foreach (var body in facts.Root.Children())
        {
            foreach (var statement in body.Children())
                Write(text, statement);
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>Every unit but the module.</summary>
    public static string Units(CodeFacts facts)
    {
        var text = new StringBuilder();
        foreach (var unit in facts.Units.Skip(1))
            Write(text, unit);
        return text.ToString().TrimEnd();
    }

    private static void Write(StringBuilder text, FactNode root)
    {
        var depths = new Stack<(int End, int Depth)>();
        depths.Push((root.End, 0));
        for (var i = root.Index; i < root.End; i++)
        {
            var node = root.Facts[i];
            while (depths.Peek().End <= i && depths.Count > 1)
                depths.Pop();
            var depth = i == root.Index ? 0 : depths.Peek().Depth + 1;
            text.Append(' ', depth * 2).Append(node.Role).Append(':').Append(node.Kind);
            if (node.Name is { } name)
                text.Append(' ').Append(name.ReplaceLineEndings("\\n"));
            if (node.Resolved is { } resolved && resolved != node.Name)
                text.Append(" =").Append(resolved);
            if (node.Flags is not FactFlags.None)
                text.Append(" [").Append(node.Flags).Append(']');
            text.Append('\n');
            depths.Push((node.End, depth));
        }
    }

    private static void Write(StringBuilder text, CodeUnit unit)
    {
        text.Append(unit.Kind).Append(' ').Append(unit.FullName);
        if (unit.Kind is not UnitKind.Class)
            text.Append('(').AppendJoin(", ", unit.Parameters.Select(Parameter)).Append(')');
        if (unit.Returns is { } returns)
            text.Append(" -> ").Append(returns);
        if (unit.Bases.Count > 0)
            text.Append(" : ").AppendJoin(", ", unit.Bases);
        if (unit.Metaclass is { } metaclass)
            text.Append(" metaclass ").Append(metaclass);
        if (unit.Traits is not UnitTraits.None)
            text.Append(" [").Append(unit.Traits).Append(']');
        text.Append($" lines {unit.StartLine}-{unit.EndLine}, body {unit.BodyStartLine}\n");
        if (unit.Decorators.Count > 0)
            text.Append("  @ ").AppendJoin(", ", unit.Decorators).Append('\n');
        foreach (var attribute in unit.Attributes)
            text.Append("  . ").Append(Attribute(attribute)).Append('\n');
        foreach (var line in unit.Documentation?.Split('\n') ?? [])
            text.Append("  \" ").Append(line).Append('\n');
    }

    private static string Parameter(ParameterFact parameter) =>
        (parameter.Flags.HasFlag(FactFlags.VariadicPositional) ? "*" : "")
        + (parameter.Flags.HasFlag(FactFlags.VariadicKeyword) ? "**" : "")
        + parameter.Name
        + (parameter.Type is null ? "" : $": {parameter.Type}")
        + (parameter.HasDefault ? " = …" : "")
        + (parameter.IsReceiver ? " (receiver)" : "");

    private static string Attribute(AttributeFact attribute) =>
        attribute.Name
        + $": {string.Join(" | ", attribute.Types)}"
        + (attribute.IsCollection ? " collection" : "")
        + (attribute.IsClassLevel ? " class-level" : "")
        + (
            attribute.AssignedIn.Count > 0
                ? $" assigned in {string.Join(", ", attribute.AssignedIn)}"
                : ""
        );
}
