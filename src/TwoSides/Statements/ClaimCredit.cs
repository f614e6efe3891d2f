using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Platform.Data;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Claims what a month that is being closed came to, with the closing itself: once for a month. A correction changes a claim that nobody
/// has settled, and so does a month that earns the credit of the one before back. What is settled stays.
/// </summary>
internal sealed class ClaimCredit(Db db, ReadClosed readClosed)
{
    private const int MonthsOfQuarter = 3;

    /// <summary>Puts the claim into the current unit of work.</summary>
    public async Task RunAsync(MonthStatement row, StatementFile file, Instant now, CancellationToken token)
    {
        var (statement, results) = VerifyStatement.Open(file);
        if (statement.Credits is not { } credits || results.Credits is not { } sum)
        {
            return;
        }

        var known = await FindAsync(row.ContractId, row.Month, token);
        if (known is null && sum.Total > 0)
        {
            var claim = CreditClaim.Ask(row.ContractId, row.Month, file.Hash, sum.Total, now);
            db.Add(claim);
            db.Record("CreditClaimed", claim.Ref, SettleCredit.Said(claim));
        }
        else if (known is { IsOpen: true } && known.Amount != sum.Total)
        {
            known.Change(file.Hash, sum.Total);
            db.Record("CreditChanged", known.Ref, SettleCredit.Said(known));
        }

        await EarnBackAsync(row, credits, sum, token);
    }

    private async Task EarnBackAsync(MonthStatement row, StatedCredits credits, CreditSum sum, CancellationToken token)
    {
        var before = row.Month - (credits.Terms.Period == CreditPeriod.Quarter ? MonthsOfQuarter : 1);
        if (await FindAsync(row.ContractId, before, token) is not { IsOpen: true } claim)
        {
            return;
        }

        var closed = await readClosed.RunAsync(claim.StatementHash, token);
        if (closed.Statement.Credits is not { } then || closed.Results.Credits is not { } told)
        {
            return;
        }

        var now = credits.Rules.Zip(sum.Lines).ToDictionary(pair => pair.First.Commitment, pair => pair.Second.Count);
        var total = ComputeCredits.Run(then.Terms, [.. then.Rules.Select(rule => rule.Rule)],
        [
            new CreditBasis(then.Invoiced, [.. told.Lines.Select(line => line.Count)]),
            new CreditBasis(credits.Invoiced, [.. then.Rules.Select(rule => now.GetValueOrDefault(rule.Commitment))]),
        ])[0].Total;
        if (total != claim.Amount)
        {
            claim.Change(claim.StatementHash, total);
            db.Record("CreditEarnedBack", claim.Ref, SettleCredit.Said(claim));
        }
    }

    private Task<CreditClaim?> FindAsync(Guid contractId, int month, CancellationToken token) =>
        db.Set<CreditClaim>().SingleOrDefaultAsync(row => row.ContractId == contractId && row.Month == month, token);
}
