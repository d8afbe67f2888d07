using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace Motif.Onnx;

/// <summary>
/// A transformer that is open in ONNX Runtime: token ids in, unit vectors out. A run takes one thread and does not spin;
/// several may go on side by side. Thread-safe.
/// </summary>
internal sealed class SentenceNetwork : IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    private readonly InferenceSession _session;
    private readonly Pooling _pooling;
    private readonly string[] _inputs;
    private readonly string _output;

    /// <summary>Read while a run goes on, written by the end: ONNX Runtime crashes the process when a session goes in the midst of a run.</summary>
    private readonly ReaderWriterLockSlim _open = new(LockRecursionPolicy.NoRecursion);
    private bool _isClosed;

    /// <exception cref="InvalidDataException">It cannot be opened, or is no network of this kind.</exception>
    public SentenceNetwork(string path, Pooling pooling)
    {
        _pooling = pooling;
        _session = Open(path);
        _inputs = [.. _session.InputMetadata.Keys];
        _output = _session.OutputMetadata.Keys.First();
        var shape = _session.OutputMetadata[_output].Dimensions;
        if (
            !_inputs.Contains(Ids, StringComparer.Ordinal)
            || _inputs.Except([Ids, Mask, Types], StringComparer.Ordinal).Any()
            || shape is not [_, _, > 0]
        )
        {
            _session.Dispose();
            throw new InvalidDataException(
                $"{path} is no sentence model: it must take {Ids}, {Mask} and {Types} and give one vector a token"
            );
        }
        Dimensions = shape[2];
    }

    public int Dimensions { get; }

    /// <summary>
    /// The unit vectors of texts with the same number of tokens. Nothing is padded, so that nothing in a text's row depends on
    /// its neighbours.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled; a run is ended in its midst.</exception>
    /// <exception cref="ObjectDisposedException">The network was closed.</exception>
    public float[][] Run(IReadOnlyList<long[]> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        cancellationToken.ThrowIfCancellationRequested();
        _open.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return RunOpen(texts, cancellationToken);
        }
        finally
        {
            _open.ExitReadLock();
        }
    }

    /// <summary>Closes the network once the runs that go on have ended.</summary>
    public void Dispose()
    {
        _open.EnterWriteLock();
        try
        {
            if (!_isClosed)
                _session.Dispose();
            _isClosed = true;
        }
        finally
        {
            _open.ExitWriteLock();
        }
    }

    private float[][] RunOpen(IReadOnlyList<long[]> texts, CancellationToken cancellationToken)
    {
        using var run = new RunOptions();
        using var stop = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            return Run(run, [.. texts.SelectMany(text => text)], texts.Count);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static InferenceSession Open(string path)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // It would keep a plan and its memory for every length of text that ever came.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InvalidDataException(
                $"{path} cannot be opened by ONNX Runtime: {exception.Message}",
                exception
            );
        }
    }

    private float[][] Run(RunOptions run, long[] ids, int texts)
    {
        var length = ids.Length / texts;
        var inputs = Array.ConvertAll(_inputs, name => Input(name, ids, [texts, length]));
        try
        {
            using var outputs = _session.Run(run, _inputs, inputs, [_output]);
            var tokens = outputs[0].GetTensorDataAsSpan<float>();
            var vectors = new float[texts][];
            for (var i = 0; i < texts; i++)
                vectors[i] = Pool(tokens.Slice(i * length * Dimensions, length * Dimensions));
            return vectors;
        }
        finally
        {
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    /// <summary>Every token counts, and all belong to the first sentence.</summary>
    private static OrtValue Input(string name, long[] ids, long[] shape)
    {
        if (name is Ids)
            return OrtValue.CreateTensorValueFromMemory(ids, shape);
        var values = new long[ids.Length];
        if (name is Mask)
            Array.Fill(values, 1);
        return OrtValue.CreateTensorValueFromMemory(values, shape);
    }

    private float[] Pool(ReadOnlySpan<float> tokens)
    {
        var vector = tokens[..Dimensions].ToArray();
        if (_pooling is Pooling.Mean)
        {
            // The sum has the mean's direction, and only that is kept.
            for (var at = Dimensions; at < tokens.Length; at += Dimensions)
                TensorPrimitives.Add(vector, tokens.Slice(at, Dimensions), vector);
        }
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }
}
