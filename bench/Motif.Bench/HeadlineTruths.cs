using System.Globalization;
using System.Text;
using Motif.Content.Templates;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Shared;

namespace Motif.Bench;

/// <summary>Whether the miner finds in experiments on headlines what was published of them.</summary>
internal static class HeadlineTruths
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || UpworthyHeadlines.Read(shared) is not { } headlines
        )
        {
            Console.WriteLine("headlines: skipped, no shared data");
            return 0;
        }
        var text = new StringBuilder();
        text.AppendLine("# Headlines: what experiments showed")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- headlines --report bench/results/headlines.md`"
            )
            .AppendLine()
            .AppendLine(
                "The exploratory part of the Upworthy Research Archive: headlines dealt out to viewers by chance. A channel is a test with one image, the outcome a headline's share of clicks against that of its channel; the earlier 70 % of the tests find, the others confirm. Directions were published by Robertson et al. (2023) and by Banerjee and Urminsky (2024). The lists of positive and negative words are this program's own, written before it saw a headline."
            )
            .AppendLine();
        Counts(text, headlines);
        Table(text, "Tests whose counts hold (p ≥ .001)", headlines.Items(_ => true));
        Table(
            text,
            "The same without the weeks that the archive itself suspects (201326–201402)",
            headlines.Items(w => !UpworthyHeadlines.IsSuspectWeek(w))
        );
        text.AppendLine("## What it says and does not")
            .AppendLine()
            .AppendLine(
                "- A trait is there or not: how often a headline says \"I\" does not count, and lists of moods are short. Where a direction is not beyond chance it is said so; that it is none is not said."
            )
            .AppendLine(
                "- Confirmed is what the later tests show again by themselves. Effects of one in twenty need more tests than there are later ones, and single-image tests have two or three headlines each."
            )
            .AppendLine("- The archive's confirmatory part was not looked at.");
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Counts(StringBuilder text, UpworthyHeadlines headlines)
    {
        var suspect = headlines.Count(UpworthyHeadlines.IsSuspectWeek);
        var others = headlines.Count(w => !UpworthyHeadlines.IsSuspectWeek(w));
        text.AppendLine(
                $"The check of the counts says so of {suspect.Uneven} of {suspect.Tests} tests of the weeks that the archive suspects, and of {others.Uneven} of {others.Tests} others; those are left out."
            )
            .AppendLine();
    }

    private static void Table(
        StringBuilder text,
        string heading,
        List<Motif.Discovery.Items.Item> items
    )
    {
        var extractor = new TemplateExtractor();
        var corpus = new CorpusMiner(
            items,
            OutcomeScores.Of(items, DateTimeOffset.UnixEpoch.AddYears(60)).Scores,
            [.. items.Select(_ => ((int, int)?)(0, 0))],
            (_, _) => new ScopeName(null, "everything"),
            title => extractor.Extract(title).Text,
            1,
            Environment.ProcessorCount
        );
        var report = corpus.Mine(CancellationToken.None);
        text.AppendLine($"## {heading}")
            .AppendLine()
            .AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{items.Count} headlines, {report.Rows} after folding, {report.Channels} tests with one image. {report.Numbers.Tested} traits tested, {report.Numbers.Found} found, {report.Numbers.Confirmed} confirmed, {report.Numbers.SameSign:0.000} of those found kept their sign; under permutation {report.Numbers.PermutationDiscoveries:0.00} a run."
                )
            )
            .AppendLine()
            .AppendLine(
                "| published | trait | times | 95 % | p, first part | p, later part | p, all | state |"
            )
            .AppendLine("|---|---|---:|---|---:|---:|---:|---|");
        foreach (var (says, sign, isTrait) in UpworthyHeadlines.Truths)
        {
            var feature = corpus.TraitsHeld.Single(f => isTrait(f.Key));
            var test = corpus.Miner.Tests(Layer.All, corpus.RowsOf(feature), 0).Single();
            var whole = FindingSheet.Part(test.Whole);
            var state = report.Findings.FirstOrDefault(f => f.Feature == feature.Key)?.State;
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {says} {(sign > 0 ? "+" : "−")} | {feature.Key} | {whole.Multiplier:0.000} | {whole.Ci95.Low:0.000} – {whole.Ci95.High:0.000} | {test.Found.P:0.0000} | {test.Later?.P:0.0000} | {whole.P:0.0000} | {(state is { } s ? WireName.Of(s) : "none")} |"
                )
            );
        }
        text.AppendLine();
        foreach (
            var finding in report.Findings.Where(f => f.State is FindingState.Confirmed).Take(25)
        )
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"- {finding.Feature} {finding.Multiplier:0.00}× ({finding.Ci95.Low:0.00} – {finding.Ci95.High:0.00}), {finding.Support} headlines"
                )
            );
        text.AppendLine();
    }
}
