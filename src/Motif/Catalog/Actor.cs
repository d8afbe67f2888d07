using Motif.Storage;

namespace Motif.Catalog;

/// <summary>Who asks for a change.</summary>
/// <param name="Name">An API key's name, an agent, or the part of Motif that acts.</param>
public sealed record Actor(
    string Name,
    bool IsAdministrator = false,
    ApiRights Rights = ApiRights.None
)
{
    public bool May(ApiRights right) => IsAdministrator || (Rights & right) == right;
}
