using Motif.Vectors;

namespace Motif.Tests.Vectors;

public sealed unsafe class ScoreTournamentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(3000)]
    public void Scores_come_best_first_and_equals_in_their_order(int count)
    {
        var random = new Random(count);
        var scores = Enumerable.Range(0, count).Select(_ => (float)random.Next(-50, 50)).ToArray();
        var memory = new NativeBlock(sizeof(float) * (count + 16 + ScoreTournament.Maxima(count)));
        var own = (float*)memory.Pointer;
        scores.CopyTo(new Span<float>(own, count));
        var tournament = new ScoreTournament(own, count, own + ((count + 15) & ~15));
        var taken = new List<(float, int)>();
        for (var at = tournament.Next(out var score); at >= 0; at = tournament.Next(out score))
            taken.Add((score, at));
        taken.ShouldBe(
            scores
                .Select((score, at) => (score, at))
                .OrderByDescending(entry => entry.score)
                .ThenBy(entry => entry.at)
        );
        GC.KeepAlive(memory);
    }
}
