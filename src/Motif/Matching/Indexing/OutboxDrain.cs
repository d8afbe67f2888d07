using Motif.Catalog;
using Motif.Matching.Documents;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>
/// Works the outbox of a space off: embeds what changed, writes the vectors, then the remote index, and only then takes the
/// entries out. A worker that dies anywhere in between leaves entries that are done once more, to the same end.
/// </summary>
internal sealed class OutboxDrain(
    IVectorStore store,
    IPatternStore patterns,
    SpaceEmbeddings embeddings,
    VectorOptions options,
    TimeProvider time
)
{
    /// <summary>A worker that lives says so so often in the time of a lease.</summary>
    private const int RenewalsPerLease = 5;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(2);

    /// <summary>One batch; returns how many entries it took.</summary>
    /// <exception cref="BackendException">
    /// The database, the model or the index is out of order; the entries are back in the outbox, unharmed.
    /// </exception>
    public async Task<int> DrainAsync(
        EmbeddingSpace space,
        IRemoteVectorIndex? remote,
        CancellationToken cancellationToken
    )
    {
        var lease = TimeSpan.FromSeconds(options.LeaseSeconds);
        var now = Moment.Now(time);
        var entries = await store.LeaseAsync(
            space,
            options.BatchSize,
            now,
            now + lease,
            cancellationToken
        );
        if (entries.Count == 0)
            return 0;
        await Heartbeat.DuringAsync(
            lease / RenewalsPerLease,
            time,
            async () =>
            {
                var until = Moment.Now(time) + lease;
                await store.RenewAsync(space, entries, until, CancellationToken.None);
                return true;
            },
            () => WorkAsync(space, remote, entries, cancellationToken)
        );
        return entries.Count;
    }

    private async Task WorkAsync(
        EmbeddingSpace space,
        IRemoteVectorIndex? remote,
        IReadOnlyList<OutboxEntry> entries,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await BringUpToDateAsync(space, remote, entries, cancellationToken);
            await store.CompleteAsync(space, entries, cancellationToken);
        }
        catch (BackendException exception) when (!exception.IsTransient && entries.Count > 1)
        {
            // One text that the model refuses must not hold up the others.
            foreach (var entry in entries)
                await WorkAsync(space, remote, [entry], cancellationToken);
        }
        catch (BackendException exception) when (!exception.IsTransient)
        {
            var wait = FirstRetry * Math.Pow(2, entries[0].Attempts);
            await store.ReturnAsync(
                space,
                entries,
                exception.Message,
                Moment.Now(time) + wait,
                cancellationToken
            );
        }
        catch (BackendException)
        {
            await store.ReturnAsync(space, entries, null, Moment.Now(time), cancellationToken);
            throw;
        }
    }

    private async Task BringUpToDateAsync(
        EmbeddingSpace space,
        IRemoteVectorIndex? remote,
        IReadOnlyList<OutboxEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.Select(entry => entry.PatternId).ToList();
        var stored = (await patterns.FindManyAsync(ids, cancellationToken)).ToDictionary(p =>
            p.PatternId
        );
        var known = (await store.FindAsync(space, ids, cancellationToken)).ToDictionary(v =>
            v.PatternId
        );
        var vectors = await VectorsAsync(space, ids, stored, known, cancellationToken);
        var changed = vectors.Where(v => !IsSame(v, known.GetValueOrDefault(v.PatternId))).ToList();
        if (changed.Count > 0)
            await store.SaveAsync(space, changed, cancellationToken);
        if (remote is null)
            return;
        VectorRecord[] present =
        [
            .. vectors
                .Where(v => v.Vector is not null)
                .Select(v => new VectorRecord(
                    v.PatternId,
                    v.Vector,
                    Payload(stored[v.PatternId], v)
                )),
        ];
        VectorKey[] gone =
        [
            .. vectors.Where(v => v.Vector is null).Select(v => (VectorKey)v.PatternId),
        ];
        if (present.Length > 0)
            await remote.UpsertAsync(present, cancellationToken);
        if (gone.Length > 0)
            await remote.DeleteAsync(gone, cancellationToken);
    }

    /// <summary>A vector for each id, made anew only where the text changed; none for a pattern that is gone.</summary>
    private async Task<List<PatternVector>> VectorsAsync(
        EmbeddingSpace space,
        List<Guid> ids,
        Dictionary<Guid, Pattern> stored,
        Dictionary<Guid, PatternVector> known,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        var vectors = new List<PatternVector>();
        var texts = new List<string>();
        foreach (var id in ids)
        {
            if (!stored.TryGetValue(id, out var pattern))
            {
                vectors.Add(new PatternVector(id, 0, "", null, now));
                continue;
            }
            var text = SpaceEmbeddings.Text(PatternText.Document(pattern, [], now));
            var hash = SpaceEmbeddings.Hash(text);
            var before = known.GetValueOrDefault(id);
            var vector = before?.ContentHash == hash ? before.Vector : null;
            vectors.Add(new PatternVector(id, pattern.Version, hash, vector, now));
            if (vector is null)
                texts.Add(text);
        }
        if (texts.Count == 0)
            return vectors;
        var made = await embeddings.EmbedAsync(texts, space, cancellationToken);
        var next = 0;
        return vectors.ConvertAll(v =>
            v.Vector is null && stored.ContainsKey(v.PatternId)
                ? v with
                {
                    Vector = made[next++],
                }
                : v
        );
    }

    private static bool IsSame(PatternVector vector, PatternVector? before) =>
        before is not null
        && before.Version == vector.Version
        && before.ContentHash == vector.ContentHash
        && before.Vector is null == vector.Vector is null;

    private static VectorPayload Payload(Pattern pattern, PatternVector vector) =>
        new()
        {
            Kind = WireName.Of(pattern.Kind),
            PatternType = pattern.PatternType,
            Status = WireName.Of(pattern.Status),
            // Filters do not distinguish capitals; indexes compare byte by byte.
            Tags = [.. pattern.Tags.Select(tag => tag.ToLowerInvariant())],
            Version = vector.Version,
            ContentHash = vector.ContentHash,
            QualityScore = pattern.Quality.Score,
            SuccessRate = pattern.Success.Rate,
            MatchCount = pattern.Usage.Uses,
            CreatedAt = pattern.CreatedAt,
            LastMatchedAt = pattern.Usage.LastUsedAt,
        };
}
