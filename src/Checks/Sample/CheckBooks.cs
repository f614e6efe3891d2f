using Microsoft.EntityFrameworkCore;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Checks.Sample;

/// <summary>Opens the accounting files among what was dropped, checks them at once and not in the background, accepts what they show.</summary>
internal sealed class CheckBooks(Db db, OpenAccountingFiles open, CheckAccountingFile check, AnswerProposals answer) : ISampleChapter
{
    public int Order => 210;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var dropped = await db.Set<EvidenceFile>().Where(row => row.ParentId == null).Select(row => row.Id).ToListAsync(token);
        var opened = await open.AddAsync(dropped, token);
        foreach (var id in opened.OrderBy(file => file.ReceivedAt).Select(file => file.Id).ToList())
        {
            db.ChangeTracker.Clear();
            await check.RunAsync(id, null, token);
        }

        await answer.AcceptAllAsync(token);
        db.ChangeTracker.Clear();
    }
}
