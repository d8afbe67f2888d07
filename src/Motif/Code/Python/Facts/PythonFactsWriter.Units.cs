namespace Motif.Code.Python.Facts;

/// <summary>The modules, classes and functions of a file.</summary>
internal sealed partial class PythonFactsWriter
{
    private static readonly string[] InterfaceBases =
    [
        "typing.Protocol",
        "typing_extensions.Protocol",
    ];
    private static readonly string[] EnumBases =
    [
        "enum.Enum",
        "enum.IntEnum",
        "enum.StrEnum",
        "enum.Flag",
        "enum.IntFlag",
        "enum.ReprEnum",
    ];
    private static readonly string[] DataBases =
    [
        "typing.NamedTuple",
        "typing.TypedDict",
        "typing_extensions.TypedDict",
        "pydantic.BaseModel",
        "pydantic.main.BaseModel",
        "msgspec.Struct",
    ];
    private static readonly string[] DataDecorators =
    [
        "dataclasses.dataclass",
        "attr.s",
        "attr.attrs",
        "attr.define",
        "attr.frozen",
        "attr.dataclass",
        "attrs.define",
        "attrs.frozen",
        "attrs.mutable",
        "pydantic.dataclasses.dataclass",
    ];
    private static readonly string[] AbstractDecorators =
    [
        "abc.abstractmethod",
        "abc.abstractproperty",
        "abc.abstractclassmethod",
        "abc.abstractstaticmethod",
    ];
    private static readonly string[] PropertyDecorators =
    [
        "builtins.property",
        "abc.abstractproperty",
        "functools.cached_property",
    ];

    private int AddUnit(PythonNode node, int fact)
    {
        var isModule = node.Kind == PythonNodeKind.Module;
        var scope = _module.Scopes.Of(node.Index);
        var (start, end) = isModule ? (0, _tree.Text.Length) : (node.Start, node.End);
        var (hash, tokens) = _text.Tokens.Between(start, end);
        var first = _text.Lines.LineOf(start);
        var last = _text.Lines.LineOf(Math.Max(start, end - 1));
        var name = isModule ? ModuleShortName() : node.Name!;
        var unit = new CodeUnit
        {
            Kind = UnitKindOf(node),
            Name = name,
            QualifiedName = isModule ? name : scope.QualifiedName,
            FullName = isModule ? _module.Name : _module.Qualify(scope.QualifiedName),
            Parent = _units.Count == 0 ? -1 : _units.Peek(),
            Node = fact,
            Documentation = Documentation(node),
            StartLine = first + 1,
            EndLine = last + 1,
            BodyStartLine = BodyStart(node) is { } body ? _tree.Line(body) : last + 1,
            Lines = _text.Lines.Count(first, last, _text.LogicalBetween(start, end)),
            TokenHash = hash,
            Tokens = tokens,
            Traits =
                (_module.IsTest ? UnitTraits.Test : UnitTraits.None)
                | (_module.IsGenerated ? UnitTraits.Generated : UnitTraits.None),
        };
        return _facts.Add(
            node.Kind switch
            {
                PythonNodeKind.Module => unit,
                PythonNodeKind.ClassDef => AsClass(unit, node),
                _ => AsFunction(unit, node, scope),
            }
        );
    }

    private string ModuleShortName() =>
        _module.Name.Length == 0 ? "__main__" : _module.Name[(_module.Name.LastIndexOf('.') + 1)..];

    private UnitKind UnitKindOf(PythonNode node)
    {
        if (node.Kind == PythonNodeKind.Module)
            return UnitKind.Module;
        if (node.Kind == PythonNodeKind.ClassDef)
            return UnitKind.Class;
        if (_scopes.Peek() is not { IsClass: true })
            return UnitKind.Function;
        return Decorators(node)
            .Any(d =>
                PropertyDecorators.Contains(d, StringComparer.Ordinal)
                || d.EndsWith(".setter", StringComparison.Ordinal)
                || d.EndsWith(".deleter", StringComparison.Ordinal)
                || d.EndsWith(".getter", StringComparison.Ordinal)
                || d.EndsWith("cached_property", StringComparison.Ordinal)
            )
            ? UnitKind.Property
            : UnitKind.Method;
    }

