namespace Motif.Code.TypeScript.Facts;

/// <summary>Imports and exports. What a module passes on is an import of it under the name that others use.</summary>
internal sealed partial class ScriptFactsWriter
{
    private void Import(ScriptNode statement)
    {
        var module = ScriptModules.Resolve(statement.Text ?? "", _path);
        if (!statement.HasChild(ScriptField.Specifier))
            ImportFact(statement, module, module, false);
        foreach (var specifier in statement.In(ScriptField.Specifier))
            ImportFact(
                specifier,
                Imported(module, specifier.Text),
                specifier.Child(ScriptField.Target).Text,
                statement.Has(ScriptFlags.TypeOnly) || specifier.Has(ScriptFlags.TypeOnly)
            );
    }

    private void ImportEquals(ScriptNode statement)
    {
        var target = statement.Has(ScriptFlags.Computed)
            ? ScriptModules.Resolve(statement.Text ?? "", _path)
            : ResolveType(statement.Text ?? "", _scope);
        ImportFact(statement, target, statement.Child(ScriptField.Target).Text, false);
    }

    private void ImportFact(ScriptNode at, string target, string? bound, bool isTypeOnly)
    {
        var node = _facts.Leaf(FactKind.Import, FactRole.Statement, at.Start, at.End, target);
        _facts.Add(new ImportFact(target, bound, node, isTypeOnly));
    }

    private void ExportNames(ScriptNode statement)
    {
        var module = statement.Text is { } text ? ScriptModules.Resolve(text, _path) : null;
        foreach (var specifier in statement.In(ScriptField.Specifier))
        {
            var (own, others) = (specifier.Text, specifier.Child(ScriptField.Target).Text);
            if (own is null || others is null)
                continue;
            var target = module is null ? Resolve(own, _scope) : $"{module}.{own}";
            // What keeps its name needs no second one.
            if (target is not null && target != $"{_module}.{others}")
                ImportFact(specifier, target, others, statement.Has(ScriptFlags.TypeOnly));
        }
    }

    private void ExportAll(ScriptNode statement) =>
        ImportFact(
            statement,
            ScriptModules.Resolve(statement.Text ?? "", _path),
            statement.Child(ScriptField.Target).Text,
            statement.Has(ScriptFlags.TypeOnly)
        );

    /// <summary><c>export default x</c>: a name for others, or a value of its own.</summary>
    private void ExportValue(ScriptNode statement)
    {
        var value = Unwrap(statement.Child(ScriptField.Value));
        if (value.Kind is ScriptNodeKind.Identifier && Resolve(value.Text!, _scope) is { } target)
        {
            ImportFact(statement, target, "default", false);
            return;
        }
        if (IsFunctionLike(value.Kind))
        {
            Function(
                FunctionParts.Of(value, value.Text ?? "default", UnitKind.Function) with
                {
                    Whole = statement,
                }
            );
            PassOn(statement, value.Text);
        }
        else if (value.Kind is ScriptNodeKind.ClassExpression)
        {
            Class(value, FactRole.Statement, value.Text ?? "default", statement);
            PassOn(statement, value.Text);
        }
        else
            Assigned(statement, "default", value);
    }

    /// <summary>A declaration that is exported as the default under a name of its own.</summary>
    private void PassOn(ScriptNode statement, string? name)
    {
        if (name is not null)
            ImportFact(statement, NamesOf(name).Full, "default", false);
    }

    private void Assigned(ScriptNode statement, string name, ScriptNode value)
    {
        _facts.Open(FactKind.Assign, FactRole.Statement, statement.Start);
        _facts.Leaf(
            FactKind.Name,
            FactRole.Target,
            statement.Start,
            statement.Start,
            name,
            FactFlags.Implicit
        );
        Expression(value, FactRole.Value);
        _facts.Close(statement.End);
    }

    /// <summary><c>const { a, b: c } = require("x")</c>: an import like any other.</summary>
    private void Required(ScriptNode target, ScriptNode init)
    {
        if (RequiredModule(init) is not { } module)
            return;
        if (target.Kind is ScriptNodeKind.Identifier)
            Bound(target, module, target.Text!);
        foreach (var element in target.In(ScriptField.Element))
        {
            var name = element.Child(ScriptField.Target).Text;
            if (target.Kind is ScriptNodeKind.ObjectPattern && name is not null)
                Bound(element, $"{module}.{element.Text ?? name}", name);
        }
    }

    private void Bound(ScriptNode at, string target, string name)
    {
        ImportFact(at, target, name, false);
        _scope.Bind(name, null, target);
    }

    private string? RequiredModule(ScriptNode init) =>
        init.Kind is ScriptNodeKind.Call
        && init.Child(ScriptField.Callee) is { Kind: ScriptNodeKind.Identifier, Text: "require" }
        && init.Child(ScriptField.Argument) is { Kind: ScriptNodeKind.String, Text: { } specifier }
            ? ScriptModules.Resolve(specifier, _path)
            : null;
}
