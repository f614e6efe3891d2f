using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>
/// On whom the work waits. The time between two events of a case is a wait on the party of the later one, for until it acted nothing could
/// go on; unless it is known on whom it was waited from the earlier one on.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Parties">One entry per party that was waited on: longest total first.</param>
/// <param name="Steps">The same by step, from one activity to the next: longest total first.</param>
public sealed record Waiting(Basis Basis, ImmutableArray<PartyWait> Parties, ImmutableArray<StepWait> Steps)
{
    private static readonly string[] _known = [PartyNames.Company, PartyNames.Provider, PartyNames.ThirdParty];

    /// <summary>All the time between events, in seconds.</summary>
    public double TotalSeconds => Parties.Sum(party => party.Durations.TotalSeconds);

    /// <summary>The number under which waits on a party of <see cref="PartyNames"/> are counted, whether or not any event of the log is its own.</summary>
    public static int PartyOf(EventLog log, string name) => log.Parties.NumberOf(name) is >= 0 and var number ? number : PartyWait.Unknown - 1 - Array.IndexOf(_known, name);

    /// <summary>Name of the party under a number of <see cref="PartyWait.Party"/>, or null for <see cref="PartyWait.Unknown"/>.</summary>
    public static string? NameOf(EventLog log, int party) => party >= 0 ? log.Parties[party] : party == PartyWait.Unknown ? null : _known[PartyWait.Unknown - 1 - party];

    /// <param name="view">The cases.</param>
    /// <param name="marks">What is known of the wait that follows an event, by its number in the log, whoever acts next; null when nothing is.</param>
    /// <param name="token">Ends the work.</param>
    public static Waiting Of(LogView view, Func<int, WaitMark>? marks = null, CancellationToken token = default)
    {
        var open = new OpenWait();
        var parties = new GroupedDurations<int>();
        var steps = new GroupedDurations<(int From, int To, int Party)>();
        EachStep.Of(view, (before, after) =>
        {
            var log = view.Log;
            var party = (marks is null ? null : open.After(before, after, marks(before))) ?? (log.EventParties.IsEmpty ? PartyWait.Unknown : log.EventParties[after]);
            var ticks = log.EventTicks[after] - log.EventTicks[before];
            parties.Add(party, ticks);
            steps.Add((log.EventActivities[before], log.EventActivities[after], party), ticks);
        }, token);
        return new(
            view.Basis,
            [.. parties.Figures().Select(party => new PartyWait(party.Key, party.Figures)).OrderByDescending(party => party.Durations.TotalSeconds).ThenBy(party => party.Party)],
            [
                .. steps.Figures().Select(step => new StepWait(step.Key.From, step.Key.To, step.Key.Party, step.Figures))
                    .OrderByDescending(step => step.Durations.TotalSeconds).ThenByDescending(step => step.Durations.Count).ThenBy(step => (step.From, step.To, step.Party)),
            ]);
    }
}

/// <summary>What an event says of the wait that follows it.</summary>
/// <param name="Party">On whom it is waited from here (<see cref="Waiting.PartyOf"/>), or null.</param>
/// <param name="Lasts">The wait goes on over the case's next events, until one closes it; otherwise it ends at the next.</param>
/// <param name="Closes">A wait that lasts ends here.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WaitMark(int? Party, bool Lasts = false, bool Closes = false);

/// <summary>The wait that lasts while the events of a case are walked through.</summary>
internal sealed class OpenWait
{
    private int _last = -1;
    private int? _party;

    public int? After(int before, int after, WaitMark mark)
    {
        _party = before != _last || mark.Closes ? null : _party;
        _last = after;
        if (mark.Party is null || mark.Lasts)
        {
            return _party = mark.Party ?? _party;
        }

        return mark.Party;
    }
}

/// <summary>What was waited on one party.</summary>
/// <param name="Party">Its number in <see cref="EventLog.Parties"/>, or <see cref="Unknown"/>.</param>
/// <param name="Durations">The waits.</param>
public sealed record PartyWait(int Party, DurationFigures Durations)
{
    /// <summary>The log does not say who acted.</summary>
    public const int Unknown = -1;
}

/// <summary>What was waited on one party between two activities.</summary>
/// <param name="From">Number of the activity before.</param>
/// <param name="To">Number of the activity after, which the party did.</param>
/// <param name="Party">Its number, or <see cref="PartyWait.Unknown"/>.</param>
/// <param name="Durations">The waits.</param>
public sealed record StepWait(int From, int To, int Party, DurationFigures Durations);

/// <summary>Walks over the steps of a view: each event of a case with the one before.</summary>
internal static class EachStep
{
    private const int CasesBetweenChecks = 4_096;

    /// <summary>Calls with the numbers of the two events.</summary>
    public static void Of(LogView view, Action<int, int> step, CancellationToken token)
    {
        for (var i = 0; i < view.CaseCount; i++)
        {
            if (i % CasesBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            var before = -1;
            foreach (var item in view.EventsOf(view.CaseAt(i)))
            {
                if (before >= 0)
                {
                    step(before, item);
                }

                before = item;
            }
        }
    }
}
