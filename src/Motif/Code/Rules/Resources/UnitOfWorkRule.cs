namespace Motif.Code.Rules.Resources;

/// <summary>Finds work that is done as a whole or not at all: begin, commit, on failure roll back.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> Other readers never see half of a change, and a failure leaves nothing behind.</para>
/// <para><b>Example.</b> <code>try:
///     session.add(order)
///     session.commit()
/// except Exception:
///     session.rollback()
///     raise</code></para>
/// <para><b>Structure.</b> <c>explicit</c>: a try ends in commit on an object on which a handler calls rollback.
/// <c>scope</c>: a block under a transaction of the known libraries. <c>object</c>: a class whose exit commits or rolls
/// back, or which collects new, changed and removed objects and writes them in one method.</para>
/// <para><b>Limits.</b> A commit without a way back is none; a scope around a test is nothing to look up.</para>
/// <para><b>References.</b> Gray and Reuter, Transaction Processing, 1992; Fowler, Patterns of Enterprise Application Architecture, 2002.</para>
/// </remarks>
internal sealed class UnitOfWorkRule : ICodeRule
{
    private static readonly string[] Commits =
    [
        "commit",
        "Commit",
        "CommitAsync",
        "SaveChanges",
        "SaveChangesAsync",
    ];
    private static readonly string[] Rollbacks =
    [
        "rollback",
        "Rollback",
        "RollbackAsync",
        "abort",
        "roll_back",
    ];
    private static readonly string[] Scopes =
    [
        "atomic",
        "transaction",
        "begin",
        "begin_nested",
        "BeginTransaction",
        "BeginTransactionAsync",
        "TransactionScope",
        "start_transaction",
        "savepoint",
    ];

    public string Name => "unit_of_work";

    public string Title => "Transaction";

