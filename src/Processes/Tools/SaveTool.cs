using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Tools;

/// <summary>Adds a tool, or changes what is known of one.</summary>
public sealed class SaveTool(Db db)
{
    public async Task<ToolInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var tool = await db.Set<Tool>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return InputOf(tool);
    }

    public static ToolInput InputOf(Tool tool) => new()
    {
        Id = tool.Id,
        Name = tool.Name,
        Kind = tool.Kind,
        Vendor = tool.Vendor,
        AdministeredBy = tool.AdministeredBy,
        DataHeld = tool.DataHeld,
        Where = tool.Where,
        Version = tool.Version,
    };

    /// <param name="input">What was typed.</param>
    /// <param name="isNew">Whether a tool that is not there is made; else it has to be there.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="Refused">Another tool bears the name, or there are too many.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the tool since the form was opened.</exception>
    public async Task<Tool> RunAsync(ToolInput input, bool isNew, CancellationToken token)
    {
        var tool = await db.Set<Tool>().SingleOrDefaultAsync(row => row.Id == input.Id, token);
        if (tool is not null && isNew)
        {
            return tool;
        }

        await RefuseAsync(input, isNew, token);
        if (isNew)
        {
            tool = Tool.Create(input.Id);
            db.Add(tool);
        }
        else
        {
            _ = tool ?? throw new NotFound();
            db.Entry(tool).Property(row => row.Version).OriginalValue = input.Version;
            db.Entry(tool).State = EntityState.Modified;
        }

        tool!.Describe(input);
        db.Record(isNew ? "ToolAdded" : "ToolEdited", tool.Ref, new { tool.Name });
        await db.SaveChangesAsync(token);
        return tool;
    }

    private async Task RefuseAsync(ToolInput input, bool isNew, CancellationToken token)
    {
        var folded = input.Name!.Trim().Folded();
        if (await db.Set<Tool>().AnyAsync(row => row.FoldedName == folded && row.Id != input.Id, token))
        {
            throw new Refused(Texts.Tool_NameTaken.With(input.Name!.Trim()), nameof(ToolInput.Name));
        }

        if (isNew && await db.Set<Tool>().CountAsync(token) >= Tool.MaxTools)
        {
            throw new Refused(Texts.Tool_TooMany.With(Tool.MaxTools));
        }
    }
}
