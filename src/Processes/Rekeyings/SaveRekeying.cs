using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Rekeyings;

/// <summary>Adds a re-keying, or changes what is known of one.</summary>
public sealed class SaveRekeying(Db db, NamePerson people)
{
    public async Task<RekeyingInput> PrepareAsync(Guid id, CancellationToken token) =>
        await db.Set<Rekeying>().AsNoTracking().Where(row => row.Id == id).Select(row => new RekeyingInput
        {
            Id = row.Id,
            ProcessId = row.ProcessId,
            FromTool = db.Set<Tool>().Where(tool => tool.Id == row.FromToolId).Select(tool => tool.Name).First(),
            ToTool = db.Set<Tool>().Where(tool => tool.Id == row.ToToolId).Select(tool => tool.Name).First(),
            Fields = row.Fields,
            MinutesAMonth = row.MinutesAMonth,
            Function = row.Function,
            PersonId = row.PersonId,
            Automation = row.Automation,
            Version = row.Version,
        }).SingleOrDefaultAsync(token) ?? throw new NotFound();

    /// <param name="input">What was typed.</param>
    /// <param name="isNew">Whether one that is not there is made; else it has to be there.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="Refused">The process is not in the inventory, a tool would feed itself, or there are too many.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved it since the form was opened.</exception>
    public async Task<Rekeying> RunAsync(RekeyingInput input, bool isNew, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var rekeying = await db.Set<Rekeying>().SingleOrDefaultAsync(row => row.Id == input.Id, token);
        if (rekeying is not null && isNew)
        {
            return rekeying;
        }

        if (rekeying is null && !isNew)
        {
            throw new NotFound();
        }

        var process = await ProcessAsync(input, isNew, token);
        input.PersonId = await people.OursAsync(input.PersonId, typed: null, nameof(RekeyingInput.PersonId), token);
        if (rekeying is null)
        {
            rekeying = Rekeying.Create(input.Id);
            db.Add(rekeying);
        }
        else
        {
            db.Entry(rekeying).Property(row => row.Version).OriginalValue = input.Version;
            db.Entry(rekeying).State = EntityState.Modified;
        }

        var tools = await NamedTools.ReadAsync(db, token);
        rekeying.Describe(input, tools.Of(input.FromTool)!.Value, tools.Of(input.ToTool)!.Value);
        var said = new { process.Name, FromTool = input.FromTool!.Trim(), ToTool = input.ToTool!.Trim(), rekeying.Fields };
        db.Record(isNew ? "RekeyingAdded" : "RekeyingEdited", process.Ref, said);
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return rekeying;
    }

    private async Task<Process> ProcessAsync(RekeyingInput input, bool isNew, CancellationToken token)
    {
        if (input.FromTool!.Trim().Folded() == input.ToTool!.Trim().Folded())
        {
            throw new Refused(Texts.Rekeying_SameTool, nameof(RekeyingInput.ToTool));
        }

        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new Refused(Texts.Rekeying_ProcessMissing, nameof(RekeyingInput.ProcessId));
        if (process.IsArchived)
        {
            throw new Refused(Texts.Link_Archived.With(process.Name), nameof(RekeyingInput.ProcessId));
        }

        return isNew && await db.Set<Rekeying>().CountAsync(token) >= Rekeying.MaxRekeyings
            ? throw new Refused(Texts.Rekeying_TooMany.With(Rekeying.MaxRekeyings))
            : process;
    }
}
