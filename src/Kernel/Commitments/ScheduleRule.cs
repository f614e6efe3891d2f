using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// A commitment of which every period makes an obligation, section 4 of the business-time rules. Immutable. The due date is the anchor,
/// rolled as the anchor says, plus months, plus days before or after, rolled, at an hour.
/// </summary>
/// <remarks>
/// JSON: <c>{"kind":"schedule","every":"month","anchor":{"day":20,"monthsAfter":0,"roll":"none"},"months":0,"days":-2,"count":"business",
/// "roll":"preceding","at":"18:00","graceDays":0,"statutory":false,"prerequisite":{"commitment":"1","days":3},"warningHours":24}</c>;
/// an anchor is <c>{"day":20}</c>, <c>{"endOfMonth":true}</c> or <c>{"named":"payDay"}</c>; with <c>"every":"date"</c> the recurrence
/// <c>"rrule":"FREQ=..."</c> from <c>"from":"2026-01-31"</c> gives the anchors.
/// </remarks>
public sealed record ScheduleRule
{
    /// <summary>Largest number of days before or after the anchor.</summary>
    public const int MostDays = 3660;

    public PeriodLength Every { get; init; }

    public ScheduleAnchor Anchor { get; init; } = ScheduleAnchor.EndOfMonth();

    /// <summary>Months added to the anchor; a day that the month does not have is its last, and a month's last day stays a last day.</summary>
    public int Months { get; init; }

    /// <summary>Days added next (negative: before), counted as <see cref="Count"/> says.</summary>
    public int Days { get; init; }

    public DayCount Count { get; init; } = DayCount.Business;

    /// <summary>What happens to a due date that is no business day; no working day (Saturday is one) when <see cref="Count"/> counts these.</summary>
    public RollConvention Roll { get; init; }

    /// <summary>Local hour, or null for the end of the day.</summary>
    public LocalTime? At { get; init; }

    /// <summary>Days after the due date before the absence of any proof is held against somebody. It does not move the due instant.</summary>
    public int GraceDays { get; init; }

    /// <summary>A date of the law: no prerequisite moves it.</summary>
    public bool Statutory { get; init; }

    public SchedulePrerequisite? Prerequisite { get; init; }

    /// <summary>Hours before the due instant from which an open occurrence is at risk, or null.</summary>
    public int? WarningHours { get; init; }

    /// <summary>RFC 5545 rule of a schedule by date (<see cref="PeriodLength.Date"/>), or null.</summary>
    public string? Recurrence { get; init; }

    /// <summary>First date of <see cref="Recurrence"/>, which anchors it.</summary>
    public DateOnly? From { get; init; }

    /// <exception cref="Refused">The JSON is not a rule; the message names the member.</exception>
    public static ScheduleRule FromJson(JsonElement json)
    {
        RuleJson.Object(
            json, "commitment", "kind", "name", "every", "anchor", "months", "days", "count", "roll", "at", "graceDays", "statutory", "prerequisite", "warningHours", "rrule", "from");
        var rule = new ScheduleRule
        {
            Every = RuleJson.Choice(json, "every", PeriodLength.Month),
            Anchor = RuleJson.Optional(json, "anchor") is { } anchor ? ScheduleAnchor.FromJson(anchor) : ScheduleAnchor.EndOfMonth(),
            Months = RuleJson.Integer(json, "months"),
            Days = RuleJson.Integer(json, "days"),
            Count = RuleJson.Choice(json, "count", DayCount.Business),
            Roll = RuleJson.Choice(json, "roll", RollConvention.None),
            At = RuleJson.HourOf(json, "at"),
            GraceDays = RuleJson.Integer(json, "graceDays"),
            Statutory = RuleJson.Flag(json, "statutory"),
            Prerequisite = RuleJson.Optional(json, "prerequisite") is { } prerequisite ? SchedulePrerequisite.FromJson(prerequisite) : null,
            WarningHours = RuleJson.Optional(json, "warningHours") is null ? null : RuleJson.Integer(json, "warningHours"),
            Recurrence = RuleJson.Text(json, "rrule"),
            From = RuleJson.DateOf(json, "from"),
        };
        rule.Check();
        return rule;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["every"] = RuleJson.Camel(Every), ["anchor"] = Anchor.ToJson() };
        AddNumbers(json);
        if (At is { } at)
        {
            json["at"] = RuleJson.HourText(at);
        }

