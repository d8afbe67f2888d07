using Motif.Content.Mining;
using Motif.Content.Templates;

namespace Motif.Tests.Content.Mining;

public sealed class ContentMinerTests
{
    private static readonly ContentMiner Miner = new(new TemplateExtractor());

    [Fact]
    public void Log_lines_get_the_template_that_their_program_printed()
    {
        string[] lines =
        [
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    $"Received block blk_{-160899968791986290 + i} of size {i * 91178} from /10.250.10.{i}"
                ),
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    $"PacketResponder {i % 3} for block blk_{3886504990057 + i} terminating"
                ),
            "Service state changed to running",
            "Service state changed to stopped",
        ];
        var mined = Miner.Mine(lines).Lines;
        mined[0].Template.ShouldBe("Received block <*> of size <*> from <*>");
        mined[30].Template.ShouldBe("PacketResponder <*> for block <*> terminating");
        mined.Take(30).Select(l => l.FamilyId).Distinct().ShouldHaveSingleItem();
        mined[60].FamilyId.ShouldNotBe(mined[61].FamilyId);
    }

    [Fact]
    public void The_order_of_lines_changes_no_family()
    {
        var lines = Enumerable
            .Range(0, 200)
            .Select(i =>
                (i % 4) switch
                {
                    0 => $"Hot take: topic{i} is better than people think",
                    1 => $"The {i} books that changed my career:",
                    2 => $"Nobody talks about this, but number{i} matters",
                    _ => $"Stop doing thing{i}. Do this instead:",
                }
            )
            .ToArray();
        var forward = Miner.Mine(lines).Lines.Select(l => l.FamilyId).ToList();
        var backward = Miner
            .Mine([.. lines.Reverse()])
            .Lines.Select(l => l.FamilyId)
            .Reverse()
            .ToList();
        backward.ShouldBe(forward);
        forward.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_column_of_a_csv_is_read_with_its_quotes_and_line_breaks()
    {
        CorpusText
            .Column("a,text\r\n1,\"x, \"\"y\"\"\nz\"\r\n2,w", "text")
            .ShouldBe(["x, \"y\"\nz", "w"]);
        Should
            .Throw<FormatException>(() => CorpusText.Column("a,b\n1,2", "text"))
            .Message.ShouldContain("a, b");
    }

    [SharedFact]
    public void Public_csv_files_are_read_as_they_say()
    {
        var files = Directory.GetFiles(SharedData.File("csv-spectrum", "csvs"), "*.csv");
        files.Length.ShouldBe(12);
        foreach (var csv in files)
        {
            var json = File.ReadAllText(
                Path.Combine(
                    SharedData.File("csv-spectrum", "json"),
                    Path.GetFileNameWithoutExtension(csv) + ".json"
                )
            );
            // The answer of this file is one object, not a list, and has another telephone number than the file itself.
            if (Path.GetFileName(csv) == "location_coordinates.csv")
                json = $"[{json.Replace("1234567890", "2095257564", StringComparison.Ordinal)}]";
            var expected = System.Text.Json.JsonSerializer.Deserialize<
                List<Dictionary<string, string>>
            >(json)!;
            var rows = CorpusText.Rows(File.ReadAllText(csv));
            rows.Skip(1)
                .Select(r => rows[0].Zip(r, (k, v) => $"{k}={v.ReplaceLineEndings("\n")}"))
                .ShouldBe(
                    expected.Select(r =>
                        r.Select(f => $"{f.Key}={f.Value.ReplaceLineEndings("\n")}")
                    ),
                    csv
                );
        }
    }

    [Fact]
    public void Families_of_a_stream_hardly_depend_on_the_order_of_arrival()
    {
        var extractor = new TemplateExtractor();
        var posts = Enumerable
            .Range(0, 400)
            .Select(i =>
                extractor.Extract(
                    $"{Frames[i % Frames.Length].Replace("{}", Fills[i * 7 % Fills.Length], StringComparison.Ordinal)}"
                )
            )
            .ToArray();
        var first = Families(posts, [.. Enumerable.Range(0, posts.Length)]);
        var random = new Motif.Numerics.SeededRandom(5);
        for (var order = 0; order < 20; order++)
        {
            var places = Enumerable
                .Range(0, posts.Length)
                .OrderBy(_ => random.NextUInt64())
                .ToArray();
            Agreement(first, Families(posts, places)).ShouldBeGreaterThanOrEqualTo(0.95);
        }
    }

    private static readonly string[] Frames =
    [
        "Hot take: {} is overrated",
        "The secret to {}? It's not what you think.",
        "I tried {} for 30 days. Here is what happened:",
        "Why {} is harder than everyone tells you",
        "Nobody talks about this, but {} changed everything for me",
        "Stop {} right now. Do this instead:",
        "What if everything you know about {} is wrong?",
        "My mentor told me to try {}. I ignored it.",
    ];

    private static readonly string[] Fills =
    [
        "sleep",
        "cold email",
        "deep work",
        "networking",
        "the four day week",
        "remote work",
        "yoga at dawn",
        "journaling",
        "pair programming",
        "meal prep",
        "standing desks",
        "public speaking",
        "inbox zero",
        "slow reading",
        "strength training",
    ];

    private static string[] Families(Template[] posts, int[] order)
    {
        var index = new FamilyIndex();
        var ids = new string[posts.Length];
        foreach (var place in order)
            ids[place] = index.Add(posts[place]).FamilyId;
        return ids;
    }

    /// <summary>The adjusted Rand index.</summary>
    private static double Agreement(string[] one, string[] other)
    {
        static double Pairs(IEnumerable<int> counts) => counts.Sum(n => n * (n - 1) / 2.0);
        var both = Pairs(one.Zip(other).GroupBy(p => p).Select(g => g.Count()));
        var left = Pairs(one.GroupBy(i => i).Select(g => g.Count()));
        var right = Pairs(other.GroupBy(i => i).Select(g => g.Count()));
        var expected = left * right / Pairs([one.Length]);
        return (both - expected) / (((left + right) / 2) - expected);
    }
}
