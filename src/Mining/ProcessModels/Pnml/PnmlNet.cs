using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>The nodes, arcs and markings of one <c>net</c> of a PNML file.</summary>
internal sealed class PnmlNet
{
    private const string Invisible = "$invisible$";

    private readonly XElement _net;
    private readonly PnmlUnread _unread = new();
    private readonly ImmutableArray<string>.Builder _warnings;
    private readonly List<string> _places = [];
    private readonly List<int> _initial = [];
    private readonly List<(string Id, string? Label, string? Element)> _transitions = [];
    private readonly Dictionary<string, (bool IsPlace, int Number)> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly List<List<int>> _inputs = [];
    private readonly List<List<int>> _outputs = [];

    public PnmlNet(XElement net, ImmutableArray<string>.Builder warnings)
    {
        (_net, _warnings) = (net, warnings);
        _unread.Look(net);
        var nodes = net.Descendants().Where(element => element.Ancestors().TakeWhile(above => above != net).All(above => above.Name.LocalName == "page")).ToList();
        nodes.ForEach(AddNode);
        foreach (var arc in nodes.Where(element => element.Name.LocalName == "arc"))
        {
            AddArc(arc);
        }

        nodes.FindAll(node => node.Name.LocalName is "page" or "place" or "transition" or "arc" or "referencePlace" or "referenceTransition").ForEach(_unread.Look);
        if (_unread.Told is { } told)
        {
            warnings.Add(told);
        }
    }

    public PetriNet ToNet()
    {
        if (_transitions.Count == 0 || _places.Count == 0)
        {
            throw new UnreadableModel(Texts.Pnml_NoNet);
        }

        var initial = Initial();
        var finals = Finals();
        if (finals.Count > 1)
        {
            initial.Add(0);
            finals = [Joined(finals)];
        }

        var transitions = _transitions.Select((transition, at) => new NetTransition(transition.Id, transition.Label, [.. _inputs[at]], [.. _outputs[at]], transition.Element));
        return new([.. _places], [.. transitions], [.. initial], [.. finals[0]]);
    }

