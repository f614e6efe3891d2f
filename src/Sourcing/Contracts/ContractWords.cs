using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Sourcing.Contracts;

/// <summary>What a contract says, field by field, in words; <see cref="ContractAnswer"/> says where it stands.</summary>
public static class ContractWords
{
    /// <summary>From how many days on a notice day is said to be near.</summary>
    private const int SoonDays = 60;

    public static IReadOnlyList<Choice> Kinds => [new(nameof(ContractKind.EngagementLetter), Texts.Contract_KindLetter), new(nameof(ContractKind.Contract), Texts.Contract_KindContract)];

    public static IReadOnlyList<Choice> Lengths =>
    [
        new(nameof(ContractLength.Unknown), Texts.Contract_LengthUnknown),
        new(nameof(ContractLength.Fixed), Texts.Contract_LengthFixed),
        new(nameof(ContractLength.OpenEnded), Texts.Contract_LengthOpen),
    ];

    public static IReadOnlyList<Choice> Notices =>
    [
        new(nameof(ContractNotice.Unknown), Texts.Contract_NoticeUnknown),
        new(nameof(ContractNotice.Given), Texts.Contract_NoticeGiven),
        new(nameof(ContractNotice.None), Texts.Contract_NoticeNone),
    ];

    public static IReadOnlyList<Choice> Renewals =>
        [new(nameof(Renewal.Tacit), Texts.Contract_RenewalTacit), new(nameof(Renewal.Express), Texts.Contract_RenewalExpress), new(nameof(Renewal.None), Texts.Contract_RenewalNone)];

    public static IReadOnlyList<Choice> NoticeStarts =>
    [
        new(nameof(NoticeRunsFrom.Reception), Texts.Contract_FromReception),
        new(nameof(NoticeRunsFrom.FirstPresentation), Texts.Contract_FromPresentation),
        new(nameof(NoticeRunsFrom.Sending), Texts.Contract_FromSending),
    ];

    public static IReadOnlyList<Choice> PricePeriods =>
    [
        new(nameof(PricePeriod.Month), Texts.Contract_PerMonth),
        new(nameof(PricePeriod.Quarter), Texts.Contract_PerQuarter),
        new(nameof(PricePeriod.Year), Texts.Contract_PerYear),
        new(nameof(PricePeriod.Once), Texts.Contract_Once),
    ];

    /// <summary>The next day to give notice among contracts, with the space that parts it from what stands before; empty when there is none.</summary>
    public static string NextNotice(IReadOnlyList<ContractLine> lines, DateOnly today) => Next(lines, today) switch
    {
        { State: { NoticeBy: { } notice, PostBy: { } post } } next when post != notice => " " + Texts.Contract_NextNoticePost.With(next.Title, Moments.Long(post), Moments.Long(notice)),
        { State: { NoticeBy: { } notice } } next => " " + Texts.Contract_NextNoticeOnly.With(next.Title, Moments.Long(notice)),
        _ => "",
    };

    /// <summary>The contract whose last day to give notice comes next; null when none has one.</summary>
    public static ContractLine? Next(IEnumerable<ContractLine> lines, DateOnly today) =>
        lines.Where(line => line.State is { NoticeBy: { } day } && day >= today).MinBy(line => line.State?.NoticeBy);

    /// <summary>What stands in a list of providers where none of its contracts has a last day to give notice: why.</summary>
    public static string? NoNextNotice(IReadOnlyList<ContractLine> lines) => lines switch
    {
        [] => null,
        [var only] => NoNoticeDay(only.Contract, only.State),
        _ => lines.FirstOrDefault(line => ReadContracts.IsIncomplete(line.Contract)) is { } incomplete ? NoNoticeDay(incomplete.Contract, incomplete.State) : Texts.Contract_NoNoticeOfAny,
    };

    /// <summary>What a contract is called until somebody gives it a better name: "Lettre de mission – Cabinet Martin".</summary>
    public static string TitleOf(ContractKind kind, string provider)
    {
        var title = Texts.Contract_DefaultTitle.With(Of(kind), provider);
        return title[..Math.Min(title.Length, Contract.MaxTitleLength)];
    }

