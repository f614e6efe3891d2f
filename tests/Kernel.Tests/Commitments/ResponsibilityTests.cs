using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using static Pupitre.Kernel.Tests.Commitments.Given;

namespace Pupitre.Kernel.Tests.Commitments;

public class ResponsibilityTests
{
    /// <summary>The first of June: due at the end of Tuesday 2.</summary>
    private static readonly ClockRule NextDay = Rule(new DateTarget { Days = 1, Count = DayCount.Business });

    [Fact]
    public void A_delay_of_a_running_clock_is_the_performers() =>
        Delay(FourHours, "2026-06-01 10:00 asked", "2026-06-02 12:00 answered")!.ShouldSatisfyAllConditions(
            delay => delay.Imputation.ShouldBe(Imputation.Provider),
            delay => delay.Reason.Code.ShouldBe(ExplanationCode.NothingStoodInTheWay));

    [Fact]
    public void A_wait_that_covers_the_whole_delay_of_a_fixed_date_makes_it_the_others() =>
        Delay(NextDay, "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-02 18:00 resume", "2026-06-03 12:00 answered")!.Imputation.ShouldBe(Imputation.Company);

    [Fact]
    public void A_wait_that_covers_a_part_of_it_makes_it_shared() =>
        Delay(NextDay, "2026-06-01 10:00 asked", "2026-06-01 11:00 wait", "2026-06-01 12:00 resume", "2026-06-03 12:00 answered")!.Imputation.ShouldBe(Imputation.Shared);

    [Fact]
    public void What_was_kept_is_nobodys_delay() => Delay(FourHours, "2026-06-01 10:00 asked", "2026-06-01 12:00 answered").ShouldBeNull();

    private static Responsibility? Delay(ClockRule rule, params string[] told) => Replay(rule, "2026-07-01 12:00", told).Delay;
}
