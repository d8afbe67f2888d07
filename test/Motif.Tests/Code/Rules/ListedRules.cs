using Microsoft.Extensions.DependencyInjection;
using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

/// <summary>The rules of the builder's list, in its order.</summary>
internal static class ListedRules
{
    public static ICodeRule[] All { get; } =
    [
        .. new ServiceCollection()
            .AddMotif()
            .Services.Where(s => s.ServiceType == typeof(ICodeRule))
            .Select(s => (ICodeRule)Activator.CreateInstance(s.ImplementationType!)!),
    ];
}
