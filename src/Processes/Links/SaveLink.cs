using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Links;

/// <summary>Says that one process feeds another, or changes what was said.</summary>
public sealed class SaveLink(Db db)
{
    public async Task<LinkInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var link = await db.Set<ProcessLink>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return new LinkInput
        {
            Id = link.Id,
            FromId = link.FromId,
            ToId = link.ToId,
            Kind = link.Kind,
            Passes = link.Passes,
            DaysUntil = link.DaysUntil,
            Version = link.Version,
        };
    }

    /// <param name="input">What was typed.</param>
    /// <param name="isNew">Whether a link that is not there is made; else it has to be there.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="Refused">A process is not there or feeds itself, the two are linked already, or there are too many.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the link since the form was opened.</exception>
    public async Task<ProcessLink> RunAsync(LinkInput input, bool isNew, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var link = await db.Set<ProcessLink>().SingleOrDefaultAsync(row => row.Id == input.Id, token);
        if (link is not null && isNew)
        {
            return link;
        }

        if (link is null && !isNew)
        {
            throw new NotFound();
        }

        var (from, to) = await EndsAsync(input, token);
        await RefuseAsync(input, isNew, (from, to), token);
        if (link is null)
        {
            link = ProcessLink.Create(input.Id);
            db.Add(link);
        }
        else
        {
            db.Entry(link).Property(row => row.Version).OriginalValue = input.Version;
            db.Entry(link).State = EntityState.Modified;
        }

        link.Describe(input);
        db.Record(isNew ? "ProcessLinked" : "ProcessLinkChanged", from.Ref, new { from.Name, Feeds = to.Name, link.Passes });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return link;
    }

    // An archived process keeps the links that it has; it gets no new ones.
    private async Task<(Process From, Process To)> EndsAsync(LinkInput input, CancellationToken token)
    {
        if (input.FromId == input.ToId)
        {
            throw new Refused(Texts.Link_ToItself, nameof(LinkInput.ToId));
        }

        var ends = await db.Set<Process>().AsNoTracking()
            .Where(row => row.Id == input.FromId || row.Id == input.ToId).ToDictionaryAsync(row => row.Id, token);
        foreach (var (id, field) in new[] { (input.FromId, nameof(LinkInput.FromId)), (input.ToId, nameof(LinkInput.ToId)) })
        {
            if (id is null || !ends.TryGetValue(id.Value, out var end))
            {
                throw new Refused(Texts.Link_ProcessMissing, field);
            }

            if (end.IsArchived)
            {
                throw new Refused(Texts.Link_Archived.With(end.Name), field);
            }
        }

        return (ends[input.FromId!.Value], ends[input.ToId!.Value]);
    }

    private async Task RefuseAsync(LinkInput input, bool isNew, (Process From, Process To) ends, CancellationToken token)
    {
        if (await db.Set<ProcessLink>().AnyAsync(row => row.FromId == input.FromId && row.ToId == input.ToId && row.Id != input.Id, token))
        {
            throw new Refused(Texts.Link_Taken.With(ends.From.Name, ends.To.Name), nameof(LinkInput.ToId));
        }

        if (isNew && await db.Set<ProcessLink>().CountAsync(token) >= ProcessLink.MaxLinks)
        {
            throw new Refused(Texts.Link_TooMany.With(ProcessLink.MaxLinks));
        }
    }
}
