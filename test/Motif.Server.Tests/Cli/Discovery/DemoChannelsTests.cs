using Motif.Cli.Discovery;

namespace Motif.Server.Tests.Cli.Discovery;

public sealed class DemoChannelsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_day_gives_the_same_videos()
    {
        DemoChannels.Publish(Now).ShouldBe(DemoChannels.Publish(Now.AddHours(3)));
    }

    [Fact]
    public void A_video_keeps_its_weekday_and_is_never_too_recent_to_be_mined()
    {
        var today = DemoChannels.Publish(Now);
        var later = DemoChannels.Publish(Now.AddDays(10));

        later
            .Zip(today, (a, b) => (a.PublishedAt - b.PublishedAt).TotalDays % 7)
            .ShouldAllBe(days => days == 0);
        today.ShouldAllBe(v => v.PublishedAt < Now.AddDays(-7));
    }

    [Fact]
    public void Every_channel_has_as_many_videos_and_no_title_twice()
    {
        var channels = DemoChannels.Publish(Now).GroupBy(v => v.Channel).ToList();

        channels.Count.ShouldBe(DemoChannels.Count);
        channels.Select(c => c.Count()).Distinct().ShouldHaveSingleItem();
        channels.ShouldAllBe(c => c.Select(v => v.Title).Distinct().Count() == c.Count());
    }

    [Fact]
    public void A_planted_effect_is_in_the_views_and_the_channels_joke_is_in_one_channel()
    {
        var videos = DemoChannels.Publish(Now);

        videos
            .Where(v => v.Title.StartsWith("I tried", StringComparison.Ordinal))
            .Select(v => v.Channel)
            .Distinct()
            .ShouldHaveSingleItem();
        var differences = videos
            .GroupBy(v => v.Channel)
            .Select(c =>
                MeanLog(c, v => v.Title.Contains("you can avoid", StringComparison.Ordinal))
                - MeanLog(c, v => v.Title.StartsWith("Notes on", StringComparison.Ordinal))
            )
            .ToList();
        differences.Average().ShouldBe(Math.Log(1.5 / 0.75), 0.15);
    }

    private static double MeanLog(IEnumerable<DemoVideo> videos, Func<DemoVideo, bool> has) =>
        videos.Where(has).Average(v => Math.Log(v.Views));
}
