namespace Motif.Code;

/// <summary>What rules ask of expressions. A node that was not found is <c>default</c>, for which <see cref="Exists"/> is false.</summary>
internal static class Expressions
{
    public static bool Exists(this FactNode node) => node.Facts is not null;

    /// <summary>The kind, <see cref="FactKind.Error"/> for none.</summary>
    public static FactKind KindOf(this FactNode node) => node.Exists() ? node.Kind : FactKind.Error;

    /// <summary>The name, empty where there is none: a receiver that the language adds itself has none.</summary>
    public static string NameOrEmpty(this FactNode node) => node.NameOf() ?? "";

    /// <summary>The name, null for none.</summary>
    public static string? NameOf(this FactNode node) => node.Exists() ? node.Name : null;

    /// <summary>The first child in that role, or none.</summary>
    public static FactNode Child(this FactNode node, FactRole role) =>
        node.Exists() && node.TryChild(role, out var child) ? child : default;

    /// <summary>The only or first value of a statement or expression, or none.</summary>
    public static FactNode Value(this FactNode node) => node.Child(FactRole.Value);

    /// <summary>Without await, star and cast around it.</summary>
    public static FactNode Bare(this FactNode node)
    {
        while (
            node.Exists()
            && node.Kind is FactKind.Await or FactKind.Starred or FactKind.TypeOperation
            && node.TryChild(FactRole.Value, out var inner)
        )
            node = inner;
        return node;
    }

    public static bool IsKind(this FactNode node, FactKind kind) =>
        node.Exists() && node.Kind == kind;

    public static bool IsName(this FactNode node, string? name) =>
        node.IsKind(FactKind.Name) && name is not null && node.Name == name;

    public static bool IsNull(this FactNode node) =>
        node.IsKind(FactKind.Literal) && node.Is(FactFlags.LiteralNull);

    public static bool IsTrueOrFalse(this FactNode node) =>
        node.IsKind(FactKind.Literal)
        && (node.Flags & (FactFlags.LiteralTrue | FactFlags.LiteralFalse)) != FactFlags.None;

    /// <summary>A literal or an empty display: a value that depends on nothing.</summary>
    public static bool IsPlainDefault(this FactNode node) =>
        node.Exists()
        && (
            node.Kind is FactKind.Literal
            || (node.Kind is FactKind.Collection or FactKind.Mapping && node.Size == 1)
            || (node.Kind is FactKind.Unary && node.Value().IsKind(FactKind.Literal))
        );

    /// <summary>What a call calls.</summary>
    public static FactNode Callee(this FactNode call) => call.Child(FactRole.Callee);

    /// <summary>The simple name of what a call calls; null for a computed callee.</summary>
    public static string? CalleeName(this FactNode call)
    {
        var callee = call.Callee();
        return callee.Exists() && callee.Kind is FactKind.Name or FactKind.Attribute
            ? callee.Name
            : null;
    }

    /// <summary>The object whose method a call calls, or none.</summary>
    public static FactNode CalledObject(this FactNode call)
    {
        var callee = call.Callee();
        return callee.IsKind(FactKind.Attribute) ? callee.Child(FactRole.Object) : default;
    }

    /// <summary>The resolved dotted name of what a call calls, else what stands there.</summary>
    public static string? CalleeText(this FactNode call) =>
        call.Resolved
        ?? call.Callee() switch
        {
            var callee when callee.Exists() => callee.Resolved ?? callee.Name,
            _ => null,
        };

    /// <summary>The same as an index into <see cref="CodeFacts.Strings"/>; −1 where nothing stands there.</summary>
    public static int CalleeTextIndex(this FactNode call)
    {
        var facts = call.Facts;
        if (facts.Resolved[call.Index] is >= 0 and var resolved)
            return resolved;
        if (call.Callee() is not { Facts: not null, Index: var callee })
            return -1;
        return facts.Resolved[callee] >= 0 ? facts.Resolved[callee] : facts.Names[callee];
    }

    /// <summary>Whether the call is known to call one of these; a name without a dot matches the last part.</summary>
    public static bool Calls(this FactNode node, params ReadOnlySpan<string> names) =>
        node.IsKind(FactKind.Call)
        && node.CalleeText() is { } text
        && DottedName.IsOneOf(text, names);

    /// <summary>The value of the argument at that place, keywords counted where they stand; or none.</summary>
    public static FactNode Argument(this FactNode call, int index)
    {
        if (!call.Exists())
            return default;
        foreach (var child in call.Children())
        {
            if (child.Role is FactRole.Argument && index-- == 0)
                return child.Kind is FactKind.KeywordArgument ? child.Value() : child;
        }
        return default;
    }

