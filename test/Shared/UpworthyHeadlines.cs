using System.Globalization;
using System.IO.Compression;
using Motif.Content.Mining;
using Motif.Discovery.Experiments;
using Motif.Discovery.Items;

namespace Motif.Shared;

/// <summary>
/// Headlines of the Upworthy Research Archive (Matias, Munger, Le Quere and Ebersole 2021) as a corpus: every test with one image is a
/// channel, so that headlines are compared only where viewers were dealt out among them.
/// </summary>
internal sealed class UpworthyHeadlines
{
    /// <summary>Weeks whose viewers were not dealt out evenly (Upworthy Research Archive 2021).</summary>
    public static bool IsSuspectWeek(int week) => week is >= 201326 and <= 201402;

    /// <summary>What experiments on headlines showed (Robertson et al. 2023, Banerjee and Urminsky 2024).</summary>
    public static IReadOnlyList<(
        string Says,
        int Sign,
        Func<string, bool> IsTrait
    )> Truths { get; } =
    [
        ("longer headline", 1, t => t.StartsWith("length:more than", StringComparison.Ordinal)),
        ("negative words", 1, t => t == "words:negative words"),
        ("positive words", -1, t => t == "words:positive words"),
        ("first person singular", 1, t => t == "words:first person singular"),
        ("first person plural", -1, t => t == "words:first person plural"),
        ("third person", 1, t => t == "words:third person"),
        ("indefinite article", 1, t => t == "words:indefinite article"),
    ];

    private sealed record Package(
        string Test,
        int Week,
        string Image,
        string Headline,
        long Seen,
        long Clicks
    );

    private readonly List<IGrouping<string, Package>> _tests;

    private UpworthyHeadlines(List<Package> packages) =>
        _tests = [.. packages.GroupBy(p => p.Test, StringComparer.Ordinal)];

    /// <summary>Null where the data is not there.</summary>
    public static UpworthyHeadlines? Read(string sharedFolder)
    {
        var path = Path.Combine(sharedFolder, "data", "upworthy", "upworthy_dev.csv.gz");
        if (!File.Exists(path))
            return null;
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        );
        return new UpworthyHeadlines([
            .. CorpusText
                .Rows(reader.ReadToEnd())
                .Skip(1)
                .Where(r => r.Count > 6)
                .Select(r => new Package(
                    r[0],
                    int.Parse(r[1], CultureInfo.InvariantCulture),
                    r[2],
                    r[3],
                    long.Parse(r[5], CultureInfo.InvariantCulture),
                    long.Parse(r[6], CultureInfo.InvariantCulture)
                )),
        ]);
    }

    /// <summary>How many tests there are, and how many have arms that p below .001 says were not dealt out evenly.</summary>
    public (int Tests, int Uneven) Count(Func<int, bool> isWeek)
    {
        var inside = _tests.Where(t => isWeek(t.First().Week)).ToList();
        return (inside.Count, inside.Count(t => IsUneven(t)));
    }

    /// <param name="isWeek">Which weeks count beside the check of the counts.</param>
    public List<Item> Items(Func<int, bool> isWeek)
    {
        var items = new List<Item>();
        foreach (var test in _tests.Where(t => isWeek(t.First().Week) && !IsUneven(t)))
        foreach (var image in test.GroupBy(p => p.Image, StringComparer.Ordinal))
        {
            var usual = image.Sum(p => p.Clicks + 0.5) / image.Sum(p => p.Seen + 1.0);
            foreach (var package in image)
                items.Add(
                    new Item
                    {
                        ItemId = items.Count.ToString("000000", CultureInfo.InvariantCulture),
                        Text = package.Headline,
                        Channel = $"{test.Key}/{image.Key}",
                        PublishedAt = new DateTimeOffset(
                            ISOWeek.ToDateTime(
                                package.Week / 100,
                                // The archive counts weeks from 0 in some years.
                                Math.Clamp(package.Week % 100, 1, 52),
                                DayOfWeek.Monday
                            ),
                            TimeSpan.Zero
                        ),
                        PerformanceRatio = (package.Clicks + 0.5) / (package.Seen + 1.0) / usual,
                    }
                );
        }
        return items;
    }

    private static bool IsUneven(IEnumerable<Package> test)
    {
        var seen = test.Select(p => p.Seen).ToArray();
        return seen.Length > 1
            && SampleRatioCheck
                .Of([.. seen.Select((_, i) => new ExperimentArm { Name = $"{i}" })], [seen])
                .P < SampleRatioCheck.UsualAlpha;
    }
}
