using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Content.Fatigue;

namespace Motif.Backends.Redis;

/// <summary>Redis before the database.</summary>
public static class RedisServices
{
    /// <summary>
    /// Reads of personas' ledgers are cached where the environment names a Redis, for as long as <c>PATTERN_CACHE_TTL</c> says; to
    /// be called once a database was chosen.
    /// </summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A variable cannot be read.</exception>
    public static MotifBuilder UseRedis(this MotifBuilder builder, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return RedisOptions.FromEnvironment(variable) is { } options
            ? builder.UseRedis(options)
            : builder;
    }

    /// <exception cref="InvalidOperationException">No database was chosen before.</exception>
    public static MotifBuilder UseRedis(this MotifBuilder builder, RedisOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        var stored = builder.Services.LastOrDefault(s => s.ServiceType == typeof(IContentStore))
            is { ImplementationType: { } type }
            ? type
            : throw new InvalidOperationException("choose the database before Redis");
        builder
            .Services.RemoveAll<IContentStore>()
            .AddSingleton(services => new RedisCache(
                options,
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<IContentStore>(services => new CachedContentStore(
                (IContentStore)ActivatorUtilities.CreateInstance(services, stored),
                services.GetRequiredService<RedisCache>(),
                services.GetRequiredService<ContentMetrics>()
            ));
        return builder;
    }
}
