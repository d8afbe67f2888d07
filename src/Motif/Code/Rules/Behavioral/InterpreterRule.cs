namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds classes that are the grammar of a small language, each evaluating itself in a context.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Rules, queries and formulas become data that can be built, nested and evaluated at run time.</para>
/// <para><b>Example.</b> <code>class And(Expression):
///     def interpret(self, context):
///         return self.left.interpret(context) and self.right.interpret(context)</code></para>
/// <para><b>Structure.</b> A base whose operation takes a context; a subclass that holds two parts of the own kind, calls the same
/// operation on both with the context it got and combines the answers; and one that answers without parts, with what it stands for or
/// what it finds in the context.</para>
/// <para><b>Limits.</b> What reckons with what it gets by itself is an operation that can be combined. Any number of children gone
/// through alike is a composite; one part that is passed on to is a decorator.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class InterpreterRule : ICodeRule
{
    public string Name => "interpreter";

    public string Title => "Interpreter";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Descendants().Count < 2)
            return;
        foreach (var operation in owner.Methods)
        {
            if (
                operation.IsHook
                && !operation.IsConstructor
                && operation.Fact.Parameters.Any(p => !p.IsReceiver)
                && !(unit.File.IsScript && IsTold(operation))
                && !(unit.File.IsCSharp && IsKey(operation))
                && Find(unit, owner, operation, found)
            )
                return;
        }
    }

    /// <summary>TypeScript: what is declared to be a text or number says what to do; a context is an object.</summary>
    private static bool IsTold(ProjectUnit operation) =>
        operation.Fact.Parameters[0].Type is "string" or "number" or "boolean";

    /// <summary>C#: a number is looked up, an action is done to all, and a token ends the work: none is a context in which something is said.</summary>
    private static bool IsKey(ProjectUnit operation) =>
        operation.Fact.Parameters.First(p => !p.IsReceiver).Type is { } type
        && DottedName.Last(type)
            is "int"
                or "Int32"
                or "long"
                or "Int64"
                or "bool"
                or "Boolean"
                or "CancellationToken"
                or "Action"
                or "Func";

    private bool Find(
        ProjectUnit unit,
        ProjectClass owner,
        ProjectUnit operation,
        RuleFindings found
    )
    {
        var rules = new List<ProjectUnit>();
        var terminals = new List<ProjectUnit>();
        FactNode combined = default;
        var isRead = false;
        foreach (var descendant in owner.Descendants())
        {
            if (descendant.Method(operation.Name) is not { IsHook: false } method)
                continue;
            var parts = PartsAsked(method, operation.Name);
            if (parts.Count >= 2)
            {
                rules.Add(descendant.Unit);
                combined = combined.Exists() ? combined : parts.Values.First();
            }
            else if (parts.Count == 0 && !AsksAny(method, operation.Name))
            {
                terminals.Add(descendant.Unit);
                isRead |= ReadsContext(method);
            }
        }
        if (rules.Count == 0 || terminals.Count == 0 || !isRead)
            return false;
        found
            .Match(this, unit)
            .Must("every expression answers in a context", operation.Node)
            .Must("one asks its parts in the same context", combined)
            .Must("another answers without parts", terminals[0].Node)
            .Should(.15, "several combine their parts", rules.Count >= 2)
            .Should(.10, "the base leaves the answer open", operation.IsAbstract)
            .Named("interpret", "expression", "evaluate", "grammar")
            .With(rules)
            .With(terminals)
            .Report();
        return true;
    }

    /// <summary>
    /// A symbol of the language: it gives back what it stands for, or looks it up in the context. What reckons with the context by
    /// itself, as constraints and kernels do, is an operation that can be combined, no sentence.
    /// </summary>
    private static bool ReadsContext(ProjectUnit method)
    {
        foreach (var result in method.Shape.Returns)
        {
            var value = result.Value();
            if (!value.Exists())
                continue;
            var said = value.Bare();
            if (
                said.IsOwnAttribute(method, out _)
                || said.KindOf() is FactKind.Literal && !said.IsTrueOrFalse() && !said.IsNull()
            )
                return true;
        }
        foreach (var node in method.OwnNodes)
        {
            var asked =
                node.Kind is FactKind.Subscript ? node.Child(FactRole.Object)
                : node.Kind is FactKind.Call ? node.CalledObject()
                : node.Kind is FactKind.Compare ? ParameterOf(node, method)
                : default;
            if (
                asked.IsKind(FactKind.Name)
                && method.HasParameter(asked.NameOrEmpty())
                && MentionsOwn(node, method)
            )
                return true;
        }
        return false;
    }

    private static FactNode ParameterOf(FactNode compare, ProjectUnit method)
    {
        foreach (var child in compare.Children())
        {
            if (child.Kind is FactKind.Name && method.HasParameter(child.NameOrEmpty()))
                return child;
        }
        return default;
    }

    private static bool MentionsOwn(FactNode node, ProjectUnit method)
    {
        for (var i = node.Index; i < node.End; i++)
        {
            if (node.Facts[i].IsOwnAttribute(method, out _))
                return true;
        }
        return false;
    }

    /// <summary>Fixed parts whose same operation gets the method's own context and whose answer is used, by name.</summary>
    private static Dictionary<string, FactNode> PartsAsked(ProjectUnit method, string operation)
    {
        var asked = new Dictionary<string, FactNode>(StringComparer.Ordinal);
        foreach (var forward in method.Shape.Forwards)
        {
            if (
                forward.Method == operation
                && !forward.IsOuter
                && !forward.Call.EnclosingLoop().Exists()
                && forward.Call.Statement().Kind is not FactKind.ExpressionStatement
                && forward.Call.Argument(0) is { Facts: not null } context
                && context.IsKind(FactKind.Name)
                && method.HasParameter(context.Name ?? "")
            )
                asked.TryAdd(forward.Attribute, forward.Call);
        }
        return asked;
    }

    private static bool AsksAny(ProjectUnit method, string operation)
    {
        foreach (var call in method.OwnCalls)
        {
            if (call.CalleeName() == operation)
                return true;
        }
        return false;
    }
}
