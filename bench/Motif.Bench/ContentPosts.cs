using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Motif.Content.Mining;
using Motif.Content.Templates;

namespace Motif.Bench;

/// <summary>
/// The posts of real accounts lived again, in the order of their times: which templates they have, how often the guide's cap
/// would have spoken, and what engagement did where it would have.
/// </summary>
internal static class ContentPosts
{
    private const int Window = 7;

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Path.Combine(RetrievalSet.SharedFolder() ?? "", "data", "posts-engagement");
        if (!Directory.Exists(folder))
        {
            Console.WriteLine(
                "content-posts: the shared data is neither at ../shared nor where MOTIF_SHARED points; skipped"
            );
            return 0;
        }
        var text = new StringBuilder("# Content: real accounts lived again")
            .AppendLine()
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- content-posts --report bench/results/content-posts.md`"
            )
            .AppendLine()
            .AppendLine(
                "Tweets with their times and favourites (FiveThirtyEight, CC BY 4.0), in the order of their times. A post breaks the cap when three of its family went out in the seven days before it. Favourites are told against the median of the thirty posts before, so that a growing audience is no rise; the figures are of what was posted, not of an experiment."
            )
            .AppendLine();
        foreach (
            var file in Directory.EnumerateFiles(folder, "*.csv.gz").Order(StringComparer.Ordinal)
        )
        {
            var posts = Read(file);
            Report(
                text,
                Path.GetFileName(file).Split('.')[0],
                args.Contains("--smoke") ? posts[..200] : posts
            );
        }
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Report(StringBuilder text, string account, Post[] posts)
    {
        var index = new FamilyIndex();
        var extractor = new TemplateExtractor();
        var used = new List<Use>();
        for (var i = 0; i < posts.Length; i++)
        {
            var template = extractor.Extract(posts[i].Text);
            used.Add(
                new Use(
                    posts[i],
                    template.Status is TemplateStatus.Ok ? index.Add(template).FamilyId : null,
                    template.TextHash,
                    Relative(posts, i)
                )
            );
        }
        var without = used.Count(u => u.FamilyId is null);
        var families = used.Where(u => u.FamilyId is not null)
            .GroupBy(u => u.FamilyId!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ToList();
        var repeated = used.Count - used.DistinctBy(u => u.TextHash).Count();
        text.AppendLine(Invariant($"## {account}"))
            .AppendLine()
            .AppendLine(
                Invariant(
                    $"{used.Count} posts, {without} without a template, {families.Count} families, {families.Count(g => g.Count() == 1)} of them of one post; {repeated} posts say exactly what an earlier one said."
                )
            )
            .AppendLine()
            .AppendLine("| largest families | posts |")
            .AppendLine("|---|---:|");
        foreach (var family in families.Take(6))
            text.AppendLine(
                Invariant(
                    $"| {index.Find(family.Key)!.Text.Replace("|", "\\|", StringComparison.Ordinal)} | {family.Count()} |"
                )
            );
        Caps(text, used);
        Engagement(text, used);
    }

    private static void Caps(StringBuilder text, List<Use> used)
    {
        text.AppendLine()
            .AppendLine("| uses allowed in seven days | posts that break it | share |")
            .AppendLine("|---:|---:|---:|");
        foreach (var threshold in (int[])[1, 2, 3, 5])
        {
            var broken = Enumerable.Range(0, used.Count).Count(i => Before(used, i) >= threshold);
            text.AppendLine(
                Invariant($"| {threshold} | {broken} | {100.0 * broken / used.Count:0.0} % |")
            );
        }
    }

    private static void Engagement(StringBuilder text, List<Use> used)
    {
        text.AppendLine()
            .AppendLine(
                "| uses of the family in the seven days before | posts | favourites against the account's median |"
            )
            .AppendLine("|---|---:|---:|");
        foreach (
            var group in Enumerable
                .Range(0, used.Count)
                .Where(i => used[i] is { FamilyId: not null, Relative: not null })
                .GroupBy(i => Math.Min(3, Before(used, i)))
                .OrderBy(g => g.Key)
        )
        {
            var median = Median([.. group.Select(i => used[i].Relative!.Value)]);
            text.AppendLine(
                Invariant(
                    $"| {(group.Key == 3 ? "3 and more" : group.Key)} | {group.Count()} | {median:0.00} |"
                )
            );
        }
        text.AppendLine();
    }

    /// <summary>Uses of the same family in (t − 7 d, t), those before it in the account's order.</summary>
    private static int Before(List<Use> used, int i)
    {
        if (used[i].FamilyId is not { } family)
            return 0;
        var count = 0;
        var since = used[i].Post.At.AddDays(-Window);
        for (var j = i - 1; j >= 0 && used[j].Post.At > since; j--)
            count += used[j].FamilyId == family ? 1 : 0;
        return count;
    }

    /// <summary>Null for the first thirty posts, and where nobody marked them.</summary>
    private static double? Relative(Post[] posts, int i)
    {
        if (i < 30)
            return null;
        var usual = Median([.. posts[(i - 30)..i].Select(p => p.Favourites)]);
        return usual > 0 ? posts[i].Favourites / usual : null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1
            ? values[values.Length / 2]
            : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }

    /// <summary>The oldest first. Times are minutes without a zone: taken for UTC.</summary>
    private static Post[] Read(string path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        );
        var csv = reader.ReadToEnd();
        var texts = CorpusText.Column(csv, "text");
        var times = CorpusText.Column(csv, "created_at");
        var favourites = CorpusText.Column(csv, "favorites");
        return
        [
            .. Enumerable
                .Range(0, texts.Count)
                .Select(i => new Post(
                    DateTimeOffset.ParseExact(
                        times[i],
                        "M/d/yy H:mm",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal
                    ),
                    WebUtility.HtmlDecode(texts[i]),
                    double.TryParse(
                        favourites[i],
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var count
                    )
                        ? count
                        : 0
                ))
                .OrderBy(p => p.At),
        ];
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

    private sealed record Post(DateTimeOffset At, string Text, double Favourites);

    private sealed record Use(Post Post, string? FamilyId, string TextHash, double? Relative);
}
