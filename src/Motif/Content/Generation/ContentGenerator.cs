using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Content.Generation;

/// <summary>What shall be written.</summary>
/// <param name="Templates">Templates with <c>{topic}</c> beside those that come along; their text is their name.</param>
/// <param name="EnablePatternFatigue">False writes without a look at what was posted.</param>
[WireRequest]
public sealed record GenerateRequest(
    string PersonaId,
    string Topic,
    int Count = 1,
    IReadOnlyList<string>? Templates = null,
    bool EnablePatternFatigue = true,
    string? DecisionId = null
);

/// <summary>A written content and the place that is held for it.</summary>
public sealed record GeneratedContent(
    string Content,
    string Template,
    string? FamilyId,
    double Probability,
    Guid? PostId
);

/// <summary>Contents of one decision.</summary>
public sealed record GeneratedContents(string DecisionId, IReadOnlyList<GeneratedContent> Items);

/// <summary>
/// Writes contents of templates, the templates chosen as variants are: by what worked and what the audience is tired of. Words
/// are filled in as they are given; a language model can write on from there.
/// </summary>
public sealed class ContentGenerator(ContentSelector selector)
{
    public const int MostContents = 20;
    private const int LongestTopic = 200;
    private const string Slot = "{topic}";

    public async Task<CatalogueAnswer<GeneratedContents>> GenerateAsync(
        GenerateRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Topic) || request.Topic.Length > LongestTopic)
            return CatalogueProblem.Invalid("topic", $"must have 1 to {LongestTopic} characters");
        if (request.Count is < 1 or > MostContents)
            return CatalogueProblem.Invalid("count", $"must be 1 to {MostContents}");
        if (
            request.Templates?.FirstOrDefault(t => !t.Contains(Slot, StringComparison.Ordinal)) is
            { } without
        )
            return CatalogueProblem.Invalid("templates", $"'{without}' has no {Slot}");
        var templates = Templates(request);
        var answer = await selector.SelectAsync(
            new SelectRequest
            {
                PersonaId = request.PersonaId,
                DecisionId = request.DecisionId,
                Slots = request.Count,
                EnableFatigueDetection = request.EnablePatternFatigue,
                Variants =
                [
                    .. templates.Select(t => new VariantCandidate
                    {
                        VariantId = t.Key,
                        Pattern = t.Value,
                        Topic = request.Topic,
                    }),
                ],
            },
            cancellationToken
        );
        return answer.Value is { } decision
            ? new GeneratedContents(
                decision.DecisionId,
                [
                    .. decision.Selected.Select(s =>
                        Written(templates[s.VariantId], request.Topic, s)
                    ),
                ]
            )
            : answer.Problem!;
    }

    private static Dictionary<string, string> Templates(GenerateRequest request)
    {
        var templates = HookTemplates.All.ToDictionary(
            t => t.Name,
            t => t.Text,
            StringComparer.Ordinal
        );
        foreach (var template in request.Templates ?? [])
            templates[template] = template;
        return templates;
    }

    private static GeneratedContent Written(string template, string topic, SelectedVariant slot) =>
        new(
            template.Replace(Slot, topic.Trim(), StringComparison.Ordinal),
            template,
            slot.FamilyId,
            slot.Probability,
            slot.PostId
        );
}
