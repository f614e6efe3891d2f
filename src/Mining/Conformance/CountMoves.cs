using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>Counts the moves of alignments, each as often as cases took its variant.</summary>
internal static class CountMoves
{
    public static ImmutableArray<Deviation> Deviations(Alignments alignments)
    {
        var found = new Dictionary<(string Activity, MoveKind Kind), (long Count, long Cases, int LastVariant)>();
        for (var variant = 0; variant < alignments.Count; variant++)
        {
            long cases = alignments.Variants.CasesOf(variant);
            foreach (var move in alignments.MovesOf(variant))
            {
                if (Deviating(alignments, move) is { } key)
                {
                    var (count, inCases, last) = found.GetValueOrDefault(key, (0, 0, -1));
                    found[key] = (count + cases, inCases + (last == variant ? 0 : cases), variant);
                }
            }
        }

        return [.. found.Select(pair => new Deviation(pair.Key.Activity, pair.Key.Kind, pair.Value.Count, pair.Value.Cases))
            .OrderByDescending(deviation => deviation.Count).ThenBy(deviation => deviation.Activity, StringComparer.Ordinal).ThenBy(deviation => deviation.Kind)];
    }

    public static ImmutableArray<TransitionUse> Uses(Alignments alignments)
    {
        var transitions = alignments.Explored.Net.Transitions;
        var (taken, skipped) = (new long[transitions.Length], new long[transitions.Length]);
        for (var variant = 0; variant < alignments.Count; variant++)
        {
            long cases = alignments.Variants.CasesOf(variant);
            foreach (var move in alignments.MovesOf(variant))
            {
                switch (Move.KindOf(move))
                {
                    case MoveKind.Skipped:
                        skipped[Move.SubjectOf(move)] += cases;
                        break;
                    case MoveKind.Synchronous or MoveKind.Silent:
                        taken[Move.SubjectOf(move)] += cases;
                        break;
                }
            }
        }

        return [.. transitions.Select((transition, at) => new TransitionUse(transition, taken[at], skipped[at]))];
    }

    public static ImmutableArray<int> VariantsWith(Alignments alignments, string activity, MoveKind kind)
    {
        var with = ImmutableArray.CreateBuilder<int>();
        for (var variant = 0; variant < alignments.Count; variant++)
        {
            foreach (var move in alignments.MovesOf(variant))
            {
                if (Deviating(alignments, move) == (activity, kind))
                {
                    with.Add(variant);
                    break;
                }
            }
        }

        return with.ToImmutable();
    }

    private static (string Activity, MoveKind Kind)? Deviating(Alignments alignments, int move) => Move.KindOf(move) switch
    {
        MoveKind.Inserted => (alignments.Variants.Names[Move.SubjectOf(move)], MoveKind.Inserted),
        MoveKind.Skipped => (alignments.Explored.Net.Transitions[Move.SubjectOf(move)].Label!, MoveKind.Skipped),
        _ => null,
    };
}
