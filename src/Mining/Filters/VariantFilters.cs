namespace Pupitre.Mining;

/// <summary>
/// Keeps the cases of the most frequent variants: as many variants as are needed, most frequent first, to hold at least
/// <paramref name="Share"/> of the cases.
/// </summary>
/// <param name="Share">0 (nothing) to 1 (everything).</param>
public sealed record VariantShareFilter(double Share) : LogFilter
{
    public override string Words => Texts.Filter_VariantShare.Filled(Share);

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var variants = view.Variants;
        var (kept, cases) = (0, 0L);
        while (kept < variants.Count && cases < Share * variants.CaseCount)
        {
            cases += variants.CasesOf(kept++);
        }

        return view.WithPositions(position => view.VariantOfCase[position] < kept, Words, token);
    }
}

/// <summary>Keeps the cases that took exactly one way.</summary>
/// <param name="Activities">The names of its activities, in order.</param>
public sealed record VariantFilter(IReadOnlyList<string> Activities) : LogFilter
{
    public override string Words => Texts.Filter_Variant.Filled(string.Join(" → ", Activities));

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        int[] wanted = [.. Activities.Select(name => view.Log.Activities.NumberOf(name))];
        var found = -1;
        for (var variant = 0; variant < view.Variants.Count && found < 0; variant++)
        {
            found = view.Variants[variant].SequenceEqual(wanted) ? variant : -1;
        }

        return view.WithPositions(position => view.VariantOfCase[position] == found, Words, token);
    }
}
