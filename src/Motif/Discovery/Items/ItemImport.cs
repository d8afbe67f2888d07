using System.Text;
using Motif.Catalog;
using Motif.Storage;
using Motif.Text;

namespace Motif.Discovery.Items;

/// <summary>A line of an import that was not taken.</summary>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RefusedItem(long Line, string Reason);

/// <summary>What an import of items did; the counts add up to <paramref name="Read"/>.</summary>
/// <param name="Refused">How many lines were refused.</param>
/// <param name="Reasons">The first refused lines, at most <see cref="ItemImport.MostReasons"/>.</param>
public sealed record ItemImportReport(
    long Read,
    long Added,
    long Changed,
    long Unchanged,
    long Refused,
    IReadOnlyList<RefusedItem> Reasons
);

/// <summary>
/// Imports items from JSON lines or CSV. A line that is wrong is refused with its number and its reason and the others are
/// taken; an item that is known is replaced. Vectors come with all items or with none: those of one space alone compare.
/// </summary>
public sealed class ItemImport(IItemStore store)
{
    public const int MaxLineBytes = 1 << 20;
    public const int MostReasons = 1000;

    /// <summary>Items written in one transaction.</summary>
    private const int BatchSize = 1000;

    /// <param name="read">Told how many lines were read, now and then.</param>
    public async Task<ItemImportReport> ImportAsync(
        Stream source,
        CancellationToken cancellationToken,
        IProgress<long>? read = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var run = await BeginAsync(read, cancellationToken);
        var lines = new JsonLines<ItemLine>(MaxLineBytes, "an item");
        await foreach (var line in lines.ReadAsync(source, cancellationToken))
            await run.TakeAsync(line.Number, line.Value, line.Mistake, cancellationToken);
        return await run.EndAsync(cancellationToken);
    }

    /// <summary>CSV whose header names the fields of <see cref="ItemLine"/>; other columns are attributes.</summary>
    /// <exception cref="FormatException">It has no header, or the header no column id.</exception>
    public async Task<ItemImportReport> ImportCsvAsync(
        Stream source,
        CancellationToken cancellationToken,
        IProgress<long>? read = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        // All rows at once: what kind a column is shows in all of its values.
        var rows = new List<CsvRow>();
        await foreach (var row in CsvRows.ReadAsync(source, cancellationToken))
            rows.Add(row);
        var csv = CsvItems.Of(rows);
        var run = await BeginAsync(read, cancellationToken);
        foreach (var row in rows.Skip(1))
        {
            var (json, mistake) = csv.Line(row);
            var (line, wrong) = json is null ? (null, mistake) : await ParseAsync(json);
            await run.TakeAsync(row.Line, line, wrong, cancellationToken);
        }
        return await run.EndAsync(cancellationToken);
    }

    private static async Task<(ItemLine? Line, string? Mistake)> ParseAsync(string json)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var lines = new JsonLines<ItemLine>(int.MaxValue, "an item");
        await foreach (var line in lines.ReadAsync(bytes, CancellationToken.None))
            return (line.Value, line.Mistake);
        return (null, "is empty");
    }

    private async Task<Run> BeginAsync(IProgress<long>? read, CancellationToken cancellationToken)
    {
        var counts = await store.CountAsync(cancellationToken);
        return new Run(store, counts, read);
    }

    /// <summary>One import under way.</summary>
    private sealed class Run(IItemStore store, ItemCounts before, IProgress<long>? progress)
    {
        private readonly List<RefusedItem> _reasons = [];
        private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
        private readonly List<(long Line, Item Item)> _batch = [];

        /// <summary>The dimension of given vectors, 0 where items come without; null until the first item says.</summary>
        private int? _dimensions = before.Items == 0 ? null : before.GivenDimensions ?? 0;
        private long _read;
        private long _refused;
        private long _added;
        private long _changed;
        private long _unchanged;

        public async Task TakeAsync(
            long number,
            ItemLine? line,
            string? mistake,
            CancellationToken cancellationToken
        )
        {
            _read++;
            if (line is null)
            {
                Refuse(number, mistake!);
                return;
            }
            var (item, wrong) = line.Read();
            wrong ??= SpaceMistake(line) ?? Repetition(number, line);
            if (wrong is not null)
            {
                Refuse(number, wrong);
                return;
            }
            _dimensions ??= line.Embedding?.Length ?? 0;
            _batch.Add((number, item!));
            if (_batch.Count == BatchSize)
                await WriteAsync(cancellationToken);
        }

        public async Task<ItemImportReport> EndAsync(CancellationToken cancellationToken)
        {
            await WriteAsync(cancellationToken);
            return new(_read, _added, _changed, _unchanged, _refused, _reasons);
        }

        private string? SpaceMistake(ItemLine line)
        {
            var given = line.Embedding?.Length ?? 0;
            if (_dimensions is not { } wanted || wanted == given)
                return null;
            return (wanted, given) switch
            {
                (0, _) =>
                    "embedding: the other items come without, and theirs is computed; leave it out, or clear the items first",
                (_, 0) =>
                    $"embedding: is missing; the other items come with one of {wanted} numbers",
                _ => $"embedding: has {given} numbers, the other items have {wanted}",
            };
        }

        private string? Repetition(long number, ItemLine line) =>
            _seen.TryAdd(line.Id, number)
                ? null
                : $"id: '{line.Id}' stands in line {_seen[line.Id]} already";

        private void Refuse(long number, string reason)
        {
            _refused++;
            if (_reasons.Count < MostReasons)
                _reasons.Add(new RefusedItem(number, reason));
        }

        private async Task WriteAsync(CancellationToken cancellationToken)
        {
            if (_batch.Count == 0)
                return;
            try
            {
                Count(await store.SaveAsync([.. _batch.Select(b => b.Item)], cancellationToken));
            }
            catch (UnstorableException)
            {
                foreach (var (line, item) in _batch)
                    await WriteOneAsync(line, item, cancellationToken);
            }
            _batch.Clear();
            progress?.Report(_read);
        }

        /// <summary>One by one the culprit shows.</summary>
        private async Task WriteOneAsync(long line, Item item, CancellationToken cancellationToken)
        {
            try
            {
                Count(await store.SaveAsync([item], cancellationToken));
            }
            catch (UnstorableException exception)
            {
                Refuse(line, $"{exception.Member}: {exception.Mistake}");
            }
        }

        private void Count(IReadOnlyList<ItemSaved> saved)
        {
            foreach (var one in saved)
            {
                _added += one is ItemSaved.Added ? 1 : 0;
                _changed += one is ItemSaved.Changed ? 1 : 0;
                _unchanged += one is ItemSaved.Unchanged ? 1 : 0;
            }
        }
    }
}
