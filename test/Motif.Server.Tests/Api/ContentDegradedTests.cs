using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Content.Fatigue;
using Motif.Storage;

namespace Motif.Server.Tests.Api;

/// <summary>What a selection answers while the store does not.</summary>
public sealed class ContentDegradedTests
{
    private const string Select = "/api/v1/content/select";

    [Fact]
    public async Task While_the_store_is_down_variants_are_served_by_chance_and_said_to_be()
    {
        await using var server = await StartAsync();
        (await SelectAsync(server, "before"))["degraded"]!.GetValue<bool>().ShouldBeFalse();
        DownStore.IsDown = true;

        var answer = await SelectAsync(server, "during");
        var again = await SelectAsync(server, "during");
        DownStore.IsDown = false;

        answer["degraded"]!.GetValue<bool>().ShouldBeTrue();
        answer["policy"]!.GetValue<string>().ShouldBe("degraded");
        answer["selected"]!.AsArray().Count.ShouldBe(2);
        answer["selected"]!
            .AsArray()
            .Select(s => s!["variant_id"]!.GetValue<string>())
            .ShouldNotContain("retired");
        answer["selected"]![0]!["probability"]!.GetValue<double>().ShouldBe(1.0 / 3);
        again["selected"]!.ToJsonString().ShouldBe(answer["selected"]!.ToJsonString());
        (await server.GetAsync("/api/v1/content/personas/ada/decisions/during")).ShouldBeProblem(
            404,
            "not-found"
        );
    }

    [Fact]
    public async Task A_post_of_a_degraded_decision_is_a_fallback_that_no_comparison_counts()
    {
        await using var server = await StartAsync();

        var post = await server.PostAsync(
            "/api/v1/content/personas/ada/posts",
            """{"content": "Hot take: tea wins", "variant_id": "a", "decision_id": "during", "metrics": [{"as_of": "2026-01-01T00:00:00Z", "impressions": 100, "successes": 3, "final": true}]}"""
        );
        var holdout = await server.GetAsync("/api/v1/content/personas/ada/holdout");
        var evaluation = await server.GetAsync("/api/v1/content/personas/ada/evaluation");

        post.Json["post"]!["origin"]!.GetValue<string>().ShouldBe("fallback", post.Text);
        post.Json["post"]!["contaminated"]!.GetValue<bool>().ShouldBeTrue();
        holdout.Json["contaminated"]!.GetValue<int>().ShouldBe(1, holdout.Text);
        holdout.Json["treated"]!["posts"]!.GetValue<int>().ShouldBe(0);
        evaluation.Json["choices"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_call_that_wants_no_degraded_answer_gets_503()
    {
        await using var server = await StartAsync();
        DownStore.IsDown = true;
        var answer = await server.PostAsync(
            Select,
            Request("never", ""","settings": {"serves_degraded": false}""")
        );
        DownStore.IsDown = false;
        answer.Status.ShouldBe(503, answer.Text);
    }

    private static Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync(configure: builder =>
        {
            var own = builder.Services.Last(s => s.ServiceType == typeof(IContentStore));
            builder.Services.Replace(
                ServiceDescriptor.Singleton(services =>
                    DownStore.Over(
                        (IContentStore)
                            ActivatorUtilities.CreateInstance(services, own.ImplementationType!)
                    )
                )
            );
        });

    private static async Task<JsonNode> SelectAsync(RunningServer server, string decision)
    {
        var answer = await server.PostAsync(Select, Request(decision, ""));
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private static string Request(string decision, string more) =>
        $$"""
            {"persona_id": "ada", "decision_id": "{{decision}}", "n_select": 2,
             "variants": [{"variant_id": "a"}, {"variant_id": "b"}, {"variant_id": "c"},
                          {"variant_id": "retired", "retired": true}]{{more}}}
            """;

    /// <summary>A store that can be made to fail as one whose database is gone.</summary>
    public class DownStore : DispatchProxy
    {
        private IContentStore _inner = null!;

        public static bool IsDown { get; set; }

        public static IContentStore Over(IContentStore inner)
        {
            var proxy = Create<IContentStore, DownStore>();
            ((DownStore)(object)proxy)._inner = inner;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            IsDown
                ? throw new BackendException("test", targetMethod!.Name, "is down", true)
                : targetMethod!.Invoke(_inner, args);
    }
}
