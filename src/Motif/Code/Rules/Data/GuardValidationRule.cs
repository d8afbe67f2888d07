namespace Motif.Code.Rules.Data;

/// <summary>Finds functions that refuse bad arguments before they begin.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A wrong value is named where it comes in, not where it does harm.</para>
/// <para><b>Example.</b> <code>def transfer(amount, account):
///     if amount &lt;= 0:
///         raise ValueError("amount must be positive")
///     if account.closed:
///         raise AccountClosed(account)
///     …</code></para>
/// <para><b>Structure.</b> At least two statements before the work proper test parameters and raise; or the validators of the
/// known libraries; or .NET's throw helpers.</para>
/// <para><b>Limits.</b> One early return is a shortcut; tests of state that no parameter brought are none.</para>
/// <para><b>References.</b> Fowler, Refactoring, 2nd ed. 2018, Replace Nested Conditional with Guard Clauses; Meyer, Design by Contract.</para>
/// </remarks>
internal sealed class GuardValidationRule : ICodeRule
{
    public string Name => "guard_validation";

    public string Title => "Guard Validation";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (
            unit.IsDecoratedWith(
                "field_validator",
                "model_validator",
                "pydantic.validator",
                "root_validator",
                "marshmallow.validates",
                "marshmallow.validates_schema",
                "sqlalchemy.orm.validates"
            )
        )
            FindLibrary(unit, found);
        else if (
            unit.Fact.Parameters.Count > 0
            && (unit.Has(FactKind.Raise) || unit.Has(FactKind.Call))
        )
            FindGuards(unit, found);
    }

    private void FindLibrary(ProjectUnit unit, RuleFindings found) =>
        found
            .Match(this, unit)
            .Must("a library calls it to check a value", unit.Node)
            .Should(.15, "it refuses bad ones", unit.Node.Body().First(FactKind.Raise))
            .Should(.10, "it gives the good ones back", unit.Node.Body().First(FactKind.Return))
            .Variant("library")
            .Report();

    private void FindGuards(ProjectUnit unit, RuleFindings found)
    {
        var guards = 0;
        FactNode first = default,
            second = default;
        var rest = 0;
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (IsGuard(unit, statement))
            {
                if (rest > 2)
                    break;
                guards++;
                (first, second) = first.Exists()
                    ? (first, second.Exists() ? second : statement)
                    : (statement, second);
            }
            else
                rest++;
        }
        if (guards < 2)
            return;
        found
            .Match(this, unit)
            .Must("an argument is tested and refused", first)
            .Must("and another", second)
            .Should(.15, "before the work begins", IsBeforeWork(unit, first))
            .Should(.10, "there are three or more", guards >= 3)
            .Should(.10, "it says what is wrong", SaysWhy(first))
            .Named("valid", "check", "ensure", "require")
            .Variant("guards")
            .Report();
    }

    /// <summary>A test of a parameter whose branch does nothing but raise, or a call of a throw helper.</summary>
    private static bool IsGuard(ProjectUnit unit, FactNode statement)
    {
        if (statement.Kind is FactKind.ExpressionStatement)
            return statement.Value().Bare() is { Facts: not null, Kind: FactKind.Call } call
                && call.CalleeName()?.StartsWith("ThrowIf", StringComparison.Ordinal) == true
                && call.ArgumentCount() > 0
                && MentionsInput(unit, call);
        if (
            statement.Kind is not FactKind.If
            || statement.Body().LastStatement().KindOf() is not FactKind.Raise
            || statement.Body().StatementCount() > 2
            || !SaysWhat(statement.Body().LastStatement().Value())
        )
            return false;
        return MentionsInput(unit, statement.Child(FactRole.Test));
    }

    /// <summary>An error, or words about it; an answer such as "not found" refuses no argument.</summary>
    private static bool SaysWhat(FactNode raised)
    {
        if (!raised.Exists())
            return false;
        if (raised.Kind is FactKind.Call && raised.ArgumentCount() > 0)
            return true;
        var name = raised.Kind is FactKind.Call ? raised.CalleeName() : raised.Name;
        return name is not null
            && (
                name.EndsWith("Error", StringComparison.Ordinal)
                || name.EndsWith("Exception", StringComparison.Ordinal)
            );
    }

    /// <summary>A parameter, or a local computed from one.</summary>
    private static bool MentionsInput(ProjectUnit unit, FactNode test)
    {
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (!parameter.IsReceiver && test.Mentions(parameter.Name))
                return true;
        }
        // C#: what was found, read or decoded is no argument.
        if (unit.File.IsCSharp)
            return false;
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (statement.Index >= test.Index)
                return false;
            if (
                statement.Kind is not FactKind.Assign
                || !MentionsTarget(test, statement)
                || unit.File.Facts.Language == "python" && IsAnswer(unit, statement.Value())
            )
                continue;
            foreach (var parameter in unit.Fact.Parameters)
            {
                if (!parameter.IsReceiver && statement.Value().Mentions(parameter.Name))
                    return true;
            }
        }
        return false;
    }

    /// <summary>
    /// What the object itself, what it or an argument holds, or a reader that was handed in gave: decoded, fetched, found.
    /// </summary>
    private static bool IsAnswer(ProjectUnit unit, FactNode value)
    {
        if (!value.Exists())
            return false;
        for (var i = value.Index; i < value.End; i++)
        {
            if (value.Facts[i] is not { Kind: FactKind.Call } call)
                continue;
            var callee = call.Callee().Bare();
            if (
                unit.Receiver is { } self && callee.Mentions(self)
                || callee.IsKind(FactKind.Name) && unit.HasParameter(callee.NameOrEmpty())
                || callee.IsKind(FactKind.Attribute)
                    && callee.Child(FactRole.Object) is { Facts: not null } asked
                    && asked.IsKind(FactKind.Attribute)
                    && asked.Child(FactRole.Object) is { Facts: not null, Kind: FactKind.Name } held
                    && unit.HasParameter(held.NameOrEmpty())
            )
                return true;
        }
        return false;
    }

    private static bool MentionsTarget(FactNode test, FactNode assign)
    {
        var target = assign.Child(FactRole.Target);
        if (!target.Exists())
            return false;
        for (var i = target.Index; i < target.End; i++)
        {
            if (target.Facts.Kinds[i] is FactKind.Name && test.Mentions(target.Facts[i].Name))
                return true;
        }
        return false;
    }

    private static bool IsBeforeWork(ProjectUnit unit, FactNode first)
    {
        var before = 0;
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (statement == first)
                return before <= 1;
            before++;
        }
        return false;
    }

    private static bool SaysWhy(FactNode guard)
    {
        var raise = guard.First(FactKind.Raise);
        var call = raise.Exists() ? raise.Value() : default;
        return call.IsKind(FactKind.Call) && call.ArgumentCount() > 0;
    }
}
