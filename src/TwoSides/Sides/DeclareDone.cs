using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Contests;

namespace Pupitre.TwoSides.Sides;

/// <summary>
/// One of a provider's people says on which day a due date of theirs was done. It is their word and drawn as that: it proves nothing by
/// itself, and the company confirms it or not. A day said later replaces the one before, which stays on record.
/// </summary>
public sealed class DeclareDone(Db db, ReadCompanyFacts readFacts, ContestWindow window, IClock clock)
{
    /// <exception cref="NotFound">The provider owes no such due date.</exception>
    /// <exception cref="Refused">The day is missing or cannot be, or the contract is over: nothing new is declared then.</exception>
    public async Task RunAsync(Guid providerId, Contested key, DateOnly? on, Disputant who, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var commitment = facts.Find(key.CommitmentId);
        var item = commitment is { IsClock: false } && commitment.Row.ProviderId == providerId && commitment.Row.Performer == Party.Provider
            ? new JudgeOccurrences(facts, now).One(commitment, key.Obligation) ?? throw new NotFound()
            : throw new NotFound();
        var day = Checked(item, on, now.InZone(facts.Zone).Date.ToDateOnly());
        RefuseAfterEnd(facts.Contracts.FirstOrDefault(row => row.Id == commitment.Row.ContractId));
        var before = item.Proofs.Where(proof => proof is { AttestedBy: SourceClass.Provider, StatesDay: true }).Select(proof => proof.Id)
            .ToList();
        await db.Set<OccurrenceProof>().Where(row => before.Contains(row.Id)).ForEachAsync(row => row.Withdraw(now, who.AccountId), token);
        var proof = OccurrenceProof.Create(
            key.CommitmentId, key.Obligation, ProofMoment.Of(day), SourceClass.Provider, fileId: null,
            ProofReason.Of(ReasonKind.Stated, day), now, who.AccountId, statesDay: true);
        db.Add(proof);
        db.Record("WorkDayDeclared", new SubjectRef(OccurrenceProof.Kind, proof.Id), new
        {
            CommitmentId = commitment.Id,
            Commitment = commitment.Name,
            Occurrence = item.Key,
            On = day,
        });
        await db.SaveChangesAsync(token);
    }

    /// <summary>Whether there is something to declare: a due date that the provider owes, and which nobody independent dates.</summary>
    internal static bool IsOpen(JudgedOccurrence item) => item.Commitment.Row.Performer == Party.Provider
        && item.Standing is Standing.Open or Standing.NoTrace or Standing.NotYetProven or Standing.Undated or Standing.KeptByProvider
            or Standing.LateByProvider;

    private static DateOnly Checked(JudgedOccurrence item, DateOnly? on, DateOnly today)
    {
        if (!IsOpen(item))
        {
            throw new Refused(Texts.Side_DeclareKnown);
        }

        var day = on ?? throw new Refused(Texts.WorkDay_Missing, nameof(on));
        return day > today ? throw new Refused(Texts.WorkDay_Future, nameof(on))
            : day < item.Occurrence.Period.First
                ? throw new Refused(Texts.Side_DeclareEarly.With(Moments.Long(item.Occurrence.Period.First)), nameof(on))
            : day;
    }

    private void RefuseAfterEnd(Contract? contract)
    {
        if (contract is not null && window.EndedOn(contract) is { } last)
        {
            throw new Refused(Texts.Side_DeclareAfterEnd.With(Moments.Long(last)));
        }
    }
}
