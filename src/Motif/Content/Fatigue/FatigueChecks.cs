using System.Text.Json.Serialization;
using Motif.Catalog;
using Motif.Content.Templates;

namespace Motif.Content.Fatigue;

/// <summary>What is asked about: a content, or a template that the caller knows.</summary>
public sealed record FatigueQuestion
{
    public string? Content { get; init; }

    /// <summary>A template of the caller's own, such as <c>Test pattern {var}</c>, or a family's id.</summary>
    public string? Pattern { get; init; }
    public string? VariantId { get; init; }
    public string? Topic { get; init; }

    /// <summary>For another time than now.</summary>
    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? At { get; init; }
}

/// <summary>What an extraction found.</summary>
/// <param name="FamilyText">The template that all of the family have in common so far.</param>
public sealed record ExtractedTemplate(
    TemplateStatus Status,
    string? PatternId,
    string? FamilyId,
    string? Template,
    string? FamilyText,
    string Language,
    string TextHash,
    string ExtractorVersion
);

/// <summary>Whether a persona's audience is tired of a template.</summary>
/// <param name="Status">no_template is neither fresh nor fatigued.</param>
/// <param name="Freshness">1 unused … 0 fatigued; null without a template.</param>
/// <param name="BitingCap">Of the caps that are full the one that lasts longest.</param>
/// <param name="FreshAt">To the microsecond: fatigued just before, no longer at it. Null when it is not fatigued.</param>
public sealed record FatigueAnswer(
    string PersonaId,
    TemplateStatus Status,
    bool Fatigued,
    double? Freshness,
    int Count,
    int Reserved,
    int Threshold,
    double WindowDays,
    string? FamilyId,
    string? PatternId,
    CapLevel? BitingCap,
    DateTimeOffset? FreshAt,
    IReadOnlyList<CapState> Caps
);

