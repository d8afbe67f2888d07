namespace Motif.Content.Templates;

/// <summary>A part of a template: a slot, a mark, or a word with what it weighs in a comparison.</summary>
/// <param name="Text">The word or mark itself, or a slot such as <c>{n}</c>.</param>
/// <param name="IsFrame">True for what every text of the template says alike, false for a slot.</param>
/// <param name="Unmatched">
/// What it weighs when the other text has it not: a word outside the frame of its language was probably filled in.
/// </param>
public readonly record struct FrameToken(string Text, double Weight, bool IsFrame, double Unmatched)
{
    private const double SlotWeight = 0.15;
    private const double MarkWeight = 0.5;

    public const string AnySlot = "{x}";

    /// <summary>A word as the frame of its language weighs it.</summary>
    public static FrameToken Word(string text, string language)
    {
        var weight = FrameWords.Weight(text, language);
        var isFilling = FrameWords.HasTable(language) && !FrameWords.IsFrame(text, language);
        return new(text, weight, IsFrame: true, isFilling ? SlotWeight : weight);
    }

    public static FrameToken Slot(string text) => new(text, SlotWeight, IsFrame: false, SlotWeight);

    public static FrameToken Mark(string text) => new(text, MarkWeight, IsFrame: true, MarkWeight);
}
