using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Waits;

/// <summary>Notes what the other side says of a wait, and makes proof of the word that it confirms. The caller saves.</summary>
internal sealed class WaitWord(Db db, Tenant tenant, ReadCompanyFacts readFacts, IClock clock)
{
    /// <param name="confirmer">What stands as the second name on a confirmed word.</param>
    public async Task SettleAsync(
        WaitQuestion question, WaitAnswer answer, DateOnly? sentOn, string by, string confirmer, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var (was, confirms) = (question.Answer == WaitAnswer.Silence, answer is WaitAnswer.Exact or WaitAnswer.Silence);
        var commitment = (await readFacts.RunAsync(token)).Find(question.CommitmentId);
        question.Settle(answer, sentOn, by, now);
        db.Record("WaitAnswered", question.Ref, new
        {
            question.CommitmentId,
            Commitment = commitment?.Name ?? question.CaseName,
            question.Obligation,
            Answer = answer.ToString(),
        });

        // Somebody who speaks after silence had confirmed takes its place, for or against.
        if (was && !confirms)
        {
            Confirm(question, commitment, confirmer, confirms: false, now);
        }
        else if (confirms)
        {
            Confirm(question, commitment, confirmer, confirms: true, now);
        }
    }

    private void Confirm(WaitQuestion question, CommitmentFacts? commitment, string confirmer, bool confirms, Instant now)
    {
        var declarer = question.AskedOf == Party.Company ? commitment?.Provider ?? Texts.Party_Provider : tenant.Company.Name;
        var confirmation = WordConfirmation.OfEvent(
            question.CommitmentId, question.Obligation, question.EventId, new ConfirmedBy(declarer, confirmer), confirms, now,
            tenant.AccountId);
        db.Add(confirmation);
        db.Record(
            confirms ? "WordConfirmed" : "ConfirmationTakenBack", new SubjectRef(ConfirmWord.Kind, confirmation.Id),
            new
            {
                confirmation.CommitmentId,
                Commitment = commitment?.Name ?? question.CaseName,
                confirmation.Obligation,
                confirmation.Declarer,
                confirmation.Confirmer,
            });
    }
}
