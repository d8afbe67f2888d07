using System.Globalization;
using System.Text;
using Motif.Numerics;

namespace Motif.Cli.Discovery;

/// <summary>
/// A world of channels whose laws are known: what a title does to its views is written here, so that what discovery says of it can
/// be held against the truth. The same day gives the same videos.
/// </summary>
internal static class DemoChannels
{
    public const int Count = 24;
    private const string Resource = "Motif.Cli.Discovery.demo-videos.tsv";
    private const int VideosOfChannel = 64;
    private const int Weeks = 150;
    private const double Noise = 0.55;
    private const double EndingShare = 0.45;
    private const double GuestShare = 0.12;

    private static readonly string[] Cameras = ["phone", "mirrorless", "action"];

    private sealed record Subject(string Name, string[] Verbs, string[] Things)
    {
        public bool IsCraft => Name is "cycling" or "sewing" or "woodworking";
    }

    private sealed record Form(string Name, double Weight, string Text);

    private sealed record World(
        IReadOnlyList<Subject> Subjects,
        IReadOnlyList<Form> Forms,
        IReadOnlyList<string> Endings
    );

    private sealed record Channel(string Name, Subject Subject, double Views, double Growth);

    /// <summary>The videos of three years, the last of them a week and a half old.</summary>
    public static IReadOnlyList<DemoVideo> Publish(DateTimeOffset now)
    {
        var world = Read();
        // Whole weeks back, so that a video keeps its weekday whenever the demo is shown.
        var monday = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(
            -(((int)now.UtcDateTime.DayOfWeek + 6) % 7) - 7 * (Weeks + 1)
        );
        var videos = new List<DemoVideo>();
        for (var i = 0; i < Count; i++)
            Add(world, Made(world, i), monday, videos);
        return videos;
    }

    /// <summary>What a form does to views, as a ratio; 1 is nothing.</summary>
    /// <param name="time">From 0, the first day, to 1, the last.</param>
    private static double Effect(Form form, Channel channel, double time) =>
        form.Name switch
        {
            "how to" => 1.35,
            "mistakes" => 1.5,
            "worth it" => 0.72,
            "notes" => 0.75,
            // Helps those who learn a craft.
            "beginners" => channel.Subject.IsCraft ? 1.8 : 0.9,
            // Worked until everybody had seen it.
            "truth" => time < 0.65 ? 1.6 : 1,
            // One channel's joke.
            "tried" => 2.2,
            _ => 1,
        };

    private static double Weight(Form form, Channel channel) =>
        form.Name is not "tried" ? form.Weight
        : channel.Name is "cycling 1" ? 15 * form.Weight
        : 0;

    private static Channel Made(World world, int number)
    {
        var subject = world.Subjects[number % world.Subjects.Count];
        var name = $"{subject.Name} {1 + (number / world.Subjects.Count)}";
        var random = SeededRandom.Of("demo channel", name);
        return new Channel(
            name,
            subject,
            Math.Exp(8 + (4 * random.NextDouble())),
            random.NextDouble()
        );
    }

    private static void Add(
        World world,
        Channel channel,
        DateTimeOffset monday,
        List<DemoVideo> videos
    )
    {
        var random = SeededRandom.Of("demo videos", channel.Name);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < VideosOfChannel; i++)
        {
            var time = (i + random.NextDouble()) / VideosOfChannel;
            var (form, title) = Title(world, channel, random);
            while (!taken.Add(title))
                (form, title) = Title(world, channel, random);
            var hasGuest = random.NextDouble() < GuestShare;
            var log =
                Math.Log(channel.Views * Effect(form, channel, time) * (hasGuest ? 1.25 : 1))
                + (channel.Growth * time)
                + (Noise * random.NextNormal());
            videos.Add(
                new DemoVideo(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{channel.Name.Replace(' ', '-')}-{i + 1:000}"
                    ),
                    title,
                    channel.Name,
                    monday.AddHours(Math.Floor(24 * 7 * Weeks * time)),
                    Math.Round(Math.Exp(log)),
                    240 + random.NextBelow(1200),
                    hasGuest,
                    Cameras[random.NextBelow(Cameras.Length)]
                )
            );
        }
    }

    private static (Form Form, string Title) Title(
        World world,
        Channel channel,
        SeededRandom random
    )
    {
        var form = Drawn(world.Forms, channel, random);
        var things = channel.Subject.Things;
        var thing = random.NextBelow(things.Length);
        var title = form
            .Text.Replace("{verb}", Any(channel.Subject.Verbs, random), StringComparison.Ordinal)
            .Replace("{thing}", things[thing], StringComparison.Ordinal)
            .Replace("{Thing}", Capital(things[thing]), StringComparison.Ordinal)
            .Replace(
                "{other}",
                things[(thing + 1 + random.NextBelow(things.Length - 1)) % things.Length],
                StringComparison.Ordinal
            )
            .Replace(
                "{n}",
                (3 + random.NextBelow(28)).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        return (
            form,
            random.NextDouble() < EndingShare ? $"{title} {Any(world.Endings, random)}" : title
        );
    }

    private static Form Drawn(IReadOnlyList<Form> forms, Channel channel, SeededRandom random)
    {
        var at = random.NextDouble() * forms.Sum(f => Weight(f, channel));
        foreach (var form in forms)
        {
            at -= Weight(form, channel);
            if (at < 0)
                return form;
        }
        return forms[^1];
    }

    private static string Any(IReadOnlyList<string> list, SeededRandom random) =>
        list[random.NextBelow(list.Count)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static World Read()
    {
        using var stream =
            typeof(DemoChannels).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                lines.Add(line.Split('\t'));
        return new World(
            [
                .. lines
                    .Where(l => l[0] is "subject")
                    .Select(l => new Subject(l[1], l[2].Split('|'), l[3].Split('|'))),
            ],
            [
                .. lines
                    .Where(l => l[0] is "form")
                    .Select(l => new Form(
                        l[1],
                        double.Parse(l[2], CultureInfo.InvariantCulture),
                        l[3]
                    )),
            ],
            [.. lines.Where(l => l[0] is "ending").Select(l => l[1])]
        );
    }
}
