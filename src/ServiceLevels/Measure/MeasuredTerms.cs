using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Everything that a commitment is measured by, version after version.</summary>
/// <param name="Performer">Who owes it.</param>
/// <param name="Days">Business days of the company's zone of holidays.</param>
/// <param name="Versions">In the order of the days from which they are in force; at least one.</param>
public sealed record MeasuredTerms(Guid Id, string Name, Party Performer, BusinessDays Days, IReadOnlyList<VersionTerms> Versions)
{
    /// <summary>Place of the version in force on <paramref name="day"/>; a day before all of them takes the first.</summary>
    public int VersionOn(DateOnly day)
    {
        for (var i = Versions.Count - 1; i > 0; i--)
        {
            if (Versions[i].EffectiveFrom <= day)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Equal exactly when the commitment is measured by the same versions, calendars and holidays, for the same performer.</summary>
    public string Key { get; } = string.Join(' ', Versions
        .SelectMany(version => version.Calendars.Select(calendar => calendar.Id).Prepend(version.Id))
        .Prepend(Id)
        .Select(id => id.ToString("N"))
        .Append($"{Performer} {Days.Zone} {Name}"));

    /// <summary>Whether the newest version begins with an event.</summary>
    public bool IsClock => Versions[^1].Rule.Clock is not null;

    /// <summary>Names of the attributes that its clocks look at.</summary>
    public IReadOnlyCollection<string> AttributeNames => [.. Versions.Select(version => version.Rule.Clock).OfType<ClockRule>().SelectMany(rule => rule.AttributeNames).Distinct()];
}

/// <summary>One version of a commitment.</summary>
/// <param name="Id">Key of the version; empty for one that is only being tried.</param>
/// <param name="Calendars">Versions of its calendar, in the order of the days from which they are in force; empty for a schedule.</param>
public sealed record VersionTerms(Guid Id, DateOnly EffectiveFrom, CommitmentRule Rule, IReadOnlyList<CalendarTerms> Calendars)
{
    /// <summary>The calendar in force on <paramref name="day"/>; before the first version, the first one, so that a year can be opened up.</summary>
    public CalendarTerms CalendarOn(DateOnly day) => Calendars.LastOrDefault(calendar => calendar.EffectiveFrom <= day) ?? Calendars[0];
}

/// <summary>One version of a calendar, ready to count with.</summary>
public sealed record CalendarTerms(Guid Id, DateOnly EffectiveFrom, BusinessCalendar Calendar);
