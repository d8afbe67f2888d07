using System.Globalization;
using System.Text;
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

/// <summary>A request and what stood where.</summary>
/// <param name="Place">Of the best pattern that answers it, from 1; null where none came.</param>
/// <param name="Confidence">Of the first result; 0 where nothing came.</param>
/// <param name="IsUseful">Whether the first result answers or helps.</param>
/// <param name="First">The first three.</param>
/// <param name="Keys">The first ten practices, best first.</param>
internal sealed record AskedRequest(
    WrittenRequest Request,
    int? Place,
    double Ndcg,
    double Confidence,
    bool IsUseful,
    IReadOnlyList<string> First,
    IReadOnlyList<string> Keys
)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"- {Request.Id} place {Place?.ToString(CultureInfo.InvariantCulture) ?? "none"}, {Confidence:0.00}: {Request.Intent} → {string.Join(" · ", First)}"
        );
}

/// <summary>A catalogue in a folder of its own.</summary>
internal sealed class AskedCatalogue : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("motif-requests-").FullName;
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

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<AskedCatalogue> OpenAsync(string? model)
    {
        var asked = new AskedCatalogue(model);
        await asked.Get<IMotifDatabase>().MigrateAsync(default);
        await StarterCatalogue.AddAsync(
            asked.Get<Catalogue>(),
            new Actor("benchmark", IsAdministrator: true),
            default
        );
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
            [.. keys.Take(3)],
            keys
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
            [.. answer.Take(3).Select(m => m.Name)],
            names
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

    public async Task EmbedAsync()
    {
        if (_services.GetService<VectorSync>() is { } vectors)
            await vectors.CompleteAsync(new Progress<VectorNotice>(), default);
    }

    public Guid Id(string practice) => _practices.First(pair => pair.Value == practice).Key;

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
