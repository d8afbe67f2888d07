namespace Motif.Code.Rules.Data;

/// <summary>Operations that are statements of SQL.</summary>
internal sealed partial class RepositoryRule
{
    /// <summary>Kinds of SQL statements in the methods' literals.</summary>
    private static (Operation Operations, int Methods, FactNode First) Statements(
        ProjectClass owner
    )
    {
        var all = Operation.None;
        var methods = 0;
        FactNode first = default;
        foreach (var method in owner.Methods)
        {
            if (method.IsConstructor || !method.Has(FactKind.Literal))
                continue;
            foreach (var node in method.OwnNodes)
            {
                if (
                    node.Kind is not FactKind.Literal
                    || OfSql(node.Name) is var operation && operation is Operation.None
                )
                    continue;
                all |= OfSql(node.Name);
                methods++;
                first = first.Exists() ? first : node;
                break;
            }
        }
        return (all, methods, first);
    }

    private static Operation OfSql(string? text)
    {
        if (text is null)
            return Operation.None;
        var trimmed = text.AsSpan().TrimStart();
        if (
            Begins(trimmed, "insert into ")
            || Begins(trimmed, "replace into ")
            || Begins(trimmed, "insert or ")
        )
            return Operation.Create;
        if (Begins(trimmed, "select "))
            return trimmed.Contains("where", StringComparison.OrdinalIgnoreCase)
                ? Operation.Read
                : Operation.List;
        if (Begins(trimmed, "update "))
            return Operation.Update;
        return Begins(trimmed, "delete from ") ? Operation.Delete : Operation.None;
    }

    private static bool Begins(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
