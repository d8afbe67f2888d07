using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Content.Selection;
using Motif.Content.Templates;
using Motif.Statistics;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="Motif.Content.Templates.ITemplateFamilyStore"/> does this.</summary>
public abstract class TemplateFamilyStoreConformance(TestBackend backend)
    : ContentConformance(backend)
{
    private static readonly TemplateExtractor Extractor = new();

    [ConformanceFact]
    public async Task Servers_that_found_the_same_family_at_once_found_it_once()
    {
        await using var other = OpenTimed();
        var shelves = new[] { Timed, other }
            .Select(s => s.GetRequiredService<FamilyShelf>())
            .ToArray();
        var texts = Enumerable
            .Range(0, 40)
            .Select(i => $"The secret to topic{i}? It's not what you think.");

        var ids = await Task.WhenAll(
            texts.Select(
                (t, i) => Task.Run(() => shelves[i % 2].AssignAsync(Extractor.Extract(t), Forever))
            )
        );

        ids.Distinct().ShouldHaveSingleItem();
        (await shelves[0].AllAsync(Forever)).ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task Four_servers_that_divide_a_stream_find_its_families()
    {
        string[] frames =
        [
            "Hot take: {} is overrated",
            "The secret to {}? It's not what you think.",
            "I tried {} for 30 days. Here is what happened:",
            "Nobody talks about this, but {} changed everything for me",
            "Stop {} right now. Do this instead:",
        ];
        string[] fills = ["sleep", "cold email", "deep work", "yoga at dawn", "meal prep"];
        var posts = Enumerable
            .Range(0, 100)
            .Select(i => frames[i % 5].Replace("{}", fills[i / 5 % 5], StringComparison.Ordinal))
            .ToArray();
        var servers = Enumerable.Range(0, 4).Select(_ => OpenTimed()).ToArray();
        try
        {
            var shelves = servers.Select(s => s.GetRequiredService<FamilyShelf>()).ToArray();

            var given = await Task.WhenAll(
                posts.Select(
                    (text, i) =>
                        Task.Run(() => shelves[i % 4].AssignAsync(Extractor.Extract(text), Forever))
                )
            );

            var found = new List<string>();
            foreach (var id in given)
                found.Add((await shelves[0].FindAsync(id, Forever)).ShouldNotBeNull(id).FamilyId);
            var numbers = found.Distinct().Select((id, i) => (id, i)).ToDictionary();
            PartitionAgreement
                .AdjustedRand(
                    [.. found.Select(id => numbers[id])],
                    [.. Enumerable.Range(0, posts.Length).Select(i => i % 5)]
                )
                .ShouldBeGreaterThanOrEqualTo(.95);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    [ConformanceFact]
    public async Task A_family_comes_back_as_it_was_in_another_process()
    {
        var shelf = Timed.GetRequiredService<FamilyShelf>();
        var id = "";
        foreach (var topic in (string[])["sleep", "deep focus", "better code"])
            id = await shelf.AssignAsync(
                Extractor.Extract($"The secret to {topic}? It's not what you think."),
                Forever
            );
        await using var restarted = OpenTimed();

        var found = await restarted.GetRequiredService<FamilyShelf>().FindAsync(id, Forever);

        found!.Text.ShouldBe("the secret to {x}? it's not what you think.");
        found.Members.ShouldBeGreaterThan(1);
    }

    [ConformanceFact]
    public async Task A_merge_lets_all_posts_count_for_the_other_family_and_changes_none()
    {
        foreach (var text in (string[])["Hot take: tea wins", "Fight me on this: mornings win"])
            for (var i = 0; i < 2; i++)
                await PublishAsync(new PublishPost { Content = text });
        var (hot, fight) = (
            await IdOfAsync("Hot take: tea wins"),
            await IdOfAsync("Fight me on this: mornings win")
        );
        await using var other = OpenTimed();
        var late = other.GetRequiredService<FamilyShelf>();
        (await late.AllAsync(Forever)).Count.ShouldBe(2);

        var alias = Good(await Authority.MergeAsync(hot, fight, Actor, Forever));

        (alias.AliasId, alias.FamilyId, alias.Reason).ShouldBe(
            (hot, fight, FamilyAliasReason.Merged)
        );
        foreach (var text in (string[])["Hot take: tea wins", "Fight me on this: mornings win"])
        {
            var answer = Good(
                await Checks.CheckAsync(Persona, [new FatigueQuestion { Content = text }], Forever)
            )[0];
            (answer.Count, answer.Fatigued, answer.FamilyId).ShouldBe((4, true, fight), text);
        }
        // A server that has not heard of it counts no less.
        var stale = Good(
            await other
                .GetRequiredService<FatigueChecks>()
                .CheckAsync(Persona, [new FatigueQuestion { Pattern = hot }], Forever)
        )[0];
        (stale.Count, stale.FamilyId).ShouldBe((4, fight));
        (await Store.ListPostsAsync(Persona, 10, Forever))
            .Select(p => p.FamilyId)
            .Distinct()
            .Count()
            .ShouldBe(2, "what was recorded stays as it was");
        Good(await Personas.StatisticsAsync(Persona, Forever))
            .Families.ShouldHaveSingleItem()
            .Posts.ShouldBe(4);
        (await late.AllAsync(Forever)).ShouldHaveSingleItem().FamilyId.ShouldBe(fight);
        (await Timed.GetRequiredService<FamilyCatalogue>().ListAsync(10, Forever))
            .ShouldHaveSingleItem()
            .Posts.ShouldBe(4);
    }

    [ConformanceFact]
    public async Task The_catalogue_deprecates_what_stands_for_a_family_that_leads_on()
    {
        foreach (var text in (string[])["tea wins", "mornings win"])
        {
            await PublishAsync(new PublishPost { Content = $"Hot take: {text}" });
            await PublishAsync(new PublishPost { Content = $"Fight me on this: {text}" });
        }
        var families = Timed.GetRequiredService<FamilyCatalogue>();
        (await families.PublishAsync(Actor, Forever)).ShouldBe(
            new FamilyPublication(2, 0, 0, 0, 0)
        );
        var (hot, fight) = (
            await IdOfAsync("Hot take: tea wins"),
            await IdOfAsync("Fight me on this: mornings win")
        );
        Good(await Authority.MergeAsync(hot, fight, Actor, Forever));

        (await families.PublishAsync(Actor, Forever)).Retired.ShouldBe(1);

        var catalogue = Timed.GetRequiredService<Catalogue>();
        var retired = PatternId.For(PatternKind.Content, hot);
        (await catalogue.FindAsync(retired, Forever))!.Status.ShouldBe(PatternStatus.Deprecated);
        (await catalogue.HistoryAsync(retired, Forever))!
            [0]
            .Note.ShouldNotBeNull()
            .ShouldContain(fight);
        (
            await catalogue.FindAsync(PatternId.For(PatternKind.Content, fight), Forever)
        )!.Status.ShouldBe(PatternStatus.Active);
        (await families.PublishAsync(Actor, Forever)).Retired.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task A_slate_takes_merged_families_for_one()
    {
        Good(await Authority.MergeAsync("Pattern a", "Pattern b", Actor, Forever));
        var answer = Good(
            await Selector.SelectAsync(
                new SelectRequest
                {
                    PersonaId = Persona,
                    Slots = 2,
                    Variants =
                    [
                        new VariantCandidate { VariantId = "a", Pattern = "Pattern a" },
                        new VariantCandidate { VariantId = "b", Pattern = "Pattern b" },
                    ],
                },
                Forever
            )
        );
        answer.Selected[1].Relaxed.ShouldBe([RelaxReason.NoDistinctFamily]);
        answer.Selected.Select(s => s.FamilyId).Distinct().ShouldHaveSingleItem();
    }

    [ConformanceFact]
    public async Task Ids_lead_on_and_never_back()
    {
        Good(await Authority.MergeAsync("a", "b", Actor, Forever));
        Good(await Authority.MergeAsync("b", "c", Actor, Forever));
        await UseAsync(TimeSpan.FromHours(1), "a");
        (await CheckAsync("c")).Count.ShouldBe(1);
        (await CheckAsync("b")).Count.ShouldBe(1);
        foreach (var (from, into) in ((string, string)[])[("c", "a"), ("a", "c"), ("a", "a")])
            (await Authority.MergeAsync(from, into, Actor, Forever)).Problem!.OneLine.ShouldContain(
                "same family"
            );
        (await Authority.MergeAsync(" ", "a", Actor, Forever)).Problem!.OneLine.ShouldContain(
            "from"
        );
        // A third that is merged into a is merged into what a leads to.
        Good(await Authority.MergeAsync("d", "a", Actor, Forever))
            .FamilyId.ShouldBe((await CheckAsync("c")).FamilyId);
        (await Authority.AliasesAsync(Forever)).Count.ShouldBe(3);
    }

    [ConformanceFact]
    public async Task A_rebuild_changes_nothing_until_it_is_switched_and_nothing_is_lost_by_it()
    {
        string[] topics = ["sleep", "deep focus", "better code", "long walks"];
        foreach (var topic in topics)
        {
            await PublishAsync(
                new PublishPost { Content = $"The secret to {topic}? It's not what you think." }
            );
            await PublishAsync(
                new PublishPost { Content = $"Nobody warns you about {topic} until it is too late" }
            );
        }
        var before = await ShelfAsync();
        var diff = await Authority.CompareAsync(Forever);
        (await ShelfAsync()).ShouldBe(before);
        (diff.Before, diff.Switched).ShouldBe((before.Count, false));

        var switched = Good(await Authority.SwitchAsync(diff.State, Actor, Forever));

        switched.Switched.ShouldBeTrue();
        (await Authority.SwitchAsync(diff.State, Actor, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.Stale
        );
        foreach (var topic in topics)
        foreach (
            var text in (string[])
                [
                    $"The secret to {topic}? It's not what you think.",
                    $"Nobody warns you about {topic} until it is too late",
                ]
        )
            Good(
                await Checks.CheckAsync(Persona, [new FatigueQuestion { Content = text }], Forever)
            )[0]
                .Count.ShouldBe(4, text);
        // Built again of the same texts, the same comes out.
        var again = await Authority.CompareAsync(Forever);
        (again.Merged.Count, again.Split.Count, again.Reworded.Count).ShouldBe((0, 0, 0));
    }

    [ConformanceFact]
    public async Task A_switch_is_refused_when_families_changed_since_it_was_compared()
    {
        await PublishAsync(new PublishPost { Content = "Hot take: tea wins" });
        var diff = await Authority.CompareAsync(Forever);
        await PublishAsync(
            new PublishPost { Content = "Nobody warns you about mornings until it is too late" }
        );
        (await Authority.SwitchAsync(diff.State, Actor, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.Stale
        );
    }

    private static Actor Actor { get; } = new("operator", IsAdministrator: true);

    private FamilyAuthority Authority => Timed.GetRequiredService<FamilyAuthority>();

    private async Task<string> IdOfAsync(string content) =>
        (await Checks.ExtractAsync(content, Forever)).FamilyId!;

    private async Task<IReadOnlyList<string>> ShelfAsync() =>
        [
            .. (await Timed.GetRequiredService<FamilyShelf>().AllAsync(Forever))
                .Select(f => $"{f.FamilyId} {f.Text}")
                .Order(StringComparer.Ordinal),
        ];
}
