using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Commitments;

/// <summary>What the fields of the sentence offer.</summary>
public sealed class CommitmentChoices(Db db, IEnumerable<ISeenEvents> seen)
{
    private const int MostChoices = 2000;

    /// <param name="withEvents">Whether the names of seen events are wanted too.</param>
    /// <param name="token">Stops it.</param>
    public async Task<Lists> RunAsync(bool withEvents, CancellationToken token)
    {
        var rows = await db.Set<Process>().Where(row => row.ArchivedAt == null).Select(row => new { Kind = Process.Kind, row.Id, row.Name })
            .Concat(db.Set<Provider>().Where(row => row.ArchivedAt == null).Select(row => new { Kind = Provider.Kind, row.Id, row.Name }))
            .Concat(db.Set<Contract>().Where(row => row.ArchivedAt == null).Select(row => new { Kind = Contract.SubjectKind, row.Id, Name = row.Title }))
            .Concat(db.Set<CompanyCalendar>().Where(row => row.ArchivedAt == null).Select(row => new { Kind = CompanyCalendar.Kind, row.Id, row.Name }))
            .Concat(db.Set<Commitment>().Where(row => row.ArchivedAt == null).Select(row => new { Kind = Commitment.SubjectKind, row.Id, row.Name }))
            .OrderBy(row => row.Name).Take(MostChoices).ToListAsync(token);
        return new Lists(Of(Process.Kind), Of(Provider.Kind), Of(Contract.SubjectKind), Of(CompanyCalendar.Kind), Of(Commitment.SubjectKind), withEvents ? await EventsAsync(token) : []);

        IReadOnlyList<Choice> Of(string kind) => [.. rows.Where(row => row.Kind == kind).Select(row => new Choice(row.Id.ToString(), row.Name))];
    }

    private async Task<IReadOnlyList<string>> EventsAsync(CancellationToken token)
    {
        var events = new List<string>();
        foreach (var source in seen)
        {
            events.AddRange((await source.RunAsync(token)).Select(PatternText.Of));
        }

        return [.. events.Concat(TemplateEvents.All).Distinct()];
    }

    /// <summary>Lists of the company.</summary>
    public sealed record Lists(
        IReadOnlyList<Choice> Processes,
        IReadOnlyList<Choice> Providers,
        IReadOnlyList<Choice> Contracts,
        IReadOnlyList<Choice> Calendars,
        IReadOnlyList<Choice> Commitments,
        IReadOnlyList<string> Events);

    public static IReadOnlyList<Choice> Periods =>
    [
        new(nameof(PeriodLength.Month), Texts.Choice_Month), new(nameof(PeriodLength.Quarter), Texts.Choice_Quarter),
        new(nameof(PeriodLength.Year), Texts.Choice_Year), new(nameof(PeriodLength.Week), Texts.Choice_Week),
    ];

    public static IReadOnlyList<Choice> Parties =>
        [new(nameof(Party.Provider), Texts.Choice_Provider), new(nameof(Party.Company), Texts.Choice_We), new(nameof(Party.ThirdParty), Texts.Choice_ThirdParty)];

    public static IReadOnlyList<Choice> WaitParties =>
        [new(nameof(Party.Company), Texts.Choice_OnUs), new(nameof(Party.Provider), Texts.Choice_OnProvider), new(nameof(Party.ThirdParty), Texts.Choice_OnThird)];

    public static IReadOnlyList<Choice> DayCounts =>
        [new(nameof(DayCount.Business), Texts.Choice_Business), new(nameof(DayCount.Working), Texts.Choice_Working), new(nameof(DayCount.Calendar), Texts.Choice_Calendar)];

    public static IReadOnlyList<Choice> Ways => [new(nameof(OffsetWay.Before), Texts.Choice_Before), new(nameof(OffsetWay.After), Texts.Choice_After)];

    public static IReadOnlyList<Choice> Anchors =>
    [
        new(nameof(AnchorKind.DayOfMonth), Texts.Choice_DayOfMonth), new(nameof(AnchorKind.EndOfPeriod), Texts.Choice_EndOfPeriod), new(nameof(AnchorKind.PayDay), Texts.Choice_PayDay),
        new(nameof(AnchorKind.VatDay), Texts.Choice_VatDay), new(nameof(AnchorKind.Closing), Texts.Choice_Closing), new(nameof(AnchorKind.TaxReturn), Texts.Choice_TaxReturn),
    ];

    public static IReadOnlyList<Choice> Months => [new("0", Texts.Choice_SamePeriod), new("1", Texts.Choice_NextMonth), new("2", Texts.Choice_SecondMonth), new("3", Texts.Choice_ThirdMonth)];

    public static IReadOnlyList<Choice> Rolls =>
    [
        new(nameof(RollConvention.None), Texts.Choice_RollNone), new(nameof(RollConvention.Preceding), Texts.Choice_RollPreceding),
        new(nameof(RollConvention.Following), Texts.Choice_RollFollowing), new(nameof(RollConvention.ModifiedFollowing), Texts.Choice_RollModified),
    ];

    public static IReadOnlyList<Choice> Targets =>
    [
        new(nameof(ClockTargetKind.SameHour), Texts.Choice_SameHour), new(nameof(ClockTargetKind.EndOfDay), Texts.Choice_EndOfDay),
        new(nameof(ClockTargetKind.OpeningHours), Texts.Choice_OpeningHours), new(nameof(ClockTargetKind.Date), Texts.Choice_Date),
    ];
}
