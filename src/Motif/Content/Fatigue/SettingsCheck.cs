using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Motif.Content.Fatigue;

/// <summary>Reads the settings from the environment and says what is wrong with given ones.</summary>
public static class SettingsCheck
{
    /// <summary>The wrong fields by wire name, by the ranges of <see cref="FatigueSettings"/>.</summary>
    public static Dictionary<string, string[]> Problems(FatigueSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Add(errors, "", settings);
        for (var i = 0; i < settings.Caps.Count; i++)
            Add(
                errors,
                string.Create(CultureInfo.InvariantCulture, $"caps[{i}]."),
                settings.Caps[i]
            );
        return errors;
    }

    /// <exception cref="ValidationException">A variable holds what is no such value.</exception>
    public static FatigueSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var defaults = new FatigueSettings();
        var settings = defaults with
        {
            Enabled = Flag(variable, "PATTERN_ANALYSIS_ENABLED") ?? defaults.Enabled,
            Threshold = (int?)Number(variable, "PATTERN_FATIGUE_THRESHOLD") ?? defaults.Threshold,
            WindowDays = Number(variable, "PATTERN_FATIGUE_WINDOW_DAYS") ?? defaults.WindowDays,
            CacheTtlSeconds =
                (int?)Number(variable, "PATTERN_CACHE_TTL") ?? defaults.CacheTtlSeconds,
            BatchSize = (int?)Number(variable, "PATTERN_BATCH_SIZE") ?? defaults.BatchSize,
        };
        return Problems(settings) is { Count: > 0 } problems
            ? throw new ValidationException(
                $"PATTERN_… settings: {string.Join("; ", problems.Select(p => $"{p.Key} {p.Value[0]}"))}"
            )
            : settings;
    }

    private static void Add(Dictionary<string, string[]> errors, string prefix, object value)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(
            value,
            new ValidationContext(value),
            results,
            validateAllProperties: true
        );
        foreach (var result in results)
        foreach (var member in result.MemberNames)
            errors[prefix + System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(member)] =
            [
                result.ErrorMessage ?? "is outside its range",
            ];
    }

    private static double? Number(Func<string, string?> variable, string name)
    {
        if (variable(name) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        return double.TryParse(
            text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw new ValidationException($"{name} is '{text}'; it must be a number");
    }

    private static bool? Flag(Func<string, string?> variable, string name) =>
        variable(name)?.Trim() switch
        {
            null or "" => null,
            var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1" =>
                true,
            var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0" =>
                false,
            var text => throw new ValidationException(
                $"{name} is '{text}'; it must be true or false"
            ),
        };
}
