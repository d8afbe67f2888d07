using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;
using Motif.Text;

namespace Motif.Matching.Tuning;

/// <summary>
/// Keeps tuned vectors in the store and hands them to the index, so that after a restart, on every server of a database and on
/// the command line matches rank alike. Thread-safe.
/// </summary>
/// <param name="feedback">Null where tuned vectors only live in memory.</param>
public sealed class TuningShelf(MatchIndex index, IFeedbackStore? feedback = null) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile TunedVectors? _last;

    /// <summary>The tuning whose result is in use, without its content; null before the first.</summary>
    public TunedVectors? Last => _last;

    /// <summary>Ranks with what was tuned since, by whomever; a short query where nothing was.</summary>
    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        if (feedback is null)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var found = await feedback.TunedVectorsAsync(
                index.UntunedName,
                TextAnalyzer.Version,
                _last?.TunedAt ?? DateTimeOffset.UnixEpoch,
                cancellationToken
            );
            if (found is not null && TryRead(found.Content, out var tuned))
                await UseAsync(tuned, found, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ranks with the result of a tuning from now on, and keeps it for the others.</summary>
    /// <param name="tuned">Null where the vectors that came with the program were no worse.</param>
    /// <param name="patterns">How many patterns the catalogue had.</param>
    public async Task PutAsync(
        Lexicon? tuned,
        int patterns,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var content = tuned is null ? null : Write(tuned);
        var kept = new TunedVectors(index.UntunedName, TextAnalyzer.Version, at, patterns, content);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (feedback is not null)
                await feedback.SaveTunedVectorsAsync(kept, cancellationToken);
            await UseAsync(tuned, kept, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task UseAsync(
        Lexicon? tuned,
        TunedVectors kept,
        CancellationToken cancellationToken
    )
    {
        // Fitting takes seconds where patterns are many.
        if (tuned is not null || index.IsTuned)
            await Task.Run(() => index.Use(tuned), cancellationToken);
        _last = kept with { Content = null };
    }

    /// <summary>What a later version wrote, or what is damaged, is as good as nothing: the next tuning writes it anew.</summary>
    private static bool TryRead(byte[]? content, out Lexicon? tuned)
    {
        tuned = null;
        if (content is null)
            return true;
        try
        {
            using var file = new MemoryStream(content);
            tuned = LexiconFile.Read(file);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Write(Lexicon tuned)
    {
        using var file = new MemoryStream();
        LexiconFile.Write(tuned, file);
        return file.ToArray();
    }
}
