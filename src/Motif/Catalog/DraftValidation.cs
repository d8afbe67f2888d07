using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>Checks what callers give, and brings it into the form in which it is kept.</summary>
internal static class DraftValidation
{
    /// <summary>What no store can keep; where there is nothing of it, the errors of the attributes. By wire name, empty when all is well.</summary>
    public static Dictionary<string, string[]> Check(object request)
    {
        // First of all: what cannot be kept cannot always be compared and hashed either.
        if (StorableRequest.Mistakes(request) is { Count: > 0 } unstorable)
            return unstorable;
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(
            request,
            new ValidationContext(request),
            results,
            validateAllProperties: true
        );
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (
            var group in results.GroupBy(
                r => r.MemberNames.FirstOrDefault() ?? "",
                StringComparer.Ordinal
            )
        )
            errors[JsonNamingPolicy.SnakeCaseLower.ConvertName(group.Key)] =
            [
                .. group.Select(r => r.ErrorMessage ?? "is invalid"),
            ];
        return errors;
    }

    public static void CheckTags(IReadOnlyList<string> tags, Dictionary<string, string[]> errors)
    {
        if (tags.Count > PatternDraft.MaxTags)
            errors["tags"] = [$"at most {PatternDraft.MaxTags} tags; {tags.Count} were given"];
        else if (
            tags.Any(t => string.IsNullOrWhiteSpace(t) || t.Length > PatternDraft.MaxTagLength)
        )
            errors["tags"] = [$"a tag has 1 to {PatternDraft.MaxTagLength} characters"];
    }

    public static void CheckBody(JsonElement? body, Dictionary<string, string[]> errors)
    {
        if (body is not { } value)
            return;
        if (value.ValueKind is not JsonValueKind.Object)
            errors["body"] = ["must be a JSON object"];
        else if (Encoding.UTF8.GetByteCount(value.GetRawText()) > PatternDraft.MaxBodyBytes)
            errors["body"] = [$"at most {PatternDraft.MaxBodyBytes} bytes"];
    }

    public static void CheckQuality(
        IReadOnlyDictionary<string, double?>? components,
        Dictionary<string, string[]> errors
    )
    {
        if (components?.Any(c => c.Value is not (null or (>= 0 and <= 1))) == true)
            errors["quality"] =
            [
                "every component is a number from 0 to 1, or null while unmeasured",
            ];
    }

    /// <summary>A name must show something: white space alone is none.</summary>
    public static void CheckName(string field, string? text, Dictionary<string, string[]> errors)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
            errors[field] = ["must not be only white space"];
    }

    /// <summary>Trimmed, distinct, ordinal.</summary>
    public static IReadOnlyList<string> Tidy(IReadOnlyList<string> tags) =>
        [
            .. tags.Select(t => t.Trim())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Equal weights: what is measured elsewhere comes without weights of ours.</summary>
    public static Quality Measured(IReadOnlyDictionary<string, double?>? components) =>
        components is null or { Count: 0 }
            ? Quality.Unmeasured
            : Quality.Measure("reported", [.. components.Select(c => (c.Key, 1.0, c.Value))]);
}
