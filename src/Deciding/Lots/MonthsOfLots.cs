using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pupitre.Deciding.Lots;

/// <summary>Months in a row that a process takes, with the days of each.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LotStretch(int Start, ImmutableArray<int> Days)
{
    public int End => Start + Days.Length - 1;
}

/// <summary>What is left of each month: days, and processes that may be worked on.</summary>
internal sealed class MonthsOfLots
{
    private readonly int[] _days = new int[OrderLots.Months];
    private readonly int[] _hands = new int[OrderLots.Months];

    public MonthsOfLots(LotCapacity capacity)
    {
        Array.Fill(_days, capacity.DaysAMonth);
        Array.Fill(_hands, capacity.AtOnce);
    }

    /// <summary>Takes the first stretch without a pause that starts in one of these months; null where there is none.</summary>
    public LotStretch? Take(int days, int earliest, int latest)
    {
        for (var start = earliest; start <= latest; start++)
        {
            if (At(start, days) is { } stretch)
            {
                Change(stretch, -1);
                return stretch;
            }
        }

        return null;
    }

    /// <summary>Gives back what was taken; nothing for a stretch that is none.</summary>
    public void Release(LotStretch stretch)
    {
        if (!stretch.Days.IsDefault)
        {
            Change(stretch, 1);
        }
    }

    private LotStretch? At(int start, int days)
    {
        var taken = ImmutableArray.CreateBuilder<int>();
        for (var month = start; month < OrderLots.Months && _hands[month] > 0 && _days[month] > 0; month++)
        {
            var some = Math.Min(days, _days[month]);
            taken.Add(some);
            days -= some;
            if (days == 0)
            {
                return new LotStretch(start, taken.ToImmutable());
            }
        }

        return null;
    }

    private void Change(LotStretch stretch, int times)
    {
        for (var at = 0; at < stretch.Days.Length; at++)
        {
            _days[stretch.Start + at] += times * stretch.Days[at];
            _hands[stretch.Start + at] += times;
        }
    }
}
