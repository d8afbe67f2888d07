using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Storage;

namespace Motif.Discovery.Editing;

/// <summary>
/// What people do to the hierarchy by hand. An edit is in force at once and through every later run, its history tells who and
/// when, and it can be taken back. Only whose the micros are changes, so that no other neighbourhood does. Thread-safe.
/// </summary>
public sealed class ClusterEditor(IDiscoveryStore store, IItemStore items, TimeProvider time)
{
    private const int MostName = 200;
    private const int MostTries = 5;
    private const int MostEdits = 1000;

    public Task<CatalogueAnswer<ClusterEdit>> RenameAsync(
        Guid clusterId,
        string name,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        var wanted = name.Trim();
        if (wanted.Length is 0 or > MostName)
            return Task.FromResult<CatalogueAnswer<ClusterEdit>>(
                CatalogueProblem.Invalid("name", $"has 1 to {MostName} characters")
            );
        return EditAsync(
            EditKind.Rename,
            clusterId,
            actor,
            hierarchy => new RenamePlan(wanted).Make(hierarchy, hierarchy[clusterId]),
            cancellationToken
        );
    }

    /// <param name="otherId">The one that goes into the first.</param>
    public Task<CatalogueAnswer<ClusterEdit>> MergeAsync(
        Guid clusterId,
        Guid otherId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        EditAsync(
            EditKind.Merge,
            clusterId,
            actor,
            hierarchy => new MergePlan(otherId).Make(hierarchy, hierarchy[clusterId]),
            cancellationToken
        );

    public Task<CatalogueAnswer<ClusterEdit>> SplitAsync(
        Guid clusterId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        EditAsync(
            EditKind.Split,
            clusterId,
            actor,
            async hierarchy =>
                await new SplitPlan(store, items).MakeAsync(
                    hierarchy,
                    hierarchy[clusterId],
                    cancellationToken
                ),
            cancellationToken
        );

    public Task<CatalogueAnswer<ClusterEdit>> PinAsync(
        Guid clusterId,
        bool isPinned,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        EditAsync(
            isPinned ? EditKind.Pin : EditKind.Unpin,
            clusterId,
            actor,
            hierarchy =>
            {
                hierarchy.Hold(hierarchy[clusterId], isPinned);
                return new PlannedEdit();
            },
            cancellationToken
        );

    public Task<CatalogueAnswer<ClusterEdit>> MoveAsync(
        Guid clusterId,
        string itemId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        EditAsync(
            EditKind.Move,
            clusterId,
            actor,
            async hierarchy =>
                new MovePlan(
                    itemId,
                    await store.FindMemberAsync(itemId, cancellationToken),
                    await items.FindAsync(itemId, cancellationToken),
                    await store.FrameAsync(cancellationToken)
                ).Make(hierarchy, hierarchy[clusterId]),
            cancellationToken
        );

    /// <summary>Takes an edit back, unless a later one that stands concerns the same clusters.</summary>
    public async Task<CatalogueAnswer<ClusterEdit>> UndoAsync(
        Guid editId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await store.FindEditAsync(editId, cancellationToken) is not { } kept)
                return new CatalogueProblem(
                    CatalogueRefusal.NotFound,
                    $"no edit has the id {editId}"
                );
            if (kept.Edit.UndoneAt is { } at)
                return NotAllowed($"it was undone at {at:O} already");
            if (await LaterAsync(kept, cancellationToken) is { } later)
                return NotAllowed(
                    $"edit {later.Number} ({WireName.Of(later.Kind)} of '{later.ClusterName}') came after it; undo that first"
                );
            if (await ReadAsync(cancellationToken) is not var (revision, hierarchy))
                return NoHierarchy;
            var member = kept.Undo.Member;
            if (
                member is not null
                && Returned(
                    hierarchy,
                    member,
                    await store.FindMemberAsync(member.ItemId, cancellationToken)
                )
                    is { } gone
            )
                return NotAllowed(gone);
            if (hierarchy.Restore(kept.Undo, [.. Concerned(kept)]) is { } reason)
                return NotAllowed(reason);
            var undone = kept with
            {
                Edit = kept.Edit with { UndoneAt = Moment.Now(time), UndoneBy = actor.Name },
            };
            if (
                await store.EditAsync(
                    revision,
                    undone,
                    hierarchy.Change() with
                    {
                        Member = member,
                    },
                    cancellationToken
                )
            )
                return undone.Edit;
            if (await BusyAsync(cancellationToken) is { } busy)
                return busy;
        }
        return Contended;
    }

    private async Task<CatalogueAnswer<ClusterEdit>> EditAsync(
        EditKind kind,
        Guid clusterId,
        Actor actor,
        Func<EditableHierarchy, CatalogueAnswer<PlannedEdit>> plan,
        CancellationToken cancellationToken
    ) =>
        await EditAsync(
            kind,
            clusterId,
            actor,
            hierarchy => Task.FromResult(plan(hierarchy)),
            cancellationToken
        );

    private async Task<CatalogueAnswer<ClusterEdit>> EditAsync(
        EditKind kind,
        Guid clusterId,
        Actor actor,
        Func<EditableHierarchy, Task<CatalogueAnswer<PlannedEdit>>> plan,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await ReadAsync(cancellationToken) is not var (revision, hierarchy))
                return NoHierarchy;
            if (hierarchy.Find(clusterId) is not { } cluster)
                return PlannedEdit.NoCluster(clusterId);
            if (cluster.IsTopic)
                return NotAllowed(
                    $"'{cluster.Name}' is a known topic: its name, description, examples and similarity say what it is; change the topic"
                );
            var answer = await plan(hierarchy);
            if (answer.Value is not { } planned)
                return answer.Problem!;
            var change = hierarchy.Change();
            var now = Moment.Now(time);
            var edit = new ClusterEdit(
                Guid.CreateVersion7(now),
                0,
                kind,
                cluster.Level,
                clusterId,
                cluster.Name,
                planned.OtherId,
                planned.OtherName,
                planned.Member?.ItemId,
                hierarchy[clusterId].Name == cluster.Name ? null : hierarchy[clusterId].Name,
                actor.Name,
                now
            );
            var kept = new KeptEdit(edit, hierarchy.Undo(change) with { Member = planned.Before });
            if (
                await store.EditAsync(
                    revision,
                    kept,
                    change with
                    {
                        Member = planned.Member,
                    },
                    cancellationToken
                )
            )
                return (await store.FindEditAsync(edit.EditId, cancellationToken))!.Edit;
            if (await BusyAsync(cancellationToken) is { } busy)
                return busy;
        }
        return Contended;
    }

