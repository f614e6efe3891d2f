using System.Text.Json;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.App.Commands.Measure;

/// <summary>The commitment of a file for <c>measure</c>: a clock, its calendar, and who attests which events.</summary>
internal sealed record MeasuredCommitment(ClockRule Rule, BusinessCalendar Calendar, SourceRules Sources)
{
    private const int LargestFile = 10_000_000;

    /// <summary>Names of the attributes that patterns read.</summary>
    public IEnumerable<string> AttributeNames => Rule.AttributeNames.Concat(Sources.Rules.SelectMany(rule => rule.When.AttributeNames));

    /// <exception cref="Refused">The file cannot be read, or is no commitment.</exception>
    public static MeasuredCommitment Load(string path)
    {
        using var document = JsonInput.Load(path, LargestFile);
        var json = document.RootElement;
        var rule = ClockRule.FromJson(json) with { Warning = null };
        var calendar = json.TryGetProperty("calendar", out var hours) ? hours : throw new Refused(Texts.Measure_NoCalendar, "calendar");
        var sources = json.TryGetProperty("sources", out var found) && found.ValueKind != JsonValueKind.Null ? SourceRules.FromJson(found) : SourceRules.AllObserved;
        return new(rule, BusinessCalendar.Compile(CalendarDefinition.FromJson(calendar)), sources);
    }

    public Clock Clock() => new(Rule, Calendar, BusinessDays.For(Calendar.Definition.HolidayZone ?? HolidayZone.Metropole));
}
