using Microsoft.Extensions.DependencyInjection;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Tests.Http;

public sealed class IdempotencyTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Patterns = "/api/v1/patterns";

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_repeated_request_is_answered_as_the_first()
    {
        var first = await CreateAsync("once", "key-once");
        var second = await CreateAsync("once", "key-once");
        (first.Status, second.Status).ShouldBe((201, 201));
        second.Text.ShouldBe(first.Text);
        second.Header("Location").ShouldBe(first.Header("Location"));
        second.Header("ETag").ShouldBe(first.Header("ETag"));
        second.Header("Idempotent-Replayed").ShouldBe("true");
        first.Headers.ShouldNotContainKey("Idempotent-Replayed");
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        await CreateAsync("refused twice", "key-first");
        var refused = await CreateAsync("refused twice", "key-refused");
        var again = await CreateAsync("refused twice", "key-refused");
        refused.ShouldBeProblem(409, "duplicate");
        again.Status.ShouldBe(409);
        again.Header("Idempotent-Replayed").ShouldBe("true");
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused()
    {
        await CreateAsync("mine", "key-mine");
        (await CreateAsync("other", "key-mine")).ShouldBeProblem(422, "key-reused");
        var (id, _) = await Server.CreateAsync("elsewhere");
        (
            await Server.PostAsync(
                $"{Patterns}/{id}/uses",
                """{"actor": "a"}""",
                ("Idempotency-Key", "key-mine")
            )
        ).ShouldBeProblem(422, "key-reused");
    }

    [Fact]
    public async Task A_request_that_is_still_being_answered_is_to_be_waited_for()
    {
        var store = Server.App.Services.GetRequiredService<IIdempotencyStore>();
        const string Body = """{"pattern_type": "t", "name": "slow"}""";
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"POST\n{Patterns}\n{Body}")
            )
        );
        var now = TimeProvider.System.GetUtcNow();
        (
            await store.ClaimAsync("local", "key-slow", hash, now, now.AddMinutes(-5), default)
        ).ShouldBeNull();
        var busy = await Server.PostAsync(Patterns, Body, ("Idempotency-Key", "key-slow"));
        busy.ShouldBeProblem(409, "in-progress");
        busy.Header("Retry-After").ShouldBe("1");
        await store.ReleaseAsync("local", "key-slow", now, default);
        (await Server.PostAsync(Patterns, Body, ("Idempotency-Key", "key-slow"))).Status.ShouldBe(
            201
        );
    }

    [Fact]
    public async Task A_key_whose_server_died_can_be_used_again_within_seconds()
    {
        var store = Server.App.Services.GetRequiredService<IIdempotencyStore>();
        var died = TimeProvider.System.GetUtcNow() - Idempotency.Abandoned;
        (await store.ClaimAsync("local", "key-died", "hash", died, died, default)).ShouldBeNull();
        Idempotency.Abandoned.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (
            await Server.PostAsync(
                Patterns,
                """{"pattern_type": "t", "name": "after the death"}""",
                ("Idempotency-Key", "key-died")
            )
        ).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => CreateAsync("raced", "key-raced"))
        );
        answers.ShouldAllBe(a => a.Status == 201 || a.Status == 409);
        answers
            .Count(a => a.Status == 201 && !a.Headers.ContainsKey("Idempotent-Replayed"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_replayed()
    {
        (
            await Server.PostAsync(Patterns, """{"pattern_type": "t", "name": "plain"}""")
        ).Status.ShouldBe(201);
        (
            await Server.PostAsync(Patterns, """{"pattern_type": "t", "name": "plain"}""")
        ).ShouldBeProblem(409, "duplicate");
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        (await CreateAsync("bad key", key))
            .ShouldBlame("Idempotency-Key")
            .ShouldContain("visible ASCII");

    private Task<Answer> CreateAsync(string name, string key) =>
        Server.PostAsync(
            Patterns,
            $$"""{"pattern_type": "t", "name": "{{name}}"}""",
            ("Idempotency-Key", key)
        );
}
