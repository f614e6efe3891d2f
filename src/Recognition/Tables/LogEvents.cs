using NodaTime;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Recognition.Tables;

/// <summary>The events of an event log (XES).</summary>
internal sealed class LogEvents(EventLogReader reader) : EventFile
{
    private static readonly HashSet<string> _columns = ["concept:name", "lifecycle:transition", "org:resource", "time:timestamp"];

    private static readonly Instant _earliest = EvidenceTime.Earliest.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
    private static readonly Instant _latest = EvidenceTime.Latest.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    private long _leftOut;
    private bool _isHeld;
    private string? _case;

    public override long BytesRead => reader.BytesRead;

    public override bool Read()
    {
        Bad = null;
        if (!_isHeld && !reader.Read())
        {
            return Lost(0);
        }

        // What the reader left out on the way stands before the event that it reached.
        _isHeld = Lost((int)Math.Min(reader.Line, int.MaxValue));
        if (_isHeld)
        {
            return true;
        }

        if (Problem() is { } problem)
        {
            Bad = new BadRow((int)reader.Line, problem, reader.Case + " ; " + reader.Activity);
            return true;
        }

        Take();
        return true;
    }

    protected override void Dispose(bool disposing) => reader.Dispose();

    private bool Lost(int beforeLine)
    {
        if (reader.LeftOut.Total == _leftOut)
        {
            return false;
        }

        _leftOut++;
        var reason = _leftOut <= reader.LeftOut.WithoutCase ? Texts.Row_LogNoCase : _leftOut <= reader.LeftOut.WithoutCase + reader.LeftOut.WithoutActivity ? Texts.Row_NoActivity : Texts.Row_NoTime;
        var line = _leftOut == 1 && reader.LeftOut.FirstLine is { } first ? (int)first : beforeLine;
        Bad = new BadRow(line, reason, "");
        return true;
    }

    private string? Problem()
    {
        if (reader.Case.Length > IncomingEvent.MaxCaseLength)
        {
            return Texts.Row_CaseTooLong.With(IncomingEvent.MaxCaseLength);
        }

        return reader.Time < _earliest || reader.Time >= _latest ? Texts.Row_TimeOutOfRange : reader.Activity.Length > IncomingEvent.MaxWordLength ? Texts.Row_NoActivity : null;
    }

    private void Take()
    {
        Event.Activity = reader.Activity;
        Event.Transition = reader.Transition;
        Event.Resource = reader.Resource;
        Event.IsDay = reader.IsDay;
        Event.At = reader.IsDay ? EvidenceTime.Of(reader.Time.InUtc().Date.ToDateOnly()) : EvidenceTime.Of(reader.Time);
        Event.Line = (int)Math.Min(reader.Line, int.MaxValue);
        Fill(Event.Attributes, reader.Attributes);
        if (!ReferenceEquals(_case, reader.Case))
        {
            _case = reader.Case;
            Event.Case = reader.Case;
            Fill(Event.CaseAttributes, reader.CaseAttributes);
        }
    }

    private static void Fill(List<KeyValuePair<string, string>> target, ReadOnlySpan<LogAttribute> attributes)
    {
        target.Clear();
        foreach (ref readonly var attribute in attributes)
        {
            if (!_columns.Contains(attribute.Name))
            {
                target.Add(new(attribute.Name, attribute.Value));
            }
        }
    }
}
