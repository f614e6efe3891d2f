using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Mining;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>Takes a model that somebody hands over, as a draft: what cannot be read is refused, what is only doubtful is said before it is published.</summary>
public sealed class ReceiveTarget(Db db, AttachTarget attach)
{
    private const int BeginningBytes = 4096;

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

        if (file.Length > ProcessTarget.MaxBytes)
        {
            throw new Refused(Texts.Target_TooLarge.With(file.FileName, ProcessTarget.MaxBytes >> 20));
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        var format = FormatOf(content.ToArray(), file.FileName, token);
        content.Position = 0;
        return await attach.RunAsync(processId, new TargetInput(file.FileName, format, TargetOrigin.Attached, IsDraft: true), content, token);
    }

    private static TargetFormat FormatOf(byte[] content, string name, CancellationToken token)
    {
        try
        {
            if (!IsNet(content))
            {
                BpmnDocument.Read(content, token);
                return TargetFormat.Bpmn;
            }

            using var stream = new MemoryStream(content, writable: false);
            ModelFile.Read(stream, token: token);
            return TargetFormat.Pnml;
        }
        catch (Exception problem) when (problem is UnreadableModel or Refused)
        {
            throw new Refused(Texts.Target_Unreadable.With(name, problem.Message));
        }
    }

    /// <summary>Whether a Petri net begins there; whatever else is read as a drawing, which says best what is wrong with it.</summary>
    private static bool IsNet(byte[] content) => content.AsSpan(0, Math.Min(content.Length, BeginningBytes)).IndexOf("<pnml"u8) >= 0;
}
