using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Tables;

/// <summary>The events of a table, by its mapping.</summary>
internal sealed class TableEvents : EventFile
{
    private const int MaxShown = 300;

    private readonly TableReader _reader;
    private readonly TableMapping _mapping;
    private readonly Dictionary<int, CellDates> _dates;
    private readonly int _case;
    private readonly int _activity;
    private readonly int _time;
    private readonly int _transition;
    private readonly int _resource;
    private readonly List<(int Column, string Activity)> _dateColumns;
    private readonly List<(int Column, string Name)> _others;
    private readonly Queue<(long At, bool IsDay, string Activity)> _ready = new();

    public TableEvents(TableReader reader, TableMapping mapping, DateOrders? orders = null)
    {
        _reader = reader;
        _mapping = mapping;
        var places = mapping.Columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.OrdinalIgnoreCase);
        int Place(string? name) => name is null ? -1 : places.TryGetValue(name, out var place) ? place : throw new Refused(Texts.Table_ColumnMissing.With(name));
        _case = Place(mapping.Case);
        _dateColumns = mapping.Shape == TableShape.Case ? [.. mapping.Dates.Select(date => (Place(date.Column), date.Activity))] : [];
        (_activity, _time, _transition, _resource) = mapping.Shape == TableShape.Event
            ? (Place(mapping.Activity), Place(mapping.Time), Place(mapping.Transition), Place(mapping.Resource)) : (-1, -1, -1, -1);
        var (zone, from1904) = (DateTimeZoneProviders.Tzdb[mapping.Zone], reader.Form.From1904);
        _dates = _dateColumns.Select(date => date.Column).Append(_time).Where(column => column >= 0).Distinct()
            .ToDictionary(column => column, column => new CellDates(zone, orders?.IsMonthFirst(mapping.Columns[column]) ?? mapping.IsMonthFirst, mapping.MidnightIsDay, from1904));
        HashSet<int> used = [_case, _activity, _time, _transition, _resource, .. _dateColumns.Select(date => date.Column)];
        _others = [.. mapping.Columns.Index().Where(column => !used.Contains(column.Index)).Select(column => (column.Index, column.Item))];
    }

    public override long BytesRead => _reader.BytesRead;

    public override bool Read()
    {
        Bad = null;
        if (_ready.TryDequeue(out var next))
        {
            (Event.At, Event.IsDay, Event.Activity) = next;
            return true;
        }

        while (_reader.Read())
        {
            if (_reader.Line <= _mapping.HeaderLine || _reader.Cells.TrueForAll(cell => cell.Length == 0))
            {
                continue;
            }

            var problem = _reader.Problem ?? (_mapping.Shape == TableShape.Case ? TakeCase() : TakeEvent());
            if (problem is not null)
            {
                _ready.Clear();
                Bad = new BadRow(_reader.Line, problem, Shown());
                return true;
            }

            if (_ready.TryDequeue(out next))
            {
                (Event.At, Event.IsDay, Event.Activity) = next;
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing) => _reader.Dispose();

    private string? TakeCase()
    {
        if (TakeName() is { } problem)
        {
            return problem;
        }

        Event.CaseAttributes.Clear();
        AddOthers(Event.CaseAttributes);
        foreach (var (column, activity) in _dateColumns)
        {
            var cell = Cell(column);
            if (cell.Length == 0)
            {
                if (_reader.Unsaved.Contains(column))
                {
                    return UnsavedIn(column);
                }

                continue;
            }

            if (!_dates[column].TryRead(cell, out var date))
            {
                return Texts.Row_BadDate.With(Short(cell), _mapping.Columns[column]);
            }

            _ready.Enqueue((date.At, date.IsDay, activity));
        }

        return null;
    }

    private string? TakeEvent()
    {
        if (TakeName() is { } problem)
        {
            return problem;
        }

        var (activity, time) = (Cell(_activity), Cell(_time));
        foreach (var column in new[] { _activity, _time })
        {
            if (_reader.Unsaved.Contains(column))
            {
                return UnsavedIn(column);
            }
        }

        if (activity.Length is 0 or > IncomingEvent.MaxWordLength)
        {
            return Texts.Row_NoActivity;
        }

        if (!_dates[_time].TryRead(time, out var date))
        {
            return time.Length == 0 ? Texts.Row_NoTime : Texts.Row_BadDate.With(Short(time), _mapping.Time);
        }

        Event.Transition = Blank(Cell(_transition));
        Event.Resource = Blank(Cell(_resource));
        Event.Attributes.Clear();
        AddOthers(Event.Attributes);
        _ready.Enqueue((date.At, date.IsDay, activity));
        return null;
    }

    private string? TakeName()
    {
        var name = Cell(_case);
        (Event.Case, Event.Line) = (name, _reader.Line);
        return _reader.Unsaved.Contains(_case) ? UnsavedIn(_case) : name.Length == 0 ? Texts.Row_NoCase.With(_mapping.Case) : name.Length > IncomingEvent.MaxCaseLength ? Texts.Row_CaseTooLong.With(IncomingEvent.MaxCaseLength) : null;
    }

    // Missing is not "did not happen": the cell is named.
    private string UnsavedIn(int column) => Texts.Row_FormulaUnsaved.With(TableHead.LetterOf(column) + _reader.Line.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private void AddOthers(List<KeyValuePair<string, string>> attributes)
    {
        foreach (var (column, name) in _others)
        {
            if (Cell(column) is { Length: > 0 } value)
            {
                attributes.Add(new(name, value));
            }
        }
    }

    private string Cell(int column) => column >= 0 && column < _reader.Cells.Count ? _reader.Cells[column] : "";

    private string Shown() => Short(string.Join(" ; ", _reader.Cells), MaxShown);

    private static string Short(string text, int length = 40) => text.CutShort(length);

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
