using System.Collections.Immutable;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>
/// The one table of what each criterion speaks for. <c>+</c>: the more of it, the more points (1 gives 0, 5 gives 100); <c>-</c>: the less
/// of it, the more points; <c>.</c>: it says nothing of that way, and is not in its mean.
/// <code>
///                    keep  automate  outsource   because
/// usefulness          .       +         +        money is spent on what is needed; keeping spends nothing new
/// standardisation     -       +         +        a rule can be given to a machine or to others; judgement cannot
/// frequency           -       +         .        repetition pays for a machine; a price per unit is indifferent to it
/// strategic value     +       .         -        what customers choose the company for stays in its hands
/// confidentiality     +       .         -        each pair of eyes more is a risk and a contract more
/// expertise           -       -         +        a rare trade is bought rather than kept up; a machine needs somebody who knows
/// stability           -       +         +        what changes is done where it changes; contracts and programs age
/// measurability       -       +         +        what cannot be counted can be neither tested nor invoiced
/// formal target       .       +         +        what is written down can be handed to a machine or to others
/// error cost          -       +         .        errors that cost speak for another way; a provider does not promise fewer
/// dependency          -       .         +        a provider has several people; a machine still needs the one who knows
/// </code>
/// </summary>
public static class Leanings
{
    public const int MinValue = 1;
    public const int MaxValue = 5;
    public const int MaxWeight = 10;

    private const decimal PointsPerStep = 25m;

    private static readonly ImmutableArray<string> _table =
        [".++", "-++", "-+.", "+.-", "+.-", "--+", "-++", "-++", ".++", "-+.", "-.+"];

    /// <summary>Weights before anybody changes them, in the order of <see cref="Criterion"/>.</summary>
    public static ImmutableArray<int> DefaultWeights { get; } = [1, 3, 2, 3, 2, 3, 2, 1, 1, 2, 2];

    public static ImmutableArray<Criterion> Criteria { get; } = [.. Enum.GetValues<Criterion>()];

    public static ImmutableArray<Way> Ways { get; } = [.. Enum.GetValues<Way>()];

    /// <summary>Whether the criterion is in the mean of the way.</summary>
    public static bool Speaks(Criterion criterion, Way way) => Sign(criterion, way) != '.';

    /// <summary>Points of 0 to 100 that a value gives to a way; null where the criterion says nothing of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 1 to 5.</exception>
    public static decimal? Points(Criterion criterion, Way way, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, MinValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        return Sign(criterion, way) switch
        {
            '+' => (value - MinValue) * PointsPerStep,
            '-' => (MaxValue - value) * PointsPerStep,
            _ => null,
        };
    }

    private static char Sign(Criterion criterion, Way way) => _table[(int)criterion][(int)way];
}
