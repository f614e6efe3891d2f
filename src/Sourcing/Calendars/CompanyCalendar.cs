using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Calendars;

/// <summary>
/// Opening hours by which commitments are measured. What it says is in its versions, each in force from a date on; a change makes
/// a new version and never alters what an older one says.
/// </summary>
public sealed class CompanyCalendar : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a calendar in the ledger and elsewhere.</summary>
    public const string Kind = "calendar";

    public const int MaxNameLength = 120;

    private readonly List<CalendarVersion> _versions = [];

    private CompanyCalendar()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the ready commitments take it for.</summary>
    public CalendarUse Use { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Every version ever made, in no order; <see cref="InForce"/> chooses.</summary>
    public IReadOnlyList<CalendarVersion> Versions => _versions;

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>The version in force on a local date: the latest made of those with the latest effective date; before all of them, the first.</summary>
    public CalendarVersion InForce(DateOnly day) => CalendarVersion.InForce(_versions, day);

    internal static CompanyCalendar Create(Guid id, string name, CalendarUse use) =>
        new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id, Name = name.Trim(), Use = use };

    internal void Rename(string name) => Name = name.Trim();

    internal CalendarVersion Add(DateOnly effectiveFrom, string definitionJson, string? reason, Instant madeAt)
    {
        var version = CalendarVersion.Create(Id, _versions.Count + 1, effectiveFrom, definitionJson, reason, madeAt);
        _versions.Add(version);
        return version;
    }

    internal void Archive(Instant now) => ArchivedAt ??= now;

    internal void Restore() => ArchivedAt = null;
}

/// <summary>What a calendar says from a date on. Never changed.</summary>
public sealed class CalendarVersion : ICompanyOwned
{
    public const int MaxReasonLength = 500;

    private CalendarVersion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CalendarId { get; private init; }

    /// <summary>1, 2, 3: the order in which they were made.</summary>
    public int Number { get; private init; }

    /// <summary>First local date on which an obligation that begins is measured by it.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>The calendar, in the shape of the command line's contract.</summary>
    public string DefinitionJson { get; private init; } = "{}";

    /// <summary>Why it was made effective in the past; null otherwise.</summary>
    public string? Reason { get; private init; }

    public Instant MadeAt { get; private init; }

    /// <summary>Chooses among the versions of one calendar.</summary>
    public static CalendarVersion InForce(IReadOnlyCollection<CalendarVersion> versions, DateOnly day) =>
        versions.Where(version => version.EffectiveFrom <= day).OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number).LastOrDefault()
        ?? versions.OrderBy(version => version.EffectiveFrom).ThenByDescending(version => version.Number).First();

    internal static CalendarVersion Create(Guid calendarId, int number, DateOnly effectiveFrom, string definitionJson, string? reason, Instant madeAt) => new()
    {
        CalendarId = calendarId,
        Number = number,
        EffectiveFrom = effectiveFrom,
        DefinitionJson = definitionJson,
        Reason = reason,
        MadeAt = madeAt,
    };
}

/// <summary>What a calendar serves for.</summary>
public enum CalendarUse
{
    /// <summary>The company's opening hours (calendar C of the ready commitments).</summary>
    Company,

    /// <summary>Every day from 0:00 to 24:00, for dates of the law (calendar L).</summary>
    Legal,

    /// <summary>Another one, for example a provider's hours.</summary>
    Other,
}
