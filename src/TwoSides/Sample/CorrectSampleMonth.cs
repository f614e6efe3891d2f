using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.ServiceLevels.Measure;
using Pupitre.TwoSides.Statements;

namespace Pupitre.TwoSides.Sample;

/// <summary>
/// Tells how late evidence corrected one of the sample's closed months: somebody found the day on which work without a trace was done.
/// </summary>
internal sealed class CorrectSampleMonth(Db db, ReadClosed read, StateWorkDay state, CloseMonth close, StatementTime time) : ISampleChapter
{
    private const int DaysAgo = 9;
    private const int DaysOpen = 7;

    public int Order => 258;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var rows = await db.Set<MonthStatement>().AsNoTracking().Where(row => row.Hash != null).OrderBy(row => row.Month)
            .ToListAsync(token);
        foreach (var row in rows)
        {
            var closed = await read.RunAsync(row.Hash!, token);
            var missing = closed.Said.Where(pair => pair.Value is { Standing: Standing.NoTrace, Due: not null })
                .Select(pair => (pair.Key, pair.Value.Due)).FirstOrDefault();
            if (missing.Due is not { } due)
            {
                continue;
            }

            var cell = $"{missing.Key.Commitment}/{missing.Key.Key}";
            await state.RunAsync(new WorkDayInput { Cells = [cell], On = time.DayOf(due - Duration.FromDays(1)), Confirmed = true }, token);
            var opened = time.Now - Duration.FromDays(DaysAgo);
            var correction = MonthStatement.Open(
                row.ContractId, row.Month, number: 1, row.Hash, opened, time.DayOf(opened + Duration.FromDays(DaysOpen)));
            db.Add(correction);
            db.Record("CorrectionOpened", correction.Ref,
                new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), Until = StatementWords.Iso(correction.Until), row.ContractId });
            await db.SaveChangesAsync(token);
            await close.RunAsync(correction, time.Now, token);
            return;
        }
    }
}
