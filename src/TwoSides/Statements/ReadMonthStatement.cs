using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>Reads one month of a contract: as it is measured now while it waits, from its file once it is closed.</summary>
internal sealed class ReadMonthStatement(Db db, ReadClosed readClosed, SelectMonth select, OpenMonths open, StatementTime time)
{
    /// <exception cref="NotFound">There is no such contract, or the month lies before its first or is still to come.</exception>
    public async Task<StatementView> RunAsync(Guid contractId, int month, int number, CancellationToken token)
    {
        var rows = await db.Set<MonthStatement>().AsNoTracking().Where(row => row.ContractId == contractId && row.Month == month)
            .OrderBy(row => row.Number).ToListAsync(token);
        var row = rows.Find(item => item.Number == number);
        var now = time.Now;
        if (row is null && (number > 0 || !await IsDraftAsync(contractId, month, token)))
        {
            throw new NotFound();
        }

        var comments = row is null ? []
            : await db.Set<StatementComment>().AsNoTracking().Where(item => item.StatementId == row.Id).OrderBy(item => item.At)
                .ToListAsync(token);
        var closed = row?.Hash is { } hash ? await readClosed.RunAsync(hash, token) : null;
        var corrected = row is { IsCorrection: true, Previous: { } previous } ? await readClosed.RunAsync(previous, token) : null;
        var keys = closed is not null ? await readClosed.KeysOfCorrectionAsync(closed, isThorough: false, token)
            : corrected is not null ? await readClosed.KeysOfCorrectionAsync(corrected, isThorough: false, token)
            : (await readClosed.KeysOfMonthAsync(contractId, month, isThorough: false, token)).Keys;
        var selection = await select.RunAsync(contractId, month, keys, now, token);
        var facts = selection.Facts;
        var contract = facts.Contracts.FirstOrDefault(item => item.Id == contractId) ?? throw new NotFound();
        return new StatementView
        {
            Row = row,
            Contract = contract,
            Provider = facts.Providers.FirstOrDefault(item => item.Id == contract.ProviderId)?.Name,
            Month = month,
            Number = number,
            OpensOn = open.OpensOn(facts, contractId, month),
            Parts = closed is not null ? ClosedParts.Of(closed, row!, facts) : LiveParts.Of(selection, month),
            Comments = comments,
            Credits = closed?.Results.Credits,
            Others = rows.FindAll(item => item.Number != number),
            Changes = closed is not null ? ClosedParts.Changes(closed, row!, facts) : corrected is not null
                ? LiveParts.Changes(MonthChanges.Between(corrected, selection), facts) : [],
            OtherwiseToday = closed is null || rows.Exists(item => item.Number > number) ? 0
                : MonthChanges.Between(closed, selection).Count,
        };
    }

    private async Task<bool> IsDraftAsync(Guid contractId, int month, CancellationToken token) =>
        await db.Set<StatementPlan>().AsNoTracking().Where(row => row.ContractId == contractId).Select(row => (int?)row.FirstMonth)
            .SingleOrDefaultAsync(token) is { } first
        && month >= first && month <= time.CurrentMonth;
}

/// <summary>What a month amounts to as it is measured now.</summary>
internal static class LiveParts
{
    public static IReadOnlyList<StatementPart> Of(MonthSelection selection, int month) =>
        [.. selection.Commitments.Where(item => item.Occurrences.Count + item.Cases.Count > 0).Select(item => Part(item, month))];

    public static IReadOnlyList<ShownChange> Changes(IReadOnlyList<ClosedMonths.Statements.StatedChange> changes, CompanyFacts facts) =>
        [.. changes.Select(
            change => new ShownChange(
                facts.Find(change.Commitment)?.Name ?? "", StatementWords.Name(change.Obligation), change.Was, change.Now, null))];

    private static StatementPart Part(SelectedCommitment item, int month)
    {
        var (tally, earlier, open) = (new Tally(), 0, 0);
        foreach (var occurrence in item.Occurrences)
        {
            if (occurrence.Standing == Standing.Open)
            {
                open++;
                continue;
            }

            tally.Add(occurrence);
            earlier += occurrence.Month != month ? 1 : 0;
        }

        foreach (var one in item.Cases)
        {
            if (one.Standing == Standing.Open)
            {
                open++;
                continue;
            }

            tally.Add(one.Standing, one.Evidenced.Outcome, one.Proven.Outcome, one.Delay, item.Commitment.Row.Performer, one.Differs,
                one.Disputed?.Claim());
            earlier += one.Month != month ? 1 : 0;
        }

        var version = item.Commitment.Newest;
        return new StatementPart(
            item.Commitment.Id, item.Commitment.Name, item.Commitment.Row.Performer, version.TargetPercent, !version.IsInternalTarget,
            Sourcing.Commitments.CommitmentSentence.UnitWord(version.UnitOne),
                Sourcing.Commitments.CommitmentSentence.UnitWord(version.UnitMany),
            [.. item.Occurrences.Select(one => Line(one, month)), .. item.Cases.Select(one => Line(item.Commitment.Id, one, month))])
        {
            Counted = tally,
            Earlier = earlier,
            Open = open,
        };
    }

    private static StatementLine Line(JudgedOccurrence item, int month) => new(
        item.Commitment.Id, item.Key, Sourcing.Commitments.PeriodWords.Of(item.Occurrence.Period), item.Month,
            PlaceOf(item.Standing, item.Month, month),
        item.Declared.Outcome, item.Standing, item.Delay?.Imputation, item.Disputed is not null, EventTime.At(item.Declared.Due),
            item.Declared.Stop);

    private static StatementLine Line(Guid commitmentId, CaseObligation item, int month) => new(
        commitmentId, DelayCorrection.KeyOf(item.CaseKey), item.Case, item.Month, PlaceOf(item.Standing, item.Month, month),
        item.Declared.Outcome, item.Standing, item.Delay, item.Disputed is not null, null, item.Declared.Stop.Value is not { } stop ? null
            : item.Declared.Stop.IsDay ? EventTime.On(item.Declared.Stop.DayIn(DateTimeZone.Utc)!.Value) : EventTime.At(stop));

    private static ClosedMonths.Statements.Place PlaceOf(Standing standing, int month, int ofMonth) =>
        standing == Standing.Open ? ClosedMonths.Statements.Place.Open
        : month == ofMonth ? ClosedMonths.Statements.Place.Month : ClosedMonths.Statements.Place.Earlier;
}
