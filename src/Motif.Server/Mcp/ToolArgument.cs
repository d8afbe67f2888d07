using System.Text.Json.Nodes;

namespace Motif.Server.Mcp;

/// <summary>An argument of a tool as agents are told of it. What a tool's request has beyond its arguments is understood too.</summary>
/// <param name="Name">As on the wire; a member of a member behind a dot.</param>
/// <param name="Words">What it means.</param>
internal sealed record ToolArgument(string Name, string Words)
{
    public bool IsRequired { get; init; }

    /// <summary>What holds where it is not given; null where that is nothing.</summary>
    public int? Default { get; init; }

    /// <summary>Leaves in a schema what is described, with its words, and says what is required and what holds by default.</summary>
    public static JsonObject Schema(JsonObject schema, IReadOnlyList<ToolArgument> arguments)
    {
        var own = arguments.Where(a => !a.Name.Contains('.')).ToList();
        var known = schema["properties"]?.AsObject() ?? [];
        var described = new JsonObject();
        foreach (var argument in own)
        {
            var type = known[argument.Name]?.DeepClone() as JsonObject;
            described[argument.Name] = type is null
                ? throw new InvalidOperationException($"no request has {argument.Name}")
                : argument.Describe(type, arguments);
        }
        var result = new JsonObject { ["type"] = "object", ["properties"] = described };
        if (own.Exists(a => a.IsRequired))
            result["required"] = new JsonArray([
                .. own.Where(a => a.IsRequired).Select(a => (JsonNode)a.Name),
            ]);
        return result;
    }

    private JsonObject Describe(JsonObject type, IReadOnlyList<ToolArgument> arguments)
    {
        var prefix = Name + ".";
        var inner = arguments
            .Where(a => a.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(a => a with { Name = a.Name[prefix.Length..] })
            .ToList();
        var schema = inner.Count == 0 ? type : Schema(type, inner);
        schema["description"] = Words;
        if (Default is { } value)
            schema["default"] = value;
        return schema;
    }
}
