using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Processes.Comments;
using Pupitre.Processes.Inventory;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>Two people of the sample company speak about a process: one asks, the other answers.</summary>
internal sealed class SayComments(Db db, IClock clock) : ISampleChapter
{
    private const string Question = "Le tableau des litiges est tenu à la main : qui le met à jour pendant les congés d’août ?";
    private const string Answer = "La suppléante, chaque vendredi. C’est noté dans les rôles.";

    public int Order => 285;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var process = await db.Set<Process>().Where(row => row.ArchivedAt == null && row.Domain == Domain.Dunning)
            .OrderBy(row => row.FoldedName).FirstAsync(token);
        foreach (var (who, text) in new[] { (Cast.Pilot.Name, Question), (Cast.Deputy.Name, Answer) })
        {
            db.Add(ProcessComment.Write(Guid.CreateVersion7(), process.Id, authorId: null, who, text, clock.GetCurrentInstant()));
            db.Record("CommentWritten", process.Ref, new { process.Name });
        }

        await db.SaveChangesAsync(token);
    }
}
