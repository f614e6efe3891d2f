using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Comments;

/// <summary>Comments on a process, or changes one's own comment. The history says that it was done, and not what was said: words can be
/// erased.</summary>
public sealed class SaveComment(Db db, Tenant tenant, IClock clock)
{
    /// <param name="processId">The process.</param>
    /// <param name="id">One's own comment; null for a new one.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>The name of the process, and the form.</returns>
    /// <exception cref="NotFound">There is no such process, or no such comment of one's own.</exception>
    public async Task<(string Process, CommentInput Input)> PrepareAsync(Guid processId, Guid? id, CancellationToken token)
    {
        var name = await db.Set<Process>().Where(row => row.Id == processId).Select(row => row.Name).SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        return id is { } known
            ? (name, new CommentInput { Id = known, Text = (await OwnAsync(db, tenant, processId, known, token)).Text })
            : (name, new CommentInput());
    }

    /// <exception cref="NotFound">There is no such process, or no such comment of one's own.</exception>
    /// <exception cref="Refused">The process is archived, or has as many comments as it may.</exception>
    public async Task RunAsync(Guid processId, CommentInput input, bool isNew, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == processId, token) ?? throw new NotFound();
        if (isNew)
        {
            if (await db.Set<ProcessComment>().AnyAsync(row => row.Id == input.Id, token))
            {
                return;
            }

            await RefuseAsync(process, token);
            db.Add(ProcessComment.Write(input.Id, processId, tenant.AccountId, tenant.PersonName, input.Text!, clock.GetCurrentInstant()));
        }
        else
        {
            (await OwnAsync(db, tenant, processId, input.Id, token)).Edit(input.Text!, clock.GetCurrentInstant());
        }

        db.Record(isNew ? "CommentWritten" : "CommentEdited", process.Ref, new { process.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }

    internal static async Task<ProcessComment> OwnAsync(Db db, Tenant tenant, Guid processId, Guid id, CancellationToken token) =>
        await db.Set<ProcessComment>().SingleOrDefaultAsync(
            row => row.Id == id && row.ProcessId == processId && row.AuthorId != null && row.AuthorId == tenant.AccountId, token)
                ?? throw new NotFound();

    private async Task RefuseAsync(Process process, CancellationToken token)
    {
        if (process.IsArchived)
        {
            throw new Refused(Texts.Comment_Archived.With(process.Name));
        }

        if (await db.Set<ProcessComment>().CountAsync(row => row.ProcessId == process.Id, token) >= ProcessComment.MaxComments)
        {
            throw new Refused(Texts.Comment_TooMany.With(ProcessComment.MaxComments));
        }
    }
}

/// <summary>Takes one's own comment away.</summary>
public sealed class RemoveComment(Db db, Tenant tenant)
{
    /// <exception cref="NotFound">There is no such comment of one's own.</exception>
    public async Task RunAsync(Guid processId, Guid id, CancellationToken token)
    {
        var name = await db.Set<Process>().Where(row => row.Id == processId).Select(row => row.Name).SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        db.Remove(await SaveComment.OwnAsync(db, tenant, processId, id, token));
        db.Record("CommentRemoved", new(Process.Kind, processId), new { Name = name });
        await db.SaveChangesAsync(token);
    }
}
