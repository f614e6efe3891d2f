using System.Globalization;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.TwoSides.Credits;

/// <summary>Credits, invoices and indexation in words.</summary>
internal static class CreditWords
{
    /// <summary>Where a line of the history about it leads; null for anything else.</summary>
    public static string? PathOf(string kind, IReadOnlyDictionary<string, string> details) =>
        !details.TryGetValue("ContractId", out var contract) ? null : kind switch
        {
            CreditPlan.Kind or CreditClaim.Kind => $"contracts/{contract}/credits",
            ProviderInvoice.Kind or PriceIndex.Kind => $"contracts/{contract}/invoices",
            _ => null,
        };

    public static IReadOnlyList<Choice> Periods =>
        [new(nameof(CreditPeriod.Month), Texts.Credits_PerMonth), new(nameof(CreditPeriod.Quarter), Texts.Credits_PerQuarter)];

    public static string Month(int month) => Moments.Month(FirstDay(month));

    public static DateOnly FirstDay(int month) => MonthNumber.ToMonth(month).OnDayOfMonth(1).ToDateOnly();

    public static string Of(CreditPeriod period) => Periods.First(choice => choice.Value == period.ToString()).Text;

    public static string Euros(decimal amount) => Texts.Credits_Euros.With(amount.ToString("N2", CultureInfo.CurrentCulture));

    public static string Percent(decimal percent) => Texts.Tally_Percent.With(percent.ToString("0.####", CultureInfo.CurrentCulture));

    /// <summary>"mai 2026", or "avril à juin 2026".</summary>
    public static string Of(MonthSpan span) => span.Length == 1 ? Month(span.First)
        : Texts.Credits_Span.With(Month(span.First), Month(span.First + span.Length - 1));

    /// <summary>Short, for an axis.</summary>
    public static string Axis(MonthSpan span) => FirstDay(span.First).ToString("MM/yy", CultureInfo.InvariantCulture);

    /// <summary>A rule as a sentence.</summary>
    public static string Of(CreditRule rule)
    {
        var said = rule.IsLinear
            ? Texts.Credits_LineIs.With(Percent(rule.NothingAt ?? 0), Percent(rule.AllAt ?? 0))
            : string.Join(", ", rule.Steps.Select(step => Texts.Credits_StepIs.With(Percent(step.Below), Percent(step.Share))));
        return rule.EarnBackAt is { } at ? Texts.Credits_EarnedBackAt.With(said, Percent(at)) : said;
    }

    /// <summary>How the credits of a contract stand.</summary>
    public static string Answer(CreditsView view) => view.Plan switch
    {
        null => Texts.Credits_AnswerNone,
        { FirstMonth: { } first } => Texts.Credits_AnswerClaimed.With(Month(first), Euros(view.Total)),
        _ => Texts.Credits_AnswerSimulated.With(Euros(view.Total)),
    };

    /// <summary>One commitment in a period: how often it was kept, and what that comes to.</summary>
    public static string Of(string name, CreditLine line) => line.Count.Base == 0 ? Texts.Credits_NothingCounted.With(name)
        : (line.IsEarnedBack ? Texts.Credits_LineEarnedBack : Texts.Credits_LineOf).With(name, line.Count.Kept, line.Count.Base,
            Euros(line.Amount));

    public static IReadOnlyList<Choice> Ways =>
        [new(nameof(Settlement.Procedure), Texts.Claim_ProcedureDone), new(nameof(Settlement.GivenUp), Texts.Claim_GiveUp)];

    /// <summary>How a claim stands.</summary>
    public static string Of(CreditClaim claim, NodaTime.DateTimeZone zone) => claim switch
    {
        { AgreedAt: { } at, AgreedName: { Length: > 0 } name } => Texts.Claim_AgreedBy.With(Moments.Short(DayOf(at, zone)), name),
        { AgreedAt: { } at } => Texts.Claim_Agreed.With(Moments.Short(DayOf(at, zone))),
        { ProcedureOn: { } on, Reason: { } reason } => Texts.Claim_Procedure.With(Moments.Short(on), reason),
        { GivenUpAt: { } at, Reason: { } reason } => Texts.Claim_GivenUp.With(Moments.Short(DayOf(at, zone)), reason),
        _ => Texts.Claim_Asked.With(Moments.Short(DayOf(claim.AskedAt, zone))),
    };

    /// <summary>How the invoices stand.</summary>
    public static string Answer(InvoicesView view) => view.Months.All(month => month.Invoices.Count == 0) ? Texts.Invoice_AnswerNone
        : view.Price.Named is null ? Texts.Invoice_AnswerNoPrice
        : view.Differing.Count == 0 ? Texts.Invoice_AnswerSame
        : Texts.Invoice_AnswerDiffers.With(view.Differing.Count, Euros(view.Differing.Sum(month => month.Difference ?? 0)));

    /// <summary>How a month's price comes about: the formula with its values.</summary>
    public static string? Formula(InvoicesView view, InvoicedMonth month) => month.Expected is not { } expected ? null
        : month.Revision is { } value ? Texts.Index_Formula.With(
            Euros(view.Price.Named!.Value), Value(value.Value), Value(view.Index!.BaseValue), Euros(expected), Month(value.Month))
        : Texts.Index_NoFormula.With(Euros(expected));

    public static string Value(decimal value) => value.ToString("0.####", CultureInfo.CurrentCulture);

    /// <summary>Signed: "+12,00 €", "−12,00 €"; "conforme" for none.</summary>
    public static string? Difference(InvoicedMonth month) => month.Difference switch
    {
        null => null,
        0 => Texts.Invoice_Same,
        > 0 and var more => "+" + Euros(more),
        { } less => "−" + Euros(-less),
    };

    private static DateOnly DayOf(NodaTime.Instant at, NodaTime.DateTimeZone zone) => at.InZone(zone).Date.ToDateOnly();

    public static IReadOnlyList<Choice> MonthsBack(int current, int count) =>
        [.. Enumerable.Range(0, count + 1).Select(back => new Choice(OccurrenceKeys.OfMonth(current - back), Month(current - back)))];
}
