using System.Diagnostics;
using System.Globalization;
using System.Text;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Onnx;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// How well and how fast patterns are found: nDCG@10 of every signal on five judged sets (development queries only), time to
/// index and to match 10,000 and 100,000 documents. <c>--report FILE</c> writes Markdown, <c>--lexicon FILE</c> takes other
/// token vectors than the shipped ones, <c>--no-model</c> leaves the sentence model out, <c>--sets a,b</c> measures only those sets, <c>--no-speed</c>
/// leaves out the times.
/// </summary>
internal static class Retrieval
{
    private static readonly (string Name, SignalWeights? Weights)[] Systems =
    [
        ("BM25F", Only(bm25: 1)),
        ("LSI", Only(lsi: 1)),
        ("VEC", Only(vec: 1)),
        ("CHAR", Only(characters: 1)),
        ("NEURAL", Only(neural: 1)),
        ("hybrid", null),
    ];

    /// <summary>The Python reference on the same queries: BM25, VEC tuned on the set, hybrid with it.</summary>
    private static readonly Dictionary<string, (double Bm25, double Vec, double Hybrid)> Reference =
        new(StringComparer.Ordinal)
        {
            ["patterns"] = (0.7399, 0.7544, 0.8129),
            ["tldr"] = (0.5198, 0.4407, 0.5277),
            ["cacm"] = (0.5424, 0.3616, 0.5307),
            ["cranfield"] = (0.3623, 0.3107, 0.3889),
            ["cosqa"] = (0.3974, 0.4114, 0.4436),
        };

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "retrieval: skipped, no judged sets (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return 0;
        }
        var smoke = arguments.Contains("--smoke");
        var lexicon = Lexicon.Default;
        if (Option(arguments, "--lexicon") is { } path)
        {
            using var file = File.OpenRead(path);
            lexicon = LexiconFile.Read(file);
        }
        using var model =
            arguments.Contains("--no-model") || smoke ? null : SentenceModel.Choose(null);
        var report = new StringBuilder();
        var goals = new StringBuilder();
        var agreements = new StringBuilder(RetrievalAgreement.Header);
        report
            .AppendLine("| set | queries | vectors | BM25F | LSI | VEC | CHAR | NEURAL | hybrid |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        var speedOnly = arguments.Contains("--speed-only");
        foreach (
            var name in smoke ? ["patterns"]
            : speedOnly ? []
            : Option(arguments, "--sets")?.Split(',') ?? RetrievalSet.Names
        )
            await MeasureAsync(
                RetrievalSet.Load(shared, name),
                lexicon,
                model?.Generator,
                report,
                goals,
                agreements
            );
        report
            .AppendLine()
            .AppendLine("## Goals")
            .AppendLine()
            .AppendLine(
                "BM25F within .01 of the reference; the hybrid no more than .01 below the reference's and no more than .02 below its own BM25F,"
            )
            .AppendLine()
            .AppendLine(
                "| set | vectors | BM25F − reference | hybrid − reference | hybrid − own BM25F | met |"
            )
            .AppendLine("|---|---|---:|---:|---:|---|")
            .Append(goals)
            .AppendLine()
            .AppendLine("## Candidates beside a look at every document")
            .AppendLine()
            .AppendLine(
                "Candidates are the 300 best by words and the 300 nearest in meaning; signals are divided by their largest value among what is looked at."
            )
            .AppendLine()
            .Append(agreements)
            .AppendLine();
        if (arguments.Contains("--no-speed"))
            return await WriteAsync(report, arguments);
        report
            .AppendLine("## Speed")
            .AppendLine()
            .AppendLine("| documents | index s | fit s | p50 ms | p95 ms | p99 ms | hits |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var size in smoke ? (int[])[2_000] : [10_000, 100_000])
            Time(shared, lexicon, size, report);
        return await WriteAsync(report, arguments);
    }

    private static async Task<int> WriteAsync(StringBuilder report, string[] arguments)
    {
        Console.Write(report);
        if (Option(arguments, "--report") is { } target)
            await File.WriteAllTextAsync(target, Heading + report);
        return 0;
    }

    private static string Heading =>
        FormattableString.Invariant(
            $"""
            # Matching: retrieval

            `dotnet run -c Release --project bench/Motif.Bench -- retrieval --report bench/results/retrieval.md`

            nDCG@10 on the development queries of five judged sets, each signal alone and the hybrid. Nothing is trained on queries; the mixture was chosen on these development queries. "lexicon": meaning by the token vectors that come with Motif; "model": by the sentence model. The reference is an independent implementation in Python (BM25, vectors tuned on the set, a hybrid). {Environment.ProcessorCount} virtual cores, .NET {Environment.Version}, shared with other work: scores do not depend on it, times do.


            """
        );

    private static async Task MeasureAsync(
        RetrievalSet set,
        Lexicon lexicon,
        OnnxEmbeddingGenerator? generator,
        StringBuilder report,
        StringBuilder goals,
        StringBuilder agreements
    )
    {
        using var agreement = new RetrievalAgreement(set, lexicon);
        var model = generator is null ? null : await ModelSignals.OfAsync(set, generator);
        foreach (
            var signals in (ModelSignals?[])[null, .. model is null ? (ModelSignals[])[] : [model]]
        )
        {
            Report(set, agreement, signals is null ? "lexicon" : "model", signals, report, goals);
            agreement.Report(signals, agreements);
        }
        var (bm25, vec, hybrid) = Reference[set.Name];
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {set.Name} | {set.Queries.Count} | reference | {bm25:F3} | | {vec:F3} | | | {hybrid:F3} |"
        );
    }

    private static void Report(
        RetrievalSet set,
        RetrievalAgreement agreement,
        string vectors,
        ModelSignals? model,
        StringBuilder report,
        StringBuilder goals
    )
    {
        var means = new Dictionary<string, double>(StringComparer.Ordinal);
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {set.Name} | {set.Queries.Count} | {vectors} |"
        );
        foreach (var (system, weights) in Systems)
        {
            if (model is null && weights is { Neural: > 0 })
            {
                report.Append(" |");
                continue;
            }
            // A signal alone is measured on every document, all together as they are used.
            var index = weights is null ? agreement.Candidates : agreement.All;
            var mean = set.Queries.Average(query =>
                query.NdcgAt10(
                    Ranking(
                        index,
                        query.Text,
                        weights,
                        weights is null
                            ? agreement.Signal(query, new MatchFilters(), model)
                            : model?.Of(query.Text)
                    )
                )
            );
            means[system] = mean;
            report.Append(CultureInfo.InvariantCulture, $" {mean:F3} |");
        }
        report.AppendLine();
        Judge(set.Name, vectors, means["BM25F"], means["hybrid"], goals);
    }

    private static void Judge(
        string set,
        string vectors,
        double bm25,
        double hybrid,
        StringBuilder goals
    )
    {
        var reference = Reference[set];
        var (words, whole, own) = (bm25 - reference.Bm25, hybrid - reference.Hybrid, hybrid - bm25);
        var met = words >= -0.01 && whole >= -0.01 && own >= -0.02;
        goals.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {set} | {vectors} | {words:+0.000;-0.000;0.000} | {whole:+0.000;-0.000;0.000} | {own:+0.000;-0.000;0.000} | {(met ? "yes" : "no")} |"
        );
    }

    private static List<string> Ranking(
        MatchIndex index,
        string text,
        SignalWeights? weights,
        VectorSignal? model
    ) =>
        [
            .. index
                .Search(Search(text, weights) with { Vectors = model }, Priors.Of(model))
                .Matches.Select(match => match.Id),
        ];

    /// <summary>Documents of tldr and cosqa, repeated with a changing word so that vocabulary and postings grow as they would.</summary>
    private static void Time(string shared, Lexicon lexicon, int size, StringBuilder report)
    {
        RetrievalSet[] sets =
        [
            RetrievalSet.Load(shared, "tldr"),
            RetrievalSet.Load(shared, "cosqa"),
        ];
        var pool = sets.SelectMany(set => set.Documents).ToList();
        var documents = Enumerable
            .Range(0, size)
            .Select(number =>
                pool[number % pool.Count] with
                {
                    Id = $"{number:D6}",
                    Aliases = [$"variant{number / pool.Count}x{number % 977}"],
                }
            )
            .ToList();
        using var index = new MatchIndex(new TextAnalyzer(), lexicon);
        var clock = Stopwatch.StartNew();
        index.Upsert(documents);
        var indexed = clock.Elapsed;
        index.Refit();
        var fitted = clock.Elapsed - indexed;
        var queries = sets.SelectMany(set => set.Queries.Take(250))
            .Select(query => query.Text)
            .ToList();
        // Until the code is compiled as it stays.
        foreach (var query in queries.Concat(queries).Concat(queries))
            index.Search(Search(query, null), Priors.Of(null));
        var times = new List<double>();
        var hits = 0;
        foreach (var query in queries)
        {
            clock.Restart();
            hits += index.Search(Search(query, null), Priors.Of(null)).Matches.Count;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {size} | {indexed.TotalSeconds:F2} | {fitted.TotalSeconds:F2} | {Quantile(times, 0.5):F2} | {Quantile(times, 0.95):F2} | {Quantile(times, 0.99):F2} | {(double)hits / queries.Count:F1} |"
        );
    }

    private static double Quantile(List<double> sorted, double share) =>
        sorted[(int)(share * (sorted.Count - 1))];

    private static MatchSearch Search(string text, SignalWeights? weights) =>
        new([new QueryPart(text, 1)], new MatchFilters(), 10, Weights: weights);

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length
            ? arguments[at + 1]
            : null;

    private static SignalWeights Only(
        double bm25 = 0,
        double lsi = 0,
        double vec = 0,
        double characters = 0,
        double neural = 0
    ) =>
        new()
        {
            Bm25 = bm25,
            Lsi = lsi,
            Vec = vec,
            Char = characters,
            Neural = neural,
            PriorReach = 0,
        };
}
