using System.Text;

namespace Pupitre.Mining.Tests;

/// <summary>All that a log holds, or why it was refused, as text: what two ways of reading have to agree on.</summary>
internal static class LogOutcome
{
    public static string Of(Func<EventLog> load)
    {
        try
        {
            var log = load();
            return string.Join('\n', Logs.Shown(log)) + $"\n{string.Join(' ', log.EventTicks.ToArray())}\n{Named(log.EventTransitions, log.Transitions)}\n{Named(log.EventResources, log.Resources)}\n"
                + $"{string.Join(' ', log.LeftOut.Listed)} {log.LeftOut.Total} {log.LeftOut.WithoutCase} {log.LeftOut.WithoutActivity} {log.LeftOut.EmptyCases} {string.Join(',', log.LeftOut.EmptyCaseNames)} {log.DaysWithoutHour}\n{string.Join(' ', log.Activities)}\n{string.Join(' ', log.Guesses)}";
        }
        catch (UnreadableLog unreadable)
        {
            return $"{unreadable.Line} {unreadable.Message}";
        }
    }

    private static string Named(ReadOnlySpan<int> numbers, NameTable names)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
        {
            text.Append(number < 0 ? "-" : names[number]).Append('|');
        }

        return text.ToString();
    }
}
