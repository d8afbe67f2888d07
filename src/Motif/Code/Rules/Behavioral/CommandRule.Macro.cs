using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Behavioral;

/// <summary>Requests that other requests run, and requests that are told on whom to act.</summary>
internal sealed partial class CommandRule
{
    /// <summary>What a request can be asked: to be done, to be undone, to say what it is.</summary>
    private const int MaxOfRequest = 3;

    /// <summary>
    /// A request of requests: it goes through what it keeps and runs each under its own name, and what it runs acts on receivers that it was
    /// made with; several kinds of them, or all can be taken back the same way.
    /// </summary>
    private bool FindMacro(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var call in owner.Shape.ElementCalls)
        {
            if (
                !call.InLoop
                || call.Method is not { } method
                || method != call.In.Name
                || !call.In.IsPublic
                || call.Call.ArgumentCount() > 0
                || !call.Call.IsDiscarded()
                || LibraryMethods.Has(method)
                || Forwarding.IsEnding(method)
            )
                continue;
            var requests = unit
                .File.ClassesWith(method)
                .Where(c => c != owner && IsRequest(c, method))
                .ToList();
            var undo = owner.Shape.ElementCalls.FirstOrDefault(c =>
                c.InLoop
                && c.Attribute == call.Attribute
                && c.Method is { } back
                && back != method
                && back == c.In.Name
                && requests.TrueForAll(r => r.Method(back) is not null)
            );
            var isUndone = undo.Method is not null;
            if (requests.Count == 0 || requests.Count < 2 && !isUndone)
                continue;
            found
                .Match(this, unit)
                .Must("a request runs the requests that it keeps", call.Call)
                .Must("requests act on what they were made with", requests[0].Method(method)!.Node)
                .Should(.15, "it can be undone", isUndone ? undo.Call : default)
                .Should(.10, "running needs no arguments", call.Call)
                .Named("command", "action", "macro", "task")
                .Modifier("undo", isUndone)
                .Variant("macro")
                .With(requests.Select(r => r.Unit))
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>All that running does is to tell receivers what to do, and at most to note how things were before.</summary>
    private static bool IsRequest(ProjectClass candidate, string method) =>
        candidate.Method(method) is { IsHook: false, RequiredParameters: 0 } run
        && candidate.Methods.Count(m => m.IsPublic) <= MaxOfRequest
        && run.Node.Body().StatementCount() <= 2
        && run.Shape.Forwards.Exists(f =>
            !f.IsOuter
            && f.Call.IsDiscarded()
            && f.Method is { } told
            && !LibraryMethods.Has(told)
            && candidate.Shape.InjectionOf(f.Attribute) is { In.IsConstructor: true }
            && IsReceiver(candidate, f.Attribute, told)
        );

    /// <summary>The receiver is of another class than the requests, which the file or the declaration shows.</summary>
    private static bool IsReceiver(ProjectClass request, string attribute, string told) =>
        request.TypesOf(attribute) is { Count: > 0 } types
            ? types.All(t => !t.Class!.IsRelatedTo(request))
            : request.Unit.File.ClassesWith(told).Any(c => !c.IsRelatedTo(request));

    /// <summary>
    /// Requests that are handed on and told whom to make do it: <c>command = input.read(); command.execute(actor)</c>. A base with one open
    /// operation, heirs that each tell what they get something else, and an object that keeps several of them and gives one out.
    /// </summary>
    private bool FindChosen(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        foreach (var method in owner.Methods)
        {
            if (method.IsConstructor || method.Shape.Returns.Count < 2)
                continue;
            var kept = new HashSet<string>(StringComparer.Ordinal);
            FactNode given = default;
            foreach (var result in method.Shape.Returns)
            {
                if (
                    result.Value().Exists()
                    && result.Value().Bare().IsOwnAttribute(method, out var name)
                )
                {
                    kept.Add(name);
                    given = result;
                }
            }
            if (kept.Count < 2 || Base(owner, kept) is not { } request)
                continue;
            var run = request.Methods.Single(m => m.IsPublic);
            var heirs = request
                .Descendants()
                .Where(d => d.Method(run.Name) is { } own && TellsWhatItGets(own))
                .ToList();
            var executed = unit
                .File.MethodCalls(run.Name)
                .FirstOrDefault(c => c.ArgumentCount() > 0 && c.IsDiscarded());
            if (heirs.Count < 2 || !executed.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("requests are kept and given out", given)
                .Must("each tells whom it gets what to do", heirs[0].Method(run.Name)!.Node)
                .Must("and is run elsewhere", executed)
                .Should(.15, "requests share a base", request.Unit.Node)
                .Named("command", "action", "input", "task")
                .Variant("chosen")
                .With(heirs.Select(h => h.Unit))
                .With(request.Unit)
                .Report();
            return true;
        }
        return false;
    }

    /// <summary>The one base, with one open operation of one parameter, of what stands in all these attributes; null for none.</summary>
    private static ProjectClass? Base(ProjectClass owner, HashSet<string> attributes)
    {
        var classes = attributes
            .SelectMany(a => owner.TypesOf(a))
            .Select(t => t.Class!)
            .Distinct()
            .ToList();
        if (classes.Count == 0)
            return null;
        return classes[0]
            .AncestorsAndSelf()
            .FirstOrDefault(a =>
                classes.TrueForAll(c => c.IsSubclassOf(a))
                && a.Descendants().Count >= 2
                && a.Methods.Count(m => m.IsPublic) == 1
                && a.Methods.Single(m => m.IsPublic) is { IsHook: true, RequiredParameters: 1 }
                && !a.IsRelatedTo(owner)
            );
    }

    private static bool TellsWhatItGets(ProjectUnit run) =>
        run.Node.Body().StatementCount() <= 2
        && run.Shape.ParameterCalls.Exists(c => c.Method is not null && c.Call.IsDiscarded());
}
