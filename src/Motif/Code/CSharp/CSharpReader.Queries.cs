using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>LINQ queries.</summary>
internal sealed partial class CSharpReader
{
    /// <summary>
    /// In source order: from, let, join and into are Clauses, where is a Filter, orderby and the key of a group are Keys,
    /// select and group give the Value.
    /// </summary>
    private Known Query(QueryExpressionSyntax query, FactRole role)
    {
        _facts.Open(FactKind.Comprehension, role, query.SpanStart, "query");
        var outer = _scope;
        _scope = new FunctionScope(outer, outer.UnitName);
        From(query.FromClause);
        for (var body = query.Body; body is not null; body = body.Continuation?.Body)
        {
            foreach (var clause in body.Clauses)
                Clause(clause);
            SelectOrGroup(body.SelectOrGroup);
            if (body.Continuation is { } continuation)
                Bound(continuation.Identifier, continuation.Span, "into", null);
        }
        _scope = outer;
        _facts.Close(query.Span.End);
        return default;
    }

    private void Clause(QueryClauseSyntax clause)
    {
        switch (clause)
        {
            case FromClauseSyntax from:
                From(from);
                break;
            case LetClauseSyntax let:
                Bound(let.Identifier, let.Span, "let", let.Expression);
                break;
            case JoinClauseSyntax join:
                Join(join);
                break;
            case WhereClauseSyntax where:
                Expression(where.Condition, FactRole.Filter);
                break;
            case OrderByClauseSyntax order:
                foreach (var ordering in order.Orderings)
                    Expression(ordering.Expression, FactRole.Key);
                break;
        }
    }

    private void From(FromClauseSyntax from)
    {
        _facts.Open(FactKind.Clause, FactRole.Clause, from.SpanStart);
        var name = from.Identifier;
        _facts.Leaf(FactKind.Name, FactRole.Target, name.SpanStart, name.Span.End, name.ValueText);
        var iterated = Expression(from.Expression, FactRole.Iterable);
        _scope.Bind(name.ValueText, TypeOf(from.Type) ?? iterated.Type?.Iterated);
        _facts.Close(from.Span.End);
    }

    private void Join(JoinClauseSyntax join)
    {
        _facts.Open(FactKind.Clause, FactRole.Clause, join.SpanStart, "join");
        var name = join.Identifier;
        _facts.Leaf(FactKind.Name, FactRole.Target, name.SpanStart, name.Span.End, name.ValueText);
        var iterated = Expression(join.InExpression, FactRole.Iterable);
        _scope.Bind(name.ValueText, TypeOf(join.Type) ?? iterated.Type?.Iterated);
        _facts.Open(FactKind.Compare, FactRole.Filter, join.LeftExpression.SpanStart, "==");
        Expression(join.LeftExpression, FactRole.Value);
        Expression(join.RightExpression, FactRole.Value);
        _facts.Close(join.RightExpression.Span.End);
        if (join.Into is { } into)
            Bound(into.Identifier, into.Span, "into", null);
        _facts.Close(join.Span.End);
    }

    private void Bound(
        SyntaxToken name,
        Microsoft.CodeAnalysis.Text.TextSpan span,
        string clause,
        ExpressionSyntax? value
    )
    {
        _facts.Open(FactKind.Clause, FactRole.Clause, span.Start, clause);
        _facts.Leaf(FactKind.Name, FactRole.Target, name.SpanStart, name.Span.End, name.ValueText);
        var known = value is null ? default : Expression(value, FactRole.Iterable);
        _scope.Bind(name.ValueText, known.Type);
        _facts.Close(value?.Span.End ?? name.Span.End);
    }

    private void SelectOrGroup(SelectOrGroupClauseSyntax clause)
    {
        switch (clause)
        {
            case SelectClauseSyntax select:
                Expression(select.Expression, FactRole.Value);
                break;
            case GroupClauseSyntax group:
                Expression(group.GroupExpression, FactRole.Value);
                Expression(group.ByExpression, FactRole.Key);
                break;
        }
    }
}
