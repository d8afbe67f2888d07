using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Posts;
using Motif.Content.Selection;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What the suites of content start with: a clock of their own and a persona.</summary>
public abstract class ContentConformance(TestBackend backend) : StorageConformance(backend)
{
    protected const string Persona = "ada";
    protected const string Pattern = "Test pattern {var}";

    private ServiceProvider? timed;

    protected AdjustableClock Clock { get; } = new(Sample.Start);

    protected ServiceProvider Timed => timed ??= Keep(OpenTimed());

    protected FatigueChecks Checks => Timed.GetRequiredService<FatigueChecks>();

    protected PostLifecycle Posts => Timed.GetRequiredService<PostLifecycle>();

    protected PostChanges Changes => Timed.GetRequiredService<PostChanges>();

    protected ContentSelector Selector => Timed.GetRequiredService<ContentSelector>();

    protected DecisionLog Log => Timed.GetRequiredService<DecisionLog>();

    protected PersonaReports Personas => Timed.GetRequiredService<PersonaReports>();

    protected IContentStore Store => Timed.GetRequiredService<IContentStore>();

    protected ServiceProvider OpenTimed()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        Backend.Use(services.AddMotif(), Setting);
        return services.BuildServiceProvider();
    }

    protected async Task<FatigueAnswer> CheckAsync(
        string pattern = Pattern,
        string persona = Persona,
        DateTimeOffset? at = null
    ) =>
        (
            await Checks.CheckAsync(
                persona,
                [new FatigueQuestion { Pattern = pattern, At = at }],
                Forever
            )
        ).Value!.ShouldHaveSingleItem();

    protected async Task<PostReceipt> PublishAsync(PublishPost post, string persona = Persona) =>
        Good(await Posts.PublishAsync(persona, post, Forever));

    /// <summary>A post of the pattern that went out so long ago.</summary>
    protected Task<PostReceipt> UseAsync(
        TimeSpan ago,
        string pattern = Pattern,
        string persona = Persona
    ) =>
        PublishAsync(
            new PublishPost { Pattern = pattern, UsedAt = Clock.GetUtcNow() - ago },
            persona
        );

    protected static T Good<T>(CatalogueAnswer<T> answer)
        where T : class
    {
        answer.Problem.ShouldBeNull(answer.Problem?.OneLine);
        return answer.Value!;
    }
}

/// <summary>A clock that goes where a test sets it.</summary>
public sealed class AdjustableClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    /// <summary>The time that really passed, whatever the clock on the wall was set to.</summary>
    public TimeSpan Passed { get; set; }

    /// <summary>After what time every timer fires, whatever it was set to; null where timers run as they are set.</summary>
    public TimeSpan? Patience { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => base.CreateTimer(callback, state, Patience ?? dueTime, period);
}
