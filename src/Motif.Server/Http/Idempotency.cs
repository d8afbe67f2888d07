using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Motif.Storage;

namespace Motif.Server.Http;

/// <summary>Marks an endpoint whose POST may carry an Idempotency-Key.</summary>
internal sealed class AcceptsIdempotencyKey;

/// <summary>
/// Answers a POST that is repeated with its Idempotency-Key as it was answered the first time
/// (draft-ietf-httpapi-idempotency-key-header). Keys belong to their caller. A failure of the server is not kept: the
/// request may be tried again.
/// </summary>
internal sealed class Idempotency(
    IIdempotencyStore answers,
    IMeterFactory meters,
    TimeProvider time
)
{
    public const string HeaderName = "Idempotency-Key";
    public const string ReplayedName = "Idempotent-Replayed";
    public const int MaxKeyLength = 255;

    /// <summary>
    /// A claim that was not renewed for so long died with its server. Clocks of servers may differ by what is left when one
    /// renewal is late.
    /// </summary>
    internal static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    /// <summary>The headers that belong to an answer rather than to its delivery.</summary>
    private static readonly string[] KeptHeaders = ["Location", "ETag", "Link"];

    private readonly Counter<long> _replays = meters
        .Create(ServerMeter.Name)
        .CreateCounter<long>(
            "motif.idempotent.replays",
            "{request}",
            "Requests answered again by their Idempotency-Key."
        );

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || context.Request.Headers[HeaderName] is not [var key]
            || context.GetEndpoint()?.Metadata.GetMetadata<AcceptsIdempotencyKey>() is null
        )
        {
            await next(context);
            return;
        }
        if (key is not { Length: > 0 and <= MaxKeyLength } || key.Any(c => c is < '!' or > '~'))
        {
            await Problems
                .Invalid(HeaderName, $"has 1 to {MaxKeyLength} visible ASCII characters")
                .ExecuteAsync(context);
            return;
        }
        await AnswerAsync(context, key, next);
    }

    private async Task AnswerAsync(HttpContext context, string key, RequestDelegate next)
    {
        var scope = ApiKeyAuthentication.ActorOf(context).Name;
        var hash = await HashAsync(context.Request, context.RequestAborted);
        var now = time.GetUtcNow();
        var first = await answers.ClaimAsync(
            scope,
            key,
            hash,
            now,
            now - Abandoned,
            context.RequestAborted
        );
        if (first is null)
            await AnswerFirstAsync(context, new Claim(answers, time, scope, key, now), hash, next);
        else if (first.RequestHash != hash)
            await Problems
                .Of(Problems.KeyReused, "another request was sent with this key")
                .ExecuteAsync(context);
        else if (first.Status == 0)
            await AnswerBusyAsync(context);
        else
            await ReplayAsync(context, first);
    }

    private async Task AnswerFirstAsync(
        HttpContext context,
        Claim claim,
        string hash,
        RequestDelegate next
    )
    {
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        var isKept = false;
        try
        {
            await Heartbeat.DuringAsync(Renewal, time, claim.RenewAsync, () => next(context));
            if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            {
                await claim.CompleteAsync(Answer(context.Response, hash, body.ToArray()));
                isKept = true;
            }
        }
        finally
        {
            context.Response.Body = wire;
            if (!isKept)
                await claim.ReleaseAsync();
        }
        body.Position = 0;
        await body.CopyToAsync(wire, context.RequestAborted);
    }

    private IdempotentAnswer Answer(HttpResponse response, string hash, byte[] body) =>
        new(
            hash,
            response.StatusCode,
            response.ContentType,
            KeptHeaders
                .Where(response.Headers.ContainsKey)
                .ToDictionary(h => h, h => response.Headers[h].ToString(), StringComparer.Ordinal),
            body,
            time.GetUtcNow()
        );

    private static Task AnswerBusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return Problems
            .Of(Problems.InProgress, "the first request with this key is still being answered")
            .ExecuteAsync(context);
    }

    private async Task ReplayAsync(HttpContext context, IdempotentAnswer answer)
    {
        _replays.Add(1);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        context.Response.Headers[ReplayedName] = "true";
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>SHA-256 of method, address and body; the body is kept for the endpoint to read.</summary>
    private static async Task<string> HashAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n")
        );
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// A key that is this request's to answer. Nothing of it is cancelled: the work is done, and a caller who left must not take
    /// its answer along.
    /// </summary>
    private sealed class Claim(
        IIdempotencyStore answers,
        TimeProvider time,
        string scope,
        string key,
        DateTimeOffset at
    )
    {
        private DateTimeOffset _at = at;

        public async Task<bool> RenewAsync()
        {
            var now = time.GetUtcNow();
            if (!await answers.RenewAsync(scope, key, _at, now, CancellationToken.None))
                return false;
            _at = now;
            return true;
        }

        public Task CompleteAsync(IdempotentAnswer answer) =>
            answers.CompleteAsync(scope, key, answer, CancellationToken.None);

        public Task ReleaseAsync() => answers.ReleaseAsync(scope, key, _at, CancellationToken.None);
    }
}
