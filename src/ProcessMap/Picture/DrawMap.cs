using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.ProcessMap.Impact;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Picture;

/// <summary>Draws each process of a map as a box in the band of its domain, with people, tools, re-keyings and links.</summary>
internal sealed class DrawMap(ShownMap shown, Func<Guid, string> pathOf)
{
    /// <summary>Links that are drawn: more of them are a thicket, and stand in the table alone.</summary>
    public const int MostLinks = 600;

    private readonly Dictionary<int, int> _places = shown.Numbers.Index().ToDictionary(number => number.Item, number => number.Index);

    /// <summary>Links between processes that are shown, those that hang on the chosen one last: what is drawn last lies on top.</summary>
    public static IReadOnlyList<MapLink> LinksOf(ShownMap shown)
    {
        var numbers = shown.Numbers.ToHashSet();
        return [.. shown.Map.Links.Where(link => numbers.Contains(link.From) && numbers.Contains(link.To))
            .OrderBy(link => Carries(shown, link))];
    }

    public MapPicture Run()
    {
        var processes = shown.Numbers.Select(number => shown.Map.Processes[number]).ToList();
        var domains = processes.Select(process => process.Domain).Distinct().Order().ToList();
        var links = LinksOf(shown).TakeLast(MostLinks).ToList();
        var layout = LayOutMap.Run(
            [.. processes.Select(process => domains.IndexOf(process.Domain))],
            [.. links.Select(link => new GraphLink(_places[link.From], _places[link.To], link.Days))]);
        return new MapPicture(
            layout.Width,
            layout.Height,
            [.. domains.Select((domain, at) => new MapBand(ProcessWords.Of(domain), layout.Bands[at].Y, layout.Bands[at].Height))],
            [.. shown.Numbers.Select((number, at) => BoxOf(number, layout.Boxes[at]))],
            [.. links.Select((link, at) => LineOf(link, layout.Paths[at], layout.Back.Contains((_places[link.From], _places[link.To]))))]);
    }

    private static bool Carries(ShownMap shown, MapLink link) =>
        (link.From == shown.Chosen || shown.Hangs(link.From)) && shown.Hangs(link.To);

    private MapBox BoxOf(int number, (double X, double Y) place)
    {
        var process = shown.Map.Processes[number];
        var minutes = process.Rekeyings.Sum(row => (long)(row.MinutesAMonth ?? 0));
        string?[] notes = [MapText.Cut(MapWords.WhoAndWhat(process)), MapText.Cut(MapWords.AtWhom(process))];
        return new MapBox(MapText.Lines(process.Name), [.. notes.OfType<string>()], MapWords.Title(process), pathOf(process.Id))
        {
            Label = process.Name,
            X = place.X,
            Y = place.Y,
            BoxWidth = MapSizes.BoxWidth,
            BoxHeight = MapSizes.BoxHeight,
            Strength = process.Criticality switch { Criticality.Vital => 3, Criticality.High => 2, _ => 1 },
            Tone = ToneOf(number),
            Sign = process.Rekeyings.Count == 0 ? null
                : minutes > 0 ? Texts.Picture_Rekeyed.With(ProcessWords.Minutes(minutes)) : Texts.Picture_RekeyedUnknown,
            When = shown.Hangs(number) ? MapWords.When(shown.Reach!, number) : null,
        };
    }

    private MapTone ToneOf(int number) => shown.Reach is null ? MapTone.Plain
        : number == shown.Chosen ? MapTone.Chosen
        : shown.Hangs(number) ? MapTone.Reached : MapTone.Aside;

    private MapLine LineOf(MapLink link, string path, bool isBack)
    {
        var (from, to) = (shown.Map.Processes[link.From].Name, shown.Map.Processes[link.To].Name);
        var title = Texts.Picture_LinkTitle.With(from, to, link.Passes, LinkWords.Days(link.Days));
        var tone = shown.Reach is null ? MapTone.Plain : Carries(shown, link) ? MapTone.Reached : MapTone.Aside;
        return new MapLine(path, title, Strength: 1, isBack, tone) { From = _places[link.From], To = _places[link.To] };
    }
}
