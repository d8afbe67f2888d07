using Microsoft.AspNetCore.Http.Features;

namespace Motif.Server.Operations;

/// <summary>One line per answered request. Headers and query strings stay out of it: they may hold secrets and texts.</summary>
internal sealed class RequestLog(TimeProvider time, ILogger<RequestLog> log)
{
    public async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            NameActivity(context);
            log.Log(
                IsProbe(context.Request.Path) ? LogLevel.Debug : LogLevel.Information,
                "{Method} {Path} {Status} in {Milliseconds} ms for {Caller}",
                context.Request.Method,
                context.Request.Path.Value,
                context.Response.StatusCode,
                Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 1),
                context.User.Identity?.Name
            );
        }
    }

    /// <summary>Traces are told apart by route; ids in a name would make each its own kind.</summary>
    private static void NameActivity(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
            return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null
            ? context.Request.Method
            : $"{context.Request.Method} {route}";
    }

    /// <summary>Asked for every few seconds by machines.</summary>
    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);
}
