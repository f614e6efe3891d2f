using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Targets;

/// <summary>
/// Takes a drawing that was edited here, as a draft of its own: the version that was opened stays as it is, and so does whatever somebody
/// else saved meanwhile.
/// </summary>
public sealed class EditTarget(Db db, AttachTarget attach)
{
    /// <summary>Most elements that the editor opens: more take it longer than somebody waits.</summary>
    public const int MaxElements = 1_500;

    /// <param name="model">The drawing as BPMN 2.0.</param>
    /// <param name="latest">Number of the newest version when it was opened.</param>
    /// <exception cref="NotFound">The company has no such version.</exception>
    /// <exception cref="Refused">It is no drawing that can be read, or the process takes no more versions.</exception>
    public async Task<EditedTarget> RunAsync(Guid processId, int number, string? model, int latest, CancellationToken token)
    {
        var versions = await db.Set<ProcessTarget>().AsNoTracking().Where(row => row.ProcessId == processId)
            .Select(row => new { row.Number, row.FileName }).ToListAsync(token);
        var opened = versions.Find(row => row.Number == number) ?? throw new NotFound();
        var content = Encoding.UTF8.GetBytes(model ?? "");
        if (content.Length == 0)
        {
            throw new Refused(Texts.Target_EditEmpty);
        }

        TargetContent.RefuseLarge(opened.FileName, content.Length);
        if (TargetContent.FormatOf(content, opened.FileName, token) != TargetFormat.Bpmn)
        {
            throw new Refused(Texts.Target_NetText);
        }

        using var stream = new MemoryStream(content, writable: false);
        var input = new TargetInput(opened.FileName, TargetFormat.Bpmn, TargetOrigin.Edited, IsDraft: true);
        var target = await attach.RunAsync(processId, input, stream, token);
        var others = versions.Max(row => row.Number);
        return new EditedTarget(target, others > latest ? others : null);
    }
}

/// <summary>A drawing that was saved.</summary>
/// <param name="Beside">Number of a version that somebody saved between opening and saving; null when nobody did.</param>
public sealed record EditedTarget(ProcessTarget Target, int? Beside);
