using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Backends.Webhooks;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Api;

/// <summary>What a channel tells, signed as Standard Webhooks are.</summary>
/// <param name="Type"><c>message.received</c>, <c>reply.sent</c> or <c>outcome.reported</c>.</param>
/// <param name="Data">An InboundMessage, a HumanReply or a CustomerOutcome.</param>
public sealed record ChannelEvent(string Type, JsonElement Data, DateTimeOffset? Timestamp = null);

/// <summary>What was made of it.</summary>
/// <param name="Reason">Why nothing was decided or learned; null where something was.</param>
public sealed record ChannelReceipt(Guid? ExecutionId, string? Reason);

/// <summary>The way in for channels: no API key, a signature.</summary>
internal static class DecisionChannelApi
{
    public const string Address = "/api/v1/decisions/channels/webhook";

    private const int MostBytes = 1 << 20;

    /// <summary>The signature says who it is, and the right to teach comes with the secret.</summary>
    private static readonly Actor Channel = new("webhook", Rights: ApiRights.Teach);

    public static void MapDecisionChannel(this IEndpointRouteBuilder app) =>
        app.MapPost(Address, ReceiveAsync)
            .WithTags("Decisions")
            .Describe(
                "receiveChannelEvent",
                "Take in what a channel tells, signed as Standard Webhooks are",
                "webhook-id, webhook-timestamp (seconds, at most five minutes off) and webhook-signature (v1, and the Base64 of HMAC-SHA256 over id.timestamp.body). type is message.received, reply.sent or outcome.reported, data what POST messages, responses or outcomes take. The same event again is answered 200 and done once."
            )
            .Accepts<ChannelEvent>("application/json")
            .WithMetadata(new BodyLimit(MostBytes))
            .AllowAnonymous()
            .MayFail(400, 401, 404, 409, 413, 415, 422);

    private static async Task<Results<Ok<ChannelReceipt>, ProblemHttpResult>> ReceiveAsync(
        HttpContext context,
        InboundWebhook webhook,
        DecisionEngine engine,
        HumanReplies replies,
        CustomerOutcomes outcomes,
        CancellationToken cancellationToken
    )
    {
        if (!webhook.IsOn)
            return Problems.Of(
                Problems.NotFound,
                $"no channel comes in by webhook; set {InboundWebhook.SecretVariable}"
            );
        var body = await BodyAsync(context.Request, cancellationToken);
        if (Refusal(webhook, context.Request.Headers, body) is { } refusal)
            return refusal;
        var (told, mistake) = Read<ChannelEvent>(body);
        if (told is null)
            return mistake!;
        return told.Type switch
        {
            "message.received" => await ReceiveAsync<InboundMessage, DecisionAnswer>(
                told.Data,
                message => engine.ProcessAsync(message, cancellationToken),
                done => new ChannelReceipt(done.Decision?.ExecutionId, done.Reason)
            ),
            "reply.sent" => await ReceiveAsync<HumanReply, LearnedReply>(
                told.Data,
                reply => replies.LearnAsync(reply, Channel, cancellationToken),
                learned => new ChannelReceipt(null, learned.Reason)
            ),
            "outcome.reported" => await ReceiveAsync<CustomerOutcome, DecisionExecution>(
                told.Data,
                outcome => outcomes.RecordAsync(outcome, Channel, cancellationToken),
                decision => new ChannelReceipt(decision.ExecutionId, null)
            ),
            _ => Problems.Invalid(
                "type",
                "must be message.received, reply.sent or outcome.reported"
            ),
        };
    }

    private static async Task<byte[]> BodyAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    private static ProblemHttpResult? Refusal(
        InboundWebhook webhook,
        IHeaderDictionary headers,
        byte[] body
    ) =>
        webhook.Check(
            headers["webhook-id"],
            headers["webhook-timestamp"],
            headers["webhook-signature"],
            body
        ) switch
        {
            null => null,
            WebhookRefusal.Incomplete => Problems.Of(
                Problems.WrongSignature,
                "webhook-id, webhook-timestamp and webhook-signature are needed"
            ),
            WebhookRefusal.OutOfTime => Problems.Of(
                Problems.WrongSignature,
                "webhook-timestamp is more than five minutes off"
            ),
            _ => Problems.Of(
                Problems.WrongSignature,
                "webhook-signature does not fit the body under any secret"
            ),
        };

    private static async Task<Results<Ok<ChannelReceipt>, ProblemHttpResult>> ReceiveAsync<
        T,
        TDone
    >(
        JsonElement data,
        Func<T, Task<CatalogueAnswer<TDone>>> takeAsync,
        Func<TDone, ChannelReceipt> receipt
    )
        where T : class
        where TDone : class
    {
        var (told, mistake) = Read<T>(data);
        if (told is null)
            return mistake!;
        var answer = await takeAsync(told);
        return answer.Value is { } done
            ? TypedResults.Ok(receipt(done))
            : Problems.Of(answer.Problem!);
    }

    private static (T? Value, ProblemHttpResult? Mistake) Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return Storable(JsonSerializer.Deserialize<T>(body, MotifJson.Options));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception, typeof(T)));
        }
    }

    private static (T? Value, ProblemHttpResult? Mistake) Read<T>(JsonElement data)
        where T : class
    {
        try
        {
            return Storable(data.Deserialize<T>(MotifJson.Options));
        }
        catch (JsonException exception)
        {
            return (null, Malformed(exception, typeof(T)));
        }
    }

    private static (T? Value, ProblemHttpResult? Mistake) Storable<T>(T? value)
        where T : class =>
        value is null ? (null, Problems.Invalid("data", "is null"))
        : StorableRequest.Mistakes(value).FirstOrDefault() is { Key: { } member } mistake
            ? (null, Problems.Invalid(member, mistake.Value[0]))
        : (value, null);

    private static ProblemHttpResult Malformed(JsonException exception, Type type) =>
        Problems.Of(
            Problems.MalformedJson,
            JsonMistake.Of(exception, type, MotifJson.Options).OneLine
        );
}
