using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// What a month of a contract is computed from, without anything computed: rules, calendars, obligations with their events, what people
/// added. <see cref="JudgeStatement"/> makes the results; <see cref="WriteStatement"/> writes both. Immutable.
/// </summary>
/// <remarks>
/// It holds no personal data: people are a side, a role and a number; every free text is the salted digest that
/// <see cref="ClearTexts"/> made of
/// it. Months are counted as <see cref="MonthNumber"/> does, instants are exact, and everything that depends on "now" depends on
/// <see cref="AsOf"/>.
/// </remarks>
public sealed record Statement
{
    /// <summary>The newest version of the form that this program reads and writes.</summary>
    public const int Schema = 2;

    /// <summary>The version in which a statement without credits is written: nothing in it is newer.</summary>
    private const int SchemaWithoutCredits = 1;

    /// <summary>Most obligations that a statement holds, what it carries for others included.</summary>
    public const int MostObligations = 200_000;

    /// <summary>The moment as of which due dates are judged: that of the closing.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The month that it is about.</summary>
    public required int Month { get; init; }

    public required StatedContract Contract { get; init; }

    public required StatedCompany Company { get; init; }

    /// <summary>Versions of calendars, each named by its place in this list.</summary>
    public ImmutableArray<StatedCalendar> Calendars { get; init; } = [];

    public ImmutableArray<StatedCommitment> Commitments { get; init; } = [];

    public ImmutableArray<StatedComment> Comments { get; init; } = [];

    /// <summary>Who agreed before its time had come; nobody, when it closed by itself.</summary>
    public ImmutableArray<StatedAgreement> Agreements { get; init; } = [];

    /// <summary>What the contract says of service credits; null where none are claimed for the month.</summary>
    public StatedCredits? Credits { get; init; }

    /// <summary>The version of the form in which it is written.</summary>
    public int WrittenSchema => Credits is null ? SchemaWithoutCredits : Schema;

    /// <summary>Hash of the statement before it, or null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>What it corrects, or null for the statement of a month itself.</summary>
    public StatedCorrection? Corrects { get; init; }
}

/// <summary>The contract, by its own number.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Digest of its title.</param>
/// <param name="Provider">Digest of the provider's name, or null.</param>
public sealed record StatedContract(Guid Id, string Title, string? Provider);

/// <summary>What of the company due dates are counted with.</summary>
public sealed record StatedCompany(string Zone, HolidayZone Holidays, CompanyDates Dates);

/// <summary>A version of a calendar.</summary>
/// <param name="From">First local day on which it is in force.</param>
public sealed record StatedCalendar(DateOnly From, CalendarDefinition Definition);

/// <summary>A commitment with all its versions and what it is held against.</summary>
public sealed record StatedCommitment
{
    public required Guid Id { get; init; }

    /// <summary>Digest of its name.</summary>
    public required string Name { get; init; }

    public required Party Performer { get; init; }

    /// <summary>When it was entered; what was due before and has no event is not yet proven.</summary>
    public Instant? EnteredAt { get; init; }

    /// <summary>It is here only because others wait for it: it has no totals.</summary>
    public bool IsCarried { get; init; }

    /// <summary>In the order of the days from which they are in force; at least one.</summary>
    public required ImmutableArray<StatedVersion> Versions { get; init; }

    public ImmutableArray<StatedObligation> Obligations { get; init; } = [];
}

/// <summary>A version of a commitment.</summary>
/// <param name="Calendars">Places in <see cref="Statement.Calendars"/> of the versions of its calendar, by their days; empty for a
/// schedule.</param>
/// <param name="TargetPercent">Share to keep, in percent, or null.</param>
/// <param name="IsAgreed">The other side has accepted it; otherwise it is an internal target.</param>
/// <param name="ObservedUntil">Last day on which it is only observed, or null. Written where there are credits, which ask it.</param>
public sealed record StatedVersion(
    DateOnly From, CommitmentRule Rule, ImmutableArray<int> Calendars, decimal? TargetPercent = null, bool IsAgreed = false,
    DateOnly? ObservedUntil = null);

/// <summary>Somebody, without a name.</summary>
/// <param name="Side">Of which side.</param>
/// <param name="Role">What they are there: "owner", "pilot", "contact".</param>
/// <param name="Number">Which of them, from 1, in the order in which they appear.</param>
public sealed record StatedPerson(Party Side, string Role, int Number);

/// <summary>What one side has to say; <paramref name="Text"/> is a digest.</summary>
public sealed record StatedComment(StatedPerson By, Instant At, string Text);

/// <summary>Somebody agreed to close.</summary>
public sealed record StatedAgreement(StatedPerson By, Instant At);

/// <summary>What a correction (rectificatif) corrects.</summary>
/// <param name="Hash">Hash of the statement that said otherwise.</param>
public sealed record StatedCorrection(string Hash, ImmutableArray<StatedChange> Changes);

/// <summary>An obligation that came out otherwise.</summary>
/// <param name="Was">What the closed statement said; null when it did not know it.</param>
/// <param name="Now">What this one says.</param>
/// <param name="File">Digest of the name of the file that changed it, or null when something else did.</param>
public sealed record StatedChange(Guid Commitment, string Obligation, Standing? Was, Standing Now, string? File);
