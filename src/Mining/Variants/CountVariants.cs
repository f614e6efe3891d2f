namespace Pupitre.Mining;

/// <summary>Counts the variants of a view, and says which case took which.</summary>
internal static class CountVariants
{
    public static (VariantTable Table, int[] OfCase) Of(LogView view)
    {
        var count = new VariantCount();
        var ofCase = new int[view.CaseCount];
        var buffer = new int[16];
        for (var i = 0; i < ofCase.Length; i++)
        {
            ofCase[i] = count.Add(Sequence(view, view.CaseAt(i), ref buffer), 1);
        }

        var table = new VariantTable(view.Log.Activities, count, out var places);
        for (var i = 0; i < ofCase.Length; i++)
        {
            ofCase[i] = places[ofCase[i]];
        }

        return (table, ofCase);
    }

    private static ReadOnlySpan<int> Sequence(LogView view, int caseNumber, ref int[] buffer)
    {
        var activities = view.Log.EventActivities;
        var (from, to) = (view.Log.CaseOffsets[caseNumber], view.Log.CaseOffsets[caseNumber + 1]);
        if (view.HasAllEvents)
        {
            return activities[from..to];
        }

        buffer = buffer.Length >= to - from ? buffer : new int[Math.Max(to - from, buffer.Length * 2)];
        var length = 0;
        foreach (var number in view.EventsOf(caseNumber))
        {
            buffer[length++] = activities[number];
        }

        return buffer.AsSpan(0, length);
    }
}
