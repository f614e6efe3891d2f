using System.Text.Json;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Commitments;

public class RuleJsonTests
{
    [Fact]
    public void A_clock_survives_its_json()
    {
        var rule = CommitmentRule.Of(new ClockRule
        {
            Start = EventPattern.Any(new PatternAlternative([PatternPart.Of("activity", "Accepted"), PatternPart.Of("impact", "High", "Major")]), new([PatternPart.Of("transition", "x")])),
            Stop = EventPattern.Activity("Completed", "Closed"),
            Pause = new(EventPattern.Of("transition", "Wait"), EventPattern.Of("transition", "Resume"), Party.ThirdParty),
            Cancel = EventPattern.Activity("Cancelled"),
            Reopen = EventPattern.Activity("Reopened"),
            Target = new DateTarget { Event = EventPattern.Activity("leaves"), Months = 1, Days = -3, Count = DayCount.Working, Roll = RollConvention.ModifiedFollowing, At = new LocalTime(12, 0), PauseMovesDate = true },
            Warning = Duration.FromMinutes(90),
            Prerequisite = new(EventPattern.Activity("announced"), 5),
        });

        CommitmentRule.Parse(rule.ToString()).ShouldBe(rule);
    }

    [Theory]
    [InlineData("""{"seconds":57600}""")]
    [InlineData("""{"seconds":0.5}""")]
    [InlineData("""{"days":2,"endOfDay":true}""")]
    [InlineData("""{"date":{"attribute":"due"}}""")]
    public void A_target_survives_its_json(string json)
    {
        var target = ClockTarget.FromJson(Json(json));

        ClockTarget.FromJson(Json(target.ToJson().ToJsonString())).ShouldBe(target);
    }

    [Fact]
    public void A_schedule_survives_its_json()
    {
        var rule = CommitmentRule.Of(new ScheduleRule
        {
            Every = PeriodLength.Year,
            Anchor = ScheduleAnchor.DateOfCompany(CompanyDates.ClosingName) with { MonthsAfter = 1, Month = 3, Roll = RollConvention.Preceding },
            Months = 3,
            Days = 15,
            Count = DayCount.Calendar,
            Roll = RollConvention.Following,
            At = new LocalTime(18, 0),
            GraceDays = 7,
            Statutory = true,
            Prerequisite = new("6", 5),
            WarningHours = 48,
            Recurrence = "FREQ=MONTHLY",
            From = new DateOnly(2026, 1, 31),
        });

        CommitmentRule.Parse(rule.ToString()).ShouldBe(rule);
    }

    [Fact]
    public void The_commitment_of_the_command_line_is_a_clock() => CommitmentRule.Parse("""
        {"name":"...","calendar":{},"start":{"activity":"Accepted"},"stop":{"activity":"Completed"},"pause":{"transition":"Wait - User"},
         "target":{"seconds":57600},"sources":{"default":"Observed","rules":[{"when":{"transition":"Wait - User"},"source":"Provider"}]}}
        """).Clock!.ShouldSatisfyAllConditions(
            clock => clock.Pause!.To.ShouldBeNull(),
            clock => clock.Target.ShouldBe(new DurationTarget(Duration.FromHours(16))));

    [Theory]
    [InlineData("""{"start":{"activity":"a"},"target":{"days":1}}""", "stop")]
    [InlineData("""{"start":{"activity":"a"},"stop":{"activity":"b"},"paus":{"activity":"c"},"target":{"days":1}}""", "paus")]
    [InlineData("""{"start":[],"stop":{"activity":"b"},"target":{"days":1}}""", "start")]
    [InlineData("""{"start":{"activity":{}},"stop":{"activity":"b"},"target":{"days":1}}""", "start.activity")]
    [InlineData("""{"start":{"activity":"a"},"stop":{"activity":"b"},"target":{"days":1,"seconds":2}}""", "target")]
    [InlineData("""{"start":{"activity":"a"},"stop":{"activity":"b"},"target":{"seconds":-1}}""", "seconds")]
    [InlineData("""{"start":{"activity":"a"},"stop":{"activity":"b"},"target":{"days":-1}}""", "days")]
    [InlineData("""{"kind":"schedule","every":"moon"}""", "every")]
    [InlineData("""{"kind":"schedule","anchor":{"day":32}}""", "day")]
    [InlineData("""{"kind":"schedule","every":"date"}""", "rrule")]
    [InlineData("""{"kind":"schedule","at":"6pm"}""", "at")]
    [InlineData("""{"kind":"other"}""", "kind")]
    public void A_wrong_rule_is_refused_and_the_member_named(string json, string member) =>
        Should.Throw<Refused>(() => CommitmentRule.Parse(json)).ShouldSatisfyAllConditions(refusal => refusal.Field.ShouldBe(member), refusal => refusal.Message.ShouldNotBeEmpty());

    [Fact]
    public void What_is_not_json_is_refused() => Should.Throw<Refused>(() => CommitmentRule.Parse("{"));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
