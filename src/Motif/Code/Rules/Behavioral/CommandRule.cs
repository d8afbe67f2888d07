using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Finds requests made into objects: they carry what they need, and another object runs them.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> A request that is an object can be queued, logged, repeated and undone.</para>
/// <para><b>Example.</b> <code>class SwitchOn(Command):
///     def __init__(self, light):
///         self._light = light
///
///     def execute(self):
///         self._light.on()</code></para>
/// <para><b>Structure.</b> At least two classes with one method in common that needs no arguments and acts on what the constructor
/// was given, and an invoker that keeps such objects, or is handed them, and calls that method; or a common pair of methods
/// (do and undo) of which an invoker calls both. <c>macro</c>: a request runs the requests that it keeps. <c>chosen</c>: an object gives out
/// one of the requests that it keeps, which is then told on whom to act.</para>
/// <para><b>Limits.</b> A class with execute and no invoker is a service. Handing data to the call is a strategy. Letting go of what is held,
/// telling the whole of which one is a part, and asking what the answer decides, are no requests.</para>
/// <para><b>References.</b> Gamma et al., Design Patterns, 1994.</para>
/// </remarks>
internal sealed partial class CommandRule : ICodeRule
{
    private const int MaxPublicMethods = 5;

    public string Name => "command";

    public string Title => "Command";