    public static string Of(ContractKind kind) => Kinds.First(choice => choice.Value == kind.ToString()).Text;

    public static string Of(ContractLength length) => Lengths.First(choice => choice.Value == length.ToString()).Text;

    public static string Of(ContractNotice notice) => Notices.First(choice => choice.Value == notice.ToString()).Text;

    public static string Of(Renewal renewal) => Renewals.First(choice => choice.Value == renewal.ToString()).Text;

    public static string Of(NoticeRunsFrom from) => NoticeStarts.First(choice => choice.Value == from.ToString()).Text;

    /// <summary>The length as it was typed: "12 mois", "jusqu’au 31 mars 2027", "durée indéterminée", "durée non saisie".</summary>
    public static string Length(Contract contract) => contract switch
    {
        { Months: { } months } => DateWords.Months(months),
        { LastDay: { } last } => Texts.Contract_Until.With(Moments.Long(last)),
        _ => Of(contract.Length),
    };

    /// <summary>The notice as it was typed: "3 mois", "45 jours", "aucun préavis", "préavis non saisi".</summary>
    public static string Notice(Contract contract) => NoticeLength(contract) ?? Of(contract.Notice);

    /// <summary>How it goes on; of a length that is not known, an end is not made up.</summary>
    public static string RenewalOf(Contract contract) => contract switch
    {
        { Length: ContractLength.OpenEnded } => Texts.Contract_RenewalNoNeed,
        { Length: ContractLength.Unknown, Renewal: Renewal.None } => Texts.Common_NotSaid,
        { Renewal: Renewal.Tacit, RenewalMonths: { } months } => Texts.Contract_RenewalBy.With(Of(contract.Renewal), DateWords.Months(months)),
        _ => Of(contract.Renewal),
    };

    /// <summary>"1 234,50 € par mois", or null.</summary>
    public static string? Price(decimal? price, PricePeriod period) => price is { } amount
        ? Texts.Contract_PriceOf.With(amount.ToString("N2", CultureInfo.CurrentCulture), PricePeriods.First(choice => choice.Value == period.ToString()).Text)
        : null;

    /// <summary>"dans 12 jours" when the day is near, else null.</summary>
    public static string? Soon(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        < 0 or > SoonDays => null,
        0 => Texts.Contract_Today,
        1 => Texts.Contract_InOneDay,
        var days => Texts.Contract_InDays.With(days),
    };

    /// <summary>What stands in a list instead of a last day that cannot be told.</summary>
    public static string NoLastDay(Contract contract) => contract.Length switch
    {
        ContractLength.Fixed when contract.Start is null => Texts.Contract_StartUnknown,
        ContractLength.Fixed => Texts.Contract_BeyondYears,
        _ => Of(contract.Length),
    };

    /// <summary>What stands in a list instead of a last day to give notice: none, not known, or at any time.</summary>
    public static string NoNoticeDay(Contract contract, TermState? state) => contract switch
    {
        { Length: ContractLength.OpenEnded, Notice: ContractNotice.Given } => Texts.Contract_NoticeAnyDay.With(NoticeLength(contract)),
        { Notice: ContractNotice.Unknown, Length: ContractLength.OpenEnded } or { Notice: ContractNotice.Unknown, Renewal: Renewal.Tacit } => Texts.Contract_NoticeUnknown,
        _ when state is null && contract.Length != ContractLength.OpenEnded => Texts.Contract_LengthUnknown,
        { Notice: ContractNotice.None } => Texts.Contract_NoticeNone,
        { Renewal: Renewal.Tacit } => Texts.Contract_BeyondYears,
        _ => Texts.Contract_NoNoticeNeeded,
    };

    /// <summary>"3 mois" or "45 jours"; null when none was typed.</summary>
    public static string? NoticeLength(Contract contract) => contract switch
    {
        { NoticeMonths: { } months } => DateWords.Months(months),
        { NoticeDays: { } days } => DateWords.Days(days, DayCount.Calendar),
        _ => null,
    };
}
