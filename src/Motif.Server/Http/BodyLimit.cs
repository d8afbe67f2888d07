using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Motif.Server.Http;

/// <summary>The largest body an endpoint reads, where it is not the server's.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>Refuses a body that announces itself as too large before a byte of it is read.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength is not { } length || length <= Limit(context))
            return next(context);
        // The client is still sending; reading it to keep the connection is what the limit is against.
        context.Response.Headers.Connection = "close";
        return ProblemWriter.WriteAsync(context, TooLarge(context));
    }

    public static ProblemDetails TooLarge(HttpContext context) =>
        Problems.Details(
            Problems.TooLarge,
            $"a body of at most {Limit(context)} bytes is read here"
        );

    private static long? Limit(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
