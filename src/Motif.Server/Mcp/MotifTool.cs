using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ModelContextProtocol.Protocol;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Mcp;

/// <summary>
/// A tool of the MCP server: an engine's request in, the engine's answer out, both in Motif's JSON. A mistake of the caller is
/// an answer with <c>isError</c> that says what to do.
/// </summary>
internal sealed class MotifTool
{
    private static readonly JsonSchemaExporterOptions SchemaOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = static (context, schema) => Describe(context, schema),
    };

    private readonly Func<JsonElement, ToolCaller, CancellationToken, Task<JsonElement>> _call;
    private readonly ApiScope _scope;

    private MotifTool(
        Tool definition,
        ApiScope scope,
        Func<JsonElement, ToolCaller, CancellationToken, Task<JsonElement>> call
    ) => (Definition, _scope, _call) = (definition, scope, call);

    /// <summary>As clients list it.</summary>
    public Tool Definition { get; }

    /// <param name="scope">What a caller's key must permit.</param>
    /// <param name="arguments">What agents are told to give; null where the request's own members say so.</param>
    public static MotifTool Of<TInput, TOutput>(
        string name,
        string description,
        ApiScope scope,
        Func<TInput, ToolCaller, CancellationToken, Task<CatalogueAnswer<TOutput>>> call,
        IReadOnlyList<ToolArgument>? arguments = null
    )
        where TInput : class
        where TOutput : class
    {
        var isReadOnly = scope is ApiScope.Reader;
        var definition = new Tool
        {
            Name = name,
            Description = description,
            InputSchema = PatternBody.From(Schema(typeof(TInput), arguments)),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = isReadOnly,
                DestructiveHint = false,
                OpenWorldHint = false,
            },
        };
        return new MotifTool(
            definition,
            scope,
            async (given, caller, cancellationToken) =>
            {
                var request = Read<TInput>(Complete(given, arguments ?? []));
                RefuseIncomplete(given, arguments ?? []);
                var answer = await call(request, caller, cancellationToken);
                return answer.Value is { } value
                    ? PatternBody.From(value)
                    : throw new ToolRefusedException(
                        answer.Problem!.ExistingId is { } existing
                            ? $"{answer.Problem.OneLine} ({existing})"
                            : answer.Problem.OneLine
                    );
            }
        );
    }

    public async Task<CallToolResult> CallAsync(
        IDictionary<string, JsonElement>? arguments,
        ToolCaller caller,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (caller.Scope < _scope)
                throw new ToolRefusedException(
                    $"{Definition.Name} needs a key of the scope {WireName.Of(_scope)}; this one has {WireName.Of(caller.Scope)}"
                );
            arguments ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            // Before anything else: half a surrogate pair cannot even be copied.
            RefuseUnstorable(arguments);
            var given = PatternBody.From(arguments);
            var answer = await _call(given, caller, cancellationToken);
            // As text alone: a structured answer beside it would say everything twice, and models read text.
            return new CallToolResult
            {
                Content = [new TextContentBlock { Text = answer.GetRawText() }],
            };
        }
        catch (ToolRefusedException refusal)
        {
            return new CallToolResult
            {
                IsError = true,
                Content = [new TextContentBlock { Text = refusal.Message }],
            };
        }
    }

    private static JsonNode Schema(Type request, IReadOnlyList<ToolArgument>? arguments)
    {
        var schema = MotifJson.Options.GetJsonSchemaAsNode(request, SchemaOptions);
        return arguments is null ? schema : ToolArgument.Schema(schema.AsObject(), arguments);
    }

    /// <summary>The given arguments with what holds by default where the request's own default is another.</summary>
    private static JsonElement Complete(JsonElement given, IReadOnlyList<ToolArgument> arguments)
    {
        var open = arguments.Where(a => a.Default is not null && IsMissing(given, a)).ToList();
        if (open.Count == 0)
            return given;
        var complete = JsonObject.Create(given)!;
        foreach (var argument in open)
            complete[argument.Name] = argument.Default;
        return PatternBody.From(complete);
    }

    private static void RefuseIncomplete(JsonElement given, IReadOnlyList<ToolArgument> arguments)
    {
        if (arguments.FirstOrDefault(a => a.IsRequired && IsMissing(given, a)) is { } needed)
            throw new ToolRefusedException($"{needed.Name}: is needed: {needed.Words}");
    }

    private static bool IsMissing(JsonElement given, ToolArgument argument) =>
        !given.TryGetProperty(argument.Name, out var value)
        || value.ValueKind is JsonValueKind.Null;

    private static T Read<T>(JsonElement arguments)
        where T : class
    {
        try
        {
            var request = arguments.Deserialize<T>(MotifJson.Options)!;
            RefuseUnstorable(request);
            return request;
        }
        catch (JsonException exception)
        {
            throw new ToolRefusedException(
                JsonMistake.Of(exception, typeof(T), MotifJson.Options).OneLine
            );
        }
    }

    private static void RefuseUnstorable(object given)
    {
        if (StorableRequest.Mistakes(given) is { Count: > 0 } mistakes)
            throw new ToolRefusedException(
                string.Join("; ", mistakes.Select(m => $"{m.Key}: {m.Value[0]}"))
            );
    }

    /// <summary>Adds the words of <see cref="DescriptionAttribute"/>; what may be anything is an empty schema, for not every client reads <c>true</c>.</summary>
    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var described = schema as JsonObject ?? [];
        var words = context
            .PropertyInfo?.AttributeProvider?.GetCustomAttributes(
                typeof(DescriptionAttribute),
                inherit: true
            )
            .OfType<DescriptionAttribute>()
            .FirstOrDefault();
        if (words is not null)
            described.Insert(0, "description", words.Description);
        return described;
    }

    /// <summary>An expected "no", said to the caller in one line.</summary>
    private sealed class ToolRefusedException(string message) : Exception(message);
}
