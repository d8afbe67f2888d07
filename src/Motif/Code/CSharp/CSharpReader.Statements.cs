using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Motif.Code.CSharp;

/// <summary>Statements.</summary>
internal sealed partial class CSharpReader
{
    /// <summary>What <c>return</c> gives in the function that is being read.</summary>
    private TypeName? _returns;

    private void Statements(SyntaxList<StatementSyntax> statements)
    {
        foreach (var function in statements.OfType<LocalFunctionStatementSyntax>())
            BindFunction(function);
        foreach (var statement in statements)
            Statement(statement);
    }

    private void Statement(StatementSyntax statement)
    {
        if (!HasRoom(statement, FactRole.Statement))
            return;
        switch (statement)
        {
            case BlockSyntax block:
                Block(block, FactRole.Statement);
                break;
            case LocalDeclarationStatementSyntax declaration:
                LocalDeclaration(declaration);
                break;
            case ExpressionStatementSyntax expression:
                ExpressionAsStatement(
                    expression.Expression,
                    expression.SpanStart,
                    expression.Span.End
                );
                break;
            case IfStatementSyntax branch:
                If(branch);
                break;
            case CommonForEachStatementSyntax loop:
                ForEach(loop);
                break;
            case TryStatementSyntax attempt:
                Try(attempt);
                break;
            case SwitchStatementSyntax choice:
                Switch(choice);
                break;
            case LocalFunctionStatementSyntax function:
                LocalFunction(function);
                break;
            default:
                if (!Loop(statement) && !Scoped(statement))
                    Simple(statement);
                break;
        }
    }

    private bool Loop(StatementSyntax statement)
    {
        switch (statement)
        {
            case WhileStatementSyntax loop:
                _facts.Open(FactKind.While, FactRole.Statement, loop.SpanStart);
                Expression(loop.Condition, FactRole.Test);
                Embedded(loop.Statement, FactRole.Body);
                break;
            case DoStatementSyntax loop:
                _facts.Open(
                    FactKind.While,
                    FactRole.Statement,
                    loop.SpanStart,
                    flags: FactFlags.TestAfter
                );
                Embedded(loop.Statement, FactRole.Body);
                Expression(loop.Condition, FactRole.Test);
                break;
            case ForStatementSyntax loop:
                For(loop);
                break;
            default:
                return false;
        }
        _facts.Close(statement.Span.End);
        return true;
    }

    private void For(ForStatementSyntax loop)
    {
        _facts.Open(FactKind.While, FactRole.Statement, loop.SpanStart);
        foreach (var variable in loop.Declaration?.Variables ?? default)
            Variable(variable, loop.Declaration!.Type, isLocal: true, FactRole.Init);
        foreach (var initializer in loop.Initializers)
            Expression(initializer, FactRole.Init);
        if (loop.Condition is { } condition)
            Expression(condition, FactRole.Test);
        foreach (var step in loop.Incrementors)
            Expression(step, FactRole.Step);
        Embedded(loop.Statement, FactRole.Body);
    }

    /// <summary>using, lock, fixed, and blocks that only change how their inside is compiled.</summary>
    private bool Scoped(StatementSyntax statement)
    {
        switch (statement)
        {
            case UsingStatementSyntax scope:
                _facts.Open(
                    FactKind.With,
                    FactRole.Statement,
                    scope.SpanStart,
                    flags: AsyncIf(scope.AwaitKeyword)
                );
                foreach (var variable in scope.Declaration?.Variables ?? default)
                    Variable(variable, scope.Declaration!.Type, isLocal: true, FactRole.Item);
                if (scope.Expression is { } expression)
                    Expression(expression, FactRole.Item);
                Embedded(scope.Statement, FactRole.Body);
                break;
            case LockStatementSyntax scope:
                _facts.Open(FactKind.With, FactRole.Statement, scope.SpanStart, "lock");
                Expression(scope.Expression, FactRole.Item);
                Embedded(scope.Statement, FactRole.Body);
                break;
            case FixedStatementSyntax scope:
                _facts.Open(FactKind.With, FactRole.Statement, scope.SpanStart, "fixed");
                foreach (var variable in scope.Declaration.Variables)
                    Variable(variable, scope.Declaration.Type, isLocal: true, FactRole.Item);
                Embedded(scope.Statement, FactRole.Body);
                break;
            case CheckedStatementSyntax scope:
                Block(scope.Block, FactRole.Statement);
                return true;
            case UnsafeStatementSyntax scope:
                Block(scope.Block, FactRole.Statement);
                return true;
            default:
                return false;
        }
        _facts.Close(statement.Span.End);
        return true;
    }

