namespace Pupitre.Mining;

/// <summary>Makes the columns of a log of what workers have read: names get the numbers of the whole, events come together by case.</summary>
internal sealed class MergeCsvParts(CsvNames[] workers, List<CsvPart> parts, CancellationToken token)
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, workers.Length), CancellationToken = token };

    public EventColumns Run()
    {
        var (cases, caseNames) = Cases();
        Parallel.ForEach(parts, _parallel, part => Renumber(part.Cases.AsSpan(0, part.Count), cases[part.Worker]));
        var offsets = Offsets(caseNames.Count);
        var (activity, activities) = Named(CsvNames.Activities, part => part.Activities);
        var (transition, transitions) = Named(CsvNames.Transitions, part => part.Transitions);
        var (resource, resources) = Named(CsvNames.Resources, part => part.Resources);
        var columns = new CaseColumns(offsets, offsets[^1], hasTransition: transition, hasResource: resource);
        columns.Fill(parts);
        parts.Clear();
        columns.SortByTime(_parallel);
        return new()
        {
            CaseNames = new TextsOfBytes(caseNames),
            CaseOffsets = offsets,
            Activity = columns.Activity,
            Ticks = columns.Ticks,
            Transition = columns.Transition,
            Resource = columns.Resource,
            Activities = activities,
            Transitions = transitions,
            Resources = resources,
        };
    }

    /// <summary>Numbers cases in the order of their first appearance in the file: for each worker the number of each of its own.</summary>
    private (int[][] Numbers, ByteNames Names) Cases()
    {
        var numbers = workers.Select(names => new int[names[CsvNames.Cases].Count]).ToArray();
        var whole = new ByteNames();
        foreach (var part in parts)
        {
            token.ThrowIfCancellationRequested();
            var (before, after) = part.Names[CsvNames.Cases];
            for (var number = before; number < after; number++)
            {
                numbers[part.Worker][number] = whole.Add(workers[part.Worker][CsvNames.Cases][number]);
            }
        }

        return (numbers, whole);
    }

    /// <summary>Likewise for names of which there are few, as texts; false when no event has one.</summary>
    private (bool HasAny, NameTable Names) Named(int kind, Func<CsvPart, int[]?> column)
    {
        var numbers = workers.Select(names => new int[names[kind].Count]).ToArray();
        var whole = new NameTable();
        foreach (var part in parts)
        {
            var (before, after) = part.Names[kind];
            for (var number = before; number < after; number++)
            {
                numbers[part.Worker][number] = whole.Add(System.Text.Encoding.UTF8.GetString(workers[part.Worker][kind][number]));
            }
        }

        Parallel.ForEach(parts, _parallel, part =>
        {
            if (column(part) is { } values)
            {
                Renumber(values.AsSpan(0, part.Count), numbers[part.Worker]);
            }
        });
        return (whole.Count > 0, whole);
    }

    private int[] Offsets(int caseCount)
    {
        var offsets = new int[caseCount + 1];
        foreach (var part in parts)
        {
            foreach (var number in part.Cases.AsSpan(0, part.Count))
            {
                offsets[number + 1]++;
            }
        }

        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets;
    }

    private static void Renumber(Span<int> values, int[] numbers)
    {
        foreach (ref var value in values)
        {
            value = value < 0 ? value : numbers[value];
        }
    }
}
