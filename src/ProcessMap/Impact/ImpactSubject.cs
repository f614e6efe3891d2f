using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Impact;

/// <summary>What may stop, or go.</summary>
public enum ImpactKind
{
    Person,
    Tool,
    Provider,
    Process,
}

/// <summary>Somebody or something of the map of which one asks what stops with it.</summary>
/// <param name="Touches">Processes that it has to do with.</param>
public sealed record ImpactSubject(ImpactKind Kind, Guid Id, string Name, int Touches)
{
    private const char Between = '.';

    /// <summary>As the address says it.</summary>
    public string Key => KeyOf(Kind, Id);

    public static string KeyOf(ImpactKind kind, Guid id) => kind.ToString() + Between + id;

    /// <summary>All of a map, by kind and name.</summary>
    public static IReadOnlyList<ImpactSubject> AllOf(WholeMap map) =>
    [
        .. Counted(ImpactKind.Person, map.Processes.SelectMany(process => process.People)),
        .. Counted(ImpactKind.Tool, map.Processes.SelectMany(process => process.AllTools)),
        .. Counted(ImpactKind.Provider,
            map.Processes.SelectMany(process => process.Providers).Select(one => new MapName(one.Id, one.Name))),
        .. map.Processes.Select(process => new ImpactSubject(ImpactKind.Process, process.Id, process.Name, Touches: 1)),
    ];

    private static IEnumerable<ImpactSubject> Counted(ImpactKind kind, IEnumerable<MapName> names) => names.GroupBy(name => name.Id)
        .Select(group => new ImpactSubject(kind, group.Key, group.First().Name, group.Count()))
        .OrderBy(subject => subject.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(subject => subject.Id);
}