    private void Simple(StatementSyntax statement)
    {
        switch (statement)
        {
            case ReturnStatementSyntax { Expression: var value }:
                Leave(FactKind.Return, statement, value, _returns);
                break;
            case ThrowStatementSyntax { Expression: var value }:
                Leave(FactKind.Raise, statement, value, null);
                break;
            case YieldStatementSyntax yield:
                Yield(yield);
                break;
            case BreakStatementSyntax:
                Leave(FactKind.Break, statement, null, null);
                break;
            case ContinueStatementSyntax:
                Leave(FactKind.Continue, statement, null, null);
                break;
            case EmptyStatementSyntax:
                Leave(FactKind.Pass, statement, null, null);
                break;
            case GotoStatementSyntax { Expression: var value }:
                Leave(FactKind.OtherStatement, statement, value, null);
                break;
            case LabeledStatementSyntax label:
                _facts.Leaf(
                    FactKind.OtherStatement,
                    FactRole.Statement,
                    label.SpanStart,
                    label.ColonToken.Span.End
                );
                Statement(label.Statement);
                break;
            default:
                Leave(FactKind.OtherStatement, statement, null, null);
                break;
        }
    }

    private void Leave(
        FactKind kind,
        StatementSyntax statement,
        ExpressionSyntax? value,
        TypeName? expected
    )
    {
        _facts.Open(kind, FactRole.Statement, statement.SpanStart);
        if (value is not null)
            Expression(value, FactRole.Value, expected);
        _facts.Close(statement.Span.End);
    }

    /// <summary><c>yield break</c> is the return of a generator.</summary>
    private void Yield(YieldStatementSyntax yield)
    {
        _scope.Yields = true;
        if (yield.Expression is null)
        {
            Leave(FactKind.Return, yield, null, null);
            return;
        }
        _facts.Open(FactKind.ExpressionStatement, FactRole.Statement, yield.SpanStart);
        _facts.Open(FactKind.Yield, FactRole.Value, yield.SpanStart);
        Expression(yield.Expression, FactRole.Value);
        _facts.Close(yield.Expression.Span.End);
        _facts.Close(yield.Span.End);
    }

    private void Block(BlockSyntax block, FactRole role)
    {
        _facts.Open(FactKind.Block, role, block.SpanStart);
        Statements(block.Statements);
        _facts.Close(block.Span.End);
    }

    /// <summary>The statement that belongs to another; a block even where the source leaves out the braces.</summary>
    private void Embedded(StatementSyntax statement, FactRole role)
    {
        if (!HasRoom(statement, role))
            return;
        if (statement is BlockSyntax block)
        {
            Block(block, role);
            return;
        }
        _facts.Open(FactKind.Block, role, statement.SpanStart);
        Statement(statement);
        _facts.Close(statement.Span.End);
    }

    /// <summary>A chain of <c>else if</c> is as long as the author likes: walked in a loop.</summary>
    private void If(IfStatementSyntax branch)
    {
        var end = branch.Span.End;
        var open = 1;
        _facts.Open(FactKind.If, FactRole.Statement, branch.SpanStart);
        while (true)
        {
            Expression(branch.Condition, FactRole.Test);
            Embedded(branch.Statement, FactRole.Body);
            if (branch.Else?.Statement is not IfStatementSyntax next)
                break;
            _facts.Open(FactKind.Block, FactRole.Else, next.SpanStart);
            _facts.Open(FactKind.If, FactRole.Statement, next.SpanStart, flags: FactFlags.ElseIf);
            open += 2;
            branch = next;
        }
        if (branch.Else is { } otherwise)
            Embedded(otherwise.Statement, FactRole.Else);
        for (; open > 0; open--)
            _facts.Close(end);
    }

    private void ForEach(CommonForEachStatementSyntax loop)
    {
        _facts.Open(
            FactKind.ForEach,
            FactRole.Statement,
            loop.SpanStart,
            flags: AsyncIf(loop.AwaitKeyword)
        );
        // The facts have the target before the iterable, but its type comes from there.
        if (loop is ForEachStatementSyntax { Identifier: var name } simple)
        {
            var bound = simple.Identifier.ValueText;
            _facts.Leaf(FactKind.Name, FactRole.Target, name.SpanStart, name.Span.End, bound);
            var type = TypeOf(simple.Type);
            _scope.Bind(bound, type);
            var iterated = Expression(loop.Expression, FactRole.Iterable);
            _scope.Bind(bound, type ?? iterated.Type?.Iterated);
        }
        else if (loop is ForEachVariableStatementSyntax variable)
        {
            Expression(variable.Variable, FactRole.Target);
            Expression(loop.Expression, FactRole.Iterable);
        }
        Embedded(loop.Statement, FactRole.Body);
        _facts.Close(loop.Span.End);
    }

    private void Try(TryStatementSyntax attempt)
    {
        _facts.Open(FactKind.Try, FactRole.Statement, attempt.SpanStart);
        Block(attempt.Block, FactRole.Body);
        foreach (var handler in attempt.Catches)
            Handler(handler);
        if (attempt.Finally is { } final)
            Block(final.Block, FactRole.Finally);
        _facts.Close(attempt.Span.End);
    }

