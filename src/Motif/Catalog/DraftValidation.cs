using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;

namespace Motif.Catalog;

/// <summary>Checks what callers give, and brings it into the form in which it is kept.</summary>
internal static class DraftValidation
{
    /// <summary>The errors of the attributes and of the rules that no attribute can say, by wire name; empty when all is well.</summary>
    public static Dictionary<string, string[]> Check(object request)
    {
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

    /// <summary>Text that no store can keep is refused: U+0000 and lone surrogates.</summary>
    public static void CheckText(string field, string? text, Dictionary<string, string[]> errors)
    {
        if (text is null)
            return;
        if (text.Contains('\0', StringComparison.Ordinal) || !IsWellFormed(text))
            errors[field] = ["must be well-formed text without U+0000"];
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

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (
                Rune.DecodeFromUtf16(rest, out _, out var consumed)
                is not System.Buffers.OperationStatus.Done
            )
                return false;
            rest = rest[consumed..];
        }
        return true;
    }
}
