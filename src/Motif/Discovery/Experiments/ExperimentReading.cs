using System.Runtime.CompilerServices;

namespace Motif.Discovery.Experiments;

/// <summary>Reads an experiment's units one after the other, in bounded memory, and judges them.</summary>
internal sealed class ExperimentReading(IExperimentStore store, Experiment experiment)
{
    private const int PageSize = 5000;

    public async Task<ExperimentResult> ResultAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (experiment.Setup.Design is ExperimentDesign.Assigned)
        {
            var tally = new ExperimentTally(experiment.Setup);
            await foreach (var unit in UnitsAsync(cancellationToken))
                tally.Add(unit);
            return AssignedAnalysis.Of(experiment.Setup, tally, now);
        }
        var analysis = new SwitchbackAnalysis(
            experiment.Setup,
            experiment.Salt,
            experiment.StartsOn!.Value
        );
        await foreach (var unit in UnitsAsync(cancellationToken))
            analysis.Add(unit);
        return analysis.Result(now);
    }

    /// <summary>Exposures and outcomes in the order of units, brought together.</summary>
    private async IAsyncEnumerable<ExperimentUnit> UnitsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var exposures = ExposuresAsync(cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var outcomes = OutcomesAsync(cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var (hasExposure, hasOutcome) = (
            await exposures.MoveNextAsync(),
            await outcomes.MoveNextAsync()
        );
        while (hasExposure || hasOutcome)
        {
            var unit =
                !hasOutcome ? exposures.Current.Unit
                : !hasExposure ? outcomes.Current.Unit
                : ByCodePoint(exposures.Current.Unit, outcomes.Current.Unit) <= 0
                    ? exposures.Current.Unit
                : outcomes.Current.Unit;
            var (seen, done) = (new List<Exposure>(), new List<Outcome>());
            for (
                ;
                hasExposure && exposures.Current.Unit == unit;
                hasExposure = await exposures.MoveNextAsync()
            )
                seen.Add(exposures.Current);
            for (
                ;
                hasOutcome && outcomes.Current.Unit == unit;
                hasOutcome = await outcomes.MoveNextAsync()
            )
                done.Add(outcomes.Current);
            yield return new ExperimentUnit(unit, seen, done);
        }
    }

    private async IAsyncEnumerable<Exposure> ExposuresAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Exposure? last = null;
        while (true)
        {
            var page = await store.ListExposuresAsync(
                experiment.ExperimentId,
                last,
                PageSize,
                cancellationToken
            );
            foreach (var exposure in page)
                yield return exposure;
            if (page.Count < PageSize)
                yield break;
            last = page[^1];
        }
    }

    private async IAsyncEnumerable<Outcome> OutcomesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Outcome? last = null;
        while (true)
        {
            var page = await store.ListOutcomesAsync(
                experiment.ExperimentId,
                last,
                PageSize,
                cancellationToken
            );
            foreach (var outcome in page)
                yield return outcome;
            if (page.Count < PageSize)
                yield break;
            last = page[^1];
        }
    }

    /// <summary>The order of the stores. UTF-16 puts the characters beyond U+FFFF, written as surrogates, before the last of the others.</summary>
    private static int ByCodePoint(string one, string other)
    {
        static int Rank(char c) =>
            c < 0xD800 ? c
            : c >= 0xE000 ? c - 0x800
            : c + 0x2000;
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            if (one[i] != other[i])
                return Rank(one[i]) - Rank(other[i]);
        }
        return one.Length - other.Length;
    }
}
