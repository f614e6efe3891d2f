using Microsoft.EntityFrameworkCore;
using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>
/// Offers what a checked file shows to the due dates that it concerns, each with its reason; a person accepts. Only what Pupitre saw
/// counts: that the file arrived and what it held at that instant, never the dates that its author wrote inside.
/// </summary>
public sealed class OfferEvidence(Db db, Tenant tenant, ProposeCells propose)
{
    /// <param name="isFirst">No file of the year was received before: what it holds may have been entered at any time until now.</param>
    public async Task RunAsync(AccountingFile file, FecReport report, bool isFirst, CancellationToken token)
    {
        await propose.OpenAsync(token);
        var evidence = file.Parts.OrderBy(part => part.Number).First().EvidenceFileId;
        if (report.Official.Verdict != OfficialVerdict.Conforming)
        {
            await RefuseAsync(evidence, token);
        }

        if (FileWords.LastBankEntry(report) is { } bank)
        {
            await OfferBankAsync(file, evidence, MonthsEntered(isFirst ? null : report.Interim?.PreviousLastBankEntry, bank), bank, token);
        }

        await db.SaveChangesAsync(token);
    }

    /// <summary>A file that the tax office would refuse keeps no promise to deliver one.</summary>
    private async Task RefuseAsync(Guid evidence, CancellationToken token)
    {
        var concerned = Commitments(ReadyCommitments.AccountingFileDelivered);
        var open = await db.Set<CellProposal>().Where(row => row.FileId == evidence && row.State == ProposalState.Open && concerned.Contains(row.CommitmentId)).ToListAsync(token);
        open.ForEach(row => row.Answer(ProposalState.Refused));
    }

    private async Task OfferBankAsync(AccountingFile file, Guid evidence, IReadOnlyList<DateOnly> months, DateOnly bank, CancellationToken token)
    {
        var concerned = Commitments(ReadyCommitments.BankReconciled);
        var known = await db.Set<CellProposal>().Where(row => concerned.Contains(row.CommitmentId) && row.FileId == evidence).Select(row => new { row.CommitmentId, row.OccurrenceKey }).ToListAsync(token);
        var holder = await db.Set<EvidenceFile>().SingleAsync(row => row.Id == evidence, token);
        var isOthers = FileSubject.IsOthers(holder, new OwnIdentities(tenant.Company));
        var offered = 0;
        foreach (var (commitment, key) in from commitment in concerned from month in months let key = propose.KeyOf(commitment, month) where key is not null select (commitment, key))
        {
            if (!known.Exists(row => row.CommitmentId == commitment && row.OccurrenceKey == key))
            {
                var offer = CellProposal.Create(evidence, commitment, key, ProofMoment.NoLaterThan(file.ReceivedAt), file.AttestedBy, ProofReason.Of(ReasonKind.BankEntered, bank));
                offer.Answer(isOthers ? ProposalState.Withheld : ProposalState.Open);
                db.Add(offer);
                offered += isOthers ? 0 : 1;
            }
        }

        if (offered > 0)
        {
            holder.MoveTo(FileState.Proposed);
        }
    }

    private List<Guid> Commitments(int template) => [.. propose.Commitments.Where(row => row.TemplateNumber == template).Select(row => row.Id)];

    /// <summary>
    /// The months whose last bank day the file has reached and the one before had not. Of a first file only the last such month: since
    /// when the others are entered, nobody saw.
    /// </summary>
    private List<DateOnly> MonthsEntered(DateOnly? before, DateOnly bank)
    {
        var months = new List<DateOnly>();
        var month = new DateOnly(bank.Year, bank.Month, 1);
        var most = before is { } earlier ? ((bank.Year - earlier.Year) * 12) + bank.Month - earlier.Month + 1 : 2;
        for (var back = 0; back < most && (before is not null || months.Count == 0); back++)
        {
            var last = LastBankDay(month.AddMonths(-back));
            if (last <= bank && !(before >= last))
            {
                months.Add(month.AddMonths(-back));
            }
        }

        return months;
    }

    private DateOnly LastBankDay(DateOnly month) => BusinessDays.For(HolidayZones.Parse(tenant.Company.HolidayZone)).PreviousBusinessDay(month.AddMonths(1).AddDays(-1));
}
