using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Motif.Content.Templates;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;

namespace Motif.Bench;

/// <summary>
/// Findings on the videos of YouTube's trending list (US, September and October 2017), on later videos and on channels that mining
/// did not see: by views, and by likes a view. Quality alone, no times.
/// </summary>
internal static class YoutubeTrending
{
    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>When every view had long been counted.</summary>
    private static readonly DateTimeOffset Counted = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || Path.Combine(shared, "data", "youtube-trending-2017", "us.tsv.gz") is var path
                && !File.Exists(path)
        )
        {
            Console.WriteLine("discovery-youtube: skipped, no shared data");
            return 0;
        }
        var set = Set.Read(path);
        var text = new StringBuilder();
        text.AppendLine("# Discovery: YouTube's trending list")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- discovery-youtube --report bench/results/discovery-youtube.md`"
            )
            .AppendLine();
        set.Describe(text);
        Write(text, "Views, within channels", set.ByViews, isUnseenAsked: true);
        Write(text, "Likes a view, within channels", set.ByLikes, isUnseenAsked: true);
        text.AppendLine(
                "The same with categories in the place of channels, so that videos of channels with one video count too: what a big channel is and what it says cannot then be told apart."
            )
            .AppendLine();
        Write(text, "Views, within categories", set.ByViews.ConvertAll(OfCategory), false);
        Write(text, "Likes a view, within categories", set.ByLikes.ConvertAll(OfCategory), false);
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static Item OfCategory(Item item) =>
        item with
        {
            Channel = item.Attributes["category"].GetString(),
        };

    private static void Write(
        StringBuilder text,
        string heading,
        List<Item> items,
        bool isUnseenAsked
    )
    {
        Console.Error.WriteLine(heading);
        var extractor = new TemplateExtractor();
        var scores = OutcomeScores.Of(items, Counted);
        var miner = new CorpusMiner(
            items,
            scores.Scores,
            new (int, int)?[items.Count],
            (_, _) => new ScopeName(null, "everything"),
            title => extractor.Extract(title).Text,
            1,
            Threads
        );
        text.AppendLine($"## {heading}")
            .AppendLine()
            .AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{items.Count} videos, {string.Join(", ", scores.Reasons.Select(r => $"{r.Value} without a score ({WireName.Of(r.Key)})").DefaultIfEmpty("all of them scored"))}."
                )
            )
            .AppendLine();
        MiningTable.Write(
            text,
            miner.Mine(CancellationToken.None),
            isUnseenAsked ? "channels" : "categories"
        );
        Nearest(text, miner);
        if (isUnseenAsked)
            UnseenSubreddits.Write(text, items, Threads, "channels");
    }

    /// <summary>The traits that came nearest to being found, and what it would have taken.</summary>
    private static void Nearest(StringBuilder text, CorpusMiner miner)
    {
        text.AppendLine("The traits that are surest in the first part, found or not:")
            .AppendLine()
            .AppendLine(
                "| trait | times | 95 % | q | later | p, later | videos | channels | smallest that could be seen |"
            )
            .AppendLine("|---|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var test in UnseenSubreddits.Tests(miner).OrderBy(t => t.Found.P).Take(12))
        {
            var found = FindingSheet.Part(test.Found);
            var later = test.Later is null ? null : FindingSheet.Part(test.Later);
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {test.Feature.Feature.Key.Replace('|', '/')} | {found.Multiplier:0.00} | {found.Ci95.Low:0.00} – {found.Ci95.High:0.00} | {test.Q:0.00} | {later?.Multiplier:0.00} | {later?.P:0.00} | {found.Support} | {found.Channels} | {Math.Exp(test.Found.SmallestDetectable()):0.00} |"
                )
            );
        }
        text.AppendLine();
    }

    /// <param name="Rows">A video a day; those that are broken are left out.</param>
    private sealed record Set(
        int Rows,
        int Broken,
        List<Item> ByViews,
        List<Item> ByLikes,
        SortedDictionary<int, int> ChannelSizes
    )
    {
        private const int Year = 2017;

        private sealed record Video(
            string Id,
            DateTimeOffset Day,
            string Channel,
            string Category,
            double Views,
            double Likes,
            string Title,
            string Tags
        );

        public static Set Read(string path)
        {
            using var reader = new StreamReader(
                new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            );
            reader.ReadLine();
            var days = new List<Video>();
            var rows = 0;
            for (; reader.ReadLine() is { } line; rows++)
            {
                if (Parsed(line.Split('\t')) is { } video)
                    days.Add(video);
            }
            // A video comes back every day: its first day is its time, its last has its numbers.
            var videos = days.GroupBy(d => d.Id, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (First: g.Min(d => d.Day), Last: g.MaxBy(d => d.Day)!))
                .ToList();
            var sizes = new SortedDictionary<int, int>();
            foreach (var channel in videos.CountBy(v => v.Last.Channel))
                sizes[channel.Value] = sizes.GetValueOrDefault(channel.Value) + 1;
            return new Set(
                rows,
                rows - days.Count,
                videos.ConvertAll(v => Item(v.First, v.Last) with { Views = v.Last.Views }),
                videos.ConvertAll(v =>
                    Item(v.First, v.Last) with
                    {
                        PerformanceRatio = v.Last.Likes / Math.Max(1, v.Last.Views),
                    }
                ),
                sizes
            );
        }

        public void Describe(StringBuilder text) =>
            text.AppendLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Rows} rows, a video a day; {Broken} broken ones are left out. {ByViews.Count} videos of {ChannelSizes.Values.Sum()} channels, of which {ChannelSizes[1]} have one video and {ChannelSizes.Where(s => s.Key >= 8).Sum(s => s.Value)} have eight and more. Only videos that trended are in it: they were chosen by the outcome, so that what makes a video trend cannot be seen, only what goes with more or less among those that did. A video's time is its first day on the list, its numbers are those of its last. Found on the first 70 % of a channel's time, channels of fewer than seven videos by the earlier 70 % of such channels; tested on the rest."
                    )
                )
                .AppendLine();

        /// <summary>Null where a row is broken.</summary>
        private static Video? Parsed(string[] fields) =>
            fields.Length == 10
            && Day(fields[1]) is { } day
            && double.TryParse(fields[4], CultureInfo.InvariantCulture, out var views)
            && double.TryParse(fields[5], CultureInfo.InvariantCulture, out var likes)
                ? new Video(
                    fields[0],
                    day,
                    fields[2],
                    fields[3],
                    views,
                    likes,
                    fields[8],
                    fields[9] is "[none]" ? "" : fields[9]
                )
                : null;

        /// <summary>Day and month as a number wrote them: 1.1 is the first of October, as 10.1 is its tenth.</summary>
        private static DateTimeOffset? Day(string text) =>
            text.Split('.') is [var day, var month]
            && int.TryParse(day, CultureInfo.InvariantCulture, out var d)
            && month is "09" or "1"
                ? new DateTimeOffset(Year, month is "1" ? 10 : 9, d, 0, 0, 0, TimeSpan.Zero)
                : null;

        private static Item Item(DateTimeOffset first, Video last)
        {
            var attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["category"] = JsonSerializer.SerializeToElement(last.Category),
                ["tag_count"] = JsonSerializer.SerializeToElement(
                    last.Tags.Split('|', StringSplitOptions.RemoveEmptyEntries).Length
                ),
            };
            if (last.Tags.Length > 0)
                attributes["tags"] = JsonSerializer.SerializeToElement(last.Tags);
            return new Item
            {
                ItemId = last.Id,
                Channel = last.Channel,
                PublishedAt = first,
                Text = last.Title,
                Attributes = attributes,
            };
        }
    }
}
