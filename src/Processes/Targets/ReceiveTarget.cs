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
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">It is no model that can be read.</exception>
    public async Task<ProcessTarget> RunAsync(Guid processId, string name, Func<CancellationToken, Task<byte[]>> readAsync, long length, CancellationToken token)
    {
        // First of all: nobody is told what is wrong with a file for a process that does not exist here.
        if (!await db.Set<Process>().AnyAsync(row => row.Id == processId, token))
        {
            throw new NotFound();
        }

        if (length > ProcessTarget.MaxBytes)
        {
            throw new Refused(Texts.Target_TooLarge.With(name, ProcessTarget.MaxBytes >> 20));
        }

        var content = await readAsync(token);
        var format = FormatOf(content, name, token);
        using var stream = new MemoryStream(content, writable: false);
        return await attach.RunAsync(processId, new TargetInput(name, format, TargetOrigin.Attached, IsDraft: true), stream, token);
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

    private const int BeginningBytes = 4096;
}
