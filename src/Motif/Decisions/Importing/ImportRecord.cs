using Motif.Decisions.Records;

namespace Motif.Decisions.Importing;

/// <summary>A line that was refused, and why.</summary>
public sealed record RefusedLine(long Line, string Reason);

/// <summary>Where a candidate of an import stands.</summary>
public enum CandidateState
{
    Staged,
    Approved,
    Rejected,
}

/// <summary>A pattern that an import proposes: nothing answers by it until a person approved it, and then as a draft in shadow.</summary>
/// <param name="Support">Replies that are it.</param>
/// <param name="Conversations">From how many conversations.</param>
/// <param name="Examples">Messages that it answered, the shortest different ones.</param>
/// <param name="PatternId">What it became; null until it was approved.</param>
public sealed record ImportCandidate(
    Guid CandidateId,
    string Template,
    int Support,
    int Conversations,
    IReadOnlyList<string> Examples,
    CandidateState State = CandidateState.Staged,
    Guid? PatternId = null
)
{
    /// <summary>How it did when the import was lived again; null where nothing was.</summary>
    public CandidateReplay? Replay { get; init; }
}

/// <summary>
/// How often a candidate would have been put before a person while the import was lived again in the order of time, each message
/// by what was learned before it. It is lived four times, each time with another quarter of the candidates withheld, whose
/// messages then lie outside everything that is known; counts are means over the four.
/// </summary>
/// <param name="Right">Where the person wrote just that.</param>
/// <param name="Wrong">Where he wrote something else.</param>
public sealed record CandidateReplay(double Right, double Wrong);

/// <summary>How far an import has come.</summary>
/// <param name="Read">Lines that were read.</param>
/// <param name="Conversations">From which pairs were sought so far.</param>
/// <param name="KnownPairs">Pairs that an earlier import, or an earlier run of this one, had brought.</param>
/// <param name="Refused">The first of them; <paramref name="RefusedCount"/> says how many there are.</param>
public sealed record ImportRecord(
    string ImportId,
    DateTimeOffset StartedAt,
    string Actor,
    long Read,
    long Conversations,
    long Pairs,
    long KnownPairs,
    long RefusedCount,
    IReadOnlyList<RefusedLine> Refused,
    bool IsComplete,
    IReadOnlyList<ImportCandidate> Candidates
);
