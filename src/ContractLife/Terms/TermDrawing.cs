using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.ContractLife.Terms;

/// <summary>The terms of a contract to scale, with the days that count.</summary>
internal sealed class TermDrawing(TermTimeline timeline, DecisionTerm? term, DateOnly today, DateTimeZone zone)
{
    private const double TickRoom = 80;

    private readonly TimeScale _scale = TimeScale.Around(
        [Start(timeline.Shown[0].From, zone), Start(today, zone), End(timeline.Shown[^1].LastDay, zone)], zone);

    public IReadOnlyList<TimelineBand> Bands => [.. timeline.Shown.Select(stretch => _scale.Band(
        Start(stretch.From, zone), End(stretch.LastDay, zone), KindOf(stretch), TermWords.Stretch(stretch)))];

    // The last words would run into those before them.
    public IReadOnlyList<TimelineTick> Ticks => [.. _scale.Ticks().Where(tick => tick.At < TimeScale.Width - TickRoom)];

    public IReadOnlyList<TimelineMark> Marks =>
    [
        .. from mark in Days()
           orderby mark.Day
           let at = mark.IsEnd ? End(mark.Day, zone) : Start(mark.Day, zone)
           select new TimelineMark(_scale.At(at), mark.Text + " " + Moments.Short(mark.Day), IsRule: true),
    ];

    public IReadOnlyList<(TimelineBandKind Kind, string Text)> Legend =>
    [
        .. new (TimelineBandKind Kind, string Text)[]
        {
            (TimelineBandKind.Closed, Texts.Term_LegendOver),
            (TimelineBandKind.Running, Texts.Term_LegendInForce),
            (TimelineBandKind.Paused, Texts.Term_LegendComing),
        }.Where(item => timeline.Shown.Any(stretch => KindOf(stretch) == item.Kind)),
    ];

    private TimelineBandKind KindOf(TermStretch stretch) =>
        stretch.IsOver(today) ? TimelineBandKind.Closed : stretch.IsInForce(today) ? TimelineBandKind.Running : TimelineBandKind.Paused;

    private IEnumerable<(DateOnly Day, string Text, bool IsEnd)> Days()
    {
        yield return (today, Texts.Term_MarkToday, false);
        if (term is null)
        {
            yield break;
        }

        if (term.PostBy is { } post)
        {
            yield return (post, Texts.Term_MarkPost, true);
        }

        if (term.NoticeBy is { } notice)
        {
            yield return (notice, Texts.Term_MarkNotice, true);
        }

        yield return (term.LastDay, Texts.Term_MarkEnd, true);
    }

    private static Instant Start(DateOnly day, DateTimeZone zone) => LocalTimes.First(LocalDate.FromDateOnly(day).AtMidnight(), zone);

    private static Instant End(DateOnly day, DateTimeZone zone) => Start(day.AddDays(1), zone);
}
