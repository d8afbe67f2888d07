using System.Runtime.CompilerServices;

namespace Motif.Code;

/// <summary>Reads one function front to back and fills its <see cref="FunctionShape"/>.</summary>
internal sealed partial class FunctionShapeReader(ProjectUnit unit)
{
    private readonly ProjectClass? _class = unit.EnclosingClass;
    private readonly Dictionary<string, Origin> _locals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outer = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loopVariables = new(StringComparer.Ordinal);

    public void Read(FunctionShape shape)
    {
        foreach (var node in unit.OwnNodes)
        {
            switch (node.Kind)
            {
                case FactKind.ScopeDeclaration when node.Name is { } name:
                    _outer.Add(name);
                    break;
                case FactKind.Assign:
                    ReadAssign(node, shape);
                    break;
                case FactKind.NamedExpression:
                    Bind(node.Child(FactRole.Target), OriginOf(node.Value()));
                    break;
                case FactKind.ForEach:
                    BindLoop(node);
                    break;
                case FactKind.Comprehension:
                    foreach (var clause in node.Children())
                    {
                        if (clause.Kind is FactKind.Clause)
                            BindLoop(clause);
                    }
                    break;
                case FactKind.Delete:
                    ReadDelete(node, shape);
                    break;
                case FactKind.Call:
                    ReadCall(node, shape);
                    break;
                case FactKind.Return:
                    shape.Returns.Add(node);
                    break;
                case FactKind.Attribute
                    when node.Role is not (FactRole.Callee or FactRole.Target)
                        && unit.File.HasProperty(node.NameOrEmpty()):
                    ReadProperty(node, shape);
                    break;
            }
        }
    }

