using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Motif.Server.Jobs;
using Motif.Server.Operations;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Jobs;

public sealed class ServerJobTests
{
    [Fact]
    public async Task A_job_that_runs_out_of_memory_is_told_and_the_server_lives_on()
    {
        var job = new Switched();
        await using var server = await RunningServer.StartAsync(configure: builder =>
            builder.Services.AddHostedService(provider =>
                job.In(provider.GetRequiredService<JobHealth>())
            )
        );

        job.Throws = new OutOfMemoryException();
        await job.TurnAsync();
        await job.TurnAsync();
        var failing = await ReadyAsync(server);
        failing["healthy"]!.GetValue<bool>().ShouldBeFalse();
        failing["reason"]!
            .GetValue<string>()
            .ShouldBe("switched: there is not enough memory; it is tried again");
        (await server.GetAsync("/api/v1/patterns")).Status.ShouldBe(200);

        job.Throws = null;
        await job.TurnAsync();
        await job.TurnAsync();
        (await ReadyAsync(server))["healthy"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> ReadyAsync(RunningServer server)
    {
        var ready = await server.GetAsync("/health/ready");
        ready.Status.ShouldBe(200);
        return ready.Json["checks"]!
            .AsArray()
            .Single(c => c!["name"]!.GetValue<string>() == "jobs")!;
    }

    /// <summary>A job that takes a turn when it is told to.</summary>
    private sealed class Switched
    {
        private readonly SemaphoreSlim _asked = new(0);
        private readonly SemaphoreSlim _begun = new(0);

        public Exception? Throws { get; set; }

        /// <summary>Lets one turn go on; the turn before it is over by the time it has begun.</summary>
        public async Task TurnAsync()
        {
            (await _begun.WaitAsync(Eventually.Patience)).ShouldBeTrue();
            _asked.Release();
        }

        public Job In(JobHealth health) => new Job(this, health);

        public sealed class Job(Switched owner, JobHealth health)
            : ServerJob("switched", health, TimeProvider.System, NullLogger.Instance)
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
                TakeTurnsAsync(
                    async () =>
                    {
                        owner._begun.Release();
                        await owner._asked.WaitAsync(stoppingToken);
                        return owner.Throws is { } exception ? throw exception : true;
                    },
                    TimeSpan.FromMilliseconds(1),
                    stoppingToken
                );
        }
    }
}
