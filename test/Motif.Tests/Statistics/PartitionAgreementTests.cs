using Motif.Statistics;

namespace Motif.Tests.Statistics;

public sealed class PartitionAgreementTests
{
    [Fact]
    public void Renaming_groups_changes_nothing()
    {
        int[] one = [0, 0, 1, 1, 2, 2];
        int[] other = [7, 7, 3, 3, 5, 5];
        PartitionAgreement.AdjustedRand(one, other).ShouldBe(1, 1e-12);
        PartitionAgreement.NormalizedMutualInformation(one, other).ShouldBe(1, 1e-12);
    }

    /// <summary>The example of Hubert and Arabie's index in scikit-learn's documentation.</summary>
    [Fact]
    public void A_group_that_is_cut_in_two_agrees_in_part()
    {
        PartitionAgreement.AdjustedRand([0, 0, 1, 2], [0, 0, 1, 1]).ShouldBe(0.5714285714, 1e-9);
        PartitionAgreement.AdjustedRand([0, 0, 1, 1], [0, 1, 0, 1]).ShouldBe(-0.5, 1e-9);
        PartitionAgreement
            .NormalizedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1])
            .ShouldBe(0, 1e-9);
    }
}
