using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>By when a clock must stop. One of <see cref="DurationTarget"/>, <see cref="DayTarget"/> and <see cref="DateTarget"/>.</summary>
public abstract record ClockTarget
{
    private protected ClockTarget()
    {
    }

    /// <summary>Reads <c>{"seconds":n}</c>, <c>{"days":n,"endOfDay":false}</c> or <c>{"date":{...}}</c>.</summary>
    /// <exception cref="Refused">The JSON is none of them.</exception>
    public static ClockTarget FromJson(JsonElement json)
    {
        RuleJson.Object(json, "target", "seconds", "days", "endOfDay", "date");
        if (RuleJson.Optional(json, "seconds") is { } seconds && RuleJson.Optional(json, "days") is null)
        {
            return new DurationTarget(RuleJson.Seconds(seconds, "seconds"));
        }

        if (RuleJson.Optional(json, "days") is not null && RuleJson.Optional(json, "seconds") is null)
        {
            return new DayTarget(RuleJson.Integer(json, "days"), RuleJson.Flag(json, "endOfDay"));
        }

        return RuleJson.Optional(json, "date") is { } date ? DateTarget.FromDateJson(date) : throw new Refused(Texts.Rule_BadTarget, "target");
    }

    public abstract JsonObject ToJson();
}

/// <summary>A length of open time that is not paused. Met when the running open time from start to stop is at most <see cref="Length"/>.</summary>
/// <param name="Length">Zero or more.</param>
public sealed record DurationTarget(Duration Length) : ClockTarget
{
    public override JsonObject ToJson() => new() { ["seconds"] = RuleJson.Seconds(Length) };
}

/// <summary>A number of business days of the calendar (days with an opening), at the same local clock time or at the last closing.</summary>
public sealed record DayTarget : ClockTarget
{
    /// <summary>Largest number of days that is accepted.</summary>
    public const int MostDays = 3660;

    public DayTarget(int days, bool endOfDay = false)
    {
        if (days is < 0 or > MostDays)
        {
            throw new Refused(Texts.Rule_BadDays.With(MostDays), "days");
        }

        (Days, EndOfDay) = (days, endOfDay);
    }

    /// <summary>Business days, zero or more.</summary>
    public int Days { get; }

    /// <summary>The due instant is the last closing of the day, instead of the clock time of the start.</summary>
    public bool EndOfDay { get; }

    public override JsonObject ToJson() => new() { ["days"] = Days, ["endOfDay"] = EndOfDay };
}

/// <summary>
/// A statutory or contractual date: the date of the start, of another event of the case or of an attribute, plus months and days, rolled.
/// Pauses do not move it unless <see cref="PauseMovesDate"/>.
/// </summary>
/// <remarks>
/// JSON: <c>{"date":{"event":{...},"attribute":"...","months":1,"days":8,"count":"calendar","roll":"following","at":"12:00","pauseMovesDate":false}}</c>,
/// all parts optional. Without <c>event</c> and <c>attribute</c> it counts from the start; without <c>at</c> it is due by the end of that day.
/// </remarks>
public sealed record DateTarget : ClockTarget
{
    /// <summary>The first event of the case that matches gives the date, or null.</summary>
    public EventPattern? Event { get; init; }

    /// <summary>The attribute of the start event, or of the case, that holds the date (ISO, yyyy-MM-dd first), or null.</summary>
    public string? Attribute { get; init; }

    /// <summary>Months added first; a day that the month does not have is its last.</summary>
    public int Months { get; init; }

    /// <summary>Days added next, counted as <see cref="Count"/> says.</summary>
    public int Days { get; init; }

    public DayCount Count { get; init; }

    /// <summary>What happens to a date that is not a business day.</summary>
    public RollConvention Roll { get; init; }

    /// <summary>Local hour, or null for the end of the day.</summary>
    public LocalTime? At { get; init; }

    /// <summary>Pauses move the due instant as they move that of a <see cref="DayTarget"/>.</summary>
    public bool PauseMovesDate { get; init; }

    public override JsonObject ToJson()
    {
        var date = new JsonObject();
        if (Event is not null)
        {
            date["event"] = Event.ToJson();
        }

        if (Attribute is not null)
        {
            date["attribute"] = Attribute;
        }

        date["months"] = Months;
        date["days"] = Days;
        date["count"] = RuleJson.Camel(Count);
        date["roll"] = RuleJson.Camel(Roll);
        if (At is { } at)
        {
            date["at"] = RuleJson.HourText(at);
        }

        date["pauseMovesDate"] = PauseMovesDate;
        return new() { ["date"] = date };
    }

    internal static DateTarget FromDateJson(JsonElement json)
    {
        RuleJson.Object(json, "date", "event", "attribute", "months", "days", "count", "roll", "at", "pauseMovesDate");
        return new()
        {
            Event = RuleJson.Optional(json, "event") is { } pattern ? EventPattern.FromJson(pattern, "event") : null,
            Attribute = RuleJson.Text(json, "attribute"),
            Months = RuleJson.Integer(json, "months"),
            Days = RuleJson.Integer(json, "days"),
            Count = RuleJson.Choice(json, "count", DayCount.Calendar),
            Roll = RuleJson.Choice(json, "roll", RollConvention.None),
            At = RuleJson.HourOf(json, "at"),
            PauseMovesDate = RuleJson.Flag(json, "pauseMovesDate"),
        };
    }
}
