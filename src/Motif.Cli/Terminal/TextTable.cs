using Spectre.Console;

namespace Motif.Cli.Terminal;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="DropAt">Where the terminal is too narrow, columns go in this order, 1 first; 0 stays always.</param>
/// <param name="Wraps">Whether its cells may take several lines, broken between words.</param>
internal sealed record TextColumn(
    string Title,
    int DropAt = 0,
    bool Wraps = false,
    bool IsNumber = false
);

/// <summary>A table that leaves out columns before it breaks a word or an id.</summary>
internal sealed class TextTable(params TextColumn[] columns)
{
    /// <summary>Other columns go before cells that wrap get less room: a name of four lines is read by nobody.</summary>
    private const int Comfortable = 30;

    /// <summary>A border and a blank on each side.</summary>
    private const int FrameOfColumn = 3;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Print.Plain)]);

    public void WriteTo(IAnsiConsole console) => console.Write(Fitted(console.Profile.Width));

    private Table Fitted(int width)
    {
        List<int> shown = [.. Enumerable.Range(0, columns.Length)];
        while (Needed(shown, Least) > width && shown.Exists(c => columns[c].DropAt > 0))
            shown.Remove(shown.Where(c => columns[c].DropAt > 0).MinBy(c => columns[c].DropAt));
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (column, room) in shown.Zip(Widths(shown, width)))
        {
            var title = new TableColumn(new Spectre.Console.Text(columns[column].Title))
            {
                Width = room,
            };
            if (columns[column].IsNumber)
                title.RightAligned();
            table.AddColumn(title);
        }
        foreach (var row in _rows)
            table.AddRow([
                .. shown.Select(c => new Spectre.Console.Text(row[c]).Overflow(Overflow.Ellipsis)),
            ]);
        return table;
    }

    /// <summary>Columns that wrap share what the others leave, none more than it needs.</summary>
    private List<int> Widths(List<int> shown, int width)
    {
        var room = width - Needed([.. shown.Where(c => !columns[c].Wraps)], Natural) - 1;
        var waiting = shown.Where(c => columns[c].Wraps).OrderBy(Natural).ToList();
        room -= waiting.Count * FrameOfColumn;
        var widths = shown.ToDictionary(c => c, Natural);
        for (var i = 0; i < waiting.Count; i++)
        {
            widths[waiting[i]] = Math.Max(
                1,
                Math.Min(Natural(waiting[i]), room / (waiting.Count - i))
            );
            room -= widths[waiting[i]];
        }
        return [.. shown.Select(c => widths[c])];
    }

    private static int Needed(List<int> shown, Func<int, int> width) =>
        1 + shown.Sum(c => width(c) + FrameOfColumn);

    private int Natural(int column) =>
        _rows.Select(r => Width(r[column])).Append(Width(columns[column].Title)).Max();

    private int Least(int column) =>
        columns[column].Wraps ? Math.Min(Comfortable, Natural(column)) : Natural(column);

    private static int Width(string text) => text.GetCellWidth();
}
