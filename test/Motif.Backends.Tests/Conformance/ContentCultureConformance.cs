using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Fatigue;
using Motif.Content.Mining;
using Motif.Content.Posts;

namespace Motif.Backends.Tests.Conformance;

/// <summary>
/// A program that uses Motif may have a culture, although Motif's own process has none: templates, windows and ids are the same
/// in it.
/// </summary>
public abstract class ContentCultureConformance(TestBackend backend) : ContentConformance(backend)
{
    public const string Verb = "answer-in-culture";

    private static readonly string[] Texts =
    [
        "IŞIK ÇIKIŞINDA kitap bulundu",
        "Why I quit: 1.5 million views in 12 days",
        "#İSTANBUL is OPEN again, I think",
        "Hot take: tea wins",
    ];

    [ConformanceFact]
    public async Task A_turkish_process_finds_the_same_templates_and_the_same_window()
    {
        await Database.MigrateAsync(Forever);
        var here = await AnswerAsync(Setting, "ıIiİ");

        var there = await InTurkishAsync("ıIiİ-tr");

        if (there is null)
            return;
        there["culture"]!.GetValue<string>().ShouldBe("tr-TR");
        there["upper_i"]!.GetValue<string>().ShouldBe("İ");
        there.ToJsonString().ShouldBe(With(here, there).ToJsonString());
        here["check"]!["fatigued"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <summary>What a process answers: the corpus it mines, and a check at the border of a window.</summary>
    public static async Task<JsonObject> AnswerAsync(string setting, string persona)
    {
        await using var provider = TestBackend.Open(setting);
        var posts = provider.GetRequiredService<PostLifecycle>();
        // A day that is the same for both processes and recent enough for the ledger.
        var day = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero).AddDays(
            -3
        );
        for (var i = 0; i < 3; i++)
            await posts.PublishAsync(
                persona,
                new PublishPost
                {
                    Content = $"IŞIK ÇIKIŞINDA {i} kitap bulundu",
                    UsedAt = day.AddDays(i - 1),
                    Metrics = [new MetricSnapshot(day, 1234.5, 0.5)],
                },
                CancellationToken.None
            );
        var answers = await provider
            .GetRequiredService<FatigueChecks>()
            .CheckAsync(
                persona,
                [new FatigueQuestion { Content = "IŞIK ÇIKIŞINDA 9 kitap bulundu" }],
                CancellationToken.None
            );
        var check = JsonSerializer.SerializeToNode(answers.Value![0], MotifJson.Options)!;
        // What is each persona's own.
        check.AsObject().Remove("persona_id");
        foreach (var cap in check["caps"]!.AsArray())
            cap!.AsObject().Remove("post_ids");
        return new JsonObject
        {
            ["culture"] = CultureInfo.CurrentCulture.Name,
            // What a culture would change if anything asked it.
            ["upper_i"] = CultureInfo.CurrentCulture.TextInfo.ToUpper("i"),
            ["mined"] = JsonSerializer.SerializeToNode(
                provider.GetRequiredService<ContentMiner>().Mine(Texts),
                MotifJson.Options
            ),
            ["check"] = check,
        };
    }

    /// <returns>Null where the machine has no cultures: the runtime's library of them is missing.</returns>
    private async Task<JsonObject?> InTurkishAsync(string persona)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                WithCultures(),
                typeof(ContentCultureConformance).Assembly.Location,
                Verb,
                Setting,
                persona,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "tr_TR.UTF-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Forever);
        var output = await process.StandardOutput.ReadToEndAsync(Forever);
        await process.WaitForExitAsync(Forever);
        if ((await errors).Contains("libicu", StringComparison.Ordinal))
            return null;
        process.ExitCode.ShouldBe(0, await errors);
        return JsonNode.Parse(output)!.AsObject();
    }

    /// <summary>This program's own configuration, but with cultures.</summary>
    private static string WithCultures()
    {
        var path = Path.ChangeExtension(
            typeof(ContentCultureConformance).Assembly.Location,
            ".cultures.runtimeconfig.json"
        );
        var own = Path.ChangeExtension(
            typeof(ContentCultureConformance).Assembly.Location,
            ".runtimeconfig.json"
        );
        var config = JsonNode.Parse(File.ReadAllText(own))!;
        config["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = false;
        File.WriteAllText(path, config.ToJsonString());
        return path;
    }

    private static JsonObject With(JsonObject here, JsonObject there)
    {
        var same = here.DeepClone().AsObject();
        foreach (var own in (string[])["culture", "upper_i"])
            same[own] = there[own]!.DeepClone();
        return same;
    }
}
