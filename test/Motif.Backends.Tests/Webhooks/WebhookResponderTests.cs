using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using Motif.Backends.Webhooks;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;

namespace Motif.Backends.Tests.Webhooks;

public sealed class WebhookResponderTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhM=";

    private static readonly OutgoingReply Reply = new(
        Guid.Parse("0198c5f0-0000-8000-8000-000000000001"),
        "chat",
        ChannelKind.Chat,
        "c1",
        "m1",
        null,
        "Your bay is on the left."
    );

    [Fact]
    public async Task A_reply_arrives_signed_under_its_delivery_id()
    {
        await using var receiver = new WebhookReceiver();
        var options = Options(receiver, $"{Secret} {Other}");
        using var responder = new WebhookResponder(options, TimeProvider.System);
        (await responder.SendAsync(Reply, default)).Result.ShouldBe(SendResult.Sent);
        var (headers, body) = receiver.Received.ShouldHaveSingleItem();
        headers["webhook-id"].ShouldBe(Reply.DeliveryId.ToString("D"));
        var timestamp = long.Parse(
            headers["webhook-timestamp"]!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var signature = headers["webhook-signature"]!;
        signature.Split(' ').Length.ShouldBe(2);
        foreach (var secret in options.Secrets)
            WebhookSignature
                .IsValid(signature, headers["webhook-id"]!, timestamp, body, [secret])
                .ShouldBeTrue();
        WebhookSignature
            .IsValid(signature, headers["webhook-id"]!, timestamp + 1, body, options.Secrets)
            .ShouldBeFalse();
        WebhookSignature
            .IsValid(signature, headers["webhook-id"]!, timestamp, body + " ", options.Secrets)
            .ShouldBeFalse();
        body.ShouldContain("\"text\":\"Your bay is on the left.\"");
    }

    /// <summary>The example of the specification.</summary>
    [Fact]
    public void Signatures_are_those_of_standard_webhooks()
    {
        const string Body = """{"test": 2432232314}""";
        var secret = Convert.FromBase64String(Secret["whsec_".Length..]);
        WebhookSignature
            .Of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Body, [secret])
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Theory]
    [InlineData(200, SendResult.Sent)]
    [InlineData(204, SendResult.Sent)]
    [InlineData(302, SendResult.Refused)]
    [InlineData(400, SendResult.Refused)]
    [InlineData(410, SendResult.Refused)]
    [InlineData(429, SendResult.NotNow)]
    [InlineData(503, SendResult.NotNow)]
    [InlineData(500, SendResult.Unknown)]
    public async Task What_the_receiver_says_is_understood(int status, SendResult expected)
    {
        await using var receiver = new WebhookReceiver { Status = status };
        using var responder = new WebhookResponder(Options(receiver, Secret), TimeProvider.System);
        var answer = await responder.SendAsync(Reply, default);
        answer.Result.ShouldBe(expected);
        answer.RetryAfter.ShouldBe(status is 429 ? TimeSpan.FromSeconds(7) : null);
        receiver.Received.Count.ShouldBe(1, "redirects are not followed");
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_left_alone()
    {
        await using var receiver = new WebhookReceiver { Status = 410 };
        using var responder = new WebhookResponder(Options(receiver, Secret), TimeProvider.System);
        await responder.SendAsync(Reply, default);
        receiver.Status = 200;
        (await responder.SendAsync(Reply, default)).Result.ShouldBe(SendResult.Refused);
        receiver.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Addresses_inside_are_refused_unless_they_are_allowed()
    {
        await using var receiver = new WebhookReceiver();
        using var responder = new WebhookResponder(
            Options(receiver, Secret) with
            {
                AllowsPrivate = false,
            },
            TimeProvider.System
        );
        (await responder.SendAsync(Reply, default)).Result.ShouldBe(SendResult.Refused);
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_left()
    {
        var receiver = new WebhookReceiver();
        var options = Options(receiver, Secret);
        await receiver.DisposeAsync();
        using var responder = new WebhookResponder(options, TimeProvider.System);
        (await responder.SendAsync(Reply, default)).Result.ShouldBe(SendResult.NotNow);
    }

    [Theory]
    [InlineData("http://x.example", null)]
    [InlineData("http://x.example", " ")]
    [InlineData("http://x.example", "whsec_")]
    [InlineData("http://x.example", "short")]
    [InlineData("x.example", Secret)]
    [InlineData("file:///etc/passwd", Secret)]
    public void An_address_without_a_secret_starts_nothing(string url, string? secret) =>
        Should.Throw<ValidationException>(() =>
            WebhookOptions.FromEnvironment(name =>
                name.EndsWith("URL", StringComparison.Ordinal) ? url
                : name.EndsWith("SECRET", StringComparison.Ordinal) ? secret
                : null
            )
        );

    [Fact]
    public void Without_an_address_there_is_no_way_out() =>
        WebhookOptions.FromEnvironment(_ => null).ShouldBeNull();

    private static WebhookOptions Options(WebhookReceiver receiver, string secrets) =>
        WebhookOptions.FromEnvironment(name =>
            name.EndsWith("URL", StringComparison.Ordinal) ? receiver.Address
            : name.EndsWith("SECRET", StringComparison.Ordinal) ? secrets
            : "true"
        )!;
}
