using System.Text.Json;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Measure;

/// <summary>How the columns of a log are named on the command line: by a file, by options, or both, of which the options win.</summary>
internal sealed record LogMapping
{
    private const int LargestFile = 1_000_000;
    private static readonly string[] Known = ["case", "activity", "time", "transition", "resource", "zone", "separator", "dates"];

    public string? Case { get; init; }

    public string? Activity { get; init; }

    public string? Time { get; init; }

    public string? Transition { get; init; }

    public string? Resource { get; init; }

    public string? Zone { get; init; }

    public string? Separator { get; init; }

    /// <summary><c>day-first</c> or <c>month-first</c>; null when the file decides.</summary>
    public string? Dates { get; init; }

    /// <exception cref="Refused">The file cannot be read, or is no mapping.</exception>
    public static LogMapping Load(string path)
    {
        using var document = JsonInput.Load(path, LargestFile);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new Refused(Texts.Measure_BadMap.With(path, string.Join(", ", Known)));
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!Known.Contains(member.Name) || member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                throw new Refused(Texts.Measure_BadMap.With(path, string.Join(", ", Known)), member.Name);
            }
        }

        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new()
        {
            Case = Text("case"),
            Activity = Text("activity"),
            Time = Text("time"),
            Transition = Text("transition"),
            Resource = Text("resource"),
            Zone = Text("zone"),
            Separator = Text("separator"),
            Dates = Text("dates"),
        };
    }

    /// <summary>This mapping, completed where it says nothing by <paramref name="other"/>.</summary>
    public LogMapping Else(LogMapping other) => new()
    {
        Case = Case ?? other.Case,
        Activity = Activity ?? other.Activity,
        Time = Time ?? other.Time,
        Transition = Transition ?? other.Transition,
        Resource = Resource ?? other.Resource,
        Zone = Zone ?? other.Zone,
        Separator = Separator ?? other.Separator,
        Dates = Dates ?? other.Dates,
    };

    /// <exception cref="Refused">The zone is unknown, the separator is not one character, or the order of dates is none.</exception>
    public LogOptions Options(IReadOnlySet<string> attributes) => new()
    {
        Case = Case,
        Activity = Activity,
        Time = Time,
        Transition = Transition,
        Resource = Resource,
        Zone = Zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? throw new Refused(Texts.Measure_UnknownZone.With(Zone), "zone"),
        Separator = SeparatorOf(),
        Dates = OrderOf(),
        Attributes = attributes,
    };

    private DayMonthOrder? OrderOf() => Dates switch
    {
        null => null,
        "day-first" => DayMonthOrder.DayFirst,
        "month-first" => DayMonthOrder.MonthFirst,
        _ => throw new Refused(Texts.Measure_BadDates.With(Dates), "dates"),
    };

    private char? SeparatorOf() => Separator switch
    {
        null => null,
        "\\t" or "tab" or "TAB" => '\t',
        { Length: 1 } => Separator[0],
        _ => throw new Refused(Texts.Measure_BadSeparator.With(Separator), "separator"),
    };
}
