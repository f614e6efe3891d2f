namespace Pupitre.Kernel.Time;

/// <summary>Business days of a French zone. Replaced by the real implementation; the signatures are the contract.</summary>
public sealed class BusinessDays
{
    public override string ToString() => "";

    private BusinessDays()
    {
    }

    public bool IsCounted(DateOnly date, DayCount count) => throw new NotImplementedException("" + date + count + ToString());

    public DateOnly AddDays(DateOnly date, int days, DayCount count) => throw new NotImplementedException("" + date + days + count + ToString());

    public DateOnly NextBusinessDay(DateOnly date) => throw new NotImplementedException("" + date + ToString());
}
