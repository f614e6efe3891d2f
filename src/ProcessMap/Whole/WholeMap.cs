using Pupitre.Processes;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;

namespace Pupitre.ProcessMap.Whole;

/// <summary>Somebody or something by key and name.</summary>
public readonly record struct MapName(Guid Id, string Name);

/// <summary>A part that a person plays in a process, or how well they know it.</summary>
/// <param name="Duty">The part; null where <paramref name="Level"/> is said.</param>
/// <param name="Level">How well they know it; null where <paramref name="Duty"/> is said.</param>
public sealed record MapPart(MapName Person, Duty? Duty, KnowHowLevel? Level);

/// <summary>A process as the map knows it.</summary>
public sealed record MapProcess(Guid Id, string Name, Domain Domain, Criticality Criticality)
{
    public MapName? Pilot { get; init; }

    public MapName? Deputy { get; init; }

    public int? YearlyVolume { get; init; }

    /// <summary>By when the law wants it; null where nobody said.</summary>
    public string? LegalDeadline { get; init; }

    public decimal? ErrorPercent { get; init; }

    public decimal? ErrorCost { get; init; }

    /// <summary>Whether a target of it is published.</summary>
    public bool HasTarget { get; init; }

    /// <summary>What its steps are done with, by name.</summary>
    public IReadOnlyList<MapName> Tools { get; init; } = [];

    /// <summary>Parts that people play in it beside conducting it, and how well they know it.</summary>
    public IReadOnlyList<MapPart> Parts { get; init; } = [];

    public IReadOnlyList<ProcessProvider> Providers { get; init; } = [];

    public IReadOnlyList<RekeyingLine> Rekeyings { get; init; } = [];

    /// <summary>Euros of the errors of a year; null where one of the three figures is unknown.</summary>
    public decimal? ErrorsAYear => YearlyEuros.Errors(YearlyVolume, ErrorPercent, ErrorCost);

    /// <summary>How far it hangs on one person.</summary>
    public Dependency Dependency => Dependencies.Of([.. Parts.Where(part => part.Level is not null).Select(part => part.Level!.Value)]);

    /// <summary>Those who can do it alone.</summary>
    public IEnumerable<MapName> Able =>
        Parts.Where(part => part.Level is KnowHowLevel.Alone or KnowHowLevel.Teaches).Select(part => part.Person);

    /// <summary>Everybody who has to do with it, each once, the pilot first.</summary>
    public IEnumerable<MapName> People =>
        new[] { Pilot, Deputy }.OfType<MapName>().Concat(Parts.Select(part => part.Person)).DistinctBy(person => person.Id);

    /// <summary>Whether somebody is among <see cref="People"/>.</summary>
    public bool Involves(Guid person) => Pilot?.Id == person || Deputy?.Id == person || Parts.Any(part => part.Person.Id == person);

    /// <summary>Whether a tool is among <see cref="AllTools"/>.</summary>
    public bool Uses(Guid tool) =>
        Tools.Any(one => one.Id == tool) || Rekeyings.Any(row => row.FromToolId == tool || row.ToToolId == tool);

    /// <summary>Tools of its steps and of its re-keyings, each once.</summary>
    public IEnumerable<MapName> AllTools => Tools
        .Concat(Rekeyings.SelectMany(row => new[] { new MapName(row.FromToolId, row.FromTool), new MapName(row.ToToolId, row.ToTool) }))
        .DistinctBy(tool => tool.Id);
}

/// <summary>A link of the map, by the numbers of its processes.</summary>
/// <param name="From">Number in <see cref="WholeMap.Processes"/> of the process whose result passes.</param>
public readonly record struct MapLink(int From, int To, string Passes, int? Days);

/// <summary>The inventory as a whole, at one look: what is archived is not in it.</summary>
/// <param name="Processes">By domain and name.</param>
public sealed record WholeMap(IReadOnlyList<MapProcess> Processes, IReadOnlyList<MapLink> Links)
{
    private readonly Lazy<LinkGraph> _graph = new(() =>
        LinkGraph.Of(Processes.Count, [.. Links.Select(link => new GraphLink(link.From, link.To, link.Days))]));

    private readonly Lazy<Dictionary<Guid, int>> _numbers = new(() =>
        Processes.Index().ToDictionary(process => process.Item.Id, process => process.Index));

    private readonly Lazy<ILookup<int, MapLink>> _into = new(() => Links.ToLookup(link => link.To));
    private readonly Lazy<ILookup<int, MapLink>> _outOf = new(() => Links.ToLookup(link => link.From));

    private readonly Lazy<IReadOnlyDictionary<string, int>> _places = new(() =>
        NameOrder.Of(Processes.Select(process => process.Name)));

    public LinkGraph Graph => _graph.Value;

    /// <summary>The links by the number of the process that they feed.</summary>
    public ILookup<int, MapLink> Into => _into.Value;

    /// <summary>The links by the number of the process that feeds others.</summary>
    public ILookup<int, MapLink> OutOf => _outOf.Value;

    /// <summary>Where each name of a process stands in the order of the reader for whom the map was read.</summary>
    internal IReadOnlyDictionary<string, int> NamePlaces => _places.Value;

    /// <summary>How much it holds, in rows of the tables that it was read from.</summary>
    internal int Rows => Links.Count + Processes.Sum(process => 1 + process.Tools.Count + process.Parts.Count + process.Rekeyings.Count);

    /// <summary>Number of a process; null where it is not in the map.</summary>
    public int? NumberOf(Guid id) => _numbers.Value.TryGetValue(id, out var number) ? number : null;
}
