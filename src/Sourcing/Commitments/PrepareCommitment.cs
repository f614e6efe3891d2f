using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Sourcing.Commitments;

/// <summary>From where the form was opened: a process, a provider, a contract.</summary>
public sealed record CommitmentWish(Guid? ProcessId, Guid? ProviderId, Guid? ContractId);

/// <summary>Fills the form of a new commitment: from a ready one to adapt, or empty.</summary>
public sealed class PrepareCommitment(Db db, StandardCalendars calendars, Tenant tenant, IClock clock)
{
    public async Task<CommitmentInput> RunAsync(int? templateNumber, CommitmentKind kind, CommitmentWish wish, CancellationToken token)
    {
        var (company, legal) = await calendars.RunAsync(token);
        var input = new CommitmentInput
        {
            Kind = kind,
            ProcessId = wish.ProcessId,
            ProviderId = wish.ProviderId,
            ContractId = wish.ContractId,
            Anchor = AnchorKind.EndOfPeriod,
            CalendarId = company.Id,
            EffectiveFrom = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly(),
            UnitOne = Texts.Field_DefaultUnitOne,
            UnitMany = Texts.Field_DefaultUnitMany,
        };
        input.ObservedUntil = CommitmentVersion.ObservedFrom(input.EffectiveFrom.Value);
        await CompleteAsync(input, token);
        if (templateNumber is { } number)
        {
            await FillAsync(input, CommitmentTemplates.Find(number) ?? throw new NotFound(), legal.Id, token);
        }

        return input;
    }

    /// <summary>The form of a copy: what another one asks, under a name that says so, from today on.</summary>
    public async Task<CommitmentInput> CopyAsync(Guid id, CancellationToken token)
    {
        var source = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var version = source.InForce(today);
        var name = Texts.Commitment_CopyName.With(source.Name);
        var input = CommitmentInput.Of(source, version, today);
        input.Name = name[..Math.Min(name.Length, Commitment.MaxNameLength)];
        return input;
    }

    // A contract says its provider, and a contract with one process says that too.
    private async Task CompleteAsync(CommitmentInput input, CancellationToken token)
    {
        if (input.ContractId is { } id && await db.Set<Contract>().AsNoTracking().Include(row => row.Scope).SingleOrDefaultAsync(row => row.Id == id, token) is { } contract)
        {
            input.ProviderId ??= contract.ProviderId;
            input.ProcessId ??= contract.Scope.Count == 1 ? contract.Scope[0].ProcessId : null;
        }
    }

    private async Task FillAsync(CommitmentInput input, CommitmentTemplate template, Guid legalId, CancellationToken token)
    {
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
        var before = template.Prerequisite is { } number
            ? await db.Set<Commitment>().AsNoTracking().Where(row => row.TemplateNumber == number && row.ArchivedAt == null).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(token)
            : null;
        input.TemplateNumber = template.Number;
        input.Name = template.Name.ToString();
        input.Performer = template.Performer;
        input.Action = template.ActionOf(template.Performer).ToString();
        input.UnitOne = template.UnitOne.ToString();
        input.UnitMany = template.UnitMany.ToString();
        input.TargetPercent = template.TargetPercent;
        input.CalendarId = template.Calendar == CalendarUse.Legal ? legalId : input.CalendarId;
        input.Fill(template.Rule(profile, before));
    }
}
