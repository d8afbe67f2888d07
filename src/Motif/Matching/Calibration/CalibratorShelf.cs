using System.Collections.Concurrent;

namespace Motif.Matching.Calibration;

/// <summary>
/// The calibrators in use, read again from the store now and then, so that all servers of a database answer by what any of
/// them fitted. Thread-safe.
/// </summary>
/// <param name="feedback">Where calibrators are stored; null where they only live in memory.</param>
public sealed class CalibratorShelf(TimeProvider time, IFeedbackStore? feedback = null)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CalibratorKey, FittedCalibrator> _shelf = new();
    private long _lastRead;
    private bool _isRead;

    public void Put(ConfidenceCalibrator calibrator) =>
        Put(new FittedCalibrator(calibrator, time.GetUtcNow()));

    public void Put(FittedCalibrator fitted)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        _shelf[fitted.Calibrator.Key] = fitted;
    }

    /// <summary>The calibrator of that key, the prior map where none was fitted.</summary>
    public ConfidenceCalibrator For(CalibratorKey key) =>
        Fitted(key)?.Calibrator ?? ConfidenceCalibrator.Prior(key);

    /// <summary>Null where none was fitted.</summary>
    public FittedCalibrator? Fitted(CalibratorKey key) => _shelf.GetValueOrDefault(key);

    /// <summary>Reads the store unless that was done lately. Two readers at once read the same.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (
            feedback is null
            || (_isRead && time.GetElapsedTime(Interlocked.Read(ref _lastRead)) < Interval)
        )
            return;
        foreach (var fitted in await feedback.CalibratorsAsync(cancellationToken))
            Put(fitted);
        Interlocked.Exchange(ref _lastRead, time.GetTimestamp());
        _isRead = true;
    }
}
