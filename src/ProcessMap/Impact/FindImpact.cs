using Pupitre.Processes.Roles;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Impact;

/// <summary>Why a process stops, may stop, or goes on.</summary>
public enum ImpactReason
{
    /// <summary>It is what one asked about.</summary>
    Itself,

    /// <summary>Only this person can do it alone.</summary>
    OnlyOneWhoCan,

    /// <summary>Nobody said who knows it, and nobody else is named.</summary>
    NobodyElseNamed,

    /// <summary>It was said that nobody can do it alone.</summary>
    NobodyCanAlone,

    /// <summary>Nobody else checks and signs off.</summary>
    OnlyOneWhoValidates,

    /// <summary>A step or a re-keying needs the tool.</summary>
    NeedsTool,

    /// <summary>The provider does it.</summary>
    DoneByProvider,

    /// <summary>It needs what another one makes.</summary>
    Through,

    /// <summary>It goes on: others are known to be able to do it.</summary>
    OthersCan,

    /// <summary>It goes on, as far as said: others are named, and nobody said whether they can.</summary>
    OthersNamed,
}

/// <summary>What becomes of one process.</summary>
/// <param name="IsSure">Whether it stops for sure, as far as the map is right; else it may.</param>
/// <param name="AtLeast">Days until it hurts, at least.</param>
/// <param name="AtMost">Days at most; <see cref="StopReach.Never"/> where nobody knows.</param>
/// <param name="Through">Name of the process through which it comes; null for what stops itself.</param>
public sealed record ImpactRow(MapProcess Process, ImpactReason Reason, bool IsSure, int AtLeast, int AtMost, string? Through);

/// <summary>What stops with a person, a tool, a provider or a process, and what was touched and goes on.</summary>
/// <param name="Stops">The soonest first; what is sure before what may be.</param>
/// <param name="GoesOn">Touched, and others can do it.</param>
public sealed record ImpactAnswer(ImpactSubject Subject, IReadOnlyList<ImpactRow> Stops, IReadOnlyList<ImpactRow> GoesOn)
{
    public int Sure => Stops.Count(row => row.IsSure);
}

/// <summary>How much stops with a person, a tool, a provider or a process.</summary>
/// <param name="Sure">Processes that stop for sure.</param>
/// <param name="Perhaps">Those that may.</param>
public sealed record ImpactSum(ImpactSubject Subject, int Sure, int Perhaps);

/// <summary>
/// Answers what stops if a person leaves, a tool fails, a provider stops: first the processes that stop themselves, surely or perhaps, then
/// what they feed, over the links. Pure: the same map gives the same answer.
/// </summary>
public static class FindImpact
{
    public static ImpactAnswer Of(WholeMap map, ImpactSubject subject)
    {
        var reasons = ReasonsOf(map, subject);
        var (sure, all) = Spread(map, reasons);
        var rows = Enumerable.Range(0, map.Processes.Count).Where(all.Reaches).Select(at => RowOf(map, at, reasons, sure, all));
        var touched = reasons.Where(pair => GoesOn(pair.Value) && !all.Reaches(pair.Key));
        return new ImpactAnswer(
            subject,
            [
                .. rows.OrderBy(row => !row.IsSure).ThenBy(row => row.AtLeast).ThenBy(row => row.AtMost)
                    .ThenByDescending(row => row.Process.Criticality)
                    .ThenBy(row => map.NamePlaces[row.Process.Name]),
            ],
            [.. touched.Select(pair => Touched(map.Processes[pair.Key], pair.Value))]);
    }

    /// <summary>The counts of the same answer alone: the list of all that could stop has hundreds of them.</summary>
    public static ImpactSum SumOf(WholeMap map, ImpactSubject subject)
    {
        var (stops, surely) = StopsOf(ReasonsOf(map, subject));
        var sure = SpreadOfStop.Count(map.Graph, surely);
        return new ImpactSum(subject, sure, surely.Count == stops.Count ? 0 : SpreadOfStop.Count(map.Graph, stops) - sure);
    }

