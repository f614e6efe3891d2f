using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Calendars;

/// <summary>A calendar as people type it: a line of spans for each weekday, a line for each closure and special opening.</summary>
public sealed class CalendarForm : IEditedInput
{
    private const int MaxLines = 4000;
    private const int MaxDay = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public long Version { get; set; }

    /// <inheritdoc/>
    public string? Opened { get; set; }

    /// <summary>The fields, each declared once.</summary>
    internal static IReadOnlyList<FormField<CalendarForm>> Fields { get; } =
    [
        new(nameof(Name), () => Texts.Calendar_Name),
        new(nameof(Monday), () => DayName(DayOfWeek.Monday)),
        new(nameof(Tuesday), () => DayName(DayOfWeek.Tuesday)),
        new(nameof(Wednesday), () => DayName(DayOfWeek.Wednesday)),
        new(nameof(Thursday), () => DayName(DayOfWeek.Thursday)),
        new(nameof(Friday), () => DayName(DayOfWeek.Friday)),
        new(nameof(Saturday), () => DayName(DayOfWeek.Saturday)),
        new(nameof(Sunday), () => DayName(DayOfWeek.Sunday)),
        new(nameof(HolidayZone), () => Texts.Calendar_HolidayZone),
        new(nameof(TimeZone), () => Texts.Calendar_TimeZone),
        new(nameof(Holidays), () => Texts.Calendar_OwnHolidays),
        new(nameof(Closures), () => Texts.Calendar_Closures),
        new(nameof(Openings), () => Texts.Calendar_Openings),
        new(nameof(EffectiveFrom), () => Texts.Field_Effective),
        new(nameof(Reason), () => Texts.Field_Reason),
    ];

