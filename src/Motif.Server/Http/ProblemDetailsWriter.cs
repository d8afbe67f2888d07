using System.Net.Mime;
using Microsoft.Extensions.Options;

namespace Motif.Server.Http;

/// <summary>
/// Writes every problem alike, whatever media types the caller accepts: an error that cannot be read for its Accept header
/// helps nobody. Each carries the log's name for its request, so that a report leads to its lines.
/// </summary>
internal sealed class ProblemDetailsWriter(
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json
) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        details.Extensions.Remove("traceId");
        details.Extensions.Remove("trace_id");
        details.Extensions["request_id"] = context.HttpContext.TraceIdentifier;
        if (details.Status is { } status)
            context.HttpContext.Response.StatusCode = status;
        return new ValueTask(
            context.HttpContext.Response.WriteAsJsonAsync(
                details,
                json.Value.SerializerOptions,
                MediaTypeNames.Application.ProblemJson
            )
        );
    }
}
