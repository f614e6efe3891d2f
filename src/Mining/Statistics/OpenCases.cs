using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Which cases of a log are still under way at the moment until which it tells of them. What such a case lacks was not left out: it is still
/// to come.
/// </summary>
/// <remarks>
/// <para>A log does not say where a case ends. Its own cases do: an activity is taken for an end where most cases that hold it end with it. Of
/// each activity (apart after an end that came before it) is known how often cases went on after it, and how long it then took to their
/// last event. A case may go on as long as it has waited, since its last event, no longer than nine in ten such cases took to come to their end.</para>
/// <para>Where no case of the log has shown how long that takes, it is as long as nine in ten cases take, and <see cref="LeastPatience"/> at least.
/// Everything is counted over the whole log. Immutable, and safe for several threads.</para>
/// </remarks>
public sealed class OpenCases
{
    private const double NineInTen = 0.9;
    private const int CasesBetweenChecks = 4_096;

    /// <summary>Durations that are kept of one activity: more would not move the ninth of ten.</summary>
    private const int MostKept = 20_000;

    private readonly bool[] _mayGoOn;
    private readonly bool[] _isOpen;

    private OpenCases(bool[] mayGoOn, bool[] isOpen) => (_mayGoOn, _isOpen, Count) = (mayGoOn, isOpen, isOpen.Count(open => open));

    /// <summary>How long a case is waited for where the log has not shown how long it takes.</summary>
    public static Duration LeastPatience { get; } = Duration.FromDays(31);

    /// <summary>Cases that are open, as far as the log itself shows.</summary>
    public int Count { get; }

    /// <summary>Whether a case, by its number in the log, is under way: it stands where most cases go on, and has not waited longer than they do.</summary>
    public bool IsOpen(int caseNumber) => _isOpen[caseNumber];

    /// <summary>Whether it has not waited too long, and nothing shows that cases end where it stands: for whoever knows from elsewhere where a case ends.</summary>
    public bool MayGoOn(int caseNumber) => _mayGoOn[caseNumber];

    /// <param name="log">The log, whole.</param>
    /// <param name="until">The last moment that it tells of.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="OperationCanceledException"/>
    public static OpenCases Of(EventLog log, Instant until, CancellationToken token = default) => Of(log, until, Duration.Zero, token);

    /// <inheritdoc cref="Of(EventLog, Instant, CancellationToken)"/>
    /// <param name="exactness">How long after the instant in the log an event may have happened: a day where the log knows the day alone.</param>
    public static OpenCases Of(EventLog log, Instant until, Duration exactness, CancellationToken token = default)
    {
        var ends = new CaseEnds(log);
        ends.Learn(token);
        var patience = ends.Patience();
        var (mayGoOn, isOpen) = (new bool[log.CaseCount], new bool[log.CaseCount]);
        var stopped = new int[patience.Length];
        for (var number = 0; number < log.CaseCount; number++)
        {
            mayGoOn[number] = (until - exactness).ToUnixTimeTicks() - log.EventTicks[log.CaseOffsets[number + 1] - 1] <= patience[ends.StandOf(number)];
            stopped[ends.StandOf(number)] += mayGoOn[number] ? 0 : 1;
        }

        for (var number = 0; number < log.CaseCount; number++)
        {
            var stand = ends.StandOf(number);
            isOpen[number] = mayGoOn[number] && ends.WentOn(stand) > stopped[stand];
            mayGoOn[number] = isOpen[number] || (mayGoOn[number] && ends.WentOn(stand) == 0 && stopped[stand] == 0);
        }

        return new(mayGoOn, isOpen);
    }

    /// <summary>How the cases of a log end. A stand is an activity, apart for cases that had come to an end before.</summary>
    private sealed class CaseEnds(EventLog log)
    {
        private readonly int[] _stands = new int[log.CaseCount];
        private readonly int[] _wentOn = new int[2 * log.Activities.Count];
        private readonly List<long>?[] _toTheEnd = new List<long>?[2 * log.Activities.Count];
        private readonly List<long> _lengths = [];
        private readonly int[] _seenIn = new int[2 * log.Activities.Count];

        public int StandOf(int caseNumber) => _stands[caseNumber];

        public int WentOn(int stand) => _wentOn[stand];

        public void Learn(CancellationToken token)
        {
            var isEnd = Ends();
            for (var number = 0; number < log.CaseCount; number++)
            {
                if (number % CasesBetweenChecks == 0)
                {
                    token.ThrowIfCancellationRequested();
                }

                Learn(number, isEnd);
            }
        }

        /// <summary>By stand, in units of 100 ns.</summary>
        public long[] Patience()
        {
            var usual = Math.Max(LeastPatience.BclCompatibleTicks, NinthOfTen(_lengths) ?? 0);
            return [.. _toTheEnd.Select(durations => durations is null ? usual : NinthOfTen(durations) ?? usual)];
        }

        private bool[] Ends()
        {
            var (holding, ending, lastSeen) = (new int[log.Activities.Count], new int[log.Activities.Count], new int[log.Activities.Count]);
            for (var number = 0; number < log.CaseCount; number++)
            {
                var (first, after) = (log.CaseOffsets[number], log.CaseOffsets[number + 1]);
                ending[log.EventActivities[after - 1]]++;
                foreach (var activity in log.EventActivities[first..after])
                {
                    holding[activity] += lastSeen[activity] == number + 1 ? 0 : 1;
                    lastSeen[activity] = number + 1;
                }
            }

            return [.. holding.Select((cases, activity) => cases > 0 && 2L * ending[activity] >= cases)];
        }

        // From the end back, so that what is repeated counts where it stands last.
        private void Learn(int number, bool[] isEnd)
        {
            var (first, last) = (log.CaseOffsets[number], log.CaseOffsets[number + 1] - 1);
            var end = first;
            for (; end <= last && !isEnd[log.EventActivities[end]]; end++)
            {
            }

            _stands[number] = Stand(last, end);
            var cameToAnEnd = isEnd[log.EventActivities[last]];
            Keep(_lengths, cameToAnEnd, first, last);
            for (var item = last - 1; item >= first; item--)
            {
                var stand = Stand(item, end);
                if (stand != _stands[number] && _seenIn[stand] != number + 1)
                {
                    _seenIn[stand] = number + 1;
                    _wentOn[stand]++;
                    Keep(_toTheEnd[stand] ??= [], cameToAnEnd, item, last);
                }
            }
        }

        private int Stand(int item, int end) => (2 * log.EventActivities[item]) + (item > end ? 1 : 0);

        private void Keep(List<long> durations, bool cameToAnEnd, int from, int to)
        {
            if (cameToAnEnd && durations.Count < MostKept)
            {
                durations.Add(log.EventTicks[to] - log.EventTicks[from]);
            }
        }

        private static long? NinthOfTen(List<long> ticks) => ticks.Count == 0 ? null : (long)OrderStatistic.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ticks), NineInTen);
    }
}
