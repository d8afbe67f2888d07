using Motif.Code.TypeScript;

namespace Motif.Tests.Code.TypeScript;

/// <summary>A file as our parser reads it, in the words of <c>test/oracle/typescript.mjs</c>.</summary>
internal static class ScriptOutline
{
    /// <summary>The outline; beginning with <c>ERR</c> where the file is refused.</summary>
    public static string Of(string path, string text)
    {
        var isTyped =
            path.EndsWith("ts", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".tsx", StringComparison.OrdinalIgnoreCase);
        var isJsx = !isTyped || path.EndsWith(".tsx", StringComparison.OrdinalIgnoreCase);
        var (tree, lexer) = ScriptParser.Parse(text, isTyped, isJsx);
        if (lexer.Errors.Count > 0)
            return $"ERR {lexer.Errors[0].Offset} {lexer.Errors[0].Message}";
        var parts = new List<string>();
        Visit(tree[0], parts);
        parts.Sort(StringComparer.Ordinal);
        return string.Join(' ', parts)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
    }

    private static void Visit(ScriptNode node, List<string> parts)
    {
        if (Part(node) is { } part)
            parts.Add(part);
        foreach (var child in node.Children)
            Visit(child, parts);
    }

    private static string? Part(ScriptNode node)
    {
        var at = $"{node.Start}-{node.End}";
        var name = node.Has(ScriptFlags.Computed) ? "" : node.Text;
        switch (node.Kind)
        {
            case ScriptNodeKind.Method when IsInType(node):
                return null;
            case ScriptNodeKind.Function
            or ScriptNodeKind.FunctionExpression
            or ScriptNodeKind.Arrow
            or ScriptNodeKind.Method:
                var flags =
                    (node.Has(ScriptFlags.Async) ? "a" : "")
                    + (node.Has(ScriptFlags.Generator) ? "g" : "");
                name = node.Has(ScriptFlags.Constructor) ? "" : name;
                return $"F{flags}:{name}:{Count(node, ScriptField.Parameter)}:{at}";
            case ScriptNodeKind.Class or ScriptNodeKind.ClassExpression:
                var heritage = Count(node, ScriptField.Base) + Count(node, ScriptField.Implements);
                return $"C:{name}:{heritage}:{Count(node, ScriptField.Decorator)}:{at}";
            case ScriptNodeKind.Interface:
                return $"I:{name}:{Count(node, ScriptField.Member)}:{at}";
            case ScriptNodeKind.Enum:
                return $"E:{name}:{Count(node, ScriptField.Member)}:{at}";
            case ScriptNodeKind.TypeAlias:
                return $"T:{name}:{at}";
            case ScriptNodeKind.Call:
                return $"L:{Count(node, ScriptField.Argument)}:{at}";
            case ScriptNodeKind.ImportCall:
                return $"D:{Count(node, ScriptField.Argument)}:{at}";
            case ScriptNodeKind.New:
                return $"N:{Count(node, ScriptField.Argument)}:{at}";
            case ScriptNodeKind.Import:
                return $"M:{node.Text}";
            case ScriptNodeKind.ExportAll:
                return $"X:{node.Text}";
            case ScriptNodeKind.ExportNames when node.Text is not null:
                return $"X:{node.Text}";
            case ScriptNodeKind.Declarator:
                return $"V:{at}";
            case ScriptNodeKind.Catch when node.HasChild(ScriptField.Target):
                var target = node.Child(ScriptField.Target);
                var type = node.Child(ScriptField.Type);
                return $"V:{target.Start}-{(type.Exists ? type.End : target.End)}";
            case ScriptNodeKind.Binary or ScriptNodeKind.Assign:
                return IsShorthandDefault(node) ? null : $"B:{node.Text}:{at}";
            case ScriptNodeKind.JsxElement:
                return $"J:{at}";
            case ScriptNodeKind.Conditional:
                return $"Q:{at}";
            case ScriptNodeKind.Regex:
                return $"R:{at}";
            case ScriptNodeKind.Template when HasHole(node):
                return $"P:{at}";
            case ScriptNodeKind.Await:
                return $"W:{at}";
            case ScriptNodeKind.If
            or ScriptNodeKind.For
            or ScriptNodeKind.ForIn
            or ScriptNodeKind.ForOf
            or ScriptNodeKind.While
            or ScriptNodeKind.DoWhile
            or ScriptNodeKind.Try
            or ScriptNodeKind.Return:
                return $"S:{at}";
            default:
                return null;
        }
    }

    private static bool IsInType(ScriptNode method) =>
        !method.Has(ScriptFlags.HasBody)
        && method.Field is ScriptField.Member
        && method.Has(ScriptFlags.InType);

    /// <summary>TypeScript keeps <c>{ a = 1 }</c> without an assignment in it.</summary>
    private static bool IsShorthandDefault(ScriptNode assign) =>
        assign.Text == "=" && assign.Has(ScriptFlags.Shorthand);

    private static bool HasHole(ScriptNode template)
    {
        foreach (var part in template.Children)
        {
            if (part.Kind is not ScriptNodeKind.TemplateText)
                return true;
        }
        return false;
    }

    private static int Count(ScriptNode node, ScriptField field)
    {
        var count = 0;
        foreach (var _ in node.In(field))
            count++;
        return count;
    }
}
