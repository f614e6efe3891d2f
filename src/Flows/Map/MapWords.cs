using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Flows.Map;

/// <summary>What a flow map says, in sentences.</summary>
internal static class MapWords
{
    /// <summary>How much one path tells of all, and how long cases take.</summary>
    public static string Answer(FlowView view)
    {
        var variants = view.View.Variants;
        var durations = view.Of("durations", CaseDurations.Of);
        var path = variants.Count == 1
            ? Texts.Flow_MapOnePath.With(PathWords.Short(variants, 0))
            : Texts.Flow_MapAnswer.With(PathWords.Short(variants, 0), FlowWords.ShareOfCases(variants.CasesOf(0), variants.CaseCount), FlowWords.Paths(variants.Count));
        return path + " " + Texts.Flow_CasesTake.With(view.Pace(durations.Figures));
    }

    /// <summary>The passage that is taken most, or the one on which most time is spent.</summary>
    public static string Finding(FlowView view, FlowMap map)
    {
        if (map.Passages.Count == 0)
        {
            return Texts.Flow_MapNoPassage;
        }

        var edge = map.Detail.ShowsTime ? map.Passages.MaxBy(edge => edge.Durations.TotalSeconds)! : map.Passages[0];
        var (from, to) = (map.Graph.Activities[edge.From], map.Graph.Activities[edge.To]);
        return map.Detail.ShowsTime
            ? Texts.Flow_MapFindingTime.With(from, to, FlowWords.Percent(edge.Durations.TotalSeconds, map.Graph.Edges.Sum(other => other.Durations.TotalSeconds)), view.Pace(edge.Durations))
            : Texts.Flow_MapFinding.With(from, to, FlowWords.Times(edge.Count));
    }

    /// <summary>What of the flow is drawn, and what share of it that carries.</summary>
    public static string Drawn(FlowMap map)
    {
        var drawn = !map.IsPartial || map.Covered is not { } covered
            ? Texts.Flow_MapWhole
            : Texts.Flow_MapPart.With(map.Steps.Count, map.Graph.Occurrences.Length, map.Passages.Count, map.Graph.Edges.Length, FlowWords.Percent(covered, 1));
        drawn += map.EndElsewhere > 0 ? " " + (map.EndElsewhere == 1 ? Texts.Flow_MapEndElsewhereOne : Texts.Flow_MapEndElsewhere.With(FlowWords.Count(map.EndElsewhere))) : "";
        return drawn + " " + (map.Detail.ShowsTime ? Texts.Flow_MapReadTime : Texts.Flow_MapReadFrequency);
    }
}
