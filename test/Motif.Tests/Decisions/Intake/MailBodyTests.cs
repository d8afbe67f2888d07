using Motif.Decisions.Intake;
using Motif.Tests.Content;

namespace Motif.Tests.Decisions.Intake;

public sealed class MailBodyTests
{
    private const string Attribution =
        "On Tue, 3 Mar 2026 at 10:14, Support <help@example.org> wrote:";

    /// <summary>Mails whose own words are not the paragraph that the others have: how they begin and end.</summary>
    private static readonly Dictionary<string, (string Begins, string Ends)> Own = new(
        StringComparer.Ordinal
    )
    {
        ["correct_sig.txt"] = ("this is an email", "-- signature."),
        ["sig_no_empty_line.txt"] = ("this is an email", "empty line above."),
        ["email_1.txt"] = ("Hi folks", "Java HTTP API."),
        ["email_2.txt"] = ("Hi,", "individually.\""),
        ["email_2_1.txt"] = ("Outlook with a reply", "Outlook with a reply"),
        ["email_3.txt"] = ("Oh thanks.", "would be great."),
        ["email_4.txt"] = ("Awesome!", "problem with it."),
        ["email_5.txt"] = ("One: Here's", "for a while."),
        ["email_6.txt"] = ("I get proper", "torch of pixels"),
        ["email_19.txt"] = ("On Thursday, I get", "proper rendering."),
        ["email_20.txt"] = ("On Thursday.", "On Thursday."),
        ["email_blackberry.txt"] = ("Here is another", "another email"),
        ["email_iphone.txt"] = ("Here is another", "another email"),
        ["email_multi_word_sent_from_my_mobile_device.txt"] = ("Here is another", "another email"),
        ["email_sent_from_my_not_signature.txt"] = ("Here is another", "my mobile phone."),
        ["email_bullets.txt"] = ("test 2", "- and another"),
        ["email_custom_quote_header.txt"] = ("Thank you!", "Thank you!"),
        ["email_customer_quote_header_2.txt"] = ("Thank you very much.", "Thank you very much."),
        ["email_customer_quote_header_3.txt"] = ("bonjour,", "merci d'avance"),
        ["email_emoji.txt"] = ("🎉", "🎉"),
        ["email_not_a_signature.txt"] = ("Dear XXXXX:", "domain name services."),
        ["email_not_a_signature_2.txt"] = ("Hello,", "Thanks!"),
        ["email_one_is_not_on.txt"] = ("Thank, this", "when I run..."),
        ["email_reply_header.txt"] = ("This is the latest", "Stranger"),
        ["email_sent_from.txt"] = ("Hi it can happen", "words or paragraphs."),
        ["email_thread.txt"] = ("This is new", "from bellow."),
        ["email_tricky_11_double_signature.txt"] = ("Thanks for your help!", "your help!"),
        ["email_tricky_13_timestamp_variations.txt"] = ("Here are different", "not quote headers."),
        ["email_tricky_16_unicode_signatures.txt"] = ("Thanks for the update!", "the update!"),
        ["email_tricky_17_forward_header.txt"] = ("See the forwarded", "message below."),
        ["email_tricky_18_inline_reply.txt"] = ("I think option A", "our use case."),
        ["email_tricky_19_quote_without_header.txt"] = (
            "I wanted to respond",
            "my final thoughts."
        ),
        ["email_tricky_1_on_false_positive.txt"] = ("On the surface", "performance is great."),
        ["email_tricky_20_html_entities.txt"] = ("The data should", "handled correctly."),
        ["email_tricky_2_url_with_wrote.txt"] = ("Hi there,", "in them."),
        ["email_tricky_3_code_block.txt"] = ("Here's the code", "actual signatures."),
        ["email_tricky_4_from_in_body.txt"] = ("I need to parse", "message content."),
        ["email_tricky_6_regards_in_sentence.txt"] = ("I wanted to discuss", "should be visible."),
        ["email_tricky_7_multiple_dashes.txt"] = ("Here is my analysis:", "in my content."),
        ["email_tricky_8_sent_from_in_content.txt"] = ("The notification", "the main server."),
        ["email_tricky_9_nested_quotes.txt"] = ("I agree", "points below."),
        ["email_unquoted_reply.txt"] = ("This is my reply.", "This is my reply."),
        ["email_with_regards.txt"] = ("Hi,", "Can you help?"),
        ["email_zoho.txt"] = ("What is the best", "a test?"),
    };

