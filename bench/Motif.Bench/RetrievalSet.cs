using System.IO.Compression;
using System.Text.Json;
using Motif.Catalog;
using Motif.Matching.Documents;
using Motif.Matching.Starter;

namespace Motif.Bench;

/// <summary>A judged collection: documents, queries, and how relevant which document is to which query.</summary>
internal sealed record RetrievalSet(
    string Name,
    IReadOnlyList<MatchDocument> Documents,
    IReadOnlyList<RetrievalQuery> Queries
)
{
    /// <summary>The sets whose development queries this bench may use.</summary>
    public static readonly string[] Names = ["patterns", "tldr", "cacm", "cranfield", "cosqa"];

    /// <summary>Where the shared data stands: <c>MOTIF_SHARED</c>, or <c>shared</c> beside the repository; null where neither is there.</summary>
    public static string? SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("MOTIF_SHARED") is { Length: > 0 } given)
            return Directory.Exists(given) ? given : null;
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (
                Path.Combine(folder.FullName, "shared") is var shared
                && Directory.Exists(Path.Combine(shared, "data"))
            )
                return shared;
        }
        return null;
    }

    public static RetrievalSet Load(string shared, string name)
    {
        var folder = Path.Combine(shared, "data", name);
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in Lines(Path.Combine(folder, "qrels.tsv.gz")).Skip(1))
        {
            var fields = line.Split('\t');
            if (!judgements.TryGetValue(fields[0], out var ofQuery))
                judgements[fields[0]] = ofQuery = new Dictionary<string, int>(
                    StringComparer.Ordinal
                );
            ofQuery[fields[1]] = int.Parse(fields[2]);
        }
        var documents = Lines(Path.Combine(folder, "corpus.jsonl.gz")).Select(Document).ToList();
        var queries = Lines(Path.Combine(folder, "queries.jsonl.gz"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Select(json =>
                (
                    Id: json.GetProperty("id").GetString()!,
                    Text: json.GetProperty("text").GetString()!
                )
            )
            .Where(query => judgements.ContainsKey(query.Id))
            .Select(query => new RetrievalQuery(query.Id, query.Text, judgements[query.Id]))
            .ToList();
        return new RetrievalSet(name, documents, queries);
    }

    /// <summary>
    /// A smaller set: some of its queries with all that answers them, and other documents up to a number. A sentence model needs
    /// minutes for ten thousand documents.
    /// </summary>
    public RetrievalSet Cut(int size)
    {
        if (Documents.Count <= size)
            return this;
        var random = new Random(7);
        var queries = Queries.ToArray();
        random.Shuffle(queries);
        var (kept, ids) = (new List<RetrievalQuery>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var query in queries.TakeWhile(_ => ids.Count < size / 2))
        {
            kept.Add(query);
            ids.UnionWith(query.Relevant.Keys);
        }
        var others = Documents.Select(document => document.Id).ToArray();
        random.Shuffle(others);
        foreach (var id in others.TakeWhile(_ => ids.Count < size))
            ids.Add(id);
        return new RetrievalSet(
            Name,
            [.. Documents.Where(document => ids.Contains(document.Id))],
            kept
        );
    }

    /// <summary>The practices that come with Motif; nobody judged requests to them.</summary>
    public static RetrievalSet Starter() =>
        new("starter", [.. StarterCatalogue.Read().Select(Document)], []);

    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        );
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static MatchDocument Document(PatternDraft draft) =>
        PatternText.Document(
            new Pattern
            {
                PatternId = PatternId.For(draft.Kind, draft.Key!),
                Kind = draft.Kind,
                PatternType = draft.PatternType,
                Key = draft.Key!,
                Name = draft.Name,
                Description = draft.Description,
                Tags = draft.Tags,
                Body = draft.Body ?? default,
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
            },
            [],
            DateTimeOffset.UnixEpoch
        );

    private static MatchDocument Document(string line)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(line);
        return new MatchDocument
        {
            Id = json.GetProperty("id").GetString()!,
            Name = json.GetProperty("title").GetString() ?? "",
            Description = json.GetProperty("text").GetString() ?? "",
            Tags = Strings(json, "tags"),
            Aliases = Strings(json, "aliases"),
        };
    }

    private static List<string> Strings(JsonElement json, string property) =>
        json.TryGetProperty(property, out var values)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : [];
}

/// <summary>One query with its judged documents (gain above 0).</summary>
internal sealed record RetrievalQuery(
    string Id,
    string Text,
    IReadOnlyDictionary<string, int> Relevant
)
{
    /// <summary>
    /// Normalised discounted cumulative gain of the first ten: Σ gain/log₂(rank + 1) over the same sum of the ideal order
    /// (Järvelin and Kekäläinen, TOIS 2002).
    /// </summary>
    public double NdcgAt10(IReadOnlyList<string> ranking)
    {
        var gain = Discounted(ranking.Take(10).Select(id => Relevant.GetValueOrDefault(id)));
        return gain / Discounted(Relevant.Values.OrderDescending().Take(10));
    }

    private static double Discounted(IEnumerable<int> gains) =>
        gains.Select((gain, index) => gain / Math.Log2(index + 2)).Sum();
}
