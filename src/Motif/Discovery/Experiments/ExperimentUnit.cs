namespace Motif.Discovery.Experiments;

/// <summary>A unit was shown an arm.</summary>
/// <param name="At">The first time.</param>
/// <param name="Attributes">Texts by name, such as os=android: where a ratio is off, they say in whom.</param>
public sealed record Exposure(
    string Unit,
    string Arm,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Attributes
);

/// <summary>Something that a unit did. Before its exposure it is an earlier value, which no arm can have caused.</summary>
public sealed record Outcome(string Unit, string Name, DateTimeOffset At, double Value);

/// <summary>All that is known of a unit.</summary>
/// <param name="Exposures">One for every arm that it saw.</param>
public sealed record ExperimentUnit(
    string Unit,
    IReadOnlyList<Exposure> Exposures,
    IReadOnlyList<Outcome> Outcomes
);
