using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Edits;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Sourcing.Commitments;

/// <summary>What is asked to adopt a ready commitment as it stands.</summary>
public sealed class TemplateInput
{
    /// <summary>Key of the commitment, made with the form: a form sent twice adopts it once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Number in <see cref="CommitmentTemplates"/>.</summary>
    public int TemplateNumber { get; set; }

    /// <summary>The process that it belongs to.</summary>
    public Guid ProcessId { get; set; }

    public Guid? ProviderId { get; set; }

    public Guid? ContractId { get; set; }

    /// <summary>First local date of its obligations.</summary>
    public DateOnly EffectiveFrom { get; set; }
}

/// <summary>
/// Makes a commitment of a ready one, marked as taken as it stands. What it waits for is linked when the company has adopted that
/// one too, preferably of the same process: adopt in the order of the numbers, with 21 before 10 and 22 before 14.
/// </summary>
public sealed class AdoptTemplate(Db db, StandardCalendars calendars, IClock clock)
{
    public async Task<Commitment> RunAsync(TemplateInput input, CancellationToken token)
    {
        if (await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        LikelyDays.Require(input.EffectiveFrom, nameof(TemplateInput.EffectiveFrom));
        var template = CommitmentTemplates.Find(input.TemplateNumber) ?? throw new Refused(Texts.Commitment_UnknownTemplate, nameof(TemplateInput.TemplateNumber));
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new Refused(Texts.Commitment_ProcessMissing, nameof(TemplateInput.ProcessId));
        var commitment = Commitment.Create(
            input.Id, new CommitmentPlace(process.Id, process.Domain, template.Performer, input.ProviderId, input.ContractId), template.Name.ToString(), template.Number);
        commitment.Add(await TermsAsync(template, input, token), clock.GetCurrentInstant());
        db.Add(commitment);
        db.Record("CommitmentAdopted", commitment.Ref, new { commitment.Name, Template = template.Number });
        await db.SaveChangesAsync(token);
        return commitment;
    }

    private async Task<CommitmentTerms> TermsAsync(CommitmentTemplate template, TemplateInput input, CancellationToken token)
    {
        var (company, legal) = await calendars.RunAsync(token);
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
        var prerequisite = template.Prerequisite is { } number ? await AdoptedAsync(number, input, token) : null;
        return new CommitmentTerms(
            input.EffectiveFrom,
            template.Rule(profile, prerequisite),
            (template.Calendar == CalendarUse.Legal ? legal : company).Id,
            template.ActionOf(template.Performer).ToString(),
            template.UnitOne.ToString(),
            template.UnitMany.ToString())
        { TargetPercent = template.TargetPercent, ObservedUntil = CommitmentVersion.ObservedFrom(input.EffectiveFrom) };
    }

    private async Task<Guid?> AdoptedAsync(int number, TemplateInput input, CancellationToken token)
    {
        var adopted = await db.Set<Commitment>().AsNoTracking().Where(row => row.TemplateNumber == number && row.ArchivedAt == null)
            .Select(row => new { row.Id, row.ProcessId, row.ContractId }).ToListAsync(token);
        return adopted.OrderByDescending(row => row.ProcessId == input.ProcessId).ThenByDescending(row => row.ContractId == input.ContractId)
            .Select(row => (Guid?)row.Id).FirstOrDefault();
    }
}
