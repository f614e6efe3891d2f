using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>
/// Makes a draft the target, frozen and known by its hash. What cannot run as drawn is refused; what is doubtful is published with a word of
/// explanation, which is kept. Done twice, it is done once.
/// </summary>
public sealed class PublishTarget(Db db, ReadTargetDiagram read, Tenant tenant, IClock clock)
{
    /// <exception cref="NotFound">The company has no such version.</exception>
    /// <exception cref="Refused">The drawing is to be corrected, or explained.</exception>
    public async Task RunAsync(Guid processId, int number, string? explanation, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var target = await db.Set<ProcessTarget>().SingleOrDefaultAsync(row => row.ProcessId == processId && row.Number == number, token) ?? throw new NotFound();
        if (target.State == TargetState.Published)
        {
            return;
        }

        if (target.State == TargetState.Withdrawn)
        {
            throw new Refused(Texts.Target_PublishWithdrawn.With(number));
        }

        var process = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == processId, token);
        if (process.IsArchived)
        {
            throw new Refused(Texts.Target_ProcessArchived.With(process.Name));
        }

        var said = string.IsNullOrWhiteSpace(explanation) ? null : explanation.Trim();
        if (said?.Length > ProcessTarget.MaxExplanationLength)
        {
            throw new Refused(Texts.Target_ExplanationTooLong.With(ProcessTarget.MaxExplanationLength));
        }

        var findings = await read.RunAsync(target, token) is { } diagram ? CheckDiagram.Run(diagram.Document, token) : [];
        if (findings.FirstOrDefault(finding => finding.Weight == FindingWeight.Correct) is { } wrong)
        {
            throw new Refused(Texts.Target_PublishCorrect.With(findings.Count(finding => finding.Weight == FindingWeight.Correct), wrong.Text));
        }

        var doubtful = findings.Count(finding => finding.Weight == FindingWeight.Explain);
        if (doubtful > 0 && said is null)
        {
            throw new Refused(Texts.Target_PublishExplain.With(doubtful));
        }

        target.Publish(clock.GetCurrentInstant(), tenant.AccountId, doubtful > 0 ? said : null);
        db.Record("ProcessTargetPublished", process.Ref, new { process.Name, target.Number, File = target.FileName, target.Hash, Explanation = target.Explanation });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
