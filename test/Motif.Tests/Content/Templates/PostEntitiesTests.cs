using Motif.Content.Templates;
using YamlDotNet.Serialization;

namespace Motif.Tests.Content.Templates;

public sealed class PostEntitiesTests
{
    [Theory]
    [InlineData("a #16 bus")]
    [InlineData("write to user@example.com")]
    [InlineData("name@handle is none")]
    public void What_looks_like_a_tag_or_a_name_is_none(string text) =>
        PostEntities
            .Find(text)
            .ShouldNotContain(e => e.Kind == EntityKind.Tag || e.Kind == EntityKind.Mention);

    [Fact]
    public void A_tag_inside_a_link_belongs_to_the_link() =>
        PostEntities
            .Find("see https://a.com/#tag now")
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(EntityKind.Link);

    [SharedFact]
    public void The_public_conformance_set_passes()
    {
        Share("mentions", EntityKind.Mention).ShouldBeGreaterThanOrEqualTo(0.95);
        Share("hashtags", EntityKind.Tag).ShouldBeGreaterThanOrEqualTo(0.95);
        Share("urls", EntityKind.Link).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    private static double Share(string section, EntityKind kind)
    {
        var yaml = new DeserializerBuilder().Build();
        var file = yaml.Deserialize<
            Dictionary<string, Dictionary<string, List<Dictionary<string, object>>>>
        >(File.ReadAllText(SharedData.File("post-text-conformance", "extract.yml")));
        var cases = file["tests"][section];
        var failed = new List<string>();
        foreach (var one in cases)
        {
            var text = (string)one["text"];
            var found = PostEntities
                .Find(text)
                .Where(e => e.Kind == kind)
                .Select(e => text.Substring(e.Start, e.Length).TrimStart('@', '＠', '#', '＃'));
            if (!found.SequenceEqual(((List<object>)one["expected"]).Cast<string>()))
                failed.Add($"{one["description"]}: {string.Join('|', found)}");
        }
        return 1 - ((double)failed.Count / cases.Count);
    }
}
