using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Records;

/// <summary>What a decision pattern answers: the body of a catalogued pattern of the kind <c>decision</c>.</summary>
public sealed record ReplyBody
{
    public const int MostCharacters = 10_000;
    public const int MostTranslations = 50;

    /// <summary>The reply, with places as <see cref="ReplyTemplate"/> has them.</summary>
    [Required, StringLength(MostCharacters, MinimumLength = 1)]
    public required string Template { get; init; }

    /// <summary>Until somebody says otherwise a reply is about the customer, not static.</summary>
    public RiskClass Risk { get; init; } = RiskClass.R1;

    /// <summary>What it is about; a person's reply on the same topic silences it longer.</summary>
    [StringLength(100)]
    public string? Topic { get; init; }

    /// <summary>Whether such a reply can be sent without a person at all.</summary>
    public bool AutoExecutable { get; init; }

    /// <summary>The switch that an administrator sets when it shall be.</summary>
    public bool Auto { get; init; }

    /// <summary>A message with a file may be answered too.</summary>
    public bool AllowsAttachments { get; init; }

    /// <summary>The language of the template, as ISO 639-1; null where its own words shall tell.</summary>
    [StringLength(2, MinimumLength = 2)]
    public string? Language { get; init; }

    /// <summary>Reviewed translations of the template by language, as ISO 639-1.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the answer came from stands no longer: it is not automatic from then on.</summary>
    public bool SourceWithdrawn { get; init; }

    /// <summary>Names of what is done besides, in their order.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Not automatic from then on.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    public DateTimeOffset? ReviewAfter { get; init; }

    /// <summary>Where the answer comes from.</summary>
    [StringLength(2000)]
    public string? Source { get; init; }

    /// <summary>The body of a pattern; null where it is none of a decision.</summary>
    internal static ReplyBody? Of(Pattern pattern)
    {
        if (pattern.Kind is not PatternKind.Decision)
            return null;
        try
        {
            return pattern.Body.Deserialize<ReplyBody>(MotifJson.Options);
        }
        catch (JsonException)
        {
            // Anybody may put a pattern of this kind into the catalogue; one that says no reply answers nothing.
            return null;
        }
    }

    /// <summary>The template for a customer's language; null where there is none in it.</summary>
    /// <param name="language">Null where it is not known.</param>
    internal string? For(string? language)
    {
        var own = Language ?? MessageLanguage.Of(Template);
        if (own is null || language == own)
            return Template;
        return language is not null && Translations.TryGetValue(language, out var translated)
            ? translated
            : null;
    }

    internal Dictionary<string, string[]> Mistakes()
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(
            this,
            new ValidationContext(this),
            results,
            validateAllProperties: true
        );
        foreach (var result in results)
        foreach (var member in result.MemberNames)
            mistakes[JsonNamingPolicy.SnakeCaseLower.ConvertName(member)] =
            [
                result.ErrorMessage ?? "is wrong",
            ];
        if (ReplyTemplate.Parse(Template).Mistake is { } mistake)
            mistakes["template"] = [mistake];
        if (Translations.Count > MostTranslations)
            mistakes["translations"] =
            [
                FormattableString.Invariant($"has more than {MostTranslations}"),
            ];
        foreach (var (language, text) in Translations)
            if (language.Length != 2 || text.Length is 0 or > MostCharacters)
                mistakes["translations"] =
                [
                    "must be texts by two letters of a language, such as de",
                ];
            else if (ReplyTemplate.Parse(text).Mistake is { } wrong)
                mistakes["translations"] = [$"{language} {wrong}"];
        if (Risk is RiskClass.R3 && (AutoExecutable || Auto))
            mistakes["auto_executable"] =
            [
                "must be false: money, law and medicine are never answered automatically",
            ];
        if (Auto && !AutoExecutable)
            mistakes["auto"] = ["needs auto_executable"];
        return mistakes;
    }
}
