namespace Motif.Code.Rules.Resilience;

/// <summary>Finds functions that turn one failure into another, or into a noted default.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Callers see errors of their own level, or a value they can go on with, and the cause is not lost.</para>
/// <para><b>Example.</b> <code>try:
///     return json.loads(text)
/// except json.JSONDecodeError as error:
///     raise ConfigError(path) from error</code></para>
/// <para><b>Structure.</b> <c>translation</c>: a handler of named exceptions raises another one, with the cause or words of its own.
/// <c>log_and_default</c>: a handler notes the failure and returns a default, and the try is most of the function.
/// <c>default</c>: the same without a note, for named exceptions.</para>
/// <para><b>Limits.</b> Raising the same again, or going on after a note, changes nothing for the caller.</para>
/// <para><b>References.</b> Bloch, Effective Java, 3rd ed. 2018, item 73; PEP 3134, 2005.</para>
/// </remarks>
internal sealed class ErrorWrapperRule : ICodeRule
{
    /// <summary>Statements of a handler that gives a default; with more it does the work in another way.</summary>
    private const int MostBeforeDefault = 3;

    public string Name => "error_wrapper";

    public string Title => "Error Wrapper";

    public RuleSubjects Subjects => RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Handler))
            return;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is FactKind.Handler
                && (FindTranslation(unit, node, found) || FindDefault(unit, node, found))
            )
                return;
        }
    }

    private bool FindTranslation(ProjectUnit unit, FactNode handler, RuleFindings found)
    {
        if (!handler.TryChild(FactRole.Type, out var caught))
            return false;
        var raise = Raised(handler);
        if (
            !raise.Exists()
            || raise.Value() is not { Facts: not null } raised
            || IsSame(raised, handler, caught)
            || raise.RaisesNotImplemented()
        )
            return false;
        var cause = raise.Child(FactRole.Cause);
        if (!cause.Exists())
            cause = Inner(raised, handler);
        if (!cause.Exists() && IsMostGeneral(raised))
            return false;
        found
            .Match(this, unit)
            .Must("failures are caught", handler)
            .Must("another is raised", raise)
            .Should(.20, "with the first as its cause", cause)
            .Should(.10, "it says more", raised.IsKind(FactKind.Call) && raised.ArgumentCount() > 0)
            .Should(.05, "the try is most of the function", IsMost(unit, handler))
            .Variant("translation")
            .Report();
        return true;
    }

    /// <summary>The raise that ends the handler, or none.</summary>
    private static FactNode Raised(FactNode handler)
    {
        var last = handler.Body().LastStatement();
        return last.IsKind(FactKind.Raise) && last.Value().Exists() ? last : default;
    }

    /// <summary>The caught object itself, or another of the same name.</summary>
    private static bool IsSame(FactNode raised, FactNode handler, FactNode caught)
    {
        if (raised.IsName(handler.Name))
            return true;
        var name = raised.IsKind(FactKind.Call) ? raised.CalleeName() : raised.Name;
        return name is not null
            && caught.Name is not null
            && DottedName.Last(caught.Name).SequenceEqual(name)
            && handler.Name is null;
    }

    /// <summary>The caught object itself among the arguments; its text alone is no cause.</summary>
    private static FactNode Inner(FactNode raised, FactNode handler) =>
        handler.Name is { } name && raised.IsKind(FactKind.Call) && raised.HandsOver(name)
            ? raised
            : default;

    /// <summary>A failure that says no more than that something failed.</summary>
    private static bool IsMostGeneral(FactNode raised) =>
        (raised.IsKind(FactKind.Call) ? raised.CalleeName() : raised.Name)
            is "Exception"
                or "BaseException"
                or "ApplicationException"
                or "SystemException";

    private bool FindDefault(ProjectUnit unit, FactNode handler, RuleFindings found)
    {
        var last = handler.Body().LastStatement();
        if (
            !last.IsKind(FactKind.Return)
            || !IsDefault(last.Value())
            || !IsMost(unit, handler)
            || handler.Body().StatementCount() > MostBeforeDefault
            || unit.File.Facts.Language == "python" && IsReported(handler, last)
        )
            return false;
        var note = Note(handler);
        var value = ReturnsValue(handler.Parent);
        if (!value.Exists() || (!note.Exists() && !handler.TryChild(FactRole.Type, out _)))
            return false;
        found
            .Match(this, unit)
            .Must("a failure is caught", handler)
            .Must("a default is given back instead", last)
            .Must("where there would have been a value", value)
            .Should(.20, "it is noted", note)
            .Should(.10, "the try is most of the function", true)
            .Should(.05, "only named failures", Named(handler))
            .Variant(note.Exists() ? "log_and_default" : "default")
            .Report();
        return true;
    }

    /// <summary>What is caught, unless it is any failure.</summary>
    private static FactNode Named(FactNode handler)
    {
        var type = handler.Child(FactRole.Type);
        return type.Exists() && type.Name is "Exception" or "BaseException" ? default : type;
    }

    /// <summary>The failure goes to whoever waits for it, and the return that follows gives nothing back.</summary>
    private static bool IsReported(FactNode handler, FactNode last)
    {
        if (last.Value().Exists() || handler.Name is not { } name)
            return false;
        foreach (var statement in handler.Body().Steps())
        {
            if (
                statement.Kind is FactKind.ExpressionStatement
                && statement.Value().Bare() is { Facts: not null, Kind: FactKind.Call } told
                && told.HandsOver(name)
                && Note(handler) != told
            )
                return true;
        }
        return false;
    }

    private static bool IsDefault(FactNode value) => !value.Exists() || value.IsPlainDefault();

    /// <summary>A call of a logger's method, of warnings, of print, in the handler.</summary>
    private static FactNode Note(FactNode handler)
    {
        for (var i = handler.Index; i < handler.End; i++)
        {
            var node = handler.Facts[i];
            if (
                node.Kind is FactKind.Call
                && node.CalleeName()
                    is "exception"
                        or "error"
                        or "warning"
                        or "warn"
                        or "info"
                        or "debug"
                        or "critical"
                        or "print"
                        or "LogError"
                        or "LogWarning"
                        or "log"
                        or "LogInformation"
                        or "WriteLine"
                        or "capture_exception"
                        or "print_exc"
            )
                return node;
        }
        return default;
    }

    private static FactNode ReturnsValue(FactNode attempt)
    {
        foreach (var part in attempt.Children())
        {
            if (part.Role is FactRole.Handler)
                continue;
            for (var i = part.Index; i < part.End; i++)
            {
                var node = part.Facts[i];
                if (
                    node.Kind is FactKind.Return
                    && node.Value().Exists()
                    && !node.Value().IsKind(FactKind.Literal)
                )
                    return node;
            }
        }
        return AfterTry(attempt);
    }

    private static FactNode AfterTry(FactNode attempt)
    {
        var isBehind = false;
        foreach (var statement in attempt.Parent.Steps())
        {
            if (
                isBehind
                && statement.Kind is FactKind.Return
                && statement.Value().Exists()
                && !statement.Value().IsKind(FactKind.Literal)
            )
                return statement;
            isBehind |= statement == attempt;
        }
        return default;
    }

    /// <summary>Outside the try there are at most two statements before it and one behind.</summary>
    private static bool IsMost(ProjectUnit unit, FactNode handler)
    {
        var attempt = handler.Parent;
        int before = 0,
            after = 0;
        var isSeen = false;
        foreach (var statement in unit.Node.Body().Steps())
        {
            if (statement == attempt)
                isSeen = true;
            else if (isSeen)
                after++;
            else
                before++;
        }
        return isSeen && before <= 3 && after <= 2;
    }
}
