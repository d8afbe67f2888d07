using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Motif.Content.Mining;
using Motif.Content.Templates;

namespace Motif.Bench;

/// <summary>Templates out of labelled corpora: logs (LogHub-2k) and hooks of posts.</summary>
internal static partial class ContentMining
{
    private static readonly ContentMiner Miner = new(new TemplateExtractor());

    public static async Task<int> RunAsync(string[] args)
    {
        var shared = RetrievalSet.SharedFolder() ?? "";
        var data = Path.Combine(shared, "data");
        if (!Directory.Exists(Path.Combine(data, "loghub-2k")))
        {
            Console.WriteLine(
                "content-mining: the shared data is neither at ../shared nor where MOTIF_SHARED points; skipped"
            );
            return 0;
        }
        var text = new StringBuilder();
        text.AppendLine("# Content: mining templates")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- content-mining --report bench/results/content-mining.md`"
            )
            .AppendLine();
        Logs(text, data, args.Contains("--smoke") ? 1 : int.MaxValue);
        if (!args.Contains("--smoke"))
            Hooks(text, data);
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Logs(StringBuilder text, string data, int most)
    {
        text.AppendLine("## Log lines (LogHub-2k, corrected labels), one generic configuration")
            .AppendLine()
            .AppendLine("| system | GA | FGA | PA | FTA | templates | labelled | lines/s |")
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var all = new List<double[]>();
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(data, "loghub-2k"), "*_2k.csv.gz")
                .Order(StringComparer.Ordinal)
                .Take(most)
        )
        {
            var csv = Unpacked(file);
            var gold = CorpusText.Column(csv, "EventTemplateCorrected");
            var lines = CorpusText.Column(csv, "Content");
            var clock = Stopwatch.StartNew();
            var mined = Miner.Mine(lines).Lines;
            var rate = lines.Count / clock.Elapsed.TotalSeconds;
            var scores = Scores(gold, mined);
            all.Add(scores);
            text.AppendLine(
                Invariant(
                    $"| {Path.GetFileName(file)[..^10]} | {scores[0]:0.000} | {scores[1]:0.000} | {scores[2]:0.000} | {scores[3]:0.000} | {mined.Select(m => m.FamilyId).Distinct().Count()} | {gold.Distinct().Count()} | {rate:0} |"
                )
            );
        }
        text.AppendLine(
                Invariant(
                    $"| mean | {Mean(all, 0):0.000} | {Mean(all, 1):0.000} | {Mean(all, 2):0.000} | {Mean(all, 3):0.000} | | | |"
                )
            )
            .AppendLine();
    }

    /// <summary>Grouping accuracy, F1 of groups, parsing accuracy, F1 of templates (Jiang et al., ISSTA 2024).</summary>
    private static double[] Scores(IReadOnlyList<string> gold, IReadOnlyList<MinedLine> mined)
    {
        var labelled = Groups(gold);
        var found = Groups([.. mined.Select(m => m.FamilyId ?? "")]);
        var sets = labelled.ToDictionary(g => Key(g.Value), g => g.Key, StringComparer.Ordinal);
        var right = found.Where(g => sets.ContainsKey(Key(g.Value))).ToList();
        var same = right.Count(g =>
            Normal(sets[Key(g.Value)]) == Normal(mined[g.Value[0]].Template ?? "")
        );
        var pairs = (double)(labelled.Count + found.Count);
        return
        [
            right.Sum(g => g.Value.Count) / (double)gold.Count,
            2 * right.Count / pairs,
            gold.Zip(mined).Count(p => Normal(p.First) == Normal(p.Second.Template ?? ""))
                / (double)gold.Count,
            2 * same / pairs,
        ];
    }

    private static void Hooks(StringBuilder text, string data)
    {
        using var stream = new GZipStream(
            File.OpenRead(Path.Combine(data, "hook-templates-gold", "hook_templates.json.gz")),
            CompressionMode.Decompress
        );
        using var hooks = JsonDocument.Parse(stream);
        var real = hooks
            .RootElement.EnumerateArray()
            .Where(h => h.GetProperty("examples").ValueKind is JsonValueKind.Array)
            .SelectMany(h =>
                h.GetProperty("examples")
                    .EnumerateArray()
                    .Select(e => (Text: e.GetString()!, Id: h.GetProperty("id").GetString()!))
            )
            .ToList();
        text.AppendLine("## Hooks of posts (40 templates, 90 real fills)")
            .AppendLine()
            .AppendLine("| set | pairwise precision | recall | F1 | families | labelled |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (
            var (name, set) in new[]
            {
                ("odd ids (developed on)", real.Where(r => IsOdd(r.Id)).ToList()),
                ("even ids (held out)", real.Where(r => !IsOdd(r.Id)).ToList()),
                ("all", real),
            }
        )
        {
            var mined = Miner.Mine([.. set.Select(s => s.Text)]).Lines;
            var gold = Groups([.. set.Select(s => s.Id)]);
            var found = Groups([.. mined.Select((m, i) => m.FamilyId ?? Invariant($"none {i}"))]);
            var both = Groups([.. set.Select((s, i) => s.Id + " " + mined[i].FamilyId)]);
            var precision = Pairs(both) / Math.Max(1, Pairs(found));
            var recall = Pairs(both) / Math.Max(1, Pairs(gold));
            text.AppendLine(
                Invariant(
                    $"| {name} | {precision:0.000} | {recall:0.000} | {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000} | {found.Count} | {gold.Count} |"
                )
            );
        }
        text.AppendLine();
    }

    private static bool IsOdd(string id) => (id[^1] - '0') % 2 == 1;

    private static Dictionary<string, List<int>> Groups(IReadOnlyList<string> labels) =>
        labels
            .Select((label, i) => (label, i))
            .GroupBy(p => p.label, p => p.i, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static double Pairs(Dictionary<string, List<int>> groups) =>
        groups.Values.Sum(g => g.Count * (g.Count - 1) / 2.0);

    private static string Key(List<int> lines) => string.Join(',', lines);

    private static double Mean(List<double[]> all, int column) => all.Average(s => s[column]);

    /// <summary>Wildcards that stand side by side, or with one mark between, are one.</summary>
    private static string Normal(string template)
    {
        var text = Blanks().Replace(template.Trim(), " ");
        while (true)
        {
            var next = Neighbours().Replace(text, "<*>");
            if (next == text)
                return text;
            text = next;
        }
    }

    private static string Unpacked(string file)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(file), CompressionMode.Decompress)
        );
        return reader.ReadToEnd();
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"<\*>[\s:,./_#\-=@]?<\*>",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Neighbours();
}
