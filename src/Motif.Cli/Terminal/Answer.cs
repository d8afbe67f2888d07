using Motif.Catalog;

namespace Motif.Cli.Terminal;

/// <summary>What the catalogue answers, as the command line tells it.</summary>
internal static class Answer
{
    /// <summary>The value; a refusal becomes one line that says which field and why.</summary>
    public static T Expect<T>(CatalogueAnswer<T> answer)
        where T : class =>
        answer.Value
        ?? throw new UsageException(
            answer.Problem!.ExistingId is { } existing
                ? $"{answer.Problem.OneLine} ({existing})"
                : answer.Problem.OneLine
        );
}
