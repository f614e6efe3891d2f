using System.Globalization;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.TwoSides.Statements;

/// <summary>Monthly statements in words.</summary>
public static class StatementWords
{
    /// <summary>"mai 2026".</summary>
    public static string Month(int month) => Moments.Month(StatementDays.FirstDay(month));

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Address of a statement.</summary>
    public static string Path(Tenant tenant, MonthStatement row) => Path(tenant, row.ContractId, row.Month, row.Number);

    public static string Path(Tenant tenant, Guid contractId, int month, int number) => number == 0
        ? tenant.Path("statements", contractId, OccurrenceKeys.OfMonth(month))
        : tenant.Path("statements", contractId, OccurrenceKeys.OfMonth(month), number);

    public static string Title(StatementView view) =>
        (view.Number == 0 ? Texts.Statement_Title : Texts.Statement_TitleCorrection).With(Month(view.Month), view.Contract.Title);

    /// <summary>Where a month stands, in a sentence.</summary>
    public static string State(StatementView view, DateTimeZone zone) => view.Row switch
    {
        null => Texts.Statement_Draft.With(Moments.Long(view.OpensOn)),
        { IsDropped: true } => Texts.Statement_Dropped,
        { IsClosed: true } row =>
            (row.IsAgreed ? Texts.Statement_ClosedByBoth : Texts.Statement_ClosedByTime)
                .With(Moments.Long(row.ClosedAt!.Value.InZone(zone).Date.ToDateOnly())),
        { } row => Texts.Statement_Open.With(Moments.Long(row.Until)) + Agreed(row),
    };

    /// <summary>The same in the room of a cell.</summary>
    public static string Short(StatementRow row, DateTimeZone zone) => row.Statement switch
    {
        null => Texts.Statement_StateDraft,
        { IsDropped: true } => Texts.Statement_StateDropped,
        { IsClosed: true } closed => Texts.Statement_StateClosed.With(Moments.Short(closed.ClosedAt!.Value.InZone(zone).Date.ToDateOnly())),
        { } open => Texts.Statement_StateOpen.With(Moments.Short(open.Until)),
    };

    /// <summary>"À l'heure : 10 sur 12, 11 si le désaccord est admis."</summary>
    public static string Counted(StatementPart part)
    {
        var rest = part.Counted.Rest(part.UnitOne, part.UnitMany);
        return string.Join(' ', new[]
        {
            part.Counted.IfAdmitted() ?? part.Counted.OnTime(),
            rest is null ? null : char.ToUpper(rest[0], CultureInfo.CurrentCulture) + rest[1..],
            Beside(part),
        }.OfType<string>());
    }

    /// <summary>What stands in the part of the statement that a line belongs to.</summary>
    public static string Of(Place place, int month, int ofMonth) => place switch
    {
        Place.Open => Texts.Statement_PlaceOpen,
        _ when month != ofMonth => Texts.Statement_PlaceEarlier.With(Month(month)),
        _ => "",
    };

    /// <summary>How a line stands, with what is said against it.</summary>
    public static string Said(StatementLine line) => line.Place == Place.Open ? line.Outcome.Text()
        : line.IsDisputed ? Texts.Statement_Disputed.With(line.Standing.Text(line.Delay)) : line.Standing.Text(line.Delay);

    /// <summary>When something was due; an end of day is written as the day.</summary>
    public static string Due(EventTime? due, DateTimeZone zone) =>
        due?.Instant is { } at && at.InZone(zone).LocalDateTime is var local && local.TimeOfDay == LocalTime.Midnight
        ? Moments.Short(local.Date.PlusDays(-1).ToDateOnly())
        : When(due, zone);

    public static string When(EventTime? time, DateTimeZone zone) => time switch
    {
        null => "",
        { Day: { } day } => Moments.Short(day),
        { } known => Moments.ShortUntil(known.Instant!.Value, zone),
    };

    public static string Standing(Standing? standing) => standing is { } known ? known.Text(null) : Texts.Statement_NotKnown;

    /// <summary>"mai 2026", "mai 2026, rectificatif 1".</summary>
    public static string Name(StatementRow row) =>
        row.Number == 0 ? Month(row.Month) : Texts.Statement_RowCorrection.With(Month(row.Month), row.Number);

    public static string Name(string key) => OccurrenceKeys.FirstDay(key) is null ? key : PeriodWords.Of(key);

    public static string Who(StatementComment comment) => comment.ByName.Length > 0 ? comment.ByName : Texts.Statement_Erased;

    private static string? Beside(StatementPart part)
    {
        var said = new List<string>();
        if (part.Earlier > 0)
        {
            said.Add(Texts.Statement_Earlier.With(part.Earlier));
        }

        if (part.Open > 0)
        {
            said.Add(Texts.Statement_StillOpen.With(part.Open));
        }

        return said.Count == 0 ? null : string.Join(' ', said);
    }

    private static string Agreed(MonthStatement row) => (row.CompanyAgreedAt, row.ProviderAgreedAt) switch
    {
        (not null, null) => " " + Texts.Statement_AgreedByUs,
        (null, not null) => " " + Texts.Statement_AgreedByThem,
        _ => "",
    };
}
