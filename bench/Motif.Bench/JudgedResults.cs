using System.Text.Json;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Onnx;
using Motif.Text;

namespace Motif.Bench;

internal enum JudgedKind
{
    /// <summary>A development query.</summary>
    Own,

    /// <summary>The name of a document: as short as requests get.</summary>
    Name,

    /// <summary>The two longest words of a name: what people type into a search box.</summary>
    Keywords,

    /// <summary>The rarest word of a name; no map is fitted on it.</summary>
    Word,

    /// <summary>Nothing there is meant to answer it.</summary>
    Foreign,

    /// <summary>The two longest words of a foreign request; no map is fitted on them.</summary>
    ForeignKeywords,

    /// <summary>A development query of a set from another field.</summary>
    Elsewhere,

    /// <summary>Meant for others, and yet the first document does what it asks.</summary>
    Answered,

    /// <summary>A development query to a small catalogue.</summary>
    SmallOwn,

    /// <summary>A foreign request to a small catalogue.</summary>
    SmallForeign,
}

/// <summary>A request with what answers it.</summary>
/// <param name="Id">By which results of one request are known.</param>
internal sealed record JudgedRequest(
    string Id,
    string Text,
    IReadOnlyCollection<string> Relevant,
    JudgedKind Kind
);

/// <summary>A result that was judged.</summary>
/// <param name="Place">0 for the first result.</param>
/// <param name="Found">The document's name.</param>
internal sealed record JudgedResult(
    string Request,
    JudgedKind Kind,
    bool IsModel,
    int Place,
    string Found,
    ConfidenceInputs Inputs,
    SignalValues Raw,
    bool Useful
)
{
    public bool IsForeign =>
        Kind is JudgedKind.Foreign or JudgedKind.SmallForeign or JudgedKind.Elsewhere;
}

