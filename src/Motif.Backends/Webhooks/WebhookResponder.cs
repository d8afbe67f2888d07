using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Motif.Decisions.Sending;

namespace Motif.Backends.Webhooks;

/// <summary>
/// Posts replies to an address, signed as Standard Webhooks are. The id is that of the delivery, the same at every attempt; the
/// timestamp is the attempt's. Redirects are not followed, and addresses inside a private network only where that is allowed.
/// </summary>
internal sealed class WebhookResponder : IResponder, IDisposable
{
    private const string Type = "decision.reply";

    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <summary>The receiver said that it is gone for good; nothing is posted to it until the server starts again.</summary>
    private volatile bool _isGone;

    public WebhookResponder(WebhookOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                ConnectCallback = ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<SendAnswer> SendAsync(
        OutgoingReply reply,
        CancellationToken cancellationToken
    )
    {
        if (_isGone)
            return new SendAnswer(SendResult.Refused, "the receiver is gone (HTTP 410)");
        using var request = Request(reply);
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            using var response = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return Answer(response);
        }
        catch (HttpRequestException exception)
            when (exception.InnerException is UnauthorizedAccessException forbidden)
        {
            return new SendAnswer(SendResult.Refused, forbidden.Message);
        }
        catch (HttpRequestException exception)
            when (exception.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
            )
        {
            // Nothing left before there was a connection.
            return new SendAnswer(SendResult.NotNow, "no connection");
        }
        catch (HttpRequestException)
        {
            return new SendAnswer(SendResult.Unknown, "the connection broke");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendAnswer(SendResult.Unknown, "no answer in time");
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(OutgoingReply reply)
    {
        var now = _time.GetUtcNow();
        var (id, timestamp) = (reply.DeliveryId.ToString("D"), now.ToUnixTimeSeconds());
        var body = JsonSerializer.Serialize(new WebhookBody(Type, now, reply), MotifJson.Options);
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            "webhook-signature",
            WebhookSignature.Of(id, timestamp, body, _options.Secrets)
        );
        return request;
    }

    private SendAnswer Answer(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var reason = FormattableString.Invariant($"HTTP {status}");
        _isGone |= status == 410;
        return status switch
        {
            >= 200 and < 300 => new SendAnswer(SendResult.Sent),
            408 or 425 or 429 or 502 or 503 => new SendAnswer(
                SendResult.NotNow,
                reason,
                Wait(response)
            ),
            >= 500 => new SendAnswer(SendResult.Unknown, reason, Wait(response)),
            _ => new SendAnswer(SendResult.Refused, reason),
        };
    }

    private TimeSpan? Wait(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
            _ => null,
        };

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(
            context.DnsEndPoint.Host,
            cancellationToken
        );
        if (!_options.AllowsPrivate && addresses.Any(PrivateAddress.Is))
            throw new UnauthorizedAccessException(
                $"{context.DnsEndPoint.Host} lies inside a private network"
            );
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed record WebhookBody(string Type, DateTimeOffset Timestamp, OutgoingReply Data);
}

/// <summary>Addresses that nobody outside can mean.</summary>
internal static class PrivateAddress
{
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (
            IPAddress.IsLoopback(address)
            || address.IsIPv6LinkLocal
            || address.IsIPv6SiteLocal
            || address.IsIPv6UniqueLocal
            || address.IsIPv6Multicast
        )
            return true;
        if (address.AddressFamily is not AddressFamily.InterNetwork)
            return address.Equals(IPAddress.IPv6Any);
        var bytes = address.GetAddressBytes();
        return bytes[0] is 0 or 10 or >= 224
            || (bytes[0] == 100 && bytes[1] is >= 64 and < 128)
            || (bytes[0] == 169 && bytes[1] == 254)
            || (bytes[0] == 172 && bytes[1] is >= 16 and < 32)
            || (bytes[0] == 192 && bytes[1] == 168);
    }
}
