using NodaTime;

namespace Pupitre.Sample.World;

/// <summary>What really happened to one month's payroll, and what trace it left. A null instant has not happened yet.</summary>
/// <param name="Month">First day of the month that is paid.</param>
/// <param name="Age">How many months ago; 0 is the current one. The story is told by age, so that it is the same whenever it is loaded.</param>
public sealed record PayrollMonth(DateOnly Month, int Age)
{
    /// <summary>When the variables left us.</summary>
    public Instant? VariablesSent { get; private init; }

    /// <summary>True when the mail with the variables is still in our mailbox; else only our own table says so.</summary>
    public bool VariablesMailKept { get; private init; }

    /// <summary>When payslips and transfer file reached us.</summary>
    public Instant? PayslipsReceived { get; private init; }

    public bool PayslipsMailKept { get; private init; }

    /// <summary>The day that the bureau writes in its own table: not always the day of the mail.</summary>
    public DateOnly? PayslipsClaimed { get; private init; }

    public Instant? DeclarationFiled { get; private init; }

    public DeclarationProof Declaration { get; private init; }

    /// <summary>Payslips that had to be made again after the month was paid.</summary>
    public Instant? CorrectedPayslipsReceived { get; private init; }

    public DateOnly PayDay => SampleDays.OnOrBefore(new DateOnly(Month.Year, Month.Month, Cast.PayDay));

    public static PayrollMonth Tell(DateOnly month, int age, Instant now)
    {
        var payDay = SampleDays.OnOrBefore(new DateOnly(month.Year, month.Month, Cast.PayDay));
        var variables = VariablesDay(month, age);
        var payslips = PayslipsDay(payDay, age);
        var filed = FiledDay(month, age);
        return new PayrollMonth(month, age)
        {
            VariablesSent = Past(SampleDays.At(variables, 9 + (age % 7), (age * 17) % 60), now),
            VariablesMailKept = age is not (6 or >= 13),
            PayslipsReceived = age == 5 ? null : Past(payslips, now),
            PayslipsMailKept = age is not (6 or 7 or >= 14),
            PayslipsClaimed = Past(payslips, now) is null || age == 5 ? null : SampleDays.Business(payDay, age == 10 ? -1 : -3),
            DeclarationFiled = Past(filed, now),
            Declaration = age switch { 2 => DeclarationProof.Missing, 9 => DeclarationProof.AcknowledgementOnly, _ => DeclarationProof.Certificate },
            CorrectedPayslipsReceived = age == 3 ? Past(SampleDays.At(SampleDays.Business(payDay, 4), 15, 12), now) : null,
        };
    }

    private static DateOnly VariablesDay(DateOnly month, int age)
    {
        var due = SampleDays.OnOrBefore(new DateOnly(month.Year, month.Month, 20));
        return age switch
        {
            10 => SampleDays.Business(due, 3),
            3 => SampleDays.Business(due, 1),
            _ => SampleDays.Business(due, -Vary.Between(0, 2, "variables", age) - 1),
        };
    }

    private static Instant PayslipsDay(DateOnly payDay, int age) => age switch
    {
        10 => SampleDays.At(SampleDays.Business(payDay, -1), 17, 5),
        8 => SampleDays.At(SampleDays.Business(payDay, -1), 16, 45),
        _ => SampleDays.At(SampleDays.Business(payDay, -3), 10, 5 + (age * 3)),
    };

    private static Instant FiledDay(DateOnly month, int age)
    {
        var next = month.AddMonths(1);
        return age == 4
            ? SampleDays.At(SampleDays.Business(SampleDays.OnOrAfter(new DateOnly(next.Year, next.Month, 15)), 1), 9, 41)
            : SampleDays.At(SampleDays.OnOrAfter(new DateOnly(next.Year, next.Month, 4 + (age % 5))), 14, 8 + age);
    }

    private static Instant? Past(Instant instant, Instant now) => instant <= now ? instant : null;
}

/// <summary>What is left of a filed payroll declaration (DSN).</summary>
public enum DeclarationProof
{
    /// <summary>The certificate of conformity: accepted.</summary>
    Certificate,

    /// <summary>Only the acknowledgement of deposit, which says that a file arrived and not that it was accepted.</summary>
    AcknowledgementOnly,

    /// <summary>Nothing but the bureau's own table.</summary>
    Missing,
}
