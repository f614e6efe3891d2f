using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Statements;

/// <summary>Computes everything that a statement says from the facts that it carries, with the engine that measures commitments. Pure, linear.</summary>
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

    public StatementResults Run() => new([.. _statement.Commitments.Select((commitment, place) => Of(commitment, place))]);

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
        var computed = Standings.Of(result.Declared, result.Evidenced, result.Proven);
        var isAgreed = obligation.Dispute?.IsAgreed == true;
        var standing = isAgreed ? obligation.Dispute!.Claims : computed;
        var isNotKept = standing.IsLate() || standing == Standing.NoTrace;
        return result with
        {
            Standing = standing,
            Delay = !isNotKept ? null : (isAgreed ? obligation.Dispute!.Delay : null) ?? result.Delay,
            IsDisputed = obligation.Dispute is { IsAgreed: false },
            Place = commitment.IsCarried ? Place.Carried
                : standing == Standing.Open ? Place.Open
                : result.Month == _statement.Month ? Place.Month : Place.Earlier,
        };
    }

    private static StatementTotals Total(StatedCommitment commitment, ImmutableArray<ObligationResult> results)
    {
        var (counted, admitted, disputed, earlier, open) = (new Tally(), new Tally(), 0, 0, 0);
        for (var at = 0; at < results.Length; at++)
        {
            var (result, dispute) = (results[at], commitment.Obligations[at].Dispute);
            if (result.Place == Place.Open)
            {
                open++;
                continue;
            }

            earlier += result.Place == Place.Earlier ? 1 : 0;
            disputed += result.IsDisputed ? 1 : 0;
            Add(counted, commitment.Performer, result, dispute is { IsAgreed: true } ? dispute : null);
            Add(admitted, commitment.Performer, result, dispute);
        }

        return new(counted, admitted, disputed, earlier, open);
    }

    private static void Add(Tally tally, Party performer, in ObligationResult result, StatedDispute? admitted)
    {
        if (admitted is null)
        {
            tally.Add(result.Standing, result.Evidenced, result.Proven, result.Delay, performer, result.Declared != result.Evidenced);
            return;
        }

        // What both sides say is proof, in every reading.
        var outcome = OutcomeOf(admitted.Claims);
        tally.Add(admitted.Claims, outcome, outcome, admitted.Delay ?? result.Delay, performer, differs: false);
    }

    private static Outcome OutcomeOf(Standing claimed) => claimed switch
    {
        _ when claimed.IsKept() => Outcome.Met,
        _ when claimed.IsLate() => Outcome.Missed,
        Standing.NoTrace => Outcome.NoTrace,
        Standing.Undated => Outcome.Undated,
        Standing.Imprecise => Outcome.Imprecise,
        Standing.NotYetProven => Outcome.NotYetProven,
        Standing.Waived => Outcome.Waived,
        Standing.Outside => Outcome.Cancelled,
        _ => Outcome.Pending,
    };

    private static DateTimeZone ZoneOf(StatedCompany company) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(company.Zone)
        ?? throw new Refused(Texts.Time_UnknownTimeZone.With(company.Zone), "/company/zone");
}
