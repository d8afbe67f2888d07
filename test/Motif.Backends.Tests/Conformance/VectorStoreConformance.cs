using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Vectors;

namespace Motif.Backends.Tests.Conformance;

public abstract class VectorStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private static readonly EmbeddingSpace A = new("localhost:1", "model-a", 3);
    private static readonly EmbeddingSpace B = new("localhost:1", "model-b", 2);
    private static readonly DateTimeOffset Later = DateTimeOffset.MaxValue.AddYears(-1000);

    private IVectorStore Store => Server.GetRequiredService<IVectorStore>();

    [ConformanceFact]
    public async Task A_new_space_is_building_and_has_every_pattern_to_do()
    {
        await InsertAsync("a", "b");
        (await Store.SpacesAsync(Forever)).ShouldBeEmpty();
        var opened = await Store.OpenAsync(A, Sample.Start, Forever);
        opened.ShouldBe(new StoredSpace(A, SpaceState.Building, Sample.Start));
        (await Store.OpenAsync(A, Sample.Start.AddDays(1), Forever)).ShouldBe(opened);
        (await Store.SpacesAsync(Forever)).ShouldBe([opened]);
        (await Store.StatusAsync(A, Forever)).ShouldBe(new OutboxStatus(2, Sample.Start, 0, null));
    }

    [ConformanceFact]
    public async Task Every_change_of_a_pattern_is_enqueued_with_it_for_every_space()
    {
        await InsertAsync("before any space");
        await OpenEmptyAsync(A);
        await OpenEmptyAsync(B);
        var pattern = Sample.Pattern("a");
        await SaveAsync(Sample.Insert(pattern));
        await ShouldBeEnqueuedAsync(pattern.PatternId);

        await SaveAsync(Sample.Update(pattern with { Name = "changed" }));
        await ShouldBeEnqueuedAsync(pattern.PatternId);

        var use = Sample.Use(pattern.PatternId, 1);
        await Usage.AppendAsync([use], Forever);
        await ShouldBeEnqueuedAsync(pattern.PatternId);

        await Usage.RecordOutcomeAsync(
            new OutcomeEntry(pattern.PatternId, use.UseId, UseOutcome.Success, Sample.Start),
            Forever
        );
        await ShouldBeEnqueuedAsync(pattern.PatternId);

        await Usage.AppendAsync([Sample.Use(pattern.PatternId, 2, UseAction.Exposed)], Forever);
        (await LeaseAsync(A)).ShouldBeEmpty();

        (await Patterns.PurgeAsync(pattern.PatternId, Forever)).ShouldBeTrue();
        await ShouldBeEnqueuedAsync(pattern.PatternId);
    }

    [ConformanceFact]
    public async Task A_write_that_is_refused_enqueues_nothing()
    {
        await OpenEmptyAsync(A);
        var pattern = Sample.Pattern("a");
        await SaveAsync(Sample.Insert(pattern));
        await DoneAsync(A);
        (await Patterns.SaveAsync([Sample.Insert(pattern)], Forever)).ShouldNotBeEmpty();
        (await Store.StatusAsync(A, Forever)).Pending.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task An_entry_belongs_to_one_worker_until_its_lease_ends()
    {
        await InsertAsync("a", "b", "c");
        await Store.OpenAsync(A, Sample.Start, Forever);
        var now = Sample.Start.AddSeconds(1);
        var first = await Store.LeaseAsync(A, 2, now, now.AddMinutes(1), Forever);
        var other = OpenServer().GetRequiredService<IVectorStore>();
        var second = await other.LeaseAsync(A, 2, now, now.AddMinutes(1), Forever);
        first.Count.ShouldBe(2);
        second.Count.ShouldBe(1);
        first.Select(e => e.PatternId).ShouldNotContain(second[0].PatternId);
        (await Store.LeaseAsync(A, 9, now.AddSeconds(59), Later, Forever)).ShouldBeEmpty();
        // The worker died: another one takes all of it over.
        (await Store.LeaseAsync(A, 9, now.AddMinutes(1), Later, Forever)).Count.ShouldBe(3);
    }

    [ConformanceFact]
    public async Task Workers_side_by_side_take_every_entry_once()
    {
        await InsertAsync([.. Enumerable.Range(0, 120).Select(i => $"p{i}")]);
        await Store.OpenAsync(A, Sample.Start, Forever);
        var other = OpenServer().GetRequiredService<IVectorStore>();
        var taken = await Task.WhenAll(DrainAsync(Store), DrainAsync(other), DrainAsync(Store));
        taken.SelectMany(t => t).Count().ShouldBe(120);
        taken.SelectMany(t => t).Distinct().Count().ShouldBe(120);

        static async Task<List<Guid>> DrainAsync(IVectorStore store)
        {
            var ids = new List<Guid>();
            while (true)
            {
                var entries = await store.LeaseAsync(A, 7, Sample.Start, Later, Forever);
                if (entries.Count == 0)
                    return ids;
                ids.AddRange(entries.Select(e => e.PatternId));
                await store.CompleteAsync(A, entries, Forever);
            }
        }
    }

    [ConformanceFact]
    public async Task A_change_during_the_work_stays_to_be_done_by_nobody_else_meanwhile()
    {
        await OpenEmptyAsync(A);
        var pattern = Sample.Pattern("a");
        await SaveAsync(Sample.Insert(pattern));
        var work = await LeaseAsync(A);
        await SaveAsync(Sample.Update(pattern with { Name = "changed" }));
        (await LeaseAsync(A)).ShouldBeEmpty();
        await Store.CompleteAsync(A, work, Forever);
        var again = (await LeaseAsync(A)).ShouldHaveSingleItem();
        again.PatternId.ShouldBe(pattern.PatternId);
        again.Token.ShouldBeGreaterThan(work[0].Token);
    }

    [ConformanceFact]
    public async Task A_lease_that_is_renewed_lasts_and_ends_like_any_other()
    {
        await OpenEmptyAsync(A);
        await SaveAsync(Sample.Insert(Sample.Pattern("a")));
        var until = Later.AddSeconds(15);
        var work = await Store.LeaseAsync(A, 10, Later, until, Forever);
        await Store.RenewAsync(A, work, until.AddSeconds(10), Forever);
        var late = until.AddSeconds(5);
        (await Store.LeaseAsync(A, 10, late, late, Forever)).ShouldBeEmpty();
        var over = until.AddSeconds(11);
        (await Store.LeaseAsync(A, 10, over, over, Forever)).ShouldHaveSingleItem();

        await Store.CompleteAsync(A, work, Forever);
        await Store.RenewAsync(A, work, Later, Forever);
        (await Store.StatusAsync(A, Forever)).Pending.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task A_failure_is_counted_waited_for_and_ends_as_a_dead_letter()
    {
        await InsertAsync("a");
        await Store.OpenAsync(A, Sample.Start, Forever);
        for (var attempt = 0; attempt < IVectorStore.MaxAttempts; attempt++)
        {
            var at = Sample.Start.AddMinutes(attempt);
            var work = (await Store.LeaseAsync(A, 9, at, at.AddMinutes(9), Forever));
            work.ShouldHaveSingleItem().Attempts.ShouldBe(attempt);
            await Store.ReturnAsync(A, work, "too long", at.AddMinutes(1), Forever);
            (await Store.LeaseAsync(A, 9, at.AddSeconds(59), Later, Forever)).ShouldBeEmpty();
        }
        (await LeaseAsync(A)).ShouldBeEmpty();
        (await Store.StatusAsync(A, Forever)).ShouldBe(new OutboxStatus(0, null, 1, "too long"));
        await Store.OpenAsync(A, Sample.Start, Forever);
        (await LeaseAsync(A)).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task What_was_not_the_entrys_fault_is_not_counted()
    {
        await InsertAsync("a");
        await Store.OpenAsync(A, Sample.Start, Forever);
        for (var i = 0; i < IVectorStore.MaxAttempts + 1; i++)
        {
            var work = (await LeaseAsync(A)).ShouldHaveSingleItem();
            work.Attempts.ShouldBe(0);
            await Store.ReturnAsync(A, [work], null, Sample.Start, Forever);
        }
        (await Store.StatusAsync(A, Forever)).LastError.ShouldBeNull();
    }

    [ConformanceFact]
    public async Task A_vector_comes_back_bit_by_bit_and_the_last_write_stands()
    {
        await Store.OpenAsync(A, Sample.Start, Forever);
        var (one, two) = (Id("one"), Id("two"));
        await Store.SaveAsync(A, [Vector(one, 1, [1, 2, 3]), Vector(two, 1, [4, 5, 6])], Forever);
        await Store.SaveAsync(A, [Vector(one, 2, [-0f, 1e-40f, 7]), Vector(two, 2, null)], Forever);
        var found = await Store.FindAsync(A, [one, two, Id("three")], Forever);
        found.Count.ShouldBe(2);
        var first = found.Single(v => v.PatternId == one);
        (first.Version, first.ContentHash, first.At).ShouldBe(
            (2, "hash 2", Sample.Start.AddSeconds(2))
        );
        first
            .Vector!.Select(BitConverter.SingleToInt32Bits)
            .ShouldBe(new[] { -0f, 1e-40f, 7 }.Select(BitConverter.SingleToInt32Bits));
        found.Single(v => v.PatternId == two).Vector.ShouldBeNull();
        (await Store.CountAsync(A, Forever)).ShouldBe(1);
        (await Store.FindAsync(B, [one], Forever)).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task A_vector_of_another_dimension_is_refused()
    {
        await Store.OpenAsync(A, Sample.Start, Forever);
        var refused = await Should.ThrowAsync<ArgumentException>(() =>
            Store.SaveAsync(A, [Vector(Id("one"), 1, [1, 2])], Forever)
        );
        refused.Message.ShouldContain("2 dimensions");
        (await Store.CountAsync(A, Forever)).ShouldBe(0);
    }

    [ConformanceFact]
    public async Task Changes_are_read_in_the_order_of_their_writing_and_contents_by_id()
    {
        await Store.OpenAsync(A, Sample.Start, Forever);
        var ids = Enumerable.Range(0, 25).Select(i => Id($"v{i}")).ToList();
        await Store.SaveAsync(A, [.. ids.Select((id, i) => Vector(id, i / 5, [i, 0, 1]))], Forever);
        var changes = new List<PatternVector>();
        VectorPosition? place = null;
        while (true)
        {
            var page = await Store.ChangesAsync(A, place, 4, Forever);
            if (page.Count == 0)
                break;
            changes.AddRange(page);
            place = new VectorPosition(page[^1].At, page[^1].PatternId);
        }
        changes
            .Select(c => (c.At, c.PatternId))
            .ShouldBe(changes.Select(c => (c.At, c.PatternId)).Order());
        changes.Select(c => c.PatternId).ShouldBe(ids, ignoreOrder: true);
        changes.ShouldAllBe(c => c.Vector!.Length == 3);

        var first = await Store.ScrollAsync(A, null, 10, Forever);
        var rest = await Store.ScrollAsync(A, first[^1].PatternId, 100, Forever);
        first.Concat(rest).Select(v => v.PatternId).ShouldBe(ids.Order());
        first.ShouldAllBe(v => v.Vector == null);
    }

    [ConformanceFact]
    public async Task Drift_is_what_lacks_a_vector_has_one_of_another_version_or_is_gone()
    {
        await OpenEmptyAsync(A);
        var (good, stale, missing) = (
            Sample.Pattern("good"),
            Sample.Pattern("stale"),
            Sample.Pattern("missing")
        );
        await SaveAsync(Sample.Insert(good), Sample.Insert(stale), Sample.Insert(missing));
        await DoneAsync(A);
        await Store.SaveAsync(
            A,
            [
                Vector(good.PatternId, 1, [1, 1, 1]),
                Vector(stale.PatternId, 7, [1, 1, 1]),
                Vector(Id("gone"), 1, [1, 1, 1]),
                Vector(Id("forgotten"), 1, null),
            ],
            Forever
        );
        (await Store.EnqueueDriftAsync(A, Sample.Start, Forever)).ShouldBe(3);
        (await Store.EnqueueDriftAsync(A, Sample.Start, Forever)).ShouldBe(0);
        (await LeaseAsync(A))
            .Select(e => e.PatternId)
            .ShouldBe([stale.PatternId, missing.PatternId, Id("gone")], ignoreOrder: true);
    }

    [ConformanceFact]
    public async Task Switching_leaves_one_space_and_nothing_of_the_others()
    {
        await InsertAsync("a");
        await Store.OpenAsync(A, Sample.Start, Forever);
        (await Store.SwitchAsync(A, Forever)).ShouldBeTrue();
        await Store.SaveAsync(A, [Vector(Id("a"), 1, [1, 2, 3])], Forever);
        await Store.OpenAsync(B, Sample.Start.AddDays(1), Forever);
        (await Store.SpacesAsync(Forever))
            .Select(s => (s.Space, s.State))
            .ShouldBe([(A, SpaceState.Current), (B, SpaceState.Building)]);
        (await Store.SwitchAsync(B, Forever)).ShouldBeTrue();
        (await Store.SpacesAsync(Forever))
            .Select(s => (s.Space, s.State))
            .ShouldBe([(B, SpaceState.Current)]);
        (await Store.CountAsync(A, Forever)).ShouldBe(0);
        (await Store.StatusAsync(A, Forever)).Pending.ShouldBe(0);
        (await Store.StatusAsync(B, Forever)).Pending.ShouldBe(1);
        (await Store.SwitchAsync(A, Forever)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task Patterns_can_be_enqueued_that_do_not_exist()
    {
        await OpenEmptyAsync(A);
        await Store.EnqueueAsync(A, [Id("nowhere"), Id("nowhere")], Sample.Start, Forever);
        (await LeaseAsync(A)).ShouldHaveSingleItem().PatternId.ShouldBe(Id("nowhere"));
    }

    private async Task ShouldBeEnqueuedAsync(Guid patternId)
    {
        foreach (var space in (EmbeddingSpace[])[A, B])
        {
            var work = await LeaseAsync(space);
            work.ShouldHaveSingleItem().PatternId.ShouldBe(patternId);
            await Store.CompleteAsync(space, work, Forever);
        }
    }

    private async Task InsertAsync(params string[] keys) =>
        await SaveAsync([.. keys.Select(key => Sample.Insert(Sample.Pattern(key)))]);

    private async Task OpenEmptyAsync(EmbeddingSpace space)
    {
        await Store.OpenAsync(space, Sample.Start, Forever);
        await DoneAsync(space);
    }

    private async Task DoneAsync(EmbeddingSpace space) =>
        await Store.CompleteAsync(space, await LeaseAsync(space), Forever);

    private Task<IReadOnlyList<OutboxEntry>> LeaseAsync(EmbeddingSpace space) =>
        Store.LeaseAsync(space, 100, Later, Later.AddDays(1), Forever);

    private static Guid Id(string key) => PatternId.For(PatternKind.Success, key);

    private static PatternVector Vector(Guid id, int version, float[]? vector) =>
        new(id, version, $"hash {version}", vector, Sample.Start.AddSeconds(version));
}
