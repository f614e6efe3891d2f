using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// On whom the work waits. The time between two events of a case is a wait on the party of the later one: until it acted, nothing could go on.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Parties">One entry per party that was waited on: longest total first.</param>
/// <param name="Steps">The same by step, from one activity to the next: longest total first.</param>
public sealed record Waiting(Basis Basis, ImmutableArray<PartyWait> Parties, ImmutableArray<StepWait> Steps)
{
    /// <summary>All the time between events, in seconds.</summary>
    public double TotalSeconds => Parties.Sum(party => party.Durations.TotalSeconds);

    public static Waiting Of(LogView view, CancellationToken token = default)
    {
        var parties = new GroupedDurations<int>();
        var steps = new GroupedDurations<(int From, int To, int Party)>();
        EachStep.Of(view, (before, after) =>
        {
            var log = view.Log;
            var party = log.EventParties.IsEmpty ? PartyWait.Unknown : log.EventParties[after];
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
