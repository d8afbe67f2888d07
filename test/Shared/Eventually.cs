using Shouldly;

namespace Motif.Tests.Shared;

/// <summary>
/// What comes to pass by itself, on a machine however busy: the patience is far above what any of it takes, so that
/// only what never comes fails.
/// </summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task HoldsAsync(Func<Task<bool>> condition) =>
        ReadAsync(condition, holds => holds);

    public static Task HoldsAsync(Func<bool> condition) =>
        HoldsAsync(() => Task.FromResult(condition()));

    /// <summary>The first answer that is as expected.</summary>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, Func<T, bool> isExpected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await read();
            if (isExpected(answer))
                return answer;
            patience.IsCancellationRequested.ShouldBeFalse(
                $"it did not come to pass within {Patience}: {answer}"
            );
            await Task.Delay(Pause);
        }
    }
}
