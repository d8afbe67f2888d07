namespace Motif.Code.Rules.Shapes;

/// <summary>What rules ask of loops: what they count, what they go over, where they wait.</summary>
internal static class Loops
{
    private static readonly string[] Waiting =
    [
        "sleep",
        "Delay",
        "Sleep",
        "SpinWait",
        "setTimeout",
    ];

    /// <summary>The first call in the subtree that lets time pass, or none.</summary>
    public static FactNode Wait(FactNode node) => FirstCall(node, Waiting);

    /// <summary>The first call in the subtree of one of these; a name without a dot matches the last part.</summary>
    public static FactNode FirstCall(FactNode node, params ReadOnlySpan<string> names)
    {
        if (!node.Exists())
            return default;
        for (var i = node.Index; i < node.End; i++)
        {
            var inner = node.Facts[i];
            if (inner.Calls(names))
                return inner;
        }
        return default;
    }

    /// <summary>Whether it counts: over range(…) or the like, or with a test that compares.</summary>
    public static bool IsCounted(this FactNode loop) =>
        loop.Kind is FactKind.ForEach
            ? loop.Child(FactRole.Iterable).Bare() is var over
                && over.IsKind(FactKind.Call)
                && over.CalleeName() is "range" or "xrange" or "Range"
            : loop.Child(FactRole.Test).Contains(FactKind.Compare);

    /// <summary>Whether the loop runs for ever by itself.</summary>
    public static bool IsEndless(this FactNode loop)
    {
        if (loop.Kind is not FactKind.While)
            return false;
        var test = loop.Child(FactRole.Test);
        return !test.Exists()
            || (
                test.Kind is FactKind.Literal
                && !test.Is(FactFlags.LiteralFalse)
                && !test.Is(FactFlags.LiteralNull)
            );
    }

    /// <summary>Whether the subtree uses a variable that the loop's target binds.</summary>
    public static bool UsesTargetOf(this FactNode node, FactNode loop)
    {
        var target = loop.Child(FactRole.Target);
        if (!target.Exists())
            return false;
        for (var i = target.Index; i < target.End; i++)
        {
            if (
                target.Facts.Kinds[i] is FactKind.Name
                && target.Facts[i].Name is not "_"
                && node.Mentions(target.Facts[i].Name)
            )
                return true;
        }
        return false;
    }

    /// <summary>A statement of that kind whose nearest loop is this one (for break) or that stands anywhere in it, or none.</summary>
    public static FactNode ExitIn(FactNode node, FactNode loop)
    {
        if (!node.Exists())
            return default;
        var facts = node.Facts;
        for (var i = node.Index; i < node.End; i++)
        {
            if (facts.Kinds[i] is FactKind.Function or FactKind.Lambda)
                i += facts.Sizes[i] - 1;
            else if (facts.Kinds[i] is FactKind.Return)
                return facts[i];
            else if (facts.Kinds[i] is FactKind.Break && facts[i].EnclosingLoop() == loop)
                return facts[i];
        }
        return default;
    }
}
