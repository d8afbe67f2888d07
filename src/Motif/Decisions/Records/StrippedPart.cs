namespace Motif.Decisions.Records;

/// <summary>What was taken out of a message before it was decided.</summary>
public enum StrippedKind
{
    /// <summary>An earlier mail, with the line that says whose it was.</summary>
    Quote,
    Signature,
}

/// <summary>A part of a message that is not its own new words.</summary>
public sealed record StrippedPart(StrippedKind Kind, string Text);
