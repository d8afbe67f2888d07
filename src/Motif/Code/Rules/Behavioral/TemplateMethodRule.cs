namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds methods that fix an order of steps and leave steps to subclasses.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> The order is written once; what varies is named and overridden.</para>
/// <para><b>Example.</b> <code>class Report:
///     def render(self):
///         self.header()
///         self.body()
///
///     def header(self):
///         raise NotImplementedError
///
///     def body(self):
///         raise NotImplementedError</code></para>
/// <para><b>Structure.</b> A method with a body calls own methods that are abstract or empty where it stands, and subclasses give
/// them: at least two steps, or one abstract step that two subclasses give.</para>
/// <para><b>Limits.</b> Overriding a method that does something by itself is plain inheritance. A single step that makes the product
/// is a factory method; a guard before the one step, and in C# a single step that is open to all, are another way in; one expression
/// with one step has no order, and an order that the same subclasses write anew is not fixed.
/// In Python steps that are each given back are a choice, and what many methods use is a primitive.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed class TemplateMethodRule : ICodeRule
{
    public string Name => "template_method";

    public string Title => "Template Method";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.Subclasses.Count == 0)
            return;
        var descendants = owner.Descendants();
        foreach (var method in owner.Methods)
        {
            if (
                method.IsHook
                || method.IsConstructor
                || method.Fact.Has(UnitTraits.Static)
                || method.IsSpecial && method.Name is not "__call__"
            )
                continue;
            var (steps, given, call) = Steps(owner, method, descendants);
            if (steps.Count == 0 || given.Count == 0 || (steps.Count < 2 && given.Count < 2))
                continue;
            if (
                steps.Count < 2
                && (
                    IsOneStep(method, call)
                    || IsAnotherDoor(owner, method, call)
                    || IsAnotherMaking(method, call)
                    || IsPrimitive(owner, method, call)
                )
            )
                continue;
            if (steps.Count >= 2 && IsChoice(method, steps))
                continue;
            // Where those who give the steps write the method anew as well, the order is not what they share.
            var fixedBy = given.Count(g => g.Method(method.Name) is null);
            if (fixedBy * 2 <= given.Count || steps.Count < 2 && fixedBy < 2)
                continue;
            found
                .Match(this, unit)
                .Must("a method fixes the order of steps", method.Node)
                .Must("a step is left to subclasses", call)
                .Should(.15, "there are several such steps", steps.Count >= 2)
                .Should(.10, "several subclasses give them", given.Count >= 2)
                .Should(
                    .05,
                    "no subclass changes the order",
                    !given.Exists(g => g.Method(method.Name) is not null)
                )
                .Named("template", "hook", "step")
                .With(given.Select(g => g.Unit))
                .Report();
            return;
        }
    }

    /// <summary>All it does is to call the one step, at most in an expression or before it gives back what it got: there is no order to fix.</summary>
    private static bool IsOneStep(ProjectUnit method, FactNode call)
    {
        var count = 0;
        foreach (var statement in method.Node.Body().Steps())
        {
            if (!IsPassedBack(statement, method))
                count++;
        }
        return count == 1
            && call.Statement().Kind is FactKind.Return or FactKind.ExpressionStatement
            && !call.EnclosingLoop().Exists()
            && !call.IsUnder(FactKind.Comprehension)
            && !call.IsUnder(FactKind.With)
            && (!call.IsUnder(FactKind.If) || IsGuarded(method, call));
    }

    /// <summary>If the object is asked to at all, and nothing else: <c>if (!borrowed) Destroy();</c></summary>
    private static bool IsGuarded(ProjectUnit method, FactNode call) =>
        method.Node.Body().LastStatement() is { Kind: FactKind.If } guard
        && !guard.Contains(FactKind.Assign)
        && guard.Holds(call)
        && guard.Body().StatementCount() == 1
        && guard.Body().FirstStatement() == call.Statement()
        && !guard.Child(FactRole.Else).Exists();

    /// <summary>The class is asked for one of its own, by what it is asked for anyway.</summary>
    private static bool IsAnotherMaking(ProjectUnit method, FactNode call) =>
        method.Fact.Has(UnitTraits.ClassMethod) && call.Parent.Kind is FactKind.Return;

    /// <summary>
    /// The one step is what the class is asked for anyway, open to all, and the method asks it for its caller, with other arguments or
    /// for later: another way in.
    /// </summary>
    private static bool IsAnotherDoor(ProjectClass owner, ProjectUnit method, FactNode call) =>
        owner.FindMethod(call.CalleeName() ?? "") is { IsPublic: true } step
        && !step.Fact.Has(UnitTraits.Protected)
        && method.IsPublic
        && !method.Fact.Has(UnitTraits.Protected)
        // Only a language with a word for what is left to heirs says that this is none of it.
        && method.File.Facts.Language == "csharp";

    /// <summary>Methods of one class that use one and the same open step: from here on it is what they work with.</summary>
    private const int Users = 3;

    /// <summary>
    /// Python: two methods of the class end with the one step, or many use it: something to work with, such as sending or mapping.
    /// </summary>
    private static bool IsPrimitive(ProjectClass owner, ProjectUnit method, FactNode call)
    {
        if (method.File.Facts.Language != "python")
            return false;
        var others = owner.Shape.SelfCalls.FindAll(c =>
            c.Method == call.CalleeName() && c.In != method
        );
        return others.Select(c => c.In).Distinct().Count() + 1 >= Users
            || EndsWith(method, call) && others.Exists(c => EndsWith(c.In, c.Call));
    }

    private static bool EndsWith(ProjectUnit method, FactNode call) =>
        method.Node.Body().LastStatement() is { Facts: not null } last
        && last.Kind is FactKind.Return or FactKind.ExpressionStatement
        && call.Statement() == last;

    /// <summary>Python: each step is given back as it comes, one or another: a choice among them, without an order.</summary>
    private static bool IsChoice(ProjectUnit method, List<string> steps) =>
        method.File.Facts.Language == "python"
        && method
            .Shape.SelfCalls.Where(c => steps.Contains(c.Method))
            .All(c =>
                (c.Call.Parent.Kind is FactKind.Await ? c.Call.Parent.Parent : c.Call.Parent).Kind
                is FactKind.Return
            );

    private static bool IsOpenToAll(ProjectUnit step) =>
        step.IsPublic && !step.Fact.Has(UnitTraits.Protected);

    /// <summary>
    /// C#: at least two steps that anybody may ask for are taken one after the other whatever comes; one alone, two in one expression or one of
    /// two are work in terms of what the class offers anyway.
    /// </summary>
    private static bool AreInOrder(ProjectClass owner, ProjectUnit method)
    {
        var statements = new HashSet<int>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in method.Shape.SelfCalls)
        {
            var statement = call.Call.Statement();
            if (
                owner.FindMethod(call.Method) is { IsHook: true, IsSpecial: false }
                && statement.Parent == method.Node.Body()
                && names.Add(call.Method)
            )
                statements.Add(statement.Index);
        }
        return statements.Count >= 2;
    }

    private static bool IsPassedBack(FactNode statement, ProjectUnit method) =>
        statement.Kind is FactKind.Return
        && statement.Value() is { Facts: not null, Kind: FactKind.Name } given
        && method.HasParameter(given.NameOrEmpty());

    private static (List<string> Steps, List<ProjectClass> Given, FactNode Call) Steps(
        ProjectClass owner,
        ProjectUnit method,
        IReadOnlyList<ProjectClass> descendants
    )
    {
        var steps = new List<string>();
        var given = new List<ProjectClass>();
        FactNode first = default;
        var isInOrder = method.File.IsCSharp && AreInOrder(owner, method);
        foreach (var call in method.Shape.SelfCalls)
        {
            if (
                call.Method == method.Name
                || steps.Contains(call.Method)
                || owner.FindMethod(call.Method) is not { IsHook: true, IsSpecial: false } step
                || method.File.IsCSharp && !isInOrder && IsOpenToAll(step)
            )
                continue;
            var isGiven = false;
            foreach (var descendant in descendants)
            {
                if (descendant.Method(call.Method) is not { IsHook: false })
                    continue;
                isGiven = true;
                if (!given.Contains(descendant))
                    given.Add(descendant);
            }
            if (!isGiven)
                continue;
            steps.Add(call.Method);
            first = first.Exists() ? first : call.Call;
        }
        return (steps, given, first);
    }
}