    /// <summary>What an expression stands for with the aliases read so far.</summary>
    public Origin OriginOf(FactNode node)
    {
        node = node.Bare();
        // A chain of thousands of calls is legal; what it stands for is then left open.
        if (!node.Exists() || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return default;
        if (node.IsReceiver(unit))
            return new Origin(OriginKind.Self);
        switch (node.Kind)
        {
            case FactKind.Name:
                return OriginOfName(node);
            case FactKind.Attribute:
                return OriginOfAttribute(node);
            case FactKind.Subscript:
                return AsElement(OriginOf(node.Child(FactRole.Object)));
            case FactKind.Call:
                return OriginOfCall(node);
            case FactKind.Boolean or FactKind.Conditional:
                return OriginOfAlternatives(node);
            case FactKind.NamedExpression:
                return OriginOf(node.Value());
            default:
                return default;
        }
    }

    private Origin OriginOfAttribute(FactNode node)
    {
        var holder = OriginOf(node.Child(FactRole.Object));
        return holder switch
        {
            { Kind: OriginKind.Self } => new Origin(
                OriginKind.Held,
                _class?.AttributeBehind(node.NameOrEmpty()) ?? node.NameOrEmpty()
            ),
            { Kind: OriginKind.Held, IsOuter: false } => holder with { Kind = OriginKind.Part },
            _ => default,
        };
    }

    private Origin OriginOfName(FactNode node)
    {
        var name = node.NameOrEmpty();
        if (name.Length == 0)
            return default;
        if (_locals.TryGetValue(name, out var origin))
            return origin;
        if (unit.HasParameter(name))
            return new Origin(OriginKind.Parameter, name);
        var resolved = unit.File.Facts.Resolved[node.Index];
        return resolved < 0 || unit.File.CanBeVariable(resolved)
            ? new Origin(OriginKind.Held, name, IsOuter: true)
            : default;
    }

    private Origin OriginOfCall(FactNode call)
    {
        var callee = call.Callee();
        if (callee.IsKind(FactKind.Attribute))
        {
            var held = OriginOf(callee.Child(FactRole.Object));
            if (held.Kind is OriginKind.Held or OriginKind.Element)
            {
                if (CollectionCalls.TakesElement(callee.NameOrEmpty()))
                    return AsElement(held);
                if (CollectionCalls.KeepsElements(callee.NameOrEmpty()))
                    return held;
            }
        }
        if (callee.IsKind(FactKind.Name) && CollectionCalls.CopiesArgument(callee.NameOrEmpty()))
            return OriginOf(call.Argument(0));
        var made = MadeClass(call, unit);
        return made is null ? default : new Origin(OriginKind.Made, made.Name, Class: made);
    }

    /// <summary>The class of the project that a call makes an instance of.</summary>
    internal static ProjectUnit? MadeClass(FactNode call, ProjectUnit from)
    {
        if (!call.IsKind(FactKind.Call))
            return null;
        var index = call.CalleeTextIndex();
        if (index < 0)
            return null;
        if (call.Callee() is { Facts: not null, Kind: FactKind.Attribute } attribute)
        {
            var target = attribute.Child(FactRole.Object);
            if (target.IsName(from.Receiver) && target.Resolved is null)
                return null;
        }
        var name = call.Facts.Strings[index];
        var found = ReferenceEquals(call.Facts, from.File.Facts)
            ? from.File.ClassOf(index)
            : from.File.Project.FindClass(name, from.File);
        // A capital or the resolver's word: a function that happens to share a class's simple name is none.
        return
            found is not null
            && (
                call.Is(FactFlags.Constructs) || name.EndsWith(found.Name, StringComparison.Ordinal)
            )
            ? found
            : null;
    }

    private Origin OriginOfAlternatives(FactNode node)
    {
        foreach (var child in node.Children())
        {
            if (child.Role is FactRole.Test)
                continue;
            var origin = OriginOf(child);
            if (origin.Kind is not OriginKind.Unknown)
                return origin;
        }
        return default;
    }

    private static Origin AsElement(Origin origin) =>
        origin.Kind is OriginKind.Held or OriginKind.Element
            ? origin with
            {
                Kind = OriginKind.Element,
            }
            : default;

    private void ReadAssign(FactNode assign, FunctionShape shape)
    {
        var value = assign.Value();
        foreach (var target in assign.Children())
        {
            if (target.Role is FactRole.Target)
                ReadTarget(target, assign, value, shape);
        }
    }

    private void ReadTarget(FactNode target, FactNode assign, FactNode value, FunctionShape shape)
    {
        switch (target.Kind)
        {
            case FactKind.Collection:
                ReadTargets(target, assign, value, shape);
                break;
            case FactKind.Subscript:
                ReadPut(target, value, OriginOf(value), shape);
                break;
            case FactKind.Attribute:
                ReadStore(target, assign, value, OriginOf(value), shape);
                break;
            case FactKind.Name:
                ReadNameStore(target, assign, value, OriginOf(value), shape);
                break;
            default:
                Bind(target, default);
                break;
        }
    }

    /// <summary><c>self.x, self.y = x, y</c>: pairwise where the values stand there, else each gets something unknown.</summary>
    private void ReadTargets(FactNode targets, FactNode assign, FactNode value, FunctionShape shape)
    {
        var isPairwise = value.IsKind(FactKind.Collection);
        var values = isPairwise ? value.Children().GetEnumerator() : default;
        foreach (var target in targets.Children())
        {
            var own = isPairwise && values.MoveNext() ? values.Current : default;
            ReadTarget(target, assign, own, shape);
        }
    }

    private void ReadNameStore(
        FactNode target,
        FactNode assign,
        FactNode value,
        Origin source,
        FunctionShape shape
    )
    {
        if (_outer.Contains(target.NameOrEmpty()))
            shape.Stores.Add(new(unit, target.NameOrEmpty(), true, assign, value, source));
        else if (assign.Name is null)
            Bind(target, IsDisplay(value) ? LocalCollection(target.NameOrEmpty()) : source);
    }

    private static bool IsDisplay(FactNode value) =>
        value.IsKind(FactKind.Mapping) || value.IsKind(FactKind.Collection);

    private static Origin LocalCollection(string name) =>
        new(OriginKind.Held, name, IsOuter: true, IsLocal: true);

    private void ReadStore(
        FactNode target,
        FactNode assign,
        FactNode value,
        Origin source,
        FunctionShape shape
    )
    {
        var holder = OriginOf(target.Child(FactRole.Object));
        if (holder.Kind is OriginKind.Held && !holder.IsOuter)
            shape.Collects.Add(
                new(unit, holder.Name, false, CollectKind.Set, assign, value, source)
            );
        if (holder.Kind is not OriginKind.Self)
            return;
        shape.Stores.Add(new(unit, target.NameOrEmpty(), false, assign, value, source));
        // C# adds to an event and Python to a list with the same operator.
        if (assign.Name is "+=" && source.Kind is OriginKind.Parameter)
            shape.Collects.Add(
                new(unit, target.NameOrEmpty(), false, CollectKind.Add, assign, value, source)
            );
    }

    private void ReadPut(FactNode target, FactNode value, Origin source, FunctionShape shape)
    {
        var held = OriginOf(target.Child(FactRole.Object));
        if (held.Kind is OriginKind.Held or OriginKind.Element)
            shape.Collects.Add(
                new(unit, held.Name, held.IsOuter, CollectKind.Put, target, value, source)
            );
    }

    private void ReadProperty(FactNode read, FunctionShape shape)
    {
        if (OriginOf(read.Child(FactRole.Object)) is { Kind: OriginKind.Held, IsOuter: false } held)
            shape.PropertyReads.Add(new(unit, held.Name, false, read.NameOrEmpty(), read));
    }

    private void ReadDelete(FactNode delete, FunctionShape shape)
    {
        foreach (var target in delete.Children())
        {
            if (target.Kind is not FactKind.Subscript)
                continue;
            var held = OriginOf(target.Child(FactRole.Object));
            var key = target.Child(FactRole.Index);
            if (held.Kind is OriginKind.Held or OriginKind.Element)
                shape.Collects.Add(
                    new(
                        unit,
                        held.Name,
                        held.IsOuter,
                        CollectKind.Remove,
                        target,
                        key,
                        OriginOf(key)
                    )
                );
        }
    }

    private void ReadCall(FactNode call, FunctionShape shape)
    {
        var callee = call.Callee();
        if (callee.IsKind(FactKind.Attribute))
            ReadMethodCall(call, callee, shape);
        else
            ReadPlainCall(call, callee, shape);
    }

    private void ReadMethodCall(FactNode call, FactNode callee, FunctionShape shape)
    {
        var target = callee.Child(FactRole.Object).Bare();
        var method = callee.NameOrEmpty();
        if (IsBase(target))
        {
            shape.SuperCalls.Add(new(unit, method, call));
            return;
        }
        var origin = OriginOf(target);
        switch (origin.Kind)
        {
            case OriginKind.Self:
                shape.SelfCalls.Add(new(unit, method, call));
                if (_class?.HasAttribute(method) == true)
                    shape.Forwards.Add(new(unit, method, false, null, call));
                break;
            case OriginKind.Held:
                shape.Forwards.Add(new(unit, origin.Name, origin.IsOuter, method, call));
                ReadCollect(call, method, origin, shape);
                break;
            case OriginKind.Element:
                if (!ReadCollect(call, method, origin, shape))
                    AddElementCall(call, target, origin, method, shape);
                break;
            case OriginKind.Part when CollectionCalls.Adds(method):
                shape.Collects.Add(
                    new(unit, origin.Name, false, CollectKind.Set, call, call.Argument(0), default)
                );
                break;
            case OriginKind.Parameter:
                shape.ParameterCalls.Add(new(unit, origin.Name, method, call));
                break;
        }
    }

    private void ReadPlainCall(FactNode call, FactNode callee, FunctionShape shape)
    {
        var origin = OriginOf(callee);
        if (origin.Kind is OriginKind.Held)
            shape.Forwards.Add(new(unit, origin.Name, origin.IsOuter, null, call));
        else if (origin.Kind is OriginKind.Element)
            AddElementCall(call, callee, origin, null, shape);
        else if (origin.Kind is OriginKind.Parameter)
            shape.ParameterCalls.Add(new(unit, origin.Name, null, call));
    }

    private bool ReadCollect(FactNode call, string method, Origin held, FunctionShape shape)
    {
        var isAdd = CollectionCalls.Adds(method);
        if (!isAdd && !CollectionCalls.Removes(method))
            return false;
        var value = call.Argument(isAdd ? Math.Max(0, call.ArgumentCount() - 1) : 0);
        shape.Collects.Add(
            new(
                unit,
                held.Name,
                held.IsOuter,
                isAdd ? CollectKind.Add : CollectKind.Remove,
                call,
                value,
                OriginOf(value)
            )
        );
        return true;
    }

    private void AddElementCall(
        FactNode call,
        FactNode target,
        Origin origin,
        string? method,
        FunctionShape shape
    )
    {
        var inLoop = target.IsKind(FactKind.Name) && _loopVariables.Contains(target.NameOrEmpty());
        shape.ElementCalls.Add(new(unit, origin.Name, origin.IsOuter, method, inLoop, call));
    }

    private static bool IsBase(FactNode target) =>
        target.IsName("base") || (target.IsKind(FactKind.Call) && target.CalleeName() == "super");
}
