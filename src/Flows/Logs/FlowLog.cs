using NodaTime;
using Pupitre.Mining;
using Pupitre.Platform.Data;

namespace Pupitre.Flows.Logs;

/// <summary>The live events of one or several sources as a log to be mined; made for a while, thrown away at will.</summary>
/// <param name="Key">Says exactly what it was made of: the key of whatever is computed from it.</param>
/// <param name="CaseKeys">For each case of the log the key under which its page is found.</param>
/// <param name="AttributeNames">Names of the other columns that its events and cases have, as far as was looked.</param>
/// <param name="Steps">Who does its steps, deduced and said.</param>
/// <param name="KnownUntil">The last moment that the sources tell of.</param>
/// <param name="Moments">How exactly it knows when its events happened.</param>
public sealed record FlowLog(string Key, EventLog Log, long[] CaseKeys, IReadOnlyList<string> AttributeNames, StepsOfLog Steps, Instant? KnownUntil, MomentsOfLog Moments)
{
    /// <summary>Which of its cases are still under way; null when it is not known until when it tells of them. Found once.</summary>
    public OpenCases? Open => _open.Value;

    /// <summary>A day on which the clocks go back.</summary>
    private static readonly Duration _longestDay = Duration.FromHours(25);

    private readonly Lazy<OpenCases?> _open = new(() => KnownUntil is { } until ? OpenCases.Of(Log, until, Moments == MomentsOfLog.Exact ? Duration.Zero : _longestDay) : null);

    /// <summary>Bytes that an event holds, about, for the bound of the cache: columns of numbers and the share of its case.</summary>
    public long Weight => Log.EventCount * (1L + Log.Attributes.Count);

    /// <summary>Parts of the log that were looked at lately: they live as long as the log, and no longer.</summary>
    private readonly RecentlyUsed<LogView> _parts = new(MaxParts);

    private const int MaxParts = 12;

    /// <summary>The part that a filter leaves, made once.</summary>
    public LogView Part(string filter, Func<LogView, LogView> narrow)
    {
        if (_parts.Find(filter) is { } known)
        {
            return known;
        }

        var part = narrow(Log.Whole);
        _parts.Keep(filter, part, 1);
        return part;
    }
}