    private static Dictionary<int, ImpactReason> ReasonsOf(WholeMap map, ImpactSubject subject)
    {
        var reasons = new Dictionary<int, ImpactReason>();
        for (var at = 0; at < map.Processes.Count; at++)
        {
            if (ReasonOf(map.Processes[at], subject) is { } reason)
            {
                reasons.Add(at, reason);
            }
        }

        return reasons;
    }

    private static (List<int> Stops, List<int> Surely) StopsOf(Dictionary<int, ImpactReason> reasons)
    {
        List<int> stops = [.. reasons.Where(pair => !GoesOn(pair.Value)).Select(pair => pair.Key)];
        return (stops, stops.FindAll(at => IsSure(reasons[at])));
    }

    // Where all that stops stops for sure, the stop spreads once.
    private static (StopReach Sure, StopReach All) Spread(WholeMap map, Dictionary<int, ImpactReason> reasons)
    {
        var (stops, surely) = StopsOf(reasons);
        var sure = SpreadOfStop.Run(map.Graph, surely);
        return (sure, surely.Count == stops.Count ? sure : SpreadOfStop.Run(map.Graph, stops));
    }

    private static ImpactRow Touched(MapProcess process, ImpactReason reason) =>
        new(process, reason, IsSure: false, StopReach.Never, StopReach.Never, Through: null);

    private static ImpactRow RowOf(WholeMap map, int at, Dictionary<int, ImpactReason> reasons, StopReach sure, StopReach all)
    {
        var reach = sure.Reaches(at) ? sure : all;
        var own = reasons.TryGetValue(at, out var reason) && !GoesOn(reason) && reach.Through[at] < 0;
        return new ImpactRow(
            map.Processes[at],
            own ? reason : ImpactReason.Through,
            sure.Reaches(at),
            reach.AtLeast[at],
            reach.AtMost[at],
            own ? null : map.Processes[reach.Through[at]].Name);
    }

    private static ImpactReason? ReasonOf(MapProcess process, ImpactSubject subject) => subject.Kind switch
    {
        ImpactKind.Person => OfPerson(process, subject.Id),
        ImpactKind.Tool => process.Uses(subject.Id) ? ImpactReason.NeedsTool : null,
        ImpactKind.Provider => process.Providers.Any(provider => provider.Id == subject.Id) ? ImpactReason.DoneByProvider : null,
        _ => process.Id == subject.Id ? ImpactReason.Itself : null,
    };

    private static ImpactReason? OfPerson(MapProcess process, Guid person)
    {
        if (!process.Involves(person))
        {
            return null;
        }

        var able = process.Able.Select(one => one.Id).ToHashSet();
        return process.Dependency switch
        {
            Dependency.OnePerson or Dependency.Shared when able.All(one => one == person) => ImpactReason.OnlyOneWhoCan,
            Dependency.Nobody => ImpactReason.NobodyCanAlone,
            Dependency.Unknown => WhileUnsaid(process, person),
            _ => ValidatesAlone(process, person) ? ImpactReason.OnlyOneWhoValidates : ImpactReason.OthersCan,
        };
    }

    // Nobody said who knows it: whoever conducts, stands in or does it counts as able, for want of better.
    private static ImpactReason WhileUnsaid(MapProcess process, Guid person)
    {
        var named = new[] { process.Pilot, process.Deputy }.OfType<MapName>().Select(one => one.Id)
            .Concat(process.Parts.Where(part => part.Duty == Duty.Does).Select(part => part.Person.Id)).ToHashSet();
        return named.Count == 1 && named.Contains(person) ? ImpactReason.NobodyElseNamed
            : ValidatesAlone(process, person) ? ImpactReason.OnlyOneWhoValidates
            : ImpactReason.OthersNamed;
    }

    private static bool ValidatesAlone(MapProcess process, Guid person)
    {
        var validators = process.Parts.Where(part => part.Duty == Duty.Validates).Select(part => part.Person.Id).ToHashSet();
        return validators.Count == 1 && validators.Contains(person);
    }

    private static bool GoesOn(ImpactReason reason) => reason is ImpactReason.OthersCan or ImpactReason.OthersNamed;

    private static bool IsSure(ImpactReason reason) =>
        reason is ImpactReason.Itself or ImpactReason.OnlyOneWhoCan or ImpactReason.NeedsTool or ImpactReason.DoneByProvider;
}
