using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;

namespace Motif.Matching;

/// <summary>Writes what matches show into the ledger, by way of the queue. Thread-safe.</summary>
/// <param name="exposures">Null where nothing is recorded.</param>
internal sealed class MatchExposures(ExposureQueue? exposures, TimeProvider time)
{
    private const int LongestContext = Ledger.MaxContextLength;
    private const string DefaultActor = "match";

    /// <summary>
    /// What was delivered was seen, with the confidence that an outcome will judge; a full queue counts what it refuses.
    /// </summary>
    public void Add(
        MatchResponse response,
        MatchRequest request,
        List<(RankedMatch Match, Pattern Pattern)> shown,
        CalibratorKey calibrator
    )
    {
        if (exposures is null)
            return;
        var actor = Plain(
            request.Actor is { Length: > 0 } given ? given : DefaultActor,
            Ledger.MaxActorLength
        );
        var seen = new Use(
            default,
            default,
            actor,
            UseAction.Exposed,
            time.GetUtcNow(),
            Plain(request.Intent, LongestContext).Trim(),
            response.MatchId.ToString(),
            Namespace: request.Namespace
        );
        foreach (var (match, pattern) in shown)
            exposures.TryAdd(
                seen with
                {
                    UseId = Id(pattern.PatternId, response.MatchId),
                    PatternId = pattern.PatternId,
                    Metrics = PatternBody.From(
                        new ShownResult(match.Confidence, match.Inputs, calibrator)
                    ),
                }
            );
    }

    /// <summary>
    /// Follows from pattern and match, and begins with the time of the match: the ledger is stored in the order of its ids, and
    /// what is seen together is then written side by side instead of a page each.
    /// </summary>
    public static Guid Id(Guid patternId, Guid matchId)
    {
        const int TimeBytes = 6;
        Span<byte> id = stackalloc byte[16];
        Span<byte> time = stackalloc byte[16];
        PatternId.Of($"use\n{patternId}\n{matchId}").TryWriteBytes(id, bigEndian: true, out _);
        matchId.TryWriteBytes(time, bigEndian: true, out _);
        time[..TimeBytes].CopyTo(id);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>Text that every ledger takes: no control characters, no half surrogates, not too long.</summary>
    private static string Plain(string text, int length)
    {
        var result = new System.Text.StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length + rune.Utf16SequenceLength > length)
                break;
            result.Append(System.Text.Rune.IsControl(rune) ? new System.Text.Rune(' ') : rune);
        }
        return result.ToString();
    }
}
