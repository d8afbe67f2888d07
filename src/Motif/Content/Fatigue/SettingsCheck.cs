using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Motif.Content.Fatigue;

/// <summary>Reads the settings from the environment and says what is wrong with given ones.</summary>
public static class SettingsCheck
{
    /// <summary>By the wire name of a setting, the variable that pins it.</summary>
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["enabled"] = "PATTERN_ANALYSIS_ENABLED",
        ["threshold"] = "PATTERN_FATIGUE_THRESHOLD",
        ["window_days"] = "PATTERN_FATIGUE_WINDOW_DAYS",
        ["cache_ttl_seconds"] = "PATTERN_CACHE_TTL",
        ["batch_size"] = "PATTERN_BATCH_SIZE",
    };

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

    /// <summary>What run time would change of the values that the environment holds, by wire name.</summary>
    internal static Dictionary<string, string[]> PinProblems(
        FatigueSettings wanted,
        FatigueSettings environment
    )
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, variable) in environment.Pinned)
        {
            var held = Value(environment, name);
            if (!Equals(held, Value(wanted, name)))
                errors[name] =
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is {held} by {variable} in the server's environment; change it there, or unset it there to set it here"
                    ),
                ];
        }
        return errors;
    }

    /// <exception cref="ValidationException">A variable holds what is no such value.</exception>
    public static FatigueSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var defaults = new FatigueSettings();
        var settings = defaults with
        {
            Enabled = Flag(variable, Variables["enabled"]) ?? defaults.Enabled,
            Threshold = Count(variable, Variables["threshold"]) ?? defaults.Threshold,
            WindowDays = Number(variable, Variables["window_days"]) ?? defaults.WindowDays,
            CacheTtlSeconds =
                Count(variable, Variables["cache_ttl_seconds"]) ?? defaults.CacheTtlSeconds,
            BatchSize = Count(variable, Variables["batch_size"]) ?? defaults.BatchSize,
            Pinned = Variables
                .Where(v => !string.IsNullOrWhiteSpace(variable(v.Value)))
                .ToDictionary(StringComparer.Ordinal),
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

    private static object Value(FatigueSettings settings, string name) =>
        name switch
        {
            "enabled" => settings.Enabled ? "true" : "false",
            "threshold" => settings.Threshold,
            "window_days" => settings.WindowDays,
            "cache_ttl_seconds" => settings.CacheTtlSeconds,
            _ => settings.BatchSize,
        };

    private static int? Count(Func<string, string?> variable, string name)
    {
        if (Number(variable, name) is not { } number)
            return null;
        // 3.7 uses are neither 3 nor 4, and 1e12 must be no other number in an int.
        return number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new ValidationException(
                $"{name} is '{variable(name)}'; it must be a whole number"
            );
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
