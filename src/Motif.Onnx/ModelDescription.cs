using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Onnx;

/// <summary>How a network's token vectors become the vector of a text.</summary>
public enum Pooling
{
    /// <summary>The mean over all tokens.</summary>
    Mean,

    /// <summary>The vector of the first token, <c>[CLS]</c>.</summary>
    Cls,
}

/// <summary>What <c>model.json</c> says of the folder that it stands in: which files, and how they are used.</summary>
public sealed record ModelDescription
{
    public const string FileName = "model.json";

    private static readonly JsonSerializerOptions Json = new(MotifJson.Options)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Part of the name of its vectors' space.</summary>
    [Required, RegularExpression("^[A-Za-z0-9._-]{1,64}$", MatchTimeoutInMilliseconds = -1)]
    public required string Name { get; init; }

    /// <summary>How its weights were shortened; part of the name of its vectors' space.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{1,32}$", MatchTimeoutInMilliseconds = -1)]
    public string Quantization { get; init; } = "as-is";

    /// <summary>The ONNX file.</summary>
    public string Network { get; init; } = "model.onnx";

    /// <summary>Of the network, lower-case hex; checked when the model is opened, where it is given.</summary>
    [RegularExpression("^[0-9a-f]{64}$", MatchTimeoutInMilliseconds = -1)]
    public string? NetworkSha256 { get; init; }

    /// <summary>WordPiece tokens, one a line.</summary>
    public string Vocabulary { get; init; } = "vocab.txt";

    /// <inheritdoc cref="NetworkSha256"/>
    [RegularExpression("^[0-9a-f]{64}$", MatchTimeoutInMilliseconds = -1)]
    public string? VocabularySha256 { get; init; }

    /// <summary>Whether the vocabulary knows small letters alone.</summary>
    public bool LowerCase { get; init; } = true;

    [JsonRequired]
    public Pooling Pooling { get; init; }

    /// <summary>Put before every text, as some models want it.</summary>
    [MaxLength(1000)]
    public string Prefix { get; init; } = "";

    /// <summary>Tokens of a text that are read, <c>[CLS]</c> and <c>[SEP]</c> among them; what is beyond is cut off.</summary>
    [JsonRequired, Range(3, 512)]
    public int Length { get; init; }

    /// <summary>Where it was made from, for people.</summary>
    public string? Source { get; init; }

    /// <summary>Reads the description of a folder.</summary>
    /// <exception cref="InvalidDataException">There is none, it cannot be read, or it says what cannot be.</exception>
    public static ModelDescription Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var read =
                JsonSerializer.Deserialize<ModelDescription>(File.ReadAllBytes(path), Json)
                ?? throw new InvalidDataException($"{path} is empty");
            return read.Checked(folder);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"there is no readable {FileName} in {Path.GetFullPath(folder)}",
                exception
            );
        }
    }

    /// <summary>
    /// Names the space of its vectors: model, quantisation, tokeniser, length, and eight digits of everything that a vector
    /// depends on. Files whose digest the description does not give are read for it.
    /// </summary>
    public string Id(string folder)
    {
        var content = string.Join(
            '\n',
            NetworkSha256 ?? Hash(Path.Combine(folder, Network)),
            VocabularySha256 ?? Hash(Path.Combine(folder, Vocabulary)),
            WireName.Of(Pooling),
            Prefix
        );
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var tokenizer = LowerCase ? "wordpiece" : "wordpiece-cased";
        return FormattableString.Invariant(
            $"{Name}-{Quantization}-{tokenizer}-{Length}-{digest[..8]}"
        );
    }

    /// <exception cref="InvalidDataException">A file is not the one that the description was written for.</exception>
    internal void RequireSoundFiles(string folder)
    {
        foreach (
            var (name, digest) in new[] { (Network, NetworkSha256), (Vocabulary, VocabularySha256) }
        )
        {
            if (digest is not null && Hash(Path.Combine(folder, name)) != digest)
                throw new InvalidDataException(
                    $"{Path.Combine(folder, name)} is damaged: its SHA-256 is not the one in {FileName}"
                );
        }
    }

    private ModelDescription Checked(string folder)
    {
        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new ValidationContext(this), results, true))
            throw new InvalidDataException(
                $"{Path.Combine(folder, FileName)}: {string.Join("; ", results.Select(r => r.ErrorMessage))}"
            );
        foreach (var name in (string[])[Network, Vocabulary])
        {
            if (name != Path.GetFileName(name))
                throw new InvalidDataException(
                    $"{Path.Combine(folder, FileName)}: '{name}' must be a file of the same folder"
                );
            if (!File.Exists(Path.Combine(folder, name)))
                throw new InvalidDataException($"there is no {name} in {Path.GetFullPath(folder)}");
        }
        return this;
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
