using System.Text.Json;
using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class SuccessPatternTests
{
    private static readonly Actor Author = new("author");
    private readonly MemoryPatternStore _store = new();
    private readonly Motif.Catalog.Catalogue _catalogue;

    public SuccessPatternTests() => _catalogue = new(_store, TimeProvider.System);

    [Fact]
    public async Task The_fields_of_the_guide_are_members_of_the_body()
    {
        var pattern = await CreateAsync(
            """
            {
              "pattern_type": "api_optimization",
              "name": "Connection pooling with read replicas",
              "intent": "optimize API performance",
              "environment": "FastAPI + PostgreSQL",
              "execution_trace": {"steps": ["configure the pool", "route reads"]},
              "success_criteria": {"metric": "p99_latency_ms", "threshold": 50, "operator": "<"},
              "quality_metrics": {"accuracy": 0.95, "latency_p99_ms": 45, "reliability": 0.99, "startup_s": 0.5},
              "performance_data": {"avg_runtime_ms": 38}
            }
            """
        );

        pattern.Body.GetProperty("intent").GetString().ShouldBe("optimize API performance");
        pattern
            .Body.GetProperty("success_criteria")
            .GetProperty("threshold")
            .GetInt32()
            .ShouldBe(50);
        pattern
            .Body.GetProperty("performance_data")
            .GetProperty("avg_runtime_ms")
            .GetInt32()
            .ShouldBe(38);
        pattern.Quality.Components.Keys.ShouldBe(["accuracy", "reliability"]);
        pattern.Quality.Score.ShouldBe(.97);
        pattern.Key.ShouldBe(Hash(pattern));
    }

    [Fact]
    public async Task The_order_of_keys_does_not_change_the_context_hash()
    {
        var one = await CreateAsync(
            """{"pattern_type": "t", "key": "one", "name": "one", "intent": "same", "environment": {"web": "FastAPI", "db": "PostgreSQL"}}"""
        );
        var two = await CreateAsync(
            """{"environment": {"db": "PostgreSQL", "web": "FastAPI"}, "intent": "same", "name": "two", "key": "two", "pattern_type": "t"}"""
        );

        Hash(one).ShouldBe(Hash(two));
    }

    [Theory]
    [InlineData("""{"pattern_type": "u", "key": "b", "name": "b", "intent": "same"}""")]
    [InlineData("""{"pattern_type": "t", "key": "b", "name": "b", "intent": "other"}""")]
    [InlineData(
        """{"pattern_type": "t", "key": "b", "name": "b", "intent": "same", "environment": "x"}"""
    )]
    public async Task Another_type_intent_or_environment_is_another_context(string other)
    {
        var one = await CreateAsync(
            """{"pattern_type": "t", "key": "a", "name": "a", "intent": "same"}"""
        );

        Hash(await CreateAsync(other)).ShouldNotBe(Hash(one));
    }

    [Fact]
    public async Task A_hash_of_the_callers_own_names_the_context()
    {
        var own = new string('a', 64);

        var pattern = await CreateAsync(
            $$"""{"pattern_type": "t", "name": "a", "intent": "same", "context_hash": "{{own}}"}"""
        );

        (Hash(pattern), pattern.Key).ShouldBe((own, own));
        var changed = await PatchAsync(pattern, """{"intent": "another"}""");
        Hash(changed).ShouldBe(own);
    }

    [Fact]
    public async Task A_pattern_without_an_intent_is_named_by_its_words()
    {
        var pattern = await CreateAsync("""{"pattern_type": "t", "name": "Read, replicas"}""");

        pattern.Key.ShouldBe("read-replicas");
        pattern.Body.EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_intent_changes_the_hash_and_not_the_pattern()
    {
        var pattern = await CreateAsync(
            """{"pattern_type": "t", "name": "a", "intent": "first", "performance_data": {"ms": 1}}"""
        );

        var changed = await PatchAsync(
            pattern,
            """{"intent": "second", "quality_metrics": {"accuracy": 0.5}}"""
        );

        changed.PatternId.ShouldBe(pattern.PatternId);
        Hash(changed).ShouldNotBe(Hash(pattern));
        changed.Body.GetProperty("performance_data").GetProperty("ms").GetInt32().ShouldBe(1);
        changed.Quality.Score.ShouldBe(.5);
    }

    [Theory]
    [InlineData(
        """{"pattern_type": "t", "name": "a", "intent": "x", "body": {"intent": "y"}}""",
        "intent"
    )]
    [InlineData(
        """{"pattern_type": "t", "name": "a", "success_criteria": "fast"}""",
        "success_criteria"
    )]
    [InlineData("""{"pattern_type": "t", "name": "a", "execution_trace": 7}""", "execution_trace")]
    [InlineData("""{"pattern_type": "t", "name": "a", "environment": [1]}""", "environment")]
    [InlineData("""{"pattern_type": "t", "name": "a", "context_hash": "short"}""", "context_hash")]
    public async Task A_wrong_field_is_named(string draft, string field)
    {
        var answer = await _catalogue.CreateAsync(Read<PatternDraft>(draft), Author, default);

        answer.Problem!.Fields!.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task An_export_imported_again_changes_nothing()
    {
        var own = new string('b', 64);
        var pattern = await CreateAsync(
            $$$"""{"pattern_type": "t", "name": "a", "intent": "same", "context_hash": "{{{own}}}", "quality_metrics": {"accuracy": 0.4}}"""
        );

        var again = await _catalogue.UpsertManyAsync(
            [PatternExport.Draft(pattern)],
            Author,
            default
        );

        again.ShouldHaveSingleItem().Result.ShouldBe(UpsertResult.Unchanged);
    }

    private async Task<Pattern> CreateAsync(string draft) =>
        (
            await _catalogue.CreateAsync(Read<PatternDraft>(draft), Author, default)
        ).Value.ShouldNotBeNull();

    private async Task<Pattern> PatchAsync(Pattern pattern, string patch) =>
        (
            await _catalogue.PatchAsync(
                pattern.PatternId,
                pattern.Version,
                Read<PatternPatch>(patch),
                Author,
                default
            )
        ).Value.ShouldNotBeNull();

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, MotifJson.Options)!;

    private static string Hash(Pattern pattern) =>
        pattern.Body.GetProperty("context_hash").GetString()!;
}
