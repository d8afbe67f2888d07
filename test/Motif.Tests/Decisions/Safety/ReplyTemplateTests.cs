using Motif.Decisions.Safety;

namespace Motif.Tests.Decisions.Safety;

public sealed class ReplyTemplateTests
{
    [Theory]
    [InlineData("{{x|Bay 1}}", "", "Bay 1")]
    [InlineData("{{x|Bay 1}}", "  ", "Bay 1")]
    [InlineData("{{x|Bay 1}}", "Bay 9", "Bay 9")]
    [InlineData("Hi {{ a.b }}!", "Ada", "Hi {{a.b}}!")]
    [InlineData("{{x|format:0.00}}", "3.14159", "3.14")]
    [InlineData("{{x|format:dd.MM.yyyy}}", "2026-03-08T12:00:00Z", "08.03.2026")]
    [InlineData("{{x|format:dd.MM.yyyy}}", "soon", "{{x}}")]
    [InlineData("{{x}}", "{{y}}", "{{y}}")]
    public void Places_are_filled_once(string template, string x, string expected)
    {
        var values = new Dictionary<string, string> { ["x"] = x, ["y"] = "secret" };
        ReplyTemplate
            .Parse(template)
            .Template!.Render(values, TextForm.Plain)
            .Text.ShouldBe(expected);
    }

    [Fact]
    public void What_is_missing_is_named_once_and_stays_visible()
    {
        var reply = ReplyTemplate
            .Parse("{{link}} {{name|you}} {{link}} {{code}}")
            .Template!.Render(new Dictionary<string, string>(), TextForm.Plain);
        reply.Missing.ShouldBe(["link", "code"]);
        reply.Text.ShouldBe("{{link}} you {{link}} {{code}}");
    }

    [Fact]
    public void A_value_is_escaped_and_cut_and_never_half_a_character()
    {
        var template = ReplyTemplate.Parse("<b>{{x}}</b>").Template!;
        string Of(string x, TextForm form) =>
            template.Render(new Dictionary<string, string> { ["x"] = x }, form).Text;
        Of("<script>", TextForm.Html).ShouldBe("<b>&lt;script&gt;</b>");
        Of("<script>", TextForm.Plain).ShouldBe("<b><script></b>");
        Of(new string('a', 10_000), TextForm.Plain)
            .Length.ShouldBe(ReplyTemplate.MostCharacters + 7);
        var cut = Of(string.Concat(Enumerable.Repeat("🦊", 5_000)), TextForm.Plain);
        Motif.Storage.StorableText.Mistake(cut).ShouldBeNull();
    }

    [Theory]
    [InlineData("Hi {{name")]
    [InlineData("Hi }} there")]
    [InlineData("{{a b}}")]
    [InlineData("{{}}")]
    [InlineData("{{.a}}")]
    [InlineData("{{{{a}}}}")]
    public void What_is_no_template_is_refused(string text) =>
        ReplyTemplate.Parse(text).Mistake.ShouldNotBeNull();
}
