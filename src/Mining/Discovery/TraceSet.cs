namespace Pupitre.Mining;

/// <summary>Distinct sequences of activities with the number of cases that took them: a log, or what recursion leaves of one.</summary>
/// <remarks>Activities are numbered from 0 without gaps; every one occurs.</remarks>
internal sealed class TraceSet
{
    private readonly int[] _steps;
    private readonly int[] _starts;
    private readonly long[] _cases;

    internal TraceSet(int[] names, int[] steps, int[] starts, long[] cases, long empty) =>
        (Names, _steps, _starts, _cases, Empty, Cases) = (names, steps, starts, cases, empty, cases.Sum());

    /// <summary>The number in the log of each activity.</summary>
    public int[] Names { get; }

    public int ActivityCount => Names.Length;

    /// <summary>How many distinct sequences there are, without the empty one.</summary>
    public int Count => _cases.Length;

    /// <summary>Cases that took the empty sequence.</summary>
    public long Empty { get; }

    /// <summary>Cases that took any other.</summary>
    public long Cases { get; }

    public ReadOnlySpan<int> this[int trace] => _steps.AsSpan(_starts[trace], _starts[trace + 1] - _starts[trace]);

    public long CasesOf(int trace) => _cases[trace];

    public TraceSet WithoutEmpty() => new(Names, _steps, _starts, _cases, empty: 0);

    public static TraceSet Of(VariantTable variants)
    {
        var traces = new TraceSetBuilder([.. Enumerable.Range(0, variants.Names.Count)]);
        for (var variant = 0; variant < variants.Count; variant++)
        {
            foreach (var activity in variants[variant])
            {
                traces.Add(activity);
            }

            traces.Commit(variants.CasesOf(variant));
        }

        return traces.Build();
    }
}
