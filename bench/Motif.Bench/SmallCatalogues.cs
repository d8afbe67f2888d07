using System.Globalization;
using System.Text;
using Motif.Content.Templates;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Bench;

/// <summary>
/// Catalogues of three channels over their years: what is confirmed in the first three quarters of each channel's items is held
/// against the last quarter, of which mining saw nothing.
/// </summary>
internal static class SmallCatalogues
{
    private const int Channels = 3;
    private const double Mined = 0.75;

    private sealed class Counts
    {
        public int Catalogues { get; set; }

        public int Remarked { get; set; }

        public Dictionary<FindingState, (int All, int Told, int Same)> States { get; } = [];

        public void Add(FindingState state, bool? isSame)
        {
            var (all, told, same) = States.GetValueOrDefault(state);
            States[state] = (
                all + 1,
                told + (isSame is null ? 0 : 1),
                same + (isSame is true ? 1 : 0)
            );
        }
    }

    public static void Write(StringBuilder text, List<Item> items, int catalogues, int threads)
    {
        // Subreddits that go back furthest: a catalogue is to have years.
        var channels = items
            .GroupBy(i => i.Channel!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(i => i.PublishedAt) - g.Min(i => i.PublishedAt))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Channels * catalogues)
            .Select(g =>
                g.OrderBy(i => i.PublishedAt).ThenBy(i => i.ItemId, StringComparer.Ordinal).ToList()
            )
            .ToList();
        var counts = new Counts();
        foreach (var three in channels.Chunk(Channels).Where(c => c.Length == Channels))
            Catalogue(three, counts, threads);
        text.AppendLine("## Catalogues of three channels")
            .AppendLine()
            .AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counts.Catalogues} catalogues of three subreddits each, those with the most years. Mined in the first three quarters of each subreddit's titles (found in the first 70 % of that, tested on its rest), then held against the last quarter. {counts.Remarked} of {counts.Catalogues} say \"small catalogue: {Channels} channels\". A naive test within page and month kept .818 of its signs in another catalogue of three."
                )
            )
            .AppendLine()
            .AppendLine(
                "| state | findings | with something to compare in the last quarter | same sign there |"
            )
            .AppendLine("|---|---:|---:|---:|");
        foreach (var (state, (all, told, same)) in counts.States.OrderBy(s => s.Key))
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {WireName.Of(state)} | {all} | {told} | {(told == 0 ? "" : (same / (double)told).ToString("0.000", CultureInfo.InvariantCulture))} |"
                )
            );
        text.AppendLine();
    }

    private static void Catalogue(List<Item>[] channels, Counts counts, int threads)
    {
        List<Item> seen = [.. channels.SelectMany(c => c.Take((int)(Mined * c.Count)))];
        List<Item> last = [.. channels.SelectMany(c => c.Skip((int)(Mined * c.Count)))];
        var extractor = new TemplateExtractor();
        CorpusMiner Miner(List<Item> own) =>
            new(
                own,
                OutcomeScores.Of(own, DateTimeOffset.UnixEpoch.AddYears(60)).Scores,
                new (int, int)?[own.Count],
                (_, _) => new ScopeName(null, "everything"),
                title => extractor.Extract(title).Text,
                1,
                threads
            );
        var miner = Miner(seen);
        var report = miner.Mine(CancellationToken.None);
        counts.Catalogues++;
        counts.Remarked += report.Remarks.Any(r =>
            r.StartsWith($"small catalogue: {Channels} channels", StringComparison.Ordinal)
        )
            ? 1
            : 0;
        if (report.Findings.Count == 0)
            return;
        var later = Evidence.Of(
            last,
            OutcomeScores.Of(last, DateTimeOffset.UnixEpoch.AddYears(60)).Scores,
            new (int, int)?[last.Count]
        );
        var design = StratifiedDesign.Of(later, Layer.All, Enumerable.Range(0, later.Rows.Count));
        foreach (var finding in report.Findings.Where(f => f.Interaction is null))
            counts.Add(
                finding.State,
                SignLater(miner, later, design, Feature.Parse(finding.Feature)!.Value) is { } sign
                    ? sign == Math.Sign(Math.Log(finding.Multiplier))
                    : null
            );
    }

    private static int? SignLater(
        CorpusMiner miner,
        Evidence later,
        StratifiedDesign design,
        Feature feature
    )
    {
        var phrase = feature.Family is FeatureFamily.Phrase ? TitleWords.Of(feature.Value) : [];
        int[] rows =
        [
            .. Enumerable
                .Range(0, later.Rows.Count)
                .Where(row =>
                    phrase.Count > 0
                        ? CorpusMiner.Holds(later.Rows[row].Words, phrase)
                        : miner
                            .Traits.Of(later.Rows[row].Item, later.Rows[row].Words)
                            .Contains(feature)
                ),
        ];
        return
            EffectMiner.Sums(design, rows) is [var sums]
            && EffectEstimate.Of(sums) is { } effect
            && sums.Support >= MiningRules.NeededLaterSupport
            ? Math.Sign(effect.Effect)
            : null;
    }
}
