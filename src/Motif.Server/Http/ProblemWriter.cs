using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Motif.Storage;

namespace Motif.Server.Http;

/// <summary>
/// Turns what was thrown on a request's way, and answers without a body, into problem details. What went wrong inside is
/// logged and never told.
/// </summary>
internal sealed partial class ProblemWriter(
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    ILogger<ProblemWriter> log
) : IExceptionHandler
{
    private static readonly string[] IsMissing = ["is missing"];

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (
            exception is OperationCanceledException
            && httpContext.RequestAborted.IsCancellationRequested
        )
        {
            // Nobody is there to read an answer; 499 tells the log so.
            httpContext.Response.StatusCode = 499;
            return true;
        }
        await WriteAsync(httpContext, Explain(exception, httpContext));
        return true;
    }

    /// <summary>Writes a problem as the answer.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails details) =>
        TypedResults.Problem(details).ExecuteAsync(context);

    /// <summary>The problem for a status that routing, authorization or Kestrel set without a body.</summary>
    public static ProblemDetails OfStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var detail = status switch
        {
            401 => context.Items[ApiKeyAuthentication.FailureItem] as string
                ?? "no API key was sent",
            403 => $"this needs a key of the scope {RequiredScope(context)}",
            404 => $"there is nothing at {context.Request.Path}",
            405 => $"{context.Request.Path} does not know {context.Request.Method}",
            415 => $"'{context.Request.ContentType}' is not read here",
            _ => Problems.OfStatus(status)?.Title ?? "the request was refused",
        };
        return Problems.OfStatus(status) is { } kind
            ? Problems.Details(kind, detail)
            : new ProblemDetails { Status = status, Detail = detail };
    }

    private ProblemDetails Explain(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return Explain(bad, context);
            case UnstorableException unstorable:
                // The last gate, right before the database; the doors should have seen it.
                return Wrong(unstorable.Member, unstorable.Mistake);
            case BackendException backend:
                log.LogError(backend, "The backend failed");
                return Explain(backend);
            default:
                log.LogError(exception, "A request failed");
                return Problems.Details(
                    Problems.Unexpected,
                    "the request could not be answered; the log has the reason"
                );
        }
    }

    private static ProblemDetails Explain(BackendException backend) =>
        Problems.Details(
            backend.Trouble switch
            {
                BackendTrouble.Full => Problems.StorageFull,
                BackendTrouble.Unwritable => Problems.Unavailable,
                _ => backend.IsTransient ? Problems.Unavailable : Problems.Unexpected,
            },
            backend.Summary
        );

    private ProblemDetails Explain(BadHttpRequestException bad, HttpContext context) =>
        bad switch
        {
            { InnerException: JsonException wrong } => Explain(wrong, context),
            { StatusCode: StatusCodes.Status413PayloadTooLarge } => BodyLimit.TooLarge(context),
            { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.Details(
                Problems.MediaType,
                context.Request.ContentType is { } type
                    ? $"'{type}' is not read here; send application/json"
                    : "the request has no Content-Type; send application/json"
            ),
            _ when BindingFailure().Match(bad.Message) is { Success: true } match => Wrong(
                JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups["name"].Value),
                $"'{match.Groups["value"].Value}' is not {Expected(match.Groups["type"].Value)}"
            ),
            _ when bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase) =>
                Problems.Details(Problems.MalformedJson, "a JSON body is expected; none was sent"),
            _ => Problems.Details(Problems.InvalidRequest, bad.Message),
        };

    private ProblemDetails Explain(JsonException wrong, HttpContext context)
    {
        // The request's own endpoint is cleared by now.
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var expected =
            failed?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType
            ?? typeof(JsonElement);
        var mistake = JsonMistake.Of(wrong, expected, json.Value.SerializerOptions);
        var details = Problems.Details(
            mistake.IsJson ? Problems.InvalidRequest : Problems.MalformedJson,
            mistake.OneLine,
            Errors(mistake)
        );
        details.Extensions["line"] = mistake.Line;
        details.Extensions["position"] = mistake.Position;
        return details;
    }

    /// <summary>A member that is missing is blamed by its own name, not by that of the object that lacks it.</summary>
    private static Dictionary<string, string[]> Errors(JsonMistake mistake)
    {
        if (mistake.Missing.Count == 0)
            return new(StringComparer.Ordinal)
            {
                [mistake.Path.Length == 0 ? "$" : mistake.Path] = [mistake.Message],
            };
        var holder = mistake.Path.Length == 0 ? "" : $"{mistake.Path}.";
        return mistake.Missing.ToDictionary(
            name => $"{holder}{name}",
            _ => IsMissing,
            StringComparer.Ordinal
        );
    }

    private static ProblemDetails Wrong(string field, string error) =>
        Problems.Details(
            Problems.InvalidRequest,
            $"{field}: {error}",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] }
        );

    private static string Expected(string type) =>
        type.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '?') switch
        {
            "Guid" => "a UUID",
            "int" or "long" => "a whole number",
            "double" => "a number",
            "bool" => "true or false",
            "DateTimeOffset" => "a time such as 2026-01-31T12:00:00Z",
            _ => "what is expected here; /openapi/v1.json says what is",
        };

    private static string RequiredScope(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            is [.., { Policy: { } policy }]
            ? policy
            : WireName.Of(ApiScope.Admin);

    [GeneratedRegex(
        "^Failed to bind parameter \"(?<type>[^ ]+) (?<name>\\w+)\" from \"(?<value>.*)\"",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex BindingFailure();
}
