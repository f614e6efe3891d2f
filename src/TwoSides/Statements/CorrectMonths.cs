using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Late evidence never changes a closed month: it opens a correction (rectificatif), at most one in a calendar month for each month,
/// with five business days of its own.
/// </summary>
internal sealed class CorrectMonths(Db db, Tenant tenant, ReadClosed readClosed, SelectMonth select, StatementMail mail)
{
    /// <summary>Months before the current one that are looked at; what is older stays as it was closed.</summary>
    private const int MonthsBack = 12;

    public async Task RunAsync(Instant now, CancellationToken token)
    {
        var today = now.InZone(tenant.Zone).Date.ToDateOnly();
        var oldest = MonthNumber.Of(today) - MonthsBack;
        var rows = await db.Set<MonthStatement>().AsNoTracking().Where(row => row.Month >= oldest)
            .OrderBy(row => row.ContractId).ThenBy(row => row.Month).ThenBy(row => row.Number).ToListAsync(token);
        foreach (var month in rows.GroupBy(row => (row.ContractId, row.Month)))
        {
            if (IsOpen(month, today) || month.LastOrDefault(row => row.Hash is not null) is not { } last)
            {
                continue;
            }

            if (await ChangesAsync(last, now, token) > 0)
            {
                await OpenAsync(last, month.Max(row => row.Number) + 1, now, today, token);
            }
        }
    }

    // The month itself waits still, a correction does, or one was opened in this month already.
    private bool IsOpen(IEnumerable<MonthStatement> month, DateOnly today) => month.Any(row => !row.IsClosed
        || (row.IsCorrection && MonthNumber.Of(row.OpenedAt.InZone(tenant.Zone).Date.ToDateOnly()) == MonthNumber.Of(today)));

    private async Task<int> ChangesAsync(MonthStatement last, Instant now, CancellationToken token)
    {
        var closed = await readClosed.RunAsync(last.Hash!, token);
        var keys = await readClosed.KeysOfCorrectionAsync(closed, isThorough: true, token);
        return MonthChanges.Between(closed, await select.RunAsync(last.ContractId, last.Month, keys, now, token)).Count;
    }

    private async Task OpenAsync(MonthStatement last, int number, Instant now, DateOnly today, CancellationToken token)
    {
        var until = StatementDays.Until(today, BusinessDays.For(HolidayZones.Parse(tenant.Company.HolidayZone)));
        var correction = MonthStatement.Open(last.ContractId, last.Month, number, last.Hash, now, until);
        db.Add(correction);
        await mail.OpenedAsync(correction, token);
        db.Record("CorrectionOpened", correction.Ref,
            new { StatementMonth = OccurrenceKeys.OfMonth(last.Month), Until = StatementWords.Iso(until), last.ContractId });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            db.StartOver();
        }
    }
}
