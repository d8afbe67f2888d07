using Motif.Discovery.Mining;
using Motif.Statistics;

namespace Motif.Discovery.Trends;

/// <summary>
/// The effect of a trait in every period, by the same comparison as that of a run: inside a scope's channels, here inside the
/// period, so that neither good months nor large channels can pass for it.
/// </summary>
internal sealed class EffectCalendar
{
    private const double Surprise = 0.05;
    private const double DaysOfYear = 365.25;

    private readonly CorpusMiner _corpus;
    private readonly EffectQuestion _question;
    private readonly TrendCalendar _calendar;

    /// <summary>The period of each row of evidence, −1 without a date.</summary>
    private readonly int[] _places;

    public EffectCalendar(CorpusMiner corpus, EffectQuestion question)
    {
        (_corpus, _question) = (corpus, question);
        var times = corpus.Evidence.Rows.Select(r => r.Item.PublishedAt).ToList();
        _calendar = new TrendCalendar(
            TimeZoneInfo.FindSystemTimeZoneById(question.Zone),
            question.Period,
            [.. times.OfType<DateTimeOffset>()]
        );
        _places = [.. times.Select(t => t is { } at ? _calendar.PlaceOf(at) : -1)];
    }

    public EffectOverTime Of(Feature feature, Layer layer, int scope, ScopeName name)
    {
        int[] rows =
        [
            .. _corpus
                .RowsOf(feature)
                .Rows.Where(row => _corpus.Evidence.ScopeOf(row, layer) == scope),
        ];
        var effects = Effects(rows, layer, scope);
        var whole = EffectOf(_corpus.Miner.Whole(layer), rows);
        var course = Course(effects);
        return new EffectOverTime(
            feature.Key,
            name.ClusterId,
            name.Name,
            _question.Zone,
            _question.Period,
            whole is null ? null : FindingSheet.Part(whole).Multiplier,
            whole is null ? null : FindingSheet.Part(whole).Ci95,
            course is null ? null : Direction(course),
            course is null ? null : FindingSheet.Ratio(course.Slope),
            course is null ? null : FindingSheet.Ratio(course.Interval()),
            course?.P,
            EffectCourse.NeededValues,
            rows.Count(row => _places[row] < 0),
            [.. effects.Select((effect, place) => Period(effect, place, rows))]
        );
    }

    private EffectEstimate?[] Effects(int[] rows, Layer layer, int scope)
    {
        var members = new List<int>[_calendar.Starts.Count];
        for (var place = 0; place < members.Length; place++)
            members[place] = [];
        for (var row = 0; row < _places.Length; row++)
        {
            if (_places[row] >= 0 && _corpus.Evidence.ScopeOf(row, layer) == scope)
                members[_places[row]].Add(row);
        }
        var having = rows.Where(row => _places[row] >= 0).ToLookup(row => _places[row]);
        return
        [
            .. members.Select(
                (m, place) =>
                    having[place].Any()
                        ? EffectOf(
                            StratifiedDesign.Of(_corpus.Evidence, layer, m),
                            [.. having[place]]
                        )
                        : null
            ),
        ];
    }

    private static EffectEstimate? EffectOf(StratifiedDesign design, int[] rows) =>
        EffectMiner.Sums(design, rows) is [var sums] ? EffectEstimate.Of(sums) : null;

    private PeriodEffect Period(EffectEstimate? effect, int place, int[] rows) =>
        new(
            _calendar.Starts[place],
            place == _calendar.Starts.Count - 1,
            rows.Count(row => _places[row] == place),
            effect?.Sums.Support ?? 0,
            effect?.Sums.Channels ?? 0,
            effect is null ? null : FindingSheet.Part(effect).Multiplier,
            effect is null ? null : FindingSheet.Part(effect).Ci95
        );

    /// <summary>Of the whole periods, in years.</summary>
    private EffectCourse? Course(EffectEstimate?[] effects) =>
        EffectCourse.Of([
            .. effects
                .Take(effects.Length - 1)
                .Select((e, place) => (Effect: e, Day: _calendar.Starts[place].DayNumber))
                .Where(e => e.Effect is not null)
                .Select(e => (e.Day / DaysOfYear, e.Effect!.Effect, e.Effect.Error)),
        ]);

    private static TrendDirection Direction(EffectCourse course) =>
        course.P > Surprise ? TrendDirection.Flat
        : course.Slope > 0 ? TrendDirection.Rising
        : TrendDirection.Falling;
}
