using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Server.Tests.Cli;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Operations;

public sealed class SentenceModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_finds_by_meaning_without_any_setting_and_says_by_which_model()
    {
        await using var server = await RunningServer.StartAsync(o => o with { Model = null });
        var (id, _) = await server.CreateAsync(
            "Exponential backoff",
            """, "description": "Retry transient failures with growing pauses" """
        );
        await server.CreateAsync("Feature flags");
        await server.CreateAsync("Password reset by mail");
        await SearchedAsync(server);

        var match = await server.PostAsync(
            "/api/v1/patterns/match",
            """{"intent": "our calls to the bank sometimes do not go through", "explain": true}"""
        );

        match.Json["degraded"]!.GetValue<bool>().ShouldBeFalse();
        match.Json["query_metadata"]!["embedding_model"]!
            .GetValue<string>()
            .ShouldStartWith("all-MiniLM-L6-v2-nb8-32-wordpiece-256-");
        var best = match.Json["matched_patterns"]![0]!;
        best["pattern_id"]!.GetValue<Guid>().ShouldBe(id);
        best["explain"]!["weighted"]!["neural"]!.GetValue<double>().ShouldBeGreaterThan(0);
        var noise = await server.PostAsync("/api/v1/patterns/match", """{"intent": "zzzzqqq"}""");
        noise.Json["nothing_fits"]!.GetValue<bool>().ShouldBeTrue(noise.Text);
        noise.Json["nearest_below"]!["confidence_score"]!.GetValue<double>().ShouldBeLessThan(0.1);
        var system = (await server.GetAsync("/api/v1/system")).Json;
        system["sentence_model"]!["state"]!.GetValue<string>().ShouldBe("used");
        system["vectors"]!["space"]!.GetValue<string>().ShouldStartWith("onnx/all-MiniLM-L6-v2");
        (await CheckAsync(server))["healthy"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_model_that_is_absent_is_said_and_the_lexicon_answers()
    {
        await using var server = await RunningServer.StartAsync(configure: builder =>
            builder.Services.AddSingleton(_ => SentenceModel.Shipped(_folder.Path))
        );
        await server.CreateAsync("Retry with backoff");
        var check = await CheckAsync(server);
        check["healthy"]!.GetValue<bool>().ShouldBeFalse();
        check["required"]!.GetValue<bool>().ShouldBeFalse();
        check["reason"]!.GetValue<string>().ShouldStartWith("absent, the lexicon answers: ");
        (await server.GetAsync("/health/ready")).Status.ShouldBe(200);
        var system = (await server.GetAsync("/api/v1/system")).Json;
        system["sentence_model"]!["state"]!.GetValue<string>().ShouldBe("absent");
        var match = await server.PostAsync("/api/v1/patterns/match", """{"intent": "retry"}""");
        match.Json["degraded"]!.GetValue<bool>().ShouldBeFalse();
        match.Json["matched_patterns"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_damaged_model_that_the_user_named_is_one_line_and_bad_usage()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "model.json"), "{");
        foreach (var folder in (string[])[_folder.Path, Path.Combine(_folder.Path, "nowhere")])
        foreach (
            var command in (string[][])
                [
                    ["match", "retry"],
                    ["doctor"],
                    ["serve"],
                ]
        )
        {
            var run = await CommandRun.With(_folder.Path, [("MOTIF_MODEL", folder)], command);
            run.ExitCode.ShouldBe(2, run.Output + run.Errors);
            run.Errors.ShouldStartWith($"motif: MOTIF_MODEL is '{folder}': ");
            run.Errors.Trim().ShouldNotContain("\n");
        }
    }

    [Fact]
    public async Task A_match_at_the_command_line_embeds_what_nobody_embedded_before()
    {
        (string, string?)[] model = [("MOTIF_MODEL", null)];
        var added = await CommandRun.With(_folder.Path, model, "patterns", "starter");
        added.ExitCode.ShouldBe(0, added.Errors);

        var first = await CommandRun.With(
            _folder.Path,
            model,
            "match",
            "our calls to the bank sometimes do not go through",
            "--json"
        );
        var second = await CommandRun.With(_folder.Path, model, "match", "retry", "--json");
        var doctor = await CommandRun.With(_folder.Path, model, "doctor");

        first.Errors.ShouldContain("embedding ");
        second.Errors.ShouldNotContain("embedding ");
        foreach (var run in (CommandRun[])[first, second])
        {
            var json = JsonNode.Parse(run.Output)!;
            json["degraded"]!.GetValue<bool>().ShouldBeFalse();
            json["query_metadata"]!["embedding_model"]!
                .GetValue<string>()
                .ShouldStartWith("all-MiniLM-L6-v2");
        }
        doctor.Output.ShouldContain("all-MiniLM-L6-v2-nb8-32-wordpiece-256-");
        doctor.ExitCode.ShouldBe(0, doctor.Output);
    }

    private static async Task<JsonNode> CheckAsync(RunningServer server) =>
        (await server.GetAsync("/health/ready")).Json["checks"]!
            .AsArray()
            .Single(c => c!["name"]!.GetValue<string>() == "sentence_model")!;

    private static async Task SearchedAsync(RunningServer server)
    {
        var sync = server.App.Services.GetRequiredService<VectorSync>();
        await Eventually.HoldsAsync(async () =>
            await sync.BacklogAsync(CancellationToken.None) is null
        );
        // The matcher takes the space to be the same for a second.
        await Eventually.HoldsAsync(async () =>
            !(await MatchAsync(server))["degraded"]!.GetValue<bool>()
        );
    }

    private static async Task<JsonNode> MatchAsync(RunningServer server) =>
        (await server.PostAsync("/api/v1/patterns/match", """{"intent": "flags"}""")).Json;
}
