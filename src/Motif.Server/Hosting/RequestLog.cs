namespace Motif.Server.Hosting;

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

    /// <summary>Asked for every few seconds by machines.</summary>
    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}
