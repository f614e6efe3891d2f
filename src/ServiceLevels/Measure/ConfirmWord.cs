using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// A person of the company confirms what the provider alone declared: from then on it is proof, with both names. Only the other side's
/// word can be confirmed; nobody makes proof of their own.
/// </summary>
public sealed class ConfirmWord(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts, ReadCases readCases)
{
    /// <summary>Kind of a reference to a confirmation in the ledger.</summary>
    public const string Kind = "word-confirmation";

    /// <summary>Confirms the proof of a due date, or takes the confirmation back.</summary>
    public async Task OfProofAsync(Guid proofId, bool confirms, CancellationToken token)
    {
        var proof = await db.Set<OccurrenceProof>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == proofId && row.WithdrawnAt == null, token) ?? throw new NotFound();
        RefuseOwnWord(proof.AttestedBy);
        var (facts, names) = await NamesAsync(proof.CommitmentId, token);
        if (facts.Adjustments.IsConfirmed(proofId) != confirms)
        {
            await SaveAsync(WordConfirmation.OfProof(proof.CommitmentId, proof.OccurrenceKey, proofId, names, confirms, clock.GetCurrentInstant(), tenant.AccountId), token);
        }
    }

    /// <summary>Confirms an event of a case, or takes the confirmation back.</summary>
    public async Task OfEventAsync(Guid commitmentId, long caseKey, long eventId, bool confirms, CancellationToken token)
    {
        var found = (await readCases.OneAsync(caseKey, token)).Events.FirstOrDefault(item => item.Event.Recording == eventId) ?? throw new NotFound();
        RefuseOwnWord(found.Event.Source);
        var (facts, names) = await NamesAsync(commitmentId, token);
        if (facts.Adjustments.IsConfirmed(eventId) != confirms)
        {
            await SaveAsync(WordConfirmation.OfEvent(commitmentId, DelayCorrection.KeyOf(caseKey), eventId, names, confirms, clock.GetCurrentInstant(), tenant.AccountId), token);
        }
    }

    private static void RefuseOwnWord(SourceClass attestedBy)
    {
        if (attestedBy != SourceClass.Provider)
        {
            throw new Refused(Texts.Confirm_OnlyTheirs);
        }
    }

    private async Task<(CompanyFacts Facts, ConfirmedBy Names)> NamesAsync(Guid commitmentId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var commitment = facts.Find(commitmentId) ?? throw new NotFound();
        var person = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        return (facts, new ConfirmedBy(commitment.Provider ?? Texts.Party_Provider, person ?? tenant.Company.Name));
    }

    private async Task SaveAsync(WordConfirmation confirmation, CancellationToken token)
    {
        db.Add(confirmation);
        db.Record(
            confirmation.Confirms ? "WordConfirmed" : "ConfirmationTakenBack", new SubjectRef(Kind, confirmation.Id),
            new { confirmation.CommitmentId, Commitment = await CommitmentNames.OfAsync(db, confirmation.CommitmentId, token), confirmation.Obligation, confirmation.Declarer, confirmation.Confirmer });
        await db.SaveChangesAsync(token);
    }
}
