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

    private static readonly Actor Operator = new("benchmark", IsAdministrator: true);

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

    /// <summary>A request and what stood where.</summary>
    /// <param name="Place">Of the best pattern that answers it, from 1; null where none came.</param>
    /// <param name="Confidence">Of the first result; 0 where nothing came.</param>
    /// <param name="IsUseful">Whether the first result answers or helps.</param>
    private sealed record AskedRequest(
        WrittenRequest Request,
        int? Place,
        double Ndcg,
        double Confidence,
        bool IsUseful,
        IReadOnlyList<string> First
    )
    {
        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"- {Request.Id} place {Place?.ToString(CultureInfo.InvariantCulture) ?? "none"}, {Confidence:0.00}: {Request.Intent} → {string.Join(" · ", First)}"
            );
    }

    /// <summary>A catalogue in a folder of its own.</summary>
    private sealed class AskedCatalogue : IAsyncDisposable
    {
        private readonly string _folder = Directory
            .CreateTempSubdirectory("motif-requests-")
            .FullName;
        private readonly Dictionary<Guid, string> _practices = [];
        private readonly ServiceProvider _services;

        private AskedCatalogue(string? model)
        {
            var services = new ServiceCollection();
            var database = Path.Combine(_folder, "motif.db");
            services
                .AddMotif()
                .UseDatabase(database)
                .UseSentenceModel(model)
                .UseVectors(VectorSettings.FromEnvironment(_ => null), database);
            _services = services.BuildServiceProvider();
        }

        private T Get<T>()
            where T : notnull => _services.GetRequiredService<T>();

        public static async Task<AskedCatalogue> OpenAsync(string? model)
        {
            var asked = new AskedCatalogue(model);
            await asked.Get<IMotifDatabase>().MigrateAsync(default);
            await StarterCatalogue.AddAsync(asked.Get<Catalogue>(), Operator, default);
            await asked.NameAsync();
            await asked.EmbedAsync();
            return asked;
        }

        public async Task ScanAsync(string tree)
        {
            await Get<CodeScanner>().ScanAsync(new ScanRequest { Root = tree }, null, default);
            await EmbedAsync();
        }

        public static IEnumerable<WrittenRequest> OwnIntents() =>
            StarterCatalogue
                .Read()
                .Select(practice => new WrittenRequest(
                    practice.Key!,
                    "own intent",
                    practice.Body!.Value.GetProperty("intent").GetString()!,
                    null,
                    [],
                    new Dictionary<string, int> { [practice.Key!] = 2 },
                    []
                ));

        public async Task<AskedRequest> AskAsync(WrittenRequest request)
        {
            var answer = await MatchAsync(request, []);
            var keys = answer.ConvertAll(m => _practices.GetValueOrDefault(m.PatternId, ""));
            var place = keys.FindIndex(key => request.Relevant.GetValueOrDefault(key) > 1);
            return new AskedRequest(
                request,
                place < 0 ? null : place + 1,
                new RetrievalQuery(request.Id, request.Intent, request.Relevant).NdcgAt10(keys),
                answer is [var best, ..] ? best.ConfidenceScore : 0,
                keys is [var first, ..] && request.Relevant.ContainsKey(first),
                [.. keys.Take(3)]
            );
        }

        public async Task<AskedRequest> AskCodeAsync(WrittenRequest request, bool isCodeOnly)
        {
            var answer = await MatchAsync(request, isCodeOnly ? ["code"] : []);
            var names = answer.ConvertAll(m => m.Kind is PatternKind.Code ? m.Name : "");
            var place = names.FindIndex(name =>
                request.Families.Any(f => name.Contains(f, StringComparison.OrdinalIgnoreCase))
            );
            return new AskedRequest(
                request,
                place < 0 ? null : place + 1,
                0,
                answer is [var best, ..] ? best.ConfidenceScore : 0,
                place == 0,
                [.. answer.Take(3).Select(m => m.Name)]
            );
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private async Task<List<MatchedPattern>> MatchAsync(WrittenRequest request, string[] kinds)
        {
            var answer = await Get<PatternMatcher>()
                .MatchAsync(
                    new MatchRequest
                    {
                        Intent = request.Intent,
                        Context = request.Context,
                        Requirements = request.Requirements,
                        Filters = new MatchFilters { Kinds = kinds },
                        Limit = 10,
                    },
                    default
                );
            return [.. answer.MatchedPatterns];
        }

        private async Task EmbedAsync()
        {
            if (_services.GetService<VectorSync>() is { } vectors)
                await vectors.CompleteAsync(new Progress<VectorNotice>(), default);
        }

        private async Task NameAsync()
        {
            var byName = StarterCatalogue.Read().ToDictionary(p => p.Name, p => p.Key!);
            var query = new PatternQuery { Limit = PatternQuery.MaxLimit };
            do
            {
                var page = await Get<IPatternStore>().ListAsync(query, default);
                foreach (var pattern in page.Items)
                    _practices.Add(pattern.PatternId, byName[pattern.Name]);
                query = query with { Cursor = page.NextCursor };
            } while (query.Cursor is not null);
        }
    }
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
            );
        }
    }

    private static List<string> Strings(JsonElement json, string member) =>
        json.TryGetProperty(member, out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : [];
}