/// <summary>The first ten results of a set's own requests and of foreign ones.</summary>
/// <param name="foreign">Everyday requests.</param>
/// <param name="elsewhere">Requests of another field.</param>
internal sealed class JudgedResults(
    RetrievalSet set,
    IReadOnlyList<string> foreign,
    IReadOnlyList<string> elsewhere
)
{
    public const int Shown = 10;
    public const int Requests = 80;
    private const int SmallCatalogues = 12;
    private const int SmallSize = 15;

    /// <summary>Documents that share words with a request, of which the model is asked beside its nearest.</summary>
    private const int Candidates = 100;

    /// <summary>Foreign requests that a document answers, with what that document says of itself.</summary>
    public static readonly IReadOnlyDictionary<(string Request, string Document), string> Answered =
        new Dictionary<(string, string), string>
        {
            [("please roll that dice", "rolldice")] = "Roll virtual dice.",
            [("please roll that dice", "roll_dice")] = "Roll a die.",
            [("can i have a reminder set up", "leave")] =
                "Set a reminder for when it's time to leave.",
        };

    private readonly List<JudgedResult> _results = [];
    private readonly TextAnalyzer _analyzer = new();

    /// <summary>How many documents have a term.</summary>
    private readonly Lazy<Dictionary<string, int>> _frequencies = new(() =>
        new(
            set.Documents.SelectMany(document =>
                    DocumentText.Of(document, new TextAnalyzer(), new FieldWeights()).Terms.Keys
                )
                .CountBy(term => term, StringComparer.Ordinal),
            StringComparer.Ordinal
        )
    );

    private readonly Dictionary<string, string> _names = set.Documents.ToDictionary(
        document => document.Id,
        document => document.Name,
        StringComparer.Ordinal
    );

    /// <summary>Everyday requests (CLINC150, out of scope and in): hardly anything in a catalogue of techniques answers them.</summary>
    public static List<string> ForeignRequests(string shared)
    {
        var path = Path.Combine(shared, "data", "clinc150", "data_full.json.gz");
        var json = JsonSerializer.Deserialize<JsonElement>(
            string.Join('\n', RetrievalSet.Lines(path))
        );
        return
        [
            .. json.GetProperty("oos_val")
                .EnumerateArray()
                .Concat(json.GetProperty("val").EnumerateArray())
                .Select(pair => pair[0].GetString()!),
        ];
    }

    /// <summary>Puts all requests to the whole set and to small catalogues, by the lexicon or by the model.</summary>
    /// <param name="generator">Null by the lexicon.</param>
    public async Task<List<JudgedResult>> JudgeAsync(OnnxEmbeddingGenerator? generator)
    {
        var random = new Random(5);
        var everyday = random.GetItems([.. foreign], Requests);
        var whole = Whole(everyday).ToList();
        var small = Enumerable.Range(0, SmallCatalogues).Select(i => Small(random, i)).ToList();
        var model = generator is null
            ? null
            : await ModelSignals.OfAsync(
                set,
                generator,
                whole.Concat(small.SelectMany(pair => pair.Requests)).Select(r => r.Text)
            );
        Ask(set.Documents, whole, model);
        foreach (var (documents, requests) in small)
            Ask(documents, requests, model);
        return _results;
    }

    private IEnumerable<JudgedRequest> Whole(string[] everyday)
    {
        foreach (var query in set.Queries)
            yield return new(query.Id, query.Text, [.. query.Relevant.Keys], JudgedKind.Own);
        foreach (
            var document in new Random(9).GetItems(
                [.. set.Documents.Where(document => document.Name.Length > 0)],
                Requests
            )
        )
        {
            string[] itself = [document.Id];
            yield return new(document.Id, document.Name, itself, JudgedKind.Name);
            yield return new(document.Id, KeywordsOf(document.Name), itself, JudgedKind.Keywords);
            if (RarestWord(document.Name) is { } word)
                yield return new(document.Id, word, itself, JudgedKind.Word);
        }
        foreach (var text in everyday)
        {
            yield return new(text, text, [], JudgedKind.Foreign);
            yield return new(text, KeywordsOf(text), [], JudgedKind.ForeignKeywords);
        }
        foreach (var text in elsewhere)
            yield return new(text, text, [], JudgedKind.Elsewhere);
    }

    private (List<MatchDocument> Documents, List<JudgedRequest> Requests) Small(
        Random random,
        int number
    )
    {
        var documents = random
            .GetItems([.. set.Documents], SmallSize)
            .DistinctBy(document => document.Id)
            .ToList();
        var requests = set
            .Queries.Where(query =>
                documents.Exists(document => query.Relevant.ContainsKey(document.Id))
            )
            .Select(query => new JudgedRequest(
                query.Id,
                query.Text,
                [.. query.Relevant.Keys],
                JudgedKind.SmallOwn
            ))
            .ToList();
        foreach (var text in random.GetItems([.. foreign], Requests / SmallCatalogues))
            requests.Add(new($"{number} {text}", text, [], JudgedKind.SmallForeign));
        return (documents, requests);
    }

    private string? RarestWord(string name) =>
        _analyzer
            .Analyze(name)
            .Words.OrderBy(word => _frequencies.Value.GetValueOrDefault(TextAnalyzer.Stem(word)))
            .ThenByDescending(word => word.Length)
            .FirstOrDefault();

    private static string KeywordsOf(string name) =>
        string.Join(
            ' ',
            name.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries)
                .OrderByDescending(word => word.Length)
                .Take(2)
        );

    private void Ask(
        IReadOnlyList<MatchDocument> documents,
        List<JudgedRequest> requests,
        ModelSignals? model
    )
    {
        using var index = new MatchIndex(_analyzer, Lexicon.Default);
        index.Upsert(documents);
        index.Refit();
        var ids = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var request in requests)
            Ask(index, request, model is null ? null : Signal(index, request, model, ids));
    }

    private VectorSignal Signal(
        MatchIndex index,
        JudgedRequest request,
        ModelSignals model,
        HashSet<string> ids
    )
    {
        var words = index.Search(Search(request, null, Candidates), Priors.Of(null)).Matches;
        return model.Of(
            request.Text,
            PatternVectors.Neighbours,
            words.Select(match => match.Id),
            i => ids.Contains(set.Documents[i].Id)
        );
    }

    private void Ask(MatchIndex index, JudgedRequest request, VectorSignal? model)
    {
        var matches = index.Search(Search(request, model, Shown), Priors.Of(model)).Matches;
        var isAnswered =
            matches.Count > 0 && Answered.ContainsKey((request.Text, _names[matches[0].Id]));
        foreach (var (place, match) in matches.Index())
            _results.Add(
                new JudgedResult(
                    request.Id,
                    isAnswered ? JudgedKind.Answered : request.Kind,
                    model is not null,
                    place,
                    _names[match.Id],
                    match.Inputs,
                    match.Raw,
                    request.Relevant.Contains(match.Id, StringComparer.Ordinal)
                )
            );
    }

    private static MatchSearch Search(JudgedRequest request, VectorSignal? model, int limit) =>
        new([new QueryPart(request.Text, 1)], new MatchFilters(), limit, Vectors: model);
}
