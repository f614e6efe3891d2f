using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Costs;

/// <summary>Adds an offer to a process, or changes one.</summary>
public sealed class SaveOffer(Db db)
{
    public async Task<OfferInput> PrepareAsync(Guid processId, Guid? id, CancellationToken token)
    {
        if (id is null)
        {
            return new OfferInput { ProcessId = processId, Figures = EstimateInput.Of(CostInputs.OfOffer, Estimates.None) };
        }

        var offer = await db.Set<CostOffer>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ProcessId == processId, token)
            ?? throw new NotFound();
        return new OfferInput
        {
            Id = offer.Id,
            ProcessId = processId,
            Version = offer.Version,
            Name = offer.Name,
            Way = offer.Way,
            Figures = EstimateInput.Of(CostInputs.OfOffer, Estimates.Read(offer.Figures)),
        };
    }

    /// <param name="input">What was typed.</param>
    /// <param name="isNew">Whether an offer that is not there is made; else it has to be there.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="NotFound">The company has no such process, or the process no such offer.</exception>
    /// <exception cref="Refused">A figure is none, the process is archived or has too many offers, or keeping is no offer.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the offer since the form was opened.</exception>
    public async Task RunAsync(OfferInput input, bool isNew, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new NotFound();
        var offer = await db.Set<CostOffer>().SingleOrDefaultAsync(row => row.Id == input.Id && row.ProcessId == process.Id, token);
        if (offer is not null && isNew)
        {
            return;
        }

        await RefuseAsync(process, input, isNew, token);
        if (isNew)
        {
            offer = CostOffer.Create(input.Id, process.Id);
            db.Add(offer);
        }
        else
        {
            _ = offer ?? throw new NotFound();
            db.Entry(offer).Property(row => row.Version).OriginalValue = input.Version;
            db.Entry(offer).State = EntityState.Modified;
        }

        input.Figures.RemoveAll(figure => !CostInputs.OfOffer.Contains(figure.Input));
        offer!.Describe(input);
        db.Record(isNew ? "OfferAdded" : "OfferEdited", process.Ref, new { process.Name, Offer = offer.Name });
        await db.SaveChangesAsync(token);
    }

    private async Task RefuseAsync(Process process, OfferInput input, bool isNew, CancellationToken token)
    {
        if (process.IsArchived)
        {
            throw new Refused(Texts.Diagnosis_Archived.With(process.Name));
        }

        EstimateInput.Check(input.Figures);
        if (input.Way == Way.Keep)
        {
            throw new Refused(Texts.Offer_WayMissing, nameof(OfferInput.Way));
        }

        if (isNew && await db.Set<CostOffer>().CountAsync(row => row.ProcessId == process.Id, token) >= CostOffer.MaxOffers)
        {
            throw new Refused(Texts.Offer_TooMany.With(CostOffer.MaxOffers));
        }
    }
}

/// <summary>Takes an offer away. A decision that was taken with it keeps what it said.</summary>
public sealed class RemoveOffer(Db db)
{
    public async Task RunAsync(Guid processId, Guid id, CancellationToken token)
    {
        var offer = await db.Set<CostOffer>().SingleOrDefaultAsync(row => row.Id == id && row.ProcessId == processId, token)
            ?? throw new NotFound();
        var process = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == processId, token);
        db.Remove(offer);
        db.Record("OfferRemoved", process.Ref, new { process.Name, Offer = offer.Name });
        await db.SaveChangesAsync(token);
    }
}
