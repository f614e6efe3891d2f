using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Statements;

/// <summary>
/// Statements of May 2026 for tests and benchmarks: questions answered within four hours, payslips that wait for the variables.
/// </summary>
public sealed class SomeStatement
{
    private const int May = (2026 * 12) + 4;

    private static readonly Guid _questions = new("0197f000-0000-7000-8000-000000000001");
    private static readonly Guid _payslips = new("0197f000-0000-7000-8000-000000000002");
    private static readonly Guid _variables = new("0197f000-0000-7000-8000-000000000003");
    private static readonly Instant _first = Instant.FromUtc(2026, 5, 4, 7, 0);

    private readonly Random _random;

    public SomeStatement(int seed) => _random = new Random(seed);

    /// <summary>The texts that its digests stand for.</summary>
    public ClearTexts Clear { get; } = new();

    /// <summary>A statement and its file, the same for the same seed but for its salts.</summary>
    /// <param name="seed">What makes it what it is.</param>
    /// <param name="cases">How many questions it holds; some by chance when null.</param>
    /// <param name="previous">Hash of the one before it.</param>
    public static (Statement Statement, StatementFile File) Of(int seed, int? cases = null, string? previous = null)
    {
        var some = new SomeStatement(seed);
        var statement = some.Statement(cases ?? some._random.Next(6), previous);
        return (statement, StatementFile.Of(statement, some.Clear));
    }

    public Statement Statement(int cases, string? previous = null) => new()
    {
        AsOf = Instant.FromUtc(2026, 6, 15, 22, 0),
        Month = May,
        Contract = new(
            new("0197f000-0000-7000-8000-00000000000a"), Clear.Conceal("Lettre de mission \"2026\""), Chance(0.8)
                ? Clear.Conceal("Cabinet Delmas") : null),
        Company = new("Europe/Paris", HolidayZone.Metropole, new CompanyDates(Chance(0.9) ? 28 : null, 19)),
        Calendars = [new(new(2026, 1, 1), Calendar("18:00")), new(new(2026, 5, 18), Calendar("17:00"))],
        Commitments = [Questions(cases), Payslips(), Variables()],
        Comments = [.. Some(
            2, _ => new StatedComment(SomePerson(), Later(30), Clear.Conceal($"Avis n° {_random.Next(100)}\nsur deux lignes")))],
        Agreements = [.. Some(2, _ => new StatedAgreement(SomePerson(), Later(40)))],
        Previous = previous,
        Corrects = Chance(0.2)
            ? new(new string('a', 64),
                [new(_payslips, "2026-05", Chance(0.5) ? Standing.NoTrace : null, Standing.KeptProven, Clear.Conceal("bulletins.pdf"))])
                    : null,
        Credits = Chance(0.4) ? SomeCredits() : null,
    };

    private StatedCredits SomeCredits() => new(
        new(Pick(Enum.GetValues<CreditPeriod>()), 10, 150), _random.Next(200_000) / 100m,
        [
            new(_questions, new() { Allocation = 60, Steps = [new(95, 20), new(90, 50)], EarnBackAt = Chance(0.5) ? 98 : null },
                new(_random.Next(3), 3)),
            new(_payslips, new() { Allocation = 62.5m, NothingAt = 99.5m, AllAt = 80 }, default),
        ]);

    private StatedCommitment Questions(int cases) => new()
    {
        Id = _questions,
        Name = Clear.Conceal("Répondre aux questions"),
        Performer = Party.Provider,
        EnteredAt = Chance(0.5) ? Instant.FromUtc(2026, 1, 1, 0, 0) : null,
        Versions = [new(new(2026, 1, 1), CommitmentRule.Of(Clock(hours: 4)), [0, 1], 95, IsAgreed: true, new(2026, 4, 30)),
            new(new(2026, 5, 11), CommitmentRule.Of(Clock(hours: 6)), [0, 1])],
        Obligations = [.. Enumerable.Range(0, cases).Select(Case)],
    };

