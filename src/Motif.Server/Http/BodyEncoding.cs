using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace Motif.Server.Http;

/// <summary>JSON between systems is UTF-8 (RFC 8259 §8.1); a body that says it is anything else is not read at all.</summary>
internal static class BodyEncoding
{
    private static readonly string[] Known = ["utf-8", "utf8", "us-ascii"];

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.Charset.HasValue
        )
            return next(context);
        var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
        if (!Known.Contains(charset, StringComparer.OrdinalIgnoreCase))
            return ProblemWriter.WriteAsync(
                context,
                Problems.Details(
                    Problems.MediaType,
                    $"the charset '{charset}' is not read here; send {MediaTypeNames.Application.Json} in UTF-8"
                )
            );
        // ASP.NET does not know it by its other names and in quotes, though those say the same.
        type.Charset = Known[0];
        context.Request.ContentType = type.ToString();
        return next(context);
    }
}
