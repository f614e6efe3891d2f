using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre clock</c>: questions about open time, one per line.</summary>
internal sealed class ClockCommand
{
    private const int MostCalendars = 256;
    private const int MostPauses = 100_000;

    // People ask thousands of lines about a few calendars: compiled ones are kept by their text.
    private readonly Dictionary<string, BusinessCalendar> _calendars = [];

    public static Command Create(Terminal terminal) => AnswerLines.Create("clock", Texts.Cli_Clock, terminal, new ClockCommand().Answer);

    private JsonObject Answer(JsonElement line)
    {
        var question = new Question(line);
        var calendar = CalendarOf(question);
        return question.Text("op") switch
        {
            "elapsed" => new() { ["seconds"] = Question.SecondsNode(Elapsed(question, calendar)) },
            "add" => At(Moved(question, calendar, calendar.Add), calendar),
            "subtract" => At(Moved(question, calendar, calendar.Subtract), calendar),
            "addDays" => At(AddDays(question, calendar), calendar),
            "due" => Due(question, calendar),
            var op => throw new Refused(Texts.Cli_NotAChoice.With("op", op, "elapsed, add, subtract, addDays, due"), "op"),
        };
    }

    private BusinessCalendar CalendarOf(Question question)
    {
        var json = question.Required("calendar");
        var text = json.GetRawText();
        if (_calendars.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_calendars.Count >= MostCalendars)
        {
            _calendars.Clear();
        }

        return _calendars[text] = BusinessCalendar.Compile(CalendarDefinition.FromJson(json));
    }

    private static Duration Elapsed(Question question, BusinessCalendar calendar) =>
        calendar.Elapsed(question.Instant("from", calendar), question.Instant("to", calendar));

    private static Instant Moved(Question question, BusinessCalendar calendar, Func<Instant, Duration, Instant> move)
    {
        var (from, length) = (question.Instant("from", calendar), question.Seconds("seconds"));
        return question.Named("seconds", () => move(from, length));
    }

    private static Instant AddDays(Question question, BusinessCalendar calendar)
    {
        var (from, days, endOfDay) = (question.Instant("from", calendar), question.Integer("days"), question.Flag("endOfDay"));
        return question.Named("days", () => calendar.AddDays(from, days, endOfDay));
    }

    private static JsonObject Due(Question question, BusinessCalendar calendar)
    {
        var from = question.Instant("from", calendar);
        var target = question.Inside("target");
        var pauses = Pauses(question, calendar);
        var merged = pauses.AsMemory(0, PausedClock.Merge(pauses, from));
        var due = (target.Part("seconds"), target.Part("days")) switch
        {
            ({ }, null) => question.Named("target", () => PausedClock.DueForDuration(calendar, from, target.Seconds("seconds"), merged.Span)),
            (null, { }) => question.Named("target", () => PausedClock.DueForDays(calendar, from, DaysOf(target), target.Flag("endOfDay"), merged.Span)),
            _ => throw new Refused(Texts.Cli_BadTarget, "target"),
        };
        if (due.At is not { } at)
        {
            return new() { ["state"] = "paused" };
        }

        var answer = At(at, calendar);
        answer["pausedSeconds"] = Question.SecondsNode(due.Paused);
        return answer;
    }

    private static int DaysOf(Question target)
    {
        var days = target.Integer("days");
        return days >= 0 ? days : throw new Refused(Texts.Cli_NegativeDays.With("target.days"), "target.days");
    }

    private static Pause[] Pauses(Question question, BusinessCalendar calendar)
    {
        if (question.Part("pauses") is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostPauses)
        {
            throw new Refused(Texts.Cli_BadPauses.With("pauses"), "pauses");
        }

        return [.. list.EnumerateArray().Select((pause, at) => PauseOf(pause, $"pauses[{at.ToString(provider: null)}]", calendar))];
    }

    private static Pause PauseOf(JsonElement json, string field, BusinessCalendar calendar)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2)
        {
            throw new Refused(Texts.Cli_BadPauses.With(field), field);
        }

        var from = WireTime.Parse(Question.Text(json[0], field), calendar.Zone, field);
        Instant? to = json[1].ValueKind == JsonValueKind.Null ? null : WireTime.Parse(Question.Text(json[1], field), calendar.Zone, field);
        return to < from ? throw new Refused(Texts.Cli_PauseEndsFirst.With(field), field) : new(from, to);
    }

    private static JsonObject At(Instant instant, BusinessCalendar calendar) => new()
    {
        ["at"] = WireTime.Utc(instant),
        ["local"] = WireTime.Local(instant, calendar.Zone),
    };
}