    /// <summary>Frames that a program fills with headers of its own, and one that is a newsletter as a whole.</summary>
    private static readonly string[] Frames =
    [
        "email_with_date_headers.txt",
        "email_with_from_headers.txt",
        "email_21.txt",
    ];

    [SharedFact]
    public void The_own_words_of_mails_are_found_in_nineteen_of_twenty()
    {
        var files = Directory
            .GetFiles(SharedData.File("reply-emails"), "*.txt")
            .Where(f => !Frames.Contains(Path.GetFileName(f), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        files.Count.ShouldBeGreaterThan(80);
        var wrong = files
            .Where(f => !IsFound(f))
            .Select(f => $"{Path.GetFileName(f)}: {MailBody.Of(File.ReadAllText(f)).Text}")
            .ToList();
        wrong.Count.ShouldBeLessThanOrEqualTo(files.Count / 20, string.Join("\n----\n", wrong));
    }

    private static bool IsFound(string file)
    {
        var text = MailBody.Of(File.ReadAllText(file)).Text;
        var (begins, ends) = Own.GetValueOrDefault(
            Path.GetFileName(file),
            ("Fusce bibendum", "nec nibh.")
        );
        return text.StartsWith(begins, StringComparison.Ordinal)
            && text.EndsWith(ends, StringComparison.Ordinal)
            && !text.Split('\n').Any(l => l.StartsWith('>'));
    }

    [Theory]
    [InlineData("On Tue, 3 Mar 2026 at 10:14, Support <help@example.org> wrote:")]
    [InlineData("2026-03-03 10:14 GMT+01:00 Support <help@example.org>:")]
    [InlineData("On Tue, 3 Mar 2026 at 10:14,\nSupport <\nhelp@example.org> wrote:")]
    [InlineData("Am 03.03.2026 um 10:14 schrieb Support <help@example.org>:")]
    [InlineData("Le mar. 3 mars 2026 à 10:14, Support <help@example.org> a écrit :")]
    [InlineData("tir. 3. mar. 2026 kl. 10:14 skrev Support <help@example.org>:")]
    [InlineData("вт, 3 мар. 2026 г. в 10:14, Support <help@example.org>:")]
    public void Only_the_new_words_are_decided(string attribution)
    {
        var mail =
            $"Which bay is mine?\n\n{attribution}\n> We cannot refund it.\n> Somebody said: I will sue\n\n-- \nAda Lovelace\n+49 170 1234567\n";
        var body = MailBody.Of(mail);
        body.Text.ShouldBe("Which bay is mine?");
        body.Stripped.Select(p => p.Kind.ToString()).ShouldBe(["Quote", "Signature"]);
        string.Concat(body.Stripped.Select(p => p.Text)).ShouldContain("sue");
    }

    [Fact]
    public void Answers_between_quoted_lines_are_new_words() =>
        MailBody
            .Of($"{Attribution}\n> Which bay?\n\nBay 4.\n\n> And when?\nI will sue you\n> if not\n")
            .Text.ShouldBe("Bay 4.\n\nI will sue you");

    [Theory]
    [InlineData("On Monday I came in and bay 4 was taken.\nPlease look.")]
    [InlineData("I wrote on 3 March:\nno answer")]
    [InlineData("From: where do I get the key?\nI have none.")]
    public void What_only_looks_like_a_header_stays(string text) =>
        MailBody.Of(text).Text.ShouldBe(text);

    [Fact]
    public void Long_mails_of_nothing_but_beginnings_are_read_in_good_time()
    {
        foreach (var line in (string[])["> \n", "On 1\n", "-- \n", "From: a\n", "```\n"])
            MailBody.Of(string.Concat(Enumerable.Repeat(line, 20_000))).ShouldNotBeNull();
    }
}
