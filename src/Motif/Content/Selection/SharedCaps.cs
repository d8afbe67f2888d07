using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>
/// The caps beside that of the family, as limits that the slots of one slate share: two variants of one topic draw on the same
/// places. Without this a slate would be blind to itself, and a topic with one place left could fill it.
/// </summary>
internal sealed class SharedCaps
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<int> _rooms = [];

    /// <summary>How many more slots each limit leaves.</summary>
    public IReadOnlyList<int> Rooms => _rooms;

    /// <summary>The limits that count a subject.</summary>
    public IReadOnlyList<int> Of(FatigueSubject subject, IReadOnlyList<CapState> states) =>
        [
            .. states
                .Where(s => s.Level is not CapLevel.Family)
                .Select(state => Place(Name(subject, state), state.Room)),
        ];

    private int Place(string name, int room)
    {
        if (!_places.TryGetValue(name, out var place))
        {
            _places[name] = place = _rooms.Count;
            _rooms.Add(room);
        }
        return place;
    }

    private static string Name(FatigueSubject subject, CapState state) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{state.Level}\u001F{state.WindowDays}\u001F{state.Max}\u001F{Counted(subject, state.Level)}"
        );

    private static string? Counted(FatigueSubject subject, CapLevel level) =>
        level switch
        {
            CapLevel.Text => subject.TextHash,
            CapLevel.Variant => subject.VariantId,
            CapLevel.Topic => subject.Topic,
            _ => null,
        };
}
