namespace Motif.Code.Rules;

/// <summary>
/// Recognises one family of patterns in the facts of source code, of whatever language. A rule sees one unit at a time,
/// with its place in the project; it is stateless and thread-safe, and never throws on any facts.
/// </summary>
/// <remarks>
/// The evidence is structural. Identifiers and documentation may raise the confidence of what structure already shows, by
/// at most <see cref="RuleMatchBuilder.MaxNameWeight"/>; they never make a match.
/// </remarks>
public interface ICodeRule
{
    /// <summary>Stable snake_case name, such as <c>circuit_breaker</c>.</summary>
    string Name { get; }

    /// <summary>The field's term for the pattern, such as <c>Circuit Breaker</c>; the core of a pattern's name.</summary>
    string Title { get; }

    /// <summary>Which units it wants to see.</summary>
    RuleSubjects Subjects { get; }

    /// <summary>Looks at one unit and reports what it finds; returns early where there is nothing.</summary>
    void Find(ProjectUnit unit, RuleFindings found);
}

/// <summary>Kinds of units a rule looks at.</summary>
[Flags]
public enum RuleSubjects
{
    None = 0,
    Functions = 1,
    Classes = 2,
    Modules = 4,
}
