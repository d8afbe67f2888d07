using System.Buffers;

namespace Motif.Catalog;

/// <summary>
/// Teams that share a catalogue may learn apart. A match in a namespace ranks by the outcomes, the learned intents and the
/// calibration of that namespace alone, and its outcomes are learned there; a match without one goes by what all of them reported.
/// The patterns and their quality are common to all.
/// </summary>
public static class LearningNamespace
{
    public const int LongestName = 64;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-_."
    );

    /// <summary>What is wrong with a name; null when nothing is, and for none.</summary>
    public static string? Problem(string? name) =>
        name is null
        || (name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyExcept(Allowed))
            ? null
            : $"has 1 to {LongestName} characters of a to z, 0 to 9, '-', '_' and '.', such as payments-team";
}
