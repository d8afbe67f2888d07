using Microsoft.Extensions.AI;
using Motif.Catalog;
using Motif.Content.Personas;
using Motif.Content.Selection;
using Motif.Content.Templates;

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
/// <param name="Refusal">Why what a language model wrote was not taken; null where it was, or where there is none.</param>
public sealed record GeneratedContent(
    string Content,
    string Template,
    string? FamilyId,
    double Probability,
    Guid? PostId,
    ContentAuthor Author,
    string? Refusal
);

/// <summary>Contents of one decision.</summary>
public sealed record GeneratedContents(string DecisionId, IReadOnlyList<GeneratedContent> Items);

/// <summary>
/// Writes contents of templates, the templates chosen as variants are: by what worked and what the audience is tired of. Beside
/// those that come along stand the persona's own, where they have one slot. The topic is filled in; with a language model it
/// writes the content under the filled template.
/// </summary>
/// <param name="chat">Null without a language model.</param>
public sealed class ContentGenerator(
    ContentSelector selector,
    PersonaReports personas,
    ITemplateExtractor extractor,
    IChatClient? chat = null
)
{
    private const int MostOwn = 20;
    private readonly ContentWriter _writer = new(extractor, chat);

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
        var templates = await TemplatesAsync(request, cancellationToken);
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
                        Pattern = t.Value.Pattern,
                        Topic = request.Topic,
                    }),
                ],
            },
            cancellationToken
        );
        if (answer.Value is not { } decision)
            return answer.Problem!;
        var items = new List<GeneratedContent>();
        foreach (var slot in decision.Selected)
            items.Add(
                await WriteAsync(
                    templates[slot.VariantId].Text,
                    request.Topic.Trim(),
                    slot,
                    cancellationToken
                )
            );
        return new GeneratedContents(decision.DecisionId, items);
    }

    /// <summary>By name: the text with its <see cref="Slot"/>, and what fatigue knows it by.</summary>
    private async Task<Dictionary<string, (string Text, string Pattern)>> TemplatesAsync(
        GenerateRequest request,
        CancellationToken cancellationToken
    )
    {
        var templates = HookTemplates.All.ToDictionary(
            t => t.Name,
            t => (t.Text, t.Text),
            StringComparer.Ordinal
        );
        foreach (var template in request.Templates ?? [])
            templates[template] = (template, template);
        var statistics = await personas.StatisticsAsync(request.PersonaId, cancellationToken);
        foreach (
            var family in (statistics.Value?.Families ?? [])
                .Where(f => f.Template is { } text && HasOneSlot(text))
                .OrderByDescending(f => f.Rate ?? 0)
                .Take(MostOwn)
        )
            templates[family.FamilyId] = (Filled(family.Template!, Slot), family.FamilyId);
        return templates;
    }

    private static bool HasOneSlot(string template) =>
        template.Count(c => c == '{') == 1
        && template.Contains(FrameToken.AnySlot, StringComparison.Ordinal);

    /// <summary>Templates are kept in lower case; a post begins with a capital.</summary>
    private static string Filled(string template, string filling)
    {
        var text = template.Replace(FrameToken.AnySlot, filling, StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private async Task<GeneratedContent> WriteAsync(
        string template,
        string topic,
        SelectedVariant slot,
        CancellationToken cancellationToken
    )
    {
        var filled = template.Replace(Slot, topic, StringComparison.Ordinal);
        var written = await _writer.WriteAsync(filled, template, topic, cancellationToken);
        return new GeneratedContent(
            written.Content,
            template,
            slot.FamilyId,
            slot.Probability,
            slot.PostId,
            written.Author,
            written.Refusal
        );
    }
}