    public RuleSubjects Subjects => RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        var owner = unit.Class!;
        if (owner.IsException)
            return;
        if (
            !FindInvoker(unit, owner, found)
            && !FindUndoing(unit, owner, found)
            && !FindMacro(unit, owner, found)
            && !FindChosen(unit, owner, found)
        )
            FindClosures(unit, owner, found);
    }

    private bool FindInvoker(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var (attribute, method, call, isCollection) in RunCalls(owner))
        {
            var isRun = IsRun(call);
            if (IsQuestion(call) || IsWhole(owner, attribute))
                continue;
            // What a request gives may be kept or shown; then it must be a request, and need nothing.
            var kept = Kept(owner, attribute);
            if (!kept.Exists())
                continue;
            var commands = Fitting(owner, attribute, Commands(owner, attribute, method));
            if (commands.Count == 0)
                continue;
            var acting = commands.FindAll(c => ActsOnGiven(c, method));
            var undo = Undo(owner, attribute, method, commands);
            // What is remembered to be undone is a request, whatever it acts on, and if there is one kind alone.
            var isUndone = undo is not null && isCollection && TakesBack(owner, attribute, undo);
            if (
                unit.File.IsScript
                && (
                    call.ArgumentCount() > 0
                    || !isCollection && (!isRun || IsUsedOtherwise(owner, attribute, method, undo))
                )
            )
                continue;
            if (!isUndone && !isRun && (call.ArgumentCount() > 0 || !IsKeptAnswer(call)))
                continue;
            // C#: what is asked with something given is a part that answers; one kept object that can be told more is a service.
            if (
                unit.File.IsCSharp
                && (
                    !isRun && call.ArgumentCount() > 0
                    || !isCollection && IsUsedOtherwise(owner, attribute, method, undo)
                    || undo is not null && Forwarding.IsEnding(undo)
                )
            )
                continue;
            var least = isRun && method != "__call__" ? 1 : 2;
            // Begun and ended one and all, whatever they are: services.
            if (isCollection && undo is not null && !isUndone && acting.Count < commands.Count)
                continue;
            // Letting go of what is held, and what any stream, thread or lock can be told, is no request.
            if (
                !isUndone
                && (
                    Forwarding.IsEnding(method)
                    || LibraryMethods.Has(method)
                    || method is "rollback" or "commit" or "abort"
                        && unit.File.Facts.Language == "python"
                )
            )
                continue;
            if (
                commands.Count < 2 && !(isUndone && acting.Count > 0)
                || !isUndone && acting.Count < least
                || !isUndone && !isRun && acting.Count * 2 < commands.Count
                // One kept object that is told something is a listener, a logger or a reader.
                || (call.ArgumentCount() > 0 && (undo is null || !isCollection))
            )
                continue;
            found
                .Match(this, unit)
                .Must("an invoker keeps the request", kept)
                .Must("and runs it", call)
                .Must(
                    acting.Count > 0
                        ? "requests act on what they were made with"
                        : "requests say how it is done",
                    (acting.Count > 0 ? acting : commands)[0].FindMethod(method)!.Node
                )
                .Should(.15, "it can be undone", undo is not null)
                .Should(.10, "running needs no arguments", call.ArgumentCount() == 0)
                .Should(.10, "requests share a base or all answer the call", commands.Count >= 2)
                .Should(.05, "requests are queued or remembered", isCollection)
                .Named("command", "action", "invoker", "task")
                .Modifier("undo", undo is not null)
                .Variant(isCollection ? "queue" : "object")
                .With(commands.Select(c => c.Unit))
                .With(commands.SelectMany(c => c.Bases).Select(b => b.Unit))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>A statement of its own, or what the invoker gives back as it is.</summary>
    private static bool IsRun(FactNode call)
    {
        var outer = call.Parent;
        while (outer.Kind is FactKind.Await or FactKind.Conditional)
            outer = outer.Parent;
        return outer.Kind is FactKind.ExpressionStatement or FactKind.Return;
    }

    /// <summary>What the answer decides is asked, not run.</summary>
    private static bool IsQuestion(FactNode call)
    {
        var at = call;
        while (
            at.Role is not FactRole.Test
            && at.Parent.Kind
                is FactKind.Unary
                    or FactKind.Boolean
                    or FactKind.Compare
                    or FactKind.Await
        )
            at = at.Parent;
        return at.Role is FactRole.Test;
    }

    /// <summary>A kept request is run and undone; what is asked other things too is a connection, a channel or a service.</summary>
    private static bool IsUsedOtherwise(
        ProjectClass owner,
        string attribute,
        string method,
        string? undo
    ) =>
        owner.Shape.Forwards.Exists(f =>
            f.Attribute == attribute
            && f.Method is not null
            && f.Method != method
            && (f.Method != undo || f.Call.ArgumentCount() > 0 || !IsRun(f.Call))
        );

    /// <summary>The answer as such is kept in a local or shown; a text put into another is asked for, not run.</summary>
    private static bool IsKeptAnswer(FactNode call) =>
        call.Parent.Kind is FactKind.Assign && IsGivenAsItIs(call.Parent)
        || call.Parent.Kind is FactKind.Call && call.Parent.IsDiscarded();

    /// <summary>Nothing else is made of the local: it is returned, or handed on.</summary>
    private static bool IsGivenAsItIs(FactNode kept)
    {
        var function = kept.Ancestor(FactKind.Function);
        if (kept.Child(FactRole.Target).NameOf() is not { } local || !function.Exists())
            return true;
        var isUsed = false;
        for (var i = kept.End; i < function.End; i++)
        {
            var node = function.Facts[i];
            if (!node.IsName(local))
                continue;
            isUsed = true;
            if (node.Parent.Kind is FactKind.Return || node.Role is FactRole.Argument)
                return true;
        }
        return !isUsed;
    }

    /// <summary>Calls of a method of a kept or given object by which an invoker might run it.</summary>
    private static IEnumerable<(
        string Attribute,
        string Method,
        FactNode Call,
        bool IsCollection
    )> RunCalls(ProjectClass owner)
    {
        foreach (var forward in owner.Shape.Forwards)
        {
            if (
                forward.Method is not null
                && forward.Method != forward.In.Name
                && !CollectionCalls.Adds(forward.Method)
                && !CollectionCalls.Removes(forward.Method)
            )
                yield return (forward.Attribute, forward.Method, forward.Call, false);
            else if (forward.Method is null && forward.Call.ArgumentCount() == 0)
                yield return (forward.Attribute, "__call__", forward.Call, false);
        }
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (call.Method is not null)
                yield return (call.Attribute, call.Method, call.Call, true);
        }
        foreach (var method in owner.Methods)
        {
            foreach (var call in method.Shape.ParameterCalls)
            {
                if (call.Method is not null && Remembered(owner, call) is { } attribute)
                    yield return (attribute, call.Method, call.Call, true);
            }
        }
    }
}
