using Pupitre.Mining;

namespace Pupitre.Flows;

/// <summary>Paths as their steps, one after the other; a step that repeats itself is said once with how often.</summary>
internal static class PathWords
{
    private const string Arrow = " → ";
    private const string Left = "…";
    private const int MostSteps = 14;
    private const int FewSteps = 6;

    /// <summary>For a list: long paths lose their middle.</summary>
    public static string Whole(VariantTable variants, int variant) => Of(variants, variant, MostSteps);

    /// <summary>For a sentence.</summary>
    public static string Short(VariantTable variants, int variant) => Of(variants, variant, FewSteps);

    private static string Of(VariantTable variants, int variant, int most)
    {
        var steps = Steps(variants[variant], variants.Names);
        return string.Join(Arrow, steps.Count <= most ? steps : [.. steps.Take(most / 2), Left, .. steps.TakeLast(most / 2)]);
    }

    private static List<string> Steps(ReadOnlySpan<int> path, NameTable names)
    {
        var steps = new List<string>();
        for (var at = 0; at < path.Length;)
        {
            var next = at + 1;
            while (next < path.Length && path[next] == path[at])
            {
                next++;
            }

            steps.Add(next - at == 1 ? names[path[at]] : names[path[at]] + " × " + FlowWords.Count(next - at));
            at = next;
        }

        return steps;
    }
}