    public RuleSubjects Subjects => RuleSubjects.Classes | RuleSubjects.Functions;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindObject(unit, owner, found);
        else if (!FindExplicit(unit, found) && !unit.Fact.Has(UnitTraits.Test))
            FindScope(unit, found);
    }

    private bool FindExplicit(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Try))
            return false;
        foreach (var node in unit.OwnCalls)
        {
            if (
                node.Kind is not FactKind.Call
                || node.ArgumentCount() > 1
                || !node.IsUnder(FactKind.Handler)
                || node.CalledObject() is not { Facts: not null } target
            )
                continue;
            var attempt = node.Ancestor(FactKind.Handler).Parent;
            var commit = CommitOn(attempt, target, node);
            if (!commit.Exists())
                continue;
            found
                .Match(this, unit)
                .Must("the work ends in a commit", commit)
                .Must("a handler undoes it on the same object", node)
                .Must("both are known to mean that", IsCommit(commit) || IsRollback(node))
                .Should(.20, "they say commit and roll back", IsCommit(commit) && IsRollback(node))
                .Should(
                    .10,
                    "the failure is raised again",
                    node.Ancestor(FactKind.Handler).First(FactKind.Raise)
                )
                .Should(.05, "the resource is let go at the end", attempt.Child(FactRole.Finally))
                .Named("transaction", "atomic", "commit", "unit_of_work")
                .Variant("explicit")
                .Modifier("async", unit.Fact.Has(UnitTraits.Async))
                .Report();
            return true;
        }
        return false;
    }

    private static bool IsCommit(FactNode call) => Array.IndexOf(Commits, call.CalleeName()) >= 0;

    private static bool IsRollback(FactNode call) =>
        Array.IndexOf(Rollbacks, call.CalleeName()) >= 0;

    /// <summary>The last call without arguments on the same object in the body or else of the try.</summary>
    private static FactNode CommitOn(FactNode attempt, FactNode target, FactNode rollback)
    {
        FactNode last = default;
        foreach (var part in attempt.Children())
        {
            if (part.Role is not (FactRole.Body or FactRole.Else))
                continue;
            for (var i = part.Index; i < part.End; i++)
            {
                var node = part.Facts[i];
                if (
                    node.Kind is FactKind.Call
                    && node.ArgumentCount() <= 1
                    && node.CalledObject() is { Facts: not null } other
                    && other.IsSameAs(target)
                    && node.CalleeName() != rollback.CalleeName()
                    && (!last.Exists() || !IsCommit(last))
                )
                    last = node;
            }
        }
        return last;
    }

    private bool FindScope(ProjectUnit unit, RuleFindings found)
    {
        var decorated = unit.IsDecoratedWith(
            "django.db.transaction.atomic",
            "transaction.atomic",
            "transactional"
        );
        if (decorated)
        {
            Scope(unit, unit.Node, true, found);
            return true;
        }
        if (!unit.Has(FactKind.With))
            return false;
        foreach (var node in unit.OwnNodes)
        {
            if (
                node.Kind is not FactKind.With
                || ScopeOf(node) is not { Facts: not null } scope
                || !node.Contains(FactKind.Call)
            )
                continue;
            Scope(unit, scope, Writes(node), found);
            return true;
        }
        return false;
    }

    private static FactNode ScopeOf(FactNode with)
    {
        foreach (var item in with.Children())
        {
            if (item.Role is not FactRole.Item)
                continue;
            var call = (item.Kind is FactKind.Assign ? item.Value() : item).Bare();
            if (
                call.IsKind(FactKind.Call)
                && Array.IndexOf(Scopes, call.CalleeName()) >= 0
                // A scope that takes the work out of the transaction around it.
                && call.Argument(0) is var option
                && option.NameOf() is not "Suppress"
            )
                return call;
        }
        return default;
    }

    private static bool Writes(FactNode with) => with.Body().StatementCount() >= 1;

    private void Scope(ProjectUnit unit, FactNode scope, bool writes, RuleFindings found) =>
        found
            .Match(this, unit)
            .Must("the work stands in a transaction's scope", scope)
            .Should(.15, "the scope commits or rolls back by itself", writes)
            .Should(
                .10,
                "the scope is a database's",
                DomainLexicon.DomainsOf(unit).Contains("Database", StringComparer.Ordinal)
            )
            .Named("transaction", "atomic")
            .Variant("scope")
            .Modifier("async", unit.Fact.Has(UnitTraits.Async))
            .Report();

    private void FindObject(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var exit = owner.Method("__exit__") ?? owner.Method("__aexit__");
        if (exit is not null)
        {
            var commit = Call(exit, Commits);
            var rollback = Call(exit, Rollbacks);
            if (rollback.Exists() && (commit.Exists() || owner.FindMethod("commit") is not null))
            {
                found
                    .Match(this, unit)
                    .Must("leaving the block ends the work", exit.Node)
                    .Must("it is rolled back", rollback)
                    .Should(
                        .20,
                        "or committed",
                        commit.Exists() ? commit : owner.FindMethod("commit")!.Node
                    )
                    .Should(
                        .10,
                        "the block can be entered",
                        owner.FindMethod("__enter__") is not null
                            || owner.FindMethod("__aenter__") is not null
                    )
                    .Named("unit_of_work", "transaction", "uow")
                    .Variant("object")
                    .Report();
                return;
            }
        }
        FindCollecting(unit, owner, found);
    }

    private static FactNode Call(ProjectUnit method, string[] names)
    {
        foreach (var node in method.OwnCalls)
        {
            if (node.Kind is FactKind.Call && Array.IndexOf(names, node.CalleeName()) >= 0)
                return node;
        }
        return default;
    }

    /// <summary>Three collections are filled by three methods and gone through and emptied by one.</summary>
    private void FindCollecting(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        FactNode first = default;
        foreach (var collect in owner.Shape.Collects)
        {
            if (
                collect.Kind is CollectKind.Add or CollectKind.Put
                && collect.Source.Kind is OriginKind.Parameter
                && !collect.In.IsConstructor
            )
            {
                kept.Add(collect.Attribute);
                first = first.Exists() ? first : collect.Node;
            }
        }
        if (kept.Count < 2)
            return;
        foreach (var method in owner.Methods)
        {
            var written = new HashSet<string>(StringComparer.Ordinal);
            var emptied = 0;
            foreach (var node in method.OwnNodes)
            {
                if (
                    node.Kind is FactKind.ForEach
                    && method.Shape.OriginOf(node.Child(FactRole.Iterable))
                        is { Kind: OriginKind.Held, IsOuter: false } over
                    && kept.Contains(over.Name)
                )
                    written.Add(over.Name);
            }
            foreach (var forward in method.Shape.Forwards)
                emptied +=
                    forward.Method is "clear" or "Clear" && kept.Contains(forward.Attribute)
                        ? 1
                        : 0;
            foreach (var call in method.Shape.SelfCalls)
                emptied +=
                    owner
                        .FindMethod(call.Method)
                        ?.Shape.Forwards.Any(f => f.Method is "clear" or "Clear") == true
                        ? 1
                        : 0;
            if (written.Count < 2)
                continue;
            found
                .Match(this, unit)
                .Must("changes are collected", first)
                .Must("and written together", method.Node)
                .Must("then forgotten", emptied > 0)
                .Should(.10, "there are three collections", kept.Count >= 3)
                .Named("unit_of_work", "transaction", "uow")
                .Variant("collecting")
                .Report();
            return;
        }
    }
}
