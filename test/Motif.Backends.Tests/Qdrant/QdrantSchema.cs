using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Motif.Backends.Tests.Qdrant;

/// <summary>
/// Qdrant's own description of its REST API, as far as JSON Schema is used there. A member that a schema does not name is an
/// error: Qdrant would ignore a misspelt one in silence.
/// </summary>
internal sealed class QdrantSchema
{
    private readonly JsonNode _document;

    private QdrantSchema(JsonNode document) => _document = document;

    /// <summary>Null where the shared data is not there.</summary>
    public static QdrantSchema? Shared { get; } = Find();

    /// <summary>Why a request is not as the description wants it; null when it is.</summary>
    public string? RequestFault(string method, string path, string body)
    {
        if (Operation(method, path) is not { } operation)
            return $"{method} {path} is no operation of Qdrant";
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (body.Length == 0)
            return schema is null ? null : $"{method} {path} lacks a body";
        return schema is null
            ? $"{method} {path} takes no body"
            : Fault(schema, JsonNode.Parse(body), "body");
    }

    /// <summary>Why an answer of status 200 is not as the description says; null when it is.</summary>
    public string? AnswerFault(string method, string path, string json)
    {
        var schema = Operation(method, path)?["responses"]?["200"]?["content"]?[
            "application/json"
        ]?["schema"];
        return schema is null
            ? $"{method} {path} has no answer 200"
            : Fault(schema, JsonNode.Parse(json), "answer");
    }

    private JsonNode? Operation(string method, string path)
    {
        var parts = path.Trim('/').Split('/');
        return _document["paths"]!
            .AsObject()
            .Where(p => Fits(p.Key.Trim('/').Split('/'), parts))
            // A literal path goes before one with a placeholder.
            .OrderBy(p => p.Key.Count(c => c == '{'))
            .Select(p => p.Value![method.ToLowerInvariant()])
            .FirstOrDefault(o => o is not null);
    }

    private static bool Fits(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(p => p.First.StartsWith('{') || p.First == p.Second);

    private string? Fault(JsonNode schema, JsonNode? value, string at)
    {
        schema = Resolved(schema);
        if (value is null)
            return AllowsNull(schema) ? null : $"{at} is null";
        foreach (var choice in (string[])["anyOf", "oneOf"])
        {
            if (schema[choice] is JsonArray choices)
            {
                var faults = choices.Select(c => Fault(c!, value, at)).ToList();
                return faults.Contains(null) ? null : string.Join(" or ", faults.Distinct());
            }
        }
        if (schema["enum"] is JsonArray values && !values.Any(v => JsonNode.DeepEquals(v, value)))
            return $"{at} is {value.ToJsonString()}, none of {values.ToJsonString()}";
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => ObjectFault(schema, value, at),
            "array" => ArrayFault(schema, value, at),
            "string" => TextFault(schema, value, at),
            "integer" or "number" => NumberFault(schema, value, at),
            "boolean" => value.GetValueKind()
                is System.Text.Json.JsonValueKind.True
                    or System.Text.Json.JsonValueKind.False
                ? null
                : $"{at} is no boolean",
            // {"nullable": true} as a choice stands for null alone.
            null when schema["nullable"] is not null && schema.AsObject().Count == 1 =>
                $"{at} is not null",
            _ => null,
        };
    }

    private string? ObjectFault(JsonNode schema, JsonNode value, string at)
    {
        if (value is not JsonObject members)
            return $"{at} is no object";
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey(name!.GetValue<string>()))
                return $"{at} lacks {name}";
        }
        foreach (var (name, member) in members)
        {
            var known = schema["properties"]?[name];
            var other = schema["additionalProperties"];
            var isOpen =
                other is JsonObject
                || (other as JsonValue)?.GetValue<bool>() == true
                || (other is null && schema["properties"] is null);
            if (known is null && !isOpen)
                return $"{at}.{name} is not known";
            if (
                (known ?? (other as JsonObject)) is { } child
                && Fault(child, member, $"{at}.{name}") is { } fault
            )
                return fault;
        }
        return null;
    }

    private string? ArrayFault(JsonNode schema, JsonNode value, string at)
    {
        if (value is not JsonArray items)
            return $"{at} is no array";
        if (schema["minItems"]?.GetValue<int>() > items.Count)
            return $"{at} has too few items";
        if (
            schema["uniqueItems"]?.GetValue<bool>() == true
            && items.Select(i => i!.ToJsonString()).Distinct().Count() < items.Count
        )
            return $"{at} has equal items";
        return schema["items"] is not { } each
            ? null
            : items
                .Select((item, i) => Fault(each, item, $"{at}[{i}]"))
                .FirstOrDefault(f => f is not null);
    }

    private static string? TextFault(JsonNode schema, JsonNode value, string at)
    {
        if (value.GetValueKind() is not System.Text.Json.JsonValueKind.String)
            return $"{at} is no string";
        var text = value.GetValue<string>();
        if (schema["minLength"]?.GetValue<int>() > text.Length)
            return $"{at} is too short";
        return schema["format"]?.GetValue<string>() switch
        {
            "uuid" when !Guid.TryParse(text, out _) => $"{at} is no UUID",
            "date-time" when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) =>
                $"{at} is no time",
            _ => null,
        };
    }

    private static string? NumberFault(JsonNode schema, JsonNode value, string at)
    {
        if (value.GetValueKind() is not System.Text.Json.JsonValueKind.Number)
            return $"{at} is no number";
        var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        if (schema["type"]!.GetValue<string>() == "integer" && number != Math.Floor(number))
            return $"{at} is no whole number";
        if (
            schema["minimum"] is { } least
            && number < double.Parse(least.ToJsonString(), CultureInfo.InvariantCulture)
        )
            return $"{at} is below {least}";
        return
            schema["maximum"] is { } most
            && number > double.Parse(most.ToJsonString(), CultureInfo.InvariantCulture)
            ? $"{at} is above {most}"
            : null;
    }

    private bool AllowsNull(JsonNode schema) =>
        schema["nullable"]?.GetValue<bool>() == true
        || (schema["anyOf"] ?? schema["oneOf"])?.AsArray().Any(c => AllowsNull(Resolved(c!)))
            == true;

    private JsonNode Resolved(JsonNode schema)
    {
        while (schema["$ref"]?.GetValue<string>() is { } reference)
            schema = _document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        return schema["allOf"] is JsonArray { Count: 1 } all ? Resolved(all[0]!) : schema;
    }

    private static QdrantSchema? Find()
    {
        var shared = Environment.GetEnvironmentVariable("MOTIF_SHARED");
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            shared is null && folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Motif.slnx")))
                shared = Path.Combine(folder.FullName, "..", "shared");
        }
        var file = Path.Combine(shared ?? ".", "data", "qdrant-openapi", "openapi.json.gz");
        if (!File.Exists(file))
            return null;
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return new QdrantSchema(JsonNode.Parse(packed)!);
    }
}
