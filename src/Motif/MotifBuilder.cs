using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Catalog;

namespace Motif;

/// <summary>
/// The ordered list of all parts of Motif, registered as singletons. A backend adds itself with its own <c>Use…</c>
/// method, such as <c>services.AddMotif().UseSqlite("motif.db")</c>.
/// </summary>
public sealed class MotifBuilder
{
    internal MotifBuilder(IServiceCollection services)
    {
        Services = services;
        services.TryAddSingleton(TimeProvider.System);
        AddCatalogue();
    }

    public IServiceCollection Services { get; }

    private void AddCatalogue() => Services.AddSingleton<Catalogue>();
}

/// <summary>The door of the library.</summary>
public static class MotifServices
{
    /// <summary>Adds every part of the engine; a store has still to be chosen.</summary>
    public static MotifBuilder AddMotif(this IServiceCollection services) => new(services);
}