    private CodeUnit AsFunction(CodeUnit unit, PythonNode node, PythonScope scope)
    {
        var decorators = Decorators(node);
        return unit with
        {
            Decorators = decorators,
            Parameters = Parameters(node, scope),
            Returns = TypeText(node.Child(PythonField.Returns), scope.Parent!),
            Traits = unit.Traits | FunctionTraits(node, scope, decorators),
        };
    }

    private static UnitTraits FunctionTraits(
        PythonNode node,
        PythonScope scope,
        IReadOnlyList<string> decorators
    )
    {
        var traits = NameTraits(node.Name!);
        if (node.Kind == PythonNodeKind.AsyncFunctionDef)
            traits |= UnitTraits.Async;
        if (scope.HasYield)
            traits |= UnitTraits.Generator;
        if (decorators.Contains("builtins.staticmethod", StringComparer.Ordinal))
            traits |= UnitTraits.Static;
        if (decorators.Contains("builtins.classmethod", StringComparer.Ordinal))
            traits |= UnitTraits.ClassMethod;
        if (
            decorators.Any(d => AbstractDecorators.Contains(d, StringComparer.Ordinal))
            || OnlyRefuses(node)
        )
            traits |= UnitTraits.Abstract;
        if (scope.Parent is { IsClass: true } && node.Name is "__init__" or "__new__")
            traits |= UnitTraits.Constructor;
        if (scope.Parent is { IsClass: false, Node: not 0 })
            traits |= UnitTraits.Nested;
        if (decorators.Any(d => d is "typing.override" or "typing_extensions.override"))
            traits |= UnitTraits.Override;
        if (node.Name!.StartsWith("test_", StringComparison.Ordinal))
            traits |= UnitTraits.Test;
        return traits;
    }

    private static UnitTraits NameTraits(string name) =>
        name[0] == '_'
        && !(
            name.Length > 4
            && name.StartsWith("__", StringComparison.Ordinal)
            && name.EndsWith("__", StringComparison.Ordinal)
        )
            ? UnitTraits.Private
            : UnitTraits.None;

    /// <summary>A body of <c>raise NotImplementedError</c> alone asks a subclass for one.</summary>
    private static bool OnlyRefuses(PythonNode node)
    {
        foreach (var statement in node.ChildrenIn(PythonField.Body))
        {
            if (IsDocstring(statement))
                continue;
            if (statement.Kind != PythonNodeKind.Raise)
                return false;
            var raised = statement.Child(PythonField.Exc);
            var type = raised is { Exists: true, Kind: PythonNodeKind.Call }
                ? raised.Child(PythonField.Func)
                : raised;
            return type is { Exists: true, Kind: PythonNodeKind.Name, Name: "NotImplementedError" };
        }
        return false;
    }

    private List<ParameterFact> Parameters(PythonNode node, PythonScope scope)
    {
        var parameters = new List<ParameterFact>();
        var arguments = node.Child(PythonField.Args);
        if (!arguments.Exists)
            return parameters;
        foreach (var child in arguments.Children)
        {
            if (child.Kind != PythonNodeKind.Arg)
            {
                if (parameters.Count > 0)
                    parameters[^1] = parameters[^1] with { HasDefault = true };
                continue;
            }
            parameters.Add(
                new ParameterFact(
                    child.Name!,
                    TypeText(child.Child(PythonField.Annotation), scope.Parent!),
                    HasDefault: false,
                    _module.Types.IsReceiver(child, scope),
                    FlagsOf(child)
                )
            );
        }
        return parameters;
    }

    /// <summary>The resolved type, else the annotation as written; null when there is none.</summary>
    private string? TypeText(PythonNode annotation, PythonScope scope) =>
        annotation.Exists
            ? _module.Types.OfAnnotation(annotation, scope).Name ?? annotation.Text.ToString()
            : null;

