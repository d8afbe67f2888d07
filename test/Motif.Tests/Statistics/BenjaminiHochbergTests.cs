using Motif.Statistics;

namespace Motif.Tests.Statistics;

public sealed class BenjaminiHochbergTests
{
    /// <summary>The fifteen probabilities of the paper's own example: four are declared at .05.</summary>
    [Fact]
    public void The_example_of_the_paper_declares_four()
    {
        double[] p =
        [
            .0001,
            .0004,
            .0019,
            .0095,
            .0201,
            .0278,
            .0298,
            .0344,
            .0459,
            .3240,
            .4262,
            .5719,
            .6528,
            .7590,
            1.000,
        ];

        var q = BenjaminiHochberg.QValues(p);

        q.Count(v => v <= 0.05).ShouldBe(4);
        q[0].ShouldBe(.0015, 1e-9);
        q.ShouldBe(q.Order());
    }

    [Fact]
    public void The_order_of_the_tests_does_not_matter()
    {
        double[] p = [.04, .001, .9, .02];
        var q = BenjaminiHochberg.QValues(p);
        BenjaminiHochberg.QValues([.. p.Reverse()]).ShouldBe(q.Reverse());
        q[1].ShouldBe(.004, 1e-12);
    }
}
