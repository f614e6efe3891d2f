using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>Takes a model that somebody hands over, as a draft: what cannot be read is refused, what is only doubtful is said before it is published.</summary>
public sealed class ReceiveTarget(Db db, AttachTarget attach)
{
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">It is not one file, it is too large, or no model that can be read.</exception>
    public async Task<ProcessTarget> RunAsync(Guid processId, IFormFileCollection files, CancellationToken token)
    {
        // First of all: nobody is told what is wrong with a file for a process that does not exist here.
        if (!await db.Set<Process>().AnyAsync(row => row.Id == processId, token))
        {
            throw new NotFound();
        }

        if (files is not [var file])
        {
            throw new Refused(Texts.Target_OneFile);
        }

        TargetContent.RefuseLarge(file.FileName, file.Length);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        var format = TargetContent.FormatOf(content.ToArray(), file.FileName, token);
        content.Position = 0;
        return await attach.RunAsync(processId, new TargetInput(file.FileName, format, TargetOrigin.Attached, IsDraft: true), content, token);
    }
}
