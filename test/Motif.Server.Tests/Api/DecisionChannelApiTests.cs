using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Backends.Webhooks;

namespace Motif.Server.Tests.Api;

/// <summary>Channels that come in by webhook.</summary>
public sealed class DecisionChannelApiTests
{
    private const string Address = "/api/v1/decisions/channels/webhook";
    private const string First = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Second = "whsec_AAECAwQFBgcICQoLDA0ODxAREhM=";
    private const string Message =
        """{"type": "message.received", "timestamp": "2026-03-01T10:00:00Z", "data": {"message_id": "m1", "conversation_id": "c1", "channel": "chat", "text": "Which bay is mine?"}}""";

    [Fact]
    public async Task What_is_signed_is_taken_in_once()
    {
        await using var server = await StartAsync($"{First} {Second}");
        (
            await server.SendAsync(
                HttpMethod.Put,
                "/api/v1/decisions/config",
                """{"enabled": true}"""
            )
        ).Status.ShouldBe(200);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var receipts = new List<string>();
        foreach (var secret in (string[])[First, Second, First])
        {
            var (status, json) = await SendAsync(server, Message, now, secret);
            status.ShouldBe(200, json.ToJsonString());
            receipts.Add(json["execution_id"]!.GetValue<string>());
        }
        receipts.Distinct().ShouldHaveSingleItem();
        (await server.GetAsync("/api/v1/decisions/executions")).Json["items"]!
            .AsArray()
            .Count.ShouldBe(1);
        var reply =
            """{"type": "reply.sent", "data": {"message_id": "m1", "conversation_id": "c1", "channel": "chat", "reply": "It is on the left."}}""";
        (await SendAsync(server, reply, now, First)).Json["reason"]!
            .GetValue<string>()
            .ShouldBe("learned");
        (await SendAsync(server, reply, now, First)).Json["reason"]!
            .GetValue<string>()
            .ShouldBe("known");
    }

    [Theory]
    [InlineData(0, Second, null)]
    [InlineData(-360, First, null)]
    [InlineData(360, First, null)]
    [InlineData(0, First, "changed")]
    [InlineData(0, First, "webhook-id")]
    [InlineData(0, First, "webhook-signature")]
    [InlineData(0, First, "webhook-timestamp")]
    public async Task What_is_not_signed_rightly_is_refused_and_does_nothing(
        int seconds,
        string secret,
        string? without
    )
    {
        await using var server = await StartAsync(First);
        (
            await server.SendAsync(
                HttpMethod.Put,
                "/api/v1/decisions/config",
                """{"enabled": true}"""
            )
        ).Status.ShouldBe(200);
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;
        var (status, json) = await SendAsync(server, Message, at, secret, without);
        status.ShouldBe(401, json.ToJsonString());
        json["type"]!.GetValue<string>().ShouldBe("/problems/wrong-signature");
        (await server.GetAsync("/api/v1/decisions/executions")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_such_channel()
    {
        await using var server = await StartAsync(null);
        (
            await SendAsync(
                server,
                Message,
                TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                First
            )
        ).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"type": "other", "data": {}}""", 400)]
    [InlineData("""{"type": "message.received", "data": {"message_id": 7}}""", 400)]
    [InlineData("""{"type": "message.received", "data": null}""", 400)]
    [InlineData("nonsense", 400)]
    [InlineData(
        """{"type": "outcome.reported", "data": {"execution_id": "0198c5f0-0000-8000-8000-000000000001", "outcome": "wrong"}}""",
        404
    )]
    public async Task What_is_signed_and_wrong_is_told_so(string body, int expected)
    {
        await using var server = await StartAsync(First);
        var (status, json) = await SendAsync(
            server,
            body,
            TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            First
        );
        status.ShouldBe(expected, json.ToJsonString());
    }

    private static Task<RunningServer> StartAsync(string? secret) =>
        RunningServer.StartAsync(configure: builder =>
            builder.Services.Replace(
                ServiceDescriptor.Singleton(
                    InboundWebhook.FromEnvironment(
                        name => name == InboundWebhook.SecretVariable ? secret : null,
                        TimeProvider.System
                    )
                )
            )
        );

    private static async Task<(int Status, JsonNode Json)> SendAsync(
        RunningServer server,
        string body,
        long at,
        string secret,
        string? without = null
    )
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(
                without == "changed" ? body.Replace("bay", "pay", StringComparison.Ordinal) : body,
                Encoding.UTF8,
                "application/json"
            ),
        };
        foreach (
            var (name, value) in new[]
            {
                ("webhook-id", "msg_1"),
                ("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture)),
                ("webhook-signature", WebhookSignature.Of("msg_1", at, body, [key])),
            }
        )
            if (name != without)
                request.Headers.Add(name, value);
        using var response = await server.Client.SendAsync(request);
        return (
            (int)response.StatusCode,
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!
        );
    }
}