    private static CatalogueProblem NoHierarchy { get; } =
        new(
            CatalogueRefusal.Incomplete,
            "there are no neighbourhoods yet; start a run with motif discover run or POST /api/v1/discovery/runs"
        );

    private static CatalogueProblem Contended { get; } =
        new(
            CatalogueRefusal.Stale,
            "the hierarchy was changed by others again and again meanwhile; try again"
        );

    private static CatalogueProblem NotAllowed(string reason) =>
        new(CatalogueRefusal.NotAllowed, reason);

    /// <summary>Puts a moved item back; why it cannot be, where a run has made its old place anew.</summary>
    private static string? Returned(
        EditableHierarchy hierarchy,
        ClusterMember back,
        ClusterMember? now
    )
    {
        if (now is null)
            return $"the item '{back.ItemId}' is no more";
        if (hierarchy.Find(back.MicroId) is null)
            return $"a run has made the micro where '{back.ItemId}' stood anew since; move it where it belongs";
        hierarchy.MoveOne(now.MicroId, back.MicroId);
        return null;
    }

    private async Task<(int Revision, EditableHierarchy Hierarchy)?> ReadAsync(
        CancellationToken cancellationToken
    )
    {
        var stored = await store.HierarchyAsync(cancellationToken);
        return stored is null
            ? null
            : (stored.Frame.Revision, new EditableHierarchy(stored.Clusters));
    }

    private async Task<CatalogueProblem?> BusyAsync(CancellationToken cancellationToken) =>
        (await store.ListRunsAsync(1, cancellationToken)) is [{ State: RunState.Running } run]
            ? new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"run {run.RunId} is under way since {run.StartedAt:O} and will replace the neighbourhoods; wait for it, or cancel it",
                ExistingId: run.RunId
            )
            : null;

    /// <summary>The first later edit that stands and concerns the same clusters.</summary>
    private async Task<ClusterEdit?> LaterAsync(KeptEdit kept, CancellationToken cancellationToken)
    {
        var concerned = Concerned(kept).ToHashSet();
        return (await store.ListEditsAsync(MostEdits, cancellationToken))
            .Where(e => e.Edit.Number > kept.Edit.Number && e.Edit.UndoneAt is null)
            .FirstOrDefault(e => Concerned(e).Any(concerned.Contains))
            ?.Edit;
    }

    private static IEnumerable<Guid> Concerned(KeptEdit kept) =>
        kept.Edit.OtherId is { } other ? [kept.Edit.ClusterId, other] : [kept.Edit.ClusterId];
}