    private CodeUnit AsClass(CodeUnit unit, PythonNode node)
    {
        var decorators = Decorators(node);
        var bases = new List<string>();
        foreach (var child in node.ChildrenIn(PythonField.Bases))
            bases.Add(_module.Scopes.Resolve(child, _scopes.Peek()) ?? child.Text.ToString());
        string? metaclass = null;
        foreach (var keyword in node.ChildrenIn(PythonField.Keywords))
        {
            if (keyword.Name == "metaclass")
            {
                var value = keyword.Child(PythonField.Value);
                metaclass = _module.Scopes.Resolve(value, _scopes.Peek()) ?? value.Text.ToString();
            }
        }
        return unit with
        {
            Decorators = decorators,
            Bases = bases,
            Metaclass = metaclass,
            Traits = unit.Traits | ClassTraits(node, decorators, bases, metaclass),
        };
    }

    private UnitTraits ClassTraits(
        PythonNode node,
        IReadOnlyList<string> decorators,
        List<string> bases,
        string? metaclass
    )
    {
        var traits = NameTraits(node.Name!);
        if (bases.Any(b => InterfaceBases.Contains(b, StringComparer.Ordinal)))
            traits |= UnitTraits.Interface;
        if (bases.Any(b => EnumBases.Contains(b, StringComparer.Ordinal)))
            traits |= UnitTraits.Enum;
        if (
            bases.Any(b => DataBases.Contains(b, StringComparer.Ordinal))
            || decorators.Any(d => DataDecorators.Contains(d, StringComparer.Ordinal))
        )
            traits |= UnitTraits.DataType;
        if (
            bases.Contains("abc.ABC", StringComparer.Ordinal)
            || metaclass == "abc.ABCMeta"
            || HasAbstractMethod(node)
        )
            traits |= UnitTraits.Abstract;
        if (_scopes.Peek() is { IsClass: false, Node: not 0 })
            traits |= UnitTraits.Nested;
        return traits;
    }

    private bool HasAbstractMethod(PythonNode node)
    {
        var scope = _module.Scopes.Of(node.Index);
        foreach (var member in node.ChildrenIn(PythonField.Body))
        {
            foreach (var decorator in member.ChildrenIn(PythonField.DecoratorList))
            {
                if (
                    _module.Scopes.Resolve(decorator, scope) is { } name
                    && AbstractDecorators.Contains(name, StringComparer.Ordinal)
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>Resolved names of decorators, without their arguments.</summary>
    private List<string> Decorators(PythonNode node)
    {
        var names = new List<string>();
        foreach (var decorator in node.ChildrenIn(PythonField.DecoratorList))
        {
            var callee =
                decorator.Kind == PythonNodeKind.Call
                    ? decorator.Child(PythonField.Func)
                    : decorator;
            names.Add(_module.Scopes.Resolve(callee, _scopes.Peek()) ?? callee.Text.ToString());
        }
        return names;
    }

    private static string? Documentation(PythonNode node)
    {
        var first = node.Child(PythonField.Body);
        if (!first.Exists || first.Kind != PythonNodeKind.Expr || !IsDocstring(first))
            return null;
        return CleanDocstring(first.Child(PythonField.Value).StringValue!);
    }

    /// <summary>The common indent of all lines but the first is removed, as <c>inspect.cleandoc</c> does.</summary>
    private static string CleanDocstring(string text)
    {
        var lines = text.Split('\n')
            .Select(l => l.Replace("\t", "        ", StringComparison.Ordinal).TrimEnd())
            .ToArray();
        var indents = lines
            .Skip(1)
            .Where(l => l.Length > 0)
            .Select(l => l.Length - l.TrimStart().Length);
        var margin = indents.DefaultIfEmpty(0).Min();
        for (var i = 1; i < lines.Length; i++)
            lines[i] = lines[i].Length > margin ? lines[i][margin..] : lines[i].TrimStart();
        lines[0] = lines[0].TrimStart();
        return string.Join('\n', lines).Trim('\n');
    }

    private static int? BodyStart(PythonNode node)
    {
        foreach (var statement in node.ChildrenIn(PythonField.Body))
        {
            if (!IsDocstring(statement))
                return statement.Start;
        }
        return null;
    }

    /// <summary>Attributes name fact nodes, which are all known only at the end.</summary>
    private void CompleteClasses()
    {
        foreach (var (unit, node) in _classes)
        {
            _facts.Replace(
                unit,
                _facts.Unit(unit) with
                {
                    Attributes = _module.Attributes.Of(node, n => n < 0 ? -1 : _factOf[n] - 1),
                }
            );
        }
    }
}
