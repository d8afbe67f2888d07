namespace Motif.Matching.Ranking;

/// <summary>The text fields of a pattern.</summary>
public enum MatchField
{
    Name,
    Aliases,
    Tags,
    Intent,
    PastIntents,
    Description,
    Steps,
    Setting,
}

/// <summary>How much an occurrence of a term counts, by the field it stands in; 1 is one occurrence in the description.</summary>
public sealed record FieldWeights
{
    public double Name { get; init; } = 1.5;
    public double Aliases { get; init; } = 1.5;
    public double Tags { get; init; } = 1.2;
    public double Intent { get; init; } = 1.2;
    public double PastIntents { get; init; } = 1.0;
    public double Description { get; init; } = 1.0;
    public double Steps { get; init; } = 0.7;

    /// <summary>Environment, context and success criteria: where it holds, and by what it is judged.</summary>
    public double Setting { get; init; } = 0.35;

    /// <summary>Every field alike: one bag of words, as the classic BM25 sees a document.</summary>
    public static FieldWeights Flat { get; } =
        new()
        {
            Name = 1,
            Aliases = 1,
            Tags = 1,
            Intent = 1,
            PastIntents = 1,
            Description = 1,
            Steps = 1,
            Setting = 1,
        };

    /// <summary>The weight of a field.</summary>
    public double Of(MatchField field) =>
        field switch
        {
            MatchField.Name => Name,
            MatchField.Aliases => Aliases,
            MatchField.Tags => Tags,
            MatchField.Intent => Intent,
            MatchField.PastIntents => PastIntents,
            MatchField.Description => Description,
            MatchField.Steps => Steps,
            MatchField.Setting => Setting,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
        };
}
