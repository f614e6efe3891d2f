using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Where a contract stands, and why, in sentences with dates.</summary>
public static class ContractWords
{
    /// <summary>From how many days on a notice day is said to be near.</summary>
    private const int SoonDays = 60;

    public static IReadOnlyList<Choice> Kinds => [new(nameof(ContractKind.EngagementLetter), Texts.Contract_KindLetter), new(nameof(ContractKind.Contract), Texts.Contract_KindContract)];

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

    public static string Of(ContractKind kind) => Kinds.First(choice => choice.Value == kind.ToString()).Text;

    public static string Of(Renewal renewal) => Renewals.First(choice => choice.Value == renewal.ToString()).Text;

    public static string Of(NoticeRunsFrom from) => NoticeStarts.First(choice => choice.Value == from.ToString()).Text;

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

    /// <summary>The answer of the page: term in force, last day to give notice, last safe posting day, locked in until.</summary>
    public static string Answer(Contract contract, TermState? state, DateOnly today)
    {
        if (state is not { } term)
        {
            return Texts.Contract_AnswerNoTerm.With(Moments.Long(contract.Start));
        }

        if (term.Expired)
        {
            return Texts.Contract_AnswerExpired.With(Moments.Long(term.TermEnd));
        }

        var sentences = new List<string> { (today < contract.Start ? Texts.Contract_AnswerBefore : Texts.Contract_AnswerTerm).With(Moments.Long(term.TermEnd), Moments.Long(contract.Start)) };
        if (term.LockedInUntil is { } locked)
        {
            sentences.Add(Texts.Contract_AnswerLocked.With(Moments.Long(locked)));
        }

        if (term.NoticeBy is { } notice)
        {
            sentences.Add(Texts.Contract_AnswerNotice.With(Moments.Long(notice)));
            sentences.Add((term.PostBy < today ? Texts.Contract_AnswerPostPassed : Texts.Contract_AnswerPost).With(Moments.Long(term.PostBy!.Value)));
        }
        else
        {
            sentences.Add(contract.Renewal switch
            {
                Renewal.Tacit => Texts.Contract_AnswerNoNotice,
                Renewal.Express => Texts.Contract_AnswerExpress,
                _ => Texts.Contract_AnswerNoRenewal,
            });
        }

        return string.Join(' ', sentences);
    }

    /// <summary>How the dates come about, one step after the other.</summary>
    public static IReadOnlyList<string> Steps(Contract contract, TermState? state, HolidayZone zone)
    {
        if (state is not { } term)
        {
            return [];
        }

        var steps = new List<string> { FirstTerm(contract) };
        var firstEnd = contract.End ?? contract.Start.AddMonths(contract.Months!.Value);
        if (term.TermEnd != firstEnd)
        {
            steps.Add(Texts.Contract_StepRenewed.With(DateWords.Months(contract.RenewalMonths ?? contract.Months!.Value), Moments.Long(term.TermEnd)));
        }

        if (term.NoticeBy is { } notice)
        {
            AddNotice(steps, contract, term, notice, zone);
        }

        return steps;
    }

    private static string FirstTerm(Contract contract) => contract.End is { } end
        ? Texts.Contract_StepEnd.With(Moments.Long(contract.Start), Moments.Long(end))
        : Texts.Contract_StepMonths.With(Moments.Long(contract.Start), DateWords.Months(contract.Months!.Value), Moments.Long(contract.Start.AddMonths(contract.Months!.Value)));

    private static void AddNotice(List<string> steps, Contract contract, TermState term, DateOnly notice, HolidayZone zone)
    {
        var length = contract.NoticeMonths is { } months ? DateWords.Months(months) : DateWords.Days(contract.NoticeDays ?? 0, DayCount.Calendar);
        if (term.LockedInUntil is { } locked)
        {
            steps.Add(Texts.Contract_StepPassed.With(length, Moments.Long(term.TermEnd)));
            steps.Add(Texts.Contract_StepLocked.With(Moments.Long(locked)));
        }

        steps.Add(Texts.Contract_StepNotice.With(length, Moments.Long(term.LockedInUntil ?? term.TermEnd), Moments.Long(notice)));
        var arrival = BusinessDays.For(zone).PreviousBusinessDay(notice);
        if (arrival != notice)
        {
            steps.Add(Texts.Contract_StepArrival.With(Moments.Long(arrival)));
        }

        steps.Add(contract.NoticeRunsFrom == NoticeRunsFrom.Sending
            ? Texts.Contract_StepSending.With(Moments.Long(term.PostBy!.Value))
            : Texts.Contract_StepPosting.With(DateWords.Days(contract.PostingDays, DayCount.Business), Moments.Long(term.PostBy!.Value)));
    }
}