    private void AddNode(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "place":
                var place = Named(element, (IsPlace: true, _places.Count));
                _places.Add(place);
                _initial.Add(PnmlReader.CountOf(element.Named("initialMarking").FirstOrDefault(), missing: 0, least: 0, place));
                break;
            case "transition":
                _transitions.Add((Named(element, (IsPlace: false, _transitions.Count)), LabelOf(element), ElementOf(element)));
                _inputs.Add([]);
                _outputs.Add([]);
                break;
            case "referencePlace" or "referenceTransition":
                _references[IdOf(element)] = element.Attribute("ref")?.Value ?? throw Dangling(IdOf(element), "");
                break;
        }
    }

    private void AddArc(XElement arc)
    {
        var id = arc.Attribute("id")?.Value ?? "?";
        if ((PnmlReader.TextOf(arc.Named("arctype").FirstOrDefault()) ?? arc.Named("type").FirstOrDefault()?.Attribute("value")?.Value)?.Trim() is { Length: > 0 } kind && kind != "normal")
        {
            throw new UnreadableModel(Texts.Pnml_ArcKind.Filled(id, kind), id);
        }

        var (source, target) = (End(arc, "source", id), End(arc, "target", id));
        if (source.IsPlace == target.IsPlace)
        {
            throw new UnreadableModel(Texts.Pnml_ArcEnds.Filled(id), id);
        }

        var places = source.IsPlace ? _inputs[target.Number] : _outputs[source.Number];
        var place = source.IsPlace ? source.Number : target.Number;
        places.AddRange(Enumerable.Repeat(place, PnmlReader.CountOf(arc.Named("inscription").FirstOrDefault(), missing: 1, least: 1, id)));
    }

    private (bool IsPlace, int Number) End(XElement arc, string end, string id)
    {
        var node = arc.Attribute(end)?.Value ?? throw Dangling(id, "");
        for (var steps = 0; _references.TryGetValue(node, out var next); steps++)
        {
            node = steps <= _references.Count ? next : throw Dangling(id, node);
        }

        return _nodes.TryGetValue(node, out var found) ? found : throw Dangling(id, node);
    }

    private List<int> Initial()
    {
        if (_initial.Any(tokens => tokens > 0))
        {
            return [.. _initial];
        }

        var fed = _outputs.SelectMany(places => places).ToHashSet();
        var sources = Enumerable.Range(0, _places.Count).Where(place => !fed.Contains(place)).ToHashSet();
        if (sources.Count == 0)
        {
            throw new UnreadableModel(Texts.Pnml_NoInitial);
        }

        _warnings.Add(Texts.Pnml_InitialGuessed.Filled(NetShape.Some(sources.Select(place => _places[place]))));
        return [.. Enumerable.Range(0, _places.Count).Select(place => sources.Contains(place) ? 1 : 0)];
    }

    /// <summary>The final markings that are written, else one token on each sink place.</summary>
    private List<int[]> Finals()
    {
        var written = _net.Named("finalmarkings").SelectMany(all => all.Named("marking")).Select(Marking).Where(marking => marking.Any(tokens => tokens > 0))
            .DistinctBy(marking => string.Join(' ', marking), StringComparer.Ordinal).ToList();
        if (written.Count > 0)
        {
            return written;
        }

        var drained = _inputs.SelectMany(places => places).ToHashSet();
        var sinks = Enumerable.Range(0, _places.Count).Select(place => drained.Contains(place) ? 0 : 1).ToArray();
        return sinks.Contains(1) ? [sinks] : throw new UnreadableModel(Texts.Pnml_NoFinal);
    }

    private int[] Marking(XElement marking)
    {
        var tokens = new int[_places.Count];
        foreach (var place in marking.Named("place"))
        {
            var id = place.Attribute("idref")?.Value ?? "";
            var (isPlace, number) = _nodes.GetValueOrDefault(id);
            tokens[isPlace ? number : throw new UnreadableModel(Texts.Pnml_FinalPlace.Filled(id), id)] = PnmlReader.CountOf(place, missing: 0, least: 0, id);
        }

        return tokens;
    }

    /// <summary>One final marking for several: from each a silent transition to a new place.</summary>
    private int[] Joined(List<int[]> finals)
    {
        var end = _places.Count;
        _places.Add(Free("end"));
        foreach (var final in finals)
        {
            _transitions.Add((Free("end" + _transitions.Count), null, null));
            _inputs.Add([.. final.SelectMany((tokens, place) => Enumerable.Repeat(place, tokens))]);
            _outputs.Add([end]);
        }

        return [.. new int[end], 1];
    }

    private string Free(string id)
    {
        while (!_nodes.TryAdd(id, default))
        {
            id += "_";
        }

        return id;
    }

    private string Named(XElement element, (bool IsPlace, int Number) node)
    {
        var id = IdOf(element);
        return _nodes.TryAdd(id, node) ? id : throw new UnreadableModel(Texts.Model_SameId.Filled(id), id);
    }

    private static string IdOf(XElement element) =>
        element.Attribute("id")?.Value is { Length: > 0 } id ? id : throw new UnreadableModel(Texts.Model_NoId.Filled(element.Name.LocalName));

    private static string? LabelOf(XElement transition)
    {
        var isInvisible = transition.Attribute("invisible")?.Value is "true" or "1" || transition.Named("toolspecific").Any(tool => tool.Attribute("activity")?.Value == Invisible);
        var name = PnmlReader.TextOf(transition.Named("name").FirstOrDefault());
        return isInvisible || string.IsNullOrEmpty(name) ? null : name;
    }

    private static string? ElementOf(XElement transition) =>
        transition.Named("toolspecific").Where(tool => tool.Attribute("tool")?.Value == PnmlWriter.Tool).Select(tool => tool.Attribute("element")?.Value).FirstOrDefault();

    private static UnreadableModel Dangling(string id, string node) => new(Texts.Pnml_Dangling.Filled(id, node), id);
}
