using NodaTime;

namespace Pupitre.Flows.Cases;

/// <summary>One case of a flow.</summary>
/// <param name="Key">What its page is found by.</param>
/// <param name="IsOpen">Whether it is still under way: its last event is not its end.</param>
internal sealed record FlowCase(long Key, string Name, Instant First, Instant Last, string Path, bool IsOpen)
{
    /// <summary>The cases that a filter leaves, in the order of the log.</summary>
    /// <param name="from">Position of the first one.</param>
    public static IEnumerable<FlowCase> Of(FlowView view, int from = 0) => Enumerable.Range(from, view.View.CaseCount - from).Select(position => At(view, position));

    /// <summary>The case at a position of what the filter leaves.</summary>
    public static FlowCase At(FlowView view, int position)
    {
        var (cases, log) = (view.View, view.Log.Log);
        var number = cases.CaseAt(position);
        var (first, last) = cases.EndsOf(number);
        return new FlowCase(
            view.Log.CaseKeys[number],
            log.CaseNames[number],
            Instant.FromUnixTimeTicks(log.EventTicks[first]),
            Instant.FromUnixTimeTicks(log.EventTicks[last]),
            PathWords.Whole(cases.Variants, cases.VariantOfCase[position]),
            view.Log.Open?.IsOpen(number) == true);
    }
}
