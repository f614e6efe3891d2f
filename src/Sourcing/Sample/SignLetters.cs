using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Sample;
using Pupitre.Sample.Files;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Sample;

/// <summary>Files the sample company's signed letters with its contracts, and notes what they show as accepted.</summary>
internal sealed class SignLetters(Db db, AttachContractFile attach, AcceptCommitment accept) : ISampleChapter
{
    private static readonly int[] _notAgreed = [ReadyCommitments.BankReconciled, ReadyCommitments.AccountingFileDelivered, ReadyCommitments.ReminderSent, ReadyCommitments.FormalNoticeSent];

    public int Order => 50;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
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
        using var content = new MemoryStream(SignedLetter.Of(title, [.. commitments.Select(row => row.Name)], signer, commitments[0].Versions[0].EffectiveFrom));
        await attach.RunAsync(contractId, content, SignedLetter.FileName, SignedLetter.MediaType, token);
        return await db.Set<ContractFile>().Where(row => row.ContractId == contractId).Select(row => row.Id).SingleAsync(token);
    }
}
