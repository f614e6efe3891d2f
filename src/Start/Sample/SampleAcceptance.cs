using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Start.Sample.Files;
using Pupitre.Start.Sample.World;

namespace Pupitre.Start.Sample;

/// <summary>Files the sample company's signed letters with its contracts, and notes what they show as accepted.</summary>
public sealed class SampleAcceptance(Db db, AttachContractFile attach, AcceptCommitment accept)
{
    private static readonly int[] _notAgreed = [ReadyCommitments.BankReconciled, ReadyCommitments.AccountingFileDelivered, ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent];

    public async Task RunAsync(CancellationToken token)
    {
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync(token);
        foreach (var ofContract in commitments.Where(row => row.ContractId is not null && !_notAgreed.Contains(row.TemplateNumber ?? 0)).GroupBy(row => row.ContractId!.Value))
        {
            var signer = ofContract.First().Domain == Domain.Payroll ? Cast.PayrollClerk : Cast.Accountant;
            var paper = await FileAsync(ofContract.Key, signer, [.. ofContract], token);
            foreach (var commitment in ofContract)
            {
                var version = commitment.Versions[0];
                await accept.RunAsync(new AcceptanceInput { CommitmentId = commitment.Id, VersionNumber = version.Number, By = signer.Name, On = version.EffectiveFrom, ReceivedFileId = paper }, token);
            }
        }
    }

    private async Task<Guid> FileAsync(Guid contractId, Person signer, IReadOnlyList<Commitment> commitments, CancellationToken token)
    {
        var title = await db.Set<Contract>().Where(row => row.Id == contractId).Select(row => row.Title).SingleAsync(token);
        var signedOn = commitments[0].Versions[0].EffectiveFrom;
        List<string> lines = [title, "Engagements de service acceptés :", .. commitments.Select(row => "- " + row.Name), "", "Signé le " + signedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + " par " + signer.Name];
        var made = new DateTimeOffset(signedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        using var content = new MemoryStream(PdfPaper.Write(signer.Name, "Lettre de mission signée", lines, made));
        await attach.RunAsync(contractId, content, "lettre-de-mission-signee.pdf", "application/pdf", token);
        return await db.Set<ContractFile>().Where(row => row.ContractId == contractId).Select(row => row.Id).SingleAsync(token);
    }
}
