namespace Motif.Code.TypeScript.Facts;

/// <summary>Statements.</summary>
internal sealed partial class ScriptFactsWriter
{
    /// <summary>The body of <c>xs.forEach</c>, written as that of a loop: a return goes on with the next.</summary>
    private bool _isForEachBody;

    private void Statements(ScriptNode.ChildSequence statements)
    {
        foreach (var statement in statements)
        {
            if (HasRoom(statement, FactRole.Statement))
                Statement(statement);
        }
    }

    private void Statement(ScriptNode statement)
    {
        switch (statement.Kind)
        {
            case ScriptNodeKind.ExpressionStatement:
                ExpressionStatement(statement.Child(ScriptField.Value), statement);
                break;
            case ScriptNodeKind.VariableStatement:
                Variables(statement);
                break;
            case ScriptNodeKind.Function:
                FunctionDeclaration(statement);
                break;
            case ScriptNodeKind.Class or ScriptNodeKind.Interface or ScriptNodeKind.Enum:
                ClassDeclaration(statement);
                break;
            case ScriptNodeKind.Namespace:
                Namespace(statement);
                break;
            case ScriptNodeKind.TypeAlias:
                _facts.Open(
                    FactKind.OtherStatement,
                    FactRole.Statement,
                    statement.Start,
                    statement.Text
                );
                TypeReference(statement.Child(ScriptField.Type), FactRole.Type);
                _facts.Close(statement.End);
                break;
            case ScriptNodeKind.Import:
                Import(statement);
                break;
            case ScriptNodeKind.ImportEquals:
                ImportEquals(statement);
                break;
            case ScriptNodeKind.ExportNames:
                ExportNames(statement);
                break;
            case ScriptNodeKind.ExportAll:
                ExportAll(statement);
                break;
            case ScriptNodeKind.ExportValue:
                ExportValue(statement);
                break;
            case ScriptNodeKind.Block:
                Block(statement, FactRole.Statement);
                break;
            case ScriptNodeKind.If:
                If(statement);
                break;
            case ScriptNodeKind.Try:
                Try(statement);
                break;
            case ScriptNodeKind.Switch:
                Switch(statement);
                break;
            default:
                if (!Loop(statement))
                    Simple(statement);
                break;
        }
    }

    private void Simple(ScriptNode statement)
    {
        switch (statement.Kind)
        {
            case ScriptNodeKind.Return when _isForEachBody:
                Leave(FactKind.Continue, statement);
                break;
            case ScriptNodeKind.Return when ReturnedFunction(statement.Child(ScriptField.Value)):
                break;
            case ScriptNodeKind.Return:
                Leave(FactKind.Return, statement);
                break;
            case ScriptNodeKind.Throw:
                Leave(FactKind.Raise, statement);
                break;
            case ScriptNodeKind.Break:
                Leave(FactKind.Break, statement);
                break;
            case ScriptNodeKind.Continue:
                Leave(FactKind.Continue, statement);
                break;
            case ScriptNodeKind.Empty:
                Leave(FactKind.Pass, statement);
                break;
            case ScriptNodeKind.Labeled:
                Statement(statement.Child(ScriptField.Body));
                break;
            case ScriptNodeKind.Missing:
                _facts.Leaf(FactKind.Error, FactRole.Statement, statement.Start, statement.End);
                break;
            default:
                Leave(FactKind.OtherStatement, statement);
                break;
        }
    }

    private void Leave(FactKind kind, ScriptNode statement)
    {
        _facts.Open(kind, FactRole.Statement, statement.Start);
        if (statement.Child(ScriptField.Value) is { Exists: true } value)
            Expression(value, FactRole.Value);
        _facts.Close(statement.End);
    }

    private void Namespace(ScriptNode space)
    {
        var (outer, outerAmbient) = (_namespace, _isAmbient);
        _isAmbient |= space.Has(ScriptFlags.Declare);
        if (space.Text is { } name && _facts.Unit(_unit).Kind is UnitKind.Module)
            _namespace = $"{outer}{name}.";
        var outerScope = _scope;
        _scope = new ScriptScope(outerScope, outerScope.UnitName);
        var body = space.Child(ScriptField.Body);
        BindDeclared(body, isModule: true);
        if (body.Exists)
            Statements(body.In(ScriptField.Statement));
        (_namespace, _isAmbient, _scope) = (outer, outerAmbient, outerScope);
    }

    private void Block(ScriptNode block, FactRole role)
    {
        _facts.Open(FactKind.Block, role, block.Start);
        Statements(block.In(ScriptField.Statement));
        _facts.Close(block.End);
    }

    /// <summary>The statement that belongs to another; a block even where the source leaves out the braces.</summary>
    private void Embedded(ScriptNode statement, FactRole role)
    {
        if (!statement.Exists || !HasRoom(statement, role))
            return;
        if (statement.Kind is ScriptNodeKind.Block)
        {
            Block(statement, role);
            return;
        }
        _facts.Open(FactKind.Block, role, statement.Start);
        Statement(statement);
        _facts.Close(statement.End);
    }

