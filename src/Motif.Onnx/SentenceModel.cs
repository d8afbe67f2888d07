using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Motif.Storage;

namespace Motif.Onnx;

/// <summary>Whether texts are embedded by the sentence model.</summary>
public enum SentenceModelState
{
    /// <summary>It embeds patterns and requests.</summary>
    Used,

    /// <summary>Switched off by the setting.</summary>
    Off,

    /// <summary>An embedding endpoint was chosen and takes its place.</summary>
    Replaced,

    /// <summary>It is not beside the program; the lexicon answers.</summary>
    Absent,

    /// <summary>It is there and cannot be used; the lexicon answers.</summary>
    Damaged,
}

/// <summary>Where the sentence model stands.</summary>
/// <param name="Model">Names model, quantisation, tokeniser and length; null where there is none.</param>
/// <param name="Folder">Where it is looked for; null where it is switched off.</param>
/// <param name="Reason">Why it is not used; null where it is.</param>
public sealed record SentenceModelStatus(
    SentenceModelState State,
    string? Model,
    string? Folder,
    string? Reason
)
{
    /// <summary>Nobody chose to do without it, and yet it is not used.</summary>
    [JsonIgnore]
    public bool IsProblem => State is SentenceModelState.Absent or SentenceModelState.Damaged;
}

/// <summary>The sentence model that the setting chooses, and what became of it.</summary>
public sealed class SentenceModel : IDisposable
{
    /// <summary>The variable of the setting.</summary>
    public const string Variable = "MOTIF_MODEL";

    private const string SwitchedOff = "off";

    private readonly SentenceModelStatus _status;
    private string? _failure;

    private SentenceModel(SentenceModelStatus status, OnnxEmbeddingGenerator? generator = null)
    {
        _status = status;
        Generator = generator;
    }

    /// <summary>Where the model stands that comes with Motif: beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "model");

    /// <summary>Null where the model is not used.</summary>
    public OnnxEmbeddingGenerator? Generator { get; }

    public SentenceModelStatus Status =>
        Volatile.Read(ref _failure) is { } failure
            ? _status with
            {
                State = SentenceModelState.Damaged,
                Reason = failure,
            }
            : _status;

    /// <summary>The model of a setting.</summary>
    /// <param name="setting"><c>off</c>, a folder, or null for the one that comes with Motif.</param>
    /// <exception cref="ValidationException">The folder that the setting names has no model that can be used.</exception>
    public static SentenceModel Choose(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return Shipped(DefaultFolder);
        return setting.Trim() is SwitchedOff
            ? new(new(SentenceModelState.Off, null, null, $"{Variable} is {SwitchedOff}"))
            : Named(setting.Trim());
    }

    /// <summary>No model beside the endpoint that was chosen.</summary>
    internal static SentenceModel ReplacedByEndpoint() =>
        new(new(SentenceModelState.Replaced, null, null, "the embedding endpoint takes its place"));

    /// <summary>A model that need not be there: it is opened when it is needed.</summary>
    internal static SentenceModel Shipped(string folder)
    {
        if (!File.Exists(Path.Combine(folder, ModelDescription.FileName)))
            return new(
                new(
                    SentenceModelState.Absent,
                    null,
                    folder,
                    $"there is no model in {folder}: this program was built without the package that holds it"
                )
            );
        try
        {
            return Used(folder);
        }
        catch (InvalidDataException exception)
        {
            return new(new(SentenceModelState.Damaged, null, folder, exception.Message));
        }
    }

    /// <summary>Opens the model, so that what is wrong with it is known; where it cannot be, <see cref="Status"/> says why.</summary>
    public void Check()
    {
        try
        {
            Generator?.Open();
        }
        catch (BackendException exception)
        {
            Volatile.Write(ref _failure, exception.Message);
        }
    }

    public void Dispose() => Generator?.Dispose();

    private static SentenceModel Named(string folder)
    {
        SentenceModel? model = null;
        try
        {
            model = Used(folder);
            model.Generator!.Open();
            return model;
        }
        catch (Exception exception) when (exception is InvalidDataException or BackendException)
        {
            model?.Dispose();
            throw new ValidationException(
                $"{Variable} is '{folder}': {exception.Message}",
                exception
            );
        }
    }

    private static SentenceModel Used(string folder)
    {
        var generator = new OnnxEmbeddingGenerator(folder);
        return new(
            new(SentenceModelState.Used, generator.Model, Path.GetFullPath(folder), null),
            generator
        );
    }
}
