using Motif.Text;

namespace Motif.Tests.Text;

public sealed class ShinglesTests
{
    [Theory]
    [InlineData("one two three four five", "One, two - three; FOUR five!", 1)]
    [InlineData("one two three four five", "six seven eight nine ten", 0)]
    [InlineData("a b c d e f", "a b c d e g", 1.0 / 3)]
    [InlineData("too short", "too short", 0)]
    public void The_share_of_five_word_sequences_is_measured(
        string left,
        string right,
        double expected
    ) => Shingles.Of(left).Jaccard(Shingles.Of(right)).ShouldBe(expected, 1e-12);
}
