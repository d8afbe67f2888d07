using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Embeddings.Training;

/// <summary>Reads training text: one JSON object a line with <c>t</c> (page title), <c>h</c> (heading) and <c>b</c> (body); <c>.gz</c> is unpacked.</summary>
public static class TrainingSections
{
    /// <summary>All sections of a file.</summary>
    /// <exception cref="InvalidDataException">A line is no such object; the message names it.</exception>
    public static List<TrainingSection> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        var sections = new List<TrainingSection>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
                sections.Add(Parse(text, path, line));
        }
        return sections;
    }

    private static TrainingSection Parse(string text, string path, int line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(text) is { Body: { } body } parsed)
                return new TrainingSection(parsed.Title ?? "", parsed.Heading ?? "", body);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{path}, line {line}: not JSON ({exception.Message})",
                exception
            );
        }
        throw new InvalidDataException(
            $"{path}, line {line}: the text of the section (\"b\") is missing"
        );
    }

    private sealed record Line(
        [property: JsonPropertyName("t")] string? Title,
        [property: JsonPropertyName("h")] string? Heading,
        [property: JsonPropertyName("b")] string? Body
    );
}
