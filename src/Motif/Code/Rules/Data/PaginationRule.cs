using System.Collections.Frozen;
using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Data;

/// <summary>Finds loops that read a long answer page by page, and functions that give one page.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> The answer is read in bounded pieces, however long it is.</para>
/// <para><b>Example.</b> <code>cursor = None
/// while True:
///     page = client.list(cursor=cursor)
///     yield from page.items
///     cursor = page.next_cursor
///     if not cursor:
///         return</code></para>
/// <para><b>Structure.</b> <c>loop</c>: a while loop asks with a page or cursor that it moves on each round from the answer or by a
/// step, keeps or yields what came, and ends when nothing is left. <c>slice</c>: an offset is computed as a product from a page number and
/// a size, and a window of that size is taken.</para>
/// <para><b>Limits.</b> Reading a file in chunks asks with nothing that moves.</para>
/// <para><b>References.</b> RFC 8288, 2017 (rel=next); Geewax, API Design Patterns, 2021.</para>
/// </remarks>
internal sealed partial class PaginationRule : ICodeRule
{
    private static readonly FrozenSet<string> Computing =
        "len int str min max ord chr range isinstance next print getattr divmod list iter bytes hex"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public string Name => "pagination";

    public string Title => "Pagination";

    public RuleSubjects Subjects => RuleSubjects.Functions | RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is not null)
            FindPager(unit, found);
        else if (!(unit.Has(FactKind.While) && FindLoop(unit, found)))
            FindSlice(unit, found);
    }

    private bool FindLoop(ProjectUnit unit, RuleFindings found)
    {
        foreach (var loop in unit.OwnNodes)
        {
            if (loop.Kind is not FactKind.While)
                continue;
            foreach (var node in new OwnNodeEnumerable(loop.Facts, loop.Index))
            {
                if (
                    node.Kind is not FactKind.Assign
                    || node.Child(FactRole.Target) is not { Facts: not null } moved
                    || !IsPlace(moved)
                )
                    continue;
                var answer = Asked(loop, moved);
                if (
                    !answer.Exists()
                    // What scripts ask for comes later: what is there at once was computed.
                    || unit.File.IsScript && answer.Parent.Kind is not FactKind.Await
                    || !MovesOn(node, answer, loop)
                    || !End(loop, moved, answer).Exists()
                    || !Keeps(loop, moved)
                    || !GoesThrough(unit, loop, answer)
                    || IsParsing(unit, answer)
                    || unit.File.Facts.Language == "python" && IsIndex(loop, moved)
                )
                    continue;
                found
                    .Match(this, unit)
                    .Must("a loop asks for a page", answer)
                    .Must("the place moves on each round", node)
                    .Must("it ends when nothing is left", End(loop, moved, answer))
                    .Should(
                        .20,
                        "what came is kept or given on",
                        Loops.ExitIn(loop.Body(), loop).Exists() || Keeps(loop, moved)
                    )
                    .Should(.10, "the next place comes from the answer", FromAnswer(node, answer))
                    .Named("page", "pagin", "cursor", "offset")
                    .Variant("loop")
                    .Modifier("async", unit.Fact.Has(UnitTraits.Async))
                    .Report();
                return true;
            }
        }
        return false;
    }

    /// <summary>The place is one in what lies there: <c>line[pos]</c>.</summary>
    private static bool IsIndex(FactNode loop, FactNode place)
    {
        if (place.Kind is not FactKind.Name)
            return false;
        for (var i = loop.Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.Subscript
                && node.Child(FactRole.Index) is { Facts: not null } index
                && index.Mentions(place.Name)
            )
                return true;
        }
        return false;
    }

    /// <summary>A variable, an attribute, or an entry by a fixed name: <c>query["page"]</c>.</summary>
    private static bool IsPlace(FactNode target) =>
        target.Kind is FactKind.Name or FactKind.Attribute
        || target.Kind is FactKind.Subscript
            && target.Child(FactRole.Index).IsKind(FactKind.Literal);

    /// <summary>A call in the loop, whose answer is used, that is asked with the place (also inside a mapping or text made of it).</summary>
    private static FactNode Asked(FactNode loop, FactNode place)
    {
        for (var i = loop.Body().Exists() ? loop.Body().Index : loop.End; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (node.Kind is not FactKind.Call || node.IsDiscarded())
                continue;
            foreach (var child in node.Children())
            {
                if (
                    child.Role is FactRole.Argument
                    && MentionsPlace(child, place)
                    && !IsInner(node)
                )
                    return node;
            }
        }
        return default;
    }

    /// <summary>Builtins that compute rather than ask.</summary>
    private static bool IsInner(FactNode call) =>
        IsComputed(call)
        || (
            call.Callee().IsKind(FactKind.Name)
                ? Computing.Contains(call.CalleeName()!) || call.Is(FactFlags.Constructs)
                : call.CalleeName()
                    is "startswith"
                        or "find"
                        or "index"
                        or "match"
                        or "search"
                        or "append"
                        or "join"
                        or "split"
                        or "format"
                        or "finditer"
                        or "IndexOf"
                        or "read"
                        or "recv"
                        or "readline"
                        or "decode"
                        or "map"
                        or "filter"
                        or "some"
                        or "every"
                        or "reduce"
                        or "slice"
                        or "concat"
                        or "replace"
        );

    /// <summary>What an object of the language itself answers: <c>Object.entries(route.params)</c>.</summary>
    private static bool IsComputed(FactNode call) =>
        call.Callee() is { Facts: not null, Kind: FactKind.Attribute } callee
        && callee.Child(FactRole.Object).Resolved
            is "builtins.Object"
                or "builtins.Array"
                or "builtins.Math"
                or "builtins.JSON"
                or "builtins.Number"
                or "builtins.String";

    /// <summary><c>value, rest = read(rest)</c> of a given text: what is left of it is read next.</summary>
    private static bool IsParsing(ProjectUnit unit, FactNode answer)
    {
        var targets = answer.Ancestor(FactKind.Assign).Child(FactRole.Target);
        // <c>pos = skip(text, pos)</c>: the whole answer is the next place.
        if (
            answer.Callee().IsKind(FactKind.Name)
            && targets.IsKind(FactKind.Name)
            && answer.Parent.Kind is FactKind.Assign
            && answer.HandsOver(targets.Name)
        )
            return true;
        if (!answer.Callee().IsKind(FactKind.Name) || !targets.IsKind(FactKind.Collection))
            return false;
        foreach (var parameter in unit.Fact.Parameters)
        {
            if (
                !parameter.HasDefault
                && !parameter.IsReceiver
                && targets.Mentions(parameter.Name)
                && answer.Mentions(parameter.Name)
            )
                return true;
        }
        return false;
    }

    private static bool MentionsPlace(FactNode argument, FactNode place)
    {
        if (place.Kind is FactKind.Name)
            return argument.Mentions(place.Name);
        if (place.Kind is FactKind.Subscript)
            return place.Child(FactRole.Object) is { Facts: not null, Kind: FactKind.Name } held
                && argument.Mentions(held.Name);
        for (var i = argument.Index; i < argument.End; i++)
        {
            if (argument.Facts[i].IsSameAs(place))
                return true;
        }
        return false;
    }

    /// <summary>By a step, while an empty answer ends the loop; or from the answer of the call.</summary>
    private static bool MovesOn(FactNode assign, FactNode answer, FactNode loop)
    {
        if (
            assign.Holds(answer)
            || assign.EnclosingLoop() != loop
            || assign.Ancestor(FactKind.Switch) is { Facts: not null } choice && loop.Holds(choice)
        )
            return false;
        if (assign.Name is "+=")
            return EndsOnAnswer(answer, loop);
        return assign.Index > answer.Index
            && IsPart(assign.Value())
            && FromAnswer(assign, answer).Exists();
    }

    /// <summary>A way out behind a test of what the call gave.</summary>
    private static bool EndsOnAnswer(FactNode answer, FactNode loop)
    {
        var kept = answer.Ancestor(FactKind.Assign);
        if (!kept.Exists() || kept.Child(FactRole.Target).NameOf() is not { } name)
            return false;
        for (var i = kept.End; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.If
                && node.Child(FactRole.Test) is var test
                && test.Mentions(name)
                // A place and a length added up ask whether a text is there as a whole.
                && !(test.First(FactKind.Binary) is { Facts: not null } sum && sum.Mentions(name))
                && Loops.ExitIn(node, loop).Exists()
            )
                return true;
        }
        return false;
    }

    /// <summary>What an answer says of itself: a member, an entry, its last element; a text that was cut or joined is none.</summary>
    private static bool IsPart(FactNode value)
    {
        value = value.Bare();
        if (!value.Exists())
            return false;
        return value.Kind switch
        {
            FactKind.Attribute or FactKind.Subscript => true,
            FactKind.Conditional or FactKind.Boolean => value.Contains(FactKind.Attribute)
                || value.Contains(FactKind.Subscript)
                || value.Contains(FactKind.Call),
            FactKind.Call => value.Is(FactFlags.Constructs)
                || value.CalledObject().Exists()
                || value.Contains(FactKind.Attribute),
            FactKind.OtherExpression => true,
            _ => false,
        };
    }

    private static FactNode FromAnswer(FactNode assign, FactNode answer)
    {
        var kept = answer.Ancestor(FactKind.Assign);
        // What is left of a text after parsing is no cursor: the next place is a part of the answer, not one of several answers.
        if (!kept.Exists() || kept == assign || assign.Value().KindOf() is FactKind.Name)
            return default;
        foreach (var child in kept.Children())
        {
            if (child.Role is not FactRole.Target)
                continue;
            for (var i = child.Index; i < child.End; i++)
            {
                if (
                    child.Facts.Kinds[i] is FactKind.Name
                    && (
                        assign.Value().Mentions(child.Facts[i].Name)
                        || Derived(assign, child.Facts[i].NameOrEmpty())
                    )
                )
                    return assign;
            }
        }
        return default;
    }

    /// <summary>Through a local that was made of the answer: <c>data = response.json(); url = data["next"]</c>.</summary>
    private static bool Derived(FactNode assign, string answer)
    {
        var loop = assign.EnclosingLoop();
        if (!loop.Exists())
            return false;
        for (var i = loop.Index; i < assign.Index; i++)
        {
            var node = assign.Facts[i];
            if (
                node.Kind is FactKind.Assign
                && node.Child(FactRole.Target) is { Facts: not null, Kind: FactKind.Name } local
                && node.Value().Mentions(answer)
                && assign.Value().Mentions(local.Name)
            )
                return true;
        }
        return false;
    }

    /// <summary>The loop's own test of the place or the answer, or a way out behind such a test.</summary>
    private static FactNode End(FactNode loop, FactNode place, FactNode answer)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        if (place.NameOf() is { } name)
            asked.Add(name);
        AddTargets(answer.Ancestor(FactKind.Assign), asked);
        AddDerived(loop, asked);
        var test = loop.Child(FactRole.Test);
        if (test.Exists() && MentionsAny(test, asked))
            return test;
        for (var i = loop.Body().Index; i < loop.End; i++)
        {
            var node = loop.Facts[i];
            if (
                node.Kind is FactKind.If
                && node.EnclosingLoop() == loop
                && MentionsAny(node.Child(FactRole.Test), asked)
                && Loops.ExitIn(node, loop) is { Facts: not null } exit
            )
                return exit;
        }
        return default;
    }
}
