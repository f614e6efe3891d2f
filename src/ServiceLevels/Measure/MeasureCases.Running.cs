using System.Buffers;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>A case that has not ended, with its story as all words tell it.</summary>
/// <param name="IsUnmatched">No event of its source is a stop: that it runs says nothing.</param>
/// <param name="Wait">The wait that is open, where one side alone declares it.</param>
public sealed record RunningCase(
    string Case, long Key, int Version, ClockReplay Replay, Clock Clock, Instant KnownUntil, DisputeWish? Disputed, bool IsUnmatched,
    OpenWait? Wait);

/// <summary>A wait that is open: the event that opened it, on whose word it rests, and who is waited for.</summary>
/// <param name="What">What the event says, in the words of its source.</param>
public sealed record OpenWait(long EventId, string What, Instant Since, SourceClass Source, Party WaitsOn);

public sealed partial class MeasureCases
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
            var rented = ArrayPool<ClockEvent>.Shared.Rent(RoomFor(source.EventsOf(place).Length));
            var events = rented.AsSpan(0, Fill(rented, source, place, roles[start.Version]!, clock.Calendar.Zone, out _));
            var verdict = clock.Judge(events, Reading.Declared, asOf);
            var (key, obligation) = (source.CaseKeys[place], DelayCorrection.KeyOf(source.CaseKeys[place]));
            if (IsOpen(verdict) && adjustments.Disputes.AgreedOf(terms.Id, obligation)?.Outcome() is null)
            {
                var replay = clock.Replay(events, Reading.Declared, asOf, default, terms.Performer);
                var wish = adjustments.Disputes.WishOf(terms.Id, obligation);
                running.Add(new RunningCase(source.CaseNames[place], key, start.Version, replay, clock, asOf, wish, IsUnmatched: false,
                    WaitOf(replay, source, place, roles[start.Version]!)));
            }

            ArrayPool<ClockEvent>.Shared.Return(rented);
        }
    }

    // The event that opened the pause that is open; none where it is proof, or the other side has confirmed it already.
    private OpenWait? WaitOf(ClockReplay replay, SourceCases source, int place, RoleTable roles)
    {
        if (replay.WaitingOn is not { } waitsOn || replay.Stretches is not [.., { Kind: StretchKind.Paused } pause]
            || pause.Source is not (SourceClass.Provider or SourceClass.Company))
        {
            return null;
        }

        var events = source.EventsOf(place);
        var first = source.FirstEventOf(place);
        for (var i = 0; i < events.Length; i++)
        {
            ref readonly var item = ref events[i];
            if ((roles.Of(item, first + i) & EventRoles.Pause) != EventRoles.None && item.Time.Latest(zone) >= pause.From
                && item.AttestedBy == pause.Source)
            {
                return adjustments.IsConfirmed(item.Id) ? null
                    : new OpenWait(item.Id, source.Words[item.Activity] ?? "", item.Time.Earliest(zone), item.AttestedBy, waitsOn);
            }
        }

        return null;
    }

    internal static bool IsOpen(in ClockVerdict verdict) => verdict.Stop is null
        && verdict.Outcome is Outcome.Pending or Outcome.AtRisk or Outcome.Paused or Outcome.Missed or Outcome.Imprecise;
}
