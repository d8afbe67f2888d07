namespace Motif.Code.TypeScript.Facts;

/// <summary>Classes, interfaces and enums; their fields are assignments in the body.</summary>
internal sealed partial class ScriptFactsWriter
{
    private void ClassDeclaration(ScriptNode declaration)
    {
        Class(declaration, FactRole.Statement, declaration.Text ?? "default", declaration);
        if (declaration.Has(ScriptFlags.Default))
            PassOn(declaration, declaration.Text);
    }

    /// <param name="whole">The statement that the class is bound by, where it begins before the class.</param>
    private void Class(ScriptNode declaration, FactRole role, string name, ScriptNode whole)
    {
        var (outerClass, outerUnit, outerScope) = (_class, _unit, _scope);
        var names = NamesOf(name);
        var node = _facts.Open(FactKind.Class, role, whole.Start, name);
        _facts.Resolve(node, names.Full);
        var decorators = Decorators(declaration);
        _scope = new ScriptScope(outerScope, name);
        TypeParameters(declaration);
        if (!_classes.TryGetValue(names.Full, out var known))
            _classes[names.Full] = known = ScriptClass.Of(declaration, names.Full, _scope);
        var bases = new List<string>();
        foreach (var entry in declaration.In(ScriptField.Base))
            Heritage(entry, bases);
        if (declaration.Kind is not ScriptNodeKind.Interface)
            known.Base = bases.Count > 0 ? bases[0] : null;
        foreach (var entry in declaration.In(ScriptField.Implements))
            Heritage(entry, bases);
        _class = known;
        var first = declaration.Child(ScriptField.Member);
        _unit = AddUnit(
            node,
            UnitKind.Class,
            names,
            (whole.Start, whole.End),
            unit =>
                unit with
                {
                    Traits = ClassTraits(declaration),
                    Decorators = decorators,
                    Bases = bases,
                    Documentation = Documentation(whole.Start),
                    BodyStartLine = first.Exists
                        ? Math.Max(unit.StartLine, _lines.LineOf(first.Start) + 1)
                        : unit.StartLine,
                }
        );
        var unit = _unit;
        _facts.Open(FactKind.Block, FactRole.Body, first.Exists ? first.Start : declaration.End);
        foreach (var member in declaration.In(ScriptField.Member))
        {
            if (HasRoom(member, FactRole.Statement))
                Member(member, declaration.Kind);
        }
        _facts.Close(declaration.End);
        _facts.Close(whole.End);
        _facts.Replace(
            unit,
            _facts.Unit(unit) with
            {
                Attributes = [.. known.Attributes.Select(a => a.Value.ToFact(a.Key))],
            }
        );
        (_class, _unit, _scope) = (outerClass, outerUnit, outerScope);
    }

    private UnitTraits ClassTraits(ScriptNode declaration) =>
        _fileTraits
        | (declaration.Has(ScriptFlags.Abstract) ? UnitTraits.Abstract : UnitTraits.None)
        | declaration.Kind switch
        {
            ScriptNodeKind.Interface => UnitTraits.Interface | UnitTraits.Abstract,
            ScriptNodeKind.Enum => UnitTraits.Enum,
            _ => UnitTraits.None,
        };

    /// <summary>What a class extends; where that is computed, as by a mixin, it is an expression and no name.</summary>
    private void Heritage(ScriptNode entry, List<string> bases)
    {
        var value = entry.Child(ScriptField.Value);
        if (DottedName(value) is not { } name)
        {
            Expression(value, FactRole.Base);
            return;
        }
        // `extends Omit<Options, 'a'>` extends Options.
        if (
            IsSeenThrough(name)
            && entry.Child(ScriptField.TypeArgument)
                is { Kind: ScriptNodeKind.TypeReference, Text: { } inner }
        )
            name = inner;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? name : name[..dot];
        // A parameter, as of a function that extends the class it is given, names no class.
        var isGiven = _scope.TryFind(head, out var local) && local.Entity is null;
        var known = Resolve(head, _scope);
        var resolved = known is null ? name : known + (dot < 0 ? "" : name[dot..]);
        var node = _facts.Open(FactKind.TypeReference, FactRole.Base, entry.Start, name);
        _facts.Resolve(node, resolved);
        foreach (var argument in entry.In(ScriptField.TypeArgument))
            TypeReference(argument, FactRole.Type);
        _facts.Close(entry.End);
        if (!isGiven)
            bases.Add(resolved);
    }

