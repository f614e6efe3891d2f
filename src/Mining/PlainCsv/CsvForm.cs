using System.Text;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>What workers know of the file.</summary>
internal sealed class CsvForm(CsvColumns columns, byte separator, Encoding encoding, DayMonthOrder dates, EventLogOptions options)
{
    public const int Roles = 5;
    public const int Case = 0;
    public const int Activity = 1;
    public const int Time = 2;
    public const int Transition = 3;
    public const int Resource = 4;

    private long _events;

    public byte Separator { get; } = separator;

    public Encoding Encoding { get; } = encoding;

    /// <summary>Which of day and month stands first where the year is last.</summary>
    public DayMonthOrder Dates { get; } = dates;

    public DateTimeZone? Zone { get; } = options.Reading.Zone;

    public bool HasTransition { get; } = columns.Transition >= 0;

    public bool HasResource { get; } = columns.Resource >= 0;

    /// <summary>For each column what it holds, or -1.</summary>
    public int[] RoleOfColumn { get; } = RolesOf(columns);

    /// <summary>Some bytes were no UTF-8, and read as windows-1252 one by one.</summary>
    public bool HasOtherBytes { get; private set; }

    public bool HasTooMany => Interlocked.Read(ref _events) > options.MostEvents;

    public void NoteOtherBytes() => HasOtherBytes = true;

    /// <summary>Counts events; false when there are more than the options accept.</summary>
    public bool Count(int more) => Interlocked.Add(ref _events, more) <= options.MostEvents;

    /// <summary>Where the events of a block begin: in the first one after the header.</summary>
    public int FirstRow(CsvBlock block)
    {
        if (block.Number > 0)
        {
            return 0;
        }

        var structure = new QuotedStructure(block.Text, Separator);
        var (row, isBlank) = (0, true);
        while (structure.Next(out var place))
        {
            if (block.Text[place] == Separator)
            {
                isBlank = false;
                continue;
            }

            if (!isBlank || block.Text[row..place] is not ([] or [(byte)'"', (byte)'"']))
            {
                return place + 1 < block.Length && block.Text[place] == '\r' && block.Text[place + 1] == '\n' ? place + 2 : place + 1;
            }

            row = place + 1;
        }

        return block.Length;
    }

    private static int[] RolesOf(CsvColumns columns)
    {
        var roles = new int[columns.Header.Length];
        Array.Fill(roles, -1);
        (int Column, int Role)[] known = [(columns.Case, Case), (columns.Activity, Activity), (columns.Time, Time), (columns.Transition, Transition), (columns.Resource, Resource)];
        foreach (var (column, role) in known)
        {
            if (column >= 0)
            {
                roles[column] = role;
            }
        }

        return roles;
    }
}