        if (Prerequisite is not null)
        {
            json["prerequisite"] = Prerequisite.ToJson();
        }

        if (WarningHours is { } hours)
        {
            json["warningHours"] = hours;
        }

        if (Recurrence is not null)
        {
            json["rrule"] = Recurrence;
        }

        if (From is { } from)
        {
            json["from"] = RuleJson.DateText(from);
        }

        return json;
    }

    private void AddNumbers(JsonObject json)
    {
        json["months"] = Months;
        json["days"] = Days;
        json["count"] = RuleJson.Camel(Count);
        json["roll"] = RuleJson.Camel(Roll);
        json["graceDays"] = GraceDays;
        json["statutory"] = Statutory;
    }

    private void Check()
    {
        if (Math.Abs(Days) > MostDays || GraceDays is < 0 or > MostDays || Math.Abs(Months) > MostDays)
        {
            throw new Refused(Texts.Rule_BadDays.With(MostDays), "days");
        }

        if (Every == PeriodLength.Date && (Recurrence is null || From is null))
        {
            throw new Refused(Texts.Rule_RecurrenceMissing, "rrule");
        }

        if (Every == PeriodLength.Date)
        {
            Time.Recurrence.Parse(Recurrence!, From!.Value).RefuseSilent();
        }
    }
}

/// <summary>The date that a due date counts from: a day of the month, the end of the month, or a named date of the company.</summary>
public sealed record ScheduleAnchor
{
    private ScheduleAnchor()
    {
    }

    /// <summary>Day of the month (1 to 31; a day that the month does not have is its last), or null.</summary>
    public int? Day { get; private init; }

    /// <summary>Name of a date of the company (<see cref="CompanyDates"/>), or null.</summary>
    public string? Named { get; private init; }

    /// <summary>Month inside the period, 1 for its first; 0 for its last. A month has only one.</summary>
    public int Month { get; init; }

    /// <summary>Months from the period to the month of the anchor: 1 in "the 15th of the following month".</summary>
    public int MonthsAfter { get; init; }

    /// <summary>What happens to the anchor itself when it is not a business day, before anything is added to it.</summary>
    public RollConvention Roll { get; init; }

    public static ScheduleAnchor DayOfMonth(int day) =>
        day is >= 1 and <= 31 ? new() { Day = day } : throw new Refused(Texts.Rule_BadDayOfMonth, "day");

    public static ScheduleAnchor EndOfMonth() => new();

    public static ScheduleAnchor DateOfCompany(string name) => new() { Named = name };

    public static ScheduleAnchor FromJson(JsonElement json)
    {
        RuleJson.Object(json, "anchor", "day", "endOfMonth", "named", "month", "monthsAfter", "roll");
        var anchor = RuleJson.Text(json, "named") is { } name ? DateOfCompany(name)
            : RuleJson.Optional(json, "day") is not null ? DayOfMonth(RuleJson.Integer(json, "day"))
            : EndOfMonth();
        return anchor with
        {
            Month = RuleJson.Integer(json, "month"),
            MonthsAfter = RuleJson.Integer(json, "monthsAfter"),
            Roll = RuleJson.Choice(json, "roll", RollConvention.None),
        };
    }

    public JsonObject ToJson()
    {
        var json = Named is not null ? new JsonObject { ["named"] = Named }
            : Day is { } day ? new JsonObject { ["day"] = day }
            : new JsonObject { ["endOfMonth"] = true };
        json["month"] = Month;
        json["monthsAfter"] = MonthsAfter;
        json["roll"] = RuleJson.Camel(Roll);
        return json;
    }
}

/// <summary>The occurrence of the same period of another commitment must have stopped <see cref="Days"/> business days before.</summary>
/// <param name="Commitment">The other commitment, as its owner names it (an identifier, a template's number).</param>
/// <param name="Days">Business days after its stop.</param>
public sealed record SchedulePrerequisite(string Commitment, int Days)
{
    internal static SchedulePrerequisite FromJson(JsonElement json)
    {
        RuleJson.Object(json, "prerequisite", "commitment", "days");
        return new(
            RuleJson.Text(json, "commitment") ?? throw new Refused(Texts.Rule_MissingMember.With("commitment"), "commitment"),
            new DayTarget(RuleJson.Integer(json, "days")).Days);
    }

    internal JsonObject ToJson() => new() { ["commitment"] = Commitment, ["days"] = Days };
}
