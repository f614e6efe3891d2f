using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Flows.Logs;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Flows.Cases;

/// <summary>One case to scale: what happened, and how long each step waited for the next; the longest wait is the one filled in.</summary>
internal sealed record FlowCasePlot(IReadOnlyList<TimelineBand> Bands, IReadOnlyList<TimelineMark> Marks, IReadOnlyList<TimelineTick> Ticks)
{
    /// <summary>The drawing of a case; null when nothing lies between its first and its last event.</summary>
    public static FlowCasePlot? Of(IReadOnlyList<(AttestedEvent Item, Duration? Before, MomentsOfLog Moments)> steps, Func<AttestedEvent, Instant> at, DateTimeZone zone)
    {
        if (steps.Count < 2 || at(steps[0].Item) == at(steps[^1].Item))
        {
            return null;
        }

        var scale = TimeScale.Around([.. steps.Select(step => at(step.Item))], zone);
        var longest = steps.Skip(1).Max(step => step.Before);
        var bands = steps.Zip(steps.Skip(1), (from, to) => scale.Band(
            at(from.Item), at(to.Item), to.Before == longest ? TimelineBandKind.Running : TimelineBandKind.Paused, FlowWords.Span(to.Before!.Value.TotalSeconds, to.Moments)));
        return new FlowCasePlot([.. bands], [.. steps.Select(step => new TimelineMark(scale.At(at(step.Item)), step.Item.Event.Activity, IsRule: false))], scale.Ticks());
    }

    public IReadOnlyList<(TimelineBandKind Kind, string Text)> Legend =>
        [.. Bands.Select(band => band.Kind).Distinct().Order().Select(kind => (kind, kind == TimelineBandKind.Running ? Texts.Flow_PlotLongest : Texts.Flow_PlotWait))];
}
