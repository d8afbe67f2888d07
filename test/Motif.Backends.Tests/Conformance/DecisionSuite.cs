using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What the suites of decisions start with: a clock of their own, a customer, and somebody who answers him.</summary>
public abstract class DecisionSuite(TestBackend backend) : StorageConformance(backend)
{
    protected static readonly Actor Ada = new("ada", Rights: ApiRights.Teach | ApiRights.ApproveR3);
    protected static readonly Actor Bob = Ada with { Name = "bob" };
    protected static readonly Actor Admin = new("root", IsAdministrator: true);

    private ServiceProvider? timed;

    protected AdjustableClock Clock { get; } = new(Sample.Start);

    protected ServiceProvider Timed => timed ??= Keep(OpenTimed());

    protected DecisionEngine Deciding => Timed.GetRequiredService<DecisionEngine>();

    protected DecisionConfig Config => Timed.GetRequiredService<DecisionConfig>();

    protected DecisionPatterns Replies => Timed.GetRequiredService<DecisionPatterns>();

    protected HumanReplies Humans => Timed.GetRequiredService<HumanReplies>();

    protected DecisionReports Reports => Timed.GetRequiredService<DecisionReports>();

    protected IDecisionStore Store => Timed.GetRequiredService<IDecisionStore>();

    protected ServiceProvider OpenTimed()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        Configure(services);
        services.AddMotif().UseDatabase(Setting);
        return services.BuildServiceProvider();
    }

    protected virtual void Configure(IServiceCollection services) { }

    protected async Task SetAsync(DecisionOverrides overrides) =>
        Good(await Config.ConfigureAsync(overrides, null, Admin, Forever));

    protected Task EnableAsync() => SetAsync(new DecisionOverrides { Enabled = true });

    protected static InboundMessage Message(
        string text,
        string id = "m1",
        string conversation = "c1",
        DateTimeOffset? sentAt = null
    ) =>
        new()
        {
            MessageId = id,
            ConversationId = conversation,
            Channel = "chat",
            Text = text,
            SentAt = sentAt,
            CustomerId = "customer 7",
        };

    protected async Task<DecisionExecution> DecideAsync(InboundMessage message)
    {
        var answer = Good(await Deciding.ProcessAsync(message, Forever));
        return answer.Decision.ShouldNotBeNull(answer.Reason);
    }

    protected async Task<DecisionPattern> PatternAsync(
        string name,
        string template,
        string[] examples,
        RiskClass risk = RiskClass.R0,
        string? topic = null,
        bool autoExecutable = false
    ) =>
        Good(
            await Replies.CreateAsync(
                new DecisionPatternDraft
                {
                    Name = name,
                    Examples = examples,
                    Reply = new ReplyBody
                    {
                        Template = template,
                        Risk = risk,
                        Topic = topic,
                        AutoExecutable = autoExecutable,
                    },
                },
                Admin,
                Forever
            )
        );

    protected Task<DecisionPattern> BayAsync(bool autoExecutable = false) =>
        PatternAsync(
            "Bay",
            "Your bay is on the left.",
            ["Which bay is mine?", "where is my bay", "what bay do I have"],
            topic: "booking",
            autoExecutable: autoExecutable
        );

    protected Task<DecisionPattern> HoursAsync() =>
        PatternAsync(
            "Hours",
            "We are open from 8 to 20 on weekdays.",
            ["When do you open?", "what are your opening hours", "are you open on monday"],
            topic: "access"
        );

    /// <summary>
    /// Labelled decisions as a few weeks would bring them: words of three subjects, each with its own, now and then a subject
    /// that nobody can tell.
    /// </summary>
    protected Task LiveAsync(int count, params DecisionPattern[] patterns) =>
        LiveAsync(count, patterns, from: 0);

    protected async Task LiveAsync(int count, DecisionPattern[] patterns, int from)
    {
        string[] subjects =
        [
            "bay number left parking",
            "open hours monday weekday",
            "locker door code forgot",
        ];
        var lessons = new List<StoredLesson>();
        for (var i = from; i < from + count; i++)
        {
            var which = i % patterns.Length;
            var words = subjects[which].Split(' ');
            var text =
                i % 23 == 22
                    ? $"please tell me about it once more {i % 7}"
                    : $"please {words[i / 3 % words.Length]} and {words[(i / 3 + 1) % words.Length]} what about it {i % 7}";
            lessons.Add(
                new StoredLesson(
                    PatternId.For(PatternKind.Decision, $"live {i}"),
                    patterns[which].PatternId.ToString("D"),
                    text,
                    [],
                    null,
                    patterns[which].Reply.Risk,
                    1,
                    Clock.Now,
                    "ada",
                    null,
                    null
                )
            );
        }
        await Store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                foreach (var lesson in lessons)
                    ledger.Add(lesson);
                return true;
            },
            Forever
        );
    }

    /// <summary>Evidence as it is after so many decisions that people sent as they were.</summary>
    protected Task ProveAsync(
        DecisionPattern pattern,
        int trials = 40,
        PatternMode mode = PatternMode.Auto
    ) =>
        Store.ChangeAsync(
            new DecisionScope { Patterns = [pattern.PatternId] },
            ledger =>
            {
                ledger.Put(
                    ledger.Evidence(pattern.PatternId) with
                    {
                        Right = trials,
                        Trials = trials,
                        Successes = trials,
                        Overridden = [.. Enumerable.Repeat(false, Math.Min(trials, 50))],
                        Mode = mode,
                        ModeSince = Clock.Now,
                    }
                );
                return true;
            },
            Forever
        );

    protected async Task<LearnedReply> ReplyAsync(
        string reply,
        string id = "m1",
        string? text = null,
        string conversation = "c1",
        ReplyKind kind = ReplyKind.Reply
    ) =>
        Good(
            await Humans.LearnAsync(
                new HumanReply
                {
                    ConversationId = conversation,
                    Channel = "chat",
                    MessageId = id,
                    Text = text,
                    Reply = reply,
                    Kind = kind,
                },
                Ada,
                Forever
            )
        );

    protected static T Good<T>(CatalogueAnswer<T> answer)
        where T : class
    {
        answer.Problem.ShouldBeNull(answer.Problem?.OneLine);
        return answer.Value!;
    }
}
