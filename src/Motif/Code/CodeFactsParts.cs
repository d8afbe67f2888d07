namespace Motif.Code;

/// <summary>All that <see cref="CodeFacts"/> hold but for their path, language and module, as it was kept.</summary>
internal sealed record CodeFactsParts
{
    /// <summary>Number of nodes.</summary>
    public required int Count { get; init; }

    public required int Lines { get; init; }

    public required int StringCount { get; init; }

    public required int SourceLength { get; init; }

    public required CodeUnit[] Units { get; init; }

    public required ImportFact[] Imports { get; init; }

    public required SourceError[] Errors { get; init; }

    public required FactsOutline Outline { get; init; }

    /// <summary>Gives the nodes, of the numbers above; asked for once at most.</summary>
    public required Func<CodeFactsNodes> Nodes { get; init; }
}

/// <summary>The columns of <see cref="CodeFacts"/>: most of what a file says, and of use to those alone who look into it.</summary>
internal sealed record CodeFactsNodes
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
}
