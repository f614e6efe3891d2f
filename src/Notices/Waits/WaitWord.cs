using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>Notes what the other side says of a wait, and makes proof of the word that it confirms. The caller saves.</summary>
internal sealed class WaitWord(Db db, Tenant tenant, ReadCompanyFacts readFacts, IClock clock)
{
    /// <param name="confirmer">What stands as the second name on a confirmed word.</param>
    public async Task SettleAsync(
        WaitQuestion question, WaitAnswer answer, DateOnly? sentOn, string by, string confirmer, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var commitment = (await readFacts.RunAsync(token)).Find(question.CommitmentId);
        question.Settle(answer, sentOn, by, now);
        db.Record("WaitAnswered", question.Ref, new
        {
            question.CommitmentId,
            Commitment = commitment?.Name ?? question.CaseName,
            question.Obligation,
            Answer = answer.ToString(),
        });

        switch (answer)
        {
            case WaitAnswer.Exact or WaitAnswer.Silence:
                Say(question, commitment, confirmer, names => (Confirmed(question, names, confirms: true, now), "WordConfirmed"));
                break;
            default:
                Say(question, commitment, confirmer, names => (WordConfirmation.Against(
                    question.CommitmentId, question.Obligation, question.EventId, names, sentOn, now, tenant.AccountId), "WordDenied"));
                break;
        }
    }

    /// <summary>Takes back what silence had confirmed, for evidence says otherwise.</summary>
    public async Task ReopenAsync(WaitQuestion question, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var commitment = (await readFacts.RunAsync(token)).Find(question.CommitmentId);
        question.Reopen(now);
        db.Record("WaitReopened", question.Ref, new
        {
            question.CommitmentId,
            Commitment = commitment?.Name ?? question.CaseName,
            question.Obligation,
        });
        Say(question, commitment, "", names => (Confirmed(question, names, confirms: false, now), "ConfirmationTakenBack"));
    }

    private WordConfirmation Confirmed(WaitQuestion question, ConfirmedBy names, bool confirms, Instant now) => WordConfirmation.OfEvent(
        question.CommitmentId, question.Obligation, question.EventId, names, confirms, now, tenant.AccountId);

    private void Say(
        WaitQuestion question, CommitmentFacts? commitment, string confirmer, Func<ConfirmedBy, (WordConfirmation Word, string Verb)> say)
    {
        var declarer = question.AskedOf == Party.Company ? commitment?.Provider ?? Texts.Party_Provider : tenant.Company.Name;
        var (word, verb) = say(new ConfirmedBy(declarer, confirmer));
        db.Add(word);
        db.Record(verb, new SubjectRef(ConfirmWord.Kind, word.Id), new
        {
            word.CommitmentId,
            Commitment = commitment?.Name ?? question.CaseName,
            word.Obligation,
            word.Declarer,
            word.Confirmer,
        });
    }
}
