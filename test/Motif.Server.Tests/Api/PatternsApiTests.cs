using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Api;

public sealed class PatternsApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_created_pattern_is_found_under_its_location()
    {
        var created = await Server.PostAsync(
            "/api/v1/patterns",
            """{"kind": "success", "pattern_type": "api_optimization", "name": "Batch the writes", "tags": ["b", "a"], "body": {"steps": ["x"]}, "quality": {"depth": 0.5, "width": null}}"""
        );
        created.Status.ShouldBe(201, created.Text);
        var found = await Server.GetAsync(created.Header("Location"));
        found.Status.ShouldBe(200);
        found.Text.ShouldBe(created.Text);
        found.Header("ETag").ShouldBe(created.Header("ETag"));
        var pattern = found.Json;
        pattern["key"]!.GetValue<string>().ShouldBe("batch-the-writes");
        pattern["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["a", "b"]);
        pattern["version"]!.GetValue<int>().ShouldBe(1);
        pattern["quality"]!["score"]!.GetValue<double>().ShouldBe(0.5);
        pattern["quality"]!["completeness"]!.GetValue<double>().ShouldBe(0.5);
        pattern["success"]!["rate"].ShouldBeNull();
        pattern["usage"]!["uses"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_refused_with_the_one_that_has_it()
    {
        var (id, _) = await Server.CreateAsync("taken once");
        var again = await Server.PostAsync(
            "/api/v1/patterns",
            """{"pattern_type": "other", "name": "Taken, once!"}"""
        );
        again.ShouldBeProblem(409, "duplicate")["existing_id"]!.GetValue<Guid>().ShouldBe(id);
    }

    [Fact]
    public async Task A_copy_at_hand_is_not_sent_again()
    {
        var (id, etag) = await Server.CreateAsync("copied");
        var same = await Server.GetAsync($"/api/v1/patterns/{id}", ("If-None-Match", etag));
        (same.Status, same.Text).ShouldBe((304, ""));
        same.Header("ETag").ShouldBe(etag);
        (
            await Server.GetAsync($"/api/v1/patterns/{id}", ("If-None-Match", "\"7-0\""))
        ).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_use_makes_a_copy_old_but_refuses_no_edit()
    {
        var (id, etag) = await Server.CreateAsync("used while edited");
        (
            await Server.PostAsync($"/api/v1/patterns/{id}/uses", """{"actor": "a"}""")
        ).Status.ShouldBe(201);
        (await Server.GetAsync($"/api/v1/patterns/{id}", ("If-None-Match", etag))).Status.ShouldBe(
            200
        );
        (await PatchAsync(id, etag, """{"description": "still"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_change_makes_a_version_and_history_tells_it()
    {
        var (id, etag) = await Server.CreateAsync("changed");
        var changed = await PatchAsync(id, etag, """{"description": "new", "note": "because"}""");
        changed.Status.ShouldBe(200, changed.Text);
        changed.Json["version"]!.GetValue<int>().ShouldBe(2);
        changed.Header("ETag").ShouldNotBe(etag);
        var history = (await Server.GetAsync($"/api/v1/patterns/{id}/history")).Json[
            "items"
        ]!.AsArray();
        history.Select(h => h!["event"]!.GetValue<string>()).ShouldBe(["edited", "created"]);
        history[0]!["note"]!.GetValue<string>().ShouldBe("because");
        history[0]!["actor"]!.GetValue<string>().ShouldBe("local");
    }

    [Fact]
    public async Task A_change_without_a_version_or_with_an_old_one_is_refused()
    {
        var (id, etag) = await Server.CreateAsync("contended");
        (await Server.SendAsync(HttpMethod.Patch, $"/api/v1/patterns/{id}", "{}")).ShouldBeProblem(
            428,
            "version-needed"
        );
        (await PatchAsync(id, etag, """{"description": "first"}""")).Status.ShouldBe(200);
        (await PatchAsync(id, etag, """{"description": "second"}""")).ShouldBeProblem(
            412,
            "stale-version"
        );
        (await PatchAsync(id, "\"nonsense\"", "{}")).ShouldBeProblem(412, "stale-version");
        (await PatchAsync(id, "W/\"2\"", "{}")).ShouldBeProblem(412, "stale-version");
        (await PatchAsync(id, "*", """{"description": "third"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_forbidden_move_says_what_is_allowed()
    {
        var (id, etag) = await Server.CreateAsync("active one");
        var moved = await PatchAsync(id, etag, """{"status": "draft"}""");
        moved.ShouldBeProblem(409, "not-allowed")["detail"]!
            .GetValue<string>()
            .ShouldContain("deprecated");
    }

    [Fact]
    public async Task Deleting_archives_and_purging_removes()
    {
        var (id, _) = await Server.CreateAsync("doomed");
        var archived = await Server.SendAsync(HttpMethod.Delete, $"/api/v1/patterns/{id}", null);
        archived.Json["status"]!.GetValue<string>().ShouldBe("archived");
        (await Server.GetAsync($"/api/v1/patterns/{id}")).Status.ShouldBe(200);
        (
            await Server.SendAsync(HttpMethod.Delete, $"/api/v1/patterns/{id}?purge=true", null)
        ).Status.ShouldBe(204);
        (await Server.GetAsync($"/api/v1/patterns/{id}")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task An_earlier_version_is_restored_as_a_new_one()
    {
        var (id, etag) = await Server.CreateAsync("restored", """, "description": "as it was" """);
        var changed = await PatchAsync(id, etag, """{"description": "worse"}""");
        var restored = await Server.PostAsync(
            $"/api/v1/patterns/{id}/restore",
            """{"version": 1}""",
            ("If-Match", changed.Header("ETag"))
        );
        restored.Json["description"]!.GetValue<string>().ShouldBe("as it was");
        restored.Json["version"]!.GetValue<int>().ShouldBe(3);
        var unknown = await Server.PostAsync(
            $"/api/v1/patterns/{id}/restore",
            """{"version": 9}""",
            ("If-Match", restored.Header("ETag"))
        );
        unknown.ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_list_is_filtered_and_paged_without_repeats_or_gaps()
    {
        for (var i = 0; i < 7; i++)
            await Server.CreateAsync($"paged {i}", """, "tags": ["paging"] """);
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var more = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = await Server.GetAsync(
                $"/api/v1/patterns?tag=paging&sort=name&limit=3{more}"
            );
            page.Status.ShouldBe(200, page.Text);
            names.AddRange(
                page.Json["items"]!.AsArray().Select(p => p!["name"]!.GetValue<string>())
            );
            cursor = page.Json["next_cursor"]?.GetValue<string>();
        } while (cursor is not null);
        names.ShouldBe([.. Enumerable.Range(0, 7).Select(i => $"paged {i}")]);
    }

    [Fact]
    public async Task Filters_join_each_other()
    {
        await Server.CreateAsync(
            "Filtered draft",
            """, "status": "draft", "kind": "content", "tags": ["joined"], "quality": {"x": 0.9} """
        );
        await Server.CreateAsync(
            "Filtered active",
            """, "kind": "content", "tags": ["joined"], "quality": {"x": 0.2} """
        );
        (await NamesAsync("kind=content&tag=joined")).Count.ShouldBe(2);
        (await NamesAsync("kind=content&tag=joined&status=draft")).ShouldBe(["Filtered draft"]);
        (await NamesAsync("tag=joined&status=draft&status=active")).Count.ShouldBe(2);
        (await NamesAsync("tag=joined&min_quality_score=0.5")).ShouldBe(["Filtered draft"]);
        (await NamesAsync("tag=joined&search=filt%20ACT")).ShouldBe(["Filtered active"]);
        (await NamesAsync("tag=joined&pattern_type=other")).ShouldBeEmpty();
        (await NamesAsync("tag=joined&min_success_rate=0.1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_are_known_by_the_names_that_lists_and_matches_have_in_json_too()
    {
        await Server.CreateAsync(
            "Alias good",
            """, "kind": "content", "tags": ["alias"], "quality": {"x": 0.9} """
        );
        await Server.CreateAsync(
            "Alias draft",
            """, "kind": "content", "status": "draft", "tags": ["alias"], "quality": {"x": 0.2} """
        );
        (await NamesAsync("tags=alias&min_quality=0.5")).ShouldBe(["Alias good"]);
        (await NamesAsync("tags=alias&statuses=draft")).ShouldBe(["Alias draft"]);
        (await NamesAsync("tags=alias&statuses=draft&status=active")).Count.ShouldBe(2);
        (await NamesAsync("tags=alias&q=good&pattern_types=other")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_pattern_without_occurrences_has_an_empty_list()
    {
        var (id, _) = await Server.CreateAsync("nowhere");
        var answer = await Server.GetAsync($"/api/v1/patterns/{id}/occurrences");
        answer.Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<List<string>> NamesAsync(string query)
    {
        var answer = await Server.GetAsync($"/api/v1/patterns?{query}");
        answer.Status.ShouldBe(200, answer.Text);
        return [.. answer.Json["items"]!.AsArray().Select(p => p!["name"]!.GetValue<string>())];
    }

    private Task<Answer> PatchAsync(Guid id, string etag, string json) =>
        Server.SendAsync(HttpMethod.Patch, $"/api/v1/patterns/{id}", json, ("If-Match", etag));

    [Fact]
    public async Task A_change_for_any_version_never_loses_a_race()
    {
        var (id, _) = await Server.CreateAsync("changed by a crowd");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(i =>
                    Server.SendAsync(
                        HttpMethod.Patch,
                        $"/api/v1/patterns/{id}",
                        $$"""{"description": "change {{i}}"}""",
                        ("If-Match", "*")
                    )
                )
        );
        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.Json["version"]!.GetValue<int>()).ShouldBeUnique();
        var pattern = await Server.GetAsync($"/api/v1/patterns/{id}");
        pattern.Json["version"]!.GetValue<int>().ShouldBe(25);
    }
}
