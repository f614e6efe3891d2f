using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>The JSON form of a calendar. Every refusal names the part, as a path from <c>calendar</c>.</summary>
internal static class CalendarJson
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static CalendarDefinition Read(JsonElement json)
    {
        Members(json, "calendar", "timeZone", "weekly", "holidays", "closures", "openings");
        var holidays = Part(json, "holidays");
        if (holidays is { } members)
        {
            Members(members, "calendar.holidays", "zone", "dates");
        }

        var definition = new CalendarDefinition
        {
            TimeZone = Text(Required(json, "timeZone", "calendar"), "calendar.timeZone"),
            Weekly = ReadWeekly(Required(json, "weekly", "calendar")),
            HolidayZone = Part(holidays, "zone") is { } zone
                ? HolidayZones.Parse(Text(zone, "calendar.holidays.zone"), "calendar.holidays.zone")
                : null,
            HolidayDates = List(Part(holidays, "dates"), "calendar.holidays.dates", Date),
            Closures = List(Part(json, "closures"), "calendar.closures", ReadClosure),
            Openings = List(Part(json, "openings"), "calendar.openings", ReadOpening),
        };
        definition.Check();
        return definition;
    }

    public static JsonObject Write(CalendarDefinition calendar)
    {
        var weekly = calendar.Weekly.Select(day => KeyValuePair.Create(Weekdays[(int)day.Key - 1], (JsonNode?)HoursNode(day.Value)));
        var json = new JsonObject { ["timeZone"] = calendar.TimeZone, ["weekly"] = new JsonObject(weekly) };
        var holidays = new JsonObject();
        if (calendar.HolidayZone is { } zone)
        {
            holidays["zone"] = HolidayZones.Code(zone);
        }

        AddList(holidays, "dates", calendar.HolidayDates, date => DateNode(date));
        if (holidays.Count > 0)
        {
            json["holidays"] = holidays;
        }

        AddList(json, "closures", calendar.Closures, WriteClosure);
        AddList(json, "openings", calendar.Openings, opening => new JsonObject { ["date"] = DateNode(opening.Date), ["hours"] = HoursNode(opening.Hours) });
        return json;
    }

    private static ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> ReadWeekly(JsonElement json)
    {
        Members(json, "calendar.weekly", Weekdays);
        var weekly = ImmutableSortedDictionary.CreateBuilder<IsoDayOfWeek, ImmutableArray<OpeningHours>>();
        foreach (var day in json.EnumerateObject())
        {
            weekly[(IsoDayOfWeek)(Array.IndexOf(Weekdays, day.Name) + 1)] = Hours(day.Value, "calendar.weekly." + day.Name);
        }

        return weekly.ToImmutable();
    }

    private static Closure ReadClosure(JsonElement json, string path)
    {
        Members(json, path, "from", "to", "hours");
        return new(Date(Required(json, "from", path), path + ".from"), Date(Required(json, "to", path), path + ".to"))
        {
            Hours = Hours(Part(json, "hours"), path + ".hours"),
        };
    }

    private static JsonObject WriteClosure(Closure closure)
    {
        var json = new JsonObject { ["from"] = DateNode(closure.From), ["to"] = DateNode(closure.To) };
        if (closure.Hours.Length > 0)
        {
            json["hours"] = HoursNode(closure.Hours);
        }

        return json;
    }

    private static SpecialOpening ReadOpening(JsonElement json, string path)
    {
        Members(json, path, "date", "hours");
        return new(Date(Required(json, "date", path), path + ".date"), Hours(Required(json, "hours", path), path + ".hours"));
    }

    private static ImmutableArray<OpeningHours> Hours(JsonElement? json, string path) => List(json, path, Span);

    private static OpeningHours Span(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2)
        {
            throw new Refused(Texts.Time_NotASpan.With(path), path);
        }

        try
        {
            return OpeningHours.Parse(Text(json[0], path), Text(json[1], path));
        }
        catch (Refused refusal) when (refusal.Field is null)
        {
            throw new Refused(path + ": " + refusal.Message, path);
        }
    }

    private static ImmutableArray<T> List<T>(JsonElement? json, string path, Func<JsonElement, string, T> read) => json switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, at) => read(item, $"{path}[{at.ToString(CultureInfo.InvariantCulture)}]"))],
        _ => throw new Refused(Texts.Time_NotAList.With(path), path),
    };

    private static void Members(JsonElement json, string path, params ReadOnlySpan<string> known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new Refused(Texts.Time_NotAnObject.With(path), path);
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                var field = path + "." + member.Name;
                throw new Refused(Texts.Time_UnknownPart.With(field, string.Join(", ", known.ToArray())), field);
            }
        }
    }

    private static JsonElement? Part(JsonElement? json, string name) =>
        json is { } whole && whole.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement Required(JsonElement json, string name, string path) =>
        Part(json, name) ?? throw new Refused(Texts.Time_Missing.With(path + "." + name), path + "." + name);

    private static string Text(JsonElement json, string path) => json.ValueKind == JsonValueKind.String
        ? json.GetString()!
        : throw new Refused(Texts.Time_NotAText.With(path), path);

    private static DateOnly Date(JsonElement json, string path) =>
        DateOnly.TryParseExact(Text(json, path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new Refused(Texts.Time_NotADate.With(path, json.GetString()), path);

    private static string DateNode(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonArray HoursNode(ImmutableArray<OpeningHours> hours) =>
        new([.. hours.Select(span => (JsonNode)new JsonArray(span.Open, span.Close))]);

    private static void AddList<T>(JsonObject json, string name, ImmutableArray<T> items, Func<T, JsonNode?> write)
    {
        if (items.Length > 0)
        {
            json[name] = new JsonArray([.. items.Select(write)]);
        }
    }
}
