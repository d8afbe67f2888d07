using Motif.Content.Templates;

namespace Motif.Content.Fatigue;

/// <summary>
/// A part of a persona's ledger in memory, inside a transaction or as it was read. What is put into it is kept when the
/// transaction ends. Whatever family a post was counted for when it was made, here it is that of the family which its id leads
/// to. Not thread-safe.
/// </summary>
public sealed class PersonaLedger
{
    private readonly Dictionary<Guid, ContentPost> _posts;
    private readonly HashSet<Guid> _changed = [];

    public PersonaLedger(
        StoredPersona persona,
        IReadOnlySet<string> members,
        IEnumerable<ContentPost> posts,
        IReadOnlyList<PostOutcome>? outcomes = null,
        StoredDecision? decision = null,
        FamilyAliases? families = null
    )
    {
        Persona = persona;
        Members = members;
        Families = families ?? FamilyAliases.None;
        _posts = posts.Select(Resolved).ToDictionary(p => p.PostId);
        Outcomes = outcomes is null ? [] : [.. outcomes.Select(Resolved)];
        Decision = decision;
    }

    public StoredPersona Persona { get; private set; }

    public bool IsPersonaChanged { get; private set; }

    /// <summary>The persona and those that share its audience.</summary>
    public IReadOnlySet<string> Members { get; }

    /// <summary>Where ids of families lead.</summary>
    public FamilyAliases Families { get; }

    /// <summary>All that was read, also posts of the same text by strangers.</summary>
    public IEnumerable<ContentPost> Posts => _posts.Values;

    /// <summary>What the persona's audience saw or will see.</summary>
    public IEnumerable<ContentPost> Audience => Posts.Where(p => Members.Contains(p.PersonaId));

    public IReadOnlyList<PostOutcome> Outcomes { get; }

    /// <summary>The stored decision that was asked for, or the new one.</summary>
    public StoredDecision? Decision { get; private set; }

    public bool HasNewDecision { get; private set; }

    public IEnumerable<ContentPost> Changed => _changed.Select(id => _posts[id]);

    public IEnumerable<ContentPost> Own => Posts.Where(p => p.PersonaId == Persona.PersonaId);

    public ContentPost? Find(Guid postId) => _posts.GetValueOrDefault(postId);

    public void Put(ContentPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        _posts[post.PostId] = Resolved(post);
        _changed.Add(post.PostId);
    }

    public void Put(StoredDecision decision) => (Decision, HasNewDecision) = (decision, true);

    public void Put(StoredPersona persona) => (Persona, IsPersonaChanged) = (persona, true);

    /// <summary>The time, which for a persona never goes back even where a clock does.</summary>
    public DateTimeOffset Advance(DateTimeOffset now)
    {
        var at = now > Persona.Clock ? now : Persona.Clock;
        Persona = Persona with { Clock = at };
        return at;
    }

    private ContentPost Resolved(ContentPost post) =>
        post.FamilyId is { } id && Families.Resolve(id) is var family && family != id
            ? post with
            {
                FamilyId = family,
            }
            : post;

    private PostOutcome Resolved(PostOutcome outcome) =>
        outcome with
        {
            FamilyId = Families.Resolve(outcome.FamilyId),
        };
}
