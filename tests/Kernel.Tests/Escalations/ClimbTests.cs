using NodaTime;
using Pupitre.Kernel.Escalations;

namespace Pupitre.Kernel.Tests.Escalations;

/// <summary>Which of the levels that were reached goes, and which is passed over.</summary>
public class ClimbTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    private static readonly IReadOnlyList<RungMoment> Daily =
        [.. Rungs.All.Select(rung => new RungMoment(rung, Noon + Duration.FromDays((int)rung), Noon + Duration.FromDays((int)rung)))];

    [Fact]
    public void Each_goes_when_it_is_reached()
    {
        At(0).Goes.ShouldBe(Rung.Before);
        At(1, Rung.Before).Goes.ShouldBe(Rung.Due);
        At(1, Rung.Before, Rung.Due).Goes.ShouldBeNull();
    }

    [Fact]
    public void Of_those_that_were_missed_only_the_highest_goes()
    {
        var (goes, passed) = At(3);

        goes.ShouldBe(Rung.AfterFive);
        passed.ShouldBe([Rung.Before, Rung.Due, Rung.AfterOne]);
    }

    [Fact]
    public void After_a_higher_one_no_lower_one_goes()
    {
        var (goes, passed) = At(1, Rung.AfterOne);

        goes.ShouldBeNull();
        passed.ShouldBe([Rung.Before, Rung.Due]);
    }

    [Fact]
    public void An_answer_silences_the_next_level_and_not_the_one_after()
    {
        Climb.At(Daily, new([Rung.Before, Rung.Due], Rung.Due), Noon + Duration.FromDays(2), Noon + Duration.FromDays(9)).Passed
            .ShouldBe([(Daily[2], PassedOver.ByAnswer)]);
        Climb.At(Daily, new([Rung.Before, Rung.Due, Rung.AfterOne], Rung.Due), Noon + Duration.FromDays(3), Noon + Duration.FromDays(9))
            .Goes!.Value.Rung.ShouldBe(Rung.AfterFive);
    }

    [Fact]
    public void What_is_not_known_yet_is_not_reached() =>
        Climb.At(Daily, LadderPast.None, Noon + Duration.FromDays(3), Noon + Duration.FromHours(30)).Goes!.Value.Rung.ShouldBe(Rung.Due);

    [Fact]
    public void What_was_reached_before_the_ladder_was_there_is_none_of_its_own() =>
        Climb.At(Daily, new([], Since: Noon + Duration.FromHours(30)), Noon + Duration.FromDays(2), Noon + Duration.FromDays(2))
            .Goes!.Value.Rung.ShouldBe(Rung.AfterOne);

    private static (Rung? Goes, Rung[] Passed) At(int days, params Rung[] known)
    {
        var step = Climb.At(Daily, new(known), Noon + Duration.FromDays(days), Noon + Duration.FromDays(9));
        return (step.Goes?.Rung, [.. step.Passed.Select(item => item.Moment.Rung)]);
    }
}
