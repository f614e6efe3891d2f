using System.Collections.Immutable;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Computes the credits of a statement from its results. An obligation counts when it is in the base, its outcome stands on more than one
/// side's word, nobody contests it, its delay is the provider's or shared, and its version was accepted and no longer observed on its day:
/// the day on which it was due, of a case the first day of its month.
/// </summary>
public static class JudgeCredits
{
    private const string Field = "/credits";

    /// <exception cref="Refused">The terms or a rule make no sense; the field is a JSON pointer below <c>/statement</c>.</exception>
    internal static CreditSum? Of(Statement statement, ImmutableArray<CommitmentResult> results, DateTimeZone zone)
    {
        if (statement.Credits is not { } credits)
        {
            return null;
        }

        try
        {
            credits.Terms.Check([.. credits.Rules.Select(stated => stated.Rule)]);
        }
        catch (Refused refused)
        {
            throw new Refused(refused.Message, Field);
        }

        return ComputeCredits.Run(credits.Terms, [.. credits.Rules.Select(stated => stated.Rule)],
            [new CreditBasis(credits.Invoiced,
                [.. credits.Rules.Select(stated => stated.Before.Add(CountOf(stated.Commitment, statement, results, zone)))])])[0];
    }

    /// <summary>What of a commitment counts in one statement alone.</summary>
    public static CreditCount CountOf(Guid commitment, Statement statement, ImmutableArray<CommitmentResult> results, DateTimeZone zone)
    {
        var count = default(CreditCount);
        for (var place = 0; place < statement.Commitments.Length; place++)
        {
            var stated = statement.Commitments[place];
            if (stated.Id != commitment || stated.IsCarried)
            {
                continue;
            }

            foreach (var result in results[place].Obligations)
            {
                count = KeptOf(stated, result, zone) is { } kept ? count.Add(new CreditCount(kept, 1)) : count;
            }
        }

        return count;
    }

    // Null for what counts in no base.
    private static int? KeptOf(StatedCommitment commitment, in ObligationResult result, DateTimeZone zone)
    {
        if (result.IsDisputed || result.Place is not (Place.Month or Place.Earlier)
            || !Follows(commitment.Versions[result.Version], DayOf(result, zone)))
        {
            return null;
        }

        return result switch
        {
            { Standing: Standing.KeptProven } => 1,
            { Standing: Standing.Late, Delay: Imputation.Provider or Imputation.Shared } => 0,
            _ => null,
        };
    }

    private static bool Follows(StatedVersion version, DateOnly day) => version.IsAgreed && !(day <= version.ObservedUntil);

    // What is due by the end of a day is due that day.
    private static DateOnly DayOf(in ObligationResult result, DateTimeZone zone) => result.Due is { } due
        ? (due - Duration.Epsilon).InZone(zone).Date.ToDateOnly()
        : MonthNumber.ToMonth(result.Month).OnDayOfMonth(1).ToDateOnly();
}
