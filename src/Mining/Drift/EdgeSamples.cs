using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>For each step of a view the cases in which it occurs and all its durations.</summary>
internal static class EdgeSamples
{
    public static Dictionary<(int From, int To), EdgeSample> Of(LogView view, NameTable names, CancellationToken token)
    {
        int[] numbers = [.. view.Log.Activities.Select(names.Add)];
        var samples = new Dictionary<(int From, int To), EdgeSample>();
        for (var i = 0; i < view.CaseCount; i++)
        {
            token.ThrowIfCancellationRequested();
            var before = -1;
            foreach (var item in view.EventsOf(view.CaseAt(i)))
            {
                if (before >= 0)
                {
                    var edge = (numbers[view.Log.EventActivities[before]], numbers[view.Log.EventActivities[item]]);
                    ref var sample = ref CollectionsMarshal.GetValueRefOrAddDefault(samples, edge, out _);
                    (sample ??= new()).Add(i, view.Log.EventTicks[item] - view.Log.EventTicks[before]);
                }

                before = item;
            }
        }

        return samples;
    }
}

/// <summary>A step in one part of a log.</summary>
internal sealed class EdgeSample
{
    private int _lastCase = -1;

    public static EdgeSample None { get; } = new();

    public int Cases { get; private set; }

    public List<long> Ticks { get; } = [];

    public void Add(int caseNumber, long ticks)
    {
        Cases += caseNumber == _lastCase ? 0 : 1;
        _lastCase = caseNumber;
        Ticks.Add(ticks);
    }

    public EdgeSide Side(int cases) => new(Cases, cases == 0 ? 0 : (double)Cases / cases, DurationFigures.Of(Ticks.ToArray()));
}
