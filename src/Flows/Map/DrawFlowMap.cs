using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform.Ui;

namespace Pupitre.Flows.Map;

/// <summary>Turns a flow into a drawing: boxes for its steps, lines for its passages, each a link to the cases behind it.</summary>
internal sealed class DrawFlowMap(LayOutGraph layOut, FlowView view, string path)
{
    private const double LetterWidth = 7.3;
    private const double BoxHeight = 46;
    private const double MinBoxWidth = 90;
    private const double EndSize = 26;
    private const double LabelHeight = 18;
    private const int MaxLabelLetters = 34;
    private const int Widths = 5;

    private readonly List<GraphBox> _boxes = [];
    private readonly List<FlowBox> _drawnBoxes = [];
    private readonly List<GraphLine> _lines = [];
    private readonly List<FlowLine> _drawnLines = [];
    private readonly Dictionary<int, int> _places = [];

    /// <returns>The drawing, or null when it is too dense to be laid out.</returns>
    public FlowPicture? Run(FlowMap map, CancellationToken token)
    {
        foreach (var step in map.Steps)
        {
            AddStep(map, step);
        }

        var most = map.Passages.Select(Strength).DefaultIfEmpty(1).Max();
        foreach (var passage in map.Passages)
        {
            AddLine(_places[passage.From], _places[passage.To], LabelOf(passage), TitleOf(map, passage), Width(Strength(passage), most), 1 + (10.0 * passage.Count / map.Passages[0].Count), isEnd: false, LinkOf(map, passage));
        }

        AddEnds(map.Starts, isStart: true, map.Graph.Basis.Cases);
        AddEnds(map.Ends, isStart: false, map.Graph.Basis.Cases);
        return layOut.Run(_boxes, _lines, token) is { } layout ? Place(layout) : null;

        double Strength(FlowEdge edge) => map.Detail.ShowsTime ? edge.Durations.TotalSeconds : edge.Count;

        string LabelOf(FlowEdge edge) => map.Detail.ShowsTime ? view.Span(edge.Durations.MedianSeconds) : FlowWords.Count(edge.Count);
    }

    private void AddStep(FlowMap map, ActivityCount step)
    {
        var name = map.Graph.Activities[step.Activity];
        var shown = name.Length <= MaxLabelLetters ? name : name[..(MaxLabelLetters - 1)] + "…";
        _places[step.Activity] = _boxes.Count;
        _boxes.Add(new GraphBox(Math.Max(MinBoxWidth, (shown.Length * LetterWidth) + 24), BoxHeight));
        var share = 1.0 * step.Count / map.Graph.Occurrences[0].Count;
        var link = view.Filter.But((FlowFilter.ActivityName, name)).On(path);
        _drawnBoxes.Add(new FlowBox(FlowBoxKind.Step, shown, FlowWords.Count(step.Count), Texts.Flow_MapStepTitle.With(name, FlowWords.Times(step.Count)), Width(share, 1), link));
    }

    private void AddEnds(IReadOnlyList<ActivityCount> ends, bool isStart, int cases)
    {
        if (ends.Count == 0)
        {
            return;
        }

        var place = _boxes.Count;
        _boxes.Add(new GraphBox(EndSize, EndSize));
        _drawnBoxes.Add(new FlowBox(isStart ? FlowBoxKind.Start : FlowBoxKind.End, "", "", isStart ? Texts.Flow_MapStart : Texts.Flow_MapEnd, 1, null));
        foreach (var end in ends)
        {
            var (from, to) = isStart ? (place, _places[end.Activity]) : (_places[end.Activity], place);
            AddLine(from, to, FlowWords.Count(end.Count), isStart ? Texts.Flow_MapStart : Texts.Flow_MapEnd, Width(end.Count, cases), 1, isEnd: true, href: null);
        }
    }

    private void AddLine(int from, int to, string label, string title, int width, double weight, bool isEnd, string? href)
    {
        _lines.Add(new GraphLine(from, to, Math.Round(weight), (label.Length * LetterWidth) + 10, LabelHeight));
        _drawnLines.Add(new FlowLine(label, title, width, isEnd, href));
    }

    private FlowPicture Place(GraphLayout layout)
    {
        for (var i = 0; i < _drawnBoxes.Count; i++)
        {
            _drawnBoxes[i] = _drawnBoxes[i] with { X = layout.Boxes[i].X, Y = layout.Boxes[i].Y, BoxWidth = _boxes[i].Width, BoxHeight = _boxes[i].Height };
        }

        for (var i = 0; i < _drawnLines.Count; i++)
        {
            var place = layout.Lines[i];
            var (from, to) = (_lines[i].From, _lines[i].To);
            _drawnLines[i] = from == to
                ? _drawnLines[i] with { Path = SmoothPath.Loop(layout.Boxes[from], _boxes[from].Width, place.Label.X), X = place.Label.X, Y = layout.Boxes[from].Y }
                : _drawnLines[i] with { Path = SmoothPath.Through(place.Points), X = place.Label.X, Y = place.Label.Y };
        }

        return new FlowPicture(layout.Width, layout.Height, _drawnBoxes, _drawnLines);
    }

    private string LinkOf(FlowMap map, FlowEdge edge) => view.Filter.But((FlowFilter.FirstName, map.Graph.Activities[edge.From]), (FlowFilter.NextName, map.Graph.Activities[edge.To])).On(path);

    private string TitleOf(FlowMap map, FlowEdge edge) => Texts.Flow_MapPassageTitle.With(
        map.Graph.Activities[edge.From], map.Graph.Activities[edge.To], FlowWords.Times(edge.Count), view.Pace(edge.Durations));

    private static int Width(double strength, double most) => most <= 0 ? 1 : Math.Clamp(1 + (int)Math.Round((Widths - 1) * Math.Sqrt(strength / most)), 1, Widths);
}
