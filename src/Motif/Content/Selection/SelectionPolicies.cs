using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>The policy of each mode.</summary>
public static class SelectionPolicies
{
    public static ISelectionPolicy Of(SelectionMode mode) =>
        mode switch
        {
            SelectionMode.Guard => new SatiationPolicy(isCapped: true),
            SelectionMode.Adaptive => new SatiationPolicy(isCapped: false),
            SelectionMode.Off or SelectionMode.Shadow => new PlainPolicy(SelectionMode.Off),
            _ => new PlainPolicy(mode),
        };
}
