using System.Globalization;
using System.Text.Json;

namespace Motif.Server.Tests;

/// <summary>Items of twenty channels; "secret" before a title makes it do twice as well.</summary>
internal static class DiscoveryItems
{
    private static readonly string[] Words =
        "bread oven yeast chain tyre gear planet comet moon guitar chord song".Split(' ');

    public static string Lines()
    {
        var noise = new Random(5);
        var lines = new List<string>();
        for (var channel = 0; channel < 20; channel++)
        for (var i = 0; i < 60; i++)
        {
            var planted = noise.Next(5) == 0;
            var log = (0.5 * (noise.NextDouble() + noise.NextDouble() - 1)) + (planted ? 0.7 : 0);
            lines.Add(
                JsonSerializer.Serialize(
                    new
                    {
                        id = string.Create(CultureInfo.InvariantCulture, $"{channel:00}-{i:000}"),
                        text = $"{(planted ? "secret " : "")}{Words[noise.Next(12)]} and {Words[noise.Next(12)]} {channel}n{i}",
                        channel = $"channel {channel}",
                        published_at = new DateTimeOffset(
                            2025,
                            1,
                            1,
                            0,
                            0,
                            0,
                            TimeSpan.Zero
                        ).AddHours(7 * i),
                        performance_ratio = Math.Exp(log),
                    }
                )
            );
        }
        return string.Join('\n', lines);
    }
}
