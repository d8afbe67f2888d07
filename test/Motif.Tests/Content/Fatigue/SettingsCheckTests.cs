using System.ComponentModel.DataAnnotations;
using Motif.Content.Fatigue;

namespace Motif.Tests.Content.Fatigue;

/// <summary>What the environment says is in force, and pinned.</summary>
public sealed class SettingsCheckTests
{
    [Fact]
    public void Without_variables_the_guides_defaults_hold_and_nothing_is_pinned()
    {
        var settings = Read();
        (settings.Enabled, settings.Threshold, settings.WindowDays).ShouldBe((true, 3, 7));
        (settings.CacheTtlSeconds, settings.BatchSize).ShouldBe((300, 100));
        settings.Pinned.ShouldBeEmpty();
    }

    [Fact]
    public void Every_variable_of_the_guide_is_read_and_pins_its_setting()
    {
        var settings = Read(
            ("PATTERN_ANALYSIS_ENABLED", "false"),
            ("PATTERN_FATIGUE_THRESHOLD", "5"),
            ("PATTERN_FATIGUE_WINDOW_DAYS", "3.5"),
            ("PATTERN_CACHE_TTL", "0"),
            ("PATTERN_BATCH_SIZE", "250")
        );
        (settings.Enabled, settings.Threshold, settings.WindowDays).ShouldBe((false, 5, 3.5));
        (settings.CacheTtlSeconds, settings.BatchSize).ShouldBe((0, 250));
        settings
            .Pinned.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key} {p.Value}")
            .ShouldBe([
                "batch_size PATTERN_BATCH_SIZE",
                "cache_ttl_seconds PATTERN_CACHE_TTL",
                "enabled PATTERN_ANALYSIS_ENABLED",
                "threshold PATTERN_FATIGUE_THRESHOLD",
                "window_days PATTERN_FATIGUE_WINDOW_DAYS",
            ]);
    }

    [Theory]
    [InlineData("PATTERN_FATIGUE_THRESHOLD", "3.7", "PATTERN_FATIGUE_THRESHOLD")]
    [InlineData("PATTERN_FATIGUE_THRESHOLD", "1e12", "PATTERN_FATIGUE_THRESHOLD")]
    [InlineData("PATTERN_FATIGUE_THRESHOLD", "three", "PATTERN_FATIGUE_THRESHOLD")]
    [InlineData("PATTERN_FATIGUE_THRESHOLD", "0", "threshold")]
    [InlineData("PATTERN_FATIGUE_WINDOW_DAYS", "NaN", "window_days")]
    [InlineData("PATTERN_CACHE_TTL", "-1", "cache_ttl_seconds")]
    [InlineData("PATTERN_BATCH_SIZE", "0", "batch_size")]
    [InlineData("PATTERN_ANALYSIS_ENABLED", "maybe", "PATTERN_ANALYSIS_ENABLED")]
    public void A_value_that_is_none_is_told_by_name(string variable, string value, string named) =>
        Should
            .Throw<ValidationException>(() => Read((variable, value)))
            .Message.ShouldContain(named);

    private static FatigueSettings Read(params (string Name, string Value)[] variables) =>
        SettingsCheck.FromEnvironment(name => Array.Find(variables, v => v.Name == name).Value);
}
