using Motif.Catalog;

namespace Motif.Discovery.Experiments;

/// <summary>
/// Experiments from draft to result. What is shown is computed of the units as they stand, but a verdict that was once shown is
/// kept. Thread-safe.
/// </summary>
public sealed class ExperimentDesk(IExperimentStore store, TimeProvider time)
{
    public const int MostUnits = 10_000;
    private const int MostScheduled = 366;

    public async Task<CatalogueAnswer<Experiment>> CreateAsync(
        ExperimentSetup setup,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(actor);
        if (setup.Problem() is { } problem)
            return problem;
        var now = Moment.Now(time);
        var id = Guid.CreateVersion7(now);
        var experiment = new Experiment
        {
            ExperimentId = id,
            State = ExperimentState.Draft,
            Version = 1,
            Setup = setup,
            Salt = id.ToString("D"),
            CreatedAt = now,
            History = [new ExperimentAct("created", actor.Name, now)],
        };
        await store.AddAsync(experiment, cancellationToken);
        return experiment;
    }

    /// <summary>Sets a draft up anew.</summary>
    public async Task<CatalogueAnswer<Experiment>> ChangeAsync(
        Guid experimentId,
        ExperimentSetup setup,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.Problem() is { } problem
            ? problem
            : await StepAsync(
                experimentId,
                ExperimentState.Draft,
                actor,
                "changed",
                (experiment, _) => experiment with { Setup = setup },
                cancellationToken
            );
    }

    /// <summary>From now on it is fixed, but for the traffic, which can be raised.</summary>
    public Task<CatalogueAnswer<Experiment>> StartAsync(
        Guid experimentId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            experimentId,
            ExperimentState.Draft,
            actor,
            "started",
            (experiment, now) =>
                experiment with
                {
                    State = ExperimentState.Running,
                    StartedAt = now,
                    StartsOn =
                        experiment.Setup.Design is ExperimentDesign.Switchback
                            ? experiment.Setup.StartsOn ?? Today(experiment, now)
                            : null,
                },
            cancellationToken
        );

