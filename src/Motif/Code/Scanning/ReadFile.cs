using Motif.Code.Patterns;

namespace Motif.Code.Scanning;

/// <summary>A file as a scan read it.</summary>
/// <param name="Facts">Null where it could not be read at all.</param>
internal sealed record ReadFile(ScannedFile File, CodeFacts? Facts)
{
    public Suppressions Suppressed { get; init; } = Suppressions.None;

    /// <summary>How its units are built; null where that could not be told.</summary>
    public IReadOnlyList<UnitStructure>? Structures { get; init; }

    /// <summary>A file that was read, with what it says.</summary>
    public static ReadFile Of(
        FoundFile file,
        string hash,
        CodeFacts facts,
        IReadOnlyList<UnitStructure>? structures,
        Suppressions suppressed
    )
    {
        var error = facts.Errors.Count > 0 ? KeptText.Line(facts.Errors[0].Message) : null;
        var scanned = new ScannedFile(file.Path, hash, file.Language.Name, facts.Lines, error);
        return new ReadFile(scanned, facts) { Suppressed = suppressed, Structures = structures };
    }
}
