using System.IO.Compression;
using System.Text.Json;
using Motif.Decisions.Intake;
using Motif.Decisions.Safety;
using Motif.Decisions.Understanding;
using Motif.Tests.Content;

namespace Motif.Tests.Decisions.Safety;

/// <summary>Strings that break programs, as messages.</summary>
public sealed class HostileMessageTests
{
    private static readonly SafetyRules Rules = new(SafetyRules.Defaults);

    [SharedFact]
    public void Any_string_is_read_and_its_parts_stand_where_they_are_said_to()
    {
        var texts = Texts();
        texts.Count.ShouldBeGreaterThan(500);
        foreach (var text in texts)
        {
            MailBody.Of(text).Text.Length.ShouldBeLessThanOrEqualTo(text.Length + 1);
            var redacted = PersonalData.Redact(text);
            PersonalData.Redact(redacted).ShouldBe(redacted, text);
            Rules.Check(text).ShouldNotBeNull();
            MessageLanguage.Of(text);
            foreach (var part in RequestParts.Of(text))
                text.Substring(part.Start, part.Length).ShouldBe(part.Text);
        }
    }

    [SharedFact]
    public void A_template_prints_any_value_once_and_never_reads_it_again()
    {
        var template = ReplyTemplate.Parse("<{{x|there}}>").Template!;
        foreach (var text in Texts())
        {
            var reply = template.Render(
                new Dictionary<string, string> { ["x"] = text },
                TextForm.Plain
            );
            reply.Missing.ShouldBeEmpty();
            reply.Text.Length.ShouldBeLessThanOrEqualTo(ReplyTemplate.MostCharacters + 2);
        }
    }

    private static List<string> Texts()
    {
        using var file = new GZipStream(
            File.OpenRead(SharedData.File("hostile-text", "blns.json.gz")),
            CompressionMode.Decompress
        );
        return JsonSerializer.Deserialize<List<string>>(file)!;
    }
}
