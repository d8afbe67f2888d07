using System.Globalization;
using System.Text;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Bench;

/// <summary>How often candidates bring the same first ten as a look at every document, with filters and without.</summary>
internal sealed class RetrievalAgreement : IDisposable
{
    private const int Types = 1000;

    /// <summary>Shares of the documents that pass, in thousandths; all last.</summary>
    private static readonly int[] Passing = [1, 10, 40, 200, 1000];

    private readonly RetrievalSet _set;
    private readonly MatchIndex _candidates;
    private readonly MatchIndex _all;

    public RetrievalAgreement(RetrievalSet set, Lexicon lexicon)
    {
        _set = set;
        List<MatchDocument> documents =
        [
            .. set.Documents.Select(
                (document, i) =>
                    document with
                    {
                        PatternType = (i % Types).ToString(CultureInfo.InvariantCulture),
                    }
            ),
        ];
        _candidates = Index(documents, lexicon, new MatchIndexOptions());
        _all = Index(documents, lexicon, new MatchIndexOptions { Candidates = int.MaxValue });
    }

    public static string Header =>
        "| set | vectors | passing | same ten | same first | nDCG@10 of candidates − of all |\n|---|---|---:|---:|---:|---:|\n";

    /// <summary>The index as it is used.</summary>
    public MatchIndex Candidates => _candidates;

    /// <summary>The index that looks at every document.</summary>
    public MatchIndex All => _all;

    /// <summary>What a vector index answers in the product: the nearest, and those that share words.</summary>
    public VectorSignal? Signal(RetrievalQuery query, MatchFilters filters, ModelSignals? model)
    {
        if (model is null)
            return null;
        var draft = _candidates.Begin(Search(query, filters), comparing: false);
        return model.Of(
            query.Text,
            PatternVectors.Neighbours,
            draft.ByWords.Select(slot => _set.Documents[slot].Id),
            slot => draft.Filtered.Slots.Contains(slot)
        );
    }

    public void Report(ModelSignals? model, StringBuilder report)
    {
        foreach (var thousandths in Passing)
        {
            var filters = new MatchFilters
            {
                PatternTypes =
                    thousandths == Types
                        ? []
                        :
                        [
                            .. Enumerable
                                .Range(0, thousandths)
                                .Select(type => type.ToString(CultureInfo.InvariantCulture)),
                        ],
            };
            var rows = _set.Queries.Select(query => Compare(query, filters, model)).ToList();
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {_set.Name} | {(model is null ? "lexicon" : "model")} | {thousandths / 10.0} % | {rows.Average(row => row.Ten):P1} | {rows.Average(row => row.First):P1} | {rows.Average(row => row.Gain):+0.0000;-0.0000;0} |"
            );
        }
    }

    public void Dispose()
    {
        _candidates.Dispose();
        _all.Dispose();
    }

    private (double Ten, double First, double Gain) Compare(
        RetrievalQuery query,
        MatchFilters filters,
        ModelSignals? model
    )
    {
        var found = Ids(_candidates, query, filters, Signal(query, filters, model));
        var expected = Ids(
            _all,
            query,
            filters,
            model?.Of(query.Text, passes: Passes(query, filters))
        );
        return (
            found.SequenceEqual(expected, StringComparer.Ordinal) ? 1 : 0,
            found.FirstOrDefault() == expected.FirstOrDefault() ? 1 : 0,
            query.NdcgAt10(found) - query.NdcgAt10(expected)
        );
    }

    private Func<int, bool> Passes(RetrievalQuery query, MatchFilters filters)
    {
        var slots = _all.Begin(Search(query, filters), comparing: false).Filtered.Slots;
        return slots.Contains;
    }

    private static List<string> Ids(
        MatchIndex index,
        RetrievalQuery query,
        MatchFilters filters,
        VectorSignal? model
    ) =>
        [
            .. index
                .Search(Search(query, filters) with { Vectors = model }, Priors.Of(model))
                .Matches.Select(match => match.Id),
        ];

    private static MatchSearch Search(RetrievalQuery query, MatchFilters filters) =>
        new([new QueryPart(query.Text, 1)], filters, 10);

    private static MatchIndex Index(
        List<MatchDocument> documents,
        Lexicon lexicon,
        MatchIndexOptions options
    )
    {
        var index = new MatchIndex(new TextAnalyzer(), lexicon, options);
        index.Upsert(documents);
        index.Refit();
        return index;
    }
}
