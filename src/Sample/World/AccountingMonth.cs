using NodaTime;

namespace Pupitre.Sample.World;

/// <summary>What really happened to one month's accounts in the month after, and what trace it left. A null has not happened.</summary>
/// <param name="Month">First day of the month whose accounts are kept.</param>
/// <param name="Age">How many months ago; 0 is the current one.</param>
public sealed record AccountingMonth(DateOnly Month, int Age)
{
    public Instant? DocumentsDeposited { get; private init; }

    public bool DepositMailKept { get; private init; }

    public Instant? SituationReceived { get; private init; }

    public bool SituationMailKept { get; private init; }

    /// <summary>The day that the firm writes in its own table for the bank reconciliation; it leaves no other trace.</summary>
    public DateOnly? BankClaimed { get; private init; }

    public Instant? VatDraftReceived { get; private init; }

    public Instant? VatDraftApproved { get; private init; }

    public Instant? VatFiled { get; private init; }

    public bool VatReceiptKept { get; private init; }

    public Instant? LedgerFileReceived { get; private init; }

    public DateOnly Following => Month.AddMonths(1);

    /// <summary>VAT of the month in whole euros, coherent over draft, approval and receipt.</summary>
    public int VatDue => 11_800 + Vary.Between(-2_400, 3_900, "vat", (Month.Year * 12) + Month.Month);

    public static AccountingMonth Tell(DateOnly month, int age, Instant now)
    {
        var next = month.AddMonths(1);
        var vatDay = new DateOnly(next.Year, next.Month, Cast.VatDay);
        var draft = SampleDays.Business(vatDay, age == 6 ? -1 : -5);
        var approved = SampleDays.Business(draft, age == 9 ? 3 : age == 6 ? 0 : 1);
        var filed = age is 9 or 4 ? SampleDays.OnOrAfter(vatDay) : age == 6 ? SampleDays.Business(vatDay, -1) : SampleDays.Business(vatDay, -2);
        return new AccountingMonth(month, age)
        {
            DocumentsDeposited = Past(SampleDays.At(SampleDays.OfMonth(next, DepositDay(age)), 15, 4 + age), now),
            DepositMailKept = age is not (5 or >= 12),
            SituationReceived = Past(SampleDays.At(SampleDays.OfMonth(next, SituationDay(age)), 16, 20 + age), now),
            SituationMailKept = age is not (4 or 5 or 12 or >= 14),
            BankClaimed = Past(SampleDays.At(SampleDays.OfMonth(next, age == 8 ? 11 : 9), 18, 0), now) is { } bank ? SampleDays.DayOf(bank) : null,
            VatDraftReceived = Past(SampleDays.At(draft, 10, 2 + age), now),
            VatDraftApproved = Past(SampleDays.At(approved, age == 6 ? 16 : 11, 30 + age), now),
            VatFiled = Past(SampleDays.At(filed, 17, 11 + age), now),
            VatReceiptKept = age is not (3 or 12),
            LedgerFileReceived = age is 2 or 5 or > 8 ? null : Past(SampleDays.At(SampleDays.OfMonth(next, 9), 11, 40 + age), now),
        };
    }

    private static int DepositDay(int age) => age switch { 7 => 9, 2 => 6, _ => 4 };

    private static int SituationDay(int age) => age switch { 7 => 13, 11 => 12, 3 => 11, _ => 8 };

    private static Instant? Past(Instant instant, Instant now) => instant <= now ? instant : null;
}
