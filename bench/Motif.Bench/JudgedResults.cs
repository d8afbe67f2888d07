using System.Text.Json;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Matching.Tuning;
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

    /// <summary>Meant for others, and yet the first document does what it asks.</summary>
    Answered,

    /// <summary>A development query to a small catalogue.</summary>
    SmallOwn,

    /// <summary>A foreign request to a small catalogue.</summary>
    SmallForeign,
}

/// <summary>A result that was judged.</summary>
/// <param name="Place">0 for the first result.</param>
/// <param name="Found">The document's name.</param>
internal sealed record JudgedResult(
    string Request,
    JudgedKind Kind,
    bool IsTuned,
    int Place,
    string Found,
    ConfidenceInputs Inputs,
    bool Useful
)
{
    public bool IsForeign => Kind is JudgedKind.Foreign or JudgedKind.SmallForeign;
}

/// <summary>The first ten results of a set's own requests and of foreign ones, with vectors as shipped and tuned.</summary>
internal sealed class JudgedResults(RetrievalSet set, IReadOnlyList<string> foreign)
{
    public const int Shown = 10;
    private const int Requests = 80;
    private const int SmallCatalogues = 12;
    private const int SmallSize = 15;

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

    public List<JudgedResult> Judge(bool tune)
    {
        var random = new Random(5);
        using var index = Build(set.Documents);
        var everyday = random.GetItems([.. foreign], Requests);
        AskWhole(index, everyday, isTuned: false);
        for (var i = 0; i < SmallCatalogues; i++)
            AskSmall(random, i);
        if (!tune)
            return _results;
        var tuner = new CatalogueTuner(_analyzer, new CatalogueTuningOptions());
        index.Use(
            tuner.Tune(index, set.Documents).Lexicon
                ?? throw new InvalidOperationException($"{set.Name} could not be tuned")
        );
        AskWhole(index, everyday, isTuned: true);
        return _results;
    }

    private void AskWhole(MatchIndex index, string[] everyday, bool isTuned)
    {
        foreach (var query in set.Queries)
            Ask(index, query.Id, query.Text, query.Relevant.Keys, JudgedKind.Own, isTuned);
        foreach (
            var document in new Random(9).GetItems(
                [.. set.Documents.Where(document => document.Name.Length > 0)],
                Requests
            )
        )
        {
            Ask(index, document.Id, document.Name, [document.Id], JudgedKind.Name, isTuned);
            Ask(
                index,
                document.Id,
                KeywordsOf(document.Name),
                [document.Id],
                JudgedKind.Keywords,
                isTuned
            );
            if (RarestWord(document.Name) is { } word)
                Ask(index, document.Id, word, [document.Id], JudgedKind.Word, isTuned);
        }
        foreach (var text in everyday)
        {
            Ask(index, text, text, [], JudgedKind.Foreign, isTuned);
            Ask(index, text, KeywordsOf(text), [], JudgedKind.ForeignKeywords, isTuned);
        }
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

    private void AskSmall(Random random, int number)
    {
        var documents = random
            .GetItems([.. set.Documents], SmallSize)
            .DistinctBy(document => document.Id)
            .ToList();
        using var small = Build(documents);
        foreach (
            var query in set.Queries.Where(query =>
                documents.Exists(document => query.Relevant.ContainsKey(document.Id))
            )
        )
            Ask(small, query.Id, query.Text, query.Relevant.Keys, JudgedKind.SmallOwn, false);
        foreach (var text in random.GetItems([.. foreign], Requests / SmallCatalogues))
            Ask(small, $"{number} {text}", text, [], JudgedKind.SmallForeign, false);
    }

    private MatchIndex Build(IReadOnlyList<MatchDocument> documents)
    {
        var index = new MatchIndex(_analyzer, Lexicon.Default);
        index.Upsert(documents);
        index.Refit();
        return index;
    }

    private void Ask(
        MatchIndex index,
        string request,
        string text,
        IEnumerable<string> relevant,
        JudgedKind kind,
        bool isTuned
    )
    {
        var search = new MatchSearch([new QueryPart(text, 1)], new MatchFilters(), Shown);
        var calibrator = ConfidenceCalibrator.Prior(new CalibratorKey("", "", ""));
        var matches = index.Search(search, calibrator).Matches;
        var isAnswered = matches.Count > 0 && Answered.ContainsKey((text, _names[matches[0].Id]));
        foreach (var (place, match) in matches.Index())
            _results.Add(
                new JudgedResult(
                    request,
                    isAnswered ? JudgedKind.Answered : kind,
                    isTuned,
                    place,
                    _names[match.Id],
                    match.Inputs,
                    relevant.Contains(match.Id, StringComparer.Ordinal)
                )
            );
    }
}
