namespace Motif.Code;

/// <summary>All that <see cref="CodeFacts"/> hold but for their path, language and module, as it was kept.</summary>
internal sealed record CodeFactsParts
{
    public required FactKind[] Kinds { get; init; }

    public required FactRole[] Roles { get; init; }

    public required FactFlags[] Flags { get; init; }

    public required int[] Sizes { get; init; }

    public required int[] Parents { get; init; }

    public required int[] Names { get; init; }

    public required int[] Resolved { get; init; }

    public required int[] Starts { get; init; }

    public required int[] Ends { get; init; }

    public required string[] Strings { get; init; }

    public required int[] LineStarts { get; init; }

    public required LineKind[] LineKinds { get; init; }

    public required int SourceLength { get; init; }

    public required CodeUnit[] Units { get; init; }

    public required ImportFact[] Imports { get; init; }

    public required SourceError[] Errors { get; init; }
}