    /// <summary>Types of the language that leave out or loosen members of another.</summary>
    private static bool IsSeenThrough(string name) =>
        name is "Omit" or "Pick" or "Partial" or "Required" or "Readonly";

    private static string? DottedName(ScriptNode value) =>
        value.Kind switch
        {
            ScriptNodeKind.Identifier => value.Text,
            ScriptNodeKind.Member when DottedName(value.Child(ScriptField.Object)) is { } left =>
                $"{left}.{value.Text}",
            _ => null,
        };

    private void Member(ScriptNode member, ScriptNodeKind owner)
    {
        switch (member.Kind)
        {
            case ScriptNodeKind.Method:
                Method(member, owner);
                break;
            case ScriptNodeKind.Property
                when IsFunctionLike(Unwrap(member.Child(ScriptField.Init)).Kind)
                    && member.Text is { } name:
                Function(
                    FunctionParts.Of(
                        Unwrap(member.Child(ScriptField.Init)),
                        name,
                        UnitKind.Method
                    ) with
                    {
                        Whole = member,
                        Decorated = member,
                        Traits =
                            FunctionParts.Of(member, name, UnitKind.Method).Traits
                            | FunctionParts
                                .Of(Unwrap(member.Child(ScriptField.Init)), name, UnitKind.Method)
                                .Traits,
                    }
                );
                break;
            case ScriptNodeKind.Property:
                Field(member);
                break;
            case ScriptNodeKind.StaticBlock:
                Statements(member.Child(ScriptField.Body).In(ScriptField.Statement));
                break;
            case ScriptNodeKind.EnumMember:
                EnumMember(member);
                break;
            case ScriptNodeKind.CallSignature or ScriptNodeKind.ConstructSignature:
                var signature = member.Kind is ScriptNodeKind.CallSignature ? "call" : "new";
                Function(
                    FunctionParts.Of(member, signature, UnitKind.Method) with
                    {
                        Traits = UnitTraits.Abstract,
                    }
                );
                break;
        }
    }

    private void Method(ScriptNode method, ScriptNodeKind owner)
    {
        var isInterface = owner is ScriptNodeKind.Interface;
        // Of overloads the one with a body is the method.
        if (
            !isInterface
            && !method.Has(ScriptFlags.HasBody | ScriptFlags.Abstract)
            && !IsAmbient(method)
        )
            return;
        var name = method.Text ?? ComputedName(method);
        var isGetter = method.Has(ScriptFlags.Getter);
        var parts = FunctionParts.Of(
            method,
            method.Has(ScriptFlags.Setter) ? $"{name}.set" : name,
            isGetter || method.Has(ScriptFlags.Setter) ? UnitKind.Property : UnitKind.Method
        );
        Function(isInterface ? parts with { Traits = parts.Traits | UnitTraits.Abstract } : parts);
    }

    /// <summary><c>[Symbol.iterator]</c> as it is written.</summary>
    private string ComputedName(ScriptNode member)
    {
        var key = member.Child(ScriptField.Key);
        return key.Exists
            ? $"[{_text[key.Start..Math.Min(key.End, key.Start + MaxLiteralName)]}]"
            : "_";
    }

    private void Field(ScriptNode member)
    {
        var name = member.Text ?? ComputedName(member);
        var node = _facts.Open(FactKind.Assign, FactRole.Statement, member.Start);
        Decorators(member);
        _facts.Leaf(FactKind.Name, FactRole.Target, member.Start, member.Start, name);
        var type = TypeReference(member.Child(ScriptField.Type), FactRole.Annotation);
        Known value = default;
        if (member.Child(ScriptField.Init) is { Exists: true } init)
            value = Expression(init, FactRole.Value, type);
        _facts.Close(member.End);
        var sightings = _class!.Seen(name, node);
        sightings.IsClassLevel |= member.Has(ScriptFlags.Static);
        sightings.Saw(type);
        sightings.Saw(value.Type);
    }

    private void EnumMember(ScriptNode member)
    {
        var name = member.Text ?? "_";
        var node = _facts.Open(FactKind.Assign, FactRole.Statement, member.Start);
        _facts.Leaf(FactKind.Name, FactRole.Target, member.Start, member.Start, name);
        if (member.Child(ScriptField.Init) is { Exists: true } init)
            Expression(init, FactRole.Value);
        _facts.Close(member.End);
        var sightings = _class!.Seen(name, node);
        sightings.IsClassLevel = true;
        sightings.Saw(new ScriptType(_class.FullName));
    }
}
