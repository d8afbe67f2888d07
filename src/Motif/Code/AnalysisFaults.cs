using System.Collections.Concurrent;

namespace Motif.Code;

/// <summary>
/// What failed while a tree was analysed: a file, unit or rule that fails is told with its place and left out, the rest stands.
/// Thread-safe.
/// </summary>
internal sealed class AnalysisFaults
{
    /// <summary>The place of what concerns no single file.</summary>
    public const string WholeTree = ".";

    private const int MaxMessageLength = 300;

    private readonly ConcurrentQueue<ScanError> _errors = new();
    private readonly bool _survives;

    public AnalysisFaults()
        : this(survives: true) { }

    private AnalysisFaults(bool survives) => _survives = survives;

    /// <summary>Survives nothing: what fails is thrown, as where a rule is under test.</summary>
    public static AnalysisFaults Thrown { get; } = new(survives: false);

    /// <summary>By place, each once.</summary>
    public IReadOnlyList<ScanError> Errors =>
        [
            .. _errors
                .Distinct()
                .OrderBy(e => e.File, StringComparer.Ordinal)
                .ThenBy(e => e.Line)
                .ThenBy(e => e.Message, StringComparer.Ordinal),
        ];

    /// <summary>Whether anything failed so far.</summary>
    public bool HasAny => !_errors.IsEmpty;

    /// <summary>Does the work; false where it failed.</summary>
    /// <param name="what">What is being done, as in "… failed".</param>
    public bool Survive(string what, string file, int? line, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception exception) when (Survives(exception))
        {
            Add(what, file, line, exception);
            return false;
        }
    }

    /// <summary>What the work gives, or what stands in for it where it fails.</summary>
    public T Survive<T>(string what, string file, int? line, T otherwise, Func<T> work)
    {
        var result = otherwise;
        return Survive(what, file, line, () => result = work()) ? result : otherwise;
    }

    /// <summary>Whether what was thrown is a fault of the place, not the end of the scan.</summary>
    public bool Survives(Exception exception) =>
        _survives && exception is not OperationCanceledException;

    public void Add(string what, string file, int? line, Exception exception)
    {
        var cause = exception.GetBaseException();
        var text =
            $"{what} failed: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}";
        _errors.Enqueue(new ScanError(file, line, WellFormedText.Of(text, MaxMessageLength)));
    }
}
