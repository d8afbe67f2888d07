using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What decisions do while a service beside them fails, on every database.</summary>
public abstract class DecisionFaultConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private readonly HangingModel model = new();

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(model);
    }

    [ConformanceFact]
    public async Task While_the_sentence_model_hangs_messages_are_matched_by_words_and_none_is_answered()
    {
        await HeldAsync();
        model.IsHanging = true;
        Clock.Patience = TimeSpan.FromMilliseconds(1);
        var matched = await DecideAsync(
            Message("please bay and number what about it 3", Undrawn("m2"), "c2")
        );
        matched.PatternId.ShouldBe(Bay!.PatternId);
        (matched.Confidence, matched.State).ShouldBe((0, ExecutionState.Logged));

        // Lessons that come meanwhile are learned by their words, and nothing acts on that.
        await LiveAsync(40, [Bay, Hours!], from: 1500);
        Clock.Passed += TimeSpan.FromSeconds(30);
        matched = await DecideAsync(
            Message("please bay and number what about it 3", Undrawn("m4"), "c4")
        );
        matched.PatternId.ShouldBe(Bay.PatternId);
        matched.Action.ShouldNotBe(DecisionAction.Auto);
        await LaterAsync(120);
        Receiver.Deliveries.ShouldHaveSingleItem().InReplyTo.ShouldBe("m1");

        model.IsHanging = false;
        Clock.Patience = null;
        Clock.Passed += TimeSpan.FromMinutes(2);
        await HeldAsync("m5", "c5");
    }

    [ConformanceFact]
    public async Task A_model_that_hangs_is_not_asked_for_every_message()
    {
        await LearnedAsync("Your bay is on the left.", RiskClass.R0, PatternMode.Suggest);
        await DecideAsync(Message("please bay and number what about it 3"));
        model.IsHanging = true;
        Clock.Patience = TimeSpan.FromMilliseconds(1);
        var asked = model.Asked;
        for (var i = 0; i < 5; i++)
            await DecideAsync(Message("please bay and number what about it 3", $"n{i}", $"d{i}"));
        (model.Asked - asked).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task A_receiver_that_is_down_for_a_minute_gets_the_answer_once_it_is_back()
    {
        await HeldAsync();
        var backAt = Clock.Now.AddSeconds(20 + 60);
        Receiver.Answer = _ =>
            Clock.Now < backAt
                ? new SendAnswer(SendResult.NotNow, "no connection")
                : new SendAnswer(SendResult.Sent);
        for (var second = 0; second < 600; second++)
            await LaterAsync(1);
        Receiver.Deliveries.Select(d => d.DeliveryId).Distinct().ShouldHaveSingleItem();
        Receiver.Deliveries.Count.ShouldBeInRange(2, Motif.Decisions.ReplyDispatch.MostAttempts);
        var sent = (
            await Store.ListAsync(new ExecutionQuery { States = [ExecutionState.Sent] }, Forever)
        ).ShouldHaveSingleItem();
        sent.Events.Count(e => e.Event == "sent").ShouldBe(1);
        (await Store.ConversationAsync("c1", Forever))!.Answers.ShouldHaveSingleItem();
    }

    /// <summary>Vectors by hashed words; while it hangs it answers nobody, and looks at no token.</summary>
    private sealed class HangingModel : IEmbeddingGenerator<string, Embedding<float>>
    {
        private const int Width = 64;

        private int asked;

        public volatile bool IsHanging;

        public int Asked => Volatile.Read(ref asked);

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref asked);
            if (IsHanging)
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return [.. values.Select(v => new Embedding<float>(Vector(v)))];
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }

        private static float[] Vector(string text)
        {
            var vector = new float[Width];
            foreach (var token in MessageTokens.Of(text))
                vector[token.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % Width] += 1;
            return vector;
        }
    }
}