    /// <summary>Lets more units take part; nobody moves to another arm. Lowering it would take units out of what they saw.</summary>
    public async Task<CatalogueAnswer<Experiment>> RaiseTrafficAsync(
        Guid experimentId,
        double traffic,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(experimentId, cancellationToken) is not { } before)
            return None(experimentId);
        if (!(traffic <= 1) || traffic <= before.Setup.Traffic)
            return CatalogueProblem.Invalid(
                "traffic",
                FormattableString.Invariant(
                    $"is above {before.Setup.Traffic}, what it is now, and at most 1"
                )
            );
        return await StepAsync(
            experimentId,
            ExperimentState.Running,
            actor,
            FormattableString.Invariant($"raised traffic to {traffic}"),
            (experiment, _) =>
                experiment with
                {
                    Setup = experiment.Setup with { Traffic = traffic },
                },
            cancellationToken
        );
    }

    /// <summary>Ends it: no data come in any more, and what they say is its result.</summary>
    public async Task<CatalogueAnswer<Experiment>> StopAsync(
        Guid experimentId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var stopped = await StepAsync(
            experimentId,
            ExperimentState.Running,
            actor,
            "stopped",
            (experiment, now) =>
                experiment with
                {
                    State = ExperimentState.Stopped,
                    StoppedAt = now,
                },
            cancellationToken
        );
        return stopped.Value is { } experiment
            ? await WithResultAsync(experiment, cancellationToken)
            : stopped;
    }

    /// <summary>How it stands at this moment; of a stopped one what it came to.</summary>
    public async Task<CatalogueAnswer<ExperimentResult>> ResultAsync(
        Guid experimentId,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(experimentId, cancellationToken) is not { } experiment)
            return None(experimentId);
        if (experiment.State is ExperimentState.Draft)
            return WrongState(experiment, ExperimentState.Running);
        if (experiment.State is ExperimentState.Stopped)
            return (await WithResultAsync(experiment, cancellationToken)).Result!;
        return await ComputeAsync(experiment, cancellationToken);
    }

    /// <summary>The arms of units; nothing is kept: what was really shown is an exposure.</summary>
    public async Task<CatalogueAnswer<IReadOnlyList<AssignedUnit>>> AssignAsync(
        Guid experimentId,
        IReadOnlyList<string> units,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Count is 0 or > MostUnits || units.Any(string.IsNullOrEmpty))
            return CatalogueProblem.Invalid("units", $"are 1 to {MostUnits} names");
        if (await store.FindAsync(experimentId, cancellationToken) is not { } experiment)
            return None(experimentId);
        if (experiment.State is not ExperimentState.Running)
            return WrongState(experiment, ExperimentState.Running);
        if (experiment.Setup.Design is ExperimentDesign.Switchback)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                "a switchback assigns days, not units; ask for its schedule"
            );
        return CatalogueAnswer.Of<IReadOnlyList<AssignedUnit>>([
            .. units.Select(u => new AssignedUnit(
                u,
                ArmAssignment.Of(experiment.Setup, experiment.Salt, u)
            )),
        ]);
    }

    /// <summary>Which arm has which day, from the first day on.</summary>
    public async Task<CatalogueAnswer<IReadOnlyList<ScheduledDay>>> ScheduleAsync(
        Guid experimentId,
        int days,
        CancellationToken cancellationToken
    )
    {
        if (days is < 1 or > MostScheduled)
            return CatalogueProblem.Invalid("days", $"is 1 to {MostScheduled}");
        if (await store.FindAsync(experimentId, cancellationToken) is not { } experiment)
            return None(experimentId);
        if (experiment.Setup.Design is not ExperimentDesign.Switchback)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                "its arms are assigned to units; only a switchback has a schedule"
            );
        return experiment.StartsOn is not { } start
            ? WrongState(experiment, ExperimentState.Running)
            : CatalogueAnswer.Of(
                SwitchbackSchedule.Of(experiment.Setup, experiment.Salt, start, days)
            );
    }

    /// <summary>
    /// The result of one that is stopped: nothing comes in any more, so that it is computed once, by whoever is the first to need it.
    /// </summary>
    private async Task<Experiment> WithResultAsync(
        Experiment stopped,
        CancellationToken cancellationToken
    )
    {
        if (stopped.Result is not null)
            return stopped;
        var done = stopped with
        {
            Version = stopped.Version + 1,
            Result = await ComputeAsync(stopped, cancellationToken),
        };
        return await store.ReplaceAsync(done, cancellationToken)
            ? done
            : await store.FindAsync(stopped.ExperimentId, cancellationToken) ?? done;
    }

    private async Task<ExperimentResult> ComputeAsync(
        Experiment experiment,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        var result = await new ExperimentReading(store, experiment).ResultAsync(
            now,
            cancellationToken
        );
        if (result.IsWithheld)
            return result;
        var shown = result
            .Decisions.Concat(result.Guardrails)
            .Where(c => c.DecidedOn is not null)
            .Select(c => new ShownVerdict(c.Metric, c.Arm, c.Verdict, c.DecidedOn!.Value))
            .ToList();
        return ShownBefore.In(
            result,
            await store.KeepVerdictsAsync(experiment.ExperimentId, shown, cancellationToken)
        );
    }

    private async Task<CatalogueAnswer<Experiment>> StepAsync(
        Guid experimentId,
        ExperimentState from,
        Actor actor,
        string act,
        Func<Experiment, DateTimeOffset, Experiment> step,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        while (true)
        {
            if (await store.FindAsync(experimentId, cancellationToken) is not { } experiment)
                return None(experimentId);
            if (experiment.State != from)
                return WrongState(experiment, from);
            var now = Moment.Now(time);
            var next = step(experiment, now) with
            {
                Version = experiment.Version + 1,
                History = [.. experiment.History, new ExperimentAct(act, actor.Name, now)],
            };
            // Somebody else was quicker: what he made of it is looked at again.
            if (await store.ReplaceAsync(next, cancellationToken))
                return next;
        }
    }

    private static DateOnly Today(Experiment experiment, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, experiment.Setup.TimeZone).DateTime);

    internal static CatalogueProblem None(Guid experimentId) =>
        new(CatalogueRefusal.NotFound, $"no experiment has the id {experimentId}");

    internal static CatalogueProblem WrongState(Experiment experiment, ExperimentState needed) =>
        new(
            CatalogueRefusal.NotAllowed,
            $"experiment {experiment.ExperimentId} is {WireName.Of(experiment.State)}; it has to be {WireName.Of(needed)}"
        );
}