    private static string DayName(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Calendar_NameRequired))]
    [StringLength(CompanyCalendar.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Name { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Calendar_EffectiveMissing))]
    public DateOnly? EffectiveFrom { get; set; }

    [StringLength(CalendarVersion.MaxReasonLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Reason { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Calendar_TimeZoneMissing))]
    public string? TimeZone { get; set; }

    /// <summary>Code of the zone of holidays, or empty for none.</summary>
    public string? HolidayZone { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Monday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Tuesday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Wednesday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Thursday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Friday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Saturday { get; set; }

    [StringLength(MaxDay, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Sunday { get; set; }

    [StringLength(MaxLines, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Holidays { get; set; }

    [StringLength(MaxLines, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Closures { get; set; }

    [StringLength(MaxLines, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    [CalendarPart]
    public string? Openings { get; set; }

    internal static CalendarForm Of(CalendarDefinition definition) => new()
    {
        TimeZone = definition.TimeZone,
        HolidayZone = definition.HolidayZone is { } zone ? HolidayZones.Code(zone) : null,
        Monday = CalendarText.Write(definition, IsoDayOfWeek.Monday),
        Tuesday = CalendarText.Write(definition, IsoDayOfWeek.Tuesday),
        Wednesday = CalendarText.Write(definition, IsoDayOfWeek.Wednesday),
        Thursday = CalendarText.Write(definition, IsoDayOfWeek.Thursday),
        Friday = CalendarText.Write(definition, IsoDayOfWeek.Friday),
        Saturday = CalendarText.Write(definition, IsoDayOfWeek.Saturday),
        Sunday = CalendarText.Write(definition, IsoDayOfWeek.Sunday),
        Holidays = string.Join('\n', definition.HolidayDates.Select(CalendarText.Write)),
        Closures = string.Join('\n', definition.Closures.Select(CalendarText.Write)),
        Openings = string.Join('\n', definition.Openings.Select(CalendarText.Write)),
    };

    /// <exception cref="Refused">A line cannot be read; the message quotes it, the field names its input.</exception>
    internal CalendarInput ToInput(CalendarUse use) => new()
    {
        Id = Id,
        Version = Version,
        Name = Name,
        Use = use,
        EffectiveFrom = EffectiveFrom!.Value,
        Reason = Reason,
        DefinitionJson = ToDefinition().ToJson().ToJsonString(),
    };

    internal CalendarDefinition ToDefinition()
    {
        var weekly = ImmutableSortedDictionary.CreateBuilder<IsoDayOfWeek, ImmutableArray<OpeningHours>>();
        foreach (var (day, field, text) in Days())
        {
            if (CalendarText.Spans(text, field) is { Length: > 0 } spans)
            {
                weekly[day] = spans;
            }
        }

        var definition = new CalendarDefinition
        {
            TimeZone = TimeZone!,
            Weekly = weekly.ToImmutable(),
            HolidayZone = string.IsNullOrEmpty(HolidayZone) ? null : HolidayZones.Parse(HolidayZone, nameof(HolidayZone)),
            HolidayDates = CalendarText.Lines(Holidays, line => CalendarText.Date(line, nameof(Holidays))),
            Closures = CalendarText.Lines(Closures, CalendarText.Closure),
            Openings = CalendarText.Lines(Openings, CalendarText.Opening),
        };
        return Checked(definition);
    }

    /// <summary>All that is wrong with one field, read alone: a form tells everything at once.</summary>
    internal IReadOnlyList<string> ProblemsOf(string field) => field switch
    {
        nameof(Holidays) => Problems(Lines(Holidays), line => CalendarText.Date(line, field)),
        nameof(Closures) => Problems(Lines(Closures), line => Checked(AlwaysOpen with { Closures = [CalendarText.Closure(line)] })),
        nameof(Openings) => Problems(Lines(Openings), CalendarText.Opening),
        _ => Problems([field], DayRead),
    };

    private static CalendarDefinition AlwaysOpen => new()
    {
        TimeZone = "Europe/Paris",
        Weekly = ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>>.Empty.Add(IsoDayOfWeek.Monday, [new OpeningHours(0, 60)]),
    };

    // A week without any opening is told at its first day.
    private object DayRead(string field)
    {
        var isClosed = field == nameof(Monday) && Days().All(day => string.IsNullOrWhiteSpace(day.Text));
        return isClosed ? Checked(AlwaysOpen with { Weekly = ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>>.Empty }) : CalendarText.Spans(Days().Single(day => day.Field == field).Text, field);
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Problems<T>(IEnumerable<string> lines, Func<string, T> read)
    {
        var problems = new List<string>();
        foreach (var line in lines)
        {
            try
            {
                _ = read(line);
            }
            catch (Refused refused)
            {
                problems.Add(refused.Message);
            }
        }

        return problems;
    }

    private static CalendarDefinition Checked(CalendarDefinition definition)
    {
        try
        {
            definition.Check();
            return definition;
        }
        catch (Refused refused)
        {
            throw new Refused(Plain(refused), refused.Field switch
            {
                "calendar.weekly" => nameof(Monday),
                "calendar.timeZone" => nameof(TimeZone),
                _ => nameof(Closures),
            });
        }
    }

    // For the command line a message begins with the place in the JSON: "calendar.weekly : ...". A form shows it at its field.
    private static string Plain(Refused refused)
    {
        var at = refused.Message.IndexOf(':', StringComparison.Ordinal);
        var isPlace = at > 0 && refused.Field is { } field && refused.Message.StartsWith(field, StringComparison.Ordinal) && at < refused.Message.Length - 2;
        return isPlace ? char.ToUpper(refused.Message[at + 2], CultureInfo.CurrentCulture) + refused.Message[(at + 3)..] : refused.Message;
    }

    private IEnumerable<(IsoDayOfWeek Day, string Field, string? Text)> Days() =>
    [
        (IsoDayOfWeek.Monday, nameof(Monday), Monday), (IsoDayOfWeek.Tuesday, nameof(Tuesday), Tuesday), (IsoDayOfWeek.Wednesday, nameof(Wednesday), Wednesday),
        (IsoDayOfWeek.Thursday, nameof(Thursday), Thursday), (IsoDayOfWeek.Friday, nameof(Friday), Friday), (IsoDayOfWeek.Saturday, nameof(Saturday), Saturday),
        (IsoDayOfWeek.Sunday, nameof(Sunday), Sunday),
    ];
}
