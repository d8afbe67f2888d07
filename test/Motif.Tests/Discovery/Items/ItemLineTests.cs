using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Tests.Discovery.Items;

public sealed class ItemLineTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(ItemLine.MaxAttributes, true)]
    [InlineData(ItemLine.MaxAttributes + 1, false)]
    public void An_item_brings_some_hundred_attributes_and_no_more_than_are_kept(
        int attributes,
        bool isTaken
    )
    {
        var line = new ItemLine
        {
            Id = "one",
            Text = "a title",
            Attributes = Enumerable
                .Range(0, attributes)
                .ToDictionary(
                    a => FormattableString.Invariant($"attribute{a}"),
                    a => JsonSerializer.SerializeToElement(a),
                    StringComparer.Ordinal
                ),
        };

        var (item, mistake) = line.Read();

        (item?.Attributes.Count).ShouldBe(isTaken ? attributes : null);
        (mistake is null).ShouldBe(isTaken, mistake);
    }
}
