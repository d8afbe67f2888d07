using System.Reflection;

namespace Motif.Server;

/// <summary>The version of Motif that answers.</summary>
internal static class ServerVersion
{
    public static string Text { get; } =
        typeof(ServerVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "0";
}
