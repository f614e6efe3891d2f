using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// What is done again. A case has rework when some activity occurs in it twice or more; its repeats are the occurrences after the first,
/// summed over its activities. A self-loop is an activity that directly follows itself.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Cases">Cases with rework.</param>
/// <param name="Repeats">Occurrences after the first in their case.</param>
/// <param name="Activities">The activities that are repeated: most repeats first, then by name.</param>
public sealed record Rework(Basis Basis, int Cases, long Repeats, ImmutableArray<RepeatedActivity> Activities)
{
    /// <summary>Activities that directly follow themselves somewhere.</summary>
    public int SelfLoops => Activities.Count(activity => activity.SelfLoops > 0);

    public static Rework Of(LogView view, CancellationToken token = default)
    {
        var variants = view.Variants;
        var count = new Count(variants.Names.Count);
        var (cases, repeats) = (0, 0L);
        for (var variant = 0; variant < variants.Count; variant++)
        {
            token.ThrowIfCancellationRequested();
            var repeated = count.Add(variants[variant], variants.CasesOf(variant));
            cases += repeated > 0 ? variants.CasesOf(variant) : 0;
            repeats += (long)repeated * variants.CasesOf(variant);
        }

        return new(view.Basis, cases, repeats, count.Ordered(variants.Names));
    }

    private sealed class Count(int activities)
    {
        private readonly int[] _seen = new int[activities];
        private readonly int[] _cases = new int[activities];
        private readonly long[] _repeats = new long[activities];
        private readonly long[] _selfLoops = new long[activities];

        /// <summary>Counts a sequence that some cases took; gives the repeats of one of them.</summary>
        public int Add(ReadOnlySpan<int> sequence, int cases)
        {
            var repeats = 0;
            for (var i = 0; i < sequence.Length; i++)
            {
                var activity = sequence[i];
                var seen = ++_seen[activity];
                _cases[activity] += seen == 2 ? cases : 0;
                _repeats[activity] += seen > 1 ? cases : 0;
                repeats += seen > 1 ? 1 : 0;
                _selfLoops[activity] += i > 0 && sequence[i - 1] == activity ? cases : 0;
            }

            foreach (var activity in sequence)
            {
                _seen[activity] = 0;
            }

            return repeats;
        }

        public ImmutableArray<RepeatedActivity> Ordered(NameTable names) =>
        [
            .. Enumerable.Range(0, _seen.Length).Where(activity => _repeats[activity] > 0)
                .Select(activity => new RepeatedActivity(activity, _cases[activity], _repeats[activity], _selfLoops[activity]))
                .OrderByDescending(activity => activity.Repeats).ThenBy(activity => names[activity.Activity], StringComparer.Ordinal),
        ];
    }
}

/// <summary>An activity that is done again.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Cases">Cases in which it occurs twice or more.</param>
/// <param name="Repeats">Its occurrences after the first, over all cases.</param>
/// <param name="SelfLoops">How often it directly follows itself.</param>
public sealed record RepeatedActivity(int Activity, int Cases, long Repeats, long SelfLoops);
