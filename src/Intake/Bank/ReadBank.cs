using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Settings;
using Pupitre.Intake.Tracking;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Bank;

/// <summary>Reads the statement of a bank for its page: which lines are known, by which rule, and what they would fill.</summary>
internal sealed class ReadBank(Db db, FileStore store, ProposeCells propose, Tenant tenant)
{
    public async Task<BankView> RunAsync(Guid fileId, CancellationToken token)
    {
        var found = await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.Id == fileId && row.ContentKept && row.Recognised == RecognisedKind.BankStatement).Select(row => new
        {
            File = row,
            Rules = db.Set<EvidenceSettings>().Select(settings => settings.BankRules).FirstOrDefault(),
            KnowsAny = db.Set<EvidenceFile>().Any(other => other.Recognised == RecognisedKind.BankStatement && other.State == FileState.Placed && other.Reference != null),
            KnowsThis = db.Set<EvidenceFile>().Any(other => other.Recognised == RecognisedKind.BankStatement && other.State == FileState.Placed && other.Reference == row.Reference),
        }).SingleOrDefaultAsync(token) ?? throw new NotFound();
        var identity = FileSubject.Compare(found.File, new OwnIdentities(tenant.Company));
        await using var content = await store.OpenAsync(found.File.Hash, token);
        try
        {
            var statement = BankFile.Read(content);
            propose.KnowBank(found.Rules, found.KnowsAny ? [found.KnowsThis ? statement.Account ?? "" : ""] : []);
            await propose.OpenDueDatesAsync(token);
            await propose.OpenProvidersAsync(token);
            var ids = propose.Commitments.Select(row => row.Id).ToList();
            var proofs = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.WithdrawnAt == null && ids.Contains(row.CommitmentId)).ToListAsync(token);
            return new(found.File, statement, new PlanBankLines(propose, found.File, tenant.Zone).Of(statement, new KnownProofs(proofs, found.File.Id)), identity, propose.IsNewAccount(statement.Account), null);
        }
        catch (Refused problem)
        {
            return new(found.File, null, [], identity, IsNewAccount: false, problem.Message);
        }
    }
}

/// <summary>What the page of a statement shows.</summary>
/// <param name="Statement">Null when it could not be read: <paramref name="Problem"/> says why.</param>
internal sealed record BankView(EvidenceFile File, BankStatement? Statement, IReadOnlyList<PlannedLine> Lines, IdentityAnswer Identity, bool IsNewAccount, string? Problem)
{
    public IReadOnlyList<PlannedLine> Known { get; } = [.. Lines.Where(line => line.Rule is not null)];

    public IReadOnlyList<PlannedLine> Unknown { get; } = [.. Lines.Where(line => line.Rule is null)];

    public int WouldFill => Lines.Count(line => line.Fate == CellFate.Dated);

    public int Stands => Lines.Count(line => line.Fate == CellFate.Placed);
}
