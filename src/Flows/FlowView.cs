using Pupitre.Flows.Logs;
using Pupitre.Mining;

namespace Pupitre.Flows;

/// <summary>What a page of flows stands on: the sources, the filter, and the cases that are left.</summary>
/// <param name="Sources">All sources with events, the fullest first.</param>
/// <param name="Chosen">Those that are looked at.</param>
/// <param name="Opened">The log of the chosen sources; null when there is none or it is too large.</param>
/// <param name="Cases">The part of it that the filter leaves; null likewise.</param>
/// <param name="Cache">Where what is computed is kept.</param>
public sealed record FlowView(FlowFilter Filter, IReadOnlyList<FlowSource> Sources, IReadOnlyList<FlowSource> Chosen, FlowLog? Opened, LogView? Cases, FlowCache Cache)
{
    /// <summary>How far the opening of the log is, when it takes more than a moment.</summary>
    public FlowOpening? Opening { get; init; }

    /// <summary>The chosen sources hold more events than are opened at once.</summary>
    public bool IsTooLarge => Opened is null && Opening is null && Chosen.Count > 0;

    /// <summary>Something is left to be shown.</summary>
    public bool HasCases => Cases is { CaseCount: > 0 };

    public LogView View => Cases ?? throw new InvalidOperationException("There is no log to look at.");

    public FlowLog Log => Opened ?? throw new InvalidOperationException("There is no log to look at.");

    /// <summary>Cases of those left that are still under way, as far as the log itself shows.</summary>
    public int OpenCases => Log.Open is { Count: > 0 } open ? Enumerable.Range(0, View.CaseCount).Count(position => open.IsOpen(View.CaseAt(position))) : 0;

    /// <summary>A length of time as exactly as the log knows it.</summary>
    public string Span(double seconds) => FlowWords.Span(seconds, Log.Moments);

    /// <summary>"en moins de 3 h", "aussitôt", "le jour même".</summary>
    public string Within(double seconds) => FlowWords.Within(seconds, Log.Moments);

    /// <summary>"la moitié en moins de 3 h, 9 sur 10 en moins de 11 h".</summary>
    public string Pace(DurationFigures durations) => FlowWords.Pace(durations, Log.Moments);

    /// <summary>Computes something of the cases that are left, or takes it from memory.</summary>
    /// <param name="about">What the result depends on besides log and filter.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="weight">How much room it takes, in events.</param>
    public T Of<T>(string about, Func<LogView, T> compute, Func<T, long>? weight = null)
        where T : class => Find<T>(about) ?? Kept(about, compute(View), weight);

    /// <inheritdoc cref="Of"/>
    public async Task<T> OfAsync<T>(string about, Func<LogView, Task<T>> compute, Func<T, long>? weight = null)
        where T : class => Find<T>(about) ?? Kept(about, await compute(View), weight);

    private T? Find<T>(string about)
        where T : class => Cache.Find<T>(KeyOf(about));

    private T Kept<T>(string about, T made, Func<T, long>? weight)
        where T : class
    {
        Cache.Keep(KeyOf(about), made, 1 + (weight?.Invoke(made) ?? 0));
        return made;
    }

    private string KeyOf(string about) => $"{Log.Key} {Filter.Key} {about}";
}
