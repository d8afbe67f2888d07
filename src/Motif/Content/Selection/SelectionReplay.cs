namespace Motif.Content.Selection;

/// <summary>A decision drawn again.</summary>
/// <param name="Same">Every pick and every number came out as they were stored.</param>
public sealed record SelectionReplay(SelectionAnswer Stored, Slate Replayed, bool Same);
