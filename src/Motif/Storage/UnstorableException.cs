namespace Motif.Storage;

/// <summary>A value that no store can keep, refused before anything was written: the caller's to correct.</summary>
/// <param name="member">The wire name of what it is, such as <c>body.steps[2]</c>.</param>
/// <param name="mistake">What is wrong with it, as the end of a sentence.</param>
public sealed class UnstorableException(string member, string mistake)
    : ArgumentException($"{member} {mistake}")
{
    public string Member { get; } = member;

    public string Mistake { get; } = mistake;
}
