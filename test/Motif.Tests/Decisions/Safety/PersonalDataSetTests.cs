using System.IO.Compression;
using System.Text.Json;
using Motif.Decisions.Safety;
using Motif.Tests.Content;

namespace Motif.Tests.Decisions.Safety;

/// <summary>Sentences with personal data at known places.</summary>
public sealed class PersonalDataSetTests
{
    private static readonly Lazy<IReadOnlyList<Sentence>> Sentences = new(Read);

    [SharedFact]
    public void Personal_data_is_found_as_often_as_it_must()
    {
        Recall("CREDIT_CARD").ShouldBeGreaterThanOrEqualTo(.99, Missed("CREDIT_CARD"));
        Recall("IBAN_CODE").ShouldBeGreaterThanOrEqualTo(.99, Missed("IBAN_CODE"));
        Recall("EMAIL_ADDRESS").ShouldBeGreaterThanOrEqualTo(.99, Missed("EMAIL_ADDRESS"));
        Recall("PHONE_NUMBER").ShouldBeGreaterThanOrEqualTo(.95, Missed("PHONE_NUMBER"));
        Recall("STREET_ADDRESS").ShouldBeGreaterThanOrEqualTo(.80, Missed("STREET_ADDRESS"));
    }

    [SharedFact]
    public void Sentences_without_it_stay_as_they_are()
    {
        var clean = Sentences.Value.Where(s => s.Spans.Count == 0).ToList();
        clean.Count.ShouldBeGreaterThan(20);
        var touched = clean.Where(s => PersonalData.Redact(s.Text) != s.Text).ToList();
        touched.Count.ShouldBeLessThanOrEqualTo(
            clean.Count / 100,
            string.Join("\n", touched.Select(s => $"{s.Text} → {PersonalData.Redact(s.Text)}"))
        );
    }

    private static double Recall(string type)
    {
        var spans = Spans(type).ToList();
        return (double)spans.Count(s => !s.Left) / spans.Count;
    }

    private static string Missed(string type) =>
        string.Join(
            "\n",
            Spans(type)
                .Where(s => s.Left)
                .Select(s => $"{s.Value.Replace('\n', '¶')}    in: {s.Text.Replace('\n', '¶')}")
                .Take(60)
        );

    /// <summary>Something is found where nothing of its first line's words is left where it stood.</summary>
    private static IEnumerable<(string Value, string Text, bool Left)> Spans(string type) =>
        from sentence in Sentences.Value
        let redacted = PersonalData.Redact(sentence.Text)
        from span in sentence.Spans
        where span.Type == type
        select (
            span.Value,
            sentence.Text,
            redacted.Contains(span.Value.Split('\n')[0].Trim(), StringComparison.Ordinal)
        );

    private static List<Sentence> Read()
    {
        using var file = new GZipStream(
            File.OpenRead(SharedData.File("pii-synthetic", "synth_dataset_v2.json.gz")),
            CompressionMode.Decompress
        );
        using var document = JsonDocument.Parse(file);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(s => new Sentence(
                    s.GetProperty("full_text").GetString()!,
                    [
                        .. s.GetProperty("spans")
                            .EnumerateArray()
                            .Select(p =>
                                (
                                    p.GetProperty("entity_type").GetString()!,
                                    p.GetProperty("entity_value").GetString()!
                                )
                            ),
                    ]
                )),
        ];
    }

    private sealed record Sentence(string Text, IReadOnlyList<(string Type, string Value)> Spans);
}
