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
/// is kept, or hands over things of its own with itself. Visitors tell classes apart: a database runs any query. Looking up a method by a setting, a verb or the name of the own class dispatches on no argument.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994; Martin, Acyclic Visitor, 1998.</para>
/// </remarks>
internal sealed class VisitorRule : ICodeRule
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

    /// <summary>Seen from the visitor: the methods that elements hand themselves to.</summary>
    private bool FindDoubleDispatch(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var elements = Visits(owner);
        if (
            elements.Count < 2
            || owner.Bases.Any(b => Visits(b).Count >= 2)
            || !IsDispatched(owner, elements)
        )
            return false;
        var (accept, call) = elements[0];
        var visitors = owner.Descendants().Count;
        found
            .Match(this, unit)
            .Must("elements take a visitor", accept.Node)
            .Must("and hand themselves to it", call)
            .Must("several classes do so", elements.Count >= 2)
            .Should(
                .20,
                "the elements answer the same call",
                elements.TrueForAll(e => e.Accept.Name == accept.Name)
            )
            .Should(.10, "there are several visitors", visitors >= 1)
            .Should(
                .05,
                "each class is visited by its own method",
                elements.Select(e => e.Call.CalleeName()).Distinct(StringComparer.Ordinal).Count()
                    >= 2
            )
            .Named("visitor", "visit")
            .Variant("double_dispatch")
            .With(elements.Select(e => e.Accept.Parent!))
            .With(elements.SelectMany(e => e.Accept.Owner!.Bases).Select(b => b.Unit))
            .With(owner.Descendants().Select(d => d.Unit))
            .Report();
        return true;
    }

    /// <summary>Methods of other classes that hand themselves to a method of their parameter which the owner has.</summary>
    private static List<(ProjectUnit Accept, FactNode Call)> Visits(ProjectClass owner)
    {
        var found = new List<(ProjectUnit, FactNode)>();
        foreach (var file in Files(owner))
        {
            foreach (var call in file.HandedToParameters)
            {
                var element = call.In.Owner!;
                if (
                    element != owner
                    && !call.In.IsConstructor
                    && IsNothingButItself(call)
                    && !found.Exists(f => f.Item1.Parent == element.Unit)
                    && owner.FindMethod(call.Method!) is { RequiredParameters: > 0 }
                    && !element.IsRelatedTo(owner)
                )
                    found.Add((call.In, call.Call));
            }
        }
        return found;
    }

    /// <summary>Besides itself the element hands over at most what it was given: with things of its own it registers, asks or reports.</summary>
    private static bool IsNothingButItself(ParameterCallFact call)
    {
        foreach (var child in call.Call.Children())
        {
            if (child.Role is not FactRole.Argument)
                continue;
            var value = child.Kind is FactKind.KeywordArgument ? child.Value() : child.Bare();
            if (
                !value.IsName(call.In.Receiver)
                && value.KindOf() is not FactKind.Starred
                && !(value.IsKind(FactKind.Name) && call.In.HasParameter(value.NameOrEmpty()))
            )
                return false;
        }
        return true;
    }

    /// <summary>
    /// Each class of elements comes to a method of its own, or the one method tells them apart or does with each what it says of itself; a
    /// database that runs whatever is handed to it does not.
    /// </summary>
    private static bool IsDispatched(
        ProjectClass owner,
        List<(ProjectUnit Accept, FactNode Call)> elements
    )
    {
        var names = elements.ConvertAll(e => e.Call.CalleeName() ?? "");
        if (names.Distinct(StringComparer.Ordinal).Count() >= 2)
            return true;
        var visits = owner
            .Descendants()
            .Prepend(owner)
            .SelectMany(c => c.Methods.Where(m => m.Name == names[0]))
            .ToList();
        return visits.GroupBy(v => v.Owner).Any(g => g.Count() >= 2)
            || owner.Methods.Count(m => m.IsPublic) <= 2
            || visits.Exists(v =>
                v.OwnCalls.Any(c => c.CalleeName() is "isinstance" or "type" or "getattr")
                || v.Has(FactKind.Switch)
            );
    }

    /// <summary>The file of the visitor and those of its elements' calls; elements elsewhere are found through its parameters' types.</summary>
    private static List<ProjectFile> Files(ProjectClass owner)
    {
        var files = new List<ProjectFile> { owner.Unit.File };
        foreach (var method in owner.Methods)
        {
            foreach (var parameter in method.Fact.Parameters)
            {
                if (parameter.IsReceiver || parameter.Type is null)
                    continue;
                foreach (var type in AttributeTypes.OfParameter(method, parameter.Name))
                {
                    if (!files.Contains(type.File))
                        files.Add(type.File);
                }
            }
        }
        return files;
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
