using System.Buffers;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>A case that has not ended, with its story as all words tell it.</summary>
/// <param name="IsUnmatched">No event of its source is a stop: that it runs says nothing.</param>
internal sealed record RunningCase(
    string Case, long Key, int Version, ClockReplay Replay, Clock Clock, Instant KnownUntil, DisputeWish? Disputed, bool IsUnmatched);

internal sealed partial class MeasureCases
{
    /// <summary>The cases that run still, late ones included; judged first, so that a story is told of these alone.</summary>
    public IReadOnlyList<RunningCase> Running(IReadOnlyList<SourceCases> sources)
    {
        var running = new List<RunningCase>();
        foreach (var source in sources.Where(source => source.KnownUntil is not null))
        {
            var first = running.Count;
            Running(source, running);
            if ((_stops & EventRoles.Stop) == EventRoles.None)
            {
                for (var i = first; i < running.Count; i++)
                {
                    running[i] = running[i] with { IsUnmatched = true };
                }
            }
        }

        return running;
    }

    private void Running(SourceCases source, List<RunningCase> running)
    {
        var roles = terms.Versions.Select(version => version.Rule.Clock is { } rule ? new RoleTable(rule, source) : null).ToList();
        _stops = EventRoles.None;
        var asOf = source.KnownUntil!.Value;
        for (var place = 0; place < source.CaseCount; place++)
        {
            if (Start(source, place, roles) is not { Version: >= 0 } start)
            {
                continue;
            }

            var clock = ClockOf(start.Version, start.Day);
            var rented = ArrayPool<ClockEvent>.Shared.Rent(source.EventsOf(place).Length);
            var events = rented.AsSpan(0, source.EventsOf(place).Length);
            Fill(events, source, place, roles[start.Version]!, clock.Calendar.Zone);
            var verdict = clock.Judge(events, Reading.Declared, asOf);
            var (key, obligation) = (source.CaseKeys[place], DelayCorrection.KeyOf(source.CaseKeys[place]));
            if (IsOpen(verdict) && adjustments.Disputes.AgreedOf(terms.Id, obligation)?.Outcome() is null)
            {
                var replay = clock.Replay(events, Reading.Declared, asOf, default, terms.Performer);
                var wish = adjustments.Disputes.WishOf(terms.Id, obligation);
                running.Add(new RunningCase(source.CaseNames[place], key, start.Version, replay, clock, asOf, wish, IsUnmatched: false));
            }

            ArrayPool<ClockEvent>.Shared.Return(rented);
        }
    }

    internal static bool IsOpen(in ClockVerdict verdict) => verdict.Stop is null
        && verdict.Outcome is Outcome.Pending or Outcome.AtRisk or Outcome.Paused or Outcome.Missed or Outcome.Imprecise;
}
