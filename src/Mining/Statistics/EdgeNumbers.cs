using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Numbers pairs of activities: by a square where activities are few, else in the order of their first appearance.</summary>
internal sealed class EdgeNumbers
{
    /// <summary>Activities up to which a square of their pairs (4 MB) is worth its memory.</summary>
    private const int MostDense = 1_000;

    private readonly int _activities;
    private readonly Dictionary<(int From, int To), int>? _numbers;
    private readonly List<(int From, int To)> _pairs = [];

    private EdgeNumbers(int activities, bool isDense) => (_activities, _numbers) = (activities, isDense ? null : []);

    /// <summary>Every pair has its number from the start, so that several threads may ask; otherwise only one may.</summary>
    public bool IsDense => _numbers is null;

    public int Count => IsDense ? _activities * _activities : _pairs.Count;

    public static EdgeNumbers For(int activities) => new(activities, activities <= MostDense);

    public int Of(int from, int to)
    {
        if (_numbers is null)
        {
            return (from * _activities) + to;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (from, to), out var isKnown);
        if (!isKnown)
        {
            number = _pairs.Count;
            _pairs.Add((from, to));
        }

        return number;
    }

    public (int From, int To) EndsOf(int number) => IsDense ? (number / _activities, number % _activities) : _pairs[number];
}