    private void If(ScriptNode branch)
    {
        var end = branch.End;
        var open = 1;
        _facts.Open(FactKind.If, FactRole.Statement, branch.Start);
        while (true)
        {
            Expression(branch.Child(ScriptField.Test), FactRole.Test);
            Embedded(branch.Child(ScriptField.Then), FactRole.Body);
            var otherwise = branch.Child(ScriptField.Else);
            if (otherwise.Kind is not ScriptNodeKind.If)
            {
                Embedded(otherwise, FactRole.Else);
                break;
            }
            _facts.Open(FactKind.Block, FactRole.Else, otherwise.Start);
            _facts.Open(FactKind.If, FactRole.Statement, otherwise.Start, flags: FactFlags.ElseIf);
            open += 2;
            branch = otherwise;
        }
        for (; open > 0; open--)
            _facts.Close(end);
    }

    private bool Loop(ScriptNode loop)
    {
        switch (loop.Kind)
        {
            case ScriptNodeKind.While:
                _facts.Open(FactKind.While, FactRole.Statement, loop.Start);
                Expression(loop.Child(ScriptField.Test), FactRole.Test);
                Embedded(loop.Child(ScriptField.Body), FactRole.Body);
                break;
            case ScriptNodeKind.DoWhile:
                _facts.Open(
                    FactKind.While,
                    FactRole.Statement,
                    loop.Start,
                    flags: FactFlags.TestAfter
                );
                Embedded(loop.Child(ScriptField.Body), FactRole.Body);
                if (loop.HasChild(ScriptField.Test))
                    Expression(loop.Child(ScriptField.Test), FactRole.Test);
                break;
            case ScriptNodeKind.For:
                For(loop);
                break;
            case ScriptNodeKind.ForOf or ScriptNodeKind.ForIn:
                ForEach(loop);
                break;
            default:
                return false;
        }
        _facts.Close(loop.End);
        return true;
    }

    private void For(ScriptNode loop)
    {
        _facts.Open(FactKind.While, FactRole.Statement, loop.Start);
        var init = loop.Child(ScriptField.Init);
        if (init.Kind is ScriptNodeKind.VariableStatement)
        {
            foreach (var variable in init.In(ScriptField.Element))
                Variable(variable, FactRole.Init);
        }
        else if (init.Exists)
            Expression(init, FactRole.Init);
        if (loop.Child(ScriptField.Test) is { Exists: true } test)
            Expression(test, FactRole.Test);
        if (loop.Child(ScriptField.Step) is { Exists: true } step)
            Expression(step, FactRole.Step);
        InLoop(loop.Child(ScriptField.Body));
    }

    private void InLoop(ScriptNode body) => Embedded(body, FactRole.Body);

    private void ForEach(ScriptNode loop)
    {
        _facts.Open(
            FactKind.ForEach,
            FactRole.Statement,
            loop.Start,
            flags: loop.Has(ScriptFlags.Async) ? FactFlags.Async : FactFlags.None
        );
        var target = loop.Child(ScriptField.Target);
        if (target.Kind is ScriptNodeKind.VariableStatement)
            target = target.Child(ScriptField.Element).Child(ScriptField.Target);
        Pattern(target, FactRole.Target);
        var iterated = Expression(loop.Child(ScriptField.Value), FactRole.Iterable);
        if (target.Kind is ScriptNodeKind.Identifier && loop.Kind is ScriptNodeKind.ForOf)
            _scope.Refine(target.Text!, iterated.Type?.Iterated);
        InLoop(loop.Child(ScriptField.Body));
    }

    private void Try(ScriptNode attempt)
    {
        _facts.Open(FactKind.Try, FactRole.Statement, attempt.Start);
        Block(attempt.Child(ScriptField.Body), FactRole.Body);
        if (attempt.Child(ScriptField.Handler) is { Exists: true } handler)
        {
            _facts.Open(
                FactKind.Handler,
                FactRole.Handler,
                handler.Start,
                handler.Child(ScriptField.Target).Text
            );
            Block(handler.Child(ScriptField.Body), FactRole.Body);
            _facts.Close(handler.End);
        }
        if (attempt.Child(ScriptField.Finally) is { Exists: true } final)
            Block(final, FactRole.Finally);
        _facts.Close(attempt.End);
    }

    /// <summary>Labels without statements of their own are further patterns of the case they fall into.</summary>
    private void Switch(ScriptNode choice)
    {
        _facts.Open(FactKind.Switch, FactRole.Statement, choice.Start);
        Expression(choice.Child(ScriptField.Value), FactRole.Subject);
        var labels = new List<ScriptNode>();
        foreach (var label in choice.In(ScriptField.Element))
        {
            labels.Add(label);
            if (
                !label.HasChild(ScriptField.Statement)
                && label.Next.Exists
                && label.Next.Field is ScriptField.Element
            )
                continue;
            Case(labels);
            labels.Clear();
        }
        _facts.Close(choice.End);
    }