    private StatedObligation Case(int number)
    {
        var start = Later(30);
        var events = new List<StatedEvent> { Event(start, "asked") };
        foreach (var _ in Enumerable.Range(0, _random.Next(5)))
        {
            events.Add(Event(start + Duration.FromMinutes(_random.Next(6000)), Pick("wait", "resume", "answered", "cancelled", "note")));
        }

        return new StatedObligation
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"case {number + 1}"),
            Name = Clear.Conceal(string.Create(CultureInfo.InvariantCulture, $"Question {number}")),
            KnownUntil = Instant.FromUtc(2026, 6, 1, 0, 0),
            IsOfStoplessSource = Chance(0.1),
            Events = [.. events],
            Delay = Chance(0.1) ? new(Pick(Enum.GetValues<Imputation>()), Clear.Conceal("Parce que")) : null,
            Dispute = SomeDispute(),
        };
    }

    private StatedEvent Event(Instant at, string activity) => new(
        Chance(0.15) ? EventTime.On(at.InUtc().Date.ToDateOnly()) : EventTime.At(at),
        Pick(Enum.GetValues<SourceClass>()),
        Chance(0.1),
        activity == "note" ? [] : [new("activity", activity)],
        Chance(0.05));

    private StatedCommitment Payslips() => new()
    {
        Id = _payslips,
        Name = Clear.Conceal("Bulletins"),
        Performer = Party.Provider,
        Versions = [new(new(2026, 1, 1), CommitmentRule.Of(Monthly(25, _variables)), [])],
        Obligations = [Occurrence("2026-04", waits: true), Occurrence("2026-05", waits: true)],
    };

    private StatedCommitment Variables() => new()
    {
        Id = _variables,
        Name = Clear.Conceal("Variables"),
        Performer = Party.Company,
        IsCarried = true,
        Versions = [new(new(2026, 1, 1), CommitmentRule.Of(Monthly(20, null)), [])],
        Obligations = [Occurrence("2026-04", waits: false), Occurrence("2026-05", waits: false)],
    };

    private StatedObligation Occurrence(string key, bool waits) => new()
    {
        Key = key,
        Proofs = [.. Some(3, _ => new StatedProof(
            Chance(0.5) ? EventTime.On(new DateOnly(2026, 5, 15).AddDays(_random.Next(20))) : EventTime.At(Later(25)),
            Pick(Enum.GetValues<SourceClass>()), Chance(0.1), Pick(Enum.GetValues<ProofRole>()), Chance(0.2), Chance(0.3)
                ? Clear.Conceal("bulletin \t é.pdf") : null))],
        Prerequisite = waits ? new(_variables, key) : null,
        IsWaived = Chance(0.1),
        IsGivenUp = Chance(0.1),
        Dispute = SomeDispute(),
    };

    private StatedDispute? SomeDispute() => !Chance(0.15) ? null : new(
        Pick(Party.Company, Party.Provider), Later(35), Clear.Conceal("Nous avions répondu"),
        Chance(0.7) ? new(Pick(Outcome.Met, Outcome.Missed, Outcome.Waived), null) : new(null, Pick(Enum.GetValues<Imputation>())),
            Chance(0.3) ? Later(40) : null, Chance(0.3) ? Later(40) : null);

    private static ClockRule Clock(int hours) => new()
    {
        Start = EventPattern.Activity("asked"),
        Stop = EventPattern.Activity("answered"),
        Pause = new(EventPattern.Activity("wait"), EventPattern.Activity("resume")),
        Cancel = EventPattern.Activity("cancelled"),
        Target = new DurationTarget(Duration.FromHours(hours)),
    };

    private static ScheduleRule Monthly(int day, Guid? waitsFor) => new()
    {
        Anchor = ScheduleAnchor.DayOfMonth(day),
        Prerequisite = waitsFor is { } id ? new(id.ToString(), 2) : null,
    };

    private static CalendarDefinition Calendar(string close)
    {
        var week = $$"""[["09:00","12:30"],["14:00","{{close}}"]]""";
        using var document = JsonDocument.Parse($$$"""
            {"timeZone":"Europe/Paris","holidays":{"zone":"metropole"},"weekly":{
             "monday":{{{week}}},"tuesday":{{{week}}},"wednesday":{{{week}}},"thursday":{{{week}}},"friday":{{{week}}}}}
            """);
        return CalendarDefinition.FromJson(document.RootElement);
    }

    private StatedPerson SomePerson() => new(Pick(Party.Company, Party.Provider), Pick("owner", "pilot", "contact"), 1 + _random.Next(3));

    private Instant Later(int days) => _first + Duration.FromMilliseconds(_random.NextInt64((long)days * NodaConstants.MillisecondsPerDay));

    private bool Chance(double of) => _random.NextDouble() < of;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private List<T> Some<T>(int most, Func<int, T> make) => Enumerable.Range(0, _random.Next(most + 1)).Select(make).ToList();
}
