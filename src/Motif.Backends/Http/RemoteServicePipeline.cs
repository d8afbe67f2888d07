using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Motif.Backends.Http;

/// <summary>
/// What stands around every attempt, from outside in: retries, the circuit breaker, the timeout. The breaker stands inside the
/// retries, so that it counts attempts and ends a row of retries when it opens.
/// </summary>
internal static class RemoteServicePipeline
{
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<HttpResponseMessage> Build(
        RemoteServiceOptions options,
        CircuitBreakerStateProvider circuit,
        TimeProvider time
    )
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.Retries > 0)
            builder.AddRetry(Retry(options, time));
        return builder
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<HttpResponseMessage>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = options.BreakAfterAttempts,
                    SamplingDuration = Sampling,
                    BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                    StateProvider = circuit,
                    ShouldHandle = arguments => new(IsFailure(arguments.Outcome)),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds))
            .Build();
    }

    /// <summary>The same request may be answered later.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (int)status >= 500;

    private static RetryStrategyOptions<HttpResponseMessage> Retry(
        RemoteServiceOptions options,
        TimeProvider time
    )
    {
        var longest = TimeSpan.FromSeconds(options.LongestWaitSeconds);
        // Processes that failed together must not come back together.
        var jitter = new Random(HashCode.Combine(Environment.ProcessId, time.GetTimestamp()));
        return new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = arguments =>
                new(
                    (IsFailure(arguments.Outcome) || IsRefusal(arguments.Outcome))
                        && !(Asked(arguments.Outcome, time) > longest)
                ),
            DelayGenerator = arguments =>
            {
                var wait = TimeSpan.FromSeconds(
                    options.FirstWaitSeconds * Math.Pow(2, arguments.AttemptNumber)
                );
                wait = wait < longest ? wait : longest;
                lock (jitter)
                    wait *= 0.5 + (0.5 * jitter.NextDouble());
                return new(Asked(arguments.Outcome, time) ?? wait);
            },
        };
    }

    /// <summary>How long the service wants to be left alone (RFC 9110, 10.2.3); null where it does not say.</summary>
    private static TimeSpan? Asked(Outcome<HttpResponseMessage> outcome, TimeProvider time)
    {
        var header = outcome.Result?.Headers.RetryAfter;
        var asked = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException
        || (int?)outcome.Result?.StatusCode >= 500;

    private static bool IsRefusal(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response && IsTransient(response.StatusCode);
}
