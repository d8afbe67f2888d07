using System.Text;
using Motif.Catalog;
using Motif.Discovery.Items;
using Motif.Text;

namespace Motif.Discovery.Experiments;

/// <summary>What an import of exposures or outcomes did; the counts add up to <paramref name="Read"/>.</summary>
/// <param name="Known">Those that were there: an exposure in the same arm, or a correction of an outcome.</param>
/// <param name="Refused">How many lines were refused.</param>
/// <param name="Reasons">The first refused lines, at most <see cref="ItemImport.MostReasons"/>.</param>
public sealed record UnitImportReport(
    long Read,
    long Added,
    long Known,
    long Refused,
    IReadOnlyList<RefusedItem> Reasons
);

/// <summary>
/// Imports exposures and outcomes from JSON lines or CSV while an experiment runs. A line that is wrong is refused with its number
/// and its reason and the others are taken; what is imported again counts once.
/// </summary>
public sealed class UnitImport(IExperimentStore store)
{
    private const int MaxLineBytes = 1 << 16;
    private const int BatchSize = 1000;

    public Task<CatalogueAnswer<UnitImportReport>> ExposuresAsync(
        Guid experimentId,
        Stream source,
        bool isCsv,
        CancellationToken cancellationToken
    ) =>
        ImportAsync<ExposureLine, Exposure>(
            experimentId,
            Lines<ExposureLine>(
                source,
                isCsv,
                ["unit", "arm", "at"],
                "an exposure",
                cancellationToken
            ),
            (line, setup) => line.Read(setup),
            batch => store.AddExposuresAsync(experimentId, batch, cancellationToken),
            cancellationToken
        );

    public Task<CatalogueAnswer<UnitImportReport>> OutcomesAsync(
        Guid experimentId,
        Stream source,
        bool isCsv,
        CancellationToken cancellationToken
    ) =>
        ImportAsync<OutcomeLine, Outcome>(
            experimentId,
            Lines<OutcomeLine>(
                source,
                isCsv,
                ["unit", "outcome", "at"],
                "an outcome",
                cancellationToken
            ),
            (line, setup) => line.Read(setup),
            batch => store.AddOutcomesAsync(experimentId, batch, cancellationToken),
            cancellationToken
        );

    private async Task<CatalogueAnswer<UnitImportReport>> ImportAsync<TLine, TValue>(
        Guid experimentId,
        IAsyncEnumerable<JsonLine<TLine>> lines,
        Func<TLine, ExperimentSetup, (TValue? Value, string? Mistake)> read,
        Func<IReadOnlyList<TValue>, Task<int?>> write,
        CancellationToken cancellationToken
    )
        where TLine : class
        where TValue : class
    {
        if (await store.FindAsync(experimentId, cancellationToken) is not { } experiment)
            return ExperimentDesk.None(experimentId);
        if (experiment.State is not ExperimentState.Running)
            return ExperimentDesk.WrongState(experiment, ExperimentState.Running);
        var (count, refused, added, known) = (0L, 0L, 0L, 0L);
        var reasons = new List<RefusedItem>();
        var batch = new List<TValue>();
        async Task<bool> WriteAsync()
        {
            if (batch.Count == 0)
                return true;
            if (await write(batch) is not { } fresh)
                return false;
            (added, known) = (added + fresh, known + batch.Count - fresh);
            batch.Clear();
            return true;
        }

        await foreach (var line in lines)
        {
            count++;
            var (value, mistake) = line.Value is null
                ? (null, line.Mistake)
                : read(line.Value, experiment.Setup);
            if (value is not null)
                batch.Add(value);
            else if (++refused <= ItemImport.MostReasons)
                reasons.Add(new RefusedItem(line.Number, mistake!));
            if (batch.Count == BatchSize && !await WriteAsync())
                return Stopped(experimentId, added + known);
        }
        return await WriteAsync()
            ? new UnitImportReport(count, added, known, refused, reasons)
            : Stopped(experimentId, added + known);
    }

    private static CatalogueProblem Stopped(Guid experimentId, long taken) =>
        new(
            CatalogueRefusal.NotAllowed,
            $"experiment {experimentId} was stopped meanwhile; {taken} lines were taken before"
        );

    private static IAsyncEnumerable<JsonLine<T>> Lines<T>(
        Stream source,
        bool isCsv,
        string[] needed,
        string noun,
        CancellationToken cancellationToken
    )
        where T : class =>
        isCsv
            ? RowsAsync<T>(source, needed, noun, cancellationToken)
            : new JsonLines<T>(MaxLineBytes, noun).ReadAsync(source, cancellationToken);

    /// <exception cref="FormatException">The header lacks a column.</exception>
    private static async IAsyncEnumerable<JsonLine<T>> RowsAsync<T>(
        Stream source,
        string[] needed,
        string noun,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        UnitColumns? columns = null;
        await foreach (var row in CsvRows.ReadAsync(source, cancellationToken))
        {
            if (columns is null)
            {
                columns = UnitColumns.Of(row, needed);
                continue;
            }
            var (json, mistake) = columns.Line(row);
            if (json is null)
            {
                yield return new JsonLine<T>(row.Line, null, mistake);
                continue;
            }
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(json));
            await foreach (
                var line in new JsonLines<T>(int.MaxValue, noun).ReadAsync(bytes, cancellationToken)
            )
                yield return line with
                {
                    Number = row.Line,
                };
        }
        if (columns is null)
            throw new FormatException("it has no header");
    }
}
