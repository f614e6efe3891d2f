using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Days from the entry date to the validation date, in classes.</summary>
internal sealed class ValidationDelays
{
    private static readonly int[] _bounds = [0, 30, 90, 180, 365];

    private readonly long[] _lines = new long[_bounds.Length + 1];

    public ImmutableArray<DelayClass> Classes => [.. _lines.Select((lines, at) => new DelayClass(at < _bounds.Length ? _bounds[at] : null, lines))];

    public void Line(FecLine line)
    {
        if (!line.EntryDay.IsDay || !line.ValidDay.IsDay)
        {
            return;
        }

        var days = line.ValidDay.Number - line.EntryDay.Number;
        var at = 0;
        while (at < _bounds.Length && days > _bounds[at])
        {
            at++;
        }

        _lines[at]++;
    }
}