    private void Handler(CatchClauseSyntax handler)
    {
        var name = handler.Declaration?.Identifier.ValueText;
        _facts.Open(
            FactKind.Handler,
            FactRole.Handler,
            handler.SpanStart,
            name is { Length: > 0 } ? name : null
        );
        var type = TypeReference(handler.Declaration?.Type, FactRole.Type);
        if (name is { Length: > 0 })
            _scope.Bind(name, type);
        if (handler.Filter is { } filter)
            Expression(filter.FilterExpression, FactRole.Filter);
        Block(handler.Block, FactRole.Body);
        _facts.Close(handler.Span.End);
    }

    private void LocalDeclaration(LocalDeclarationStatementSyntax declaration)
    {
        var isUsing = declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword);
        if (isUsing)
            _facts.Open(
                FactKind.With,
                FactRole.Statement,
                declaration.SpanStart,
                flags: AsyncIf(declaration.AwaitKeyword)
            );
        foreach (var variable in declaration.Declaration.Variables)
            Variable(
                variable,
                declaration.Declaration.Type,
                isLocal: true,
                isUsing ? FactRole.Item : FactRole.Statement
            );
        if (isUsing)
            _facts.Close(declaration.Span.End);
    }

    /// <summary>[Target Annotation? Value?].</summary>
    private TypeName? Variable(
        VariableDeclaratorSyntax variable,
        TypeSyntax written,
        bool isLocal,
        FactRole role = FactRole.Statement,
        string? kind = null
    )
    {
        var name = variable.Identifier.ValueText;
        _facts.Open(FactKind.Assign, role, variable.SpanStart, kind);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Target,
            variable.Identifier.SpanStart,
            variable.Identifier.Span.End,
            name
        );
        var type = TypeReference(written, FactRole.Annotation);
        if (variable.Initializer is { } initializer)
        {
            var value = Expression(initializer.Value, FactRole.Value, type);
            type ??= value.Type;
        }
        _facts.Close(variable.Span.End);
        if (isLocal)
            _scope.Bind(name, type);
        return type;
    }

    /// <summary>A local function may be called before the line that declares it.</summary>
    private void BindFunction(LocalFunctionStatementSyntax function)
    {
        var name = function.Identifier.ValueText;
        var outer = _facts.Unit(_unit);
        var full = outer.Kind is UnitKind.Module ? name : $"{outer.FullName}.{name}";
        _scope.Bind(name, TypeOf(function.ReturnType), full);
    }

    private void LocalFunction(LocalFunctionStatementSyntax function)
    {
        var name = function.Identifier.ValueText;
        var isTopLevel = _facts.Unit(_unit).Kind is UnitKind.Module;
        var traits = MemberTraits(function.Modifiers, isWithoutBody: false) & ~UnitTraits.Private;
        Function(
            new FunctionParts(function, name, UnitKind.Function)
            {
                Traits = isTopLevel ? traits : traits | UnitTraits.Nested,
                Attributes = function.AttributeLists,
                TypeParameters = function.TypeParameterList,
                Constraints = function.ConstraintClauses,
                Parameters = function.ParameterList.Parameters,
                Returns = function.ReturnType,
                Block = function.Body,
                Arrow = function.ExpressionBody,
                ArrowReturns = !IsVoid(function.ReturnType),
            }
        );
    }

    /// <summary>Assignments and steps are statements of their own kind in the facts.</summary>
    private void ExpressionAsStatement(ExpressionSyntax expression, int start, int end)
    {
        switch (expression)
        {
            case AssignmentExpressionSyntax assignment:
                Assign(assignment, FactRole.Statement, start, end);
                break;
            case PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PostIncrementExpression
                    or (int)SyntaxKind.PostDecrementExpression
            } step:
                StepStatement(step.Operand, step.OperatorToken.Text, start, end);
                break;
            case PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression
                    or (int)SyntaxKind.PreDecrementExpression
            } step:
                StepStatement(step.Operand, step.OperatorToken.Text, start, end);
                break;
            default:
                _facts.Open(FactKind.ExpressionStatement, FactRole.Statement, start);
                Expression(expression, FactRole.Value);
                _facts.Close(end);
                break;
        }
    }

    /// <summary><c>n++</c> is <c>n += 1</c>.</summary>
    private void StepStatement(ExpressionSyntax operand, string step, int start, int end)
    {
        _facts.Open(FactKind.Assign, FactRole.Statement, start, step == "++" ? "+=" : "-=");
        Target(operand, null);
        _facts.Leaf(
            FactKind.Literal,
            FactRole.Value,
            end,
            end,
            "1",
            FactFlags.LiteralInteger | FactFlags.Implicit
        );
        _facts.Close(end);
    }

    private static FactFlags AsyncIf(SyntaxToken awaitKeyword) =>
        awaitKeyword.IsKind(SyntaxKind.AwaitKeyword) ? FactFlags.Async : FactFlags.None;
}
