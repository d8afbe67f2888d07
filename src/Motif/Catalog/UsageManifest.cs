namespace Motif.Catalog;

/// <summary>
/// What an agent says it was shown and what it applied, in one piece of its work: a line of an import. A pattern is named by
/// its id, or by kind and key as in <c>success:retry-with-backoff</c>.
/// </summary>
/// <param name="ManifestId">The agent's own name for it, unique: the same manifest again counts nothing twice.</param>
/// <param name="Actor">The agent.</param>
/// <param name="At">When it happened.</param>
/// <param name="Context">Where or for what, in the agent's own words.</param>
/// <param name="Exposed">Patterns that were put before the agent; none of them is a use.</param>
/// <param name="Applied">Patterns that it really used.</param>
/// <param name="Outcomes">How uses ended, by a name that stands in <paramref name="Applied"/>; those left out are not known yet, and may come with the same manifest later.</param>
[WireRequest]
public sealed record UsageManifest(
    string ManifestId,
    string Actor,
    DateTimeOffset At,
    string? Context = null,
    IReadOnlyList<string>? Exposed = null,
    IReadOnlyList<string>? Applied = null,
    IReadOnlyDictionary<string, UseOutcome>? Outcomes = null
)
{
    public const int MaxIdLength = 150;

    /// <summary>Patterns that one manifest may name.</summary>
    public const int MaxPatterns = 2000;
}

/// <summary>What an import of manifests came to.</summary>
/// <param name="Read">Lines that were not blank.</param>
/// <param name="Exposures">Exposures that are new in the ledger.</param>
/// <param name="Uses">Uses that are new in the ledger.</param>
/// <param name="Outcomes">Outcomes that are new in the ledger.</param>
/// <param name="Repeated">Exposures and uses that an earlier import had recorded.</param>
/// <param name="RejectedLines">How many lines were rejected; nothing of such a line is recorded, save what its detail says.</param>
/// <param name="Rejected">The first <see cref="ImportReport.MaxRejected"/> of them, in order.</param>
public sealed record UsageImportReport(
    long Read,
    long Exposures,
    long Uses,
    long Outcomes,
    long Repeated,
    long RejectedLines,
    IReadOnlyList<RejectedLine> Rejected
);
