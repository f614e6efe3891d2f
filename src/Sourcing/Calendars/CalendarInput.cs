namespace Pupitre.Sourcing.Calendars;

/// <summary>What is asked about a calendar, by the form, the first run and imports.</summary>
public sealed class CalendarInput
{
    /// <summary>Key of the calendar, made with the form: a form sent twice makes one calendar.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public CalendarUse Use { get; set; }

    /// <summary>First local date on which it counts.</summary>
    public DateOnly EffectiveFrom { get; set; }

    /// <summary>The calendar in the shape of the command line's contract.</summary>
    public string DefinitionJson { get; set; } = "{}";

    /// <summary>Why it is effective in the past.</summary>
    public string? Reason { get; set; }

    /// <summary>Number of versions that the form was filled from; a save over more of them is refused.</summary>
    public long Version { get; set; }
}
