namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds operations over a structure of objects that are written apart from their classes.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A new operation is a new visitor; the classes of the structure stay as they are.</para>
/// <para><b>Example.</b> <code>class Circle:
///     def accept(self, visitor):
///         return visitor.visit_circle(self)</code></para>
/// <para><b>Structure.</b> <c>double_dispatch</c>: at least two classes have a method that hands the object itself to a method of its
/// parameter, and a class has those methods. <c>by_name</c>: a method name is put together from the class of the argument, looked
/// up and called. <c>single_dispatch</c>: a generic function with implementations for at least two types. <c>library</c>: a
/// subclass of the ast module's visitors with visit methods of its own.</para>
/// <para><b>Limits.</b> Handing oneself to one listener is an observer or mediator: there is one class that does so, or the listener
/// is kept, or hands over things of its own with itself. Visitors tell classes apart: a database runs any query. Looking up a method by a setting, a verb or the name of the own class dispatches on no argument.
/// In C# most elements are asked by one name.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Martin, Acyclic Visitor, 1998.</para>
/// </remarks>
internal sealed partial class VisitorRule : ICodeRule
{
    /// <summary>Locals followed from the looked-up name to the class it is made of.</summary>
    private const int MaxHops = 4;

    public string Name => "visitor";

    public string Title => "Visitor";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Modules;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            _ =
                FindDoubleDispatch(unit, owner, found)
                || FindByName(unit, owner, found)
                || FindLibrary(unit, owner, found)
                || FindSingleDispatch(unit, found);
        else
            FindSingleDispatch(unit, found);
    }

    /// <summary><c>getattr(self, "visit_" + type(node).__name__)</c>, called.</summary>
    private bool FindByName(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var method in owner.Methods)
        {
            if (!method.Has(FactKind.Call))
                continue;
            var lookup = LookupByClass(method);
            if (!lookup.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("a method is looked up by the class of the argument", lookup)
                .Must("on the object itself", lookup.Argument(0))
                .Must("it is called with the argument", CalledWithParameter(method))
                .Should(
                    .20,
                    "there are methods to be found",
                    owner.Methods.Count + owner.Subclasses.Count >= 3
                )
                .Named("visitor", "visit")
                .Variant("by_name")
                .With(owner.Descendants().Select(d => d.Unit))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The name is made of the class of a parameter, in place or through locals.</summary>
    private static FactNode LookupByClass(ProjectUnit method)
    {
        foreach (var node in method.OwnCalls)
        {
            if (
                node.Kind is FactKind.Call
                && node.Calls("getattr", "builtins.getattr")
                && node.Argument(0).IsReceiver(method)
                && IsMadeOfClass(node.Argument(1), method, MaxHops)
            )
                return node;
        }
        return default;
    }

    private static bool IsMadeOfClass(FactNode name, ProjectUnit method, int hops)
    {
        if (!name.Exists() || hops < 0)
            return false;
        for (var i = name.Index; i < name.End; i++)
        {
            var node = name.Facts[i];
            if (NamesClass(node, method))
                return true;
            if (
                node.Kind is FactKind.Name
                && SourceOf(node, method) is { Facts: not null } source
                && IsMadeOfClass(source, method, hops - 1)
            )
                return true;
        }
        return false;
    }

    /// <summary><c>type(node)</c>, <c>node.__class__</c> or <c>node.__visit_name__</c> of a parameter.</summary>
    private static bool NamesClass(FactNode node, ProjectUnit method)
    {
        var subject =
            node.Kind is FactKind.Call && node.CalleeName() is "type" ? node.Argument(0)
            : node.Kind is FactKind.Attribute && node.Name is "__class__" or "__visit_name__"
                ? node.Child(FactRole.Object)
            : default;
        return subject.IsKind(FactKind.Name)
            && !subject.IsReceiver(method)
            && method.HasParameter(subject.NameOrEmpty());
    }

    /// <summary>What a local was assigned or is gone through, before it is used.</summary>
    private static FactNode SourceOf(FactNode local, ProjectUnit method)
    {
        foreach (var node in method.OwnNodes)
        {
            if (node.Index >= local.Index)
                break;
            if (!node.Child(FactRole.Target).IsName(local.Name))
                continue;
            if (node.Kind is FactKind.Assign)
                return node.Value();
            if (node.Kind is FactKind.ForEach or FactKind.Clause)
                return node.Child(FactRole.Iterable);
        }
        return default;
    }

    private static FactNode CalledWithParameter(ProjectUnit method)
    {
        foreach (var node in method.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || node.Callee().KindOf() is not (FactKind.Name or FactKind.Call)
            )
                continue;
            var argument = node.Argument(0);
            if (
                argument.IsKind(FactKind.Name)
                && method.HasParameter(argument.NameOrEmpty())
                && node.CalleeName() is not ("type" or "getattr" or "isinstance" or "super")
            )
                return node;
        }
        return default;
    }

    private bool FindLibrary(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        if (
            !owner.HasExternalBase(
                "ast.NodeVisitor",
                "ast.NodeTransformer",
                "libcst.CSTVisitor",
                "libcst.CSTTransformer",
                "CSharpSyntaxWalker",
                "CSharpSyntaxRewriter",
                "CSharpSyntaxVisitor"
            )
        )
            return false;
        ProjectUnit? visit = null;
        foreach (var method in owner.Methods)
        {
            if (
                method.Name.StartsWith("visit_", StringComparison.Ordinal)
                || method.Name.StartsWith("Visit", StringComparison.Ordinal)
            )
                visit = method;
        }
        if (visit is null)
            return false;
        found
            .Match(this, unit)
            .Must("it extends a library's visitor", unit.Node)
            .Must("and visits a kind of node", visit.Node)
            .Should(.25, "the base dispatches by class", true)
            .Variant("library")
            .Report();
        return true;
    }

    /// <summary>A generic function of the module or class with several implementations.</summary>
    private bool FindSingleDispatch(ProjectUnit unit, RuleFindings found)
    {
        foreach (var generic in unit.Members)
        {
            if (
                !generic.IsFunction
                || !generic.IsDecoratedWith("singledispatch", "singledispatchmethod")
            )
                continue;
            var registered = 0;
            foreach (var member in unit.Members)
            {
                foreach (var decorator in member.Fact.Decorators)
                {
                    if (DottedName.Is(decorator, $"{generic.Name}.register"))
                        registered++;
                }
            }
            if (registered < 2)
                continue;
            found
                .Match(this, unit.Class is null ? generic : unit)
                .Must("a generic function dispatches on the class of its argument", generic.Node)
                .Must("several classes have their implementation", registered >= 2)
                .Should(.20, "the implementations are registered", true)
                .Named("visit")
                .Variant("single_dispatch")
                .Report();
            return true;
        }
        return false;
    }
}
