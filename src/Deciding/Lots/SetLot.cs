using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Lots;

/// <summary>Says of one process whether it is moved, how many days that takes, and when.</summary>
public sealed class SetLot(Db db)
{
    /// <exception cref="NotFound">The company has no such process.</exception>
    public async Task<LotChoiceInput> PrepareAsync(Guid processId, CancellationToken token)
    {
        WholeCompany.Require(db);
        var found = await db.Set<Process>().AsNoTracking().Where(row => row.Id == processId && row.ArchivedAt == null)
            .Select(row => new { Choice = db.Set<LotChoice>().FirstOrDefault(choice => choice.ProcessId == row.Id) })
            .SingleOrDefaultAsync(token) ?? throw new NotFound();
        return found.Choice is { } choice ? LotChoiceInput.Of(choice) : new LotChoiceInput { ProcessId = processId };
    }

    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">A month is meant and none is said.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody said otherwise since the form was opened.</exception>
    public async Task RunAsync(LotChoiceInput input, CancellationToken token)
    {
        WholeCompany.Require(db);
        var process = await db.Set<Process>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == input.ProcessId && row.ArchivedAt == null, token) ?? throw new NotFound();
        if (input.When != LotWhen.Any && LotMonths.Asked(input.Month, nameof(LotChoiceInput.Month)) is null)
        {
            throw new Refused(Texts.Lot_MonthMissing, nameof(LotChoiceInput.Month));
        }

        await using var turn = await db.BeginAloneAsync(token);
        var choice = await db.Set<LotChoice>().SingleOrDefaultAsync(row => row.ProcessId == process.Id, token);
        if ((choice?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (choice is null)
        {
            choice = LotChoice.Create(process.Id);
            db.Add(choice);
        }

        choice.Say(input);
        db.Record("LotSet", process.Ref, new { process.Name, Part = choice.Part.ToString(), choice.Days, choice.Month });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
