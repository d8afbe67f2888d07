using System.Diagnostics.Metrics;
using Motif.Content.Personas;
using Motif.Storage;

namespace Motif.Server.Operations;

/// <summary>How varied and how fatigued the most active personas are; the rest share the label <c>other</c>.</summary>
internal sealed class PersonaGauges
{
    /// <summary>A label set for each of many thousand personas would choke whoever scrapes.</summary>
    private const int MostPersonas = 50;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly PersonaReports _reports;
    private readonly TimeProvider _time;
    private readonly ILogger<PersonaGauges> _log;
    private IReadOnlyList<PersonaStatistics> _statistics = [];
    private long? _readAt;

    public PersonaGauges(
        IMeterFactory meters,
        PersonaReports reports,
        TimeProvider time,
        ILogger<PersonaGauges> log
    )
    {
        (_reports, _time, _log) = (reports, time, log);
        var meter = meters.Create(ServerMeter.Name);
        meter.CreateObservableGauge(
            "pattern.diversity.score",
            () => Observe(s => s.DiversityScore),
            description: "Effective number of families in the window by the most it could be; personas with fewer than five uses are left out."
        );
        meter.CreateObservableGauge(
            "pattern.fatigue.rate",
            () => Observe(s => s.FatigueRate),
            description: "The share of families used in the window that are fatigued."
        );
    }

    /// <summary>Reads the personas if that was not done lately; observers tell what is there.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_readAt is { } at && _time.GetElapsedTime(at) < Age)
            return;
        try
        {
            var statistics = new List<PersonaStatistics>();
            foreach (
                var persona in await _reports.ListActiveAsync(
                    PersonaReports.MostListed,
                    cancellationToken
                )
            )
            {
                var answer = await _reports.StatisticsAsync(persona, cancellationToken);
                if (answer.Value is { } value)
                    statistics.Add(value);
            }
            _statistics = statistics;
            _readAt = _time.GetTimestamp();
        }
        catch (BackendException exception)
        {
            // The other metrics matter most just now; what cannot be read is left out.
            _statistics = [];
            _log.LogWarning(exception, "The personas could not be read");
        }
    }

    private IEnumerable<Measurement<double>> Observe(Func<PersonaStatistics, double?> value)
    {
        var ranked = _statistics
            .Where(s => s.UsesInWindow > 0 && value(s) is not null)
            .OrderByDescending(s => s.UsesInWindow)
            .ThenBy(s => s.PersonaId, StringComparer.Ordinal)
            .ToList();
        foreach (var persona in ranked.Take(MostPersonas))
            yield return Told(value(persona)!.Value, persona.PersonaId);
        if (ranked.Count > MostPersonas)
            yield return Told(ranked.Skip(MostPersonas).Average(s => value(s)!.Value), "other");
    }

    private static Measurement<double> Told(double value, string persona) =>
        new(value, new KeyValuePair<string, object?>("persona_id", persona));
}
