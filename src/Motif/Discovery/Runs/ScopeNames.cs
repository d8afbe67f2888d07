using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>The names of scopes by their numbers.</summary>
internal sealed class ScopeNames(IReadOnlyList<Cluster> macros, IReadOnlyList<Cluster> mesos)
{
    private const string Everything = "everything";

    public ScopeName Of(Layer layer, int scope) =>
        layer switch
        {
            Layer.All => new ScopeName(null, Everything),
            Layer.Macro => new ScopeName(macros[scope].ClusterId, macros[scope].Name),
            _ => new ScopeName(mesos[scope].ClusterId, mesos[scope].Name),
        };

    /// <summary>The number of a cluster as a scope; null for a micro or an unknown one.</summary>
    public (Layer Layer, int Scope)? Find(Guid? clusterId)
    {
        if (clusterId is null)
            return (Layer.All, 0);
        for (var i = 0; i < macros.Count; i++)
        {
            if (macros[i].ClusterId == clusterId)
                return (Layer.Macro, i);
        }
        for (var i = 0; i < mesos.Count; i++)
        {
            if (mesos[i].ClusterId == clusterId)
                return (Layer.Meso, i);
        }
        return null;
    }
}
