using Microsoft.Extensions.DependencyInjection;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IIdempotencyStore"/> does this.</summary>
public abstract class IdempotencyStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private static readonly DateTimeOffset Now = Sample.Start;

    private IIdempotencyStore Answers => Server.GetRequiredService<IIdempotencyStore>();

    [ConformanceFact]
    public async Task A_key_is_claimed_once_answered_once_and_replayed_after()
    {
        (await ClaimAsync("k", "hash", Now)).ShouldBeNull();
        var pending = (await ClaimAsync("k", "other", Now.AddSeconds(1)))!;
        (pending.RequestHash, pending.Status).ShouldBe(("hash", 0));

        var answer = new IdempotentAnswer(
            "hash",
            201,
            "application/json",
            new Dictionary<string, string> { ["Location"] = "/x", ["ETag"] = "\"1\"" },
            [0, 255, 123],
            Now.AddSeconds(2)
        );
        await Answers.CompleteAsync("s", "k", answer, Forever);
        var replayed = (await ClaimAsync("k", "hash", Now.AddDays(1)))!;
        replayed.Headers.ShouldBe(answer.Headers, ignoreOrder: true);
        replayed.Body.ShouldBe(answer.Body);
        (replayed with { Headers = answer.Headers, Body = answer.Body }).ShouldBe(answer);
    }

    [ConformanceFact]
    public async Task The_same_key_in_another_scope_is_another_key()
    {
        (await ClaimAsync("k", "hash", Now)).ShouldBeNull();
        (await Answers.ClaimAsync("t", "k", "hash", Now, Now, Forever)).ShouldBeNull();
    }

    [ConformanceFact]
    public async Task A_claim_that_was_abandoned_is_taken_over_and_an_answer_never_is()
    {
        (await ClaimAsync("k", "first", Now)).ShouldBeNull();
        var later = Now.AddMinutes(5);
        (await Answers.ClaimAsync("s", "k", "second", later, Now, Forever)).ShouldNotBeNull();
        (
            await Answers.ClaimAsync("s", "k", "second", later, Now.AddSeconds(1), Forever)
        ).ShouldBeNull();
        (await ClaimAsync("k", "third", later))!.RequestHash.ShouldBe("second");
        await Answers.CompleteAsync("s", "k", Empty("second", 200, later), Forever);
        (
            await Answers.ClaimAsync("s", "k", "x", later, later.AddDays(1), Forever)
        )!.Status.ShouldBe(200);
    }

    [ConformanceFact]
    public async Task A_released_key_is_free_and_an_answered_one_stays()
    {
        await ClaimAsync("k", "hash", Now);
        await Answers.ReleaseAsync("s", "k", Now, Forever);
        (await ClaimAsync("k", "hash", Now)).ShouldBeNull();
        await Answers.CompleteAsync("s", "k", Empty("hash", 200, Now), Forever);
        await Answers.ReleaseAsync("s", "k", Now, Forever);
        (await ClaimAsync("k", "hash", Now)).ShouldNotBeNull();
    }

    [ConformanceFact]
    public async Task A_claim_that_is_renewed_stays_and_one_that_was_taken_over_is_lost()
    {
        (await ClaimAsync("k", "first", Now)).ShouldBeNull();
        var renewed = Now.AddSeconds(3);
        (await Answers.RenewAsync("s", "k", Now, renewed, Forever)).ShouldBeTrue();
        (await Answers.RenewAsync("s", "k", Now, renewed, Forever)).ShouldBeFalse();
        (await Answers.ClaimAsync("s", "k", "second", renewed, renewed, Forever)).ShouldNotBeNull();

        var later = renewed.AddMinutes(1);
        (
            await Answers.ClaimAsync("s", "k", "second", later, later.AddSeconds(-1), Forever)
        ).ShouldBeNull();
        (await Answers.RenewAsync("s", "k", renewed, later, Forever)).ShouldBeFalse();
        await Answers.ReleaseAsync("s", "k", renewed, Forever);
        (await ClaimAsync("k", "third", later))!.RequestHash.ShouldBe("second");
    }

    [ConformanceFact]
    public async Task Of_two_answers_the_first_stands()
    {
        await ClaimAsync("k", "hash", Now);
        await Answers.CompleteAsync("s", "k", Empty("hash", 201, Now), Forever);
        await Answers.CompleteAsync("s", "k", Empty("hash", 409, Now), Forever);
        (await ClaimAsync("k", "hash", Now))!.Status.ShouldBe(201);
        (await Answers.RenewAsync("s", "k", Now, Now, Forever)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task Old_answers_are_removed()
    {
        await ClaimAsync("old", "hash", Now);
        await ClaimAsync("new", "hash", Now.AddHours(1));
        (await Answers.RemoveOlderThanAsync(Now.AddMinutes(1), Forever)).ShouldBe(1);
        (await ClaimAsync("old", "hash", Now)).ShouldBeNull();
        (await ClaimAsync("new", "hash", Now)).ShouldNotBeNull();
    }

    [ConformanceFact]
    public async Task Of_many_that_claim_at_once_one_gets_the_key()
    {
        var others = OpenServer().GetRequiredService<IIdempotencyStore>();
        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(i =>
                    (i % 2 == 0 ? Answers : others).ClaimAsync(
                        "s",
                        "race",
                        "hash",
                        Now,
                        Now.AddHours(-1),
                        Forever
                    )
                )
        );
        claims.Count(c => c is null).ShouldBe(1);
    }

    private Task<IdempotentAnswer?> ClaimAsync(string key, string hash, DateTimeOffset now) =>
        Answers.ClaimAsync("s", key, hash, now, now.AddHours(-1), Forever);

    private static IdempotentAnswer Empty(string hash, int status, DateTimeOffset at) =>
        new(hash, status, null, new Dictionary<string, string>(), [], at);
}
