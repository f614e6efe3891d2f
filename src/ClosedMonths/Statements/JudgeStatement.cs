using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Computes everything that a statement says from the facts that it carries, with the engine that measures commitments. Pure, linear.
/// </summary>
/// <exception cref="Refused">The facts contradict themselves; the field is a JSON pointer below <c>/statement</c>.</exception>
public sealed class JudgeStatement
{
    private readonly Statement _statement;
    private readonly DateTimeZone _zone;
    private readonly JudgeCases _cases;
    private readonly JudgeDueDates _dueDates;

    public JudgeStatement(Statement statement)
    {
        _statement = statement;
        _zone = ZoneOf(statement.Company);
        _cases = new JudgeCases(statement, _zone);
        _dueDates = new JudgeDueDates(statement, _zone);
    }

    public StatementResults Run()
    {
        var commitments = _statement.Commitments.Select((commitment, place) => Of(commitment, place)).ToImmutableArray();
        return new StatementResults(commitments) { Credits = JudgeCredits.Of(_statement, commitments, _zone) };
    }

    private CommitmentResult Of(StatedCommitment commitment, int place)
    {
        var results = ImmutableArray.CreateBuilder<ObligationResult>(commitment.Obligations.Length);
        for (var at = 0; at < commitment.Obligations.Length; at++)
        {
            results.Add(Settled(commitment, commitment.Obligations[at], place, at));
        }

        var all = results.MoveToImmutable();
        return new(all, commitment.IsCarried ? null : Total(commitment, all));
    }

    private ObligationResult Settled(StatedCommitment commitment, StatedObligation obligation, int place, int at)
    {
        var result = obligation.IsCase ? _cases.Judge(place, at) : _dueDates.Judge(place, at);
        return result with
        {
            IsDisputed = obligation.Dispute is { IsAgreed: false },
            Place = commitment.IsCarried ? Place.Carried
                : result.Standing == Standing.Open ? Place.Open
                : result.Month == _statement.Month ? Place.Month : Place.Earlier,
        };
    }

    private static StatementTotals Total(StatedCommitment commitment, ImmutableArray<ObligationResult> results)
    {
        var (counted, earlier, open) = (new Tally(), 0, 0);
        for (var at = 0; at < results.Length; at++)
        {
            var result = results[at];
            if (result.Place == Place.Open)
            {
                open++;
                continue;
            }

            earlier += result.Place == Place.Earlier ? 1 : 0;
            counted.Add(
                result.Standing, result.Evidenced, result.Proven, result.Delay, commitment.Performer, result.Declared != result.Evidenced,
                result.IsDisputed ? commitment.Obligations[at].Dispute!.Claim : null);
        }

        return new(counted, earlier, open);
    }

    private static DateTimeZone ZoneOf(StatedCompany company) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(company.Zone)
        ?? throw new Refused(Texts.Time_UnknownTimeZone.With(company.Zone), "/company/zone");
}
