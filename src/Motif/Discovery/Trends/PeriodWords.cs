using Motif.Discovery.Items;

namespace Motif.Discovery.Trends;

/// <summary>
/// The words of a neighbourhood's periods: share of the period's titles that have it · ln(1 + that share / share of all titles of
/// the neighbourhood), so that what is said in every period tells none.
/// </summary>
internal sealed class PeriodWords
{
    private const int MostWords = 8;
    private const int LeastTitles = 2;

    private readonly Dictionary<string, int>[] _counts;
    private readonly int[] _titles;
    private readonly Dictionary<string, int> _all = new(StringComparer.Ordinal);

    public PeriodWords(TrendCalendar calendar, IReadOnlyList<Item> items)
    {
        _counts =
        [
            .. calendar.Starts.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)),
        ];
        _titles = new int[_counts.Length];
        foreach (var item in items)
        {
            if (item.PublishedAt is not { } at)
                continue;
            var place = calendar.PlaceOf(at);
            _titles[place]++;
            foreach (
                var word in TitleWords
                    .Of(item.Text)
                    .Where(TitleWords.IsContent)
                    .Distinct(StringComparer.Ordinal)
            )
            {
                _counts[place][word] = _counts[place].GetValueOrDefault(word) + 1;
                _all[word] = _all.GetValueOrDefault(word) + 1;
            }
        }
    }

    public IReadOnlyList<string> Of(int period)
    {
        var (titles, whole) = ((double)_titles[period], (double)_titles.Sum());
        return
        [
            .. _counts[period]
                .Where(w => w.Value >= LeastTitles)
                .Select(w =>
                {
                    var share = w.Value / titles;
                    return (w.Key, Score: share * Math.Log(1 + (share / (_all[w.Key] / whole))));
                })
                .OrderByDescending(w => w.Score)
                .ThenBy(w => w.Key, StringComparer.Ordinal)
                .Take(MostWords)
                .Select(w => w.Key),
        ];
    }
}