    private void Case(List<ScriptNode> labels)
    {
        var last = labels[^1];
        var isCatchAll = labels.Exists(l => !l.HasChild(ScriptField.Test));
        _facts.Open(
            FactKind.Case,
            FactRole.Case,
            labels[0].Start,
            flags: isCatchAll ? FactFlags.CatchAll : FactFlags.None
        );
        foreach (var label in labels)
        {
            if (label.Child(ScriptField.Test) is not { Exists: true } test)
                continue;
            _facts.Open(FactKind.CasePattern, FactRole.Pattern, test.Start, "value");
            Expression(test, FactRole.Value);
            _facts.Close(test.End);
        }
        var first = last.Child(ScriptField.Statement);
        _facts.Open(FactKind.Block, FactRole.Body, first.Exists ? first.Start : last.End);
        Statements(last.In(ScriptField.Statement));
        _facts.Close(last.End);
        _facts.Close(last.End);
    }

    private void Variables(ScriptNode statement)
    {
        var isUsing = statement.Text is "using";
        var outerAmbient = _isAmbient;
        _isAmbient |= statement.Has(ScriptFlags.Declare);
        if (isUsing)
            _facts.Open(
                FactKind.With,
                FactRole.Statement,
                statement.Start,
                flags: statement.Has(ScriptFlags.Async) ? FactFlags.Async : FactFlags.None
            );
        var first = statement.Child(ScriptField.Element);
        var isAlone = !first.Next.Exists;
        foreach (var variable in statement.In(ScriptField.Element))
            Variable(
                variable,
                isUsing ? FactRole.Item : FactRole.Statement,
                isAlone ? statement : variable
            );
        if (isUsing)
            _facts.Close(statement.End);
        _isAmbient = outerAmbient;
    }

    private void Variable(ScriptNode variable, FactRole role, ScriptNode whole = default)
    {
        var target = variable.Child(ScriptField.Target);
        var init = variable.Child(ScriptField.Init);
        var value = Unwrap(init);
        if (
            role is FactRole.Statement
            && target.Kind is ScriptNodeKind.Identifier
            && target.Text is { } name
        )
        {
            if (IsFunctionLike(value.Kind))
            {
                var kind =
                    _facts.Unit(_unit).Kind is UnitKind.Class ? UnitKind.Method : UnitKind.Function;
                _scope.Bind(name, Type(value.Child(ScriptField.Returns)), NamesOf(name).Full);
                Function(FunctionParts.Of(value, name, kind) with { Whole = whole });
                return;
            }
            if (Wrapped(value) is { Wrappers: not null } component)
            {
                _scope.Bind(name, null, NamesOf(name).Full);
                Function(
                    FunctionParts.Of(component.Function, name, UnitKind.Function) with
                    {
                        Whole = whole,
                        Wrappers = component.Wrappers,
                    }
                );
                return;
            }
            if (value.Kind is ScriptNodeKind.ClassExpression)
            {
                Class(value, role, name, whole);
                return;
            }
        }
        if (role is FactRole.Statement)
            Required(target, value);
        _facts.Open(FactKind.Assign, role, whole.Tree is null ? variable.Start : whole.Start);
        Pattern(target, FactRole.Target);
        var type = TypeReference(variable.Child(ScriptField.Type), FactRole.Annotation);
        var outer = _namespace;
        // The functions of an object are known by its name.
        if (
            role is FactRole.Statement
            && value.Kind is ScriptNodeKind.Object
            && target.Text is { } holder
        )
            _namespace += $"{holder}.";
        Known known = default;
        if (init.Exists)
            known = Expression(init, FactRole.Value, type);
        _namespace = outer;
        _facts.Close(whole.Tree is null ? variable.End : whole.End);
        if (target.Kind is ScriptNodeKind.Identifier)
            _scope.Refine(target.Text!, type ?? known.Type);
    }

    /// <summary>A name, or a pattern as the collection of the names that it binds.</summary>
    private void Pattern(ScriptNode target, FactRole role)
    {
        if (target.Kind is not (ScriptNodeKind.ObjectPattern or ScriptNodeKind.ArrayPattern))
        {
            Expression(target, role);
            return;
        }
        if (!HasRoom(target, role))
            return;
        _facts.Open(FactKind.Collection, role, target.Start, "tuple");
        foreach (var element in target.In(ScriptField.Element))
        {
            if (element.Child(ScriptField.Target) is not { Exists: true } inner)
                continue;
            if (element.Has(ScriptFlags.Rest))
            {
                _facts.Open(FactKind.Starred, FactRole.Target, element.Start);
                Pattern(inner, FactRole.Value);
                _facts.Close(element.End);
            }
            else
                Pattern(inner, FactRole.Target);
        }
        _facts.Close(target.End);
    }
}
