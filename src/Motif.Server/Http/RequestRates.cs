using System.Globalization;
using System.Threading.RateLimiting;

namespace Motif.Server.Http;

/// <summary>What a request of an endpoint costs its caller.</summary>
internal enum RequestRate
{
    /// <summary>A token of the bucket that all such endpoints share.</summary>
    Shared,

    /// <summary>A token of a bucket for probes.</summary>
    Probe,

    /// <summary>Nothing: it is answered out of the process's hand.</summary>
    Free,
}

/// <summary>Says that an endpoint costs something else than <see cref="RequestRate.Shared"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequestRateAttribute(RequestRate rate) : Attribute
{
    public RequestRate Rate { get; } = rate;
}

/// <summary>
/// A token bucket per API key, or per address where no key is sent: <see cref="MotifServerOptions.RequestBurst"/> requests
/// at once, refilled at <see cref="MotifServerOptions.RequestsPerMinute"/>. Every answer that took a token says how many are left. It is the
/// endpoint that says whether it costs one, never the spelling of the address. Probes of readiness have buckets of their own:
/// a busy caller must not take the server out of its load balancer.
/// </summary>
internal sealed class RequestRates : IAsyncDisposable
{
    private readonly MotifServerOptions _options;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public RequestRates(MotifServerOptions options)
    {
        _options = options;
        _limiter = PartitionedRateLimiter.Create<HttpContext, (string, RequestRate)>(context =>
            RateLimitPartition.GetTokenBucketLimiter(
                (Caller(context), Rate(context)),
                _ => Bucket()
            )
        );
    }

    private double PerSecond => _options.RequestsPerMinute / 60.0;

    public async Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (Rate(context) is RequestRate.Free)
        {
            await next(context);
            return;
        }
        using var lease = await _limiter.AcquireAsync(context, 1, context.RequestAborted);
        Describe(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        var wait = Math.Max(1, (int)Math.Ceiling(1 / PerSecond));
        context.Response.Headers.RetryAfter = Text(wait);
        await Problems
            .Of(
                Problems.TooManyRequests,
                $"{_options.RequestsPerMinute} requests a minute are answered, {_options.RequestBurst} at once; wait {wait} s"
            )
            .ExecuteAsync(context);
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private void Describe(HttpContext context)
    {
        var left =
            _limiter.GetStatistics(context)?.CurrentAvailablePermits ?? _options.RequestBurst;
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = Text(_options.RequestBurst);
        headers["RateLimit-Remaining"] = Text(left);
        headers["RateLimit-Reset"] = Text(
            (long)Math.Ceiling((_options.RequestBurst - left) / PerSecond)
        );
    }

    /// <summary>Whole tokens at even intervals, ten refills a second at most.</summary>
    private TokenBucketRateLimiterOptions Bucket()
    {
        var tokens = Math.Max(1, (int)(PerSecond / 10));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = _options.RequestBurst,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds(tokens / PerSecond),
            QueueLimit = 0,
        };
    }

    private static RequestRate Rate(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequestRateAttribute>()?.Rate
        ?? RequestRate.Shared;

    private static string Caller(HttpContext context) =>
        ApiKeyAuthentication.KeyName(context) is { } name
            ? $"key {name}"
            : $"address {context.Connection.RemoteIpAddress}";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