/// <summary>The verbs extract and check. Neither keeps anything.</summary>
public sealed class FatigueChecks(
    ITemplateExtractor extractor,
    FamilyShelf families,
    IContentStore store,
    ContentSettings settings,
    ContentMetrics metrics,
    TimeProvider time
)
{
    public const int MostInBatch = 1000;

    public async Task<ExtractedTemplate> ExtractAsync(
        string content,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!(await settings.CurrentAsync(cancellationToken)).Enabled)
            return Disabled(extractor.Extract(content));
        using var timing = metrics.TimeExtraction();
        return (
            await SubjectsAsync([new FatigueQuestion { Content = content }], cancellationToken)
        )[0];
    }

    /// <summary>One answer a question, in their order, all of the same moment.</summary>
    public async Task<CatalogueAnswer<IReadOnlyList<FatigueAnswer>>> CheckAsync(
        string personaId,
        IReadOnlyList<FatigueQuestion> questions,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(questions);
        if (ContentNames.Fault("persona_id", personaId) is { } fault)
            return fault;
        if (questions.Count > MostInBatch)
            return CatalogueProblem.Invalid("items", $"has more than {MostInBatch}");
        using var timing = metrics.TimeCheck();
        var subjects = await SubjectsAsync(questions, cancellationToken);
        var now = Moment.Now(time);
        var earliest = questions.Min(q => q.At) is { } at && at < now ? at : now;
        var general = await settings.CurrentAsync(cancellationToken);
        var ledger = await store.ReadAsync(
            new LedgerScope(personaId, earliest - LongestWindow)
            {
                SinceOf = persona => earliest - persona.Settings.On(general).LongestWindow,
                CacheFor = general.CacheLifetime,
            },
            cancellationToken
        );
        var current = ledger.Persona.Settings.On(general);
        now = ledger.Advance(now);
        return CatalogueAnswer.Of<IReadOnlyList<FatigueAnswer>>([
            .. questions.Select(
                (question, i) => Answer(ledger, question, subjects[i], current, now)
            ),
        ]);
    }

    /// <summary>Longer windows would need all posts of a persona for every answer.</summary>
    internal static TimeSpan LongestWindow => TimeSpan.FromDays(400);

    /// <summary>The templates of what was asked, in order; a caller's own is taken at its word.</summary>
    internal async Task<IReadOnlyList<ExtractedTemplate>> SubjectsAsync(
        IReadOnlyList<FatigueQuestion> questions,
        CancellationToken cancellationToken
    )
    {
        var templates = questions
            .Select(q => q.Pattern is null ? extractor.Extract(q.Content ?? "") : null)
            .ToList();
        var toPlace = templates
            .OfType<Template>()
            .Where(t => t.Status is TemplateStatus.Ok)
            .ToList();
        var placed = await families.LookAsync(toPlace, cancellationToken);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new ExtractedTemplate[questions.Count];
        for (int i = 0, next = 0; i < found.Length; i++)
        {
            if (templates[i] is not { } template)
                found[i] = Named(questions[i], ids);
            else if (template.Status is not TemplateStatus.Ok)
                found[i] = Of(template, null, null);
            else
                found[i] = Of(template, placed[next].FamilyId, placed[next++].Text);
        }
        return found;
    }

    /// <summary>Of many variants most share their template with others.</summary>
    private static ExtractedTemplate Named(FatigueQuestion question, Dictionary<string, string> ids)
    {
        var pattern = question.Pattern!;
        if (!ids.TryGetValue(pattern, out var id))
            ids[pattern] = id = NamedTemplate.IdOf(pattern);
        return Named(
            pattern,
            id,
            question.Content is { } content ? TemplateExtractor.TextHash(content) : ""
        );
    }

    /// <summary>A template that the caller names: an id of ours stays, anything else is its own family.</summary>
    internal static ExtractedTemplate Named(string pattern, string textHash) =>
        Named(pattern, NamedTemplate.IdOf(pattern), textHash);

    private static ExtractedTemplate Named(string pattern, string id, string textHash) =>
        new(
            TemplateStatus.Ok,
            id,
            id,
            pattern,
            pattern,
            "und",
            textHash,
            TemplateExtractor.Version
        );

    private static ExtractedTemplate Disabled(Template template) =>
        Of(template, null, null) with
        {
            Status = TemplateStatus.Disabled,
            PatternId = null,
            Template = null,
        };

    internal static ExtractedTemplate Of(Template template, string? familyId, string? familyText) =>
        new(
            template.Status,
            template.PatternId,
            familyId,
            template.Shown,
            familyText,
            template.Language,
            template.TextHash,
            template.ExtractorVersion
        );

    private static FatigueAnswer Answer(
        PersonaLedger ledger,
        FatigueQuestion question,
        ExtractedTemplate found,
        FatigueSettings settings,
        DateTimeOffset now
    )
    {
        var template = found with { FamilyId = ledger.Families.ResolveOrNull(found.FamilyId) };
        var at = question.At ?? now;
        var subject = new FatigueSubject(
            template.FamilyId,
            template.TextHash is { Length: > 0 } hash ? hash : null,
            question.VariantId,
            question.Topic
        );
        var caps = settings.Enabled ? FatigueRules.States(ledger, subject, settings, at, now) : [];
        var biting = caps.Where(c => c.Bites).MaxBy(c => c.FreshAt);
        var family = caps.FirstOrDefault(c => c.Level is CapLevel.Family);
        var status = settings.Enabled ? template.Status : TemplateStatus.Disabled;
        return new FatigueAnswer(
            ledger.Persona.PersonaId,
            status,
            biting is not null,
            family is null
                ? null
                : FatigueRules.Freshness(family.Count + family.Reserved, family.Max),
            family?.Count ?? 0,
            family?.Reserved ?? 0,
            family?.Max ?? settings.Threshold,
            family?.WindowDays ?? settings.WindowDays,
            template.FamilyId,
            template.PatternId,
            biting?.Level,
            biting?.FreshAt,
            caps
        );
    }
}
