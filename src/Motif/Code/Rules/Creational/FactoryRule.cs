using Motif.Code.Rules.Behavioral;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Creational;

/// <summary>Finds functions that choose by a parameter which class to make an object of.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Callers name what they want, not the class; a new kind is added in one place.</para>
/// <para><b>Example.</b> <code>def shape(kind):
///     if kind == "circle":
///         return Circle()
///     if kind == "square":
///         return Square()
///     raise ValueError(kind)</code></para>
/// <para><b>Structure.</b> Objects of at least two classes of the project are given back on branches that depend on a parameter, or
/// a class is taken from a mapping of classes by a key and called.</para>
/// <para><b>Limits.</b> Raising one of several exceptions, or converting to builtin types, makes no factory.</para>
/// <para><b>References.</b> Freeman et al., Head First Design Patterns, 2004 (Simple Factory).</para>
/// </remarks>
internal sealed class FactoryRule : ICodeRule
{
    /// <summary>Statements that it may take to look at what was asked for.</summary>
    private const int MaxChoosing = 12;

    /// <summary>Statements for each object that is made: the choice, and what has to be set in it.</summary>
    private const int MaxMaking = 4;

    public string Name => "factory";

    public string Title => "Factory";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.IsConstructor
            || unit.IsSpecial && unit.Name is not ("__new__" or "__call__")
            || unit.Name.StartsWith("op_", StringComparison.Ordinal)
            || unit.Fact.Has(UnitTraits.Test)
            || !unit.Has(FactKind.Return)
        )
            return;
        if (!FindBranches(unit, found))
            FindMapping(unit, found);
    }

    private bool FindBranches(ProjectUnit unit, RuleFindings found)
    {
        if (
            !unit.Has(FactKind.If)
            && !unit.Has(FactKind.Switch)
            && !unit.Has(FactKind.Conditional)
            && !unit.Has(FactKind.OtherExpression)
        )
            return false;
        var made = new List<ProjectUnit>();
        FactNode first = default;
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || !IsGiven(unit, node)
                || node.MadeClass(unit) is not { } product
            )
                continue;
            if (
                product.Class!.IsException
                || made.Contains(product)
                || !DependsOnParameter(unit, node)
            )
                continue;
            made.Add(product);
            first = first.Exists() ? first : node;
        }
        if (
            made.Count < 2
            || unit.HasLoop
            || CallsItself(unit)
            || !IsWhatItGives(unit)
            || IsLongerWork(unit, made.Count)
            || unit.File.IsCSharp && !AreOfOneKind(made.ConvertAll(m => m.Class!))
        )
            return false;
        Report(unit, made, first, "branches", found);
        return true;
    }

    /// <summary>Most of what it gives, nothing apart, are objects that it makes; else it works something out and sometimes needs an object for it.</summary>
    private static bool IsWhatItGives(ProjectUnit unit)
    {
        int made = 0,
            other = 0;
        foreach (var result in unit.Shape.Returns)
        {
            var value = result.Value();
            if (
                !value.Exists()
                || value.IsNull()
                || value.IsKind(FactKind.Name) && unit.HasParameter(value.NameOrEmpty())
            )
                continue;
            if (
                value.Kind is FactKind.Conditional or FactKind.Switch or FactKind.Boolean
                || value.Bare().IsKind(FactKind.Call)
                || unit.Shape.OriginOf(value) is { Kind: OriginKind.Made }
                || IsLocalMade(unit, value)
            )
                made++;
            else
                other++;
        }
        return made > other;
    }

    /// <summary>What goes down a tree and makes another of it translates.</summary>
    private static bool CallsItself(ProjectUnit unit)
    {
        foreach (var call in unit.OwnCalls)
        {
            if (
                call.CalleeName() == unit.Name
                && (
                    unit.Owner is null
                    || call.Callee().IsKind(FactKind.Name)
                    || unit.Shape.CallsSelf(unit.Name)
                )
            )
                return true;
        }
        return false;
    }

    private static bool IsLocalMade(ProjectUnit unit, FactNode value)
    {
        if (!value.Bare().IsKind(FactKind.Name))
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target).IsName(value.Bare().Name)
                && node.Value().MadeClass(unit) is not null
            )
                return true;
        }
        return false;
    }

    /// <summary>More statements than it takes to choose and make.</summary>
    private static bool IsLongerWork(ProjectUnit unit, int made)
    {
        var statements = 0;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind
                is FactKind.ExpressionStatement
                    or FactKind.Assign
                    or FactKind.If
                    or FactKind.ForEach
                    or FactKind.While
                    or FactKind.Try
                    or FactKind.With
            )
                statements++;
        }
        return statements > MaxChoosing + made * MaxMaking;
    }

    /// <summary>Returned at once, as a branch of what is returned, or by a local.</summary>
    private static bool IsGiven(ProjectUnit unit, FactNode call)
    {
        var node = call;
        while (
            node.Parent.Kind
                is FactKind.Await
                    or FactKind.Conditional
                    or FactKind.Boolean
                    or FactKind.TypeOperation
                    or FactKind.OtherExpression
                    or FactKind.Case
                    or FactKind.Switch
        )
            node = node.Parent;
        var parent = node.Parent;
        if (parent.Kind is FactKind.Return)
            return true;
        if (parent.Kind is FactKind.Block && node.Kind is FactKind.Call)
            return false;
        if (
            parent.Kind is not FactKind.Assign
            // Python: what is added to something is not what is given.
            || parent.Name is not null && unit.File.Facts.Language == "python"
            || parent.Child(FactRole.Target) is not { Facts: not null, Kind: FactKind.Name } local
        )
            return false;
        foreach (var result in unit.Shape.Returns)
        {
            if (result.Value().Exists() && result.Value().Bare().IsName(local.Name))
                return true;
        }
        return false;
    }

    /// <summary>A branch around it, or a guard before it, tests a parameter.</summary>
    private static bool DependsOnParameter(ProjectUnit unit, FactNode node)
    {
        for (
            var inner = node;
            inner.HasParent && inner.Index > unit.Fact.Node;
            inner = inner.Parent
        )
        {
            var test = inner.Kind switch
            {
                FactKind.If or FactKind.Conditional => inner.Child(FactRole.Test),
                FactKind.Switch => inner.Child(FactRole.Subject),
                _ => default,
            };
            if (MentionsParameter(unit, test))
                return true;
        }
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (statement.Index >= node.Index)
                break;
            if (
                statement.Kind is FactKind.If
                && MentionsParameter(unit, statement.Child(FactRole.Test))
                && !statement.Body().FallsThrough()
            )
                return true;
        }
        return false;
    }

    private static bool MentionsParameter(ProjectUnit unit, FactNode test)
    {
        if (!test.Exists())
            return false;
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (!parameter.IsReceiver && test.Mentions(parameter.Name))
                return true;
        }
        return DerivedFromParameter(unit, test);
    }

    /// <summary>A local in the test that was computed from a parameter.</summary>
    private static bool DerivedFromParameter(ProjectUnit unit, FactNode test)
    {
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is not FactKind.Assign
                || node.Child(FactRole.Target) is not { Facts: not null, Kind: FactKind.Name } local
                || !test.Mentions(local.Name)
            )
                continue;
            foreach (var parameter in unit.Fact.Parameters)
            {
                if (!parameter.IsReceiver && node.Value().Mentions(parameter.Name))
                    return true;
            }
        }
        return false;
    }

    /// <summary><c>return KINDS[kind](…)</c>.</summary>
    private bool FindMapping(ProjectUnit unit, RuleFindings found)
    {
        foreach (var call in unit.Shape.ElementCalls)
        {
            if (call.Method is not null || call.InLoop)
                continue;
            // A parser that goes on in its text makes one node after the other.
            if (call.Call.EnclosingLoop().Exists() || !IsGiven(unit, call.Call))
                continue;
            var table = StrategyRule.Table(unit, call);
            var made = table.Exists() ? Classes(unit, table) : [];
            if (made.Count < 2 || IsLongerWork(unit, made.Count))
                continue;
            Report(unit, made, call.Call, "mapping", found);
            return true;
        }
        return false;
    }

    private static List<ProjectUnit> Classes(ProjectUnit unit, FactNode table)
    {
        var classes = new List<ProjectUnit>();
        foreach (var child in table.Children())
        {
            if (child.Role is not FactRole.Value)
                continue;
            var named =
                child.Kind is FactKind.Lambda
                    ? child.Body().MadeClass(unit)
                    : child.NamedClass(unit);
            if (named is { } found && !classes.Contains(found))
                classes.Add(found);
        }
        return classes;
    }

    private void Report(
        ProjectUnit unit,
        List<ProjectUnit> made,
        FactNode first,
        string variant,
        RuleFindings found
    )
    {
        var classes = made.ConvertAll(m => m.Class!);
        found
            .Match(this, unit)
            .Must("objects of several classes are made and given back", first)
            .Must(
                variant == "mapping"
                    ? "which one depends on a key"
                    : "which one depends on a parameter",
                made.Count >= 2
            )
            .Should(.15, "the classes share a base or a method", AreOfOneKind(classes))
            .Should(
                .10,
                "what is unknown is refused or has a default",
                unit.Node.Body().First(FactKind.Raise)
            )
            .Should(.05, "there are three or more", made.Count >= 3)
            .Named("factory", "create", "make", "build")
            .Variant(variant)
            .With(made)
            .Report();
    }

    private static bool AreOfOneKind(List<ProjectClass> classes) =>
        Collaborators.ShareBase(classes) || ShareMethod(classes);

    private static bool ShareMethod(List<ProjectClass> classes)
    {
        foreach (var method in classes[0].Methods)
        {
            if (method.IsPublic && classes.TrueForAll(c => c.FindMethod(method.Name) is not null))
                return true;
        }
        return false;
    }
}
