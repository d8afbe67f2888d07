using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class MarkdownDraftTests
{
    private const string Practice = """
        ---
        name: Retry with backoff
        pattern_type: reliability
        tags: [retry, network]
        intent: Survive short outages
        status: draft
        ---
        # Retry

        Only for calls that are safe to repeat.

        1. Classify errors.
        2. Wait longer each time,
           with jitter.
        - Stop early.
        """;

    [Fact]
    public void Front_matter_becomes_fields_and_body_and_list_items_become_steps()
    {
        var draft = MarkdownDraft.Read(Practice);

        draft.Name.ShouldBe("Retry with backoff");
        draft.Kind.ShouldBe(PatternKind.Success);
        draft.Status.ShouldBe(PatternStatus.Draft);
        draft.Tags.ShouldBe(["retry", "network"]);
        draft.Description.ShouldBe("Only for calls that are safe to repeat.");
        draft.Body!.Value.GetProperty("intent").GetString().ShouldBe("Survive short outages");
        draft
            .Body.Value.GetProperty("steps")
            .EnumerateArray()
            .Select(s => s.GetString())
            .ShouldBe(["Classify errors.", "Wait longer each time, with jitter.", "Stop early."]);
    }

    [Theory]
    [InlineData("# Only a heading", "front matter")]
    [InlineData("---\nname: x\n", "front matter")]
    [InlineData("---\nname: x\n---\n", "pattern_type")]
    [InlineData("---\npattern_type: x\n---\n", "name")]
    [InlineData("---\nname: [\n---\n", "YAML")]
    [InlineData("---\nname: x\npattern_type: y\ntags: one\n---\n", "tags")]
    [InlineData("---\nname: x\npattern_type: y\nkind: z\n---\n", "'z'")]
    public void What_is_wrong_is_said(string text, string expected) =>
        Should
            .Throw<FormatException>(() => MarkdownDraft.Read(text))
            .Message.ShouldContain(expected);
}
