using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Sending;

namespace Motif.Backends.Webhooks;

/// <summary>Replies by webhook.</summary>
public static class WebhookServices
{
    /// <summary>Sends replies to the address that the variables name; without one nothing can be sent. Takes in what another signs, where a secret for that is set.</summary>
    /// <exception cref="ValidationException">A variable is missing or cannot be used.</exception>
    public static MotifBuilder UseReplyWebhook(
        this MotifBuilder builder,
        Func<string, string?> variable
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Read now: a channel without a usable secret keeps the server from starting.
        InboundWebhook.FromEnvironment(variable, TimeProvider.System);
        builder.Services.AddSingleton(services =>
            InboundWebhook.FromEnvironment(variable, services.GetRequiredService<TimeProvider>())
        );
        if (WebhookOptions.FromEnvironment(variable) is { } options)
            builder.Services.AddSingleton<IResponder>(services => new WebhookResponder(
                options,
                services.GetRequiredService<TimeProvider>()
            ));
        return builder;
    }
}
