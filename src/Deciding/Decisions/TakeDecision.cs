using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Decisions;

/// <summary>
/// Takes a decision about a process and freezes it with all that was known: diagnosis, answers, offers. It is never changed afterwards; a
/// new one takes its place. Sent twice, it is taken once.
/// </summary>
public sealed class TakeDecision(Db db, ReadCosts costs, Tenant tenant, IClock clock)
{
    public async Task<DecideInput> PrepareAsync(Guid processId, CancellationToken token) => Prepare(await costs.RunAsync(processId, token));

    /// <param name="view">What is known now, which the form shows.</param>
    public DecideInput Prepare(CostsView view) => new()
    {
        ProcessId = view.Process.Id,
        Seen = FrozenBasis.Of(view).Hash(),
        DecidedOn = Today(),
    };

    /// <returns>The number of the decision.</returns>
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">Something is missing or impossible, or what would be frozen is not what the form showed.</exception>
    public async Task<int> RunAsync(DecideInput input, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var view = await costs.RunAsync(input.ProcessId, token);
        var taken = await db.Set<Decision>().AsNoTracking().Where(row => row.ProcessId == input.ProcessId)
            .Select(row => new { row.Id, row.Number }).ToListAsync(token);
        if (taken.Find(row => row.Id == input.Id) is { } same)
        {
            return same.Number;
        }

        var basis = FrozenBasis.Of(view);
        Refuse(input, view, basis, taken.Count);
        var frozen = new FrozenDecision(
            FrozenDecision.CurrentFormat,
            input.Id,
            input.ProcessId,
            taken.Count + 1,
            view.Process.Name,
            input.Chosen!.Value,
            view.Offers.FirstOrDefault(offer => offer.Offer.Id == input.OfferId)?.Offer.Name,
            input.Reason!.Trim().ReplaceLineEndings("\n"),
            input.DecidedOn!.Value,
            FrozenDecision.HashOf(input.Id, input.DecidedBy!.Trim()),
            FrozenDecision.HashOf(input.Id, (input.Dissent ?? "").Trim()),
            basis);
        var decision = Decision.Create(frozen, input, FrozenDecision.Write(frozen), clock.GetCurrentInstant(), tenant.AccountId);
        db.Add(decision);
        db.Record(
            "DecisionTaken",
            new(Process.Kind, input.ProcessId),
            new { view.Process.Name, decision.Number, Chosen = decision.Chosen.ToString(), decision.Hash });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
        return decision.Number;
    }

    private void Refuse(DecideInput input, CostsView view, FrozenBasis basis, int taken)
    {
        if (view.Process.IsArchived)
        {
            throw new Refused(Texts.Diagnosis_Archived.With(view.Process.Name));
        }

        if (taken >= Decision.MaxDecisions)
        {
            throw new Refused(Texts.Decision_TooMany.With(Decision.MaxDecisions));
        }

        if (input.Chosen is null or VerdictKind.Undecided)
        {
            throw new Refused(Texts.Decision_ChosenMissing, nameof(DecideInput.Chosen));
        }

        if (input.DecidedOn > Today())
        {
            throw new Refused(Texts.Decision_Future, nameof(DecideInput.DecidedOn));
        }

        if (input.OfferId is { } id && !view.Offers.Any(offer => offer.Offer.Id == id && Diagnose.KindOf(offer.Offer.Way) == input.Chosen))
        {
            throw new Refused(Texts.Decision_OtherOffer, nameof(DecideInput.OfferId));
        }

        if (input.Seen != basis.Hash())
        {
            throw new Refused(Texts.Decision_Moved);
        }
    }

    private DateOnly Today() => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
}
