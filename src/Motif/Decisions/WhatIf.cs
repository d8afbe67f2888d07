using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Statistics;

namespace Motif.Decisions;

/// <summary>A question about settings before they are in force.</summary>
[WireRequest]
public sealed record WhatIfQuestion
{
    /// <summary>The share of automatic answers that must be right; the threshold of each class is sought for it.</summary>
    [Range(0.5, 0.999)]
    public double? Target { get; init; }

    /// <summary>Or the confidence from which on is answered.</summary>
    [Range(0.0, 1)]
    public double? Threshold { get; init; }

    /// <summary>Only messages that were decided then or later.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? From { get; init; }

    /// <summary>Only messages that were decided before.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? To { get; init; }

    /// <summary>Only these patterns.</summary>
    public IReadOnlyList<Guid>? Patterns { get; init; }
}

/// <summary>A point of the curve of automation against precision.</summary>
/// <param name="Automated">Share of the class's messages with at least that confidence, 0 to 1.</param>
/// <param name="Precision">Share of the labelled ones among them whose first candidate was right; null without any.</param>
public sealed record WhatIfPoint(double Threshold, double Automated, double? Precision, int Labels);

/// <summary>A message that would have been answered.</summary>
/// <param name="IsRight">What a person's answer said of it; null where nobody answered.</param>
public sealed record WhatIfExample(
    Guid ExecutionId,
    string Text,
    string? PatternName,
    string? Reply,
    double Confidence,
    bool? IsRight
);

/// <summary>What would have happened to the messages of one class of risk.</summary>
/// <param name="Claim"><c>estimated</c>, <c>no_claim</c> with fewer than 200 labels, or <c>never</c> for R3.</param>
/// <param name="Threshold">Null where none keeps the target.</param>
/// <param name="WouldSend">Share of the messages that would have been answered, 0 to 1; null without a claim.</param>
/// <param name="ExpectedWrong">Share of those that would have been wrong; null without a claim.</param>
/// <param name="WrongAtLeast">Lower end of the 95 % Wilson interval of it.</param>
/// <param name="WrongAtMost">Upper end.</param>
/// <param name="Riskiest">Twenty that would have been answered: those known to be wrong, then the least sure.</param>
public sealed record WhatIfClass(
    RiskClass Risk,
    string Claim,
    int Messages,
    int Labels,
    double? Threshold,
    double? WouldSend,
    double? ExpectedWrong,
    double? WrongAtLeast,
    double? WrongAtMost,
    IReadOnlyList<WhatIfExample> Riskiest,
    IReadOnlyList<WhatIfPoint> Curve
);

/// <summary>
/// Says what other settings would have done with the messages of the log: with the confidence that was recorded before anybody
/// answered, and what people then answered. It reads and changes nothing. Thread-safe.
/// </summary>
public sealed class WhatIf(IDecisionStore store, DecisionConfig config)
{
    private const int Page = 500;
    private const int MostMessages = 20_000;
    private const int MostExamples = 20;
    private const int Points = 50;

    public async Task<IReadOnlyList<WhatIfClass>> AskAsync(
        WhatIfQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        var settings = await config.CurrentAsync(cancellationToken);
        var messages = await MessagesAsync(question, cancellationToken);
        return
        [
            .. messages
                .GroupBy(m => m.Risk!.Value)
                .OrderBy(g => g.Key)
                .Select(g => Of(g.Key, [.. g], question, settings)),
        ];
    }

    private async Task<List<DecisionExecution>> MessagesAsync(
        WhatIfQuestion question,
        CancellationToken cancellationToken
    )
    {
        var found = new List<DecisionExecution>();
        Guid? before = null;
        while (found.Count < MostMessages)
        {
            var page = await store.ListAsync(
                new ExecutionQuery
                {
                    Since = question.From,
                    Before = before,
                    Limit = Page,
                },
                cancellationToken
            );
            found.AddRange(
                page.Where(e =>
                    e.Risk is not null
                    && !(e.At >= question.To)
                    && (
                        question.Patterns is not { Count: > 0 } wanted
                        || (e.PatternId is { } id && wanted.Contains(id))
                    )
                )
            );
            if (page.Count < Page)
                break;
            before = page[^1].ExecutionId;
        }
        return found;
    }

    private static WhatIfClass Of(
        RiskClass risk,
        List<DecisionExecution> messages,
        WhatIfQuestion question,
        DecisionSettings settings
    )
    {
        var labelled = messages.Where(m => m.Agrees is not null).ToList();
        var curve = Curve(messages, labelled);
        if (risk is RiskClass.R3)
            return new(
                risk,
                "never",
                messages.Count,
                labelled.Count,
                null,
                null,
                null,
                null,
                null,
                [],
                curve
            );
        if (labelled.Count < DecisionModel.FewestLabels)
            return new(
                risk,
                "no_claim",
                messages.Count,
                labelled.Count,
                null,
                null,
                null,
                null,
                null,
                [],
                curve
            );
        var threshold =
            question.Threshold
            ?? Sought(labelled, question.Target ?? settings.Targets.Of(risk)!.Value);
        if (threshold is not { } from)
            return new(
                risk,
                "estimated",
                messages.Count,
                labelled.Count,
                null,
                0,
                null,
                null,
                null,
                [],
                curve
            );
        var sent = messages.Where(m => Sureness(m) >= from).ToList();
        var known = sent.Where(m => m.Agrees is not null).ToList();
        var wrong = known.Count(m => m.Agrees == false);
        var interval = known.Count == 0 ? null : WilsonInterval.Of(wrong, known.Count - wrong);
        return new(
            risk,
            "estimated",
            messages.Count,
            labelled.Count,
            from,
            (double)sent.Count / messages.Count,
            known.Count == 0 ? null : (double)wrong / known.Count,
            interval?.Low,
            interval?.High,
            [
                .. sent.OrderBy(m => m.Agrees ?? true)
                    .ThenBy(m => m.Confidence)
                    .ThenBy(m => m.ExecutionId)
                    .Take(MostExamples)
                    .Select(Example),
            ],
            curve
        );
    }

    private static double? Sought(List<DecisionExecution> labelled, double target) =>
        ActionThreshold.Of(
            [
                .. labelled.Select(m => new LabelledTrial(
                    [],
                    m.Agrees == true,
                    Sureness(m),
                    Weight(m)
                )),
            ],
            target
        );

    /// <summary>What was said before there were labels enough promises nothing.</summary>
    private static double Sureness(DecisionExecution message) =>
        message.IsProvisional ? 0 : message.Confidence;

    /// <summary>One that was drawn for the audit stands for the nine that were not.</summary>
    private static double Weight(DecisionExecution message) =>
        message.Reasons is ["audited", ..] ? HumanReplies.AuditWeight : 1;

    private static List<WhatIfPoint> Curve(
        List<DecisionExecution> messages,
        List<DecisionExecution> labelled
    )
    {
        var points = new List<WhatIfPoint>();
        for (var i = 0; i <= Points; i++)
        {
            var from = (double)i / Points;
            var known = labelled.Where(m => Sureness(m) >= from).ToList();
            points.Add(
                new WhatIfPoint(
                    from,
                    (double)messages.Count(m => Sureness(m) >= from) / messages.Count,
                    known.Count == 0
                        ? null
                        : (double)known.Count(m => m.Agrees == true) / known.Count,
                    known.Count
                )
            );
        }
        return points;
    }

    private static WhatIfExample Example(DecisionExecution message) =>
        new(
            message.ExecutionId,
            message.Text,
            message.PatternName,
            message.Reply,
            message.Confidence,
            message.Agrees
        );
}
