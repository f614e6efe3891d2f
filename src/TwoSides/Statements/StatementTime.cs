using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>What "now" and "this month" are for the company.</summary>
internal sealed class StatementTime(IClock clock, Tenant tenant)
{
    public Instant Now => clock.GetCurrentInstant();

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();

    /// <summary>A full hour of a local day.</summary>
    public Instant At(DateOnly day, int hour) =>
        tenant.Zone.AtLeniently(LocalDate.FromDateOnly(day).At(new LocalTime(hour, 0))).ToInstant();

    /// <summary>The last month of which there can be a draft.</summary>
    public int CurrentMonth => MonthNumber.Of(Today);
}
