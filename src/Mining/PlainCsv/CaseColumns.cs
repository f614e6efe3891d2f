namespace Pupitre.Mining;

/// <summary>The columns of a log while its events come together by case, and then into the order of time.</summary>
internal sealed class CaseColumns(int[] offsets, int events, bool hasTransition, bool hasResource)
{
    private const int CasesPerStep = 1 << 14;

    public int[] Activity { get; } = GC.AllocateUninitializedArray<int>(events);

    public long[] Ticks { get; } = GC.AllocateUninitializedArray<long>(events);

    public int[] Transition { get; } = hasTransition ? GC.AllocateUninitializedArray<int>(events) : [];

    public int[] Resource { get; } = hasResource ? GC.AllocateUninitializedArray<int>(events) : [];

    /// <summary>Puts the events of all parts behind each other in their cases, in the order of the file.</summary>
    public void Fill(List<CsvPart> parts)
    {
        var next = offsets.AsSpan(0, offsets.Length - 1).ToArray();
        foreach (var part in parts)
        {
            for (var row = 0; row < part.Count; row++)
            {
                var place = next[part.Cases[row]]++;
                Activity[place] = part.Activities[row];
                Ticks[place] = part.Ticks[row];
                if (Transition.Length > 0)
                {
                    Transition[place] = part.Transitions![row];
                }

                if (Resource.Length > 0)
                {
                    Resource[place] = part.Resources![row];
                }
            }
        }
    }

    public void SortByTime(ParallelOptions parallel)
    {
        var cases = offsets.Length - 1;
        Parallel.For(0, (cases + CasesPerStep - 1) / CasesPerStep, parallel, step =>
        {
            for (var number = step * CasesPerStep; number < Math.Min(cases, (step + 1) * CasesPerStep); number++)
            {
                SortByTime(offsets[number], offsets[number + 1] - offsets[number]);
            }
        });
    }

    private void SortByTime(int from, int length)
    {
        var ticks = Ticks.AsSpan(from, length);
        var ordered = 1;
        while (ordered < length && ticks[ordered - 1] <= ticks[ordered])
        {
            ordered++;
        }

        if (ordered >= length)
        {
            return;
        }

        var order = CaseOrder.ByTime(ticks);
        Reorder(ticks, order);
        Reorder(Activity.AsSpan(from, length), order);
        Reorder(Transition.Length > 0 ? Transition.AsSpan(from, length) : default, order);
        Reorder(Resource.Length > 0 ? Resource.AsSpan(from, length) : default, order);
    }

    private static void Reorder<T>(Span<T> values, int[] order)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var before = values.ToArray();
        for (var i = 0; i < before.Length; i++)
        {
            values[i] = before[order[i]];
        }
    }
}