    public static int ArgumentCount(this FactNode call)
    {
        var count = 0;
        foreach (var child in call.Children())
        {
            if (child.Role is FactRole.Argument)
                count++;
        }
        return count;
    }

    /// <summary>Whether an argument is that name itself, as where an object hands over itself.</summary>
    public static bool HandsOver(this FactNode call, string? name)
    {
        foreach (var child in call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child;
            if (value.Bare().IsName(name))
                return true;
        }
        return false;
    }

    /// <summary>Whether the call has an argument of that keyword.</summary>
    public static bool HasKeyword(this FactNode call, string keyword)
    {
        foreach (var child in call.Children())
        {
            if (child.Kind is FactKind.KeywordArgument && child.Name == keyword)
                return true;
        }
        return false;
    }

    /// <summary>Whether a name of that text stands in the subtree.</summary>
    public static bool Mentions(this FactNode node, string? name)
    {
        if (!node.Exists() || name is null)
            return false;
        var facts = node.Facts;
        for (var i = node.Index; i < node.End; i++)
        {
            if (
                facts.Kinds[i] is FactKind.Name
                && facts.Names[i] >= 0
                && string.Equals(facts.Strings[facts.Names[i]], name, StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }

    /// <summary>The first node of that kind in the subtree, nested functions included; or none.</summary>
    public static FactNode First(this FactNode node, FactKind kind)
    {
        if (!node.Exists())
            return default;
        var span = node.Facts.Kinds.AsSpan(node.Index, node.Size);
        var found = span.IndexOf(kind);
        return found < 0 ? default : new FactNode(node.Facts, node.Index + found);
    }

    public static bool Contains(this FactNode node, FactKind kind) => node.First(kind).Exists();

    /// <summary>Whether the other node lies in this one's subtree.</summary>
    public static bool Holds(this FactNode node, FactNode inner) =>
        node.Exists() && inner.Exists() && inner.Index >= node.Index && inner.Index < node.End;

    /// <summary>Whether two subtrees are the same expression, names and all.</summary>
    public static bool IsSameAs(this FactNode left, FactNode right)
    {
        if (!left.Exists() || !right.Exists() || left.Size != right.Size)
            return false;
        for (var i = 0; i < left.Size; i++)
        {
            FactNode a = new(left.Facts, left.Index + i),
                b = new(right.Facts, right.Index + i);
            if (a.Kind != b.Kind || !string.Equals(a.Name, b.Name, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>Whether it is <c>receiver.name</c>, with the attribute's name.</summary>
    public static bool IsOwnAttribute(this FactNode node, ProjectUnit unit, out string name)
    {
        name = "";
        if (!node.IsKind(FactKind.Attribute) || node.Name is not { } attribute)
            return false;
        var target = node.Child(FactRole.Object);
        if (!target.IsReceiver(unit))
            return false;
        name = attribute;
        return true;
    }

    /// <summary>The own instance or class: self, cls, this, type(self), self.__class__, the own class by name.</summary>
    public static bool IsReceiver(this FactNode node, ProjectUnit unit)
    {
        if (!node.Exists())
            return false;
        if (node.Kind is FactKind.Name)
            return node.IsName(unit.Receiver) || node.IsName(unit.EnclosingClass?.Name);
        if (node.Kind is FactKind.Attribute && node.Name == "__class__")
            return node.Child(FactRole.Object).IsName(unit.Receiver);
        return node.Kind is FactKind.Call
            && node.CalleeName() == "type"
            && node.Argument(0).IsName(unit.Receiver);
    }

    /// <summary>
    /// Whether it tests that something is missing: <c>x is None</c>, <c>not x</c>, <c>x == null</c>, <c>not hasattr(self, …)</c>.
    /// </summary>
    /// <param name="subject">What is tested.</param>
    public static bool IsMissingTest(this FactNode test, out FactNode subject)
    {
        subject = default;
        if (!test.Exists())
            return false;
        if (test.Kind is FactKind.Unary && test.Name is "not")
        {
            subject = test.Value();
            return subject.Exists();
        }
        if (test.Kind is not FactKind.Compare || test.Name is not ("is" or "==" or "not in"))
        {
            if (test.Kind is FactKind.TypeOperation && test.Contains(FactKind.Literal))
                subject = test.Value();
            return subject.Exists();
        }
        FactNode left = default,
            right = default;
        foreach (var child in test.Children())
            (left, right) = left.Exists() ? (left, child) : (child, right);
        if (test.Name is "not in")
            subject = left;
        else if (right.IsNull() || right.Bare().IsNull())
            subject = left;
        else if (left.IsNull())
            subject = right;
        return subject.Exists();
    }
}
