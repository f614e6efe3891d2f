using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Picture;

/// <summary>Processes of a large map that are drawn as one box.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Query">What the address says to see them alone, without the question mark.</param>
public sealed record MapGroup(string Name, string Query, IReadOnlyList<int> Numbers)
{
    /// <summary>Of which the company cannot do without.</summary>
    public required int Vital { get; init; }

    public required int People { get; init; }

    public required int Tools { get; init; }

    public required int Providers { get; init; }

    /// <summary>Minutes of a month typed again, as far as known.</summary>
    public required long RekeyedMinutes { get; init; }

    /// <summary>Links among them.</summary>
    public required int Inside { get; init; }
}

/// <summary>A large map in groups: by domain, or, of one domain, by criticality. Counts are whole; nothing is left out of them.</summary>
/// <param name="Between">How many links lead from one group to another, by their places.</param>
public sealed record MapGroups(IReadOnlyList<MapGroup> Groups, IReadOnlyDictionary<(int From, int To), int> Between)
{
    private const int LinksOfThickLine = 20;
    private const int LinksOfMiddleLine = 5;

    public static MapGroups Of(ShownMap shown, MapFilter filter)
    {
        var (map, groups) = (shown.Map, Named(shown, filter));
        var groupOf = groups.Index().SelectMany(group => group.Item.Numbers.Select(at => (at, group.Index)))
            .ToDictionary(pair => pair.at, pair => pair.Index);
        var (inside, between) = (new int[groups.Count], new Dictionary<(int From, int To), int>());
        foreach (var link in map.Links)
        {
            if (!groupOf.TryGetValue(link.From, out var from) || !groupOf.TryGetValue(link.To, out var to))
            {
                continue;
            }

            if (from == to)
            {
                inside[from]++;
            }
            else
            {
                between[(from, to)] = between.GetValueOrDefault((from, to)) + 1;
            }
        }

        return new MapGroups([.. groups.Select((group, at) => GroupOf(group.Name, group.Query, group.Numbers, map, inside[at]))], between);
    }

    private static List<(string Name, string Query, List<int> Numbers)> Named(ShownMap shown, MapFilter filter) => filter.Domain is null
        ?
        [
            .. shown.Numbers.GroupBy(at => shown.Map.Processes[at].Domain).OrderBy(group => group.Key)
                .Select(group => (ProcessWords.Of(group.Key), "domain=" + group.Key, group.ToList())),
        ]
        :
        [
            .. shown.Numbers.GroupBy(at => shown.Map.Processes[at].Criticality).OrderByDescending(group => group.Key)
                .Select(group => (ProcessWords.Short(group.Key), "criticality=" + group.Key, group.ToList())),
        ];

    private static MapGroup GroupOf(string name, string query, List<int> numbers, WholeMap map, int inside)
    {
        var processes = numbers.ConvertAll(at => map.Processes[at]);
        return new MapGroup(name, query, numbers)
        {
            Vital = processes.Count(process => process.Criticality == Criticality.Vital),
            People = processes.SelectMany(process => process.People).Select(person => person.Id).Distinct().Count(),
            Tools = processes.SelectMany(process => process.AllTools).Select(tool => tool.Id).Distinct().Count(),
            Providers = processes.SelectMany(process => process.Providers).Select(provider => provider.Id).Distinct().Count(),
            RekeyedMinutes = processes.SelectMany(process => process.Rekeyings).Sum(row => (long)(row.MinutesAMonth ?? 0)),
            Inside = inside,
        };
    }

    /// <param name="hrefOf">Where a group is shown alone.</param>
    public MapPicture Draw(Func<MapGroup, string> hrefOf)
    {
        var links = Between.OrderBy(pair => pair.Key).ToList();
        var layout = LayOutMap.Run(
            [.. Groups.Select((_, at) => at)],
            [.. links.Select(pair => new GraphLink(pair.Key.From, pair.Key.To, Days: null))]);
        return new MapPicture(
            layout.Width,
            layout.Height,
            [.. Groups.Select((group, at) => new MapBand(group.Name, layout.Bands[at].Y, layout.Bands[at].Height))],
            [.. Groups.Select((group, at) => BoxOf(group, hrefOf(group), layout.Boxes[at]))],
            [.. links.Select((pair, at) => LineOf(pair.Key, pair.Value, layout.Paths[at], layout.Back.Contains(pair.Key)))]);
    }

    private static MapBox BoxOf(MapGroup group, string href, (double X, double Y) place)
    {
        var (count, vital, people) = (MapWords.Number(group.Numbers.Count), MapWords.Number(group.Vital), MapWords.Number(group.People));
        var title = Texts.Picture_GroupTitle.With(group.Name, count, vital, people, MapWords.Number(group.Tools));
        return new MapBox([Texts.Picture_GroupCount.With(count)], [Texts.Picture_GroupNote.With(vital, people)], title, href)
        {
            Label = group.Name,
            X = place.X,
            Y = place.Y,
            BoxWidth = MapSizes.BoxWidth,
            BoxHeight = MapSizes.BoxHeight,
            Strength = group.Vital > 0 ? 3 : 1,
            Sign = group.RekeyedMinutes > 0 ? Texts.Picture_Rekeyed.With(ProcessWords.Minutes(group.RekeyedMinutes)) : null,
        };
    }

    private MapLine LineOf((int From, int To) ends, int count, string path, bool isBack) => new(
        path,
        Texts.Picture_GroupLink.With(Groups[ends.From].Name, Groups[ends.To].Name, MapWords.Number(count)),
        count switch { >= LinksOfThickLine => 3, >= LinksOfMiddleLine => 2, _ => 1 },
        isBack,
        MapTone.Plain)
    {
        From = ends.From,
        To = ends.To,
    };
}
