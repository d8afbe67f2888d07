using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Motif.Catalog;
using Motif.Matching.Requests;
using Motif.Server.Api;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Hosting;

/// <summary>The OpenAPI 3.1 document and the page to try it.</summary>
internal static class OpenApiDescription
{
    /// <summary>The problems that every address under /api may answer with.</summary>
    private static readonly int[] Always = [400, 401, 403, 421, 429, 500];

    /// <summary>A request that works as it stands.</summary>
    private static readonly Dictionary<Type, JsonNode> Examples = new()
    {
        [typeof(PatternDraft)] = Example(
            """{"kind":"success","pattern_type":"api_optimization","name":"Batch writes behind a queue","description":"Collect writes for 100 ms and send them as one.","tags":["latency","queue"],"body":{"steps":["collect","flush"]},"quality":{"evidence":0.8}}"""
        ),
        [typeof(MatchRequest)] = Example(
            """{"intent":"optimize API performance under high load","context":"FastAPI application, 1000 req/sec","requirements":["low latency"],"filters":{"min_quality_score":0.8},"limit":5}"""
        ),
        [typeof(PatternPatch)] = Example(
            """{"status":"deprecated","note":"replaced by streaming"}"""
        ),
        [typeof(RelationshipDraft)] = Example(
            """{"type":"uses","external":"asyncio.sleep","confidence":0.9,"evidence":"retry.py:41"}"""
        ),
        [typeof(UseDraft)] = Example(
            """{"actor":"agent-7","context":"checkout service","idempotency_key":"run-2031"}"""
        ),
        [typeof(OutcomeDraft)] = Example(
            """{"outcome":"success","actor":"agent-7","idempotency_key":"run-2031","metrics":{"latency_ms":41}}"""
        ),
        [typeof(StartScan)] = Example("""{"paths":["shop"],"repository":"shop"}"""),
        [typeof(RestoreRequest)] = Example("""{"version":1}"""),
    };

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Complete(schema, context));
    }

    /// <summary>Swagger UI at /openapi, with its own files only.</summary>
    public static void UsePage(WebApplication app) =>
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "openapi";
            page.DocumentTitle = "Motif API";
            page.SwaggerEndpoint("/openapi/v1.json", "Motif v1");
            page.EnableValidator(null);
        });

    private static JsonNode Example(string json) => JsonNode.Parse(json)!;

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Motif",
            Version = "v1",
            Description =
                "Finds patterns, measures whether they work, and says which to use next. Problems are answered as RFC 9457 "
                + "problem details; their type leads to an explanation.",
        };
        // The address it was fetched from would differ from server to server.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(
            StringComparer.Ordinal
        )
        {
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key. Not needed by a server that listens on loopback alone.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("bearer", document)] = [],
            },
        ];
        return Task.CompletedTask;
    }

    private static Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context
    )
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            var parameter = operation.Parameters?.FirstOrDefault(p => p.Name == described.Name);
            if (parameter is OpenApiParameter { Schema: OpenApiSchema schema })
                NameValues(schema, described.ParameterDescriptor);
        }
        AddHeaders(operation, context);
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true)
            AddProblems(operation);
        return Task.CompletedTask;
    }

    private static void NameValues(OpenApiSchema schema, ParameterDescriptor? descriptor)
    {
        var wire = (descriptor as IParameterInfoParameterDescriptor)
            ?.ParameterInfo.GetCustomAttributes(typeof(WireParameterAttribute), inherit: false)
            .OfType<WireParameterAttribute>()
            .FirstOrDefault();
        if (wire is null)
            return;
        var values = schema.Items as OpenApiSchema ?? schema;
        values.Enum =
        [
            .. Enum.GetValues(wire.Type).Cast<Enum>().Select(v => (JsonNode)WireName.Of(v)),
        ];
    }

    private static void AddHeaders(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<AcceptsIdempotencyKey>().Any())
            operation.Parameters.Add(
                Header(
                    Idempotency.HeaderName,
                    "Makes a repeated request answer as the first did; another request with the same key is refused.",
                    isRequired: false
                )
            );
        if (operation.Responses?.ContainsKey("428") is true)
            operation.Parameters.Add(
                Header("If-Match", "The ETag that was read.", isRequired: true)
            );
        else if (operation.Responses?.ContainsKey("412") is true)
            operation.Parameters.Add(
                Header("If-Match", "The ETag that was read.", isRequired: false)
            );
        if (operation.Responses?.ContainsKey("304") is true)
            operation.Parameters.Add(
                Header("If-None-Match", "The ETag of a copy at hand.", isRequired: false)
            );
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static void AddProblems(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        foreach (var status in Always.Select(s => $"{s}"))
            operation.Responses.TryAdd(
                status,
                new OpenApiResponse
                {
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/problem+json"] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchemaReference("ProblemDetails"),
                        },
                    },
                }
            );
        foreach (var (status, response) in operation.Responses)
        {
            if (int.TryParse(status, out var code) && Problems.OfStatus(code) is { } kind)
                response.Description = kind.Title;
        }
    }

    private static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Confidence) || type == typeof(Confidence?))
            DescribeConfidence(schema, isNullable: type == typeof(Confidence?));
        else if (type == typeof(System.Text.Json.JsonElement))
            schema.Type = JsonSchemaType.Object;
        else if (type.IsEnum)
            schema.Type = JsonSchemaType.String;
        else if (type == typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))
            DescribeProblem(schema);
        else if (
            schema.Properties is { Count: > 0 } members
            && !type.IsDefined(typeof(WireRequestAttribute), inherit: true)
        )
        {
            schema.Required = members.Keys.ToHashSet(StringComparer.Ordinal);
            // Of an answer every member is always there; and a reader must bear members that a later version adds.
            schema.AdditionalPropertiesAllowed = true;
        }
        if (Examples.TryGetValue(type, out var example))
            schema.Examples = [example.DeepClone()];
        return Task.CompletedTask;
    }

    private static void DescribeConfidence(OpenApiSchema schema, bool isNullable)
    {
        schema.Type = isNullable
            ? JsonSchemaType.Number | JsonSchemaType.Null
            : JsonSchemaType.Number;
        (schema.Minimum, schema.Maximum) = ("0", "1");
    }

    /// <summary>Its extensions, which no type declares.</summary>
    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Description =
            "What went wrong and what to do about it (RFC 9457); type leads to an explanation.";
        schema.AdditionalPropertiesAllowed = true;
        var members = schema.Properties!;
        members["request_id"] = Member(JsonSchemaType.String, "What to look for in the log.");
        members["existing_id"] = Member(JsonSchemaType.String, "The one that exists already.");
        members["line"] = Member(JsonSchemaType.Integer, "Line of the body, counted from 1.");
        members["position"] = Member(JsonSchemaType.Integer, "Byte in the line, counted from 1.");
        var errors = Member(JsonSchemaType.Object, "What is wrong, by field.");
        errors.AdditionalProperties = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
        };
        members["errors"] = errors;
    }

    private static OpenApiSchema Member(JsonSchemaType type, string description) =>
        new() { Type = type, Description = description };
}
