using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends;
using Motif.Catalog;
using Motif.Code.Scanning;
using Motif.Matching;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Matching.Starter;
using Motif.Onnx;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Requests written for this benchmark before any ranking of them was seen (<c>bench/requests</c>), put to the starter
/// practices through the whole matcher: how often the answer comes first, and what the confidences are worth. With
/// <c>--tree FOLDER</c> (a clone of CPython's <c>Lib</c>, say) the tree is scanned and its patterns are asked for by purpose.
/// Options: --no-model, --smoke, --verbose (every request with its first three results), --report FILE.
/// </summary>
internal static class WrittenRequests
{
    /// <summary>What the guide asks for by default.</summary>
    private const double GuideConfidence = 0.7;

    private const string WithoutModel = "off";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var isSmoke = arguments.Contains("--smoke");
        var tree = Option(arguments, "--tree");
        var report = new StringBuilder();
        foreach (
            var setting in isSmoke || arguments.Contains("--no-model")
                ? new string?[] { WithoutModel }
                : [WithoutModel, null]
        )
        {
            await using var catalogue = await AskedCatalogue.OpenAsync(setting);
            report
                .AppendLine()
                .AppendLine(
                    setting is null ? "## With the sentence model" : "## Without a sentence model"
                )
                .AppendLine();
            await PracticesAsync(catalogue, arguments.Contains("--verbose"), report);
            if (tree is null)
                continue;
            await catalogue.ScanAsync(tree);
            await CodeAsync(catalogue, arguments.Contains("--verbose"), report);
        }
        Console.Write(report);
        if (Option(arguments, "--report") is { } target)
            await File.WriteAllTextAsync(target, Heading + report);
        return 0;
    }

    private const string Heading = """
        # Matching: written requests

        `dotnet run -c Release --project bench/Motif.Bench -- requests --tree LIB --report bench/results/requests.md`

        Requests to the starter practices, written and judged (`bench/requests`) before a ranking of them was seen, put through the whole matcher on SQLite. "guide": intent, context and requirements as in the guide; "unshared" and "paraphrase": no stem of the request stands anywhere in the practice that answers it; "own intent": every practice's own intent, word for word. "first", "top 3" and "top 10": requests for which a practice that answers them (not one that merely helps) stands so high. "confidence" and "useful": mean confidence of the first result, and the share of first results that answer or help.

        """;

    private static async Task PracticesAsync(
        AskedCatalogue catalogue,
        bool isVerbose,
        StringBuilder report
    )
    {
        report
            .AppendLine(
                "| requests | number | first | top 3 | top 10 | nDCG@10 | confidence | useful | at ≥ .7 | right there |"
            )
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var asked = new List<AskedRequest>();
        foreach (var file in (string[])["starter-requests", "starter-paraphrases"])
        foreach (var request in WrittenRequest.Read(file))
            asked.Add(await catalogue.AskAsync(request));
        foreach (var kind in asked.GroupBy(a => a.Request.Kind))
            Line(kind.Key, [.. kind]);
        Line("all of these", asked);
        var own = new List<AskedRequest>();
        foreach (var request in AskedCatalogue.OwnIntents())
            own.Add(await catalogue.AskAsync(request));
        Line("own intent", own);
        if (isVerbose)
            foreach (var answer in asked.Concat(own.Where(a => a.Place != 1)))
                report.AppendLine(answer.ToString());

        void Line(string name, List<AskedRequest> answers)
        {
            var sure = answers.Where(a => a.Confidence >= GuideConfidence).ToList();
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {answers.Count} | {Within(answers, 1)} | {Within(answers, 3)} | {Within(answers, 10)} | {answers.Average(a => a.Ndcg):0.000} | {answers.Average(a => a.Confidence):0.000} | {answers.Average(a => a.IsUseful ? 1.0 : 0.0):0.000} | {sure.Count} | {sure.Count(a => a.IsUseful)} |"
                )
            );
        }
    }

    private static async Task CodeAsync(
        AskedCatalogue catalogue,
        bool isVerbose,
        StringBuilder report
    )
    {
        report
            .AppendLine()
            .AppendLine("| intents for scanned code | number | first | top 3 | top 10 |")
            .AppendLine("|---|---:|---:|---:|---:|");
        foreach (var isCodeOnly in (bool[])[true, false])
        {
            var answers = new List<AskedRequest>();
            foreach (var request in WrittenRequest.Read("code-intents"))
                answers.Add(await catalogue.AskCodeAsync(request, isCodeOnly));
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {(isCodeOnly ? "code alone" : "beside the starter practices")} | {answers.Count} | {Within(answers, 1)} | {Within(answers, 3)} | {Within(answers, 10)} |"
                )
            );
            if (isVerbose)
                foreach (var answer in answers)
                    report.AppendLine(answer.ToString());
        }
    }

    private static int Within(List<AskedRequest> answers, int places) =>
        answers.Count(a => a.Place is { } place && place <= places);

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
            ? arguments[at + 1]
            : null;
}

/// <summary>A request of <c>bench/requests</c> with the practices, or families of code, that answer it.</summary>
/// <param name="Relevant">By practice: 2 answers the request, 1 helps.</param>
/// <param name="Families">What the name of a code pattern contains that answers the intent.</param>
internal sealed record WrittenRequest(
    string Id,
    string Kind,
    string Intent,
    string? Context,
    IReadOnlyList<string> Requirements,
    IReadOnlyDictionary<string, int> Relevant,
    IReadOnlyList<string> Families
)
{
    /// <summary>Practices that the request says no to.</summary>
    public IReadOnlyList<string> RuledOut { get; init; } = [];

    /// <summary>The requests of a file that the program carries.</summary>
    public static IEnumerable<WrittenRequest> Read(string file)
    {
        using var reader = new StreamReader(
            typeof(WrittenRequest).Assembly.GetManifestResourceStream($"requests.{file}.jsonl")!
        );
        while (reader.ReadLine() is { } line)
        {
            var json = JsonSerializer.Deserialize<JsonElement>(line);
            yield return new WrittenRequest(
                json.GetProperty("id").GetString()!,
                json.TryGetProperty("kind", out var kind) ? kind.GetString()! : "code",
                json.GetProperty("intent").GetString()!,
                json.TryGetProperty("context", out var context) ? context.GetString() : null,
                Strings(json, "requirements"),
                json.TryGetProperty("relevant", out var relevant)
                    ? relevant
                        .EnumerateObject()
                        .ToDictionary(member => member.Name, member => member.Value.GetInt32())
                    : new Dictionary<string, int>(),
                Strings(json, "families")
            )
            {
                RuledOut = Strings(json, "ruled_out"),
            };
        }
    }

    private static List<string> Strings(JsonElement json, string member) =>
        json.TryGetProperty(member, out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : [];
}
